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
from explorer.telling.claims.claim import Claim, ClaimKind
from explorer.telling.sentences import (
    base_line,
    copy_sentence,
    filter_words,
    group_label,
    heading,
    lead,
    nothing_to_show,
    panel_line,
    participants_words,
    response_lead,
    selection_words,
    trend_line,
)
from explorer.telling.sentences.clauses import finding_of
from explorer.telling.sentences.trends import change_sentence
from explorer.telling.words.verbs import PASTS, PLURALS, UnknownVerbError, clause, starts_with_verb

CODEBOOK = DATA / "codebook.yaml"
HERE = "https://verkenner.example/sterk-netwerk?vraag=coalition"


def codebook_questions() -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = yaml.safe_load(CODEBOOK.read_text(encoding="utf-8"))["questions"]
    return questions


@pytest.mark.parametrize(
    ("label", "plural"),
    [
        ("Heeft een lokale coalitie", "hebben een lokale coalitie"),
        ("Doet mee aan de Week tegen Eenzaamheid", "doen mee aan de Week tegen Eenzaamheid"),
        ("Bezoekt ouderen thuis", "bezoeken ouderen thuis"),
        ("Betrekt ouderen bij beleid", "betrekken ouderen bij beleid"),
        ("Gebruikt effectieve interventies", "gebruiken effectieve interventies"),
        ("Is afhankelijk van tijdelijk geld", "zijn afhankelijk van tijdelijk geld"),
        ("Monitort en evalueert", "monitoren en evalueren"),
        ("Stuurt bij na evaluatie", "sturen bij na evaluatie"),
        ("Laat de GGD extra meten", "laten de GGD extra meten"),
        ("Draagt actief bij of start acties", "dragen actief bij of starten acties"),
        ("Doet niet mee en krijgt geen informatie", "doen niet mee en krijgen geen informatie"),
        ("Kent het, gebruikt het niet", "kennen het, gebruiken het niet"),
        ("Werkt met een netwerk", "werken met een netwerk"),
        ("Organiseert activiteiten", "organiseren activiteiten"),
    ],
)
def test_each_verb_of_a_label_follows_its_subject(label: str, plural: str) -> None:
    assert clause(label, is_plural=True) == plural


def test_every_verb_has_a_past() -> None:
    assert PLURALS.keys() == PASTS.keys()
    assert clause("Monitort en evalueert", is_plural=True, is_past=True) == "monitorden en evalueerden"


def test_every_headline_of_the_codebook_can_be_a_sentence() -> None:
    labels = [question["headline"]["label"] for question in codebook_questions() if "headline" in question]
    assert len(labels) > 10
    assert [label for label in labels if not starts_with_verb(label)] == []


def test_a_label_without_a_known_verb_is_refused() -> None:
    with pytest.raises(UnknownVerbError, match="Nieuwe coalities"):
        clause("Nieuwe coalities", is_plural=True)


@pytest.mark.parametrize(
    ("n", "base", "sentence"),
    [
        (73, 99, "73 van de 99 gemeenten hebben een lokale coalitie"),
        (1, 99, "1 van de 99 gemeenten heeft een lokale coalitie"),
        (0, 99, "Geen van de 99 gemeenten heeft een lokale coalitie"),
        (99, 99, "Alle 99 gemeenten die antwoord gaven, hebben een lokale coalitie"),
        (50, 100, "De helft van de 100 gemeenten (50) heeft een lokale coalitie"),
        (1, 2, "1 van de 2 gemeenten heeft een lokale coalitie"),
        (2, 2, "2 van de 2 gemeenten hebben een lokale coalitie"),
        (4, 8, "4 van de 8 gemeenten hebben een lokale coalitie"),
        (0, 8, "0 van de 8 gemeenten heeft een lokale coalitie"),
        (1, 1, "De ene gemeente die antwoordde, heeft een lokale coalitie"),
        (0, 1, "0 van 1 gemeente heeft een lokale coalitie"),
        (None, None, "Een onbekend aantal gemeenten heeft een lokale coalitie"),
    ],
)
def test_none_one_all_half_and_unknown_have_words_of_their_own(n: int | None, base: int | None, sentence: str) -> None:
    one = figure(COALITION, "active_or_starting", n, base)
    assert finding_of(one, "Heeft een lokale coalitie") == sentence


