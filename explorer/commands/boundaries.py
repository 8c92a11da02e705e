"""The command ``boundaries``: draws the maps of a year, which builds then take as they are."""

import argparse
import sys

from explorer import paths
from explorer.inputs.sources import LIST_NAME

SUMMARY = "Draw the boundaries of a year into data/geo/ and list them in SOURCES.yml."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The year of the wave."""
    parser.add_argument("year", type=int, metavar="YEAR", help="municipalities are those of 1 January of this year")


def run(arguments: argparse.Namespace) -> int:
    """Draw the maps and print which files were written."""
    from explorer.building.boundaries import write_boundaries

    for path in write_boundaries(paths.DATA, arguments.year):
        sys.stdout.write(f"{path.name} is geschreven en staat in {LIST_NAME}.\n")
    return 0
