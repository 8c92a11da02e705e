"""Leaks that were planted on purpose are found; what is safe passes. Each can be worked out by hand."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from leaks import PART, YES_NO, answers, counted, exactly, problem, respondents
from small_world import copied_queries

from explorer.building.disclosure import examine
from explorer.building.disclosure.facts import released_knowledge
from explorer.building.disclosure.model import AnyBelow, Fact, Knowledge, Layout, ReleasedRow, Respondent, Unit
from explorer.building.disclosure.model import Problem as Question
from explorer.building.version import build
from explorer.errors import DisclosureError
from explorer.paths import DATA
from explorer.store.files import open_release
from explorer.store.versions import Store
from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import Kind, ReleaseStatus

NATION = "nederland"


def yes(mark: str, n: int, base: int) -> list[Fact]:
    return [exactly(counted(mark, "yes"), n), exactly(counted(mark, None), base)]


def test_national_counts_alone_give_nothing_away() -> None:
    result = examine(problem(respondents(*[""] * 8), answers(*["yes"] * 4, *["no"] * 4), yes(NATION, 4, 8)))
    assert result.passed
    assert result.attackers == 3  # an outsider, one who answered yes, one who answered no


def test_a_hidden_small_class_is_recovered_by_subtraction() -> None:
    """Of 8 in the country 5 said yes; 5 of noord 2; so all 3 of the hidden class did."""
    who = respondents(*["noord"] * 5, *["oost"] * 3)
    given = answers("yes", "yes", "no", "no", "no", *["yes"] * 3)
    facts = [*yes(NATION, 5, 8), *yes("noord", 2, 5)]
    result = examine(problem(who, given, facts, withheld=[counted("oost", "yes")]))
    assert not result.passed
    assert result.recovered == 1
    assert result.forced_outsider == 2  # oost: gave yes, did not give no


def test_one_exact_count_of_a_subgroup_forces_its_answers() -> None:
    """0 of 4 in noord, and everyone answered: all there said no."""
    who = respondents(*["noord"] * 4, *[""] * 4)
    given = answers(*["no"] * 4, "yes", "yes", "no", "no")
    result = examine(problem(who, given, [*yes(NATION, 2, 8), exactly(counted("noord", "yes"), 0)]))
    assert result.forced_outsider == 2
    assert "elk van de 4 gemeente(n) in noord gaf niet 'yes'" in result.examples[0] + result.examples[1]


def test_a_net_that_differs_from_its_option_by_one_tells_that_one_about_the_others() -> None:
    """6 chose a or b, 5 of them a. Whoever chose b knows that nobody else did."""
    layout = Layout(False, ("a", "b", "c"), frozenset(), (("a_or_b", ("a", "b")),), ())
    given = answers(*["a"] * 5, "b", "c", "c")
    facts = [
        exactly(counted(NATION, "a_or_b"), 6),
        exactly(counted(NATION, "a"), 5),
        exactly(counted(NATION, None), 8),
    ]
    result = examine(problem(respondents(*[""] * 8), given, facts, layouts={2020: layout}))
    assert result.forced_outsider == 0
    assert result.forced_insiders == 1


def test_two_bases_that_differ_by_one_tell_what_that_one_answered() -> None:
    """3 of 6 in noord and 3 of 5 in a group without one of them: that one said no."""
    who = respondents(*["noord zonder"] * 5, "noord", *[""] * 3)
    given = answers("yes", "yes", "yes", "no", "no", "no", "yes", "no", "no")
    result = examine(problem(who, given, [*yes("noord", 3, 6), *yes("zonder", 3, 5)]))
    assert result.forced_outsider == 2
    assert result.derivable == 2  # yes and no, of the cell of one


def both_waves(count: int, new: int) -> tuple[Respondent, ...]:
    """Respondents of both waves, then respondents of 2020 alone."""
    nation = frozenset({NATION})
    old = [Respondent(id, ((2019, nation), (2020, nation))) for id in range(count)]
    return (*old, *(Respondent(id, ((2020, nation),)) for id in range(count, count + new)))


def test_panel_and_total_tell_what_the_one_newcomer_answered() -> None:
    """3 of 6 in 2020, 3 of 5 in the panel: the newcomer said no."""
    who = both_waves(5, 1)
    given = answers("yes", "yes", "yes", "no", "no", "no") | answers(*["yes", "no"] * 2, "no", wave=2019)
    facts = [
        *yes(NATION, 3, 6),
        exactly(counted(NATION, "yes", partner=2019), 3),
        exactly(counted(NATION, None, partner=2019), 5),
    ]
    result = examine(problem(who, given, facts, layouts={2019: YES_NO, 2020: YES_NO}))
    assert result.forced_outsider == 2
    safe = [*yes(NATION, 3, 6), Fact(((1, counted(NATION, "yes", partner=2019)),), 1, 5)]
    assert examine(problem(who, given, safe, layouts={2019: YES_NO, 2020: YES_NO})).forced_outsider == 0


def test_a_newcomer_is_isolated_by_who_took_part_before() -> None:
    """The whole country 4 of 6, who took part before 4 of 5: the one that joined said no, in a cell of its own."""
    who = respondents(*["vaker"] * 5, "nieuw")
    given = answers("yes", "yes", "yes", "yes", "no", "no")
    result = examine(problem(who, given, [*yes(NATION, 4, 6), *yes("vaker", 4, 5)]))
    assert result.forced_outsider == 2


def test_intervals_force_where_their_limits_meet() -> None:
    """At most 2 of 4 and at most 2 of 2 make at most 4; exactly 4 said yes, so both of the second group did."""
    who = respondents(*["noord"] * 4, *["zuid"] * 2)
    given = answers("yes", "yes", "no", "no", "yes", "yes")
    facts = [*yes(NATION, 4, 6), Fact(((1, counted("noord", "yes")),), 0, 2)]
    result = examine(problem(who, given, facts))
    assert result.derivable == 0  # no subtraction of exact numbers tells it
    assert result.forced_outsider == 2


def test_a_dimension_that_is_withheld_for_a_small_group_tells_that_one_is_small() -> None:
    """Everyone of 4 answered but one: if noord (1) or zuid (3) has no answer, it is noord."""
    who = respondents("noord", "zuid", "zuid", "zuid")
    given = answers(None, "yes", "no", "no")
    known = Knowledge(
        (exactly(counted(NATION, None), 3),), (AnyBelow((counted("noord", None), counted("zuid", None)), 0),)
    )
    result = examine(Question(Unit(((PART, ((2020, YES_NO),)),)), who, given, known, Knowledge(())))
    assert result.forced_outsider == 2  # noord gave neither answer; it skipped the question


def test_what_the_report_forces_by_itself_does_not_count_against_the_release() -> None:
    """The report prints that all 3 of 3 said yes."""
    printed = Knowledge(tuple(yes(NATION, 3, 3)))
    unprinted = problem(respondents("", "", ""), answers("yes", "yes", "yes"), printed.facts)
    assert not examine(unprinted).passed
    result = examine(replace(unprinted, printed=printed))
    assert result.passed
    assert (result.forced_outsider, result.forced_insiders) == (0, 0)
    assert result.by_report == 4  # two answers, for the outsider and for an insider


def test_an_audit_that_does_not_come_to_its_end_is_a_failure() -> None:
    """Rounded counts of regions that cross kinds of town are not solved before the first look at the clock."""
    who = respondents(*[f"{region} {town}" for region in ("noord", "zuid") for town in ("stad", "dorp")] * 5)
    given = answers(*["yes", "no", "no"] * 6, "yes", "yes")
    rounded = [Fact(((1, counted(mark, "yes")),), 2, 7) for mark in ("noord", "zuid", "stad", "dorp")]
    result = examine(problem(who, given, [*yes(NATION, 8, 20), *rounded]), seconds=0.0)
    assert not result.passed
    assert result.unfinished is not None
    assert result.unfinished.startswith("De controle kwam niet klaar")


def test_figures_that_contradict_the_answers_are_a_failure() -> None:
    result = examine(problem(respondents("", ""), answers("yes", "no"), yes(NATION, 2, 2)))
    assert result.unfinished == "De vrijgegeven cijfers kloppen niet met de antwoorden. Bouw opnieuw."


def test_two_who_put_together_what_they_know_can_know_more_than_each_alone() -> None:
    """2 of 4 said no. Those two together know that the other two did not."""
    given = answers("yes", "yes", "no", "no")
    alone = problem(respondents("", "", "a", "b"), given, [*yes(NATION, 2, 4), exactly(counted("a", None), 1)])
    assert examine(alone).forced_insiders == 0
    together = examine(alone, pairs=20)
    assert together.attackers > examine(alone).attackers
    assert together.forced_insiders > 0


# ---- leaks in the rules of the release


def test_a_number_beside_a_status_that_hides_it_counts_as_known() -> None:
    """A count that slipped into a row of "te weinig om uit te splitsen" is read by everyone who opens the file."""
    row = ReleasedRow(
        *("meldpunt", None, "yes", Kind.OPTION, 2020, Population.TOTAL, "region", "noord"),
        n=3,
        base=None,
        status=ReleaseStatus.NOT_SPLIT,
    )
    assert released_knowledge([row], {}, {2020: 2019}).facts == (exactly(counted("noord", "yes"), 3),)
    hidden = replace(row, n=None)
    assert released_knowledge([hidden], {}, {2020: 2019}).facts == ()
    assert released_knowledge([hidden], {}, {2020: 2019}).withheld == (counted("noord", "yes"),)


def test_counts_that_are_not_rounded_are_not_published(real_store: Store, tmp_path: Path) -> None:
    shutil.copytree(real_store.folder, tmp_path / "store")
    store = Store(tmp_path / "store")
    in_use = store.current()
    rounded = "cast(5 * round(n / 5) as integer)"
    leaky = copied_queries(tmp_path, "39_release_rounded.sql", rounded, "cast(n as integer)")
    with pytest.raises(DisclosureError, match="zijn niet afgerond op 5"):
        build(store, DATA, leaky)
    assert store.current() == in_use


def test_a_rule_that_lets_small_groups_through_is_caught_and_what_it_shows_taken_away(
    small_data: Path, tmp_path: Path
) -> None:
    """Five respondents, and no base is too small any more: the country shows who of four has an active coalition."""
    store = Store(tmp_path / "store")
    build(store, small_data, copied_queries(tmp_path, "43_release_rule.sql", "smallest_base < 10", "smallest_base < 1"))
    units = json.loads((store.current_path() / "audit_results.json").read_text(encoding="utf-8"))
    lost = {unit["unit"]: unit["dropped"] for unit in units if unit["dropped"]}
    assert json.loads((store.current_path() / "audit.json").read_text(encoding="utf-8"))["passed"]
    assert "nation 2020" in lost["coalition"]
    connection = open_release(store.current_path() / "release.duckdb")
    sql = "select distinct n, status from release_figure where question = 'coalition' and dimension = 'nation'"
    assert connection.execute(sql).fetchall() == [(None, "dropped")]
    connection.close()
