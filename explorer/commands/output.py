"""Standard output as it may be: of few letters, full, or closed."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

NOT_WRITTEN = (
    "De uitvoer kan niet geschreven worden, want die is gesloten of de schijf is vol: "
    "stuur de uitvoer ergens anders heen, of maak ruimte vrij.\n"
)


@contextmanager
def whole_output() -> Iterator[None]:
    """What the block writes to standard output has arrived when it ends, with ``?`` for letters it cannot write.

    Raises:
        SystemExit: with 1, once standard error says that the output is closed or full.
    """
    if sys.stdout is None:  # how Python starts where it is closed
        raise _not_written()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError:
        raise _not_written() from None


def _not_written() -> SystemExit:
    with suppress(OSError):  # nothing is left to say it to
        if sys.stderr is not None:
            sys.stderr.write(NOT_WRITTEN)
            sys.stderr.flush()
    for stream in (sys.stdout, sys.stderr):
        _drop_the_rest(stream)
    return SystemExit(1)


def _drop_the_rest(stream: TextIO | None) -> None:
    """Lead a stream to nowhere where it cannot be written: Python writes what is left when it ends, and would fail."""
    if stream is None:
        return
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
