"""What is told of each figure: a number, a word, a block of counts, or nothing. From the rules and exact counts alone.

``queries/43_release_rule.sql`` says of each figure which of these it may be; this puts the blocks to it, and takes care
that no word is undone by subtraction. What it tells is what an attacker knows; which number is shown comes after
(:mod:`explorer.building.disclosure.shown`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from explorer.building.disclosure.blocks import INNER, Blocks, Range, split_base, split_count
from explorer.building.disclosure.model import Layout, Part, ReleasedRow
from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import WORD_LIMIT, Kind, ReleaseStatus

NATION_DIMENSION = "nation"
RULES_NUMBER = 2
"""Raised whenever the same answers would be told otherwise: no release of other rules can be held beside a new one."""
Layouts = Mapping[tuple[Part, int], Layout]
"""(question and item, wave) → how it is answered."""
Answer = tuple[str, Kind]
_ORDER = (Kind.OPTION, Kind.NET, Kind.CROSS)
"""Options before the nets that they are in, nets before the crosses that count within them."""
_BY_COUNT = (ReleaseStatus.RANGE, ReleaseStatus.NOT_SPLIT)
"""Which of these it is follows from the national count: where that is not told, neither may be said."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of ``release_rule``: an exact figure, and what may be told of it. ``n_respondents`` is the group's size."""

    question: str
    item: str | None
    answer: str
    kind: Kind
    wave: int
    dimension: str
    group: str
    n: int
    base: int
    n_respondents: int
    is_in_report: bool
    status: ReleaseStatus

    def telling(self, counts: Range | None, bases: Range | None, status: ReleaseStatus | None = None) -> ReleasedRow:
        """This figure as it is told: where count and base lie."""
        return ReleasedRow(
            *(self.question, self.item, self.answer, self.kind, self.wave, Population.TOTAL),
            *(self.dimension, self.group),
            status=status or self.status,
            counts=counts,
            bases=bases,
        )


def tell(rules: Iterable[Rule], layouts: Layouts) -> tuple[ReleasedRow, ...]:
    """What is told of all figures, in the order of the rules."""
    together: defaultdict[tuple[Part, int], list[Rule]] = defaultdict(list)
    for rule in rules:
        together[(rule.question, rule.item), rule.wave].append(rule)
    return tuple(row for place, some in together.items() for row in _Question(tuple(some), layouts[place]).told())


@dataclass(frozen=True, slots=True)
class _OfDimension:
    """What is told of a dimension so far: its bases, and the counts of answers."""

    bases: Blocks
    counts: Mapping[Answer, Blocks]

    def possible(self, option: str, nation: Mapping[Answer, ReleasedRow]) -> Range:
        """Where an option's count of the smaller group lies; of one that is not told, by what the country tells."""
        told = self.counts.get((option, Kind.OPTION))
        if told is not None:
            return told.smaller
        whole = nation.get((option, Kind.OPTION))
        most = self.bases.smaller[1]
        return 0, most if whole is None or whole.counts is None else min(whole.counts[1], most)


