"""What a command says of the files that it wrote."""

import sys
from collections.abc import Iterable
from pathlib import Path


def report_written(paths: Iterable[Path]) -> None:
    """Name each file, a line each."""
    for path in paths:
        sys.stdout.write(f"{path.name} is geschreven.\n")
