"""The command ``simulate``."""

import argparse
from pathlib import Path

from explorer import paths
from explorer.commands.written import report_written

SUMMARY = "Write the simulated waves from their seed."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and from which seed."""
    parser.add_argument("--out", type=Path, default=paths.WAVES, help="folder to write to (default data/waves)")
    parser.add_argument("--seed", type=int, help="another seed than that of the committed files")


def run(arguments: argparse.Namespace) -> int:
    """Write the simulated waves."""
    from explorer.inputs.simulate import SEED, simulate

    seed = SEED if arguments.seed is None else arguments.seed
    report_written(simulate(arguments.out, seed))
    return 0
