"""What the fallback takes away of a question that fails: no more than is needed. Each can be worked out by hand."""

from collections.abc import Iterable
from dataclasses import replace

import duckdb
import pytest
from leaks import PART, answers, counted, exactly, problem, respondents

from explorer.building.disclosure import examine
from explorer.building.disclosure.fallback import until_safe
from explorer.building.disclosure.model import Fact, Problem, Split
from explorer.building.disclosure.remedy import without
from explorer.building.disclosure.results import UnitResult
from explorer.errors import DisclosureError
from explorer.store.files import Connection

NATION = "nederland"
WHO = respondents(*["noord"] * 4, *["zuid"] * 4)
GIVEN = answers(*["no"] * 4, *["yes"] * 4)
COUNTRY = (exactly(counted(NATION, "yes"), 4), exactly(counted(NATION, None), 8))
NONE_IN_NORTH = exactly(counted("noord", "yes"), 0)
ALL_NO_IN_NORTH = exactly(counted("noord", "no"), 4)


def split(answer: str, dimension: str = "region") -> Split:
    return Split(*PART, 2020, answer, dimension)


def released(*splits: tuple[Split, Fact], kept: Iterable[Fact] = ()) -> Problem:
    """National counts, and what the splits tell; ``kept`` is told by another source too."""
    facts = (*COUNTRY, *dict.fromkeys(fact for _, fact in splits))
    return replace(
        problem(WHO, GIVEN, facts),
        splits=tuple((one, (fact,)) for one, fact in splits),
        kept=(*COUNTRY, *kept),
    )


def test_the_one_split_that_tells_is_named() -> None:
    """Nobody in noord said yes; that 4 in the towns said no is no harm."""
    towns = exactly(counted(NATION, "no"), 4)
    result = examine(released((split("no", "urbanity"), towns), (split("yes"), NONE_IN_NORTH)))
    assert not result.passed
    assert result.remedy == (split("yes"),)


def test_two_splits_are_named_where_each_tells_the_same() -> None:
    result = examine(released((split("no"), ALL_NO_IN_NORTH), (split("yes"), NONE_IN_NORTH)))
    assert set(result.remedy) == {split("no"), split("yes")}


def test_nothing_is_named_that_an_earlier_release_told_already() -> None:
    result = examine(released((split("yes"), NONE_IN_NORTH), kept=[NONE_IN_NORTH]))
    assert not result.passed
    assert result.remedy == ()


def test_a_fact_goes_only_with_the_last_split_that_tells_it() -> None:
    both = released((split("yes"), NONE_IN_NORTH), (split("no"), NONE_IN_NORTH))
    assert NONE_IN_NORTH in without(both, [split("yes")]).facts
    assert NONE_IN_NORTH not in without(both, [split("yes"), split("no")]).facts
    assert set(COUNTRY) <= set(without(both, [split("yes"), split("no")]).facts)


# ---- the loop


class Rules:
    """Stands in for the release: what is known once some splits are taken away."""

    def __init__(self, connection: Connection, whole: Problem) -> None:
        self.connection = connection
        self.whole = whole
        connection.execute(
            "create table release_drop (question text, item text, wave int, answer text, dimension text)"
        )

    def dropped(self) -> set[Split]:
        return {Split(*row) for row in self.connection.execute("from release_drop").fetchall()}

    def problems(self) -> tuple[Problem, ...]:
        return (replace(self.whole, released=without(self.whole, self.dropped())),)


def fall_back(rules: Rules) -> UnitResult:
    (result,) = until_safe(rules.connection, rules.problems, examine, lambda *_: None)
    return result


def test_what_is_taken_away_is_written_with_its_reason_and_passes() -> None:
    with duckdb.connect() as connection:
        rules = Rules(connection, released((split("yes"), NONE_IN_NORTH)))
        result = fall_back(rules)
        assert result.passed
        assert result.dropped == ("region 2020 (yes)",)
        assert rules.dropped() == {split("yes")}


def test_a_question_that_is_safe_keeps_everything() -> None:
    with duckdb.connect() as connection:
        rules = Rules(connection, released())
        assert fall_back(rules).dropped == ()
        assert rules.dropped() == set()


def test_what_cannot_be_taken_back_stops_the_publication() -> None:
    """An earlier release told it, so no attempt helps, not even printed figures alone."""
    with duckdb.connect() as connection:
        rules = Rules(connection, released((split("yes"), NONE_IN_NORTH), kept=[NONE_IN_NORTH]))
        with pytest.raises(DisclosureError, match="Ook met alleen gedrukte cijfers is niet bewezen"):
            fall_back(rules)


def test_whole_dimensions_go_where_no_answer_is_to_blame() -> None:
    """The audit names nothing here; region is tried after urbanity and helps."""
    with duckdb.connect() as connection:
        rules = Rules(connection, released((split("yes"), NONE_IN_NORTH)))
        (result,) = until_safe(
            connection, rules.problems, lambda one: replace(examine(one), remedy=()), lambda *_: None
        )
        assert result.dropped == ("region 2020",)
        assert rules.dropped() == {split("yes"), split("no")}


@pytest.mark.parametrize(("goes", "stays"), [("urbanity", "region"), ("region", "history"), ("urbanity", "history")])
def test_of_two_dimensions_that_tell_something_together_the_first_goes_and_the_other_stays(
    goes: str, stays: str
) -> None:
    """8 of a group answered 4 and 4; with one more in another group it is 4 and 5: that one said no.

    Either dimension alone tells nothing: 9 others, or 8, answered 4 and 5, or 4 and 4.
    """
    who = respondents(*["small large"] * 8, "large", *[""] * 8)
    given = answers(*["yes", "no"] * 4, "no", *["yes", "no"] * 4)
    country = (exactly(counted(NATION, "yes"), 8), exactly(counted(NATION, "no"), 9))
    told = tuple(
        (split(answer, dimension), (exactly(counted(mark, answer), n),))
        for dimension, mark, counts in ((goes, "small", (4, 4)), (stays, "large", (4, 5)))
        for answer, n in zip(("yes", "no"), counts, strict=True)
    )
    facts = (*country, *(fact for _, (fact,) in told))
    with duckdb.connect() as connection:
        rules = Rules(connection, replace(problem(who, given, facts), splits=told, kept=country))
        (result,) = until_safe(
            connection, rules.problems, lambda one: replace(examine(one), remedy=()), lambda *_: None
        )
        assert result.dropped == (f"{goes} 2020",)
        assert rules.dropped() == {split("yes", goes), split("no", goes)}


def test_one_national_count_goes_before_all_of_them() -> None:
    """Nobody in the country said yes; no dimension is to blame, and of the others everything may stay."""
    nobody = exactly(counted(NATION, "yes"), 0)
    whole = replace(
        problem(WHO, answers(*["no"] * 8), [nobody]), splits=((split("yes", "nation"), (nobody,)),), kept=()
    )
    with duckdb.connect() as connection:
        rules = Rules(connection, whole)
        (result,) = until_safe(
            connection, rules.problems, lambda one: replace(examine(one), remedy=()), lambda *_: None
        )
        assert result.dropped == ("nation 2020 (yes)",)
