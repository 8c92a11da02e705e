"""Compares figures with the printed report, row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from explorer.errors import SourceError
from explorer.inputs.printed.readings import Reading
from explorer.inputs.printed.rows import PrintedRow
from explorer.inputs.printed.rules import Lookup, NotComputableError, Outcome, about, in_words, judge, printed, ranks
from explorer.survey.codebook.model import Codebook
from explorer.survey.figures.figure import Figure


class Status(StrEnum):
    """How a row came out."""

    EQUAL = "equal"
    DIFFERS = "differs"
    READING = "conflict with reading"
    NOT_COMPUTABLE = "not computable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One row beside what was computed; all texts are Dutch."""

    row: PrintedRow
    status: Status
    expected: str
    computed: str
    explanation: str

    @property
    def is_wrong(self) -> bool:
        """Whether this may not be: a rule that does not hold, or a conflict row without its reading."""
        return self.status in (Status.DIFFERS, Status.NOT_COMPUTABLE)

    @property
    def differs_from_report(self) -> bool:
        """Whether a reader of the report should be told: what is wrong, and the conflict rows with their reading."""
        return self.status is not Status.EQUAL

    @property
    def sentence(self) -> str:
        """The explanation with the row that it is about, for a list of findings."""
        row = self.row
        place = "/".join(part for part in (row.question, row.item, row.option) if part)
        return f"{place}, {row.wave}, {row.population} (rapport {', '.join(row.chapters)}): {self.explanation}"


def check(
    rows: Sequence[PrintedRow], readings: Sequence[Reading], codebook: Codebook, figures: Iterable[Figure]
) -> tuple[Finding, ...]:
    """Judge every row by the rule of its kind, and every conflict row by its reading.

    ``figures`` are unfiltered figures of all waves, of the populations total and panel, those of section ``response``
    included; what else is in there is ignored.

    Raises:
        SourceError: a reading belongs to no row, or a conflict row does not have exactly one reading.
    """
    by_row = {row.line: _reading_of(row, readings) for row in rows if row.is_conflict}
    unused = [reading for reading in readings if reading not in by_row.values()]
    if unused:
        raise SourceError(f"readings.yml: geen rij hoort bij {unused[0].row}. Verbeter of verwijder die.")
    lookup = Lookup(codebook, figures)
    return tuple(_find(row, by_row.get(row.line), lookup) for row in rows)


def _reading_of(row: PrintedRow, readings: Sequence[Reading]) -> Reading:
    found = [reading for reading in readings if reading.is_about(row)]
    if len(found) != 1:
        raise SourceError(
            f"readings.yml heeft {len(found)} lezingen voor regel {row.line} van published_figures.csv "
            f"({row.question}, {row.wave}). Er hoort er precies één te zijn."
        )
    return found[0]


def _find(row: PrintedRow, reading: Reading | None, lookup: Lookup) -> Finding:
    try:
        outcome = judge(row, lookup) if reading is None else _judge_reading(row, reading, lookup)
    except NotComputableError as error:
        return Finding(row, Status.NOT_COMPUTABLE, printed(row), "", str(error))
    if not outcome.holds:
        text = f"Verwacht: {outcome.expected}. Berekend: {outcome.computed}."
        return Finding(row, Status.DIFFERS, outcome.expected, outcome.computed, text)
    if reading is None:
        return Finding(row, Status.EQUAL, outcome.expected, outcome.computed, "Gelijk aan het rapport.")
    return Finding(row, Status.READING, outcome.expected, outcome.computed, reading.because)


def _judge_reading(row: PrintedRow, reading: Reading, lookup: Lookup) -> Outcome:
    if reading.no_trend:
        trend = lookup.codebook.question(row.question).is_comparable(row.wave)
        return Outcome(not trend, "geen trend", "een trend" if trend else "geen trend")
    if reading.not_rank is not None:
        claimed = ranks(row, lookup, reading.not_rank)
        return Outcome(not claimed.holds, f"niet {claimed.expected}", claimed.computed)
    figure = lookup.figure(replace(row, option=reading.option or row.option))
    if reading.about is not None:
        return about(figure, reading.about)
    holds = reading.n == figure.n and reading.base in (None, figure.base)
    return Outcome(holds, in_words(reading.n, reading.base), in_words(figure.n, figure.base))
