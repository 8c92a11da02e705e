"""Changes of the small world worked out by hand (see small_world.py), and those that the report prints."""

from fractions import Fraction

import pytest

from explorer.gateway.door import Gateway
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC, Viewer
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Kind


def changes(gateway: Gateway, question: str, viewer: Viewer = MINISTRY, **filters: object) -> dict[str, Change]:
    selection = Selection(questions=(question,), **filters)  # type: ignore[arg-type] # of the test
    return {one.figure.option or "": one for one in gateway.desk(viewer).changes(selection)}


def test_those_who_answered_both_times_are_told_apart(small: Gateway) -> None:
    """Utrecht and Assen answered twice: one of them had a coalition, now both; Goes left, Almere and Zwolle joined."""
    made = changes(small, "coalition")["active_or_starting"]
    assert made.before is not None
    assert made.now is not None
    assert made.panel_before is not None
    assert made.panel_now is not None
    assert [(one.n, one.base) for one in (made.before, made.now)] == [(2, 3), (3, 4)]
    assert [(one.n, one.base) for one in (made.panel_before, made.panel_now)] == [(1, 2), (2, 2)]
    assert (made.stayed, made.asked_before, made.asked_now) == (1, 5, 10)
    parts = made.composition
    assert parts is not None
    assert (parts.left, parts.within_panel, parts.joined) == (Fraction(-1, 6), Fraction(1, 2), Fraction(-1, 4))


def test_who_skipped_the_question_once_counts_as_coming_or_going(small: Gateway) -> None:
    """Assen skipped the lead in 2019, so Utrecht alone answered twice."""
    made = changes(small, "coalition_lead")["yes"]
    assert made.panel_now is not None
    assert (made.panel_now.n, made.panel_now.base, made.stayed) == (1, 1, 1)


def test_a_filter_holds_in_both_waves(small: Gateway) -> None:
    made = changes(small, "coalition", provinces=("Drenthe",))["active_or_starting"]
    assert made.panel_now is not None
    assert (made.panel_now.n, made.panel_now.base, made.asked_before, made.asked_now) == (1, 1, 1, 1)
    nobody = changes(small, "coalition", provinces=("Limburg",))["active_or_starting"]
    assert nobody.composition is None


def test_a_question_of_one_wave_alone_is_there_and_compares_nothing(small: Gateway) -> None:
    made = changes(small, "best_practices")["none"]
    assert (made.before, made.is_comparable, made.panel_now) == (None, False, None)


def test_a_cross_is_no_answer_of_its_own(real: Gateway) -> None:
    found = real.desk(MINISTRY).changes(Selection())
    assert {one.figure.kind for one in found} == {Kind.OPTION, Kind.NET}


@pytest.mark.parametrize(
    ("question", "option", "total", "panel"),
    [
        ("signal_network", "yes", [73, 64], [32, 33]),
        ("week_participation", "yes", [83, 88], None),
        ("home_visits", "full_breadth", [39, 56], [17, 28]),
    ],
)
def test_the_pairs_of_the_report_come_out(
    real: Gateway, question: str, option: str, total: list[int], panel: list[int] | None
) -> None:
    made = changes(real, question)[option]
    shares = [one.pct for one in (made.before, made.now) if one is not None]
    assert [round(share) for share in shares if share is not None] == total
    both = [one.n for one in (made.panel_before, made.panel_now) if one is not None]
    assert panel in (None, both)


def test_the_public_is_told_of_those_who_answered_twice_what_the_report_prints(real: Gateway) -> None:
    made = changes(real, "signal_network", PUBLIC)["yes"]
    assert made.panel_before is not None
    assert made.panel_now is not None
    assert (made.panel_before.exact_n, made.panel_now.exact_n, made.stayed) == (32, 33, None)
    assert made.composition is None
    unprinted = changes(real, "coalition", PUBLIC)["none"]
    assert unprinted.panel_now is not None
    assert unprinted.panel_now.exact_n is None


def test_the_interval_of_the_public_is_never_narrower(real: Gateway) -> None:
    """It knows less, and a verdict that needs more would tell it."""
    whole = {_key(one): one for one in real.desk(MINISTRY).changes(Selection())}
    told = [one for one in real.desk(PUBLIC).changes(Selection()) if one.interval is not None]
    assert len(told) > 40
    for one in told:
        exact = whole[_key(one)].interval
        assert one.interval is not None
        assert exact is not None
        assert one.interval.low <= exact.low + 1e-12
        assert exact.high <= one.interval.high + 1e-12


def test_a_group_is_told_as_ranges(real: Gateway) -> None:
    found = real.desk(PUBLIC).changes(Selection(group="noord-oost"))
    assert all(one.panel_now is None and one.stayed is None for one in found)
    assert any(one.size is None and one.is_comparable for one in found)


def test_the_population_does_not_change_what_changed(real: Gateway) -> None:
    desk = real.desk(MINISTRY)
    assert desk.changes(Selection(population=Population.PANEL)) == desk.changes(Selection())


def _key(change: Change) -> tuple[object, ...]:
    figure = change.figure
    return figure.question, figure.item, figure.option, figure.kind