def test_the_heading_is_the_finding() -> None:
    assert heading(COALITION_FIGURES) == "73 van de 99 gemeenten hebben een lokale coalitie"
    assert heading(LEAD_FIGURES) == "74 van de 99 gemeenten hebben een kartrekker voor het netwerk"


def test_without_headline_a_net_or_else_the_most_chosen_option_is_the_heading() -> None:
    visits = of_question(VISITS, (figure(VISITS, "some", 72, 98), figure(VISITS, "any_visit", 73, 98)))
    assert heading(visits) == "73 van de 98 gemeenten bezoeken ouderen thuis"
    assert heading(ROUTES_FIGURES) == (
        "Meest gekozen: ‘er zijn verschillende punten waar mensen terechtkunnen’, bij 80 van de 98 gemeenten"
    )
    tie = (figure(ROUTES, "social_map", 40, 98), figure(ROUTES, "several_points", 40, 98))
    assert heading(of_question(ROUTES, tie)) == (
        "Ongeveer even vaak gekozen: ‘(Digitale) sociale kaart met het aanbod’ en "
        "‘er zijn verschillende punten waar mensen terechtkunnen’ (40 en 40 van de 98 gemeenten)"
    )


def test_where_nobody_ticked_anything_the_heading_says_so() -> None:
    none = tuple(figure(ROUTES, option.id, 0, 98) for option in ROUTES.options)
    assert heading(of_question(ROUTES, none)) == "Geen van de 98 gemeenten koos een van de antwoorden"


def test_the_heading_of_a_matrix_names_the_item_and_option_with_the_largest_share() -> None:
    assert heading(ROLES_FIGURES) == "Bij 72 van de 98 gemeenten doet de financiële sector niet mee"
    assert heading(TOOLS_FIGURES) == "88 van de 100 gemeenten kennen en gebruiken de adviseurs"


def test_a_heading_of_an_earlier_wave_stands_in_the_past() -> None:
    assert heading(replace(COALITION_FIGURES, is_latest=False)) == "73 van de 99 gemeenten hadden een lokale coalitie"
    assert heading(replace(ROLES_FIGURES, is_latest=False)) == (
        "Bij 72 van de 98 gemeenten deed de financiële sector niet mee"
    )


def test_of_few_answers_a_heading_gives_counts_and_calls_nothing_the_most() -> None:
    assert heading(SMALL_FIGURES) == "3 van de 8 gemeenten hebben een kartrekker voor het netwerk"
    few = tuple(figure(ROUTES, option.id, 4, 9) for option in ROUTES.options)
    assert heading(of_question(ROUTES, few)) == "Wegen naar hulp: 9 gemeenten gaven antwoord"
    assert lead(NETWORK, [SMALL_FIGURES]) == (
        "Bij deze keuze gaven hoogstens 8 gemeenten antwoord. Dat zijn er te weinig voor percentages of een "
        "vergelijking; hieronder staan de aantallen."
    )
    one = of_question(LEAD, (figure(LEAD, "yes", 1, 1), figure(LEAD, "no", 0, 1)), asked=1)
    assert lead(NETWORK, [one]) == "Eén gemeente gaf antwoord. Hieronder staat wat zij koos."


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
        "73\u00a0● van de 99\u00a0● gemeenten hebben een lokale coalitie. "
        "Geen verschil met 2019 is groter dan toeval kan verklaren."
    )


