"""A HiGHS solver that says nothing and uses one thread, for the simulation and for the audit."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import highspy


def silent_solver() -> highspy.Highs:
    """A new solver. The first of a process prints a licence banner of its own, in English amid a Dutch report."""
    with _standard_output_closed():
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    solver.setOptionValue("threads", 1)
    return solver


@contextmanager
def _standard_output_closed() -> Iterator[None]:
    """For what the solver's own library writes, past Python's ``sys.stdout``."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(nowhere)
        os.close(kept)
