import csv
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest

from explorer.errors import SelectionError, SourceError
from explorer.paths import DATA
from explorer.survey.geography.municipalities import (
    PROVINCES,
    Geography,
    load_geography,
    load_municipalities,
    parse_province,
    parse_provinces,
)

GEO = DATA / "geo"


@pytest.fixture(scope="module")
def geography() -> Geography:
    return load_geography(GEO)


@pytest.mark.parametrize(("year", "count"), [(2019, 355), (2020, 355), (2021, 352), (2022, 345), (2023, 342)])
def test_each_year_has_the_municipalities_of_its_first_of_january(geography: Geography, year: int, count: int) -> None:
    assert len(geography.municipalities_of(year)) == count


def test_the_provinces_are_those_of_the_municipalities(geography: Geography) -> None:
    of_municipalities = {(entry.province_code, entry.province) for entry in geography.municipalities}
    assert of_municipalities == {(province.code, province.name) for province in PROVINCES}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Utrecht", "GM0344"),
        ("UTRECHT ", "GM0344"),
        ("gm0344", "GM0344"),
        ("'s-Gravenhage", "GM0518"),
        ("’S GRAVENHAGE", "GM0518"),
        ("Den Haag", "GM0518"),
        ("Súdwest-Fryslân", "GM1900"),
        (unicodedata.normalize("NFD", "Súdwest-Fryslân"), "GM1900"),
        ("sudwest fryslan", "GM1900"),
        ("Nuenen", "GM0820"),
        ("Bergen NH", "GM0373"),
        ("Bergen (L.)", "GM0893"),
        ("Hengelo", "GM0164"),
        ("Hengelo (O.)", "GM0164"),
        ("Capelle a/d IJssel", "GM0502"),
        ("Capelle aan den Ĳssel", "GM0502"),
        ("Alphen a.d. Rijn", "GM0484"),
        ("Gemeente Groningen", "GM0014"),
        ("gem. Ede", "GM0228"),
        ("de gemeente Utrecht", "GM0344"),
        ("Utrecht (gemeente)", "GM0344"),
        ("'s-Gravenhage (gemeente)", "GM0518"),
        ("Gravenhage, 's-", "GM0518"),
        ("Bilt, De", "GM0310"),
        ("Nuenen c.a.", "GM0820"),
        ("Gemeente Nuenen ca", "GM0820"),
        ("Laren (NH.)", "GM0417"),
        ("Beek (L.)", "GM0888"),
        ("Stein (Limburg)", "GM0971"),
        ("Middelburg (Z.)", "GM0687"),
        ("Rijswijk (Z.H.)", "GM0603"),
        ("Hengelo (Ov.)", "GM0164"),
        ("St. Anthonis", "GM1702"),
        ("Mill & St. Hubert", "GM0815"),
        ("SúdwestFryslân", "GM1900"),
        ("GM0344 ", "GM0344"),
        ("0344", "GM0344"),
        ("Bergen (NH.) (GM0373)", "GM0373"),
        ("GM344", "GM0344"),
        ("344", "GM0344"),
        ("gm34", "GM0034"),
        ("GM0344 Utrecht", "GM0344"),
        ("344 Utrecht", "GM0344"),
        ("Utrecht (GM344)", "GM0344"),
        ("Horst a/d Maas", "GM1507"),
        ("Horst aan den Maas", "GM1507"),
        ("Valkenburg a/d Geul", "GM0994"),
        ("Alphen aan de Rijn", "GM0484"),
    ],
)
def test_a_name_is_known_in_every_common_spelling(geography: Geography, text: str, code: str) -> None:
    assert geography.resolve_municipality(text, 2020).code == code


def test_every_official_name_of_a_year_means_itself(geography: Geography) -> None:
    for municipality in geography.municipalities_of(2020):
        assert geography.resolve_municipality(municipality.name, 2020) is municipality