def test_a_change_is_told_of_those_who_answered_both_times_first() -> None:
    (change,) = [one for one in COALITION_FIGURES.changes if one.figure.option == "active_or_starting"]
    claim = Claim(ClaimKind.CHANGE, (), "Heeft een lokale coalitie", change)
    start = "‘Heeft een lokale coalitie’ veranderde sinds 2019 meer dan door toeval: "
    total = "van 59\u00a0% naar 74\u00a0%\u00a0●"
    counts = "38 van 64, nu 73\u00a0● van 99\u00a0●"
    assert change.panel_now is not None
    fewer = replace(change, panel_now=replace(change.panel_now, n=20))
    assert change_sentence(replace(claim, change=fewer), [COALITION_FIGURES]) == (
        "‘Heeft een lokale coalitie’ ging sinds 2019 bij dezelfde 43 gemeenten van 27 naar 20. "
        f"Bij alle deelnemers ging het {total}, meer dan door toeval. "
        "Het verschil komt dus van andere deelnemers."
    )
    untold = replace(change, panel_before=None, panel_now=None)
    assert change_sentence(replace(claim, change=untold), [COALITION_FIGURES]) == (
        f"{start}{total} van wie antwoord gaf ({counts}). Hoe dat bij dezelfde gemeenten ging, is niet openbaar."
    )
    few = replace(change, panel_now=replace(change.panel_now, n=5, base=6))
    assert change_sentence(replace(claim, change=few), [COALITION_FIGURES]).endswith(
        f"({counts}). Beide keren antwoordden 6 van hen: te weinig om apart te vergelijken."
    )


def test_the_lead_compares_only_what_may_be_compared() -> None:
    assert lead(NETWORK, [ROUTES_FIGURES]).endswith("Geen vergelijking met 2019: deze vraag is nieuw.")
    assert lead(NETWORK, [ROUTES_FIGURES, ROLES_FIGURES]).endswith("Deze antwoorden zijn niet te vergelijken met 2019.")
    first = replace(LEAD_FIGURES, before=(), changes=(), previous_wave=None)
    assert lead(NETWORK, [first]).endswith("Dit is de eerste meting.")
    assert lead(NETWORK, [EMPTY_FIGURES]) == "Over ‘Sterk netwerk’ zijn er bij deze keuze geen antwoorden."
    assert lead(NETWORK, []) == "Over ‘Sterk netwerk’ stonden in deze meting geen vragen."


def test_the_base_says_who_answered_and_what_percentages_are_of() -> None:
    assert base_line(COALITION_FIGURES) == (
        "Basis: 99\u00a0● van de 100 gemeenten gaven antwoord. Percentages van wie antwoord gaf. "
        "Door het afronden tellen zij op tot 99\u00a0%. ‘Samen’ telt antwoorden bij elkaar op."
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
        "Alleen gevraagd aan gemeenten waarvoor geldt: ‘bezoekt ouderen thuis’. "
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
        "73\u00a0● van de 99\u00a0● deelnemende gemeenten hebben een lokale coalitie (74\u00a0%\u00a0●), meting 2020, "
        f"landelijk (● rapport 2020; verder gesimuleerd): {HERE}"
    )
    assert copy_sentence(LEAD_FIGURES.now[1], LEAD, words, HERE) == (
        "25 van de 99 deelnemende gemeenten antwoordden ‘nee’ op de vraag ‘Leidt iemand het netwerk (een kartrekker)?’ "
        f"(25\u00a0%), meting 2020, landelijk (gesimuleerd): {HERE}"
    )


def test_a_copied_sentence_says_where_the_report_has_another_number() -> None:
    """The report prints 53 of 64, and 82 % of it."""
    week = replace(figure(LEAD, "yes", 53, 64, wave=2019), printed=("n",), differing=("pct",))
    assert copy_sentence(week, LEAD, "landelijk", HERE, is_latest=False) == (
        "53\u00a0● van de 64 deelnemende gemeenten hadden een kartrekker voor het netwerk (83\u00a0%\u00a0≠), "
        f"meting 2019, landelijk (● rapport 2020; ≠ het rapport noemt een ander getal; verder gesimuleerd): {HERE}"
    )


def test_a_copied_sentence_of_an_observed_wave_names_no_origin() -> None:
    observed = replace(LEAD_FIGURES.now[0], origin=Origin.OBSERVED)
    assert copy_sentence(observed, LEAD, "alle deelnemers", HERE).endswith(f"meting 2020, alle deelnemers: {HERE}")


