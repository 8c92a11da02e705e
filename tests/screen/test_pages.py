"""Every page, per viewer, default and filtered: its heading, and numbers that equal those of the figures."""

from pathlib import Path

import pytest
import streamlit as st

from explorer.gateway.door import Gateway
from explorer.screen.frame import session
from explorer.store.versions import Store
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC
from explorer.survey.figures.figure import find
from pages import alternatives, headings, lines, open_page, title

SECTIONS = {
    "signaleren": "Signaleren en bespreekbaar maken",
    "doorbreken": "Doorbreken en duurzaam aanpakken",
    "bestuurlijk-commitment": "Bestuurlijk commitment",
    "sterk-netwerk": "Sterk netwerk",
    "betrokkenheid": "Betrokkenheid van ouderen",
    "duurzame-aanpak": "Duurzame aanpak",
    "monitoring": "Monitoring en evaluatie",
    "corona": "Wat gemeenten merkten van corona",
    "uitdagingen": "Uitdagingen en ondersteuning",
}


pytestmark = pytest.mark.usefixtures("real_pages")


def coalition(gateway: Gateway, selection: Selection, verb: str = "hebben") -> str:
    """The heading that the figures ask for: "73 van de 99 gemeenten"; a wave after which another came is past."""
    figure = find(gateway.desk(MINISTRY).figures(selection), "active_or_starting")
    assert figure is not None
    return f"{figure.n} van de {figure.base} gemeenten {verb} een lokale coalitie"


@pytest.mark.parametrize("viewer", ["vws", "openbaar"])
@pytest.mark.parametrize(("slug", "expected"), SECTIONS.items())
def test_each_section_has_its_page_with_a_block_per_question(
    slug: str, expected: str, viewer: str, real: Gateway
) -> None:
    app = open_page(slug, {"kijk": viewer})
    section = next(one for one in real.facts.reference.codebook.sections if one.slug == slug)
    assert not app.exception
    assert title(app) == expected
    assert lines(app, "question") == [
        question.text for question in real.facts.reference.codebook.questions_of(section.id)
    ]


@pytest.mark.parametrize("viewer", ["vws", "openbaar"])
def test_the_kicker_says_what_is_looked_at_and_how_many_took_part(viewer: str) -> None:
    """Of the 182 that were asked the report prints another number too."""
    (kicker,) = lines(open_page("sterk-netwerk", {"meting": "2020", "kijk": viewer}), "kicker")
    told = kicker.replace("\u00a0", " ")
    assert told.startswith(
        "Pijler 2 · meting 2020 · landelijk · 100 ● van de 182 ●≠ aangeschreven gemeenten U kijkt als"
    )


def test_the_section_page_shows_the_number_of_the_figures(real: Gateway) -> None:
    app = open_page("sterk-netwerk", {"meting": "2020"})
    assert headings(app)[0] == "73 van de 99 gemeenten hebben een lokale coalitie"
    assert headings(app)[0] == coalition(real, Selection(waves=(2020,), questions=("coalition",)))
    assert headings(app)[1] == "73 van de 97 gemeenten hebben een kartrekker voor het netwerk"


@pytest.mark.parametrize(
    ("parameters", "selection"),
    [
        ({"provincie": "noord-brabant"}, Selection(provinces=("Noord-Brabant",))),
        ({"populatie": "beide-jaren"}, Selection(population=Population.PANEL)),
        ({"populatie": "nieuw"}, Selection(population=Population.NEW)),
        ({"stedelijkheid": "1,2"}, Selection(urbanity=(1, 2))),
        (
            {"provincie": "noord-holland,zuid-holland", "stedelijkheid": "2", "populatie": "nieuw"},
            Selection(provinces=("Noord-Holland", "Zuid-Holland"), urbanity=(2,), population=Population.NEW),
        ),
    ],
)
def test_filters_in_the_address_change_the_numbers(
    parameters: dict[str, str], selection: Selection, real: Gateway
) -> None:
    app = open_page("sterk-netwerk", {"meting": "2020", **parameters})
    asked = Selection(
        waves=(2020,),
        questions=("coalition",),
        population=selection.population,
        provinces=selection.provinces,
        urbanity=selection.urbanity,
    )
    assert headings(app)[0] == coalition(real, asked)
    assert headings(app)[0] != "73 van de 99 gemeenten hebben een lokale coalitie"


def test_the_wave_of_2019_can_be_looked_at(real: Gateway) -> None:
    app = open_page("sterk-netwerk", {"meting": "2019"})
    assert headings(app)[0] == coalition(real, Selection(waves=(2019,), questions=("coalition",)), "hadden")
    assert "2019 was de eerste meting" in " ".join(lines(app, "base"))


def test_the_start_page_says_how_many_took_part() -> None:
    app = open_page()
    assert title(app) == "Waar staan gemeenten in hun aanpak van eenzaamheid?"
    assert lines(app, "lead") == [
        "100\u00a0● gemeenten vertelden in 2020 hoe zij eenzaamheid onder ouderen aanpakken. "
        "Voor 57\u00a0● daarvan was het de eerste keer."
    ]


def test_the_start_page_shows_the_headline_of_every_question_that_has_one(real: Gateway) -> None:
    shown = " ".join(alternatives(open_page()))
    for question in real.facts.reference.codebook.questions:
        if question.headline is not None:
            assert question.headline.label in shown


@pytest.mark.parametrize("viewer", ["vws", "openbaar"])
def test_the_response_page_counts_contacts_and_respondents(viewer: str) -> None:
    app = open_page("respons", {"kijk": viewer})
    assert title(app) == "Wie deden mee?"
    assert lines(app, "lead") == [
        "Van de 182\u00a0● aangeschreven contactpersonen vulden er 100\u00a0● de vragenlijst in: 55\u00a0%\u00a0●. "
        "In 2019 waren dat er 64\u00a0● van de 103\u00a0●."
    ]


