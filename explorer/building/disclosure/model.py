"""What an attacker knows, as frozen values: who took part, what was released, how a question is answered.

No database and no solver: these are put together by :mod:`explorer.building.disclosure.reading` and solved by
:mod:`explorer.building.disclosure.search`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from explorer.building.disclosure.blocks import Range
from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import Kind, ReleaseStatus

Part = tuple[str, str | None]
"""A question and, in a matrix, its item."""


@dataclass(frozen=True, slots=True)
class Respondent:
    """A municipality, the same in all its waves. ``marks`` is public: wave → the groups that it belonged to."""

    id: int
    marks: tuple[tuple[int, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of respondents of a group in a wave.

    ``answer`` is an option or net, or None for all who answered. With ``partner`` it counts those alone who also
    answered in that other wave (where the question was not asked in it: who took part in it).
    """

    part: Part
    wave: int
    mark: str
    answer: str | None
    within: str | None = None
    partner: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """``low`` ≤ the sum of coefficient × quantity ≤ ``high``; None is no limit. Everything is a whole number."""

    terms: tuple[tuple[int, Quantity], ...]
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class AnyBelow:
    """At least one of the quantities is at most ``limit``: what a withheld dimension gives away."""

    quantities: tuple[Quantity, ...]
    limit: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How a question is answered in a wave: its options, which of them stand alone, nets and crosses."""

    allows_several: bool
    options: tuple[str, ...]
    exclusive: frozenset[str]
    nets: tuple[tuple[str, tuple[str, ...]], ...]
    crosses: tuple[tuple[str, str], ...]

    @property
    def answers(self) -> tuple[str, ...]:
        """All that can be known of a respondent: options and nets."""
        return (*self.options, *(net for net, _ in self.nets))


@dataclass(frozen=True, slots=True)
class Route:
    """Who answers ``part`` in ``wave`` gave ``answer`` to ``source``."""

    part: Part
    source: Part
    wave: int
    answer: str


@dataclass(frozen=True, slots=True)
class Unit:
    """Questions (items) that must be looked at together, because one leads to the other."""

    layouts: tuple[tuple[Part, tuple[tuple[int, Layout], ...]], ...]
    routes: tuple[Route, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for part, _ in self.layouts)

    @property
    def name(self) -> str:
        """A name for a reader, such as ``tools[advisers]``."""
        return " + ".join(question if item is None else f"{question}[{item}]" for question, item in self.parts)

    def waves_of(self, part: Part) -> tuple[tuple[int, Layout], ...]:
        return next(waves for found, waves in self.layouts if found == part)


Answers = dict[tuple[Part, int, int], frozenset[str]]
"""(part, wave, respondent) → the chosen options; who skipped the question is not in there."""


@dataclass(frozen=True)
class Knowledge:
    """Facts about one unit, from one source: the release, or the printed report."""

    facts: tuple[Fact, ...]
    any_below: tuple[AnyBelow, ...] = ()
    withheld: tuple[Quantity, ...] = ()

    def quantities(self) -> Iterator[Quantity]:
        """Every quantity that is named."""
        for fact in self.facts:
            yield from (quantity for _, quantity in fact.terms)
        for one in self.any_below:
            yield from one.quantities
        yield from self.withheld


class Split(NamedTuple):
    """The counts of an answer (and of its crosses) per group of a dimension: the least that can be taken away."""

    question: str
    item: str | None
    wave: int
    answer: str
    dimension: str


@dataclass(frozen=True)
class Problem:
    """One unit with all that is known about it and the answers that were really given.

    ``released`` is everything that is known. ``splits`` tell which of its facts each split of today's release gives,
    and ``kept`` are those that other sources give: what is in both stays known without the split. ``derived`` are facts
    that follow from others (nets of a question with one answer): without a split they are told anew, and wider.
    """

    unit: Unit
    respondents: tuple[Respondent, ...]
    answers: Answers
    released: Knowledge
    printed: Knowledge
    splits: tuple[tuple[Split, tuple[Fact, ...]], ...] = ()
    kept: tuple[Fact, ...] = ()
    derived: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleasedRow:
    """A row of the release as the audit reads it; see ``queries/44_release_figure.sql``.

    ``counts`` and ``bases`` are where the count and its base lie, by all that is told; None where nothing is.
    """

    question: str
    item: str | None
    answer: str
    kind: Kind
    wave: int
    population: Population
    dimension: str
    group: str
    status: ReleaseStatus
    counts: Range | None
    bases: Range | None

    @property
    def part(self) -> Part:
        return self.question, self.item

    @property
    def is_exact(self) -> bool:
        """Whether the very count is told."""
        return self.counts is not None and self.counts[0] == self.counts[1]
