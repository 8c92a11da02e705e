"""Municipalities that ended, and who took them over. Source: ``data/geo/changes.csv`` (CBS)."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from explorer.errors import SourceError


@dataclass(frozen=True, slots=True)
class MunicipalityChange:
    """On ``day`` the municipality ``old`` ended; ``new`` took over all of it, or part of it where it was divided.

    ``kind`` is merged, split or absorbed.
    """

    day: date
    old_code: str
    old: str
    new_code: str
    new: str
    kind: str

    @property
    def is_split(self) -> bool:
        return self.kind == "split"


def load_changes(path: Path) -> tuple[MunicipalityChange, ...]:
    """Read ``changes.csv``, in the order of the days.

    Raises:
        SourceError: the file is missing, or a row cannot be read.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            found = [_change(row) for row in csv.DictReader(file, strict=True)]
    except FileNotFoundError:
        raise SourceError(f"Het bestand {path.name} ontbreekt in data/geo/. Zet het terug uit git.") from None
    except (KeyError, ValueError) as error:
        raise SourceError(f"{path.name} is niet te lezen: {error}. Zet het terug uit git.") from error
    return tuple(sorted(found, key=lambda change: change.day))


def _change(row: dict[str, str]) -> MunicipalityChange:
    return MunicipalityChange(
        day=date.fromisoformat(row["date"]),
        old_code=row["old_code"],
        old=row["old_name"],
        new_code=row["new_code"],
        new=row["new_name"],
        kind=row["kind"],
    )
