"""Which numbers the report prints of a figure, which it prints otherwise, and how it was read there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from explorer.inputs.printed.readings import Reading
from explorer.inputs.printed.rows import PrintedRow
from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import Figure, Kind, percentage
from explorer.survey.figures.participation import SECTION as RESPONSE

NUMBERED_KINDS = ("exact", "cross", "conflict")
"""Kinds of rows that print a number; the others print a comparison, or a number in words ("driekwart")."""

NATIONAL = (None, "nederland")
"""Groups of which the report speaks: all respondents, in the ministry's figures or in the release."""

PARTS = ("n", "base", "pct")
"""The numbers of a figure, each of which may be printed by itself."""

_Coordinates = tuple[str, str, str | None, str | None, int, Population, bool]


class PrintedReport:
    """The printed numbers by their coordinates, and the readings of those that contradict each other.

    Every figure that is asked about must be unfiltered: a filter on places makes it another one than the report's.
    """

    def __init__(self, rows: Iterable[PrintedRow], readings: Iterable[Reading] = ()) -> None:
        found: defaultdict[_Coordinates, list[PrintedRow]] = defaultdict(list)
        read: defaultdict[_Coordinates, list[Reading]] = defaultdict(list)
        by_row = {reading.row: reading for reading in readings}
        for row in rows:
            if row.kind in NUMBERED_KINDS:
                found[_of_row(row)].append(row)
                reading = by_row.get(Reading.coordinates_of(row))
                if reading is not None:
                    read[_of_row(row)].append(reading)
                    if reading.option is not None:
                        read[_of_row(row, reading.option)].append(reading)
        self._rows = {coordinates: tuple(rows) for coordinates, rows in found.items()}
        self._readings = {coordinates: tuple(readings) for coordinates, readings in read.items()}

    def parts(self, figure: Figure) -> tuple[str, ...]:
        """Which of ``n``, ``base`` and ``pct`` of a figure the report prints: number by number, each for itself.

        A percentage is one that is printed with these decimals.
        """
        return _in_order(part for part, _, is_equal in self._compared(figure) if is_equal)

    def differing(self, figure: Figure) -> tuple[str, ...]:
        """Of which of them the report prints another number; it may print ours as well.

        A number that it says in words ("een derde") is none. The count too where the report prints it of another answer
        than the one that it was read as.
        """
        words = {reading.row for reading in self.readings(figure) if reading.in_words}
        found = [
            part
            for part, row, is_equal in self._compared(figure)
            if not is_equal and Reading.coordinates_of(row) not in words
        ]
        read_as = (reading.option for reading in self.readings(figure) if reading.option is not None)
        found += ["n" for option in read_as if option == figure.option]
        return _in_order(found)

    def readings(self, figure: Figure) -> tuple[Reading, ...]:
        """How the report was read where it contradicts itself about a figure."""
        return self._readings.get(_of_figure(figure), ()) if _is_of_the_report(figure) else ()

    def percentage_of(self, figure: Figure) -> str | None:
        """The percentage of a figure as the report prints it, with its own decimals; None where it prints none."""
        found = (row.pct for part, row, is_equal in self._compared(figure) if part == "pct" and is_equal)
        return next(map(str, found), None)

    def rows_about(self, figure: Figure) -> tuple[PrintedRow, ...]:
        """The rows with a number at these coordinates, also where that number is another one."""
        return self._rows.get(_of_figure(figure), ()) if _is_of_the_report(figure) else ()

    def sources(self, figure: Figure) -> tuple[str, ...]:
        """The chapters and sections of the report that print a count or percentage of it: ``("4.2", "4.6")``."""
        printing = (row for part, row, is_equal in self._compared(figure) if is_equal and part != "base")
        return tuple(dict.fromkeys(chapter for row in printing for chapter in row.chapters))

    def _compared(self, figure: Figure) -> Iterator[tuple[str, PrintedRow, bool]]:
        """(number, row, whether they are equal) of every number that a row prints and the figure tells."""
        for row in self.rows_about(figure):
            share = figure.printed_pct or percentage(figure.exact_n, figure.exact_base, decimals=row.decimals)
            told = {"n": (row.n, figure.exact_n), "base": (row.base, figure.exact_base), "pct": (row.pct, share)}
            for part, (printed, ours) in told.items():
                if printed is not None and ours is not None:
                    yield part, row, printed == ours


def _in_order(parts: Iterable[str]) -> tuple[str, ...]:
    found = set(parts)
    return tuple(part for part in PARTS if part in found)


def _is_of_the_report(figure: Figure) -> bool:
    return figure.group in NATIONAL and (figure.population is not Population.NEW or figure.section == RESPONSE)


def _of_row(row: PrintedRow, option: str | None = None) -> _Coordinates:
    is_cross = row.figure_kind is Kind.CROSS
    return row.section, row.question, row.item, option or row.option, row.wave, row.population, is_cross


def _of_figure(figure: Figure) -> _Coordinates:
    is_cross = figure.kind is Kind.CROSS
    population = _population(figure)
    return figure.section, figure.question, figure.item, figure.option, figure.wave, population, is_cross


def _population(figure: Figure) -> Population:
    """Who took part twice, or for the first time, is one number, whichever respondents a page is about."""
    if figure.section != RESPONSE:
        return figure.population
    return Population.PANEL if figure.question == "panel_size" else Population.TOTAL
