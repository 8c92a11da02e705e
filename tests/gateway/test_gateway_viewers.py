"""What each viewer may see, what does not exist, and where a figure comes from."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from asking import ALL

from explorer.errors import NotAllowedError, SelectionError
from explorer.gateway.door import Gateway
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import ANALYST, MINISTRY, PUBLIC, Role, Viewer, parse_viewer
from explorer.survey.figures.figure import Origin
from explorer.survey.figures.participation import ContactStatus

UTRECHT = parse_viewer("municipality:GM0344")
NEW = Population.NEW


# ---- who sees what


@pytest.mark.parametrize("viewer", [PUBLIC, UTRECHT])
@pytest.mark.parametrize(
    "selection",
    [
        Selection(provinces=("Utrecht",)),
        Selection(urbanity=(1,)),
        Selection(population=NEW),
        Selection(group="zuid", provinces=("Utrecht",)),
    ],
)
def test_others_than_the_ministry_see_no_part_of_the_respondents(
    small: Gateway, viewer: Viewer, selection: Selection
) -> None:
    desk = small.desk(viewer)
    for ask in (desk.figures, desk.response_rates, desk.municipality_statuses):
        with pytest.raises(NotAllowedError, match="alleen voor het ministerie"):
            ask(selection)


def test_an_analyst_sees_what_the_ministry_sees(small: Gateway) -> None:
    assert small.desk(ANALYST).figures(Selection()) == small.desk(MINISTRY).figures(Selection())


def test_nobody_else_sees_answers_of_fewer_than_ten(small: Gateway) -> None:
    """Five respondents: every figure of a question is withheld, and says why."""
    found = [one for one in small.desk(PUBLIC).figures(Selection()) if one.section != "response"]
    assert {(one.n, one.base, one.pct, one.group) for one in found} == {(None, None, None, "nederland")}
    assert {one.withheld.reason for one in found if one.withheld} == {
        "Minder dan 10 deelnemende gemeenten gaven antwoord."
    }


def test_the_public_sees_who_answered_and_not_who_did_not(small: Gateway) -> None:
    found = {one.municipality: one for one in small.desk(PUBLIC).municipality_statuses(ALL)}
    assert found["Utrecht"].status is ContactStatus.RESPONDED
    assert (found["Zeist"].status, found["Zeist"].through) == (ContactStatus.REPRESENTED, "Utrecht")
    for name in ("Breda", "Tilburg", "Amsterdam"):
        assert (found[name].status, found[name].through, found[name].is_new) == (ContactStatus.ABSENT, None, None)


def test_the_public_sees_how_many_answered_per_province_and_not_how_many_were_asked(small: Gateway) -> None:
    rates = {rate.province: rate for rate in small.desk(PUBLIC).response_rates(ALL)}
    utrecht = rates["Utrecht"]
    assert (utrecht.responded, utrecht.also_before, utrecht.new) == (1, 1, 0)
    assert (utrecht.joined, utrecht.contacted, utrecht.new_joined_before) == (None, None, None)
    assert (utrecht.contacted_joined_before, utrecht.responded_joined_before) == (None, None)


# ---- who pretends


class AllSeeing(Viewer):
    """A viewer that says of itself that it sees everything."""

    sees_all_figures = True


def test_who_pretends_to_be_a_viewer_is_refused_everywhere(small: Gateway) -> None:
    pretending = SimpleNamespace(role=Role.MINISTRY, municipality="GM0344", sees_all_figures=True)
    for viewer in (pretending, AllSeeing(Role.PUBLIC), "ministry", None):
        with pytest.raises(NotAllowedError, match="Onbekende kijker"):
            small.desk(viewer)  # type: ignore[arg-type] # that is what is tried


def test_a_viewer_cannot_be_public_and_a_municipality_at_once() -> None:
    for role, code in ((Role.PUBLIC, "GM0344"), (Role.MINISTRY, "GM0344"), (Role.MUNICIPALITY, None)):
        with pytest.raises(SelectionError, match="heeft een gemeentecode nodig"):
            Viewer(role, code)


@pytest.mark.parametrize("code", ["", "GM9999", "GM0344' or '1' = '1", "GM0344,GM0106", "%", "*"])
def test_a_forged_code_has_no_answers(small: Gateway, code: str) -> None:
    forged = Viewer(Role.MUNICIPALITY, code)
    assert small.desk(forged).own_answers(Selection()) == ()
    assert small.desk(forged).own_comments(Selection()) == ()


@pytest.mark.parametrize("text", ["municipality", "municipality:", "municipality:GM0344,GM0106", "ministry:GM0344", ""])
def test_a_viewer_of_the_command_line_is_one_of_the_four(text: str) -> None:
    with pytest.raises(SelectionError, match="Onbekende kijker"):
        parse_viewer(text)


# ---- what does not exist


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(waves=(2018,)), "Onbekende meting 2018. Er zijn metingen van 2019 en 2020."),
        (Selection(questions=("koffie",)), "Onbekende vraag 'koffie'. Het codeboek noemt alle vragen."),
        (Selection(sections=("pillar_9",)), "Onbekend onderdeel 'pillar_9'. Kies uit: action_line_1"),
        (Selection(provinces=("Friesland",)), "Onbekende provincie 'Friesland'. Schrijf de officiële naam"),
        (Selection(urbanity=(6,)), "Onbekende stedelijkheid 6."),
    ],
)
def test_what_does_not_exist_is_named(small: Gateway, selection: Selection, message: str) -> None:
    with pytest.raises(SelectionError) as refused:
        small.desk(MINISTRY).figures(selection)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize("selection", [Selection(provinces=("Friesland",)), Selection(urbanity=(6,))])
def test_a_place_that_does_not_exist_is_refused_and_not_counted_as_nobody(small: Gateway, selection: Selection) -> None:
    """An empty list would read as: nobody there was asked, took part or wrote anything."""
    desk = small.desk(MINISTRY)
    for ask in (desk.response_rates, desk.municipality_statuses, desk.all_answers, desk.all_comments):
        with pytest.raises(SelectionError, match="Onbekende"):
            ask(selection)


# ---- origin


def test_a_figure_is_printed_where_the_report_prints_this_very_number(real: Gateway) -> None:
    def origins(selection: Selection) -> dict[str | None, Origin]:
        figures = real.desk(MINISTRY).figures(replace(selection, questions=("coalition",)))
        return {one.option: one.origin for one in figures if one.wave == 2020}

    assert origins(Selection())["active"] is Origin.PRINTED
    assert set(origins(Selection(provinces=("Utrecht",))).values()) == {Origin.SIMULATED}
    assert set(origins(Selection(urbanity=(1, 2, 3, 4))).values()) == {Origin.SIMULATED}
    assert origins(Selection(urbanity=(1, 2, 3, 4, 5))) == origins(Selection())


def test_a_number_that_the_report_does_not_print_is_simulated(small: Gateway) -> None:
    figures = small.desk(MINISTRY).figures(Selection((2020,), (), ("coalition",)))
    assert {one.origin for one in figures} == {Origin.SIMULATED}
