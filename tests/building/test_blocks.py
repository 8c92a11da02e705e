"""The partition in which a group's count is told: fixed, without holes, and never smaller than three."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.building.disclosure.blocks import Blocks, block_of, half_width, split_base, split_count

RANGES = st.integers(0, 60).flatmap(lambda low: st.tuples(st.just(low), st.integers(low, low + 60)))


def blocks(low: int, high: int, *, from_top: bool = False) -> list[tuple[int, int]]:
    """All blocks of a range, in their order."""
    found = (block_of(count, (low, high), edge=4, from_top=from_top) for count in range(low, high + 1))
    return list(dict.fromkeys(found))


def test_the_outermost_blocks_hold_four_counts_and_the_inner_ones_three() -> None:
    assert blocks(0, 13) == [(0, 3), (4, 6), (7, 9), (10, 13)]


def test_what_is_left_over_goes_to_the_last_inner_blocks() -> None:
    assert blocks(0, 14) == [(0, 3), (4, 6), (7, 10), (11, 14)]
    assert blocks(0, 15) == [(0, 3), (4, 7), (8, 11), (12, 15)]


def test_from_the_top_it_is_the_mirror_image() -> None:
    assert blocks(0, 14, from_top=True) == [(0, 3), (4, 7), (8, 10), (11, 14)]


@pytest.mark.parametrize(
    ("high", "expected"),
    [(0, [(0, 0)]), (6, [(0, 6)]), (7, [(0, 3), (4, 7)]), (9, [(0, 3), (4, 9)]), (10, [(0, 3), (4, 6), (7, 10)])],
)
def test_a_short_range_is_one_block_or_two(high: int, expected: list[tuple[int, int]]) -> None:
    assert blocks(0, high) == expected


def test_a_count_that_is_not_possible_is_a_fault() -> None:
    with pytest.raises(ValueError, match="14 is not between 0 and 13"):
        block_of(14, (0, 13), edge=4, from_top=False)


@given(RANGES, st.booleans(), st.integers(1, 5))
def test_every_count_lies_in_one_block_and_blocks_leave_no_hole(
    possible: tuple[int, int], from_top: bool, edge: int
) -> None:
    low, high = possible
    found = [block_of(count, possible, edge=edge, from_top=from_top) for count in range(low, high + 1)]
    assert all(first <= count <= last for count, (first, last) in zip(range(low, high + 1), found, strict=True))
    distinct = list(dict.fromkeys(found))
    assert [first for first, _ in distinct] == [low, *(last + 1 for _, last in distinct[:-1])]
    assert distinct[-1][1] == high
    assert all(last - first + 1 >= min(3, edge, high - low + 1) for first, last in distinct)


def test_where_everyone_answered_both_bases_are_exact() -> None:
    assert split_base(26, 64, (26, 38)) == Blocks((26, 26), (38, 38))


def test_where_one_skipped_nobody_learns_in_which_group() -> None:
    """63 of 64 answered: 25 or 26 of the 26, so 37 or 38 of the 38, whichever it was."""
    assert split_base(25, 63, (26, 38)) == split_base(26, 63, (26, 38)) == Blocks((25, 26), (37, 38))


def test_the_larger_group_is_what_is_left_of_the_nation() -> None:
    """Of 20 who said yes 0 to 20 may be among the 26 of the smaller group. 9 are: 7 to 9, so 11 to 13 of the others."""
    bases = split_base(26, 64, (26, 38))
    assert split_count(9, 20, bases, 64) == Blocks((7, 9), (11, 13))


def test_a_count_that_most_gave_is_divided_from_the_top() -> None:
    """Of 60 of 64 at least 22 and at most 26 are among the 26."""
    assert split_count(24, 60, split_base(26, 64, (26, 38)), 64).smaller == (22, 26)


@given(st.integers(20, 60), st.integers(20, 60), st.data())
def test_two_groups_add_up_to_the_nation_and_hold_the_truth(first: int, second: int, data: st.DataObject) -> None:
    smaller, larger = sorted((first, second))
    base = data.draw(st.integers(10, smaller)), data.draw(st.integers(10, larger))
    n = data.draw(st.integers(0, base[0])), data.draw(st.integers(0, base[1]))
    bases = split_base(base[0], sum(base), (smaller, larger))
    counts = split_count(n[0], sum(n), bases, sum(base))
    for told, true in ((bases, base), (counts, n)):
        assert told.smaller[0] <= true[0] <= told.smaller[1]
        assert told.larger[0] <= true[1] <= told.larger[1]
        assert told.smaller[0] + told.larger[1] == told.smaller[1] + told.larger[0] == sum(true)


def test_half_of_what_a_range_leaves_open_is_in_points() -> None:
    assert half_width((7, 9), (26, 26)) == pytest.approx(100 / 26)
    assert half_width((0, 3), (0 + 20, 22)) == pytest.approx(50 * 3 / 20)
    assert half_width((24, 26), (25, 26)) == pytest.approx(50 * (1 - 24 / 26))
