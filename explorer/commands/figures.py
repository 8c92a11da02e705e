"""The command ``figures``."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explorer.errors import SelectionError
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import PUBLIC, parse_viewer
from explorer.survey.figures.figure import Figure
from explorer.survey.geography.municipalities import parse_province

if TYPE_CHECKING:
    from explorer.gateway.door import Gateway

SUMMARY = "Print figures: counts with their base and origin."
COLUMNS = (
    *("section", "question", "item", "option", "kind", "wave", "population", "group", "n", "base", "pct", "origin"),
    *("printed", "status", "n_low", "n_high"),
)

Cells = dict[str, str | int | float | None]
"""Column → value of one row."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which figures, for whom, and in which form."""
    parser.add_argument("--wave", type=int, action="append", metavar="Y", help="a wave (default: all)")
    parser.add_argument("--question", action="append", metavar="Q", help="a question id (default: all)")
    parser.add_argument("--section", action="append", metavar="S", help="a section id, or response (default: all)")
    parser.add_argument(
        "--population", choices=[one.value for one in Population], default="total", help="respondents (default total)"
    )
    parser.add_argument("--province", nargs="+", action="extend", metavar="NAME", help="provinces")
    parser.add_argument("--urbanity", nargs="+", action="extend", type=int, metavar="N", help="classes 1 (most) to 5")
    parser.add_argument(
        "--as",
        dest="viewer",
        default="ministry",
        metavar="VIEWER",
        help="ministry, public or municipality:CODE-OR-NAME",
    )
    parser.add_argument("--group", metavar="NAME", help="a group of released figures")
    parser.add_argument("--format", choices=["csv", "json"], default="csv", help="form of the output (default csv)")


def run(arguments: argparse.Namespace) -> int:
    """Print the figures of a selection as CSV or JSON."""
    from explorer.gateway.door import open_gateway
    from explorer.store.versions import default_store

    gateway, selection = open_gateway(default_store().current_path()), _selection(arguments)
    viewer = parse_viewer(arguments.viewer, lambda name: _municipality(name, gateway, selection))
    found = gateway.desk(viewer).figures(selection)
    write = _write_csv if arguments.format == "csv" else _write_json
    write(_row(figure) for figure in found)
    return 0


def _municipality(name: str, gateway: "Gateway", selection: Selection) -> str:
    """The code of a municipality that existed in a wave that is asked for.

    Raises:
        SelectionError: there is none of that name, or in none of those waves.
    """
    desk = gateway.desk(PUBLIC)
    waves = selection.waves or tuple(wave.wave for wave in desk.waves)
    place = desk.places.named(name, waves[-1])
    if not any(place.existed_in(wave) for wave in waves):
        raise SelectionError(desk.places.why_absent(place, waves[-1]))
    return place.code


def _selection(arguments: argparse.Namespace) -> Selection:
    return Selection(
        waves=tuple(arguments.wave or ()),
        sections=tuple(arguments.section or ()),
        questions=tuple(arguments.question or ()),
        population=Population(arguments.population),
        provinces=tuple(parse_province(name).name for name in arguments.province or ()),
        urbanity=tuple(arguments.urbanity or ()),
        group=arguments.group,
    )


def _row(figure: Figure) -> Cells:
    """One line. ``n`` is empty where only a range is released, though ``pct`` is of a number within it."""
    return {
        "section": figure.section,
        "question": figure.question,
        "item": figure.item,
        "option": figure.option,
        "kind": figure.kind.value,
        "wave": figure.wave,
        "population": figure.population.value,
        "group": figure.group,
        "n": figure.exact_n,
        "base": figure.base,
        "pct": None if figure.pct is None else str(figure.pct),
        "origin": figure.origin.value,
        "printed": "|".join(figure.printed),
        "status": None if figure.status is None else figure.status.value,
        "n_low": figure.n_low,
        "n_high": figure.n_high,
    }


def _write_csv(rows: Iterable[Cells]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _write_json(rows: Iterable[Cells]) -> None:
    """Percentages are numbers here; one decimal survives a float."""
    numbers = [row | {"pct": None if row["pct"] is None else float(row["pct"])} for row in rows]
    json.dump(numbers, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