def test_a_name_of_two_municipalities_is_refused_with_both(geography: Geography) -> None:
    with pytest.raises(SelectionError) as refusal:
        geography.resolve_municipality("Bergen", 2020)
    assert str(refusal.value) == (
        "De naam 'Bergen' kan meer dan één gemeente zijn. Schrijf Bergen (L.) (GM0893) of Bergen (NH.) (GM0373)."
    )


def test_a_municipality_that_ended_is_refused_with_its_successor(geography: Geography) -> None:
    with pytest.raises(SelectionError) as refusal:
        geography.resolve_municipality("Weesp", 2023)
    assert str(refusal.value) == (
        "De gemeente Weesp bestond niet op 1 januari 2023: zij bestond tot en met 2022 en ging op in "
        "Amsterdam (GM0363)."
    )
    assert geography.resolve_municipality("Weesp", 2022).code == "GM0457"


def test_a_municipality_of_later_is_refused_with_what_it_came_from(geography: Geography) -> None:
    with pytest.raises(SelectionError) as refusal:
        geography.resolve_municipality("Eemsdelta", 2020)
    assert str(refusal.value) == (
        "De gemeente Eemsdelta bestond niet op 1 januari 2020: zij bestaat vanaf 2021 en kwam voort uit "
        "Appingedam, Delfzijl en Loppersum."
    )


def test_a_misspelled_name_gets_a_suggestion(geography: Geography) -> None:
    with pytest.raises(SelectionError, match=r"Onbekende gemeente 'Amsterdm'\. Bedoelt u Amsterdam\?"):
        geography.resolve_municipality("Amsterdm", 2020)


@pytest.mark.parametrize("text", ["", "Atlantis", "GM9999", "東京"])
def test_a_name_that_means_nothing_is_refused(geography: Geography, text: str) -> None:
    with pytest.raises(SelectionError, match="Onbekende gemeente"):
        geography.resolve_municipality(text, 2020)


def test_a_year_without_boundaries_is_refused(geography: Geography) -> None:
    with pytest.raises(SelectionError, match="van 2019 tot en met 2023, niet van 2031"):
        geography.resolve_municipality("Utrecht", 2031)


@pytest.mark.parametrize(
    ("code", "from_year", "to_year", "expected"),
    [
        ("GM0344", 2019, 2023, ["Utrecht"]),
        ("GM0003", 2019, 2020, ["Appingedam"]),
        ("GM0003", 2020, 2021, ["Eemsdelta"]),
        ("GM0788", 2020, 2023, ["Boxtel", "Oisterwijk", "Tilburg", "Vught"]),
        ("GM0457", 2021, 2022, ["Weesp"]),
        ("GM0457", 2022, 2023, ["Amsterdam"]),
    ],
)
def test_a_municipality_is_followed_into_later_years(
    geography: Geography, code: str, from_year: int, to_year: int, expected: list[str]
) -> None:
    assert [heir.name for heir in geography.places.successors(code, from_year, to_year)] == expected


def test_a_municipality_ends_in_the_year_in_which_another_one_takes_over(geography: Geography) -> None:
    """Weesp ended in March 2022, so it was still there on 1 January of that year."""
    with (GEO / "changes.csv").open(encoding="utf-8", newline="") as file:
        for change in csv.DictReader(file):
            last_day = date.fromisoformat(change["date"]) - timedelta(days=1)
            old, new = geography.municipality(change["old_code"]), geography.municipality(change["new_code"])
            assert old.last_year == last_day.year
            assert new.first_year <= old.last_year + 1 <= new.last_year


def test_a_municipality_is_followed_back(geography: Geography) -> None:
    origin = geography.places.predecessors("GM1979", 2021, 2020)
    assert [earlier.name for earlier in origin] == ["Appingedam", "Delfzijl", "Loppersum"]
    assert [earlier.name for earlier in geography.places.predecessors("GM0757", 2021, 2020)] == ["Boxtel", "Haaren"]


@pytest.mark.parametrize(
    "text", ["Fryslân", "fryslan", "Friesland", "FRIESLAND", unicodedata.normalize("NFD", "Fryslân")]
)
def test_friesland_is_fryslan(text: str) -> None:
    assert parse_province(text).name == "Fryslân"


