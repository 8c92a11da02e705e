"""A view and its address say the same; what an address asks that does not exist is left out, with a notice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.survey.asking.address import POPULATIONS, Known, View, read_address, write_address
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import ANALYST, MINISTRY, PUBLIC, Role, Viewer
from explorer.survey.geography.municipalities import PROVINCES

WAVES = (2019, 2020)
QUESTIONS = ("coalition", "home_visits")
MUNICIPALITIES = ("GM0344", "GM0355")
GROUPS = ("noord", "matig-stedelijk+landelijk")
KNOWN = Known(WAVES, frozenset(QUESTIONS), frozenset(MUNICIPALITIES), frozenset(GROUPS))

NAMES = [province.name for province in PROVINCES]
VIEWS = st.builds(
    View,
    wave=st.sampled_from(WAVES),
    viewer=st.sampled_from([None, MINISTRY, PUBLIC, ANALYST]),
    population=st.sampled_from(Population),
    provinces=st.sets(st.sampled_from(NAMES)).map(lambda chosen: tuple(name for name in NAMES if name in chosen)),
    urbanity=st.sets(st.integers(1, 5)).map(lambda chosen: tuple(sorted(chosen))),
    group=st.sampled_from([None, *GROUPS]),
    question=st.sampled_from([None, *QUESTIONS]),
    municipality=st.sampled_from([None, *MUNICIPALITIES]),
)


def read(parameters: dict[str, str]) -> tuple[View, tuple[str, ...]]:
    found = read_address(parameters, KNOWN)
    return found.view, found.notices


@given(view=VIEWS)
def test_a_view_comes_back_from_its_address(view: View) -> None:
    assert read(write_address(view)) == (view, ())


@given(view=VIEWS)
def test_an_address_holds_plain_words(view: View) -> None:
    for name, value in write_address(view).items():
        assert name.isalpha()
        assert set(value) <= set("abcdefghijklmnopqrstuvwxyz0123456789-,+_GM")


def test_a_municipality_that_looks_stands_in_the_address_and_is_not_replaced_by_one_that_is_looked_up() -> None:
    looking = View(2020, Viewer(Role.MUNICIPALITY, "GM0344"), group="noord")
    assert write_address(looking) == {"meting": "2020", "kijk": "gemeente", "gemeente": "GM0344", "groep": "noord"}
    assert read(write_address(looking)) == (looking, ())
    searching = View(2020, Viewer(Role.MUNICIPALITY, "GM0344"), municipality="GM0355")
    assert write_address(searching)["gemeente"] == "GM0344"


def test_an_empty_address_is_the_latest_wave_without_filters() -> None:
    assert read({}) == (View(2020), ())


def test_an_address_holds_what_differs_from_the_default() -> None:
    assert write_address(View(2020)) == {"meting": "2020"}
    view = View(2019, PUBLIC, Population.PANEL, ("Fryslân", "Noord-Brabant"), (1, 2), question="coalition")
    assert write_address(view) == {
        "meting": "2019",
        "kijk": "openbaar",
        "populatie": "beide-jaren",
        "provincie": "fryslan,noord-brabant",
        "stedelijkheid": "1,2",
        "vraag": "coalition",
    }


def test_a_selection_has_one_address_in_whatever_order_it_was_written() -> None:
    one, _ = read({"provincie": "limburg,noord-brabant,limburg", "stedelijkheid": "2,1,2"})
    other, _ = read({"provincie": " noord-brabant , limburg ", "stedelijkheid": "1,2"})
    assert one == other
    assert write_address(one)["provincie"] == "noord-brabant,limburg"


def test_friesland_and_capitals_are_understood() -> None:
    assert read({"provincie": "Friesland,UTRECHT"}) == (View(2020, provinces=("Fryslân", "Utrecht")), ())


@pytest.mark.parametrize(
    ("parameters", "notice"),
    [
        ({"meting": "2018"}, "De meting 2018 bestaat niet; u ziet die van 2020."),
        ({"meting": "vorig jaar"}, "De meting vorig jaar bestaat niet; u ziet die van 2020."),
        ({"populatie": "half"}, "De keuze populatie=half bestaat niet en is weggelaten."),
        ({"kijk": "koning"}, "De keuze kijk=koning bestaat niet en is weggelaten."),
        ({"provincie": "holland"}, "De provincie 'holland' bestaat niet en is weggelaten."),
        ({"stedelijkheid": "6"}, "De stedelijkheid '6' bestaat niet en is weggelaten."),
        ({"vraag": "koffie"}, "De vraag 'koffie' bestaat niet en is weggelaten."),
        ({"gemeente": "GM9999"}, "De gemeente 'GM9999' bestaat niet en is weggelaten."),
    ],
)
def test_what_does_not_exist_is_left_out_with_one_notice(parameters: dict[str, str], notice: str) -> None:
    assert read(parameters) == (View(2020), (notice,))


def test_what_exists_is_kept_beside_what_does_not() -> None:
    view, notices = read({"provincie": "utrecht,holland,zeeland,mars", "stedelijkheid": "0,1", "vraag": "coalition"})
    assert view == View(2020, provinces=("Utrecht", "Zeeland"), urbanity=(1,), question="coalition")
    assert len(notices) == 3


@given(
    parameters=st.dictionaries(
        st.sampled_from(["meting", "populatie", "provincie", "stedelijkheid", "kijk", "vraag", "gemeente", "bron"]),
        st.text(),
    )
)
def test_any_address_gives_a_view(parameters: dict[str, str]) -> None:
    view, notices = read(parameters)
    assert read(write_address(view)) == (view, ())
    assert all(notice.endswith(".") for notice in notices)


def test_a_view_is_a_question_to_the_gateway() -> None:
    view = View(2019, MINISTRY, Population.NEW, ("Zeeland",), (3,), question="coalition")
    assert view.selection == Selection((2019,), population=Population.NEW, provinces=("Zeeland",), urbanity=(3,))


def test_a_wave_is_a_choice_and_no_filter() -> None:
    assert View(2019, PUBLIC).is_default
    assert not View(2020, population=Population.NEW).is_default
    assert not View(2020, provinces=("Zeeland",)).is_default
    assert not View(2020, urbanity=(1,)).is_default


def test_the_words_of_populations_are_those_of_the_contract() -> None:
    assert list(POPULATIONS) == ["alle", "beide-jaren", "nieuw"]
