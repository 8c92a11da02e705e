"""What an earlier release gave away is part of what an attacker knows."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from explorer.building.disclosure import examine, in_force
from explorer.building.disclosure.keeping import Settled, settle
from explorer.building.disclosure.model import ReleasedRow, Respondent
from explorer.building.disclosure.reading import EarlierRelease, World, problems_of
from explorer.building.disclosure.results import UnitResult
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.source import load_codebook
from explorer.survey.figures.figure import Kind, ReleaseStatus

PART = ("signal_point", None)
CODES = tuple(f"GM{number:04d}" for number in range(40))
YES = (*["yes"] * 5, *["no"] * 5, "yes", "no", "yes", *["no", "yes", "yes"] * 9)
"""What each municipality answered in 2020."""


def rows(group: str, yes: int, base: int) -> tuple[ReleasedRow, ...]:
    """Exact figures of one group."""
    return tuple(
        ReleasedRow(
            *("signal_point", None, answer, Kind.OPTION, 2020, Population.TOTAL, "nation", group),
            status=ReleaseStatus.EXACT,
            counts=(n, n),
            bases=(base, base),
        )
        for answer, n in (("yes", yes), ("no", base - yes))
    )


def members(**groups: Iterable[int]) -> dict[tuple[int, str], frozenset[str]]:
    """The public list: who belongs to which groups, beside the whole country."""
    listed = sorted({place for places in groups.values() for place in places})
    return {(2020, CODES[p]): frozenset(name for name, places in groups.items() if p in places) for p in listed}


def world(public: dict[tuple[int, str], frozenset[str]]) -> World:
    ids = {key: CODES.index(key[1]) for key in public}
    return World(
        codebook=load_codebook(),
        waves=(2019, 2020),
        respondents=tuple(Respondent(ids[key], ((2020, groups),)) for key, groups in public.items()),
        municipalities=ids,
        members=public,
        answers={(PART, 2020, id): frozenset({YES[id]}) for id in ids.values()},
    )


def audited(today: World, released: tuple[ReleasedRow, ...], *earlier: EarlierRelease) -> UnitResult:
    (problem,) = problems_of(today, released, (), in_force(earlier, today, frozenset(released)))
    return examine(problem)


def test_a_late_respondent_is_told_by_the_old_release_beside_the_new_one() -> None:
    """5 of 10, then 6 of 11: the late one said yes."""
    old = EarlierRelease("eerder 1: ", rows("nederland", 5, 10), members(nederland=range(10)))
    today = world(members(nederland=range(11)))
    assert audited(today, rows("nederland", 6, 11)).passed
    result = audited(today, rows("nederland", 6, 11), old)
    assert not result.passed
    assert result.forced_outsider == 2
    assert result.derivable == 2


def test_a_new_group_that_overlaps_an_old_one_tells_who_is_in_one_of_them_alone() -> None:
    """6 of 12 in the old noord, 6 of 11 in the new one, without the last: that one said no."""
    released = (*rows("nederland", 7, 13), *rows("noord", 6, 11))
    today = world(members(nederland=range(13), noord=range(11)))
    assert audited(today, released).forced_outsider == 0
    old = EarlierRelease("eerder 1: ", rows("noord", 6, 12), members(nederland=range(13), noord=range(12)))
    assert audited(today, released, old).forced_outsider > 0


def test_the_same_release_again_tells_nothing_new() -> None:
    public = members(nederland=range(13), noord=range(11))
    released = (*rows("nederland", 7, 13), *rows("noord", 6, 11))
    again = EarlierRelease("eerder 1: ", released, public)
    today = world(public)
    with_it, without = audited(today, released, again), audited(today, released)
    assert (with_it.kinds, with_it.pairs, with_it.targets) == (without.kinds, without.pairs, without.targets)
    assert with_it.forced_insiders == without.forced_insiders


def test_a_release_whose_answers_were_corrected_since_does_not_hold_any_more() -> None:
    old = EarlierRelease("eerder 1: ", rows("nederland", 4, 10), members(nederland=range(10)))
    today = world(members(nederland=range(11)))
    assert in_force([old], today, frozenset()) == ()


def test_a_release_with_someone_who_left_the_list_does_not_hold_any_more() -> None:
    old = EarlierRelease("eerder 1: ", rows("nederland", 6, 11), members(nederland=range(11)))
    assert in_force([old], world(members(nederland=range(10))), frozenset()) == ()


# ---- which waves keep their figures


def release(yes: int, base: int, *, version: str = "v1", kept: dict[int, str] | None = None) -> EarlierRelease:
    """Of the first ``base`` municipalities ``yes`` said yes."""
    public = members(nederland=range(base))
    return EarlierRelease(f"{version}: ", rows("nederland", yes, base), public, version=version, kept=kept or {})


def settled(
    today: World, told: tuple[ReleasedRow, ...], *earlier: EarlierRelease, may_retell: bool = True
) -> tuple[Settled, ...]:
    return settle(earlier, today, told, may_retell=may_retell)


def test_the_same_data_again_settle_nothing() -> None:
    today = world(members(nederland=range(11)))
    assert settled(today, rows("nederland", 6, 11), release(6, 11)) == ()


@pytest.mark.parametrize("n_today", [10, 12, 30])
def test_a_wave_keeps_its_figures_where_fewer_than_a_group_came_or_left(n_today: int) -> None:
    today = world(members(nederland=range(n_today)))
    (one,) = settled(today, rows("nederland", YES[:n_today].count("yes"), n_today), release(6, 11))
    assert (one.wave, one.is_changed, one.release.version) == (2020, True, "v1")
    assert one.joined == frozenset(CODES[11:n_today])
    assert one.left == frozenset(CODES[n_today:11])


def test_a_wave_keeps_its_figures_where_an_answer_was_corrected() -> None:
    """7 of 11 were yes; today it is 6 of the same 11."""
    today = world(members(nederland=range(11)))
    (one,) = settled(today, rows("nederland", 6, 11), release(7, 11))
    assert (one.is_changed, one.joined, one.left) == (True, frozenset(), frozenset())


def test_a_group_of_late_respondents_makes_new_figures() -> None:
    """20 came to the 11, nobody left, and nothing was corrected."""
    today = world(members(nederland=range(31)))
    told = rows("nederland", YES[:31].count("yes"), 31)
    assert settled(today, told, release(6, 11)) == ()
    (one,) = settled(today, told, release(6, 11), may_retell=False)
    assert one.is_changed, "but where they do not pass beside the old ones"


def test_a_group_of_late_respondents_beside_a_correction_does_not() -> None:
    today = world(members(nederland=range(31)))
    (one,) = settled(today, rows("nederland", YES[:31].count("yes"), 31), release(7, 11))
    assert one.is_changed


def test_who_came_is_counted_from_the_release_that_the_figures_come_from() -> None:
    """Ten came, and the figures of 11 were kept; ten more came: that is a group."""
    first = release(6, 11)
    second = replace(release(6, 21, version="v2", kept={2020: "v1"}), rows=first.rows)
    today = world(members(nederland=range(31)))
    assert settled(today, rows("nederland", YES[:31].count("yes"), 31), first, second) == ()
    fewer = world(members(nederland=range(30)))
    (one,) = settled(fewer, rows("nederland", YES[:30].count("yes"), 30), first, second)
    assert one.release is first


def test_figures_that_were_kept_say_nothing_of_those_who_came_since() -> None:
    kept = replace(release(6, 21, version="v2", kept={2020: "v1"}), rows=rows("nederland", 6, 11))
    assert in_force([kept], world(members(nederland=range(21))), frozenset()) == ()
