"""The commands: ``python -m explorer …``. Each reads its arguments, calls one function, and prints the result.

Help is in English; what a command reports is Dutch. Exit code 0 is done, 1 refused with a Dutch report on standard
output, 2 wrong use.
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from explorer.commands import run as commands
from explorer.errors import ExplorerError
from explorer.survey.asking.selection import Population

logger = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    logging.basicConfig(level=os.environ.get("EXPLORER_LOG", "WARNING"))
    parsed = parser().parse_args(arguments)
    try:
        return int(parsed.run(parsed))
    except OSError as error:
        logger.debug("Refused.", exc_info=True)
        sys.stdout.write(f"Lezen of schrijven lukt niet: {error}. Controleer of de map bestaat en of u erin mag.\n")
        return 1
    except ExplorerError as error:
        logger.debug("Refused.", exc_info=True)
        sys.stdout.write(f"{error}\n")
        return 1


def parser() -> argparse.ArgumentParser:
    """All commands with their arguments."""
    root = argparse.ArgumentParser(
        prog="python -m explorer",
        description="The explorer of the benchmark Eén tegen eenzaamheid.",
        epilog="EXPLORER_STORE names another folder for the versions of the database.",
    )
    subcommands = root.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: commands.Command, summary: str) -> argparse.ArgumentParser:
        subcommand = subcommands.add_parser(name, help=summary, description=summary)
        subcommand.set_defaults(run=run)
        return subcommand

    build = add("build", commands.build, "Make a new version of the database from data/ and publish it.")
    build.add_argument("--no-wait", action="store_true", help="refuse, instead of wait, while another build runs")
    serve = add(
        "serve", commands.serve, "Open the explorer in a browser; builds the database first where there is none."
    )
    serve.add_argument(
        "--port", type=int, default=int(os.environ.get("PORT", "8501")), help="port (default %(default)s)"
    )
    _add_figures(add("figures", commands.figures, "Print figures: counts with their base and origin."))
    add("check-published", commands.check_published, "Recompute every figure of the printed report; list what differs.")
    simulate = add("simulate", commands.simulate, "Write the simulated waves from their seed.")
    simulate.add_argument("--out", type=Path, default=commands.WAVES, help="folder to write to (default data/waves)")
    simulate.add_argument("--seed", type=int, help="another seed than that of the committed files")
    add("draft-views", commands.draft_views, "Write the SQL that follows from the codebook into queries/.")
    add("sources", commands.sources, "Write the hash of each file in data/ anew into SOURCES.yml.")
    audit = add("audit", commands.audit, "Check that the release in use gives no municipality's answers away.")
    audit.add_argument("--wave", type=int, metavar="Y", help="only questions of this wave (default: all)")
    audit.add_argument("--seeds", type=int, default=0, metavar="N", help="instead, N other simulated populations")
    audit.add_argument(
        "--pairs", type=int, default=50, metavar="N", help="pairs of municipalities per question (default %(default)s)"
    )
    audit.add_argument("--fresh", action="store_true", help="use nothing that was found before")
    add("versions", commands.versions, "List the versions of the database; * is the one in use.")
    for name, summary in (("publish", "Put a version in use."), ("rollback", "Put an earlier version back in use.")):
        add(name, commands.publish, summary).add_argument("version", metavar="VERSION")
    return root


def _add_figures(figures: argparse.ArgumentParser) -> None:
    figures.add_argument("--wave", type=int, action="append", metavar="Y", help="a wave (default: all)")
    figures.add_argument("--question", action="append", metavar="Q", help="a question id (default: all)")
    figures.add_argument("--section", action="append", metavar="S", help="a section id, or response (default: all)")
    figures.add_argument(
        "--population", choices=[one.value for one in Population], default="total", help="respondents (default total)"
    )
    figures.add_argument("--province", nargs="+", action="extend", metavar="NAME", help="provinces")
    figures.add_argument("--urbanity", nargs="+", action="extend", type=int, metavar="N", help="classes 1 (most) to 5")
    figures.add_argument(
        "--as",
        dest="viewer",
        default="ministry",
        metavar="VIEWER",
        help="ministry, public or municipality:CODE-OR-NAME",
    )
    figures.add_argument("--group", metavar="NAME", help="a group of released figures")
    figures.add_argument("--format", choices=["csv", "json"], default="csv", help="form of the output (default csv)")
