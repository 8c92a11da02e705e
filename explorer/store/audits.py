"""The verdict that comes with a release: for exactly which file, and whether it passed."""

import json
from pathlib import Path

from explorer.errors import StoreError
from explorer.inputs.sources import hash_of
from explorer.store.files import RELEASE

AUDIT, AUDIT_RESULTS = "audit.json", "audit_results.json"
"""The verdict, which goes where the release goes; and what was found per question, which stays with the answers."""


def require_audit(folder: Path) -> None:
    """Check that the release in a folder passed the audit, byte for byte as it is.

    Raises:
        StoreError: it was not audited, was changed since, or did not pass.
    """
    audit = "Controleer de uitgave met: python -m explorer audit"
    try:
        found = json.loads((folder / AUDIT).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        raise StoreError(f"De uitgave van {folder.name} is niet gecontroleerd. {audit}") from None
    if not isinstance(found, dict) or found.get("release") != hash_of_release(folder):
        raise StoreError(f"De uitgave van {folder.name} is niet de uitgave die gecontroleerd is. {audit}")
    if found.get("passed") is not True:
        raise StoreError(
            f"De uitgave van {folder.name} verraadt antwoorden van gemeenten en komt niet in gebruik. {audit}"
        )


def hash_of_release(folder: Path) -> str:
    """The sha256 of the release file of a version."""
    return hash_of(folder / RELEASE)
