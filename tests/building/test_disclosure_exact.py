"""The audit finds exactly what trying every set of answers finds: small random worlds, worked out both ways."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import pytest
from leaks import PART, YES_NO, counted, exactly

from explorer.building.disclosure.attackers import Attacker, outsider_of
from explorer.building.disclosure.conditions import build_system
from explorer.building.disclosure.linear import RowSpace
from explorer.building.disclosure.model import Answers, Fact, Knowledge, Layout, Quantity, Respondent, Unit
from explorer.building.disclosure.search import Search
from explorer.building.disclosure.system import System, table_of

TICKS = Layout(
    allows_several=True,
    options=("a", "b", "none"),
    exclusive=frozenset({"none"}),
    nets=(("any", ("a", "b")),),
    crosses=(),
)
CROSSED = Layout(
    allows_several=True,
    options=("a", "b", "c"),
    exclusive=frozenset(),
    nets=(("any", ("a", "b")),),
    crosses=(("c", "any"),),
)
EARLIER = "eerder 1: nederland"
"""Who stood in the public list of an earlier release: its figures speak of them, and not of late respondents."""

Given = dict[int, dict[int, frozenset[str] | None]]
"""Wave → respondent → what was chosen; None is skipped."""


def possible(layout: Layout) -> list[frozenset[str] | None]:
    """Every way to answer a question, skipping it included."""
    if not layout.allows_several:
        return [None, *(frozenset({option}) for option in layout.options)]
    several = [o for o in layout.options if o not in layout.exclusive]
    sets = [frozenset(chosen) for size in range(len(several) + 1) for chosen in combinations(several, size)]
    return [None, *sets, *(frozenset({option}) for option in layout.exclusive)]


def worlds(layouts: dict[int, Layout], who: list[Respondent]) -> Iterator[Given]:
    places = [(wave, one.id) for wave in layouts for one in who if wave in dict(one.marks)]
    for chosen in product(*(possible(layouts[wave]) for wave, _ in places)):
        given: Given = {wave: {} for wave in layouts}
        for (wave, id), answer in zip(places, chosen, strict=True):
            given[wave][id] = answer
        yield given


def gave(layout: Layout, chosen: frozenset[str] | None, answer: str | None) -> bool:
    if chosen is None or answer is None:
        return chosen is not None
    return not chosen.isdisjoint(dict(layout.nets).get(answer, (answer,)))


def value(quantity: Quantity, layouts: dict[int, Layout], who: list[Respondent], given: Given) -> int:
    """Count a quantity person by person, without cells."""
    total = 0
    for one in who:
        marks = dict(one.marks)
        if quantity.mark not in marks.get(quantity.wave, ()):
            continue
        if quantity.partner is not None and given[quantity.partner].get(one.id) is None:
            continue
        chosen, layout = given[quantity.wave][one.id], layouts[quantity.wave]
        within = quantity.within is None or gave(layout, chosen, quantity.within)
        total += within and gave(layout, chosen, quantity.answer)
    return total


def holds(fact: Fact, layouts: dict[int, Layout], who: list[Respondent], given: Given) -> bool:
    total = sum(factor * value(quantity, layouts, who, given) for factor, quantity in fact.terms)
    return (fact.low is None or total >= fact.low) and (fact.high is None or total <= fact.high)


def draw(dice: random.Random, kind: str) -> tuple[dict[int, Layout], list[Respondent], Given, list[Fact]]:
    """A few respondents, answers, and facts that are true of them: exact, rounded to 5, or an interval of 2."""
    layouts = {
        "single": {2020: YES_NO},
        "ticks": {2020: TICKS},
        "cross": {2020: CROSSED},
        "waves": {2019: YES_NO, 2020: YES_NO},
        "releases": {2020: YES_NO},
    }[kind]
    size = {"single": 6, "ticks": 4, "cross": 3, "waves": 3, "releases": 6}[kind]
    groups = ["nederland", "noord", "zuid", *([EARLIER] if kind == "releases" else [])]
    who = []
    for id in range(size):
        region = dice.choice(["noord", "zuid"])
        listed_then = [EARLIER] if kind == "releases" and dice.random() < 0.7 else []
        marks = [
            (wave, frozenset({"nederland", region, *listed_then}))
            for wave in layouts
            if wave == 2020 or dice.random() < 0.7
        ]
        who.append(Respondent(id, tuple(marks)))
    given: Given = {wave: {} for wave in layouts}
    for one in who:
        for wave, _ in one.marks:
            given[wave][one.id] = dice.choice(possible(layouts[wave]))
    facts = []
    for _ in range(dice.randint(2, 5)):
        wave = dice.choice(list(layouts))
        other = next((one for one in layouts if one != wave), None)
        layout = layouts[wave]
        answer = dice.choice([None, *layout.answers])
        quantity = counted(dice.choice(groups), answer, wave=wave)
        if other is not None and dice.random() < 0.4:
            quantity = counted("nederland", answer, wave=wave, partner=other)
        if layout.crosses and dice.random() < 0.4:
            quantity = Quantity(PART, wave, "nederland", "c", "any")
        n = value(quantity, layouts, who, given)
        facts.append(exactly(quantity, n) if dice.random() < 0.6 else Fact(((1, quantity),), max(n - 1, 0), n + 1))
    return layouts, who, given, facts


def certain(
    layouts: dict[int, Layout], who: list[Respondent], held: list[Given], insiders: tuple[int, ...]
) -> set[tuple[int, int, str, bool]]:
    """(respondent, wave, answer, gave it) of which every world that is left agrees."""
    found = set()
    for one in who:
        if one.id in insiders:
            continue
        for wave, _ in one.marks:
            for answer in layouts[wave].answers:
                seen = {gave(layouts[wave], given[wave][one.id], answer) for given in held}
                if len(seen) == 1:
                    found.add((one.id, wave, answer, seen.pop()))
    return found


def spread(
    system: System, search: Search, attacker: Attacker, insiders: tuple[int, ...]
) -> set[tuple[int, int, str, bool]]:
    """What the audit finds, per respondent instead of per cell."""
    return {
        (member, found.target.wave, found.target.answer, found.gave)
        for found in search.forced(attacker)
        for member in system.cells[found.target.cell].members
        if member not in insiders
    }


@dataclass(frozen=True)
class Tiny:
    """A world small enough to try every set of answers."""

    layouts: dict[int, Layout]
    who: list[Respondent]
    given: Given
    system: System
    search: Search
    held: list[Given]

    @classmethod
    def drawn(cls, dice: random.Random, kind: str) -> "Tiny":
        layouts, who, given, facts = draw(dice, kind)
        unit = Unit(((PART, tuple(layouts.items())),))
        answers: Answers = {
            (PART, wave, id): chosen for wave in given for id, chosen in given[wave].items() if chosen is not None
        }
        system = build_system(unit, who, (Knowledge(tuple(facts)),))
        search = Search(system, table_of(system, answers, [PART]), 60.0)
        held = [one for one in worlds(layouts, who) if all(holds(fact, layouts, who, one) for fact in facts)]
        return cls(layouts, who, given, system, search, held)

    def cell_of(self, member: int) -> int:
        return next(number for number, cell in enumerate(self.system.cells) if member in cell.members)

    def attacker(self, *insiders: int) -> Attacker:
        own = outsider_of(self.system).own
        for member in insiders:
            number = self.cell_of(member)
            answers = {
                (PART, wave): chosen for wave in self.given if (chosen := self.given[wave].get(member)) is not None
            }
            own = own + self.system.contribution(number, answers)
        return Attacker("kijker", own, tuple(self.cell_of(member) for member in insiders))

    def seen_by(self, *insiders: int) -> list[Given]:
        """The worlds that are left for who knows these answers."""
        return [
            one
            for one in self.held
            if all(one[wave].get(m) == self.given[wave].get(m) for wave in self.layouts for m in insiders)
        ]

    def counts(self, held: list[Given], cell: tuple[int, ...], wave: int, answer: str) -> set[int]:
        """How many of some respondents gave an answer, in any of the worlds."""
        return {sum(gave(self.layouts[wave], one[wave][member], answer) for member in cell) for one in held}


KINDS = ["single", "ticks", "cross", "waves", "releases"]


@pytest.mark.parametrize("kind", KINDS)
def test_cells_and_integers_find_what_trying_every_world_finds(kind: str) -> None:
    """For an outsider, for each respondent, and for every two of them together."""
    dice = random.Random(f"{kind} 1")  # noqa: S311
    alone = in_pairs = 0
    for _ in range(12):
        tiny = Tiny.drawn(dice, kind)
        ids = [one.id for one in tiny.who]
        for insiders in [(), *((id,) for id in ids), *combinations(ids, 2)]:
            expected = certain(tiny.layouts, tiny.who, tiny.seen_by(*insiders), insiders)
            assert spread(tiny.system, tiny.search, tiny.attacker(*insiders), insiders) == expected
            alone += len(expected) * (len(insiders) == 1)
            in_pairs += len(expected) * (len(insiders) == 2)
    assert alone > 0
    assert in_pairs > 0


@pytest.mark.parametrize(("kind", "margin"), [*((kind, 2) for kind in KINDS), ("single", 3), ("ticks", 3)])
def test_what_is_nearly_certain_is_what_trying_every_world_finds(kind: str, margin: int) -> None:
    """Of a cell of ``margin`` or more: that all but ``margin`` - 1 gave an answer, or that no more than so many did."""
    dice = random.Random(f"{kind} {margin}")  # noqa: S311
    total = 0
    for _ in range(8):
        tiny = Tiny.drawn(dice, kind)
        expected = set()
        for number, cell in enumerate(tiny.system.cells):
            size = len(cell.members)
            for wave in sorted(cell.waves) if size >= margin else ():
                for answer in tiny.layouts[wave].answers:
                    counts = tiny.counts(tiny.held, cell.members, wave, answer)
                    expected |= {(number, wave, answer, True)} if min(counts) > size - margin else set()
                    expected |= {(number, wave, answer, False)} if max(counts) < margin else set()
        found = tiny.search.forced(tiny.attacker(), margin=margin)
        assert {(one.target.cell, one.target.wave, one.target.answer, one.gave) for one in found} == expected
        total += len(expected)
    assert total > 0


def test_a_row_space_holds_what_follows_by_subtraction_and_nothing_else() -> None:
    rows = RowSpace([{0: 1, 1: 1, 2: 1}, {0: 1, 1: 1}])
    assert rows.holds({2: 1})
    assert rows.holds({0: 2, 1: 2, 2: 5})
    assert not rows.holds({0: 1})
    assert RowSpace([{0: 3, 1: 2}, {0: 1, 1: 1}]).holds({0: 1})
