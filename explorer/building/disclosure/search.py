"""Which answers are certain: for each cell and answer a table in which it is otherwise is looked for, before proving.

A table that agrees with all that is known, in which some member of a cell gave an answer and one in which some member
did not, are *witnesses*: nobody can be sure of any member. Members of a cell cannot be told apart, so the two
witnesses of a cell do for all of them. Only where none was found is it proven, by the solver, that there is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.building.disclosure.attackers import Attacker
from explorer.building.disclosure.solver import Program
from explorer.building.disclosure.system import Counts, System, Target
from explorer.building.disclosure.tables import Tables
from explorer.errors import DisclosureError

RANDOM_TABLES = 12
"""Tables with random aims that are made first."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Forced:
    """What is certain of all members of a cell: that they gave the answer, or that they did not.

    With a ``margin`` above 1 it is certain of all but so many less one: of 2, of all but at most one.
    """

    target: Target
    gave: bool
    margin: int = 1


class _Reach:
    """The smallest and largest count of each target so far, and which of its two witnesses lack still.

    ``open`` has a row per target: is a table lacking in which ``margin`` members gave the answer; and one in which
    that many did not.
    """

    def __init__(self, sizes: Counts, margin: int) -> None:
        self._sizes = sizes
        self._margin = margin
        self.open: NDArray[np.bool_] = np.stack([sizes > 0, sizes > 0], axis=1)

    def see(self, values: Counts) -> None:
        """``values`` has a row per table and a column per target."""
        self.open[:, 0] &= ~(values >= self._margin).any(axis=0)
        self.open[:, 1] &= ~(values <= self._sizes - self._margin).any(axis=0)


class Search:
    """All witnesses of one system; what is found for one attacker serves the others."""

    def __init__(self, system: System, truth: Counts, seconds: float) -> None:
        """``truth`` are the counts of the answers that were really given.

        Raises:
            DisclosureError: the truth does not agree with what is known; then something is wrong with the facts.
        """
        self.system = system
        self.program = Program(system, seconds)
        self._random = np.random.default_rng(SEED)
        self._tables = Tables(system)
        values = system.matrix @ truth
        if (values < system.low).any() or (values > system.high).any():
            raise DisclosureError("De vrijgegeven cijfers kloppen niet met de antwoorden. Bouw opnieuw.")
        self._tables.add(truth)
        self.program.less(np.zeros_like(truth))
        for _ in range(RANDOM_TABLES):
            self._tables.add(self._require(self.program.best(self._aim(np.ones(len(system.targets), dtype=np.bool_)))))

    def forced(
        self, attacker: Attacker, *, margin: int = 1, but_for: frozenset[Target] = frozenset()
    ) -> tuple[Forced, ...]:
        """Every answer of which this attacker is certain, for all but ``margin`` - 1 members of a cell of ``margin`` or
        more; ``but_for`` are not asked.

        Raises:
            DisclosureError: the time ran out.
        """
        sizes = self._sizes(attacker)
        asked = np.array([target not in but_for for target in self.system.targets], dtype=np.bool_)
        return tuple(self._certain(attacker, np.where(asked & (sizes >= margin), sizes, 0), margin))

    def _sizes(self, attacker: Attacker) -> Counts:
        """Members of each target's cell whom the attacker does not know yet."""
        sizes = self.system.target_sizes.copy()
        for cell in attacker.cells:
            sizes[self.system.target_cells == cell] -= 1
        return sizes

    def _certain(self, attacker: Attacker, sizes: Counts, margin: int) -> Iterator[Forced]:
        """First tables that aim at all open targets at once, as long as each closes some; then one target after the
        other: a witness, or the proof that there is none.
        """
        reach = self._reach(attacker, sizes, margin)
        if not reach.open.any():
            return
        self.program.less(attacker.own)
        left = -1
        while reach.open.any() and reach.open.sum() != left:
            left = reach.open.sum()
            self._keep(self._require(self.program.best(self._aim_at(reach.open))), attacker, reach)
        for number, gave in np.argwhere(reach.open).tolist():
            if not reach.open[number, gave]:
                continue
            size = int(sizes[number])
            limits = (0, size - margin) if gave else (margin, size)
            table = self.program.meeting(self.system.target_matrix[number], *limits)
            if table is None:
                yield Forced(self.system.targets[number], bool(gave), margin)
            else:
                self._keep(table, attacker, reach)

    def _reach(self, attacker: Attacker, sizes: Counts, margin: int) -> "_Reach":
        """What the tables that hold for this attacker show already."""
        reach = _Reach(sizes, margin)
        values = self._tables.values_less(attacker.own)
        if len(values):
            reach.see(values)
        return reach

    def _keep(self, table: Counts, attacker: Attacker, reach: "_Reach") -> None:
        reach.see((self.system.target_matrix @ table)[np.newaxis])
        self._tables.add(table + attacker.own)

    def _aim(self, which: NDArray[np.bool_]) -> Counts:
        weights = np.where(which, self._random.integers(-5, 6, size=len(which)), 0)
        return np.asarray(weights @ self.system.target_matrix)

    def _aim_at(self, open_targets: NDArray[np.bool_]) -> Counts:
        weights = open_targets[:, 0].astype(np.int64) - open_targets[:, 1].astype(np.int64)
        weights *= self._random.integers(1, 6, size=len(weights))
        return np.asarray(weights @ self.system.target_matrix)

    @staticmethod
    def _require(table: Counts | None) -> Counts:
        """There is always a table: the real one, less the insiders' answers."""
        if table is None:
            raise DisclosureError("De oplosser vindt de echte antwoorden onmogelijk. Draai de controle opnieuw.")
        return table