def test_every_province_is_known_by_name_slug_and_code() -> None:
    for province in PROVINCES:
        assert (
            parse_province(province.name) == parse_province(province.slug) == parse_province(province.code) == province
        )


def test_an_unknown_province_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        SelectionError, match=r"Onbekende provincie 'Holland'\. Kies uit: Groningen, Fryslân, .*Limburg\."
    ):
        parse_province("Holland")


def test_provinces_of_an_address_are_split_into_known_and_unknown() -> None:
    known, unknown = parse_provinces(["limburg", "holland", "noord-brabant", "limburg"])
    assert [province.name for province in known] == ["Noord-Brabant", "Limburg"]
    assert unknown == ("holland",)


def test_a_missing_file_or_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"municipalities\.csv ontbreekt"):
        load_municipalities(tmp_path / "municipalities.csv")
    (tmp_path / "municipalities.csv").write_text("code,name\nGM0344,Utrecht\n", encoding="utf-8")
    with pytest.raises(SourceError, match="province_code, province, first_year"):
        load_municipalities(tmp_path / "municipalities.csv")


# ---- spellings, suggestions, order


def test_no_spelling_means_two_municipalities_but_bergen(geography: Geography) -> None:
    meant: dict[str, set[str]] = {}
    for code, spellings in geography.places.spellings.items():
        for one in spellings:
            meant.setdefault(one, set()).add(code)
    assert {one for one, codes in meant.items() if len(codes) > 1} == {"bergen"}


@pytest.mark.parametrize(
    "text", ["Hengelo (Gld.)", "Hengelo Gld", "Laren (Gld.)", "Rijswijk (NB)", "Oosterhout (Gld)", "Noord-Groningen"]
)
def test_a_place_elsewhere_with_the_same_name_is_not_suggested(geography: Geography, text: str) -> None:
    with pytest.raises(SelectionError) as refusal:
        geography.resolve_municipality(text, 2020)
    assert str(refusal.value) == (f"Onbekende gemeente '{text}'. Schrijf de officiële naam of de gemeentecode.")


@pytest.mark.parametrize(
    "text", ["Bussum", "Winschoten", "Muiden", "Helden", "Menterwolde", "Moordrecht", "Bergen (NB)", "GM0345 Utrecht"]
)
def test_a_place_with_a_name_like_that_of_a_municipality_is_not_suggested(geography: Geography, text: str) -> None:
    with pytest.raises(SelectionError) as refusal:
        geography.resolve_municipality(text, 2020)
    assert str(refusal.value) == f"Onbekende gemeente '{text}'. Schrijf de officiële naam of de gemeentecode."


PARTS = {
    "Volendam": "Edam-Volendam",
    "hertogenbosch": "'s-Hertogenbosch",
    "Bosch": "'s-Hertogenbosch",
    "Haag": "'s-Gravenhage",
    "Helder": "Den Helder",
    "Bilt": "De Bilt",
    "Son": "Son en Breugel",
}


