"""From ``data/`` to a new version of the database: read, load, derive, check, publish. Nothing flows back."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from explorer.building.disclosure import Known, Workshop, make_release, read_earlier_releases
from explorer.building.disclosure.keeping import Settled
from explorer.building.disclosure.releasing import shipped_results
from explorer.building.maps import copy_maps, maps_of
from explorer.building.tables import Inputs, load_tables, read_inputs
from explorer.errors import BuildError
from explorer.inputs import sources
from explorer.inputs.reference import copy_reference
from explorer.paths import DATA, QUERIES
from explorer.store.files import DATABASE, RELEASE, Connection, created_database, sql_text
from explorer.store.manifest import MANIFEST, MINISTRY_MANIFEST, REFERENCE, write_manifest
from explorer.store.queries import run_queries
from explorer.store.versions import Draft, Store

Progress = Callable[[str, int, int], None]
"""Called before each step with its Dutch name, its number (from 1) and the number of steps."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the version's name, rows per table, and a hash per table of what it holds.

    ``settled`` are the waves whose released figures stay those of an earlier version.
    """

    version: str
    rows: dict[str, int]
    hashes: dict[str, str]
    settled: tuple[Settled, ...] = ()


def no_progress(_step: str, _number: int, _total: int) -> None:
    """For a caller that shows none."""


def build(
    store: Store, data: Path = DATA, queries: Path = QUERIES, *, progress: Progress = no_progress, wait: bool = True
) -> Built:
    """Make a new version beside the old one, check it, and publish it.

    The same input gives the same figures and the same hash of every table.

    Raises:
        SourceError: a file of ``data/`` was edited, does not hold what it must, or is a map that nobody drew yet.
        CodebookError: the codebook contradicts itself.
        BuildError: a query failed, or a check found a fault; the version in use stays.
        DisclosureError: what would leave the ministry gives answers away; the version in use stays.
        StoreError: another build is running and ``wait`` is false.
    """
    steps = _Steps(progress, total=7)
    with store.building(wait=wait) as draft:
        folder = draft.folder
        steps.next("Bronnen controleren")
        sources.verify(data)
        steps.next("Bronnen lezen")
        inputs = read_inputs(data)
        maps = maps_of(data / "geo", [wave.wave for wave in inputs.waves])
        rows, hashes = _fill(folder, queries, inputs, steps)
        steps.next("Naslag en kaarten overnemen")
        copy_reference(data, folder / REFERENCE)
        copy_maps(maps, folder / REFERENCE / "geo")
        steps.next("Uitgave maken en controleren")
        known = Known(store.folder / "audited.json", shipped_results(inputs.waves))
        earlier = read_earlier_releases(store)
        _, settled = make_release(Workshop(folder, queries), known=known, earlier=earlier, told=steps.tell)
        version = _finish(draft, data, rows, hashes)
    return Built(version, rows, hashes, settled)


def _fill(folder: Path, queries: Path, inputs: Inputs, steps: "_Steps") -> tuple[dict[str, int], dict[str, str]]:
    """Make the database of a version; rows per table, and a hash per table of what it holds."""
    steps.next("Tabellen vullen")
    with created_database(folder / DATABASE) as connection:
        run_queries(connection, queries, "1")
        load_tables(connection, inputs)
        steps.next("Cijfers tellen")
        run_queries(connection, queries, "2", "3")
        steps.next("Controleren")
        _check(connection, inputs)
        hashes = dict(_hashes(connection, folder))
        return {table: _count(connection, table) for table in hashes}, hashes


@dataclass(slots=True)
class _Steps:
    """Counts the steps, so that the order of the lines above is the only place that knows it."""

    progress: Progress
    total: int
    number: int = 0

    def next(self, name: str) -> None:
        self.number += 1
        self.progress(name, self.number, self.total)

    def tell(self, name: str, number: int, total: int) -> None:
        """What goes on within a step that takes long."""
        self.progress(f"Controle {number}/{total}: {name}", self.number, self.total)


def _check(connection: Connection, inputs: Inputs) -> None:
    """Every view ``check_…`` lists faults and must be empty; every section has each respondent once."""
    names = connection.execute(
        "select view_name from duckdb_views() where not internal and view_name like 'check^_%' escape '^'"
    ).fetchall()
    faults = [fault for (name,) in names for (fault,) in connection.execute(f"select fault from {name}").fetchall()]  # noqa: S608
    expected = len(inputs.responses)
    for relation in ("response", "participation", *(section.id for section in inputs.codebook.sections)):
        found = _count(connection, f"(select distinct wave, response_id from {relation})")  # noqa: S608
        if not found == _count(connection, relation) == expected:
            faults.append(f"{relation} heeft {_count(connection, relation)} regels bij {expected} respondenten.")
    if faults:
        listed = "\n".join(f"- {fault}" for fault in faults[:20])
        raise BuildError(f"De gegevens kloppen niet ({len(faults)} fouten). Herstel de bron en bouw opnieuw.\n{listed}")


def _hashes(connection: Connection, folder: Path) -> Iterator[tuple[str, str]]:
    """(table, sha256 of its rows as sorted CSV) of every table."""
    tables = connection.execute("select table_name from duckdb_tables() order by all").fetchall()
    for (table,) in tables:
        exported = folder / f"{table}.csv"
        connection.execute(f"copy (select * from {table} order by all) to {sql_text(exported)} (header)")  # noqa: S608
        yield table, hashlib.sha256(exported.read_bytes()).hexdigest()
        exported.unlink()


def _count(connection: Connection, relation: str) -> int:
    row = connection.execute(f"select count(*) from {relation}").fetchone()  # noqa: S608
    if row is None:
        raise BuildError(f"{relation} kon niet geteld worden.")
    return int(row[0])


def _finish(draft: Draft, data: Path, rows: dict[str, int], hashes: dict[str, str]) -> str:
    """Write the manifests, give the version its name, and make it the one in use."""
    folder = draft.folder
    built_at = datetime.now(UTC)
    digest = hashlib.sha256(json.dumps(hashes, sort_keys=True).encode()).hexdigest()
    version = f"{built_at:%Y%m%dT%H%M%SZ}-{digest[:8]}"
    public = [path for path in (folder / REFERENCE).rglob("*") if path.is_file()]
    write_manifest(folder, MANIFEST, [*public, folder / RELEASE], version=version, built_at=built_at.isoformat())
    source_hashes = {source.file: source.sha256 for source in sources.load_sources(data)}
    write_manifest(folder, MINISTRY_MANIFEST, [folder / DATABASE], sources=source_hashes, rows=rows, tables=hashes)
    draft.publish(version)
    return version
