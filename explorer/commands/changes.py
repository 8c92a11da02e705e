"""The command ``changes``."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from explorer.errors import SelectionError
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.figures.change import Change

if TYPE_CHECKING:
    from explorer.gateway.desk import Desk

SUMMARY = "Print what changed between two waves in a row, and what made it change."
COLUMNS = (
    *("section", "question", "item", "option", "kind", "from_wave", "to_wave", "comparable", "reason"),
    *("n_from", "base_from", "n_to", "base_to", "change", "left", "within_panel", "joined"),
)
POINTS = COLUMNS[-4:]
"""In percentage points with two decimals, each rounded by itself: rounded parts need not add up to the change."""

Cells = dict[str, str | int | bool | Decimal | None]
"""Column → value of one row."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Between which waves, and in which form."""
    parser.add_argument(
        "--from", dest="start", type=int, metavar="Y", help="the first wave (default: the first of all)"
    )
    parser.add_argument("--to", dest="end", type=int, metavar="Y", help="the last wave (default: of all)")
    parser.add_argument("--format", choices=["csv", "json"], default="csv", help="form of the output (default csv)")


def run(arguments: argparse.Namespace) -> int:
    """Print the changes of all respondents as CSV or JSON."""
    from explorer.gateway.door import open_gateway
    from explorer.store.versions import default_store

    desk = open_gateway(default_store().current_path()).desk(MINISTRY)
    waves = _waves([wave.wave for wave in desk.waves], arguments.start, arguments.end)
    rows = list(_rows(desk, desk.changes(Selection(waves=waves))))
    if arguments.format == "csv":
        _write_csv(rows)
    else:
        _write_json(rows)
    return 0


def _waves(known: Sequence[int], start: int | None, end: int | None) -> tuple[int, ...]:
    """The waves from ``start`` to ``end``.

    Raises:
        SelectionError: one of them does not exist, or there are not two in this order.
    """
    listed = " en ".join(map(str, known))
    for asked in (start, end):
        if asked is not None and asked not in known:
            raise SelectionError(f"Onbekende meting {asked}. Er zijn metingen van {listed}.")
    first, last = known[0] if start is None else start, known[-1] if end is None else end
    found = tuple(wave for wave in known if first <= wave <= last)
    if len(found) < 2:  # noqa: PLR2004 - a change is between two waves
        raise SelectionError(
            f"Een verandering is tussen twee metingen. Van {first} tot {last} zijn er geen twee; kies andere."
        )
    return found


def _rows(desk: "Desk", changes: Iterable[Change]) -> Iterator[Cells]:
    from explorer.telling.words.trends import why_not_comparable

    for change in changes:
        figure, before, now = change.figure, change.before, change.now
        to_wave = figure.wave if now is not None else _after(desk, figure.wave)
        from_wave = desk.wave_before(to_wave)
        parts = change.composition
        yield {
            "section": figure.section,
            "question": figure.question,
            "item": figure.item,
            "option": figure.option,
            "kind": figure.kind.value,
            "from_wave": from_wave,
            "to_wave": to_wave,
            "comparable": change.is_comparable,
            "reason": why_not_comparable(desk.codebook.question(figure.question), to_wave, from_wave),
            "n_from": None if before is None else before.exact_n,
            "base_from": None if before is None else before.exact_base,
            "n_to": None if now is None else now.exact_n,
            "base_to": None if now is None else now.exact_base,
            "change": in_points(change.size),
            "left": None if parts is None else in_points(parts.left),
            "within_panel": None if parts is None else in_points(parts.within_panel),
            "joined": None if parts is None else in_points(parts.joined),
        }


def _after(desk: "Desk", wave: int) -> int:
    return min(one.wave for one in desk.waves if one.wave > wave)


def in_points(change: Fraction | None) -> Decimal | None:
    """A change of a share in percentage points with two decimals, a half away from zero.

    >>> in_points(Fraction(-1, 3)), in_points(Fraction(1, 20_000))
    (Decimal('-33.33'), Decimal('0.01'))
    """
    if change is None:
        return None
    hundredths = change * 10_000
    whole, rest = divmod(abs(hundredths), 1)
    size = int(whole) + (rest >= Fraction(1, 2))
    return Decimal(-size if change < 0 else size).scaleb(-2)


def _write_csv(rows: Iterable[Cells]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row | {"comparable": "true" if row["comparable"] else "false"} for row in rows)


def _write_json(rows: Iterable[Cells]) -> None:
    """Points are numbers here; two decimals survive a float."""
    numbers = [row | {name: None if row[name] is None else float(str(row[name])) for name in POINTS} for row in rows]
    json.dump(numbers, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
