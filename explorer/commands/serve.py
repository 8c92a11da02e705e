"""The command ``serve``."""

import argparse
import os
import sys

from explorer import paths

SUMMARY = "Open the explorer in a browser; builds the database first where there is none."
PORT = 8501
LAST_PORT = 65535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the server listens. What PORT says is looked at where this command runs, and no other port was given."""
    named = os.environ.get("PORT", "").strip() or str(PORT)
    parser.add_argument("--port", type=_port, default=named, help=f"port (default: that of PORT, or else {PORT})")


def run(arguments: argparse.Namespace) -> int:
    """Start the server, which builds first where nothing was built yet."""
    from explorer.building.first_start import ensure_database
    from explorer.store.versions import default_store

    store = default_store()
    ensure_database(store)
    sys.stdout.write(f"De Verkenner staat op http://localhost:{arguments.port} (stoppen: Ctrl+C).\n")
    sys.stdout.flush()
    os.environ["EXPLORER_STORE"] = str(store.folder.resolve())
    os.chdir(paths.PROJECT)
    server = ["-m", "streamlit", "run", "app.py", "--server.port", str(arguments.port)]
    os.execv(sys.executable, [sys.executable, *server])  # noqa: S606 - this process becomes the server, signals and all


def _port(text: str) -> int:
    """The port of a text.

    Raises:
        ArgumentTypeError: it is no number of a port.
    """
    is_number = text.isascii() and text.isdigit()
    if not is_number or not 1 <= int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no port; give --port, or the variable PORT, a number from 1 to {LAST_PORT}."
        )
    return int(text)
