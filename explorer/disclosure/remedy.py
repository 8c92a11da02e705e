"""Which splits of answers to take away so that what was certain is not: as few as a greedy search finds.

To take something away never makes anything else certain, since every table that was possible stays so. So only what
was certain is looked at again; a whole audit follows (:mod:`explorer.disclosure.fallback`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from explorer.disclosure.building import build_system
from explorer.disclosure.model import Knowledge, Problem, Split
from explorer.disclosure.search import Attacker, Forced
from explorer.disclosure.solver import Program
from explorer.disclosure.system import System

Splits = tuple[Split, ...]
Suspect = tuple[Attacker, Forced]
"""Who is certain of what."""


def find_remedy(problem: Problem, system: System, suspects: Sequence[Suspect], seconds: float) -> Splits:
    """Splits without which none of the ``suspects`` holds; empty where nothing helps.

    Each step takes away what helps most: one split, or where none helps two, or a whole dimension of a wave. Of what
    helps as much, the first in the order of ``problem.splits`` is taken.

    Raises:
        DisclosureError: the time ran out.
    """
    waves = {found.target.wave for _, found in suspects}
    candidates = [split for split, _ in problem.splits if split.wave in waves]
    taken: Splits = ()
    left = tuple(suspects)
    while left:
        for steps in _ever_larger([one for one in candidates if one not in taken]):
            tried = [(_still(problem, system, (*taken, *step), left, seconds), step) for step in steps]
            still, step = min(tried, key=lambda one: len(one[0]), default=(left, ()))
            if len(still) < len(left):
                left, taken = still, (*taken, *step)
                break
        else:
            return ()
    return taken


def _ever_larger(splits: Iterable[Split]) -> Iterator[list[Splits]]:
    """Steps of one split, of two of the same dimension and wave, of all of them."""
    alike: defaultdict[tuple[str, int], list[Split]] = defaultdict(list)
    for split in splits:
        alike[split.dimension, split.wave].append(split)
    yield [(split,) for some in alike.values() for split in some]
    yield [pair for some in alike.values() for pair in combinations(some, 2)]
    yield [tuple(some) for some in alike.values()]


def without(problem: Problem, splits: Iterable[Split]) -> Knowledge:
    """What an attacker knows when these splits are not released; what they were about stays public as marks."""
    splits = set(splits)
    gone = {fact for split, facts in problem.splits if split in splits for fact in facts}
    stays = {fact for split, facts in problem.splits if split not in splits for fact in facts}
    gone -= stays | set(problem.kept)
    return replace(problem.released, facts=tuple(fact for fact in problem.released.facts if fact not in gone))


def _still(
    problem: Problem, system: System, splits: Iterable[Split], suspects: Iterable[Suspect], seconds: float
) -> tuple[Suspect, ...]:
    """The suspects who are certain even without these splits."""
    marks_only = Knowledge(facts=(), withheld=tuple(problem.released.quantities()))
    weaker = build_system(problem.unit, problem.respondents, (without(problem, splits), marks_only))
    program = Program(weaker, seconds)
    numbers = {target: number for number, target in enumerate(weaker.targets)}
    left = []
    for attacker, found in suspects:
        own = attacker.own[: len(weaker.upper)]
        program.less(own)
        number = numbers[found.target]
        size = int(system.target_sizes[number]) - attacker.cells.count(found.target.cell)
        limits = (0, size - 1) if found.gave else (1, size)
        if program.meeting(weaker.target_matrix[number], *limits) is None:
            left.append((attacker, found))
    return tuple(left)
