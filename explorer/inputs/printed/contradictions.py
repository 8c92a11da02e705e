"""Where the report contradicts itself. Sources: ``contradictions.csv``, and ``contradictions_nl.yml`` for its words."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from explorer.errors import SourceError
from explorer.survey.formats import NO_BREAK

FIELDS = ("topic", "first", "second", "reading")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What one place of the report says, what another one says, and the reading that holds; all in Dutch."""

    id: str
    topic: str
    first: str
    second: str
    reading: str


def load_contradictions(folder: Path) -> tuple[Contradiction, ...]:
    """All contradictions in the order of ``contradictions.csv``, in the words of ``contradictions_nl.yml``.

    Raises:
        SourceError: a file is missing or not readable, or the two do not name the same contradictions.
    """
    ids = _ids(folder / "contradictions.csv")
    words = _words(folder / "contradictions_nl.yml")
    if set(ids) != words.keys():
        named = ", ".join(sorted(set(ids) ^ words.keys()))
        raise SourceError(f"contradictions_nl.yml en contradictions.csv noemen niet dezelfde tegenspraken: {named}.")
    return tuple(words[id] for id in ids)


def _ids(path: Path) -> tuple[str, ...]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(row["id"] for row in csv.DictReader(file, strict=True))
    except FileNotFoundError:
        raise SourceError(f"Het bestand {path.name} ontbreekt in data/. Zet het terug uit git.") from None


def _words(path: Path) -> dict[str, Contradiction]:
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SourceError(f"Het bestand {path.name} ontbreekt in data/. Zet het terug uit git.") from None
    return {entry["id"]: _contradiction(entry) for entry in entries}


def _contradiction(entry: dict[str, Any]) -> Contradiction:
    absent = [field for field in FIELDS if not isinstance(entry.get(field), str)]
    if absent:
        raise SourceError(f"contradictions_nl.yml: bij {entry['id']} mist de tekst van {', '.join(absent)}.")
    return Contradiction(id=entry["id"], **{field: _unbroken(entry[field]) for field in FIELDS})


def _unbroken(text: str) -> str:
    """A line ends neither before a percent sign nor between "paragraaf" and its number."""
    whole = re.sub(r"(paragraaf|hoofdstuk) (?=\d)", rf"\1{NO_BREAK}", text)
    return whole.replace(" %", f"{NO_BREAK}%")