def test_a_copied_sentence_of_a_matrix_names_the_item_and_of_a_cross_its_base() -> None:
    bank = next(f for f in ROLES_FIGURES.now if f.item == "financial_sector" and f.option == "no_active_role")
    assert copy_sentence(bank, ROLES, "", HERE).startswith(
        "Bij 72 van de 98 deelnemende gemeenten doet de financiële sector niet mee (73\u00a0%), meting 2020"
    )
    cross = next(f for f in ROLES_FIGURES.now if f.kind is Kind.CROSS)
    assert copy_sentence(cross, ROLES, "", HERE).startswith(
        "35 van de 60 deelnemende gemeenten antwoordden ‘ook kartrekker (van partijen die actief bijdragen of acties "
        "starten)’ op de vraag ‘Welke rol hebben partijen in het netwerk?’ bij ‘Gemeente’ (58\u00a0%)"
    )


def test_the_kicker_says_what_is_selected() -> None:
    assert selection_words(Selection(), wave=2020, section=NETWORK) == ("Pijler 2 · meting 2020 · landelijk")
    everyone = response(100, 182)
    told = participants_words(everyone, replace(everyone, n=182), Population.TOTAL)
    assert selection_words(Selection(), wave=2020, section=NETWORK, participants=told) == (
        "Pijler 2 · meting 2020 · landelijk · 100 van de 182 aangeschreven gemeenten"
    )
    assert participants_words(response(43, 100), None, Population.PANEL) == "43 deelnemende gemeenten"
    assert participants_words(response(0, 1), replace(everyone, n=1), Population.TOTAL) == (
        "0 van 1 aangeschreven gemeente"
    )
    assert participants_words(None, None, Population.TOTAL) is None
    narrow = Selection(population=Population.PANEL, provinces=("Limburg", "Zeeland"), urbanity=(1, 2))
    assert selection_words(narrow, wave=2020, subject="Respons") == (
        "Respons · meting 2020 · Limburg en Zeeland · zeer sterk stedelijk en sterk stedelijk · deden beide jaren mee"
    )
    many = Selection(provinces=("Drenthe", "Flevoland", "Limburg", "Zeeland"))
    assert filter_words(many) == "4 provincies"


def test_a_group_of_the_release_stands_in_the_words_of_a_filter() -> None:
    assert filter_words(Selection(group="west-zuid")) == "West- en Zuid-Nederland"


def test_the_groups_of_the_release_are_named_in_their_order(small: Gateway) -> None:
    assert [group_label(group.name) for group in small.desk(PUBLIC).groups] == [
        "landelijk",
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


@pytest.mark.parametrize(
    ("base", "sentence"),
    [
        (43, None),
        (10, None),
        (5, "Hoogstens 5 gemeenten antwoordden ook in 2019: te weinig om dezelfde gemeenten te vergelijken."),
        (1, "Eén gemeente antwoordde ook in 2019."),
        (0, "Geen van deze gemeenten antwoordde ook in 2019."),
    ],
)
def test_few_who_answered_both_times_are_told_once_a_page(base: int, sentence: str | None) -> None:
    panel = (figure(LEAD, "yes", 0, base, wave=2019), figure(LEAD, "yes", 0, base))
    qf = of_question(
        LEAD, (figure(LEAD, "yes", 1, 99),), (figure(LEAD, "yes", 1, 64, wave=2019),), panel=((panel[0],), (panel[1],))
    )
    assert panel_line([qf, qf]) == sentence


def test_the_only_one_is_spoken_of_as_one() -> None:
    before, now = (figure(LEAD, "yes", 1, 64, wave=2019),), (figure(LEAD, "yes", 0, 1),)
    panel = (figure(LEAD, "yes", 0, 0, wave=2019),), (figure(LEAD, "yes", 0, 0),)
    qf = replace(of_question(LEAD, now, before, panel=panel), respondents=1, asked=1)
    assert panel_line([qf]) == "Deze gemeente antwoordde niet in 2019."
    assert heading(qf) == "Kartrekker: 1 gemeente gaf antwoord"


def test_answers_that_are_assumed_say_so_where_they_stand() -> None:
    first, *others = ROUTES.options
    question = replace(ROUTES, options=(replace(first, assumed=True), *others))
    qf = of_question(question, (figure(question, first.id, 40, 98), figure(question, others[0].id, 80, 98)))
    assert base_line(qf).endswith(
        " Het rapport noemt ‘(Digitale) sociale kaart met het aanbod’ niet; dat antwoord namen we aan."
    )
    assert "namen we aan" not in base_line(ROUTES_FIGURES)
