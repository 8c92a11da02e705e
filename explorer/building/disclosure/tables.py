"""All tables that were found to agree with what is known; each serves every attacker with whose answers it agrees."""

import numpy as np
from numpy.typing import NDArray

from explorer.building.disclosure.system import Counts, System

MOST_REMEMBERED = 20_000
"""Attackers of whom is kept which rows their answers touch."""
_FIRST = 256

Touched = tuple[NDArray[np.intp], NDArray[np.intp], Counts, Counts, Counts]
"""Of an attacker's answers: their columns, the rows that they touch, and what they add to columns, rows and targets."""


class Tables:
    """Tables with their sums per row of the system and per target, in arrays that grow."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._size = 0
        self._counts = np.zeros((_FIRST, len(system.upper)), dtype=np.int64)
        self._rows = np.zeros((_FIRST, len(system.low)), dtype=np.int64)
        self._values = np.zeros((_FIRST, len(system.targets)), dtype=np.int64)
        self._touched: dict[bytes, Touched] = {}

    def add(self, table: Counts) -> None:
        """Keep a table."""
        if self._size == len(self._counts):
            self._counts, self._rows, self._values = (
                np.concatenate([one, np.zeros_like(one)]) for one in (self._counts, self._rows, self._values)
            )
        self._counts[self._size] = table
        self._rows[self._size] = self._system.matrix @ table
        self._values[self._size] = self._system.target_matrix @ table
        self._size += 1

    def values_less(self, own: Counts) -> Counts:
        """Of the tables that agree with an attacker's answers: the counts of all targets without these answers.

        A table agrees where it counts these answers, and what is left of it is one that others can have given: only
        rows that say how answers hang together and that these answers touch can say otherwise.
        """
        columns, rows, counts, sums, values = self._touching(own)
        if not len(columns):
            return self._values[: self._size]
        held = (self._counts[: self._size, columns] >= counts).all(axis=1)
        if len(rows) and held.any():
            left = self._rows[: self._size, rows] - sums
            held &= ((left >= self._system.low[rows]) & (left <= self._system.high[rows])).all(axis=1)
        found: Counts = self._values[: self._size][held] - values
        return found

    def _touching(self, own: Counts) -> Touched:
        key = own.tobytes()
        if key not in self._touched:
            if len(self._touched) >= MOST_REMEMBERED:
                self._touched.clear()
            sums = self._system.matrix @ own
            rows = np.flatnonzero((sums != 0) & ~self._system.is_known)
            columns = np.flatnonzero(own)
            self._touched[key] = columns, rows, own[columns], sums[rows], self._system.target_matrix @ own
        return self._touched[key]
