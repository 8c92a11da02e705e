"""Reads a CSV file without guessing: UTF-8, commas, every row as long as the header. Nothing is mended silently."""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from explorer.errors import SourceError


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its line in the file and its fields by column name."""

    path: Path
    line: int
    fields: dict[str, str]

    def whole_number(self, column: str) -> int | None:
        """The value of a column as a number of at most nine digits; None where it is not one."""
        text = self.fields[column]
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None

    def refuse(self, column: str, why: str) -> SourceError:
        """The error that names file, line, column and value; ``why`` says what was expected."""
        return SourceError(f"{self.path.name}, regel {self.line}, kolom {column}: '{self.fields[column]}' {why}.")


def _unexplained(_column: str) -> None:
    """For a reader that knows nothing of columns that it does not read."""


def read_rows(
    path: Path,
    required: Collection[str],
    *,
    optional: Collection[str] = (),
    explain: Callable[[str], str | None] = _unexplained,
) -> tuple[Row, ...]:
    """Read all records. ``explain`` may say in Dutch what is wrong with a column that is unknown, and the remedy.

    Raises:
        SourceError: the file is missing or not UTF-8, a column is missing, doubled or unknown, or a row is too long
            or too short; the message names the line.
    """
    rows = tuple(_records(path))
    if not rows:
        raise SourceError(f"{path.name} is leeg: er is geen regel met kolomnamen.")
    header = list(rows[0][1])
    _check_header(path, header, required, {*required, *optional}, explain)
    return tuple(Row(path, line, _fields(path, line, header, values)) for line, values in rows[1:])


def _records(path: Path) -> Iterator[tuple[int, list[str]]]:
    """(line on which the record ends, its values)."""
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    ended = 0
    try:
        for values in reader:
            ended = reader.line_num
            yield ended, values
    except csv.Error as error:
        raise SourceError(
            f"{path.name}, vanaf regel {ended + 1}: geen geldige CSV ({error}). Controleer aanhalingstekens en komma's."
        ) from error


def _text(path: Path) -> str:
    """The whole file; a byte order mark, which Excel puts before UTF-8, is no part of the first column's name."""
    try:
        content = path.read_bytes()
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        raise SourceError(f"Het bestand {path} ontbreekt. Zet het terug of maak het opnieuw.") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{path.name}, regel {line}: byte {error.start} is geen UTF-8. Sla het bestand op als CSV UTF-8."
        ) from error


def _check_header(
    path: Path,
    header: list[str],
    required: Collection[str],
    known: Collection[str],
    explain: Callable[[str], str | None],
) -> None:
    doubled = sorted({name for name in header if header.count(name) > 1})
    missing = [name for name in required if name not in header]
    reasons = {name: explain(name) for name in header if name not in known}
    unknown = [name for name, reason in reasons.items() if reason is None]
    for names, what in ((doubled, "staat dubbel"), (missing, "ontbreekt"), (unknown, "is onbekend")):
        if names:
            raise SourceError(f"{path.name}, regel 1: kolom {', '.join(names)} {what}. Pas de kolomnamen aan.")
    if reasons:
        name, reason = next(iter(reasons.items()))
        raise SourceError(f"{path.name}, regel 1: kolom {name} {reason}")


def _fields(path: Path, line: int, header: list[str], values: list[str]) -> dict[str, str]:
    if len(values) != len(header):
        raise SourceError(
            f"{path.name}, regel {line}: {len(values)} velden waar de kop er {len(header)} heeft. Maak de regel gelijk."
        )
    return dict(zip(header, values, strict=True))
