"""The response as rows for tracks and tables: per wave, by history, per municipality. Knows no screen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.survey.asking.groups import short_urbanity_name
from explorer.survey.figures.figure import SMALL_BASE, Figure
from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus, ResponseRate
from explorer.survey.formats import out_of, percent, upper_first, whole_number
from explorer.telling.tables.figures import TableRow
from explorer.telling.words.measures import Measure
from explorer.telling.words.numbers import out_of_figure, signed_share
from explorer.telling.words.origin import signed
from explorer.telling.words.rows import PlainRow
from explorer.telling.words.statuses import LIST_WORDS, status_text


def wave_rows(responded: Iterable[Figure]) -> tuple[PlainRow, ...]:
    """One track per wave, from the figures ``responded``: how many of the contacts answered."""
    return tuple(_figure_row(f"Meting {figure.wave}", figure) for figure in responded)


def joined_rows(total: ResponseRate, wave_before: int, since: Figure | None) -> tuple[PlainRow, ...]:
    """How many answered of the contacts that had joined by the wave before, and of those that joined since.

    ``since`` is the figure ``first_time_joined_since_…``: who joined since took part for the first time, so that it is
    the same number, with the same signs. Empty where the viewer may not know who was asked.
    """
    joined_before, responded_before = total.contacted_joined_before, total.responded_joined_before
    if total.contacted is None or joined_before is None or responded_before is None:
        return ()
    label, n = f"Aangesloten na de meting van {wave_before}", total.responded - responded_before
    joined = _row(label, n, total.contacted - joined_before)
    if since is not None and since.n == n:
        joined = replace(joined, text=joined.text.replace(whole_number(n), signed(whole_number(n), since, "n"), 1))
    return (_row(f"Al aangesloten in {wave_before}", responded_before, joined_before), joined)


def history_rows(both: Figure, first_time: Figure, wave_before: int) -> tuple[PlainRow, ...]:
    """Respondents that are new against those that took part before, from the figures ``panel_size`` and
    ``first_time_respondents``.
    """
    return (
        _figure_row(f"Deed ook in {wave_before} mee", both),
        _figure_row("Deed voor het eerst mee", first_time),
    )


def municipality_table(statuses: Iterable[MunicipalityStatus]) -> list[TableRow]:
    """One row per municipality: where it lies and what it did."""
    return [
        {
            "Gemeente": one.municipality,
            "Provincie": one.province,
            "Stedelijkheid": short_urbanity_name(one.urbanity),
            "Status": status_text(one),
            "Deed eerder mee": _history(one),
        }
        for one in statuses
    ]


def status_choices(statuses: Sequence[MunicipalityStatus]) -> dict[ContactStatus, str]:
    """Status → its words with how many municipalities have it, in the order from took part to not joined."""
    found = Counter(one.status for one in statuses)
    return {
        status: f"{upper_first(words)} ({whole_number(found[status])})"
        for status, words in LIST_WORDS.items()
        if found[status]
    }


def with_status(statuses: Iterable[MunicipalityStatus], status: ContactStatus) -> tuple[MunicipalityStatus, ...]:
    """The municipalities that have a status."""
    return tuple(one for one in statuses if one.status is status)


def _row(label: str, n: int | None, base: int | None) -> PlainRow:
    counts = out_of(n, base, article=False)
    is_small = base is None or base < SMALL_BASE
    return PlainRow(label, n, base, counts if is_small else f"{counts} · {percent(n, base)}")


def _figure_row(label: str, figure: Figure) -> PlainRow:
    plain = _row(label, figure.n, figure.base)
    if figure.n is None or figure.base is None:
        return plain
    text = out_of_figure(figure)
    return replace(plain, text=text if figure.has_small_base else f"{text} · {signed_share(figure)}")


def _history(status: MunicipalityStatus) -> str:
    """Only respondents in a wave after the first have a history."""
    if status.is_new is None:
        return "–"
    return "nee, voor het eerst" if status.is_new else "ja"


def province_rows(rates: Sequence[ResponseRate], measure: Measure) -> tuple[PlainRow, ...]:
    """The provinces of one wave as tracks, largest value first, unknown last; a count is drawn against the sum."""
    ordered = sorted(rates, key=lambda rate: (-_or_below(measure.value_of(rate)), rate.province or ""))
    together = sum(rate.responded for rate in rates)
    return tuple(_plain_row(rate, measure, together) for rate in ordered)


def _plain_row(rate: ResponseRate, measure: Measure, together: int) -> PlainRow:
    n, base = measure.count_of(rate)
    return PlainRow(rate.province or "", n, base if measure.is_percent else together, measure.text_of(rate))


def _or_below(value: float | None) -> float:
    return -1 if value is None else value
