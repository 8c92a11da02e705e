"""A view and its address say the same; what an address asks that does not exist is left out, with a notice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.paths import DATA
from explorer.survey.asking.address import POPULATIONS, Known, Read, View, read_address, write_address
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import ANALYST, MINISTRY, PUBLIC, Role, Viewer
from explorer.survey.geography.municipalities import PROVINCES, load_geography

WAVES = (2019, 2020)
QUESTIONS = ("coalition", "home_visits")
MUNICIPALITIES = ("GM0344", "GM0355")
PLACES = load_geography(DATA / "geo").places
GROUPS = ("noord", "matig-stedelijk+landelijk")
KNOWN = Known(WAVES, frozenset(QUESTIONS), PLACES, frozenset(GROUPS))

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
    found = read_address(parameters.items(), KNOWN)
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
        ({"populatie": "oud"}, "Deze keuze kennen we niet: ‘oud’. U ziet alle deelnemers."),
        ({"provincie": "holland"}, "Deze provincie kennen we niet: ‘holland’. U ziet de landelijke cijfers."),
        ({"stedelijkheid": "6"}, "Deze stedelijkheid kennen we niet: ‘6’. U ziet elke stedelijkheid."),
        ({"vraag": "koffie"}, "Deze vraag kennen we niet: ‘koffie’. U ziet de hele pagina."),
        ({"groep": "dorpen"}, "Deze groep kennen we niet: ‘dorpen’. U ziet de landelijke cijfers."),
        (
            {"gemeente": "GM9999"},
            "Onbekende gemeentecode ‘GM9999’. Een code ziet eruit als GM0344. U ziet nu geen gemeente apart.",
        ),
        (
            {"gemeente": "utrect"},
            "Onbekende gemeente ‘utrect’. Bedoelt u Utrecht? U ziet nu geen gemeente apart.",
        ),
        ({"bron": "cbs"}, "Het adres vraagt om ‘bron’. Dat kennen we niet; het is weggelaten."),
    ],
)
def test_what_does_not_exist_is_left_out_and_a_notice_says_what_is_shown(
    parameters: dict[str, str], notice: str
) -> None:
    assert read(parameters) == (View(2020), (notice,))


def test_what_exists_is_kept_beside_what_does_not() -> None:
    view, notices = read({"provincie": "utrecht,holland,zeeland,mars", "stedelijkheid": "0,1", "vraag": "coalition"})
    assert view == View(2020, provinces=("Utrecht", "Zeeland"), urbanity=(1,), question="coalition")
    assert notices == (
        "Deze provincies kennen we niet: ‘holland’ en ‘mars’. U ziet Utrecht en Zeeland.",
        "Deze stedelijkheid kennen we niet: ‘0’. U ziet stedelijkheid 1.",
    )


@pytest.mark.parametrize(
    ("parameters", "notices"),
    [
        ({"kijk": "koning"}, ("Deze keuze kennen we niet: ‘koning’. U kijkt als bezoeker.",)),
        ({"kijk": "koning", "gemeente": ""}, ("Deze keuze kennen we niet: ‘koning’. U kijkt als bezoeker.",)),
        ({"kijk": "gemeente"}, ("Kies ook welke gemeente u bent. U kijkt nu als bezoeker.",)),
        (
            {"kijk": "gemeente", "gemeente": "GM9999"},
            (
                "Onbekende gemeentecode ‘GM9999’. Een code ziet eruit als GM0344. U ziet nu geen gemeente apart.",
                "Kies ook welke gemeente u bent. U kijkt nu als bezoeker.",
            ),
        ),
    ],
)
def test_who_looks_as_someone_we_do_not_know_looks_as_public_and_never_as_the_ministry(
    parameters: dict[str, str], notices: tuple[str, ...]
) -> None:
    assert read(parameters) == (View(2020, PUBLIC), notices)


@given(kijk=st.text().filter(lambda text: text.strip().casefold() not in ("", "vws", "analist")))
def test_no_other_words_than_its_own_open_the_view_of_the_ministry(kijk: str) -> None:
    view, _ = read({"kijk": kijk})
    assert view.viewer is not None
    assert not view.viewer.sees_all_figures


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


def test_a_list_may_be_written_by_repeating_its_name() -> None:
    found = read_address([("provincie", "limburg"), ("provincie", "drenthe,zeeland")], KNOWN)
    assert (found.view.provinces, found.notices) == (("Drenthe", "Zeeland", "Limburg"), ())
    found = read_address([("stedelijkheid", "2"), ("stedelijkheid", "1"), ("stedelijkheid", "2")], KNOWN)
    assert (found.view.urbanity, found.notices) == ((1, 2), ())


@pytest.mark.parametrize(
    ("name", "first", "last", "kept"),
    [
        ("meting", "2020", "2019", View(2019)),
        ("populatie", "nieuw", "beide-jaren", View(2020, population=Population.PANEL)),
        ("kijk", "vws", "openbaar", View(2020, PUBLIC)),
        ("vraag", "coalition", "home_visits", View(2020, question="home_visits")),
        ("groep", "matig-stedelijk+landelijk", "noord", View(2020, group="noord")),
        ("gemeente", "GM0344", "GM0355", View(2020, municipality="GM0355")),
    ],
)
def test_of_one_choice_that_is_made_twice_the_last_counts_with_a_notice(
    name: str, first: str, last: str, kept: View
) -> None:
    found = read_address([(name, first), (name, last)], KNOWN)
    assert found.view == kept
    assert found.notices == (f"Het adres noemt {name} meer dan eens. U ziet ‘{last}’; weggelaten is ‘{first}’.",)
    assert read_address([(name, last), (name, last)], KNOWN) == Read(kept, ())


def test_capitals_make_no_difference_in_an_address() -> None:
    for name, value in {
        "provincie": "noord-brabant",
        "populatie": "beide-jaren",
        "kijk": "openbaar",
        "vraag": "coalition",
        "groep": "noord",
        "gemeente": "gm0344",
    }.items():
        assert read({name.upper(): value.upper()}) == read({name: value})
        assert read({name: value}) != (View(2020), ())
        assert read({name: value})[1] == ()


def test_a_parameter_without_a_value_asks_for_nothing() -> None:
    assert read({"provincie": "", "meting": " ", "gemeente": ""}) == (View(2020), ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Den Haag", "GM0518"),
        ("’s-gravenhage", "GM0518"),
        ("Gemeente Groningen", "GM0014"),
        ("gm0518", "GM0518"),
        ("Eemsdelta", "GM1979"),
        ("GM1979", "GM1979"),
    ],
)
def test_an_address_takes_every_spelling_of_a_municipality_of_any_year(text: str, code: str) -> None:
    assert read({"gemeente": text}) == (View(2020, municipality=code), ())
    assert read({"gemeente": text, "kijk": "gemeente"}) == (View(2020, Viewer(Role.MUNICIPALITY, code)), ())


def test_a_view_is_a_question_to_the_gateway() -> None:
    view = View(2019, MINISTRY, Population.NEW, ("Zeeland",), (3,), question="coalition")
    assert view.selection == Selection((2019,), population=Population.NEW, provinces=("Zeeland",), urbanity=(3,))


def test_all_provinces_and_every_kind_of_town_are_the_whole_country_which_is_no_filter() -> None:
    everything = {"provincie": ",".join(one.slug for one in PROVINCES), "stedelijkheid": "5,4,3,2,1"}
    view, notices = read(everything)
    assert (view, notices) == (View(2020), ())
    assert view.is_default
    assert write_address(View(2020, provinces=tuple(NAMES), urbanity=(1, 2, 3, 4, 5))) == {"meting": "2020"}


def test_all_provinces_are_the_same_question_as_none_and_eleven_are_not() -> None:
    assert Selection(provinces=tuple(reversed(NAMES)), urbanity=(1, 2, 3, 4, 5)) == Selection()
    assert not Selection(provinces=tuple(NAMES), urbanity=(1, 2, 3, 4, 5)).is_filtered
    assert Selection(provinces=tuple(NAMES[1:])).provinces == tuple(NAMES[1:])
    assert Selection(provinces=tuple(NAMES[1:])).is_filtered
    assert Selection(provinces=(*NAMES, "Holland")).provinces == (*NAMES, "Holland")


def test_a_wave_is_a_choice_and_no_filter() -> None:
    assert View(2019, PUBLIC).is_default
    assert not View(2020, population=Population.NEW).is_default
    assert not View(2020, provinces=("Zeeland",)).is_default
    assert not View(2020, urbanity=(1,)).is_default


def test_a_group_differs_from_the_default_so_there_is_a_way_back() -> None:
    assert not View(2020, PUBLIC, group="noord").is_default


def test_the_words_of_populations_are_those_of_the_contract() -> None:
    assert list(POPULATIONS) == ["alle", "beide-jaren", "nieuw"]