def test_the_response_page_follows_the_filters(real: Gateway) -> None:
    app = open_page("respons", {"provincie": "zeeland"})
    figures = real.desk(MINISTRY).figures(Selection(waves=(2020,), sections=("response",), provinces=("Zeeland",)))
    (responded,) = (figure for figure in figures if figure.question == "responded")
    assert lines(app, "lead")[0].startswith(f"Van de {responded.base} aangeschreven contactpersonen")


def test_the_printed_rate_stands_beside_the_computed_one() -> None:
    said = " ".join(lines(open_page("respons"), "base"))
    assert "Het rapport noemt voor 2019 een respons van 63\u00a0%" in said
    assert "64 van de 103 is 62,1\u00a0%" in said


def test_the_public_is_not_told_who_did_not_answer() -> None:
    ministry, public = open_page("respons"), open_page("respons", {"kijk": "openbaar"})
    assert "geen antwoord" in " ".join(alternatives(ministry))
    assert "geen antwoord" not in " ".join(alternatives(public))
    assert [box.label for box in public.sidebar.selectbox] == ["Meting", "Bekijk", "Kijk als"]


def test_the_public_sees_of_the_panel_what_the_report_prints_and_no_more(real: Gateway) -> None:
    """Of who leads the report prints how many of those who took part twice have someone, and not how many answered."""
    ministry, public = open_page("sterk-netwerk"), open_page("sterk-netwerk", {"kijk": "openbaar"})
    both = [text for text in alternatives(ministry) if "Wie beide jaren antwoordde." in text]
    printed = [text for text in alternatives(public) if "Wie beide jaren antwoordde." in text]
    assert len(both) == 2
    assert "Nee: van " in both[1]
    (told,) = printed
    assert "Gemeenten die beide jaren meededen (hoogstens 43). Open rondje 2019, dicht 2020." in told
    assert "Ja: van 30\u00a0● naar 36\u00a0●. ● staat in het rapport van 2020." in told
    assert "Nee: van " not in told
    assert headings(public)[0] == headings(ministry)[0]
    assert find(real.desk(PUBLIC).figures(Selection(waves=(2020,), questions=("coalition",))), "active") is not None


def test_the_public_that_asks_for_a_filter_is_told_that_it_has_none() -> None:
    app = open_page("sterk-netwerk", {"kijk": "openbaar", "provincie": "utrecht"})
    assert headings(app)[0] == "73 van de 99 gemeenten hebben een lokale coalitie"
    assert any("De filters zijn voor het ministerie" in str(info.value) for info in app.info)


def test_unknown_values_in_an_address_are_left_out_with_a_notice() -> None:
    app = open_page("sterk-netwerk", {"meting": "1999", "provincie": "atlantis", "vraag": "geluk", "kijk": "koning"})
    assert not app.exception
    assert headings(app)[0] == "73 van de 99 gemeenten hebben een lokale coalitie"
    assert len(app.info) == 4


def test_an_empty_selection_says_so_and_offers_the_way_out() -> None:
    app = open_page("sterk-netwerk", {"provincie": "flevoland", "stedelijkheid": "5"})
    assert [str(one.value) for one in app.subheader] == ["Geen gemeente past bij deze keuze"]
    assert not app.get("vega_lite_chart")
    app.button(key="clear_empty").click().run()
    assert headings(app)[0] == "73 van de 99 gemeenten hebben een lokale coalitie"
    assert "provincie" not in app.query_params


def test_a_filter_that_is_touched_stands_in_the_address_and_in_words() -> None:
    app = open_page("sterk-netwerk")
    app.sidebar.multiselect[0].set_value(["Fryslân", "Drenthe"]).run()
    assert app.query_params["provincie"] == "fryslan,drenthe"
    assert "Fryslân en Drenthe" in lines(app, "kicker")[0]


def test_every_picture_has_a_text() -> None:
    for slug in ("", "respons", *SECTIONS):
        assert all(alternatives(open_page(slug)))


def test_without_a_database_the_page_names_the_command_that_mends_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path))
    app = open_page()
    assert not app.exception
    (error,) = app.error
    assert "python -m explorer build" in str(error.value)


def test_a_damaged_database_is_told_in_dutch(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, real_store: Store
) -> None:
    version = real_store.current_path()
    (tmp_path / version.name).mkdir()
    (tmp_path / version.name / "explorer.duckdb").write_bytes(b"geen database")
    (tmp_path / "CURRENT").write_text(version.name)
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path))
    (error,) = open_page().error
    assert "beschadigd" in str(error.value)
    assert "python -m explorer build" in str(error.value)


def test_the_search_box_leads_to_the_question_and_keeps_the_filters() -> None:
    app = open_page("", {"provincie": "utrecht"})
    app.sidebar.text_input[0].set_value("den bosch").run()
    links = [str(link.proto.label) for link in app.sidebar.get("page_link")]
    assert links[0].startswith("'s-Hertogenbosch")


def test_an_address_that_names_a_municipality_tells_what_it_did() -> None:
    app = open_page("respons", {"gemeente": "GM0344", "kijk": "openbaar"})
    assert lines(app, "chosen") == ["Utrecht: deed mee in 2020, en ook in 2019."]


def test_a_visitor_cannot_make_others_wait_by_clearing_what_is_kept() -> None:
    """Any browser may ask Streamlit to clear its caches; the opened version is in none of them."""
    open_page()
    before = session.gateway()
    st.cache_resource.clear()
    st.cache_data.clear()
    assert session.gateway() is before
