"""Wherever a municipality is named, every way of writing its name leads to it, and a list stands in Dutch order."""

import pytest
from streamlit.runtime.state import QueryParamsProxy
from streamlit.testing.v1 import AppTest

from explorer.gateway.door import Gateway
from explorer.paths import DATA
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC
from explorer.survey.geography.municipalities import load_geography
from explorer.telling.tables.participation import municipality_table
from pages import lines, open_page, type_into

pytestmark = pytest.mark.usefixtures("real_pages")

BOX, LOOKS = "respons_municipality", "filter_municipality"
SPELLINGS = {
    "Den Haag": "GM0518",
    "’s-Gravenhage": "GM0518",
    "Den Bosch": "GM0796",
    "Sudwest": "GM1900",
    "Noardeast-Fryslan": "GM1970",
    "Nuenen c.a.": "GM0820",
    "Gemeente Groningen": "GM0014",
    "Beek (L.)": "GM0888",
    "gm0344": "GM0344",
    "GM344": "GM0344",
    "GM0344 Utrecht": "GM0344",
    "Haag": "GM0518",
    "Volendam": "GM0385",
    "Horst a/d Maas": "GM1507",
}
EEMSDELTA = (
    "De gemeente Eemsdelta bestond niet op 1 januari 2020: zij bestaat vanaf 2021 en kwam voort uit "
    "Appingedam, Delfzijl en Loppersum."
)


def infos(app: AppTest) -> list[str]:
    return [str(info.value) for info in app.info]


# ---- the boxes


@pytest.mark.parametrize(("text", "code"), SPELLINGS.items())
def test_what_is_typed_on_respons_chooses_the_municipality(text: str, code: str, real: Gateway) -> None:
    app = type_into(open_page("respons", {"kijk": "openbaar"}), BOX, text)
    assert app.selectbox(key=BOX).value == code
    place = real.desk(PUBLIC).places.find(code)
    assert place is not None
    (told,) = lines(app, "chosen")
    assert told.startswith(f"{place.name}: ")


def test_the_address_names_what_is_chosen_on_respons() -> None:
    app = open_page("respons", {"kijk": "openbaar", "gemeente": "GM0344"})
    app = type_into(app, BOX, "Den Haag")
    assert app.query_params == {"meting": "2020", "kijk": "openbaar", "gemeente": "GM0518"}
    assert app.selectbox(key=BOX).value == "GM0518"
    app = type_into(app, BOX, "Atlantis")
    assert "gemeente" not in app.query_params
    app = type_into(app, BOX, "Ede")
    assert app.query_params["gemeente"] == "GM0228"
    app = app.selectbox(key=BOX).set_value(None).run()
    assert "gemeente" not in app.query_params


def test_who_looks_stays_where_a_municipality_chooses_another_one_on_respons() -> None:
    app = type_into(open_page("respons", {"kijk": "gemeente", "gemeente": "GM0344"}), BOX, "Den Haag")
    assert app.query_params["gemeente"] == "GM0344"
    assert app.selectbox(key=BOX).value == "GM0518"
    assert [line for line in lines(app, "chosen") if line.startswith("'s-Gravenhage: ")]


def test_what_is_chosen_on_respons_stays_in_another_wave() -> None:
    app = type_into(open_page("respons"), BOX, "Den Haag")
    app = app.sidebar.selectbox(key="filter_wave").set_value(2019).run()
    assert (app.query_params["gemeente"], app.selectbox(key=BOX).value) == ("GM0518", "GM0518")


