"""Sentences of the page on response."""

from collections.abc import Iterable

from explorer.inputs.printed import PrintedReport
from explorer.survey.figures.figure import Figure, percentage
from explorer.survey.figures.participation import MunicipalityStatus
from explorer.survey.formats import NO_BREAK, agreeing, counted, decimal_number, out_of, percent
from explorer.telling.words.numbers import out_of_figure, signed_base, signed_count, signed_share
from explorer.telling.words.statuses import LIST_WORDS


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
    who = f"Van de {signed_base(figure)} aangeschreven contactpersonen"
    if n == 0:
        return f"{who} vulde niemand de vragenlijst in."
    share = "" if figure.has_small_base else f": {signed_share(figure)}"
    return f"{who} {agreeing(n, 'vulde', 'vulden')} er {signed_count(figure)} de vragenlijst in{share}."


def _then(before: Figure) -> str:
    if not before.base:
        return f"In {before.wave} was er niemand aangeschreven."
    if before.base == 1:
        return f"In {before.wave} was er 1 aangeschreven, die {'antwoordde' if before.n else 'niet antwoordde'}."
    if before.n == 0:
        return f"In {before.wave} was dat niemand van de {signed_base(before)}."
    verb = "was dat er" if before.n == 1 else "waren dat er"
    return f"In {before.wave} {verb} {out_of_figure(before, article=True)}."


def status_sentence(status: MunicipalityStatus, wave_before: int | None) -> str:
    """What one municipality did in the wave, and before: "Utrecht: deed mee in 2020, en ook in 2019."."""
    words, comma, rest = LIST_WORDS[status.status].partition(",")
    through = f" ({status.through})" if status.through is not None else ""
    history = ""
    if status.is_new is not None and wave_before is not None:
        history = f", niet in {wave_before}" if status.is_new else f", en ook in {wave_before}"
    return f"{status.municipality}: {words}{through} in {status.wave}{comma}{rest}{history}."


def printed_rates(responded: Iterable[Figure], report: PrintedReport) -> tuple[str, ...]:
    """A sentence for each wave whose printed response rate is not the one that its printed counts give.

    ``responded`` are unfiltered figures ``responded`` of section ``response``.
    """
    sentences = []
    for figure in responded:
        computed = percentage(figure.n, figure.base, decimals=0)
        printed = [row.pct for row in report.rows_about(figure) if row.pct is not None]
        sentences += [
            f"Het rapport noemt voor {figure.wave} een respons van {decimal_number(pct)}{NO_BREAK}%. "
            f"{out_of(figure.n, figure.base)} is {percent(figure.n, figure.base, 1)}; die gebruiken we."
            for pct in printed
            if pct != computed
        ]
    return tuple(sentences)
