"""From ``data/`` to a new version of the database: read, load, derive, check, publish. Nothing flows back."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from explorer.building.boundaries import write_topojson
from explorer.building.disclosure import SEEDS, Known, Workshop, make_release, read_earlier_releases
from explorer.building.tables import Inputs, load_tables, read_inputs
from explorer.errors import BuildError
from explorer.inputs import sources
from explorer.paths import DATA, QUERIES
from explorer.store.full_disk import reason
from explorer.store.versions import Connection, DatabaseError, Store, created_database, sql_text

Progress = Callable[[str, int, int], None]
"""Called before each step with its Dutch name, its number (from 1) and the number of steps."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the version's name, rows per table, and a hash per table of what it holds."""

    version: str
    rows: dict[str, int]
    hashes: dict[str, str]


def no_progress(_step: str, _number: int, _total: int) -> None:
    """For a caller that shows none."""


def build(
    store: Store, data: Path = DATA, queries: Path = QUERIES, *, progress: Progress = no_progress, wait: bool = True
) -> Built:
    """Make a new version beside the old one, check it, and publish it.

    The same input gives the same figures and the same hash of every table.

    Raises:
        SourceError: a file of ``data/`` was edited, or does not hold what it must.
        CodebookError: the codebook contradicts itself.
        BuildError: a query failed, or a check found a fault; the version in use stays.
        DisclosureError: what would leave the ministry gives answers away; the version in use stays.
        StoreError: another build is running and ``wait`` is false.
    """
    steps = _Steps(progress, total=7)
    with store.building(wait=wait) as folder:
        steps.next("Bronnen controleren")
        sources.verify(data)
        steps.next("Bronnen lezen")
        inputs = read_inputs(data)
        steps.next("Tabellen vullen")
        with created_database(folder / "explorer.duckdb") as connection:
            _run(connection, queries, "1")
            load_tables(connection, inputs)
            steps.next("Cijfers tellen")
            _run(connection, queries, "2", "3")
            steps.next("Controleren")
            _check(connection, inputs)
            hashes = dict(_hashes(connection, folder))
            rows = {table: _count(connection, table) for table in hashes}
        steps.next("Uitgave maken en controleren")
        known = Known(store.folder / "audited.json", SEEDS)
        workshop = Workshop(folder, data, queries)
        make_release(workshop, known=known, earlier=read_earlier_releases(store), told=steps.tell)
        steps.next("Kaarten tekenen")
        (folder / "geo").mkdir()
        write_topojson(data / "geo", folder / "geo", [wave.wave for wave in inputs.waves])
        version = _finish(store, folder, data, rows, hashes)
    return Built(version, rows, hashes)


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


def _run(connection: Connection, queries: Path, *series: str) -> None:
    """Run the files whose number starts with one of ``series``, in the order of their numbers."""
    files = sorted(path for path in queries.glob("*.sql") if path.name.startswith(series))
    if not files:
        raise BuildError(f"Er zijn geen query's in {queries}. Zet de map terug.")
    for path in files:
        try:
            connection.execute(path.read_text(encoding="utf-8"))
        except DatabaseError as error:
            raise BuildError(reason(error, f"De query {path.name} mislukt: {error}")) from error


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


def _finish(store: Store, folder: Path, data: Path, rows: dict[str, int], hashes: dict[str, str]) -> str:
    """Write the manifest, give the version its name, and make it the one in use."""
    built_at = datetime.now(UTC)
    digest = hashlib.sha256(json.dumps(hashes, sort_keys=True).encode()).hexdigest()
    version = f"{built_at:%Y%m%dT%H%M%SZ}-{digest[:8]}"
    source_hashes = {source.file: source.sha256 for source in sources.load_sources(data)}
    manifest = {
        "version": version,
        "built_at": built_at.isoformat(),
        "sources": source_hashes,
        "rows": rows,
        "tables": hashes,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if version not in store.versions():
        folder.rename(store.folder / version)
    store.publish(version)
    return version
