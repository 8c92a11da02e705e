"""What each viewer sees: released figures of one group at a time, and a municipality its own answers beside them."""

import pytest

from explorer.gateway.door import Gateway
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC, Role, Viewer
from pages import alternatives, headings, lines, open_page, title

UTRECHT = Viewer(Role.MUNICIPALITY, "GM0344")
AS_UTRECHT = {"kijk": "gemeente", "gemeente": "GM0344"}


pytestmark = pytest.mark.usefixtures("real_pages")


def test_everyone_may_look_as_anyone_with_simulated_data() -> None:
    app = open_page()
    assert app.sidebar.selectbox(key="filter_role").options == ["Ministerie (VWS)", "Bezoeker", "Gemeente", "Analist"]


def test_an_analyst_sees_what_the_ministry_sees() -> None:
    asked = {"provincie": "utrecht", "populatie": "nieuw"}
    assert headings(open_page("sterk-netwerk", {"kijk": "analist", **asked})) == headings(
        open_page("sterk-netwerk", asked)
    )


def test_the_public_chooses_one_group_which_stands_in_the_address_and_in_words(real: Gateway) -> None:
    app = open_page("sterk-netwerk", {"kijk": "openbaar"})
    groups = [group.name for group in real.desk(PUBLIC).groups]
    app.sidebar.selectbox(key="filter_group").set_value(groups[1]).run()
    assert app.query_params["groep"] == groups[1]
    assert "landelijk ·" not in lines(app, "kicker")[0]
    assert "73 van de 99" not in " ".join(headings(app))


def test_a_group_shows_ranges_and_says_how_they_are_read(real: Gateway) -> None:
    group = real.desk(PUBLIC).groups[1].name
    for figure in real.desk(Viewer(Role.PUBLIC)).figures(
        Selection(waves=(2020,), questions=("coalition",), group=group)
    ):
        assert figure.exact_n is None
    said = " ".join(alternatives(open_page("sterk-netwerk", {"kijk": "openbaar", "groep": group})))
    assert "10 tot 12 van de 36 tot 37 gemeenten" in said
    assert "Het echte aantal ligt binnen het bereik." in said


def test_who_is_in_a_group_and_why_it_is_so_large_is_one_click_away() -> None:
    app = open_page("sterk-netwerk", {"kijk": "openbaar", "groep": "noord-oost"})
    (members,) = [one for one in app.sidebar.expander if one.label == "Welke 37 gemeenten?"]
    assert not members.caption
    app.session_state["group_members"] = True
    told = " ".join(str(one.value) for one in app.run().sidebar.caption)
    assert "Aa en Hunze" in told or "Groningen" in told
    assert "elke groep minstens 20 deelnemers" in told


@pytest.mark.parametrize(
    ("former", "now", "told"),
    [
        ("noord", "noord-oost", "is te klein om te laten zien. Zij telt mee in Noord- en Oost-Nederland."),
        ("Zuid", "west-zuid", "De groep Zuid-Nederland is te klein om te laten zien. Zij telt mee in West- en Zuid-"),
        ("landelijk", "matig-stedelijk-landelijk", "Zij telt mee in matig stedelijke en landelijke gemeenten."),
    ],
)
def test_an_old_address_leads_to_the_group_that_holds_it_now(former: str, now: str, told: str) -> None:
    app = open_page("sterk-netwerk", {"kijk": "openbaar", "groep": former})
    assert app.query_params["groep"] == now
    assert any(told in info.value for info in app.info)


def test_a_municipality_sees_its_own_answers_beside_those_of_all(real: Gateway) -> None:
    app = open_page("sterk-netwerk", AS_UTRECHT)
    assert "U kijkt als Utrecht (simulatie)" in lines(app, "kicker")[0]
    assert headings(app)[0] == "73 van de 99 gemeenten hebben een lokale coalitie"
    (own,) = real.desk(UTRECHT).own_answers(Selection(waves=(2020,), questions=("coalition",)))
    label = real.facts.reference.codebook.question("coalition").label_of(own.chosen[0])
    assert label.lower() in lines(app, "own")[0].lower()


def test_a_municipality_is_told_whether_it_is_in_the_group(real: Gateway) -> None:
    def told(group: str) -> list[str]:
        app = open_page("sterk-netwerk", {**AS_UTRECHT, "groep": group})
        return [str(caption.value) for caption in app.sidebar.caption]

    names = [group.name for group in real.desk(PUBLIC).groups]
    assert "Uw gemeente telt mee in deze cijfers." in told(next(name for name in names if "west" in name))
    assert "Uw gemeente telt niet mee in deze cijfers." in told(next(name for name in names if "noord" in name))


def test_a_municipality_never_meets_the_answers_of_another_one(real: Gateway) -> None:
    """Only its own answers stand under "own"; those of every other respondent are not asked for at all."""
    app = open_page("sterk-netwerk", {"kijk": "gemeente", "gemeente": "GM0363"})
    own = real.desk(Viewer(Role.MUNICIPALITY, "GM0363")).own_answers(Selection(waves=(2020,)))
    assert {answer.municipality for answer in own} <= {"GM0363"}
    assert not app.exception


def test_who_looks_as_a_municipality_without_naming_one_is_told() -> None:
    app = open_page("sterk-netwerk", {"kijk": "gemeente"})
    assert any(info.value == "Kies ook welke gemeente u bent. U kijkt nu als bezoeker." for info in app.info)
    assert "U kijkt als bezoeker" in lines(app, "kicker")[0]


def test_a_group_of_an_address_that_does_not_exist_is_left_out() -> None:
    app = open_page("sterk-netwerk", {"kijk": "openbaar", "groep": "atlantis"})
    assert any("atlantis" in str(info.value) for info in app.info)
    assert headings(app)[0] == "73 van de 99 gemeenten hebben een lokale coalitie"


def test_the_ministry_that_asks_for_a_group_is_told_that_it_filters_itself(real: Gateway) -> None:
    app = open_page("sterk-netwerk", {"groep": real.desk(PUBLIC).groups[1].name})
    assert any("filtert u zelf" in str(info.value) for info in app.info)


@pytest.mark.parametrize("slug", ["", "respons", "sterk-netwerk", "doorbreken", "betrokkenheid", "verantwoording"])
def test_every_group_has_pages_that_say_something(slug: str, real: Gateway) -> None:
    for group in real.desk(PUBLIC).groups[1:]:
        app = open_page(slug, {"kijk": "openbaar", "groep": group.name})
        assert not app.exception, group
        assert title(app)
        assert "onbekend" not in " ".join(headings(app)), group


def test_the_ministry_has_no_own_answers(real: Gateway) -> None:
    assert lines(open_page("sterk-netwerk"), "own") == []
    assert real.desk(MINISTRY).figures(Selection(waves=(2020,), questions=("coalition",)))[0].group is None
