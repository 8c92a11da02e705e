"""The response as rows for tracks and tables: per wave, by history, per municipality. Knows no screen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.inputs.printed import PrintedReport
from explorer.survey.figures.figure import SMALL_BASE, Figure, percentage
from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus, ResponseRate
from explorer.survey.formats import NO_BREAK, decimal_number, out_of, percent, upper_first
from explorer.telling.charts.maps import status_text
from explorer.telling.charts.tracks import PlainRow
from explorer.telling.tables.figures import TableRow
from explorer.telling.words.origin import marked

LIST_WORDS = {
    ContactStatus.RESPONDED: "deed mee",
    ContactStatus.REPRESENTED: "deed mee via een andere gemeente",
    ContactStatus.CONTACTED: "aangeschreven, geen antwoord",
    ContactStatus.CONTACTED_THROUGH: "aangeschreven via een andere gemeente, geen antwoord",
    ContactStatus.NOT_JOINED: "niet aangesloten",
    ContactStatus.ABSENT: "deed niet mee",
}
"""A map needs few tones; a list tells each status apart."""

URBANITY_WORDS = {1: "zeer sterk", 2: "sterk", 3: "matig", 4: "weinig", 5: "niet"}


def wave_rows(responded: Iterable[Figure]) -> tuple[PlainRow, ...]:
    """One track per wave, from the figures ``responded``: how many of the contacts answered."""
    return tuple(_figure_row(f"Meting {figure.wave}", figure) for figure in responded)


def joined_rows(total: ResponseRate, wave_before: int) -> tuple[PlainRow, ...]:
    """How many answered of the contacts that had joined by the wave before, and of those that joined since.

    Empty where the viewer may not know who was asked.
    """
    joined_before, responded_before = total.contacted_joined_before, total.responded_joined_before
    if total.contacted is None or joined_before is None or responded_before is None:
        return ()
    return (
        _row(f"Al aangesloten in {wave_before}", responded_before, joined_before),
        _row(
            f"Aangesloten sinds {wave_before}",
            total.responded - responded_before,
            total.contacted - joined_before,
        ),
    )


def history_rows(first_time: Figure, total: ResponseRate, wave_before: int) -> tuple[PlainRow, ...]:
    """Respondents that are new against those that took part before; ``first_time`` is ``first_time_respondents``."""
    return (
        _row(f"Deed ook in {wave_before} mee", total.also_before, total.responded),
        _figure_row("Deed voor het eerst mee", first_time),
    )


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


def municipality_table(statuses: Iterable[MunicipalityStatus]) -> list[TableRow]:
    """One row per municipality: where it lies and what it did."""
    return [
        {
            "Gemeente": one.municipality,
            "Provincie": one.province,
            "Stedelijkheid": f"{one.urbanity} · {URBANITY_WORDS[one.urbanity]}",
            "Status": status_text(one),
            "Deed eerder mee": _history(one),
        }
        for one in statuses
    ]


def status_choices(statuses: Sequence[MunicipalityStatus]) -> dict[ContactStatus, str]:
    """Status → its words with how many municipalities have it, in the order from took part to not joined."""
    found = Counter(one.status for one in statuses)
    return {status: f"{upper_first(words)} ({found[status]})" for status, words in LIST_WORDS.items() if found[status]}


def with_status(statuses: Iterable[MunicipalityStatus], status: ContactStatus) -> tuple[MunicipalityStatus, ...]:
    """The municipalities that have a status."""
    return tuple(one for one in statuses if one.status is status)


def status_sentence(status: MunicipalityStatus, wave_before: int | None) -> str:
    """What one municipality did in the wave, and before: "Utrecht: deed mee in 2020, en ook in 2019."."""
    words, comma, rest = LIST_WORDS[status.status].partition(",")
    through = f" ({status.through})" if status.through is not None else ""
    history = ""
    if status.is_new is not None and wave_before is not None:
        history = f", niet in {wave_before}" if status.is_new else f", en ook in {wave_before}"
    return f"{status.municipality}: {words}{through} in {status.wave}{comma}{rest}{history}."


def _row(label: str, n: int | None, base: int | None) -> PlainRow:
    counts = out_of(n, base, article=False)
    is_small = base is None or base < SMALL_BASE
    return PlainRow(label, n, base, counts if is_small else f"{counts} · {percent(n, base)}")


def _figure_row(label: str, figure: Figure) -> PlainRow:
    plain = _row(label, figure.n, figure.base)
    return replace(plain, text=marked(plain.text, figure))


def _history(status: MunicipalityStatus) -> str:
    """Only respondents in a wave after the first have a history."""
    if status.is_new is None:
        return "–"
    return "nee, voor het eerst" if status.is_new else "ja"
