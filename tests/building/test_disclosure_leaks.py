"""Leaks that were planted on purpose are found; what is safe passes. Each can be worked out by hand."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from leaks import PART, YES_NO, answers, counted, exactly, problem, respondents
from small_world import copied_queries

from explorer.building.disclosure import Workshop, blocks, examine
from explorer.building.disclosure.facts import released_knowledge
from explorer.building.disclosure.model import AnyBelow, Fact, Knowledge, Layout, ReleasedRow, Respondent, Unit
from explorer.building.disclosure.model import Problem as Question
from explorer.building.disclosure.releasing import opened_rules
from explorer.building.version import build
from explorer.paths import QUERIES
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
    assert (result.kinds, result.pairs) == (2, 3)  # who answered yes or no; two of each, or one of both


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
    assert (result.forced_outsider, result.forced_insiders, result.forced_pairs) == (0, 0, 0)
    assert result.by_report == 2  # two answers, for the outsider, and so for everyone


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
    assert examine(alone).forced_pairs > 0


# ---- what two know together, and what passing tells


def test_the_two_who_gave_an_answer_of_a_group_know_that_nobody_else_did() -> None:
    """0 to 2 of 10 in noord said yes. It is 2, and those two know about the other 8; neither of them alone does."""
    who = respondents(*["noord"] * 10, *["zuid"] * 10)
    given = answers("yes", "yes", *["no"] * 8, *["yes"] * 8, "no", "no")
    facts = [*yes(NATION, 10, 20), exactly(counted("noord", None), 10), Fact(((1, counted("noord", "yes")),), 0, 2)]
    result = examine(problem(who, given, facts))
    assert (result.forced_outsider, result.forced_insiders) == (0, 0)
    assert result.forced_pairs > 0
    assert not result.passed
    wider = [*facts[:-1], Fact(((1, counted("noord", "yes")),), 0, 4)]
    assert examine(problem(who, given, wider)).passed


def test_two_who_gave_an_exclusive_printed_answer_know_all_others() -> None:
    """2 saw no effect, which stands alone, and nearly all others something new: that is all 18 of them."""
    ticks = Layout(True, ("new", "other", "none"), frozenset({"none"}), (), ())
    given = answers("none", "none", *["new"] * 10, *["new other"] * 8)
    facts = [
        exactly(counted(NATION, None), 20),
        exactly(counted(NATION, "none"), 2),
        exactly(counted(NATION, "other"), 8),
        Fact(((1, counted(NATION, "new")),), 18, 20),
    ]
    result = examine(problem(respondents(*[""] * 20), given, facts, layouts={2020: ticks}))
    told = "elk van de 20 gemeente(n) in het hele land gaf 'new'"
    assert any(told in example for example in result.examples)
    wider = [*facts[:-1], Fact(((1, counted(NATION, "new")),), 15, 20)]
    without = examine(problem(respondents(*[""] * 20), given, wider, layouts={2020: ticks}))
    assert not any(told in example for example in without.examples)


@pytest.mark.parametrize(("most", "nearly"), [(1, True), (2, True), (3, False)])
def test_that_it_was_published_makes_none_of_at_most_one_or_two(most: int, nearly: bool) -> None:
    """At most 1 of 10 in noord said yes. One who did would be certain of the others, and it would not be published; so
    whoever knows the program knows that nobody did. With at most 2 it is two who would be.
    """
    who = respondents(*["noord"] * 10, *["zuid"] * 10)
    given = answers(*["no"] * 10, *["yes"] * 6, *["no"] * 4)
    facts = [*yes(NATION, 6, 20), exactly(counted("noord", None), 10), Fact(((1, counted("noord", "yes")),), 0, most)]
    result = examine(problem(who, given, facts))
    assert result.forced_outsider == 0
    assert (result.nearly > 0, result.passed) == (nearly, not nearly)


def test_a_respondent_who_sees_at_most_one_other_would_with_that_one_be_certain() -> None:
    """At most 2 of 12 said yes, and one of them looks: one other at most, who with it would know of everyone."""
    who = respondents(*["noord"] * 12, *["zuid"] * 10)
    given = answers("yes", *["no"] * 11, *["yes"] * 6, *["no"] * 4)
    facts = [*yes(NATION, 7, 22), exactly(counted("noord", None), 12), Fact(((1, counted("noord", "yes")),), 1, 2)]
    result = examine(problem(who, given, facts))
    assert result.forced_insiders == 0
    assert any(example.startswith("deelnemer") and "op hoogstens 1 na" in example for example in result.examples)


def test_not_all_pairs_in_time_is_a_failure() -> None:
    given = answers(*["yes"] * 10, *["no"] * 10)
    result = examine(problem(respondents(*[""] * 20), given, yes(NATION, 10, 20)), seconds_of_unit=0.0)
    assert not result.passed
    assert result.unfinished == "De controle kwam niet klaar: niet alle paren zijn geprobeerd in de tijd van een vraag."


# ---- leaks in the rules of the release


def test_a_number_beside_a_status_that_hides_it_counts_as_known() -> None:
    """A count that slipped into a row of "te weinig om uit te splitsen" is read by everyone who opens the file."""
    row = ReleasedRow(
        *("meldpunt", None, "yes", Kind.OPTION, 2020, Population.TOTAL, "region", "noord-oost"),
        status=ReleaseStatus.NOT_SPLIT,
        counts=(3, 3),
        bases=None,
    )
    assert released_knowledge([row], {}, {2020: 2019}).facts == (exactly(counted("noord-oost", "yes"), 3),)
    hidden = replace(row, counts=None)
    assert released_knowledge([hidden], {}, {2020: 2019}).facts == ()
    assert released_knowledge([hidden], {}, {2020: 2019}).withheld == (counted("noord-oost", "yes"),)


def test_exact_counts_of_groups_do_not_pass(real_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of one count are the count."""
    for name in ("INNER", "COUNT_EDGE", "BASE_EDGE"):
        monkeypatch.setattr(blocks, name, 1)
    with opened_rules(Workshop(real_store.current_path(), QUERIES)) as rules:
        found = {one.unit.name: one for one in rules.problems()}
    assert not any(examine(found[name]).passed for name in ("signal_network", "week_participation"))


def test_a_rule_that_lets_small_numbers_through_is_caught_and_what_it_shows_taken_away(
    small_data: Path, tmp_path: Path
) -> None:
    """Five respondents, no base too small and no word any more: the country shows who has an active coalition."""
    store = Store(tmp_path / "store")
    queries = copied_queries(tmp_path, "43_release_rule.sql", "smallest_base < 10", "smallest_base < 1")
    rule = queries / "43_release_rule.sql"
    whole = rule.read_text(encoding="utf-8").replace("national_n between 5 and national_base - 5", "national_n >= 0")
    rule.write_text(whole, encoding="utf-8")
    build(store, small_data, queries)
    units = json.loads((store.current_path() / "audit_results.json").read_text(encoding="utf-8"))
    lost = {unit["unit"]: unit["dropped"] for unit in units if unit["dropped"]}
    assert json.loads((store.current_path() / "audit.json").read_text(encoding="utf-8"))["passed"]
    assert "nation 2020" in lost["coalition"]
    connection = open_release(store.current_path() / "release.duckdb")
    sql = "select distinct n, status from release_figure where question = 'coalition' and dimension = 'nation'"
    assert connection.execute(sql).fetchall() == [(None, "dropped")]
    connection.close()
