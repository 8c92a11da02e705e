"""The command ``draft-views``."""

import argparse

from explorer import paths
from explorer.commands.written import report_written

SUMMARY = "Write the SQL that follows from the codebook into queries/."


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_arguments: argparse.Namespace) -> int:
    """Write the SQL that follows from the codebook."""
    from explorer.building.drafts import draft_views
    from explorer.survey.codebook.source import load_codebook

    report_written(draft_views(load_codebook(paths.DATA / "codebook.yaml"), paths.QUERIES))
    return 0
