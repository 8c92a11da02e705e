"""Municipalities that ended, and what became of them, in sentences. Source: ``data/geo/changes.csv`` (CBS)."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from explorer.errors import SourceError
from explorer.paths import DATA
from explorer.survey.formats import agreeing, listed


@dataclass(frozen=True, slots=True)
class Change:
    """On ``day`` the municipality ``old`` ended; ``new`` took over all of it, or part of it where it was divided."""

    day: date
    old: str
    new: str
    is_split: bool


def load_changes(path: Path = DATA / "geo" / "changes.csv") -> tuple[Change, ...]:
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


def changes_in_words(changes: Iterable[Change]) -> tuple[tuple[date, str], ...]:
    """(day, sentence): one sentence per municipality that grew or began, or that was divided; in the order given.

    >>> day = date(2021, 1, 1)
    >>> changes_in_words([Change(day, "A", "C", False), Change(day, "B", "C", False)])[0][1]
    'A en B gingen op in C.'
    >>> changes_in_words([Change(day, "A", "B", True), Change(day, "A", "C", True)])[0][1]
    'A werd verdeeld over B en C.'
    """
    return tuple((key[0], _sentence(list(group))) for key, group in groupby(changes, key=_belongs_to))


def _change(row: dict[str, str]) -> Change:
    return Change(date.fromisoformat(row["date"]), row["old_name"], row["new_name"], row["kind"] == "split")


def _belongs_to(change: Change) -> tuple[date, str]:
    """What one sentence tells: all parts of who was divided, or all who went to the same municipality."""
    return change.day, f"from {change.old}" if change.is_split else f"to {change.new}"


def _sentence(changes: list[Change]) -> str:
    first = changes[0]
    if first.is_split:
        return f"{first.old} werd verdeeld over {listed([change.new for change in changes])}."
    verb = agreeing(len(changes), "ging", "gingen")
    return f"{listed([change.old for change in changes])} {verb} op in {first.new}."