def test_the_browser_is_told_the_address_of_a_link_to_the_page_that_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit itself tells the browser nothing then: it knows the address, and the page is the same."""
    told: list[dict[str, str]] = []
    write = QueryParamsProxy.from_dict

    def written(proxy: QueryParamsProxy, address: dict[str, str]) -> None:
        told.append(address)
        write(proxy, address)

    monkeypatch.setattr(QueryParamsProxy, "from_dict", written)
    app = open_page("respons", {"meting": "2020", "gemeente": "GM0344"})
    assert told == []  # as the browser has it
    app.query_params["gemeente"] = "GM0518"
    app.run()
    assert told == [{"meting": "2020", "gemeente": "GM0518"}]
    assert app.selectbox(key=BOX).value == "GM0518"
    app.run()
    assert len(told) == 1


def test_what_is_typed_on_respons_and_is_no_municipality_then_is_answered() -> None:
    app = type_into(open_page("respons"), BOX, "Eemsdelta")
    assert (app.selectbox(key=BOX).value, lines(app, "chosen")) == (None, [EEMSDELTA])
    app = type_into(app, BOX, "Hengelo (Gld.)")
    assert lines(app, "chosen") == [
        "Onbekende gemeente 'Hengelo (Gld.)'. Schrijf de officiële naam of de gemeentecode."
    ]
    app = type_into(app, BOX, "Hengelo")
    assert app.selectbox(key=BOX).value == "GM0164"


def test_a_choice_on_respons_can_be_taken_back() -> None:
    app = type_into(open_page("respons"), BOX, "Den Haag")
    app.selectbox(key=BOX).set_value(None).run()
    assert (app.selectbox(key=BOX).value, lines(app, "chosen")) == (None, [])


@pytest.mark.parametrize(("text", "code"), SPELLINGS.items())
def test_what_is_typed_in_the_sidebar_is_who_looks(text: str, code: str) -> None:
    app = open_page("respons", {"kijk": "gemeente", "gemeente": "GM0855"})
    app = type_into(app, LOOKS, text)
    assert not app.exception
    assert app.query_params["gemeente"] == code


def test_who_looks_stays_where_no_municipality_is_typed_in_the_sidebar() -> None:
    app = type_into(open_page("respons", {"kijk": "gemeente", "gemeente": "GM0344"}), LOOKS, "Eemsdelta")
    assert app.query_params["gemeente"] == "GM0344"
    assert EEMSDELTA in infos(app)


def test_a_box_offers_what_most_people_call_a_municipality() -> None:
    assert "'s-Gravenhage (Den Haag)" in open_page("respons").selectbox(key=BOX).options


# ---- the search box


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Eemsdelta", "Eemsdelta"),
        ("Dijk en Waard", "Dijk en Waard"),
        ("GM0344", "Utrecht"),
        ("den haag", "'s-Gravenhage"),
    ],
)
def test_the_search_box_finds_municipalities_of_any_year_and_code(text: str, label: str) -> None:
    app = open_page("respons")
    app.sidebar.text_input[0].set_value(text).run()
    assert str(app.sidebar.get("page_link")[0].proto.label).startswith(f"{label}  \n")


def test_the_search_box_tells_a_municipality_what_another_one_did() -> None:
    """A link would lead nowhere: the address names the one that looks."""
    app = open_page("sterk-netwerk", {"kijk": "gemeente", "gemeente": "GM0344"})
    for text, told in (("den haag", "'s-Gravenhage: deed mee in 2020, en ook in 2019."), ("Eemsdelta", EEMSDELTA)):
        app.sidebar.text_input[0].set_value(text).run()
        assert told in [str(caption.value) for caption in app.sidebar.caption]
        assert len(app.sidebar.get("page_link")) == 0
    app.sidebar.text_input[0].set_value("kartrekker").run()
    assert len(app.sidebar.get("page_link")) > 0


# ---- the address


@pytest.mark.parametrize(("text", "code"), [("gm0518", "GM0518"), ("Den Haag", "GM0518"), ("Gemeente Ede", "GM0228")])
def test_an_address_takes_any_spelling(text: str, code: str) -> None:
    app = open_page("respons", {"gemeente": text})
    assert (app.query_params["gemeente"], infos(app)) == (code, [])
    assert len(lines(app, "chosen")) == 1


@pytest.mark.parametrize("text", ["GM1979", "eemsdelta"])
def test_an_address_that_names_a_later_municipality_is_answered_once(text: str) -> None:
    for slug in ("respons", "sterk-netwerk"):
        app = open_page(slug, {"gemeente": text})
        assert infos(app) == [EEMSDELTA]
        assert lines(app, "chosen") == []
    app = open_page("respons", {"gemeente": text, "kijk": "gemeente"})
    assert infos(app) == [f"{EEMSDELTA} U ziet de andere gemeenten, zonder eigen antwoorden."]


def test_a_list_that_is_repeated_in_an_address_is_read_whole() -> None:
    app = open_page("respons", {"provincie": ["limburg", "drenthe"]})
    assert app.query_params["provincie"] == "drenthe,limburg"
    assert infos(app) == []
    assert open_page("respons", {"Provincie": "LIMBURG"}).query_params == {"meting": "2020", "provincie": "limburg"}


def test_what_an_address_repeats_or_asks_in_vain_is_told() -> None:
    app = open_page("respons", {"meting": ["2020", "2019"], "bron": "cbs", "embed_options": "light_theme"})
    assert infos(app) == [
        "Het adres vraagt om ‘bron’. Dat kennen we niet; het is weggelaten.",
        "Het adres noemt meting meer dan eens. U ziet ‘2019’; weggelaten is ‘2020’.",
    ]


# ---- the order


def test_the_list_of_municipalities_is_in_dutch_order_for_everyone(real: Gateway) -> None:
    for viewer in (MINISTRY, PUBLIC):
        listed = real.desk(viewer).municipality_statuses(Selection(waves=(2020,)))
        names = [str(row["Gemeente"]) for row in municipality_table(listed)]
        assert names[0] == "Aa en Hunze"
        assert names[names.index("'s-Gravenhage") + 1] == "Groningen"
        assert names[names.index("'s-Hertogenbosch") - 1] == "Hengelo"
    options = open_page("respons").selectbox(key=BOX).options
    assert options[options.index("'s-Gravenhage (Den Haag)") + 1] == "Groningen"


def test_files_and_pages_know_the_same_places(real: Gateway) -> None:
    assert real.desk(PUBLIC).places == load_geography(DATA / "geo").places
    assert real.desk(MINISTRY).places == real.desk(PUBLIC).places
