"""The commands: ``python -m explorer …``. A module each, which reads its arguments, calls one function, and prints.

Help is in English; what a command reports is Dutch. Exit code 0 is done, 1 refused with a Dutch report on standard
output (on standard error where that cannot be written), 2 wrong use.
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from typing import Protocol

from explorer.commands import (
    audit,
    boundaries,
    build,
    changes,
    check_published,
    draft_views,
    figures,
    publish,
    serve,
    simulate,
    sources,
    versions,
)
from explorer.commands.output import whole_output
from explorer.errors import ExplorerError
from explorer.store.full_disk import reason

logger = logging.getLogger(__name__)
STOPPED = 130
"""The exit code of a command that was stopped with Ctrl+C, as shells have it."""


class Command(Protocol):
    """A module with one command. It imports what is slow to import when it runs, so that no other waits for it."""

    SUMMARY: str

    def add_arguments(self, parser: argparse.ArgumentParser, /) -> None:
        """Add what the command takes."""

    def run(self, arguments: argparse.Namespace, /) -> int:
        """Do it, report it, and return the exit code."""


COMMANDS: dict[str, Command] = {
    "build": build,
    "serve": serve,
    "figures": figures,
    "changes": changes,
    "check-published": check_published,
    "audit": audit,
    "simulate": simulate,
    "draft-views": draft_views,
    "boundaries": boundaries,
    "sources": sources,
    "versions": versions,
    "publish": publish,
    "rollback": publish,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Raises:
        SystemExit: after help (0), where output cannot be written (1), and on wrong use (2).
    """
    with whole_output():
        root = parser()
        parsed = root.parse_args(arguments)
        _set_up_log(root)
        return _run(parsed)


def parser() -> argparse.ArgumentParser:
    """All commands with their arguments."""
    root = argparse.ArgumentParser(
        prog="python -m explorer",
        description="The explorer of the benchmark Eén tegen eenzaamheid.",
        epilog="EXPLORER_STORE names another folder for the versions of the database.",
    )
    subcommands = root.add_subparsers(required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        subcommand = subcommands.add_parser(name, help=command.SUMMARY, description=command.SUMMARY)
        command.add_arguments(subcommand)
        subcommand.set_defaults(run=command.run)
    return root


def _set_up_log(root: argparse.ArgumentParser) -> None:
    """Log to standard error, from the level that EXPLORER_LOG names; warnings where it names none."""
    level = os.environ.get("EXPLORER_LOG", "").upper() or "WARNING"
    levels = logging.getLevelNamesMapping()
    if level not in levels:
        root.error(f"EXPLORER_LOG is {level!r}; make it one of {', '.join(levels)}, or leave it out.")
    logging.basicConfig(level=level)


def _run(parsed: argparse.Namespace) -> int:
    try:
        return int(parsed.run(parsed))
    except (KeyboardInterrupt, RuntimeError) as error:
        if not _is_stopped(error):
            raise
        sys.stdout.write("\nAfgebroken. Wat in gebruik was, is gebleven zoals het was.\n")
        return STOPPED
    except OSError as error:
        logger.debug("Refused.", exc_info=True)
        otherwise = f"Lezen of schrijven lukt niet: {error}. Controleer of de map bestaat en of u erin mag."
        sys.stdout.write(f"{reason(error, otherwise)}\n")
    except ExplorerError as error:
        logger.debug("Refused.", exc_info=True)
        sys.stdout.write(f"{error}\n")
    return 1


def _is_stopped(error: BaseException) -> bool:
    """Whether somebody pressed Ctrl+C; DuckDB has a word of its own for that during a query."""
    return isinstance(error, KeyboardInterrupt) or str(error) == "Query interrupted"
