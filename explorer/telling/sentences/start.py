"""Sentences of the start page."""

from explorer.survey.figures.figure import Figure
from explorer.survey.formats import agreeing, upper_first
from explorer.telling.words.numbers import signed_count


def start_lead(respondents: Figure | None, wave: int, first_time: Figure | None) -> str:
    """How many took part, and how many of them for the first time; that it is unknown where it is.

    ``respondents`` are those of the selection; ``first_time`` is the figure ``first_time_respondents``, None in the
    first wave.
    """
    if respondents is None or respondents.n is None:
        return f"Hoeveel gemeenten in {wave} meededen, is bij deze keuze onbekend."
    n = respondents.n
    number = signed_count(respondents) if n else "geen"
    who = f"{number} {agreeing(n, 'gemeente vertelde', 'gemeenten vertelden')}"
    sentence = upper_first(f"{who} in {wave} hoe zij eenzaamheid onder ouderen {agreeing(n, 'aanpakt', 'aanpakken')}.")
    if first_time is None or not first_time.n or first_time.base != n:
        return sentence
    if first_time.n == n:
        return f"{sentence} Het was {agreeing(n, 'haar', 'hun')} eerste keer."
    return f"{sentence} Voor {signed_count(first_time)} daarvan was het de eerste keer."
