"""Rules, audit and fallback on other simulated populations with the same printed margins: how safe, and how useful?

    python -m benchmarks.populations [--count 10]

Prints a line per population, then the lowest, the median and the highest of what counts. Nothing is kept.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from explorer.building.populations import SeedResult, audit_seeds
from explorer.paths import DATA, QUERIES

WORKERS = 2


def summary(found: Iterable[SeedResult]) -> list[str]:
    """Lowest, median and highest over the populations that exist."""
    those = [one for one in found if one.exists]
    measured: dict[str, list[float]] = {
        "certain after the fallback": [one.forced for one in those],
        "certain by the report itself": [one.by_report for one in those],
        "questions that lost a split": [len(one.questions_that_lost) for one in those],
        "question x group within 6 points, %": [100 * one.pairs_shown / max(one.pairs, 1) for one in those],
        "answer x group within 6 points, %": [100 * one.cells_shown / max(one.cells, 1) for one in those],
        "answer x group within 6 points": [one.cells_shown for one in those],
        "seconds": [one.seconds for one in those],
    }
    return [
        f"{name}: {min(values):.1f} / {median(values):.1f} / {max(values):.1f}" for name, values in measured.items()
    ]


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10, help="populations (default %(default)s)")
    asked = parser.parse_args()
    found = []
    with TemporaryDirectory() as name:
        for one in audit_seeds(asked.count, DATA, QUERIES, Path(name) / "kept.json", WORKERS, is_kept=False):
            found.append(one)
            state = one.refused or f"{one.forced} certain; lost: {'; '.join(one.questions_that_lost) or 'nothing'}"
            sys.stdout.write(f"{one.seed}: {state}; {one.pairs_shown}/{one.pairs}, {one.cells_shown}/{one.cells}\n")
            sys.stdout.flush()
    sys.stdout.write("\n".join(["lowest / median / highest", *summary(found)]) + "\n")


if __name__ == "__main__":
    main()
