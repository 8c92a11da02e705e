"""How much the figures of a page and the counts of a build cost, as a multiple of what the machine can do at all.

    python -m benchmarks.figures_speed

Milliseconds differ from machine to machine and from minute to minute, so that everything is measured in one run, in
turns, and divided by a floor of that run: ``select 1`` through the connection of the gateway. Each number is the
median of its repeats. A build is made in a temporary folder; the version in use is not touched. What is measured:

- section page: the figures of *Sterk netwerk* in both waves and of its panel, as ``gateway.figures`` gives them;
- whole page: the same, gathered with respondents by ``question_figures``;
- every figure: all questions in all waves, which ``python -m explorer figures`` prints;
- the steps of a build, of which "Cijfers tellen" makes the additive counts from the section views.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from explorer.building.version import build
from explorer.gateway.door import open_gateway
from explorer.store.files import DATABASE, open_database
from explorer.store.versions import Store
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.telling.subjects.questions import question_figures

REPEATS = 60
BUILDS = 3
SECTION = "pillar_2"
FLOOR = "select 1"


def main() -> None:
    """Measure, and print one table for what a page asks and one for a build."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        steps = medians([build_steps(store) for _ in range(BUILDS)])
        # A gateway keeps what it was asked, so each round has a new one.
        asked = medians([in_turn(page_tasks(store.current_path())) for _ in range(REPEATS)])
    print_table("asked of the gateway", asked, floor=asked[FLOOR])
    print_table("step of a build", steps, floor=asked[FLOOR])


def page_tasks(version: Path) -> dict[str, Callable[[], object]]:
    """What a page asks of a version that was just opened, by name; the floor comes first."""
    floor = open_database(version / DATABASE)
    gateway = open_gateway(version)
    desk = gateway.desk(MINISTRY)
    both = Selection(waves=(2019, 2020), sections=(SECTION,))
    questions = gateway.facts.reference.codebook.questions_of(SECTION)
    return {
        FLOOR: lambda: floor.cursor().execute("select 1").fetchall(),
        "section page": lambda: desk.figures_by_population(both, (Population.TOTAL, Population.PANEL)),
        "whole page": lambda: question_figures(desk, Selection(waves=(2020,)), questions),
        "every figure": lambda: desk.figures(Selection()),
    }


def in_turn(tasks: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of each task, run once after the other, so that a busy moment hits all of them alike."""
    seconds = {}
    for name, task in tasks.items():
        start = time.perf_counter()
        task()
        seconds[name] = time.perf_counter() - start
    return seconds


def build_steps(store: Store) -> dict[str, float]:
    """Seconds of each step of one build."""
    starts: list[tuple[str, float]] = []
    build(store, progress=lambda name, _number, _total: starts.append((name, time.perf_counter())))
    ends = [*(start for _, start in starts[1:]), time.perf_counter()]
    return {name: end - start for (name, start), end in zip(starts, ends, strict=True)}


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    """The median over the runs of each task."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def print_table(title: str, seconds: Mapping[str, float], *, floor: float) -> None:
    """Milliseconds, and how many times the floor that is."""
    lines = [f"{title:<24}{'ms':>10}{'× floor':>10}"]
    lines += [f"{name:<24}{1000 * one:>10.2f}{one / floor:>10.0f}" for name, one in seconds.items()]
    sys.stdout.write("\n".join([*lines, "", ""]))


if __name__ == "__main__":
    main()
