"""The command ``build``."""

import argparse

SUMMARY = "Make a new version of the database from data/ and publish it."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether it waits for another build."""
    parser.add_argument("--no-wait", action="store_true", help="refuse, instead of wait, while another build runs")


def run(arguments: argparse.Namespace) -> int:
    """Build and publish a version, with a progress bar."""
    from explorer.building.first_start import report_build
    from explorer.store.versions import default_store

    report_build(default_store(), wait=not arguments.no_wait)
    return 0
