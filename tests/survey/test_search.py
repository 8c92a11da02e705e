"""What the search box finds, and where that leads."""

import pytest

from explorer.gateway.door import Gateway
from explorer.survey.asking.search import Entry, Kind, search, search_index
from explorer.survey.asking.viewer import PUBLIC
from explorer.survey.codebook.source import load_codebook
from explorer.survey.geography.places import Place, Places

PLACES = Places(
    (
        Place("GM0796", "'s-Hertogenbosch", "Noord-Brabant", ("Den Bosch", "'s Hertogenbosch")),
        Place("GM1900", "Súdwest-Fryslân", "Fryslân", ("Zuidwest-Friesland",)),
        Place("GM0344", "Utrecht", "Utrecht", ()),
    )
)
INDEX = search_index(load_codebook(), PLACES, 2020)


def labels(text: str) -> list[str]:
    return [entry.label for entry in search(INDEX, text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("den bosch", "'s-Hertogenbosch"),
        ("DEN BOSCH", "'s-Hertogenbosch"),
        ("s-hertogenbosch", "'s-Hertogenbosch"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("zuidwest friesland", "Súdwest-Fryslân"),
        ("kartrekker", "Kartrekker"),
        ("banken", "Financiële sector, zoals banken"),
        ("welzijn op recept", "Via de huisarts (Welzijn op Recept)"),
        ("sterk netwerk", "Sterk netwerk"),
        ("pijler 4", "Duurzame aanpak"),
        ("coalisie", "Lokale coalitie"),
        ("utrect", "Utrecht"),
        ("gemeente Utrecht", "Utrecht"),
        ("Utrecht (gemeente)", "Utrecht"),
        ("gm0344", "Utrecht"),
        ("’s-Hertogenbosch", "'s-Hertogenbosch"),
        ("'s-Hertogenbosch (NB)", "'s-Hertogenbosch"),
    ],
)
def test_it_finds_by_any_spelling(text: str, first: str) -> None:
    assert labels(text)[0] == first


def test_nothing_is_found_for_nothing() -> None:
    assert search(INDEX, "") == ()
    assert search(INDEX, "  !? ") == ()
    assert search(INDEX, "xylofoon") == ()


def test_a_section_comes_before_its_questions() -> None:
    assert [entry.kind for entry in search(INDEX, "monitoring")][:2] == [Kind.SECTION, Kind.QUESTION]


def test_every_question_is_found_by_its_short_name() -> None:
    for question in load_codebook().questions:
        assert question.id in [entry.question for entry in search(INDEX, question.short)]


def test_yes_and_no_lead_nowhere() -> None:
    assert not [entry for entry in INDEX if entry.label in ("Ja", "Nee", "Anders")]


def test_an_entry_says_where_it_leads() -> None:
    (found,) = search(INDEX, "databank effectieve")
    assert (found.section, found.question, found.municipality) == ("pillar_4", "effective_interventions", None)
    assert isinstance(found, Entry)


def test_the_database_knows_names_and_aliases_of_the_year(small: Gateway) -> None:
    places = {place.name: place for place in small.desk(PUBLIC).places.of(2020)}
    assert len(places) == 355
    assert places["'s-Hertogenbosch"].aliases == ("'s Hertogenbosch", "Den Bosch")
    assert places["Utrecht"].aliases == ("Utrecht (gemeente)",)
    assert places["Almere"].aliases == ()


@pytest.mark.parametrize(
    ("text", "name", "detail"),
    [
        ("Eemsdelta", "Eemsdelta", "zij bestaat vanaf 2021 en kwam voort uit Appingedam, Delfzijl en Loppersum."),
        ("Dijk en Waard", "Dijk en Waard", "zij bestaat vanaf 2022 en kwam voort uit Heerhugowaard en Langedijk."),
        ("GM1979", "Eemsdelta", "zij bestaat vanaf 2021 en kwam voort uit Appingedam, Delfzijl en Loppersum."),
        ("gemeente groningen", "Groningen", "Gemeente in Groningen"),
        ("GM0344", "Utrecht", "Gemeente in Utrecht"),
    ],
)
def test_a_municipality_of_another_year_is_found_with_what_it_came_from(
    small: Gateway, text: str, name: str, detail: str
) -> None:
    first = search(search_index(small.facts.reference.codebook, small.desk(PUBLIC).places, 2020), text)[0]
    assert (first.kind, first.label) == (Kind.MUNICIPALITY, name)
    assert first.detail.endswith(detail)


def test_a_village_with_the_name_of_a_municipality_is_not_found_as_that_one(small: Gateway) -> None:
    found = search(search_index(small.facts.reference.codebook, small.desk(PUBLIC).places, 2020), "Hengelo (Gld.)")
    assert "Hengelo" not in [entry.label for entry in found]


@pytest.mark.parametrize("text", ["Aalburg", "Bussum", "Winschoten", "Menterwolde", "Moordrecht"])
def test_a_place_with_a_name_like_that_of_a_municipality_is_not_found(small: Gateway, text: str) -> None:
    assert search(search_index(small.facts.reference.codebook, small.desk(PUBLIC).places, 2020), text) == ()


@pytest.mark.parametrize(("text", "label"), [("Lsise", "Lisse"), ("gem. Utrect", "Utrecht"), ("Lsren", "Laren")])
def test_a_municipality_is_found_after_one_slip_of_the_pen(small: Gateway, text: str, label: str) -> None:
    index = search_index(small.facts.reference.codebook, small.desk(PUBLIC).places, 2020)
    assert [entry.label for entry in search(index, text) if entry.kind is Kind.MUNICIPALITY] == [label]
