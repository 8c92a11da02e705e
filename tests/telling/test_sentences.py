"""Findings, bases and sentences to copy, in Dutch."""

from dataclasses import replace
from typing import Any

import pytest
import yaml
from figure_examples import (
    COALITION,
    COALITION_FIGURES,
    EMPTY_FIGURES,
    EXECUTORS_FIGURES,
    LEAD,
    LEAD_FIGURES,
    NETWORK,
    ROLES,
    ROLES_FIGURES,
    ROUTES,
    ROUTES_FIGURES,
    SMALL_FIGURES,
    TOOLS_FIGURES,
    VISITS,
    WITHHELD_FIGURES,
    figure,
    of_question,
    response,
)

from explorer.gateway.door import Gateway
from explorer.paths import DATA
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import PUBLIC
from explorer.survey.figures.figure import Kind, Origin
from explorer.telling.sentences import (
    UnknownVerbError,
    base_line,
    copy_sentence,
    filter_words,
    finding,
    group_label,
    heading,
    lead,
    nothing_to_show,
    plural_clause,
    response_lead,
    selection_words,
    starts_with_verb,
    trend_line,
)

CODEBOOK = DATA / "codebook.yaml"
HERE = "https://verkenner.example/sterk-netwerk?vraag=coalition"


def codebook_questions() -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = yaml.safe_load(CODEBOOK.read_text(encoding="utf-8"))["questions"]
    return questions


@pytest.mark.parametrize(
    ("label", "clause"),
    [
        ("Heeft een lokale coalitie", "hebben een lokale coalitie"),
        ("Doet mee aan de Week tegen Eenzaamheid", "doen mee aan de Week tegen Eenzaamheid"),
        ("Bezoekt ouderen thuis", "bezoeken ouderen thuis"),
        ("Betrekt ouderen bij beleid", "betrekken ouderen bij beleid"),
        ("Gebruikt effectieve interventies", "gebruiken effectieve interventies"),
        ("Hangt af van tijdelijk geld", "hangen af van tijdelijk geld"),
        ("Monitort en evalueert", "monitoren en evalueren"),
        ("Stuurt bij na evaluatie", "sturen bij na evaluatie"),
        ("Laat de GGD extra meten", "laten de GGD extra meten"),
        ("Draagt actief bij of begint acties", "dragen actief bij of beginnen acties"),
        ("Doet niet mee en krijgt geen informatie", "doen niet mee en krijgen geen informatie"),
        ("Kent het, gebruikt het niet", "kennen het, gebruiken het niet"),
        ("Werkt met een netwerk", "werken met een netwerk"),
        ("Organiseert activiteiten", "organiseren activiteiten"),
    ],
)
def test_each_verb_of_a_label_follows_its_subject(label: str, clause: str) -> None:
    assert plural_clause(label) == clause


def test_every_headline_of_the_codebook_can_be_a_sentence() -> None:
    labels = [question["headline"]["label"] for question in codebook_questions() if "headline" in question]
    assert len(labels) > 10
    assert [label for label in labels if not starts_with_verb(label)] == []


def test_a_label_without_a_known_verb_is_refused() -> None:
    with pytest.raises(UnknownVerbError, match="Nieuwe coalities"):
        finding(3, 99, "Nieuwe coalities")


@pytest.mark.parametrize(
    ("n", "base", "sentence"),
    [
        (73, 99, "73 van de 99 gemeenten hebben een lokale coalitie"),
        (1, 99, "1 van de 99 gemeenten heeft een lokale coalitie"),
        (0, 99, "Geen van de 99 gemeenten heeft een lokale coalitie"),
        (99, 99, "Alle 99 gemeenten hebben een lokale coalitie"),
        (50, 100, "De helft van de 100 gemeenten (50) heeft een lokale coalitie"),
        (1, 2, "1 van de 2 gemeenten heeft een lokale coalitie"),
        (2, 2, "Beide gemeenten hebben een lokale coalitie"),
        (1, 1, "De enige gemeente (1 van 1) heeft een lokale coalitie"),
        (0, 1, "Geen enkele gemeente (0 van 1) heeft een lokale coalitie"),
        (None, None, "Een onbekend aantal gemeenten heeft een lokale coalitie"),
    ],
)
def test_none_one_all_half_and_unknown_have_words_of_their_own(n: int | None, base: int | None, sentence: str) -> None:
    assert finding(n, base, "Heeft een lokale coalitie") == sentence


def test_the_heading_is_the_finding() -> None:
    assert heading(COALITION_FIGURES) == "73 van de 99 gemeenten hebben een lokale coalitie"
    assert heading(LEAD_FIGURES) == "74 van de 99 gemeenten hebben een kartrekker voor het netwerk"


