"""The waves that there are: when the questionnaire was open, and whether the answers are simulated."""

from dataclasses import dataclass
from pathlib import Path

from explorer.importing.strict_csv import Row, read_rows

COLUMNS = ("wave", "fieldwork", "is_simulated")


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave; ``fieldwork`` is the period in Dutch words."""

    wave: int
    fieldwork: str
    is_simulated: bool


def read_waves(path: Path) -> tuple[Wave, ...]:
    """Read ``data/waves/waves.csv``, oldest wave first.

    Raises:
        SourceError: a value is not what its column asks for.
    """
    return tuple(sorted((_wave(row) for row in read_rows(path, COLUMNS)), key=lambda wave: wave.wave))


def _wave(row: Row) -> Wave:
    if not row.fields["wave"].isdecimal():
        raise row.refuse("wave", "is geen jaartal")
    if row.fields["is_simulated"] not in ("0", "1"):
        raise row.refuse("is_simulated", "moet 0 (echt) of 1 (gesimuleerd) zijn")
    return Wave(int(row.fields["wave"]), row.fields["fieldwork"], row.fields["is_simulated"] == "1")