@pytest.mark.parametrize(("text", "name"), PARTS.items())
def test_whole_words_of_one_name_choose_it_in_a_list_and_are_a_suggestion_elsewhere(
    geography: Geography, text: str, name: str
) -> None:
    assert geography.places.picked(text, 2020).name == name
    for strict in (geography.places.resolve, geography.places.named):
        with pytest.raises(SelectionError) as refusal:
            strict(text, 2020)
        assert str(refusal.value) == f"Onbekende gemeente '{text}'. Bedoelt u {name}?"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Born", "Bedoelt u Borne?"),
        ("valkenb", "Bedoelt u Valkenburg aan de Geul?"),
        ("IJssel", "Bedoelt u Capelle aan den IJssel of IJsselstein of Krimpen aan den IJssel?"),
        ("oost", "Bedoelt u Oost Gelre of Oosterhout of Ooststellingwerf of Oostzaan?"),
        ("en", "Schrijf de officiële naam of de gemeentecode."),
    ],
)
def test_what_may_mean_more_or_ends_within_a_word_chooses_nothing(geography: Geography, text: str, advice: str) -> None:
    with pytest.raises(SelectionError) as refusal:
        geography.places.picked(text, 2020)
    assert str(refusal.value) == f"Onbekende gemeente '{text}'. {advice}"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Gemeente Groningn", "Bedoelt u Groningen?"),
        ("Gem. Utrect", "Bedoelt u Utrecht?"),
        ("Capele aan den Ijsel", "Bedoelt u Capelle aan den IJssel?"),
        ("Alphen", "Bedoelt u Alphen aan den Rijn of Alphen-Chaam?"),
        ("s-Gravenhag", "Bedoelt u 's-Gravenhage?"),
        ("Amsterdma", "Bedoelt u Amsterdam?"),
        ("Ete", "Bedoelt u Ede of Epe?"),
        ("Oostellingwerf", "Bedoelt u Ooststellingwerf?"),
    ],
)
def test_a_suggestion_is_the_municipality_that_was_meant(geography: Geography, text: str, advice: str) -> None:
    with pytest.raises(SelectionError) as refusal:
        geography.resolve_municipality(text, 2020)
    assert str(refusal.value) == f"Onbekende gemeente '{text}'. {advice}"


@pytest.mark.parametrize("text", ["Utrecht2", "Amsterdam1", "Zeist 0344"])
def test_a_name_with_a_number_is_no_slip_of_the_pen_for_another_one(geography: Geography, text: str) -> None:
    """A number is a code or a part of a town: it is not left out to make a name that exists."""
    with pytest.raises(SelectionError) as refusal:
        geography.resolve_municipality(text, 2020)
    assert str(refusal.value) == f"Onbekende gemeente '{text}'. Schrijf de officiële naam of de gemeentecode."


def test_an_unknown_code_suggests_no_other_one(geography: Geography) -> None:
    for text in ("gm9345", "34", "3"):
        with pytest.raises(SelectionError) as refusal:
            geography.resolve_municipality(text, 2020)
        assert str(refusal.value) == f"Onbekende gemeentecode '{text}'. Een code ziet eruit als GM0344."


def test_in_a_list_to_choose_from_the_first_word_of_one_name_is_enough(geography: Geography) -> None:
    assert geography.places.picked("valkenburg", 2020).name == "Valkenburg aan de Geul"
    assert geography.places.picked("Beek", 2020).name == "Beek"  # not Beekdaelen
    with pytest.raises(SelectionError, match=r"Bedoelt u Utrecht of Utrechtse Heuvelrug\?"):
        geography.places.picked("utr", 2020)
    with pytest.raises(SelectionError, match="zij bestaat vanaf 2021"):
        geography.places.picked("Eemsdelta", 2020)


def test_municipalities_stand_in_dutch_alphabetical_order(geography: Geography) -> None:
    names = [place.name for place in geography.places.of(2020)]
    assert names[0] == "Aa en Hunze"
    around = names.index("'s-Gravenhage")
    assert names[around - 1 : around + 2] == ["Grave", "'s-Gravenhage", "Groningen"]
    around = names.index("'s-Hertogenbosch")
    assert names[around - 1 : around + 2] == ["Hengelo", "'s-Hertogenbosch", "Het Hogeland"]
    assert names[-1] == "Zwolle"


def test_a_list_to_choose_from_says_what_most_people_call_a_municipality(geography: Geography) -> None:
    assert geography.places.label("GM0518") == "'s-Gravenhage (Den Haag)"
    assert geography.places.label("GM0796") == "'s-Hertogenbosch (Den Bosch)"
    assert geography.places.label("GM0344") == "Utrecht"


def test_a_province_is_no_municipality_of_which_it_is_a_word(geography: Geography) -> None:
    """Midden-Drenthe is one municipality of Drenthe."""
    with pytest.raises(SelectionError, match="Onbekende gemeente 'Drenthe'"):
        geography.places.picked("Drenthe", 2020)
    assert geography.places.picked("Utrecht", 2020).code == "GM0344"
