"""The rows of ``published_figures.csv``: every figure and comparison in the report, one a row."""

import csv
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from explorer.errors import SourceError
from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import Kind, percentage

COLUMNS = ["section", "question", "item", "option", "wave", "population", "n", "base", "pct", "kind", "source"]


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row. ``n`` and ``base`` are respondents, ``pct`` has the decimals that were printed; None is not printed.

    ``kind`` is one of the kinds of the report's rules: exact, cross, conflict, approximate, rank_1, …
    """

    section: str
    question: str
    item: str | None
    option: str | None
    wave: int
    population: Population
    n: int | None
    base: int | None
    pct: Decimal | None
    kind: str
    source: str
    line: int

    @property
    def is_conflict(self) -> bool:
        """Whether the report contradicts itself here, or counts alone."""
        return self.kind == "conflict"

    @property
    def figure_kind(self) -> Kind | None:
        """CROSS for a cross; otherwise None, meaning an option or a net, which share one set of ids."""
        return Kind.CROSS if self.kind == "cross" else None

    @property
    def chapters(self) -> tuple[str, ...]:
        """Where it stands in the report, such as ``("4.2", "4.6")`` or ``("3",)``."""
        place = re.split(r"[;:]", self.source, maxsplit=1)[0]
        return tuple(re.findall(r"\d\.\d+|(?<=ch\. )\d", place))

    def prints(self, n: int | None, base: int | None) -> bool:
        """Whether the row prints this very number.

        The printed count, with the printed base if there is one; where no count is printed the rounded percentage.
        """
        if n is None:
            return False
        if self.n is not None:
            return n == self.n and self.base in (None, base)
        return self.pct is not None and percentage(n, base, decimals=self.decimals) == self.pct

    @property
    def decimals(self) -> int:
        """The number of decimals of the printed percentage."""
        exponent = self.pct.as_tuple().exponent if self.pct is not None else 0
        return -exponent if isinstance(exponent, int) else 0


def load_printed(path: Path) -> tuple[PrintedRow, ...]:
    """Read the printed figures in the order of the file.

    Raises:
        SourceError: the file is missing, or a line cannot be read; the message names the line.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if reader.fieldnames != COLUMNS:
                raise SourceError(f"{path.name} heeft andere kolommen dan verwacht. Zet het oorspronkelijke terug.")
            return tuple(_row(entry, line) for line, entry in enumerate(reader, start=2))
    except FileNotFoundError:
        raise SourceError(f"De cijfers van het rapport ontbreken: {path}. Zet het bestand terug.") from None


def _row(entry: dict[str, str], line: int) -> PrintedRow:
    try:
        return PrintedRow(
            section=entry["section"],
            question=entry["question"],
            item=entry["item"] or None,
            option=entry["option"] or None,
            wave=int(entry["wave"]),
            population=Population(entry["population"]),
            n=int(entry["n"]) if entry["n"] else None,
            base=int(entry["base"]) if entry["base"] else None,
            pct=Decimal(entry["pct"]) if entry["pct"] else None,
            kind=entry["kind"],
            source=entry["source"],
            line=line,
        )
    except (ValueError, InvalidOperation, AttributeError) as error:
        raise SourceError(f"Regel {line} van published_figures.csv is niet te lezen: {error}.") from error
