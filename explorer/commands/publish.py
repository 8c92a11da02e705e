"""The commands ``publish`` and ``rollback``, which do the same: any version may be put in use, or back in use."""

import argparse
import sys

SUMMARY = "Put another version in use, earlier or later."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which version."""
    parser.add_argument("version", metavar="VERSION", help="its name, as in the list of versions")


def run(arguments: argparse.Namespace) -> int:
    """Put a version in use."""
    from explorer.store.versions import default_store

    default_store().publish(arguments.version)
    sys.stdout.write(f"Versie {arguments.version} is nu in gebruik.\n")
    return 0
