"""Makes the release of a version: the rules, the audit, and what is taken away until nothing is certain any more.

The rules are SQL (``queries/40_…``); they run in memory on the finished database, and only what they release is
written to ``release.duckdb``.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from explorer.building.disclosure import reading
from explorer.building.disclosure.audit import audit
from explorer.building.disclosure.earlier import in_force, taken_away
from explorer.building.disclosure.fallback import Told, until_safe
from explorer.building.disclosure.keeping import Settled, settle
from explorer.building.disclosure.model import Problem, ReleasedRow
from explorer.building.disclosure.reading import EarlierRelease, World
from explorer.building.disclosure.results import AuditResult, Known
from explorer.building.disclosure.rows import PrintedFigure, read_panel, read_rules
from explorer.building.disclosure.shown import Shown, choose
from explorer.building.disclosure.told import RULES_NUMBER, Layouts, tell
from explorer.building.disclosure.units import layouts_of
from explorer.gateway.door import open_ministry
from explorer.inputs.printed import PrintedRow
from explorer.inputs.reference import Reference
from explorer.store.audits import AUDIT, AUDIT_RESULTS, hash_of_release
from explorer.store.files import DATABASE, RELEASE, Connection, save_relations, working_database
from explorer.store.queries import run_queries
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.figures.figure import Figure, ReleaseStatus
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
    "release_kept": "select * from release_kept",
    "release_rules": "select * from release_rules",
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
    workshop: Workshop, *, known: Known, earlier: Iterable[EarlierRelease] = (), told: Told = quiet
) -> tuple[AuditResult, tuple[Settled, ...]]:
    """Write ``release.duckdb``, ``audit.json`` and ``audit_results.json`` beside the finished ``explorer.duckdb``.

    Gives what the audit found, and the waves whose figures stay those of an earlier release. ``earlier`` are the
    releases that were ever in use, oldest first.

    Raises:
        BuildError: a query failed.
        DisclosureError: answers are certain even where only printed figures are left.
    """
    folder = workshop.folder
    with opened_rules(workshop, earlier) as opened:
        rules = _as_far_as_safe(opened, known)
        units = until_safe(rules.connection, rules.problems, lambda problem: audit(problem, known), told)
        rules.write()
        save_relations(rules.connection, folder / RELEASE, TABLES)
        settled = rules.settled
    result = AuditResult(hash_of_release(folder), units, frozenset(one.wave for one in settled))
    write_audit(folder, result)
    return result, settled


def _as_far_as_safe(rules: "Rules", known: Known) -> "Rules":
    """A wave that a group joined is told anew only if all of it passes beside the earlier release.

    A fallback would take away what had been told, question by question, and each gap would speak.
    """
    if rules.settled == rules.unless_passed or all(audit(one, known).passed for one in rules.problems()):
        return rules
    return replace(rules, settled=rules.unless_passed)


@dataclass(frozen=True)
class Rules:
    """The rules on a finished database, in memory; what was taken away stands in ``release_drop``.

    ``settled`` are the waves that keep the figures of an earlier release, ``unless_passed`` those that do where the
    rest does not pass beside it; ``earlier`` is what else is known.
    """

    connection: Connection
    world: World
    printed: tuple[PrintedRow, ...]
    panel: tuple[PrintedFigure, ...]
    layouts: Layouts
    earlier: tuple[EarlierRelease, ...] = ()
    settled: tuple[Settled, ...] = ()
    unless_passed: tuple[Settled, ...] = ()

    def told(self) -> tuple[ReleasedRow, ...]:
        """What the rules tell as it stands, of all respondents and of the panel, in waves that are not settled."""
        waves = {one.wave for one in self.settled}
        rows = (*tell(read_rules(self.connection), self.layouts), *(one.row for one in self.panel))
        return tuple(row for row in rows if row.wave not in waves)

    def problems(self) -> tuple[Problem, ...]:
        """What is to be audited as it stands. What is settled was audited with the release that it comes from."""
        waves = frozenset(one.wave for one in self.settled)
        return reading.problems_of(self.world, self.told(), self.printed, self.earlier, but_for=waves)

    def write(self) -> None:
        """Put what is told, and which numbers are shown of it, where the release reads it."""
        rows = self.told()
        shown = choose(rows, self.layouts)
        percentages = {one.row: one.pct for one in self.panel}
        insert(self.connection, "release_told", (_told(row, shown, percentages.get(row)) for row in rows))
        for one in self.settled:
            insert(self.connection, "release_told", one.release.told[one.wave])
        kept = ((one.wave, one.release.version, one.is_changed) for one in self.settled)
        insert(self.connection, "release_kept", kept)
        insert(self.connection, "release_rules", [(RULES_NUMBER,)])


@contextmanager
def opened_rules(workshop: Workshop, earlier: Iterable[EarlierRelease] = ()) -> Iterator[Rules]:
    """The rules on a finished database, with nothing taken away yet but what the last release was without.

    Raises:
        BuildError: a query failed.
    """
    earlier = tuple(earlier)
    reference, national = read_national(workshop.folder)
    printed = reading.printed_rows(reference.report, national)
    with working_database(workshop.folder / DATABASE) as connection:
        run_queries(connection, workshop.queries, RULES)
        _load(connection, reference, national)
        insert(connection, "release_drop", taken_away(earlier))
        world = reading.read_world(connection, reference.codebook)
        layouts = layouts_of(reference.codebook, read_rules(connection))
        rules = Rules(connection, world, printed, read_panel(connection), layouts)
        today = rules.told()
        yield replace(
            rules,
            earlier=in_force(earlier, world, frozenset(today)),
            settled=settle(earlier, world, today, may_retell=True),
            unless_passed=settle(earlier, world, today, may_retell=False),
        )


def _told(row: ReleasedRow, shown: Mapping[ReleasedRow, Shown], pct: str | None) -> tuple[object, ...]:
    """A row of ``release_told``: exact numbers as they are, of a range the number that was chosen."""
    status, n, base = row.status, None, None
    if row in shown:
        n, base = shown[row]
        status = ReleaseStatus.WIDE_RANGE if n is None else status
    elif row.bases is not None:
        base = row.bases[0]
        n = row.counts[0] if row.is_exact and row.counts is not None else None
    return (
        *(row.question, row.item, row.answer, row.kind.value, row.wave, row.population.value),
        *(row.dimension, row.group, status.value, n, base, *(row.counts or (None, None)), *(row.bases or (None, None))),
        pct,
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
    insert(
        connection, "release_question", ((question.id, question.section) for question in reference.codebook.questions)
    )
    insert(connection, "release_printed", _printed(reference, national))
    insert(connection, "release_national_response", _responses(national))


def insert(connection: Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Add rows to a table of the rules."""
    rows = list(rows)
    if rows:
        marks = ", ".join("?" for _ in rows[0])
        connection.executemany(f"insert into {table} values ({marks})", rows)  # noqa: S608 - names of this module


def _printed(reference: Reference, national: Iterable[Figure]) -> Iterator[tuple[object, ...]]:
    """Of each figure that the report prints the very numbers that it prints, each by itself."""
    for one in national:
        parts = reference.report.parts(one)
        if one.section != RESPONSE and ("n" in parts or "pct" in parts):
            yield (
                *(one.question, one.item, one.option, one.kind.value, one.wave, one.population.value),
                one.n if "n" in parts else None,
                one.base if "base" in parts else None,
                reference.report.percentage_of(one) if "n" not in parts else None,
            )


def _responses(national: Iterable[Figure]) -> Iterator[tuple[object, ...]]:
    for order, one in enumerate(national):
        if one.section == RESPONSE:
            yield order, one.question, one.wave, one.population.value, one.n, one.base
