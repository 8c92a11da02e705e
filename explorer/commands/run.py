"""What each command does. Reports are Dutch and go to standard output."""

import argparse
import csv
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from explorer import paths
from explorer.building import drafts as view_drafts
from explorer.building.first_start import ensure_database, report_build
from explorer.errors import SelectionError
from explorer.gateway.door import Gateway, open_gateway
from explorer.inputs.printed import check, load_published, load_readings
from explorer.inputs.sources import LIST_NAME, refresh_hashes
from explorer.store.versions import default_store
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, parse_viewer
from explorer.survey.codebook.source import load_codebook
from explorer.survey.figures.figure import Figure
from explorer.survey.geography.municipalities import parse_province

Command = Callable[[argparse.Namespace], int]
WAVES = paths.WAVES
Cells = dict[str, str | int | float | None]
COLUMNS = ("section", "question", "item", "option", "kind", "wave", "population", "group", "n", "base", "pct", "origin")


def build(arguments: argparse.Namespace) -> int:
    """Build and publish a version, with a progress bar."""
    report_build(default_store(), wait=not arguments.no_wait)
    return 0


def serve(arguments: argparse.Namespace) -> int:
    """Start the server, which builds first where nothing was built yet."""
    store = default_store()
    ensure_database(store)
    sys.stdout.write(f"De Verkenner staat op http://localhost:{arguments.port} (stoppen: Ctrl+C).\n")
    sys.stdout.flush()
    os.environ["EXPLORER_STORE"] = str(store.folder.resolve())
    os.chdir(paths.PROJECT)
    server = ["-m", "streamlit", "run", "app.py", "--server.port", str(arguments.port)]
    os.execv(sys.executable, [sys.executable, *server])  # noqa: S606 - this process becomes the server, signals and all


def figures(arguments: argparse.Namespace) -> int:
    """Print the figures of a selection as CSV or JSON."""
    gateway, selection = _gateway(), _selection(arguments)
    viewer = parse_viewer(arguments.viewer, lambda name: _municipality(name, gateway, selection))
    found = gateway.figures(viewer, selection)
    write = _write_csv if arguments.format == "csv" else _write_json
    write(_row(figure) for figure in found)
    return 0


def check_published(_arguments: argparse.Namespace) -> int:
    """Print what comes out otherwise than the report; 1 where that may not be, or a conflict lacks its reading."""
    gateway = _gateway()
    found = [
        figure
        for population in (Population.TOTAL, Population.PANEL)
        for figure in gateway.figures(MINISTRY, Selection(population=population))
    ]
    rows = load_published(paths.DATA / "published_figures.csv")
    findings = check(rows, load_readings(paths.DATA / "readings.yml"), gateway.codebook, found)
    wrong = [finding for finding in findings if finding.is_wrong]
    read = [finding for finding in findings if finding.differs_from_report and not finding.is_wrong]
    for heading, listed in (
        ("Hier spreekt het rapport zichzelf tegen of telt het anders. Deze lezing geldt:", read),
        ("Dit komt niet uit:", wrong),
    ):
        if listed:
            sys.stdout.write("".join(f"{line}\n" for line in (heading, *(f"- {one.sentence}" for one in listed), "")))
    sys.stdout.write(f"{len(findings) - len(wrong)} van {len(findings)} gedrukte cijfers komen uit")
    sys.stdout.write(f", waarvan {len(read)} in een andere lezing.\n" if read else ".\n")
    return 1 if wrong else 0


def simulate(arguments: argparse.Namespace) -> int:
    """Write the simulated waves."""
    from explorer.inputs.simulate import SEED
    from explorer.inputs.simulate import simulate as write_waves

    seed = SEED if arguments.seed is None else arguments.seed
    _report_written(write_waves(arguments.out, seed))
    return 0


def draft_views(_arguments: argparse.Namespace) -> int:
    """Write the SQL that follows from the codebook."""
    _report_written(view_drafts.draft_views(load_codebook()))
    return 0


def sources(_arguments: argparse.Namespace) -> int:
    """Write the present hash of each source into the list of sources."""
    refresh_hashes(paths.DATA)
    sys.stdout.write(f"De controlegetallen in {LIST_NAME} zijn bijgewerkt.\n")
    return 0


def versions(_arguments: argparse.Namespace) -> int:
    """List the versions, newest last."""
    store = default_store()
    names = store.versions()
    if not names:
        sys.stdout.write(f"Er zijn nog geen versies in {store.folder}. Maak er een met: python -m explorer build\n")
    for name in names:
        sys.stdout.write(f"{'*' if name == store.current() else ' '} {name}\n")
    return 0


def publish(arguments: argparse.Namespace) -> int:
    """Put a version in use, earlier or later."""
    default_store().publish(arguments.version)
    sys.stdout.write(f"Versie {arguments.version} is nu in gebruik.\n")
    return 0


def audit(arguments: argparse.Namespace) -> int:
    """Check that the release gives no answers away; 1 where it does."""
    from explorer.commands.audit import Extent, audit_other_populations, audit_version

    store = default_store()
    if arguments.seeds:
        return 0 if audit_other_populations(store, paths.DATA, paths.QUERIES, arguments.seeds) else 1
    extent = Extent(arguments.wave, arguments.pairs, arguments.fresh)
    passed = audit_version(store, paths.DATA, paths.QUERIES, extent)
    return 0 if passed else 1


def _gateway() -> Gateway:
    return open_gateway(default_store().current_path(), paths.DATA)


def _municipality(name: str, gateway: Gateway, selection: Selection) -> str:
    """The code of a municipality that existed in a wave that is asked for.

    Raises:
        SelectionError: there is none of that name, or in none of those waves.
    """
    waves = selection.waves or tuple(wave.wave for wave in gateway.waves)
    place = gateway.places.named(name, waves[-1])
    if not any(place.existed_in(wave) for wave in waves):
        raise SelectionError(gateway.places.why_absent(place, waves[-1]))
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
    return {
        "section": figure.section,
        "question": figure.question,
        "item": figure.item,
        "option": figure.option,
        "kind": figure.kind.value,
        "wave": figure.wave,
        "population": figure.population.value,
        "group": figure.group,
        "n": figure.n,
        "base": figure.base,
        "pct": None if figure.pct is None else str(figure.pct),
        "origin": figure.origin.value,
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


def _report_written(paths: Iterable[Path]) -> None:
    for path in paths:
        sys.stdout.write(f"{path.name} is geschreven.\n")
