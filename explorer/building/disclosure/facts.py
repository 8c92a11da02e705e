"""From what is told and printed to facts: what each number, word, block or gap tells who reads it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from explorer.building.disclosure.model import AnyBelow, Fact, Knowledge, Quantity, ReleasedRow
from explorer.inputs.printed import PrintedRow
from explorer.survey.asking.groups import NATION
from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import Kind, ReleaseStatus

SMALL = 9
"""Fewer than 10 answers: the largest base for which a group is withheld."""

_TOLD = (ReleaseStatus.PRINTED, ReleaseStatus.EXACT, ReleaseStatus.RANGE, ReleaseStatus.NOT_DEFINED)
"""What hides nothing that could be recovered: a range is meant to be narrowed by what is told beside it."""

Crosses = Mapping[tuple[str, str], str]
"""(question, option of a cross) → the net within which it counts."""
Partners = Mapping[int, int]
"""Wave → the other wave of its panel: the one before, or for the first wave the one after."""


def released_knowledge(
    rows: Iterable[ReleasedRow], crosses: Crosses, partners: Partners, prefix: str = ""
) -> Knowledge:
    """What a release says; ``prefix`` marks the groups of an earlier release."""
    rows = tuple(rows)
    facts = [fact for row in rows for fact in _facts_of(row, *_quantities(row, crosses, partners, prefix))]
    withheld = tuple(
        _quantities(row, crosses, partners, prefix)[0]
        for row in rows
        if row.status not in _TOLD and row.population is Population.TOTAL
    )
    return Knowledge(tuple(dict.fromkeys(facts)), tuple(_small_dimensions(rows, crosses, prefix)), withheld)


def printed_knowledge(rows: Iterable[PrintedRow], crosses: Crosses, partners: Partners) -> Knowledge:
    """What the report prints, of rows whose number comes out; comparisons in words are left out."""
    facts: list[Fact] = []
    for row in rows:
        n, base = _printed_quantities(row, crosses, partners)
        if row.n is not None:
            facts.append(_exactly(n, row.n))
        if row.base is not None:
            facts.append(_exactly(base, row.base))
        if row.n is None and row.pct is not None:
            scale = 10**row.decimals
            units = int(row.pct * scale)
            # Rounded half up: units - 1/2 ≤ 100·scale·n/base < units + 1/2, in whole numbers.
            facts.append(Fact(((200 * scale, n), (1 - 2 * units, base)), 0, None))
            facts.append(Fact(((200 * scale, n), (-1 - 2 * units, base)), None, -1))
    return Knowledge(tuple(dict.fromkeys(facts)))


def _quantities(row: ReleasedRow, crosses: Crosses, partners: Partners, prefix: str) -> tuple[Quantity, Quantity]:
    partner = partners[row.wave] if row.population is Population.PANEL else None
    net = crosses[row.question, row.answer] if row.kind is Kind.CROSS else None
    mark = prefix + row.group
    return (
        Quantity(row.part, row.wave, mark, row.answer, net, partner),
        Quantity(row.part, row.wave, mark, net, None, partner),
    )


def _printed_quantities(row: PrintedRow, crosses: Crosses, partners: Partners) -> tuple[Quantity, Quantity]:
    if row.option is None:
        raise ValueError(f"line {row.line} prints no answer")
    part = (row.question, row.item)
    partner = partners[row.wave] if row.population is Population.PANEL else None
    net = crosses[row.question, row.option] if row.figure_kind is Kind.CROSS else None
    return (
        Quantity(part, row.wave, NATION, row.option, net, partner),
        Quantity(part, row.wave, NATION, net, None, partner),
    )


def _facts_of(row: ReleasedRow, n: Quantity, base: Quantity) -> list[Fact]:
    """Where the count and the base lie. Of a group that is shown at all at least 10 answered."""
    facts = [] if row.counts is None else [Fact(((1, n),), *row.counts)]
    if row.bases is not None and row.kind is not Kind.CROSS:
        low, high = row.bases
        is_of_group = row.group != NATION
        facts.append(Fact(((1, base),), max(low, SMALL + 1) if is_of_group else low, high))
    elif row.bases is not None and row.bases[0] == row.bases[1]:
        facts.append(_exactly(base, row.bases[0]))
    return facts


def _exactly(quantity: Quantity, count: int) -> Fact:
    return Fact(((1, quantity),), count, count)


def _small_dimensions(rows: Iterable[ReleasedRow], crosses: Crosses, prefix: str) -> Iterable[AnyBelow]:
    """A dimension that is withheld has a group with few answers: which one is not said."""
    found: defaultdict[tuple[object, ...], set[Quantity]] = defaultdict(set)
    for row in rows:
        if row.status is ReleaseStatus.SMALL_BASE:
            _, base = _quantities(row, crosses, {}, prefix)
            found[row.part, row.wave, row.dimension, base.answer].add(base)
    ordered = (tuple(sorted(bases, key=lambda one: one.mark)) for bases in found.values())
    return dict.fromkeys(AnyBelow(bases, SMALL) for bases in ordered)
