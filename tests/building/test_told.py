"""What is told of a question, worked out by hand: words that do not follow, options that go together, nets that do."""

from told_examples import GROUPS, THREE, rules, single, told

from explorer.building.disclosure.model import Layout
from explorer.survey.figures.figure import Kind, ReleaseStatus

TICKS = Layout(
    allows_several=True,
    options=("a", "b", "c"),
    exclusive=frozenset(),
    nets=(("a_or_b", ("a", "b")),),
    crosses=(("c", "a_or_b"),),
)


def test_a_net_of_a_question_with_one_answer_is_what_follows_from_its_options() -> None:
    """10 to 12 and 7 to 9 of the 26 make 17 to 21; 26 less the 4 to 6 others leaves 20 to 22: so 20 or 21. That is told
    as 19 to 22, since a count of a group is never told as less than three.
    """
    found = single((12, 14), (9, 15), (5, 9))
    north = {answer: found[answer, Kind.OPTION, "noord-oost"].counts for answer in THREE.options}
    assert north == {"often": (10, 12), "sometimes": (7, 9), "never": (4, 6)}
    assert found["ever", Kind.NET, "noord-oost"].counts == (19, 22)
    assert found["ever", Kind.NET, "west-zuid"].counts == (50 - 22, 50 - 19)


def test_a_cross_of_a_question_with_one_answer_is_told_as_its_option() -> None:
    found = single((12, 14), (9, 15), (5, 9))
    cross = found["often", Kind.CROSS, "noord-oost"]
    assert cross.counts == found["often", Kind.OPTION, "noord-oost"].counts
    assert cross.bases == found["ever", Kind.NET, "noord-oost"].counts


def test_beside_the_only_option_that_is_too_rare_the_rarest_other_is_not_split() -> None:
    found = single((12, 26), (9, 11), (2, 4))
    statuses = {answer: found[answer, Kind.OPTION, "noord-oost"].status for answer in THREE.options}
    assert statuses == {
        "often": ReleaseStatus.RANGE,
        "sometimes": ReleaseStatus.COMPLEMENT,
        "never": ReleaseStatus.NOT_SPLIT,
    }


def test_a_word_does_not_follow_by_subtraction_from_the_other_numbers() -> None:
    """61 + 3: nationally 3 say never, which reads "minder dan 5". Beside 38 often, 23 sometimes would give it away."""
    found = single((16, 22), (9, 14), (1, 2))
    nation = {answer: found[answer, Kind.OPTION, "nederland"] for answer in THREE.options}
    assert nation["never"].counts == (0, 4)
    assert (nation["sometimes"].status, nation["sometimes"].counts) == (ReleaseStatus.RANGE, (22, 26))
    assert nation["often"].counts == (38, 38)
    # both are in it: their sum tells of neither
    assert found["not_often", Kind.NET, "nederland"].counts == (26, 26)
    assert found["sometimes", Kind.OPTION, "noord-oost"].status is ReleaseStatus.COMPLEMENT


def test_what_the_report_prints_is_not_hidden_for_a_word() -> None:
    """The report prints 23 sometimes; so of 38 often it is told between what."""
    found = single((16, 22), (9, 14), (1, 2), in_report=["sometimes"])
    assert found["sometimes", Kind.OPTION, "nederland"].counts == (23, 23)
    assert found["often", Kind.OPTION, "nederland"].counts == (37, 41)


def test_where_the_report_prints_all_others_the_word_follows_from_the_report() -> None:
    found = single((16, 22), (9, 14), (1, 2), in_report=["often", "sometimes"])
    assert {found[answer, Kind.OPTION, "nederland"].status for answer in ("often", "sometimes")} == {
        ReleaseStatus.EXACT
    }


def test_of_several_answers_each_has_a_block_of_its_own() -> None:
    counts = {
        ("a", Kind.OPTION): (12, 14),
        ("b", Kind.OPTION): (9, 15),
        ("c", Kind.OPTION): (10, 20),
        ("a_or_b", Kind.NET): (18, 24),
        ("c", Kind.CROSS): (8, 12),
    }
    found = told(TICKS, rules(counts, {Kind.OPTION: (26, 38), Kind.CROSS: (18, 24)}))
    net = found["a_or_b", Kind.NET, "noord-oost"]
    assert net.counts is not None
    assert net.counts[0] <= 18 <= net.counts[1]
    assert net.counts[1] - net.counts[0] >= 2
    assert found["c", Kind.CROSS, "noord-oost"].bases == net.counts


def test_of_a_number_that_is_hidden_for_a_word_no_group_tells_more_than_the_nation_does() -> None:
    """Nationally 8 say sometimes, told as 7 to 11 beside 3 never. A net of both is bounded by 11, not by that 8."""
    found = single((20, 33), (2, 6), (1, 2))
    assert found["sometimes", Kind.OPTION, "nederland"].counts == (7, 11)
    assert found["not_often", Kind.NET, "nederland"].counts == (11, 11)
    other = single((20, 33), (3, 4), (1, 3))
    """7 and 4 instead of 8 and 3: nobody may see which."""
    assert other["sometimes", Kind.OPTION, "nederland"].counts == (7, 11)
    for group in GROUPS:
        for answer in (("sometimes", Kind.OPTION), ("not_often", Kind.NET)):
            first, second = found[*answer, group], other[*answer, group]
            assert (first.status, first.counts) == (second.status, second.counts)
