"""Versions of the database: where they are, which one is in use, how one is made, published and rolled back.

A version is a folder with ``explorer.duckdb`` (with ``ministry.json``), the release (``release.duckdb`` with
``audit.json``, the proof that it was audited), what it knows beside the answers (``data/``: codebook, printed figures,
geography, boundaries) and ``manifest.json``. ``CURRENT`` names the version in use; it is replaced in one step, so that
a reader always finds a whole version. A process that has a file open keeps the old one: every version therefore has a
name of its own.
"""

import errno
import fcntl
import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from explorer.errors import StoreError
from explorer.paths import STORE
from explorer.store.audits import require_audit
from explorer.store.files import DATABASE, MEND, RELEASE, open_database, open_release
from explorer.store.folder_name import require_usable_name
from explorer.store.ledger import remember, remembered, version_of
from explorer.store.manifest import check_files

VERSION_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")
UNFINISHED = "unfinished-"
PUBLISHED = "published"
"""An empty file of a version that says that it was once in use."""
_FOLDER_MODE, _FILE_MODE = 0o750, 0o640
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)

logger = logging.getLogger(__name__)


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
            StoreError: nothing was published, or the pointer names no version, or one that is gone.
        """
        version = self.current()
        if version is None:
            raise StoreError(f"Er is nog geen database in {self.folder}. {MEND}")
        if version not in self.versions():
            raise StoreError(self._lost(version))
        return self.folder / version

    def _lost(self, version: str) -> str:
        """Where other versions are left one of them can be put in use; a build is the way out where none is."""
        what = (
            f"De database {version} in {self.folder} is verdwenen."
            if version
            else (f"Het bestand {self.pointer} wijst geen versie aan: het is leeg.")
        )
        left = self.versions()
        remedy = f"Neem de nieuwste in gebruik met: python -m explorer publish {left[-1]}" if left else MEND
        return f"{what} {remedy}"

    def publish(self, version: str) -> None:
        """Make ``version`` the one in use, while nobody builds; it opens, and its release passed the audit.

        Raises:
            StoreError: there is no such version, a file is damaged, or this very release did not pass the audit.
            OutdatedVersionError: another program wrote the version.
        """
        self.path_of(version)
        with self._locked(wait=True):
            self._publish(version)

    def _publish(self, version: str) -> None:
        """Under the lock, so that no sweep takes the pointer away between writing and replacing it."""
        folder = self.path_of(version)
        check_version(folder)
        require_audit(folder)
        (folder / PUBLISHED).touch()
        remember(self.folder, folder)
        beside = self.pointer.with_suffix(f".{os.getpid()}")
        beside.write_text(version + "\n", encoding="utf-8")
        beside.replace(self.pointer)

    def released(self) -> tuple[Path, ...]:
        """The release of every version that was ever in use, oldest first; what was given away stays known.

        A version that was in use before there was a ledger is read where it stands.

        Raises:
            StoreError: a file of the ledger is damaged.
        """
        kept = {version_of(path): path for path in remembered(self.folder)}
        for version in self.versions():
            folder = self.folder / version
            if version not in kept and (folder / PUBLISHED).exists() and (folder / RELEASE).exists():
                kept[version] = folder / RELEASE
        return tuple(kept[version] for version in sorted(kept))

    @contextmanager
    def building(self, *, wait: bool = True) -> Iterator["Draft"]:
        """An empty folder to build a version in, while no one else builds. Sweeps what a killed build left behind.

        Raises:
            StoreError: another build is running and ``wait`` is false.
        """
        self.folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        with self._locked(wait=wait):
            self._sweep()
            unfinished = self.folder / f"{UNFINISHED}{os.getpid()}"
            unfinished.mkdir()
            try:
                yield Draft(self, unfinished)
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what builds that were killed left behind; does nothing while a build is running.

        A store that may only be read is left as it is: whoever writes to it sweeps it.
        """
        if not self.folder.is_dir():
            return
        try:
            with self._locked(wait=False):
                self._sweep()
        except StoreError:
            logger.info("A build is running in %s; nothing was swept.", self.folder)
        except OSError as error:
            if error.errno not in _READ_ONLY:
                raise
            logger.info("%s may only be read; nothing was swept.", self.folder)

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


@dataclass(frozen=True, slots=True)
class Draft:
    """A version in the making: a folder of its own, under the lock of its store."""

    store: Store
    folder: Path

    def publish(self, version: str) -> None:
        """Give the finished folder its name, and make it the version in use.

        Raises:
            StoreError: a file is damaged, or the release did not pass the audit.
        """
        if version not in self.store.versions():
            close_to_others(self.folder)
            self.folder.rename(self.store.folder / version)
        self.store._publish(version)  # the lock is held already


def check_version(folder: Path) -> None:
    """Check that a version is whole: its files are those of its manifest, and its databases open.

    Raises:
        StoreError: a file is missing, damaged or was changed.
        OutdatedVersionError: another program wrote the version.
    """
    check_files(folder)
    if has_answers(folder):
        open_database(folder / DATABASE).close()
    open_release(folder / RELEASE).close()


def close_to_others(folder: Path) -> None:
    """Let owner and group alone read a folder and what is in it; who else has an account on a server may not."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(_FOLDER_MODE if path.is_dir() else _FILE_MODE)


def may_write(folder: Path) -> bool:
    """Whether a folder may be written to: not on a medium, or as a user, that may only read it."""
    return os.access(folder, os.W_OK)


def has_answers(folder: Path) -> bool:
    """Whether a version holds the answers; one for a server of the public holds the release alone."""
    return (folder / DATABASE).exists() or not (folder / RELEASE).exists()


def default_store() -> Store:
    """The store of ``EXPLORER_STORE``, or else the folder ``store`` beside ``data``.

    Raises:
        StoreError: DuckDB cannot keep files in a folder of that name.
    """
    named = os.environ.get("EXPLORER_STORE")
    folder = Path(named) if named else STORE
    require_usable_name(folder)
    return Store(folder)
