"""What an earlier release gave away is part of what an attacker knows."""

from collections.abc import Iterable

from explorer.building.disclosure import examine, in_force
from explorer.building.disclosure.model import ReleasedRow, Respondent
from explorer.building.disclosure.reading import EarlierRelease, World, problems_of
from explorer.building.disclosure.results import UnitResult
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.source import load_codebook
from explorer.survey.figures.figure import Kind, ReleaseStatus

PART = ("signal_point", None)
CODES = tuple(f"GM{number:04d}" for number in range(11))
YES = ("yes", "yes", "yes", "yes", "yes", "no", "no", "no", "no", "no", "yes")
"""What each municipality answered in 2020."""


def rows(group: str, yes: int, base: int) -> tuple[ReleasedRow, ...]:
    """Exact figures of one group."""
    return tuple(
        ReleasedRow(
            "signal_point",
            None,
            answer,
            Kind.OPTION,
            2020,
            Population.TOTAL,
            "nation",
            group,
            n,
            base,
            ReleaseStatus.EXACT,
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
    """5 of 10 in the old noord, 5 of 9 in the new one, without the last: that one said no."""
    released = (*rows("nederland", 6, 11), *rows("noord", 5, 9))
    today = world(members(nederland=range(11), noord=range(9)))
    assert audited(today, released).forced_outsider == 0
    old = EarlierRelease("eerder 1: ", rows("noord", 5, 10), members(nederland=range(11), noord=range(10)))
    assert audited(today, released, old).forced_outsider > 0


def test_the_same_release_again_tells_nothing_new() -> None:
    public = members(nederland=range(11), noord=range(9))
    released = (*rows("nederland", 6, 11), *rows("noord", 5, 9))
    again = EarlierRelease("eerder 1: ", released, public)
    today = world(public)
    with_it, without = audited(today, released, again), audited(today, released)
    assert (with_it.attackers, with_it.targets) == (without.attackers, without.targets)
    assert with_it.forced_insiders == without.forced_insiders


def test_a_release_whose_answers_were_corrected_since_does_not_hold_any_more() -> None:
    old = EarlierRelease("eerder 1: ", rows("nederland", 4, 10), members(nederland=range(10)))
    today = world(members(nederland=range(11)))
    assert in_force([old], today, frozenset()) == ()


def test_a_release_with_someone_who_left_the_list_does_not_hold_any_more() -> None:
    old = EarlierRelease("eerder 1: ", rows("nederland", 6, 11), members(nederland=range(11)))
    assert in_force([old], world(members(nederland=range(10))), frozenset()) == ()
