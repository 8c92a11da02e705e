"""Which number is shown of a range: one by which a question adds up, and not far from anything that may be."""

from dataclasses import replace

import pytest
from told_examples import THREE, Counts, single

from explorer.building.disclosure.blocks import share_range
from explorer.building.disclosure.model import Part, ReleasedRow
from explorer.building.disclosure.shown import Shown, choose
from explorer.errors import DisclosureError
from explorer.survey.figures.figure import MOST_POINTS, Kind, ReleaseStatus

PART: Part = ("q", None)
LAYOUTS = {(PART, 2020): THREE}


def question(often: Counts, sometimes: Counts, never: Counts) -> tuple[ReleasedRow, ...]:
    return tuple(single(often, sometimes, never).values())


def of_group(chosen: dict[ReleasedRow, Shown], group: str, kind: Kind = Kind.OPTION) -> dict[str, Shown]:
    return {row.answer: shown for row, shown in chosen.items() if (row.group, row.kind) == (group, kind)}


def test_options_add_up_to_the_base_nets_to_their_options_and_groups_to_the_country() -> None:
    """14 to 16, 15 to 17 and 8 to 10 of 38: 38 is not 15 + 16 + 9."""
    chosen = choose(question((12, 14), (9, 15), (5, 9)), LAYOUTS)
    north, west = of_group(chosen, "noord-oost"), of_group(chosen, "west-zuid")
    shown = {option: n for option, (n, _) in west.items() if n is not None}
    assert list(shown) == ["often", "sometimes", "never"]
    assert sum(shown.values()) == 38
    assert {base for _, base in west.values()} == {38}
    assert [n + shown[one] for one, (n, _) in north.items() if n is not None] == [26]
    n_ever, _ = of_group(chosen, "west-zuid", Kind.NET)["ever"]
    assert n_ever == shown["often"] + shown["sometimes"]


def test_a_number_that_would_not_add_up_is_not_shown() -> None:
    """Of 26 only the middles 11, 8 and 5 are within 6 points of both ends, and they make 24: so not all three stand."""
    chosen = choose(question((12, 14), (9, 15), (5, 9)), LAYOUTS)
    shown = [n for n, _ in of_group(chosen, "noord-oost").values() if n is not None]
    assert len(shown) < 3
    assert set(shown) <= {11, 8, 5}


def test_a_number_is_close_to_everything_that_the_share_may_be() -> None:
    for row, (n, base) in choose(question((12, 14), (9, 15), (5, 9)), LAYOUTS).items():
        assert row.counts is not None
        assert row.bases is not None
        lowest, highest = share_range(row.counts, row.bases)
        if n is not None:
            assert row.counts[0] <= n <= row.counts[1]
            assert max(100 * (n / base - lowest), 100 * (highest - n / base)) <= MOST_POINTS


def test_of_a_range_that_is_too_wide_no_number_is_shown() -> None:
    """0 to 3 of 26 is 11.5 points wide, and 0, 1, 2 or 3 each more than 6 points from one end."""
    chosen = choose(question((12, 14), (12, 12), (2, 12)), LAYOUTS)
    assert of_group(chosen, "noord-oost")["never"] == (None, 26)


def test_the_same_ranges_give_the_same_numbers() -> None:
    """Another truth within the same blocks is told the same, and so shown the same."""
    first, second = question((12, 14), (9, 15), (5, 9)), question((11, 15), (9, 15), (6, 8))
    assert {row.counts for row in first} == {row.counts for row in second}
    assert set(choose(first, LAYOUTS).values()) == set(choose(second, LAYOUTS).values())


def test_ranges_that_contradict_each_other_are_a_fault() -> None:
    rows = question((12, 14), (9, 15), (5, 9))
    wrong = tuple(replace(row, counts=(0, 0)) if row.status is ReleaseStatus.RANGE else row for row in rows)
    with pytest.raises(DisclosureError, match="De aantallen van 'q' in 2020 spreken elkaar tegen"):
        choose(wrong, LAYOUTS)