@dataclass(frozen=True)
class _Question:
    """All rules of a question (item) in a wave."""

    rules: tuple[Rule, ...]
    layout: Layout

    def told(self) -> Iterator[ReleasedRow]:
        national = {(one.answer, one.kind): one for one in self.rules if one.dimension == NATION_DIMENSION}
        hidden = _Hidden.of(national, self.layout)
        whole = {answer: hidden.told(rule) for answer, rule in national.items()}
        yield from whole.values()
        for dimension in dict.fromkeys(one.dimension for one in self.rules if one.dimension != NATION_DIMENSION):
            yield from self._split(dimension, national, hidden, whole)

    def _split(
        self,
        dimension: str,
        national: Mapping[Answer, Rule],
        hidden: "_Hidden",
        nation: Mapping[Answer, ReleasedRow],
    ) -> Iterator[ReleasedRow]:
        """The two groups of a dimension; ``nation`` is what is told of the country."""
        pairs: defaultdict[Answer, list[Rule]] = defaultdict(list)
        for rule in self.rules:
            if rule.dimension == dimension:
                pairs[rule.answer, rule.kind].append(rule)
        beside = None if hidden.other is not None else self._beside_the_only_one(pairs, national)
        known: dict[Answer, Blocks] = {}
        for answer, pair in sorted(pairs.items(), key=lambda entry: _ORDER.index(entry[0][1])):
            smaller, larger = sorted(pair, key=lambda one: (one.n_respondents, one.group))
            whole = national[answer]
            if smaller.status in _BY_COUNT and (hidden.touches(whole) or beside == smaller.answer):
                yield from (one.telling(None, None, ReleaseStatus.COMPLEMENT) for one in (smaller, larger))
            elif smaller.status is not ReleaseStatus.RANGE:
                yield from (one.telling(None, None) for one in (smaller, larger))
            elif (found := self._blocks(smaller, larger, whole, nation, known)) is None:
                yield from (one.telling(None, None, ReleaseStatus.NET_IN_WORDS) for one in (smaller, larger))
            else:
                bases, counts = found
                known[answer] = counts
                yield from (smaller.telling(counts.smaller, bases.smaller), larger.telling(counts.larger, bases.larger))

    def _beside_the_only_one(self, pairs: Mapping[Answer, list[Rule]], national: Mapping[Answer, Rule]) -> str | None:
        """Of a question with one answer: what is not split either, because one option alone is too rare for it.

        All options add up to the base, so the blocks of the others would tell how many of a group gave it. It is the
        rarest of the others: that follows from national counts.
        """
        options = [option for option in self.layout.options if (option, Kind.OPTION) in pairs]
        rare = [one for one in options if pairs[one, Kind.OPTION][0].status is ReleaseStatus.NOT_SPLIT]
        others = [one for one in options if pairs[one, Kind.OPTION][0].status is ReleaseStatus.RANGE]
        if self.layout.allows_several or len(rare) != 1 or not others:
            return None
        return min(others, key=lambda one: national[one, Kind.OPTION].n)

    def _blocks(
        self,
        smaller: Rule,
        larger: Rule,
        whole: Rule,
        nation: Mapping[Answer, ReleasedRow],
        known: Mapping[Answer, Blocks],
    ) -> tuple[Blocks, Blocks] | None:
        """Where bases and counts lie; None where a net or an option that they follow from is not told."""
        bases = self._bases(smaller, larger, whole, known)
        counts = None if bases is None else self._counts(smaller, whole, nation, _OfDimension(bases, known))
        return None if bases is None or counts is None else (bases, counts)

    def _bases(self, smaller: Rule, larger: Rule, whole: Rule, known: Mapping[Answer, Blocks]) -> Blocks | None:
        """Where the bases lie; of a cross they are what is told of its net, None where that is nothing."""
        if whole.kind is Kind.CROSS:
            return known.get((dict(self.layout.crosses)[whole.answer], Kind.NET))
        return split_base(smaller.base, whole.base, (smaller.n_respondents, larger.n_respondents))

    def _counts(
        self, smaller: Rule, whole: Rule, nation: Mapping[Answer, ReleasedRow], told: _OfDimension
    ) -> Blocks | None:
        """Where the counts lie.

        Where one answer is given, a net is the sum of its options and a cross the very count of its option: another
        block of the same number would tell more. So a net is told as what follows, and a cross as its option is; None
        where that is not told.
        """
        if self.layout.allows_several or smaller.kind is Kind.OPTION:
            return split_count(smaller.n, whole.n, told.bases, whole.base)
        if smaller.kind is Kind.CROSS:
            return told.counts.get((smaller.answer, Kind.OPTION))
        possible = {option: told.possible(option, nation) for option in self.layout.options}
        inside = [possible.pop(member) for member in dict(self.layout.nets)[smaller.answer]]
        outside = list(possible.values())
        least, most = told.bases.smaller
        low = max(sum(one[0] for one in inside), least - sum(one[1] for one in outside))
        high = min(sum(one[1] for one in inside), most - sum(one[0] for one in outside))
        if high - low < INNER - 1:  # a count of a group is a range, also where the options leave less of it
            low, high = max(low - 1, 0, whole.n - told.bases.larger[1]), min(high + 1, most, whole.n)
        return Blocks((low, high), (whole.n - high, whole.n - low))


@dataclass(frozen=True)
class _Hidden:
    """Of a question with one answer: which other national number may not stand beside the only one that is in words.

    All options add up to the base. Where one alone is in words, it would follow by subtraction; so another one is told
    as a range as wide as the word. It is the one before it in the codebook (else the one after it), of which the report
    prints nothing: that choice follows from what is public. A net that holds one of the two goes with them; ``nets``
    says of each whether that one is the word.
    """

    word: Rule | None = None
    other: Rule | None = None
    nets: Mapping[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, national: Mapping[Answer, Rule], layout: Layout) -> "_Hidden":
        options = [national[option, Kind.OPTION] for option in layout.options if (option, Kind.OPTION) in national]
        words = [place for place, one in enumerate(options) if one.status is ReleaseStatus.FEWER_THAN_5]
        if layout.allows_several or len(words) != 1:
            return cls()
        (place,) = words
        for other in (*reversed(options[:place]), *options[place + 1 :]):
            both = {options[place].answer, other.answer}
            nets = {net: options[place].answer in of_net for net, of_net in layout.nets if len(both & {*of_net}) == 1}
            gone = (other, *(national[net, Kind.NET] for net in nets))
            if other.status is ReleaseStatus.EXACT and not any(one.is_in_report for one in gone):
                return cls(options[place], other, nets)
        return cls()

    def touches(self, rule: Rule) -> bool:
        """Whether the national number of an answer may not be told exactly."""
        return self.other is not None and (rule.answer == self.other.answer or rule.answer in self.nets)

    def told(self, rule: Rule) -> ReleasedRow:
        """What is told of a figure of the whole country."""
        if rule.status is ReleaseStatus.EXACT and self.touches(rule):
            return self._told_as_range(rule)
        whole = rule.base, rule.base
        match rule.status:
            case ReleaseStatus.EXACT | ReleaseStatus.PRINTED:
                return rule.telling((rule.n, rule.n), whole)
            case ReleaseStatus.FEWER_THAN_5:
                return rule.telling((0, WORD_LIMIT), whole)
            case ReleaseStatus.ALMOST_ALL:
                return rule.telling((rule.base - WORD_LIMIT, rule.base), whole)
            case _:
                return rule.telling(None, None)

    def _told_as_range(self, rule: Rule) -> ReleasedRow:
        """Everything that it may be beside all that the word may be. A cross would tell its net: it is not told."""
        if rule.kind is Kind.CROSS or self.word is None:
            return rule.telling(None, None, ReleaseStatus.COMPLEMENT)
        low = rule.n - (self.word.n if self.nets.get(rule.answer) else WORD_LIMIT - self.word.n)
        # That it is no word itself is known too.
        counts = max(low, WORD_LIMIT + 1), min(low + WORD_LIMIT, rule.base - WORD_LIMIT - 1)
        return rule.telling(counts, (rule.base, rule.base), ReleaseStatus.RANGE)
