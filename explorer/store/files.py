"""The DuckDB files of a version: opened to read, shut off and locked; made anew, small, and checked to be whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from explorer.errors import BuildError, StoreError
from explorer.store.full_disk import reason

MEND = "Herstel het met: python -m explorer build"
DATABASE, RELEASE = "explorer.duckdb", "release.duckdb"
STORAGE_VERSION = "v1.5.0"
FILE_OPTIONS = f"storage_version '{STORAGE_VERSION}', block_size 16384"

# Given on opening, not set afterwards: a second connection to the same file shares its settings, which are locked.
LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "autoload_known_extensions": "false",
    "enable_external_access": "false",
    "lock_configuration": "true",
}

Connection = duckdb.DuckDBPyConnection
DatabaseError = duckdb.Error


def open_database(path: Path) -> Connection:
    """Open a published database to read, shut off from files and extensions, with its settings locked.

    Raises:
        StoreError: the file is missing, damaged, or was written to after it was built.
    """
    # Reads every block of the counts, so that damage shows here and not on a page.
    return _open(path, "select sum(n), sum(base), max(question) from figure_count")


def open_release(path: Path) -> Connection:
    """Open what left the ministry, in the same way.

    Raises:
        StoreError: the file is missing, damaged, or was written to after it was built.
    """
    return _open(path, "select sum(n), sum(base), max(question) from release_figure")


def _open(path: Path, reads_all: str) -> Connection:
    if not path.is_file():
        raise StoreError(f"De database {path} ontbreekt. {MEND}")
    if _log_beside(path).exists():
        # DuckDB would apply the log in silence, and show what no check has seen.
        raise StoreError(f"Iets heeft in de database {path} geschreven nadat zij gemaakt was. {MEND}")
    connection: Connection | None = None
    try:
        connection = duckdb.connect(str(path.absolute()), read_only=True, config=LOCKED)
        connection.execute(reads_all).fetchall()
    except duckdb.Error as error:
        if connection is not None:
            connection.close()
        raise StoreError(f"De database {path} is beschadigd of onvolledig. {MEND}") from error
    return connection


@contextmanager
def working_database(source: Path) -> Iterator[Connection]:
    """A database in memory that reads the tables and views of a finished one, and may have its own beside them.

    Raises:
        BuildError: a query of the block failed.
    """
    connection = duckdb.connect()
    try:
        connection.execute(f"attach {sql_text(source)} as explorer (read_only)")
        connection.execute("set search_path = 'memory.main,explorer.main'")
        yield connection
    except duckdb.Error as error:
        raise BuildError(reason(error, f"De uitgave kon niet gemaakt worden: {error}")) from error
    finally:
        connection.close()


def save_relations(connection: Connection, path: Path, relations: dict[str, str]) -> None:
    """Write relations (name of the table → query) of a working database into a new file, rows in a fixed order."""
    connection.execute(f"attach {sql_text(path)} as saved ({FILE_OPTIONS})")
    for table, query in relations.items():
        connection.execute(f"create table saved.main.{table} as select * from ({query}) order by all")  # noqa: S608
    connection.execute("checkpoint saved")
    connection.execute("detach saved")
    if _log_beside(path).exists():
        raise BuildError(f"De uitgave {path.name} is niet helemaal weggeschreven. Bouw opnieuw.")


def _log_beside(path: Path) -> Path:
    """Where DuckDB keeps what it has not yet written into the file."""
    return path.with_name(path.name + ".wal")


def sql_text(path: Path) -> str:
    """A path as a text in SQL, also where a folder has an apostrophe in its name, or is named ``~`` or ``md:``."""
    return "'" + str(path.absolute()).replace("'", "''") + "'"


@contextmanager
def created_database(path: Path) -> Iterator[Connection]:
    """A new, small database file to fill; closed and checked to be whole when the block ends.

    The storage version is that of the oldest DuckDB that must open the file; small blocks make a file of 60 kB of
    what would be 540 kB.

    Raises:
        BuildError: a query of the block failed, or the file was left with a write-ahead log.
    """
    connection = duckdb.connect()
    try:
        connection.execute(f"attach {sql_text(path)} as explorer ({FILE_OPTIONS})")
        connection.execute("use explorer")
        yield connection
        connection.execute("checkpoint explorer")
        connection.execute("use memory")
        connection.execute("detach explorer")
    except duckdb.Error as error:
        raise BuildError(reason(error, f"De database kon niet gemaakt worden: {error}")) from error
    finally:
        connection.close()
    if _log_beside(path).exists():
        raise BuildError(f"De database {path.name} is niet helemaal weggeschreven. Bouw opnieuw.")
