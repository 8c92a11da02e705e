"""The reading that each conflict row gets: where the report contradicts itself, one side holds."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from explorer.errors import SourceError
from explorer.inputs.printed.rows import PrintedRow

COORDINATES = ("section", "question", "item", "option", "wave", "population", "n", "base", "pct")
"""What tells conflict rows apart: the same figure may be printed twice with other numbers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What holds instead of, or beside, what a conflict row prints.

    Exactly one of these is asked: ``n`` (with ``base``, counted for ``option`` where that is another one than
    printed), ``about`` (a count, within 3 %), ``not_rank`` (the place that the row claims and that does not hold),
    ``no_trend`` (waves that may not be compared). ``because`` is the Dutch sentence that a user reads.
    ``in_words`` says that the report has no number there, but words such as "een derde".
    """

    row: tuple[object, ...]
    contradiction: str
    because: str
    option: str | None = None
    n: int | None = None
    base: int | None = None
    about: int | None = None
    not_rank: int | None = None
    no_trend: bool = False
    in_words: bool = False

    def is_about(self, row: PrintedRow) -> bool:
        """Whether this is the reading of that row."""
        return self.row == self.coordinates_of(row)

    @staticmethod
    def coordinates_of(row: PrintedRow) -> tuple[object, ...]:
        """The values of :data:`COORDINATES` of a row, by which it is told apart."""
        return tuple(getattr(row, name) for name in COORDINATES)


def load_readings(path: Path) -> tuple[Reading, ...]:
    """Read ``readings.yml``.

    Raises:
        SourceError: the file is missing, or an entry says not exactly one thing.
    """
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))["readings"]
    except FileNotFoundError:
        raise SourceError(f"De lezingen bij het rapport ontbreken: {path}. Zet het bestand terug.") from None
    return tuple(_reading(entry) for entry in entries)


def _reading(entry: dict[str, Any]) -> Reading:
    holds = entry["holds"]
    if len({"n", "about", "not_rank", "no_trend"} & holds.keys()) != 1:
        raise SourceError(f"readings.yml: {entry['row']} moet precies één van n, about, not_rank en no_trend noemen.")
    return Reading(
        row=_coordinates(entry["row"]),
        contradiction=entry["contradiction"],
        because=entry["because"],
        in_words=entry.get("in_words", False),
        **holds,
    )


def _coordinates(row: dict[str, Any]) -> tuple[object, ...]:
    """The coordinates in the order of :data:`COORDINATES`; a percentage keeps its decimals."""
    values = {**row, "pct": Decimal(str(row["pct"]))} if "pct" in row else row
    unknown = set(values) - set(COORDINATES)
    if unknown:
        raise SourceError(f"readings.yml noemt onbekende velden bij een rij: {', '.join(sorted(unknown))}.")
    return tuple(values.get(name) for name in COORDINATES)
