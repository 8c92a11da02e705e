"""Which figures the report prints: their origin is the report, also where the answers are simulated."""

from collections import defaultdict
from collections.abc import Iterable

from explorer.inputs.printed.rows import PrintedRow
from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import Figure, Kind, percentage

NUMBERED_KINDS = ("exact", "cross", "conflict")
"""Kinds of rows that print a number; the others print a comparison."""

NATIONAL = (None, "nederland")
"""Groups of which the report speaks: all respondents, in the ministry's figures or in the release."""

_Coordinates = tuple[str, str, str | None, str | None, int, Population, bool]


class PrintedReport:
    """The printed numbers by their coordinates."""

    def __init__(self, rows: Iterable[PrintedRow]) -> None:
        found: defaultdict[_Coordinates, list[PrintedRow]] = defaultdict(list)
        for row in rows:
            if row.kind in NUMBERED_KINDS:
                found[_of_row(row)].append(row)
        self._rows = {coordinates: tuple(rows) for coordinates, rows in found.items()}

    def prints(self, figure: Figure) -> bool:
        """Whether the report prints this very number.

        The figure must be one of all respondents or of the whole panel: a filter on places is not part of it, so
        the caller asks for unfiltered figures alone.
        """
        return bool(self.rows(figure))

    def rows(self, figure: Figure) -> tuple[PrintedRow, ...]:
        """The rows that print this very number."""
        if figure.group not in NATIONAL or figure.population is Population.NEW:
            return ()
        return tuple(row for row in self.rows_about(figure) if _prints(row, figure))

    def parts(self, figure: Figure) -> tuple[str, ...]:
        """Which of ``n``, ``base`` and ``pct`` of a figure the report prints: number by number, each for itself.

        A percentage is one that is printed with these decimals. As :meth:`prints`, of unfiltered figures alone.
        """
        if figure.group not in NATIONAL or figure.population is Population.NEW:
            return ()
        rows = self.rows_about(figure)
        printed = {
            "n": figure.exact_n is not None and any(row.n == figure.exact_n for row in rows),
            "base": figure.base is not None and any(row.base == figure.base for row in rows),
            "pct": self.percentage_of(figure) is not None,
        }
        return tuple(name for name, is_printed in printed.items() if is_printed)

    def percentage_of(self, figure: Figure) -> str | None:
        """The percentage of a figure as the report prints it, with its own decimals; None where it prints none."""
        rows = (row for row in self.rows_about(figure) if row.pct is not None)
        found = (
            row.pct
            for row in rows
            if row.pct in (figure.printed_pct, percentage(figure.n, figure.base, decimals=row.decimals))
        )
        return next(map(str, found), None)

    def rows_about(self, figure: Figure) -> tuple[PrintedRow, ...]:
        """The rows with a number at these coordinates, also where that number is another one."""
        return self._rows.get(_of_figure(figure), ())

    def sources(self, figure: Figure) -> tuple[str, ...]:
        """The chapters and sections of the report that print this number, such as ``("4.2", "4.6")``."""
        return tuple(dict.fromkeys(chapter for row in self.rows(figure) for chapter in row.chapters))


def _prints(row: PrintedRow, figure: Figure) -> bool:
    """Whether a row prints what is told of a figure: its count with its base, or the one number of it that is told."""
    if figure.n is not None:
        return row.prints(figure.n, figure.base)
    return (figure.exact_n is not None and row.n == figure.exact_n) or (
        figure.printed_pct is not None and row.pct == figure.printed_pct
    )


def _of_row(row: PrintedRow) -> _Coordinates:
    is_cross = row.figure_kind is Kind.CROSS
    return row.section, row.question, row.item, row.option, row.wave, row.population, is_cross


def _of_figure(figure: Figure) -> _Coordinates:
    is_cross = figure.kind is Kind.CROSS
    return figure.section, figure.question, figure.item, figure.option, figure.wave, figure.population, is_cross
