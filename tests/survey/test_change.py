"""A change in whole numbers, worked out by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest
from figure_examples import COALITION, figure
from hypothesis import given
from hypothesis import strategies as st
from withheld_examples import in_range

from explorer.survey.asking.selection import Population
from explorer.survey.figures.change import Change, Composition, beyond_chance
from explorer.survey.figures.figure import Figure

ANSWER = "active_or_starting"


def one(n: int, base: int, wave: int, population: Population = Population.TOTAL) -> Figure:
    return figure(COALITION, ANSWER, n, base, wave=wave, population=population)


def change(
    before: tuple[int, int], now: tuple[int, int], panel: tuple[int, int, int] | None = None, stayed: int | None = None
) -> Change:
    """``panel`` is (before, now, base)."""
    of_panel: tuple[Figure | None, Figure | None] = (None, None)
    if panel is not None:
        gave_before, gave_now, both = panel
        of_panel = (
            one(gave_before, both, 2019, Population.PANEL),
            one(gave_now, both, 2020, Population.PANEL),
        )
    return Change(one(*before, 2019), one(*now, 2020), True, *of_panel, stayed, None, 103, 182)


def test_the_parts_of_a_change_add_up_to_it() -> None:
    """73 to 64 %, while those who answered both times went from 32 to 33 of 43."""
    network = change((47, 64), (63, 99), (32, 33, 43))
    assert network.size == Fraction(63, 99) - Fraction(47, 64)
    assert network.composition == Composition(
        left=Fraction(32, 43) - Fraction(47, 64),
        within_panel=Fraction(1, 43),
        joined=Fraction(63, 99) - Fraction(33, 43),
    )


@given(st.data())
def test_the_parts_always_add_up(data: st.DataObject) -> None:
    bases = [data.draw(st.integers(1, 200)) for _ in range(2)]
    both = data.draw(st.integers(1, min(bases)))
    counts = [data.draw(st.integers(0, base)) for base in (*bases, both, both)]
    made = change((counts[0], bases[0]), (counts[1], bases[1]), (counts[2], counts[3], both))
    parts = made.composition
    assert parts is not None
    assert parts.left + parts.within_panel + parts.joined == made.size


def test_without_anyone_in_both_waves_there_are_no_parts() -> None:
    assert change((0, 2), (2, 2), (0, 0, 0)).composition is None
    assert change((0, 2), (2, 2)).composition is None


def test_what_cannot_be_compared_has_neither_size_nor_parts() -> None:
    other = replace(change((47, 64), (63, 99), (32, 33, 43)), is_comparable=False)
    assert (other.size, other.composition, other.interval, other.certain_direction) == (None, None, None, 0)


@pytest.mark.parametrize(
    ("before", "now", "panel", "stayed", "is_beyond"),
    [
        ((55, 63), (58, 100), (38, 31, 43), 28, True),  # a learning practice
        ((36, 64), (30, 99), (25, 20, 43), 15, True),  # interventions
        ((7, 8), (13, 15), (5, 5, 5), 5, False),  # 88 to 87 % of too few
        ((0, 2), (2, 2), (0, 0, 0), 0, False),
        ((31, 64), (41, 100), (20, 21, 43), 17, False),  # 48 to 41 %
    ],
)
def test_a_change_is_one_where_chance_does_not_explain_it(
    before: tuple[int, int], now: tuple[int, int], panel: tuple[int, int, int], stayed: int, is_beyond: bool
) -> None:
    assert change(before, now, panel, stayed).is_beyond_chance is is_beyond


def test_the_largest_of_those_beyond_chance_comes_first() -> None:
    large, less, none = change((55, 63), (58, 100)), change((36, 64), (30, 99)), change((31, 64), (41, 100))
    assert beyond_chance([less, none, large]) == (large, less)


def test_the_interval_of_those_who_answered_both_times_is_one_of_pairs() -> None:
    within = change((55, 63), (58, 100), (38, 31, 43), 28).within_panel()
    assert (within.before, within.size) == (one(38, 43, 2019, Population.PANEL), Fraction(31 - 38, 43))
    assert within.is_beyond_chance


def ranged(n: int, base: int, wave: int) -> Figure:
    return in_range(one(n, base, wave))


@pytest.mark.parametrize(("before", "now", "direction"), [(10, 40, 1), (40, 10, -1), (20, 21, 0)])
def test_of_ranges_only_a_direction_can_be_certain(before: int, now: int, direction: int) -> None:
    made = Change(ranged(before, 50, 2019), ranged(now, 50, 2020), True)
    assert (made.certain_direction, made.size) == (direction, None)
    assert made.is_surely_beyond_chance is (direction != 0)


def test_a_direction_that_is_certain_may_still_be_chance() -> None:
    made = Change(ranged(20, 50, 2019), ranged(25, 50, 2020), True)
    assert made.certain_direction == 1
    assert not made.is_surely_beyond_chance
