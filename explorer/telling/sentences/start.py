"""Sentences of the start page."""

from explorer.survey.figures.figure import Figure
from explorer.survey.formats import agreeing, counted, upper_first, whole_number


def start_lead(responded: int | None, wave: int, first_time: Figure | None) -> str:
    """How many took part, and how many of them for the first time; that it is unknown where it is.

    ``first_time`` is the figure ``first_time_respondents``: ``n`` of ``base`` respondents; None in the first wave.

    >>> start_lead(1, 2019, None)
    '1 gemeente vertelde in 2019 hoe zij eenzaamheid onder ouderen aanpakt.'
    """
    if responded is None:
        return f"Hoeveel gemeenten in {wave} meededen, is bij deze keuze onbekend."
    who = upper_first(counted(responded, "gemeente vertelde", "gemeenten vertelden"))
    how = agreeing(responded, "aanpakt", "aanpakken")
    sentence = f"{who} in {wave} hoe zij eenzaamheid onder ouderen {how}."
    if first_time is None or not first_time.n or first_time.base != responded:
        return sentence
    if first_time.n == responded:
        return f"{sentence} Het was {agreeing(responded, 'haar', 'hun')} eerste keer."
    return f"{sentence} Voor {whole_number(first_time.n)} daarvan was het de eerste keer."
