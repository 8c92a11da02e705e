"""Who looks at a release: nobody in particular, each respondent, and any two of them together.

Respondents of one cell who answered the same know the same: they are one *kind*. So are two pairs of the same kinds.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from explorer.building.disclosure.model import Answers, Part
from explorer.building.disclosure.system import Counts, System

Token = tuple[Part, int, str]
"""An answer that was given: question (item), wave, option."""
RAREST = 60
"""An answer that this many gave, or more, makes nobody suspect."""


@dataclass(frozen=True, slots=True)
class Attacker:
    """Who looks: nobody in particular, or one or more respondents whose own answers are ``own`` (zeros for none)."""

    name: str
    own: Counts
    cells: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InsiderKind:
    """Respondents of one cell who answered the same: what each knows, how many they are, and what they gave."""

    attacker: Attacker
    n_members: int
    gave: frozenset[Token]


def outsider_of(system: System) -> Attacker:
    """Who knows what is released, and nothing else."""
    return Attacker("buitenstaander", np.zeros(len(system.upper), dtype=np.int64))


def kinds_of(system: System, answers: Answers) -> tuple[InsiderKind, ...]:
    """Every kind of respondent."""
    found: dict[tuple[int, frozenset[Token]], list[int]] = {}
    given: dict[int, dict[tuple[Part, int], frozenset[str]]] = {}
    for (part, wave, member), chosen in answers.items():
        given.setdefault(member, {})[part, wave] = chosen
    for number, cell in enumerate(system.cells):
        for member in cell.members:
            own = given.get(member, {})
            tokens = frozenset((*place, option) for place, chosen in own.items() for option in chosen or {""})
            found.setdefault((number, tokens), []).append(member)
    return tuple(
        InsiderKind(
            Attacker(f"deelnemer {count}", system.contribution(number, given.get(members[0], {})), (number,)),
            len(members),
            tokens,
        )
        for count, ((number, tokens), members) in enumerate(found.items(), 1)
    )


def pairs_of(
    system: System, kinds: tuple[InsiderKind, ...], answers: Answers
) -> Iterator[tuple[InsiderKind, InsiderKind]]:
    """Every kind of pair, the most suspect first: two who share a rare answer, or a cell; then with a rare answer."""
    frequency = Counter((part, wave, option) for (part, wave, _), chosen in answers.items() for option in chosen)
    pairs = [
        (_suspicion(system, first, second, frequency), number, first, second)
        for number, (first, second) in enumerate(combinations_with_replacement(kinds, 2))
        if first is not second or first.n_members > 1
    ]
    yield from ((first, second) for *_, first, second in sorted(pairs, key=lambda entry: entry[:2]))


def together(first: InsiderKind, second: InsiderKind) -> Attacker:
    """Two who put together what they know."""
    one, other = first.attacker, second.attacker
    return Attacker(f"{one.name} en {other.name}", one.own + other.own, one.cells + other.cells)


def _suspicion(system: System, first: InsiderKind, second: InsiderKind, frequency: Mapping[Token, int]) -> float:
    """Lower is more suspect."""
    shared = min((frequency[one] for one in first.gave & second.gave), default=RAREST)
    rarest = min((frequency[one] for one in first.gave | second.gave), default=RAREST)
    marks = _marks(system, first) & _marks(system, second)
    return shared + rarest / 2 - 4 * len(marks)


def _marks(system: System, kind: InsiderKind) -> frozenset[tuple[int, str]]:
    (number,) = kind.attacker.cells
    return frozenset((wave, mark) for wave, marks in system.cells[number].marks for mark in marks)
