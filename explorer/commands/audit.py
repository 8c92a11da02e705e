"""The command ``audit``."""

import argparse

from explorer import paths

SUMMARY = "Check that the release in use gives no municipality's answers away."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much is audited, or how many other populations instead."""
    parser.add_argument("--wave", type=int, metavar="Y", help="only questions of this wave (default: all)")
    parser.add_argument("--seeds", type=int, default=0, metavar="N", help="instead, N other simulated populations")
    parser.add_argument("--fresh", action="store_true", help="use nothing that was found before")


def run(arguments: argparse.Namespace) -> int:
    """Check that the release gives no answers away; 1 where it does."""
    from explorer.commands.auditing import Extent, audit_other_populations, audit_version
    from explorer.store.versions import default_store

    store = default_store()
    if arguments.seeds:
        passed = audit_other_populations(store, paths.DATA, paths.QUERIES, arguments.seeds)
    else:
        passed = audit_version(store, paths.QUERIES, Extent(arguments.wave, arguments.fresh))
    return 0 if passed else 1
