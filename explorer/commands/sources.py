"""The command ``sources``."""

import argparse
import sys

from explorer import paths

SUMMARY = "Write the hash of each file in data/ anew into SOURCES.yml."


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_arguments: argparse.Namespace) -> int:
    """Write the present hash of each source into the list of sources."""
    from explorer.inputs.sources import LIST_NAME, refresh_hashes

    refresh_hashes(paths.DATA)
    sys.stdout.write(f"De controlegetallen in {LIST_NAME} zijn bijgewerkt.\n")
    return 0
