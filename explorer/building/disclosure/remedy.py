"""Which splits of answers to take away so that what was certain is not: as few as a greedy search finds.

To take something away never makes anything else certain, since every table that was possible stays so. So only some of
what was certain is looked at again; a whole audit follows
(:mod:`explorer.building.disclosure.fallback`), which may name more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, zip_longest

from explorer.building.disclosure.attackers import Attacker
from explorer.building.disclosure.conditions import build_system
from explorer.building.disclosure.model import Knowledge, Problem, Split
from explorer.building.disclosure.search import Forced
from explorer.building.disclosure.solver import Program
from explorer.building.disclosure.system import System

MOST_SUSPECTS = 8
"""A search with all of them, often a hundred who know much the same, took ten minutes for one question."""

Splits = tuple[Split, ...]
Suspect = tuple[Attacker, Forced]
"""Who is certain of what."""


def find_remedy(problem: Problem, system: System, suspects: Sequence[Suspect], seconds: float) -> Splits:
    """Splits without which some of the ``suspects`` are not certain any more; empty where nothing helps.

    Each step takes away what helps most: one split, or where none helps two, or a whole dimension of a wave. Of what
    helps as much, the first in the order of ``problem.splits`` is taken.

    Raises:
        DisclosureError: the time ran out.
    """
    return _Remedy(problem, system, seconds).find(_different(suspects))


def without(problem: Problem, splits: Iterable[Split]) -> Knowledge:
    """What an attacker knows when these splits are not released; what they were about stays public as marks."""
    splits = set(splits)
    gone = {fact for split, facts in problem.splits if split in splits for fact in facts}
    stays = {fact for split, facts in problem.splits if split not in splits for fact in facts}
    gone = (gone - stays | set(problem.derived)) - set(problem.kept)
    return replace(problem.released, facts=tuple(fact for fact in problem.released.facts if fact not in gone))


@dataclass(frozen=True)
class _Remedy:
    """One question that failed, with its system and the limit of one solution."""

    problem: Problem
    system: System
    seconds: float

    def find(self, suspects: tuple[Suspect, ...]) -> Splits:
        waves = {found.target.wave for _, found in suspects}
        candidates = [split for split, _ in self.problem.splits if split.wave in waves]
        taken: Splits = ()
        left = suspects
        while left:
            still, step = self._best(taken, [one for one in candidates if one not in taken], left)
            if not step:
                return ()
            left, taken = still, (*taken, *step)
        return taken

    def _best(
        self, taken: Splits, candidates: Iterable[Split], suspects: tuple[Suspect, ...]
    ) -> tuple[tuple[Suspect, ...], Splits]:
        """What to take away besides ``taken``, and who is certain then; nothing where nothing helps."""
        still = suspects
        step: Splits = ()
        for steps in _ever_larger(candidates):
            for tried in steps:
                found = self._still((*taken, *tried), suspects, fewer_than=len(still))
                if found is not None:
                    still, step = found, tried
                if not still:
                    return still, step
            if step:
                break
        return still, step

    def _still(
        self, splits: Iterable[Split], suspects: Iterable[Suspect], *, fewer_than: int
    ) -> tuple[Suspect, ...] | None:
        """The suspects who are certain even without these splits; None where they are not ``fewer_than``."""
        marks_only = Knowledge(facts=(), withheld=tuple(self.problem.released.quantities()))
        known = (without(self.problem, splits), marks_only)
        weaker = build_system(self.problem.unit, self.problem.respondents, known)
        program = Program(weaker, self.seconds)
        numbers = {target: number for number, target in enumerate(weaker.targets)}
        left: list[Suspect] = []
        for attacker, found in suspects:
            program.less(attacker.own[: len(weaker.upper)])
            number = numbers[found.target]
            size = int(self.system.target_sizes[number]) - attacker.cells.count(found.target.cell)
            limits = (0, size - found.margin) if found.gave else (found.margin, size)
            if program.meeting(weaker.target_matrix[number], *limits) is None:
                left.append((attacker, found))
            if len(left) >= fewer_than:
                return None
        return tuple(left)


def _different(suspects: Iterable[Suspect]) -> tuple[Suspect, ...]:
    """A few that are certain of as many different things as there are."""
    by_answer: defaultdict[tuple[object, ...], list[Suspect]] = defaultdict(list)
    for attacker, found in suspects:
        asked = found.target
        by_answer[asked.part, asked.wave, asked.answer, found.gave].append((attacker, found))
    rounds = (one for together in zip_longest(*by_answer.values()) for one in together if one is not None)
    return tuple(islice(rounds, MOST_SUSPECTS))


def _ever_larger(splits: Iterable[Split]) -> Iterator[list[Splits]]:
    """Steps of one split, of two of the same dimension and wave, of all of them."""
    alike: defaultdict[tuple[str, int], list[Split]] = defaultdict(list)
    for split in splits:
        alike[split.dimension, split.wave].append(split)
    yield [(split,) for some in alike.values() for split in some]
    yield [pair for some in alike.values() for pair in combinations(some, 2)]
    yield [tuple(some) for some in alike.values()]