def test_without_headline_a_net_or_else_the_most_chosen_option_is_the_heading() -> None:
    visits = of_question(VISITS, (figure(VISITS, "some", 72, 98), figure(VISITS, "any_visit", 73, 98)))
    assert heading(visits) == "73 van de 98 gemeenten bezoeken ouderen thuis"
    assert heading(ROUTES_FIGURES) == (
        "Meest gekozen: er zijn verschillende punten waar mensen terechtkunnen, bij 80 van de 98 gemeenten"
    )
    tie = (figure(ROUTES, "social_map", 40, 98), figure(ROUTES, "several_points", 40, 98))
    assert heading(of_question(ROUTES, tie)) == (
        "Even vaak gekozen: (Digitale) sociale kaart met het aanbod en "
        "er zijn verschillende punten waar mensen terechtkunnen, elk bij 40 van de 98 gemeenten"
    )


def test_where_nobody_ticked_anything_the_heading_says_so() -> None:
    none = tuple(figure(ROUTES, option.id, 0, 98) for option in ROUTES.options)
    assert heading(of_question(ROUTES, none)) == "Geen van de 98 gemeenten koos een van de antwoorden"


def test_the_heading_of_a_matrix_names_the_item_and_option_with_the_largest_share() -> None:
    assert heading(ROLES_FIGURES) == (
        "Financiële sector, zoals banken: bij 72 van de 98 gemeenten ‘doet niet mee en krijgt geen informatie’"
    )
    assert heading(TOOLS_FIGURES) == "Adviseurs: 88 van de 100 gemeenten kennen en gebruiken het"


def test_where_there_is_no_number_heading_and_sentence_say_why() -> None:
    assert nothing_to_show(COALITION_FIGURES) is None
    assert nothing_to_show(EMPTY_FIGURES) == "Geen gemeente kreeg deze vraag."
    assert nothing_to_show(replace(EMPTY_FIGURES, asked=8)) == "Geen gemeente gaf antwoord op deze vraag."
    assert nothing_to_show(replace(EMPTY_FIGURES, respondents=0)) == (
        "Bij deze keuze zijn er geen gemeenten die meededen."
    )
    assert heading(WITHHELD_FIGURES) == "Kartrekker: te weinig antwoorden om te laten zien"


def test_the_lead_names_the_largest_findings_and_the_largest_change() -> None:
    assert lead(NETWORK, [COALITION_FIGURES, LEAD_FIGURES, ROLES_FIGURES]) == (
        "74 van de 99 gemeenten hebben een kartrekker voor het netwerk en "
        "73 van de 99 gemeenten hebben een lokale coalitie. "
        "Het meest veranderde sinds 2019 ‘Heeft een lokale coalitie’: van 59\u00a0% naar 74\u00a0%."
    )


def test_the_lead_compares_only_what_may_be_compared() -> None:
    assert lead(NETWORK, [ROUTES_FIGURES]).endswith("Deze antwoorden zijn niet te vergelijken met 2019.")
    first = replace(LEAD_FIGURES, before=(), previous_wave=None)
    assert lead(NETWORK, [first]).endswith("Dit is de eerste meting.")
    assert lead(NETWORK, [EMPTY_FIGURES]) == "Over ‘Sterk netwerk’ zijn er bij deze keuze geen antwoorden."
    assert lead(NETWORK, []) == "Over ‘Sterk netwerk’ stonden in deze meting geen vragen."


def test_the_base_says_who_answered_and_what_percentages_are_of() -> None:
    assert base_line(COALITION_FIGURES) == (
        "Basis: 99 van de 100 gemeenten gaven antwoord. Percentages van wie antwoord gaf."
    )
    assert base_line(ROUTES_FIGURES).endswith("Meer antwoorden waren mogelijk.")
    assert base_line(ROLES_FIGURES) == "Basis: 98 gemeenten per onderdeel."
    assert base_line(TOOLS_FIGURES) == "Basis: 97 tot 100 gemeenten per onderdeel."


def test_a_small_base_promises_no_percentages() -> None:
    assert base_line(SMALL_FIGURES) == (
        "Basis: alle 8 gemeenten gaven antwoord. Bij minder dan 10 antwoorden tonen we alleen aantallen."
    )


def test_a_follow_up_question_says_who_was_asked() -> None:
    assert base_line(EXECUTORS_FIGURES, asked_of=VISITS) == (
        "Basis: 71 van de 73 gemeenten die deze vraag kregen, gaven antwoord. "
        "Alleen gevraagd na het antwoord ‘bezoekt ouderen thuis’ op de vraag ‘Worden ouderen thuis bezocht?’ "
        "Percentages van wie antwoord gaf. Meer antwoorden waren mogelijk."
    )
    assert "Niet elke gemeente kreeg deze vraag." in base_line(EXECUTORS_FIGURES)


def test_a_missing_base_is_unknown() -> None:
    assert base_line(WITHHELD_FIGURES) == "Basis: onbekend."
    assert base_line(EMPTY_FIGURES) == "Basis: geen gemeente kreeg deze vraag."


