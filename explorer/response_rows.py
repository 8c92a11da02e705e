"""The response as rows for tracks and tables: per wave, by history, per municipality. Knows no screen."""

from collections.abc import Iterable, Sequence

from explorer.charts.maps import STATUS_WORDS, status_text
from explorer.charts.tracks import PlainRow
from explorer.figures import SMALL_BASE, Figure, percentage
from explorer.formats import decimal_number, out_of, percent
from explorer.published import PrintedReport
from explorer.response import MunicipalityStatus, ResponseRate
from explorer.tables import TableRow

URBANITY_WORDS = {1: "zeer sterk", 2: "sterk", 3: "matig", 4: "weinig", 5: "niet"}


def wave_rows(responded: Iterable[Figure]) -> tuple[PlainRow, ...]:
    """One track per wave, from the figures ``responded``: how many of the contacts answered."""
    return tuple(_row(f"Meting {figure.wave}", figure.n, figure.base) for figure in responded)


def history_rows(total: ResponseRate, wave_before: int) -> tuple[PlainRow, ...]:
    """Contacts that joined earlier against since, and respondents that are new against returning.

    ``total`` must hold counts of contacts: it is for the ministry, or national.
    """
    joined_before, responded_before = total.contacted_joined_before, total.responded_joined_before
    rows = []
    if total.contacted is not None and joined_before is not None and responded_before is not None:
        since = total.contacted - joined_before
        rows += [
            _row(f"Al aangesloten in {wave_before}: antwoordde", responded_before, joined_before),
            _row(f"Aangesloten sinds {wave_before}: antwoordde", total.responded - responded_before, since),
        ]
    return (
        *rows,
        _row(f"Van de respondenten: deed ook in {wave_before} mee", total.also_before, total.responded),
        _row("Van de respondenten: deed voor het eerst mee", total.new, total.responded),
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
            f"Het rapport noemt voor {figure.wave} een respons van {decimal_number(pct)} %. "
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


def status_choices(statuses: Sequence[MunicipalityStatus]) -> dict[str, int]:
    """Status in words → how many municipalities, in the order from took part to not joined."""
    words = [STATUS_WORDS[one.status] for one in statuses]
    return {word: words.count(word) for word in dict.fromkeys(STATUS_WORDS.values()) if word in words}


def with_status(statuses: Iterable[MunicipalityStatus], words: str) -> tuple[MunicipalityStatus, ...]:
    """The municipalities whose status reads as ``words``."""
    return tuple(one for one in statuses if STATUS_WORDS[one.status] == words)


def _row(label: str, n: int | None, base: int | None) -> PlainRow:
    counts = out_of(n, base, article=False)
    is_small = base is None or base < SMALL_BASE
    return PlainRow(label, n, base, counts if is_small else f"{counts} · {percent(n, base)}")


def _history(status: MunicipalityStatus) -> str:
    """Only respondents in a wave after the first have a history."""
    if status.is_new is None:
        return "–"
    return "nee, voor het eerst" if status.is_new else "ja"
