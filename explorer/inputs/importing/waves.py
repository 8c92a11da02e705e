"""The waves that there are: when the questionnaire was open, and whether the answers are simulated."""

from pathlib import Path

from explorer.errors import SourceError
from explorer.inputs.importing.strict_csv import Row, read_rows
from explorer.survey.figures.waves import Wave

COLUMNS = ("wave", "fieldwork", "is_simulated")


def read_waves(path: Path) -> tuple[Wave, ...]:
    """Read ``data/waves/waves.csv``, oldest wave first.

    Raises:
        SourceError: a value is not what its column asks for, a wave stands twice, or there is none.
    """
    waves: dict[int, Wave] = {}
    for row in read_rows(path, COLUMNS):
        wave = _wave(row)
        if wave.wave in waves:
            raise row.refuse("wave", "staat al eerder in het bestand; haal één van beide regels weg")
        waves[wave.wave] = wave
    if not waves:
        raise SourceError(f"{path.name} heeft 0 metingen: er staat alleen een kop in.")
    return tuple(waves[year] for year in sorted(waves))


def _wave(row: Row) -> Wave:
    year = row.whole_number("wave")
    if year is None:
        raise row.refuse("wave", "is geen jaartal")
    if row.fields["is_simulated"] not in ("0", "1"):
        raise row.refuse("is_simulated", "moet 0 (echt) of 1 (gesimuleerd) zijn")
    return Wave(year, row.fields["fieldwork"], row.fields["is_simulated"] == "1")
