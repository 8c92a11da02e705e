"""The audit finds exactly what trying every set of answers finds: small random worlds, worked out both ways."""

import random
from collections.abc import Iterator
from itertools import combinations, product

import numpy as np
import pytest
from leaks import PART, YES_NO, counted, exactly

from explorer.building.disclosure.conditions import build_system
from explorer.building.disclosure.linear import RowSpace
from explorer.building.disclosure.model import Answers, Fact, Knowledge, Layout, Quantity, Respondent, Unit
from explorer.building.disclosure.search import Attacker, Search
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
    }[kind]
    size = {"single": 6, "ticks": 4, "cross": 3, "waves": 3}[kind]
    who = []
    for id in range(size):
        region = dice.choice(["noord", "zuid"])
        marks = [(wave, frozenset({"nederland", region})) for wave in layouts if wave == 2020 or dice.random() < 0.7]
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
        quantity = counted(dice.choice(["nederland", "noord", "zuid"]), answer, wave=wave)
        if other is not None and dice.random() < 0.4:
            quantity = counted("nederland", answer, wave=wave, partner=other)
        if layout.crosses and dice.random() < 0.4:
            quantity = Quantity(PART, wave, "nederland", "c", "any")
        n = value(quantity, layouts, who, given)
        facts.append(exactly(quantity, n) if dice.random() < 0.6 else Fact(((1, quantity),), max(n - 1, 0), n + 1))
    return layouts, who, given, facts


def certain(
    layouts: dict[int, Layout], who: list[Respondent], held: list[Given], insider: int | None
) -> set[tuple[int, int, str, bool]]:
    """(respondent, wave, answer, gave it) of which every world that is left agrees."""
    found = set()
    for one in who:
        if one.id == insider:
            continue
        for wave, _ in one.marks:
            for answer in layouts[wave].answers:
                seen = {gave(layouts[wave], given[wave][one.id], answer) for given in held}
                if len(seen) == 1:
                    found.add((one.id, wave, answer, seen.pop()))
    return found


def spread(system: System, search: Search, attacker: Attacker, insider: int | None) -> set[tuple[int, int, str, bool]]:
    """What the audit finds, per respondent instead of per cell."""
    return {
        (member, found.target.wave, found.target.answer, found.gave)
        for found in search.forced(attacker)
        for member in system.cells[found.target.cell].members
        if member != insider
    }


@pytest.mark.parametrize("kind", ["single", "ticks", "cross", "waves"])
def test_cells_and_integers_find_what_trying_every_world_finds(kind: str) -> None:
    dice = random.Random(f"{kind} 1")  # noqa: S311
    total = 0
    for _ in range(12):
        layouts, who, given, facts = draw(dice, kind)
        unit = Unit(((PART, tuple(layouts.items())),))
        answers: Answers = {
            (PART, wave, id): chosen for wave in given for id, chosen in given[wave].items() if chosen is not None
        }
        system = build_system(unit, who, (Knowledge(tuple(facts)),))
        search = Search(system, table_of(system, answers, [PART]), 60.0)
        everything = [one for one in worlds(layouts, who) if all(holds(fact, layouts, who, one) for fact in facts)]
        outsider = Attacker("buitenstaander", np.zeros(len(system.upper), dtype=np.int64))
        assert spread(system, search, outsider, None) == certain(layouts, who, everything, None)
        for number, cell in enumerate(system.cells):
            for member in cell.members:
                own = {(PART, wave): chosen for wave, _ in cell.marks if (chosen := given[wave][member]) is not None}
                insider = Attacker("deelnemer", system.contribution(number, own), (number,))
                held = [one for one in everything if all(one[w].get(member) == given[w].get(member) for w in layouts)]
                expected = certain(layouts, who, held, member)
                assert spread(system, search, insider, member) == expected
                total += len(expected)
    assert total > 0


def test_a_row_space_holds_what_follows_by_subtraction_and_nothing_else() -> None:
    rows = RowSpace([{0: 1, 1: 1, 2: 1}, {0: 1, 1: 1}])
    assert rows.holds({2: 1})
    assert rows.holds({0: 2, 1: 2, 2: 5})
    assert not rows.holds({0: 1})
    assert RowSpace([{0: 3, 1: 2}, {0: 1, 1: 1}]).holds({0: 1})
