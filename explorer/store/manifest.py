"""What a version is made of: a hash per file, so that a file that was changed afterwards is refused.

``manifest.json`` names the files that may be served to everyone. ``ministry.json`` stands beside the answers and stays
with them: hashes and counts of answers tell of answers.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from explorer.errors import OutdatedVersionError, StoreError
from explorer.inputs.sources import hash_of
from explorer.store.files import DATABASE, MEND

FORMAT = 4
"""Raised whenever the program that wrote a version cannot be replaced by this one. Version 1 had no such number."""
MANIFEST, MINISTRY_MANIFEST = "manifest.json", "ministry.json"
REFERENCE = "data"
"""The folder of a version with what it knows beside the answers."""

Manifest = dict[str, Any]


def write_manifest(folder: Path, name: str, files: Iterable[Path], **told: object) -> None:
    """Write the hashes of ``files``, and what else is ``told``, into ``folder/name``."""
    hashes = {path.relative_to(folder).as_posix(): hash_of(path) for path in sorted(files)}
    content = {"format": FORMAT, **told, "files": hashes}
    (folder / name).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read_manifest(folder: Path, name: str = MANIFEST) -> Manifest:
    """What a version says of itself.

    Raises:
        OutdatedVersionError: an earlier program wrote it, or a later one.
        StoreError: there is no manifest, or it cannot be read.
    """
    try:
        manifest = json.loads((folder / name).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise _damaged(folder, name) from error
    if not isinstance(manifest, dict):
        raise _damaged(folder, name)
    if manifest.get("format") != FORMAT:
        raise OutdatedVersionError(
            f"Versie {folder.name} is met een ander programma gemaakt. Maak haar opnieuw. {MEND}"
        )
    if not isinstance(manifest.get("files"), dict):
        raise _damaged(folder, name)
    return manifest


def _damaged(folder: Path, name: str) -> StoreError:
    return StoreError(f"Van versie {folder.name} ontbreekt {name}, of het is beschadigd. {MEND}")


def check_files(folder: Path) -> None:
    """Check that every file of a version is the one that its own manifest names, byte for byte.

    A version without answers, for a server of the public, is whole without them, and without their manifest.

    Raises:
        OutdatedVersionError: another program wrote the version.
        StoreError: a file is missing, was changed, or was not there when the version was made.
    """
    listed: dict[str, str] = dict(read_manifest(folder)["files"])
    if (folder / DATABASE).exists() or (folder / MINISTRY_MANIFEST).exists():
        listed |= read_manifest(folder, MINISTRY_MANIFEST)["files"]
    for name, expected in listed.items():
        path = folder / name
        if not path.is_file():
            raise StoreError(f"Van versie {folder.name} ontbreekt {name}. {MEND}")
        if hash_of(path) != expected:
            raise StoreError(f"Van versie {folder.name} is {name} gewijzigd nadat zij gemaakt was. {MEND}")
    present = {path.relative_to(folder).as_posix() for path in (folder / REFERENCE).rglob("*") if path.is_file()}
    added = sorted(present - listed.keys())
    if added:
        raise StoreError(f"In versie {folder.name} staat {added[0]}, dat er niet bij hoort. {MEND}")
