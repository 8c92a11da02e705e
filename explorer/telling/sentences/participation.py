"""Sentences of the page on response."""

from explorer.survey.figures.figure import Figure
from explorer.survey.formats import agreeing, counted, out_of, percent, whole_number


def response_lead(now: Figure, before: Figure | None) -> str:
    """How many contacts answered, now and in the wave before.

    Figures of section ``response``, question ``responded``: ``n`` answered of ``base`` contacts.
    """
    if now.n is not None and now.base is None:
        # Of a group it is known who took part, not who was asked.
        who = counted(now.n, "gemeente", "gemeenten")
        return f"In {now.wave} {agreeing(now.n, 'deed', 'deden')} {who} uit deze groep mee."
    if now.withheld is not None:
        return now.withheld.reason
    if now.n is None or now.base is None:
        return f"Hoeveel contactpersonen de vragenlijst in {now.wave} invulden, is onbekend."
    return " ".join([_answered(now), *([_then(before)] if before is not None and before.n is not None else [])])


def _answered(figure: Figure) -> str:
    n, base = figure.n or 0, figure.base or 0
    if base == 0:
        return "Er zijn bij deze keuze geen contactpersonen aangeschreven."
    if base == 1:
        return f"De enige aangeschreven contactpersoon vulde de vragenlijst{'' if n else ' niet'} in."
    who = f"Van de {whole_number(base)} aangeschreven contactpersonen"
    if n == 0:
        return f"{who} vulde niemand de vragenlijst in."
    share = "" if figure.has_small_base else f": {percent(n, base)}"
    return f"{who} {agreeing(n, 'vulde', 'vulden')} er {whole_number(n)} de vragenlijst in{share}."


def _then(before: Figure) -> str:
    if not before.base:
        return f"In {before.wave} was er niemand aangeschreven."
    if before.base == 1:
        return f"In {before.wave} was er 1 aangeschreven, die {'antwoordde' if before.n else 'niet antwoordde'}."
    if before.n == 0:
        return f"In {before.wave} was dat niemand van de {whole_number(before.base)}."
    verb = "was dat er" if before.n == 1 else "waren dat er"
    return f"In {before.wave} {verb} {out_of(before.n, before.base)}."
