"""The command ``versions``."""

import argparse
import sys

SUMMARY = "List the versions of the database; * is the one in use."


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_arguments: argparse.Namespace) -> int:
    """List the versions, newest last."""
    from explorer.store.versions import default_store

    store = default_store()
    names = store.versions()
    if not names:
        sys.stdout.write(f"Er zijn nog geen versies in {store.folder}. Maak er een met: python -m explorer build\n")
    for name in names:
        sys.stdout.write(f"{'*' if name == store.current() else ' '} {name}\n")
    return 0
