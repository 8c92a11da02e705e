"""The ledger of a store: every release that was ever in use, whether its version is still there or not.

What was given away stays known, so a later release reckons with it. A release holds no answers, so neither does this.
"""

import os
import shutil
from pathlib import Path

from explorer.errors import StoreError
from explorer.inputs.sources import hash_of
from explorer.store.files import RELEASE

LEDGER = "released"
_HASH_LENGTH = 16
_FOLDER_MODE, _FILE_MODE = 0o750, 0o640


def remember(store: Path, version: Path) -> None:
    """Copy the release of a version into the ledger, once; in one step, so that a stop halfway leaves nothing half."""
    kept = store / LEDGER / f"{version.name}-{hash_of(version / RELEASE)[:_HASH_LENGTH]}.duckdb"
    if kept.exists():
        return
    kept.parent.mkdir(mode=_FOLDER_MODE, exist_ok=True)
    beside = store / f"{RELEASE}.{os.getpid()}.part"
    shutil.copyfile(version / RELEASE, beside)
    beside.chmod(_FILE_MODE)
    beside.replace(kept)


def version_of(path: Path) -> str:
    """The version that a file of the ledger, or a release in its own folder, came with."""
    return path.parent.name if path.name == RELEASE else path.stem.rpartition("-")[0]


def remembered(store: Path) -> tuple[Path, ...]:
    """The files of the ledger, oldest version first.

    Raises:
        StoreError: a file is not the one that was kept; names it, with the ways on.
    """
    found = tuple(sorted((store / LEDGER).glob("*.duckdb")))
    for path in found:
        if not hash_of(path).startswith(path.stem.rpartition("-")[2]):
            raise StoreError(
                f"In {path} stond wat een eerdere versie uitgaf, en een nieuwe uitgave rekent daarmee. Het bestand is "
                "gewijzigd of beschadigd. Zet het terug uit een reservekopie, of haal het weg: dan telt niet meer mee "
                "wat die versie verried."
            )
    return found
