"""Makes the release of a version: the rules, the audit, and what is taken away until nothing is certain any more.

The rules are SQL (``queries/40_…``); they run in memory on the finished database, and only what they release is
written to ``release.duckdb``.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from explorer.building.disclosure import reading
from explorer.building.disclosure.audit import PAIRS, audit
from explorer.building.disclosure.earlier import in_force
from explorer.building.disclosure.fallback import Told, until_safe
from explorer.building.disclosure.model import Problem
from explorer.building.disclosure.reading import EarlierRelease
from explorer.building.disclosure.results import AuditResult, Known, UnitResult
from explorer.gateway.door import open_ministry
from explorer.inputs.reference import Reference
from explorer.store.audits import AUDIT, AUDIT_RESULTS, hash_of_release
from explorer.store.files import DATABASE, RELEASE, Connection, save_relations, working_database
from explorer.store.queries import run_queries
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.participation import SECTION as RESPONSE
from explorer.survey.figures.waves import Wave

SHIPPED_RESULTS = (Path(__file__).parent / "audited.json",)
"""Results that come with the project, by the hash of their whole problem; a test computes them anew."""


def shipped_results(waves: Iterable[Wave]) -> tuple[Path, ...]:
    """The same, for simulated waves alone: of real answers everything is computed where they are."""
    return SHIPPED_RESULTS if all(wave.is_simulated for wave in waves) else ()


RULES = "4"
"""The number with which the queries of the release begin; the macros that they use (39) stand in the database."""
TABLES = {
    "wave": "select * from wave",
    "release_group": "select dimension, group_name, place_groups, group_order from release_group",
    "release_figure": "select * from release_figure",
    "release_response": "select * from release_response",
    "release_municipality": "select * from release_municipality",
    "release_place": "select * from place",
}
"""Table of the release file → its query. Nothing else leaves the ministry."""


def quiet(_name: str, _number: int, _total: int) -> None:
    """For a caller that shows nothing."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where a release is made: the folder of a version with its database and its reference, and the queries."""

    folder: Path
    queries: Path


def make_release(
    workshop: Workshop, *, known: Known, earlier: Iterable[EarlierRelease] = (), pairs: int = PAIRS, told: Told = quiet
) -> AuditResult:
    """Write ``release.duckdb``, ``audit.json`` and ``audit_results.json`` beside the finished ``explorer.duckdb``.

    Raises:
        BuildError: a query failed.
        DisclosureError: answers are certain even where only printed figures are left.
    """
    folder = workshop.folder
    with opened_rules(workshop, earlier) as (connection, problems):

        def audited(problem: Problem) -> UnitResult:
            return audit(problem, known, pairs=pairs)

        units = until_safe(connection, problems, audited, told)
        save_relations(connection, folder / RELEASE, TABLES)
    result = AuditResult(hash_of_release(folder), units)
    write_audit(folder, result)
    return result


@contextmanager
def opened_rules(
    workshop: Workshop, earlier: Iterable[EarlierRelease] = ()
) -> Iterator[tuple[Connection, Callable[[], tuple[Problem, ...]]]]:
    """The rules on a finished database, in memory, with nothing taken away yet; and what reads the problems of them.

    Raises:
        BuildError: a query failed.
    """
    reference, national = read_national(workshop.folder)
    printed = reading.printed_rows(reference.report, national)
    with working_database(workshop.folder / DATABASE) as connection:
        run_queries(connection, workshop.queries, RULES)
        _load(connection, reference, national)
        world = reading.read_world(connection, reference.codebook)
        still_known = in_force(earlier, world, frozenset(reading.read_released(connection)))
        yield (
            connection,
            lambda: reading.problems_of(world, reading.read_released(connection), printed, still_known),
        )


def read_national(folder: Path) -> tuple[Reference, tuple[Figure, ...]]:
    """The reference of a version, and all its national figures: of all respondents and of the panel.

    Raises:
        StoreError: the database is missing or damaged.
    """
    gateway = open_ministry(folder)
    desk = gateway.desk(MINISTRY)
    found = desk.figures_by_population(Selection(), (Population.TOTAL, Population.PANEL))
    gateway.close()
    return desk.reference, (*found[Population.TOTAL], *found[Population.PANEL])


def write_audit(folder: Path, result: AuditResult) -> None:
    """Write ``audit.json``: for exactly which release, and whether it passed; and every result, for the ministry.

    The verdict goes where the release goes, so it holds nothing that follows from answers: no hash of them, no count.
    """
    _write(folder / AUDIT_RESULTS, [asdict(unit) for unit in result.units])
    _write(folder / AUDIT, {"release": result.release, "passed": result.passed})


def _write(path: Path, content: object) -> None:
    """Replaced in one step."""
    beside = path.with_name(f"{path.name}.part")
    beside.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    beside.replace(path)


def _load(connection: Connection, reference: Reference, national: Iterable[Figure]) -> None:
    _insert(
        connection, "release_question", ((question.id, question.section) for question in reference.codebook.questions)
    )
    _insert(connection, "release_printed", _printed(reference, national))
    _insert(connection, "release_national_response", _responses(national))


def _insert(connection: Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    rows = list(rows)
    if rows:
        marks = ", ".join("?" for _ in rows[0])
        connection.executemany(f"insert into {table} values ({marks})", rows)  # noqa: S608 - names of this module


def _printed(reference: Reference, national: Iterable[Figure]) -> Iterator[tuple[object, ...]]:
    """Figures that the report prints, with the base that goes with them."""
    for one in national:
        if one.section != RESPONSE and reference.report.prints(one):
            yield one.question, one.item, one.option, one.kind.value, one.wave, one.population.value, one.n, one.base


def _responses(national: Iterable[Figure]) -> Iterator[tuple[object, ...]]:
    for order, one in enumerate(national):
        if one.section == RESPONSE:
            yield order, one.question, one.wave, one.population.value, one.n, one.base
