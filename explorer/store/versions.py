"""Versions of the database: where they are, which one is in use, how one is published, opened and rolled back.

A version is a folder with ``explorer.duckdb``, the release (``release.duckdb`` with ``audit.json``, the proof that it
was audited), the boundaries (``geo/``) and ``manifest.json``. ``CURRENT`` names the
version in use; it is replaced in one step, so that a reader always finds a whole version. A process that has a file
open keeps the old one: every version therefore has a name of its own.
"""

import fcntl
import hashlib
import json
import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from explorer.errors import BuildError, StoreError
from explorer.paths import STORE
from explorer.store.folder_name import require_usable_name
from explorer.store.full_disk import reason

MEND = "Herstel het met: python -m explorer build"
VERSION_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")
UNFINISHED = "unfinished-"
STORAGE_VERSION = "v1.5.0"
FILE_OPTIONS = f"storage_version '{STORAGE_VERSION}', block_size 16384"
DATABASE, RELEASE, AUDIT, PUBLISHED = "explorer.duckdb", "release.duckdb", "audit.json", "published"
"""Files of a version; the last one is empty and says that the version was once in use."""

# Given on opening, not set afterwards: a second connection to the same file shares its settings, which are locked.
LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "autoload_known_extensions": "false",
    "enable_external_access": "false",
    "lock_configuration": "true",
}

logger = logging.getLogger(__name__)
Connection = duckdb.DuckDBPyConnection
DatabaseError = duckdb.Error


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of versions."""

    folder: Path

    @property
    def pointer(self) -> Path:
        return self.folder / "CURRENT"

    def versions(self) -> tuple[str, ...]:
        """Names of all finished versions, oldest first."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path.name for path in self.folder.iterdir() if VERSION_NAME.fullmatch(path.name)))

    def current(self) -> str | None:
        """The version in use; None where nothing was published yet."""
        try:
            # A damaged pointer names no version; it must not raise here.
            return self.pointer.read_text(encoding="utf-8", errors="replace").strip()
        except FileNotFoundError:
            return None

    def path_of(self, version: str) -> Path:
        """The folder of a version.

        Raises:
            StoreError: there is no such version.
        """
        if version not in self.versions():
            raise StoreError(
                f"Versie {version} bestaat niet in {self.folder}. Bekijk ze met: python -m explorer versions"
            )
        return self.folder / version

    def current_path(self) -> Path:
        """The folder of the version in use.

        Raises:
            StoreError: nothing was published, or the pointer names a version that is gone.
        """
        version = self.current()
        if version is None:
            raise StoreError(f"Er is nog geen database in {self.folder}. {MEND}")
        if version not in self.versions():
            raise StoreError(f"De database {version} in {self.folder} is verdwenen. {MEND}")
        return self.folder / version

    def publish(self, version: str) -> None:
        """Make ``version`` the one in use, after checking that it opens and that its release passed the audit.

        Raises:
            StoreError: there is no such version, a file is damaged, or this very release did not pass the audit.
        """
        folder = self.path_of(version)
        if (folder / DATABASE).exists() or not (folder / RELEASE).exists():
            open_database(folder / DATABASE).close()
        open_release(folder / RELEASE).close()
        require_audit(folder)
        (folder / PUBLISHED).touch()
        beside = self.pointer.with_suffix(f".{os.getpid()}")
        beside.write_text(version + "\n", encoding="utf-8")
        beside.replace(self.pointer)

    def manifest(self, version: str) -> dict[str, Any]:
        """What a version says of itself: when it was built, from which sources, with how many rows."""
        manifest: dict[str, Any] = json.loads((self.path_of(version) / "manifest.json").read_text(encoding="utf-8"))
        return manifest

    @contextmanager
    def building(self, *, wait: bool = True) -> Iterator[Path]:
        """An empty folder to build a version in, while no one else builds. Sweeps what a killed build left behind.

        Raises:
            StoreError: another build is running and ``wait`` is false.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._locked(wait=wait):
            self._sweep()
            unfinished = self.folder / f"{UNFINISHED}{os.getpid()}"
            unfinished.mkdir()
            try:
                yield unfinished
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what builds that were killed left behind; does nothing while a build is running."""
        if not self.folder.is_dir():
            return
        try:
            with self._locked(wait=False):
                self._sweep()
        except StoreError:
            logger.info("A build is running in %s; nothing was swept.", self.folder)

    @contextmanager
    def _locked(self, *, wait: bool) -> Iterator[None]:
        with (self.folder / "build.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreError(
                    "Er wordt al een versie gebouwd. Wacht tot die klaar is; probeer het dan weer."
                ) from None
            yield

    def _sweep(self) -> None:
        """Under the lock no build is running, so what is unfinished was left behind."""
        for left in self.folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left)
        for left in (*self.folder.glob("CURRENT.*"), *self.folder.glob("*.part")):
            left.unlink()


def default_store() -> Store:
    """The store of ``EXPLORER_STORE``, or else the folder ``store`` beside ``data``.

    Raises:
        StoreError: DuckDB cannot keep files in a folder of that name.
    """
    named = os.environ.get("EXPLORER_STORE")
    folder = Path(named) if named else STORE
    require_usable_name(folder)
    return Store(folder)


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


def require_audit(folder: Path) -> None:
    """Check that the release in a folder passed the audit, byte for byte as it is.

    Raises:
        StoreError: it was not audited, was changed since, or did not pass.
    """
    audit = "Controleer de uitgave met: python -m explorer audit"
    try:
        found = json.loads((folder / AUDIT).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        raise StoreError(f"De uitgave van {folder.name} is niet gecontroleerd. {audit}") from None
    if found.get("release") != hash_of_release(folder):
        raise StoreError(f"De uitgave van {folder.name} is niet de uitgave die gecontroleerd is. {audit}")
    if found.get("passed") is not True:
        raise StoreError(
            f"De uitgave van {folder.name} verraadt antwoorden van gemeenten en komt niet in gebruik. {audit}"
        )


def hash_of_release(folder: Path) -> str:
    """The sha256 of the release file of a version."""
    return hashlib.sha256((folder / RELEASE).read_bytes()).hexdigest()


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
