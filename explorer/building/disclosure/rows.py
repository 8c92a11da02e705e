"""Rows of the rules, of what is printed of the panel, and of a finished release, as values."""

from collections import defaultdict
from dataclasses import dataclass

from explorer.building.disclosure.blocks import Range
from explorer.building.disclosure.model import ReleasedRow
from explorer.building.disclosure.told import NATION_DIMENSION, Rule
from explorer.store.files import Connection
from explorer.survey.asking.groups import NATION
from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import Kind, ReleaseStatus

ToldRow = tuple[object, ...]
"""A row of ``release_told``."""


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """What is told of a figure of the panel, and its percentage as the report prints it."""

    row: ReleasedRow
    pct: str | None


def read_rules(connection: Connection) -> tuple[Rule, ...]:
    """The rows of ``release_rule``: exact figures, and what may be told of each."""
    sql = """
        select
            question, item, answer, kind, wave, dimension, group_name, n, base, n_respondents, is_in_report, status
        from release_rule
        order by all
    """
    return tuple(
        Rule(
            *(question, item, answer, Kind(kind), wave, dimension, group, n, base, n_respondents),
            is_in_report=is_in_report,
            status=ReleaseStatus(status),
        )
        for question, item, answer, kind, wave, dimension, group, n, base, n_respondents, is_in_report, status in (
            connection.execute(sql).fetchall()
        )
    )


def read_panel(connection: Connection) -> tuple[PrintedFigure, ...]:
    """What the report prints of the panel: that alone is told, and each number by itself."""
    sql = """
        select question, item, answer, kind, wave, n, base, pct
        from release_printed
        where population = 'panel'
        order by all
    """
    return tuple(
        PrintedFigure(
            ReleasedRow(
                *(question, item, answer, Kind(kind), wave, Population.PANEL, NATION_DIMENSION, NATION),
                status=ReleaseStatus.PRINTED_IN_PART if n is None or base is None else ReleaseStatus.PRINTED,
                counts=None if n is None else (n, n),
                bases=None if base is None else (base, base),
            ),
            pct,
        )
        for question, item, answer, kind, wave, n, base, pct in connection.execute(sql).fetchall()
    )


def read_released(connection: Connection) -> tuple[ReleasedRow, ...]:
    """The rows of ``release_figure`` of a finished release, as they were before a number was chosen of each range."""
    sql = """
        select
            question, item, answer, kind, wave, population, dimension, group_name, status,
            n_low, n_high, base_low, base_high
        from release_figure
        order by all
    """
    rows = connection.execute(sql).fetchall()
    return tuple(
        ReleasedRow(
            *(question, item, answer, Kind(kind), wave, Population(population), dimension, group),
            status=ReleaseStatus.RANGE if status == ReleaseStatus.WIDE_RANGE else ReleaseStatus(status),
            counts=_range(*limits[:2]),
            bases=_range(*limits[2:]),
        )
        for question, item, answer, kind, wave, population, dimension, group, status, *limits in rows
    )


def read_told(connection: Connection) -> dict[int, tuple[ToldRow, ...]]:
    """Per wave the rows of a finished release as ``release_told`` holds them, to be told again."""
    sql = """
        select
            question, item, answer, kind, wave, population, dimension, group_name, status,
            n, base, n_low, n_high, base_low, base_high, printed_pct
        from release_figure
        order by all
    """
    found: defaultdict[int, list[ToldRow]] = defaultdict(list)
    for row in connection.execute(sql).fetchall():
        found[row[4]].append(row)
    return {wave: tuple(rows) for wave, rows in found.items()}


def read_kept(connection: Connection) -> dict[int, str]:
    """Wave → the version of which a finished release keeps the figures."""
    return dict(connection.execute("select wave, kept_from from release_kept").fetchall())


def _range(low: int | None, high: int | None) -> Range | None:
    return None if low is None or high is None else (low, high)