def test_a_missing_trend_says_why() -> None:
    assert trend_line(COALITION_FIGURES) is None
    assert trend_line(ROLES_FIGURES) == ("Geen vergelijking met 2019: in 2019 golden andere groepen van partijen.")


def test_a_copied_sentence_carries_everything() -> None:
    words = filter_words(Selection())
    assert copy_sentence(COALITION_FIGURES.now[3], COALITION, words, HERE) == (
        "73 van de 99 gemeenten hebben een lokale coalitie (74\u00a0%), meting 2020, alle deelnemers, "
        f"heel Nederland (rapport 2020): {HERE}"
    )
    assert copy_sentence(LEAD_FIGURES.now[1], LEAD, words, HERE) == (
        "25 van de 99 gemeenten antwoordden ‘nee’ op de vraag ‘Leidt iemand het netwerk (een kartrekker)?’ "
        f"(25\u00a0%), meting 2020, alle deelnemers, heel Nederland (gesimuleerd): {HERE}"
    )


def test_a_copied_sentence_of_an_observed_wave_names_no_origin() -> None:
    observed = replace(LEAD_FIGURES.now[0], origin=Origin.OBSERVED)
    assert copy_sentence(observed, LEAD, "alle deelnemers", HERE).endswith(f"meting 2020, alle deelnemers: {HERE}")


def test_a_copied_sentence_of_a_matrix_names_the_item_and_of_a_cross_its_base() -> None:
    bank = next(f for f in ROLES_FIGURES.now if f.item == "financial_sector" and f.option == "no_active_role")
    assert "bij ‘Financiële sector, zoals banken’ (73\u00a0%)" in copy_sentence(bank, ROLES, "", HERE)
    cross = next(f for f in ROLES_FIGURES.now if f.kind is Kind.CROSS)
    assert copy_sentence(cross, ROLES, "", HERE).startswith(
        "35 van de 60 gemeenten antwoordden ook ‘kartrekker’ op de vraag ‘Welke rol hebben partijen in het netwerk?’, "
        "van de gemeenten met ‘draagt actief bij of begint acties’ bij ‘Gemeente’ (58\u00a0%)"
    )


def test_the_kicker_says_what_is_selected() -> None:
    assert selection_words(Selection(), wave=2020, section=NETWORK) == (
        "Pijler 2 · meting 2020 · alle deelnemers · heel Nederland"
    )
    narrow = Selection(population=Population.PANEL, provinces=("Limburg", "Zeeland"), urbanity=(1, 2))
    assert selection_words(narrow, wave=2020, subject="Respons") == (
        "Respons · meting 2020 · deden beide jaren mee · Limburg en Zeeland · zeer sterk stedelijk en sterk stedelijk"
    )
    many = Selection(provinces=("Drenthe", "Flevoland", "Limburg", "Zeeland"))
    assert filter_words(many) == "alle deelnemers, 4 provincies"


def test_a_group_of_the_release_stands_in_the_words_of_a_filter() -> None:
    assert filter_words(Selection(group="west-zuid")) == "alle deelnemers, West- en Zuid-Nederland"


def test_the_groups_of_the_release_are_named_in_their_order(small: Gateway) -> None:
    assert [group_label(group.name) for group in small.desk(PUBLIC).groups] == [
        "heel Nederland",
        "Noord- en Oost-Nederland",
        "West- en Zuid-Nederland",
        "stedelijke gemeenten",
        "matig stedelijke en landelijke gemeenten",
        "nieuwe deelnemers",
        "eerdere deelnemers",
    ]


def test_the_response_names_contacts_and_the_wave_before() -> None:
    assert response_lead(response(100, 182), response(64, 103, wave=2019)) == (
        "Van de 182 aangeschreven contactpersonen vulden er 100 de vragenlijst in: 55\u00a0%. "
        "In 2019 waren dat er 64 van de 103."
    )


@pytest.mark.parametrize(
    ("n", "base", "sentence"),
    [
        (0, 4, "Van de 4 aangeschreven contactpersonen vulde niemand de vragenlijst in."),
        (1, 4, "Van de 4 aangeschreven contactpersonen vulde er 1 de vragenlijst in."),
        (1, 1, "De enige aangeschreven contactpersoon vulde de vragenlijst in."),
        (0, 1, "De enige aangeschreven contactpersoon vulde de vragenlijst niet in."),
        (0, 0, "Er zijn bij deze keuze geen contactpersonen aangeschreven."),
        (None, None, "Hoeveel contactpersonen de vragenlijst in 2020 invulden, is onbekend."),
    ],
)
def test_a_small_or_unknown_response_is_still_a_sentence(n: int | None, base: int | None, sentence: str) -> None:
    assert response_lead(response(n, base), None) == sentence
