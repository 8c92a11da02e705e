"""What sentences, tables and files say of figures without a number, of rounded ones, and of one's own answer."""

from dataclasses import replace
from datetime import date

import pytest
from figure_examples import (
    COALITION,
    COALITION_FIGURES,
    LEAD,
    LEAD_FIGURES,
    NETWORK,
    ROLES_FIGURES,
    ROUTES,
    ROUTES_FIGURES,
    TOOLS_FIGURES,
    WITHHELD_FIGURES,
    figure,
    of_question,
    response,
)
from withheld_examples import (
    COALITION_NORTH,
    COMMON,
    LEAD_IN_WORDS,
    NOT_DEFINED,
    NOT_PRINTED,
    NOT_SPLIT,
    RARE,
    ROLES_HIDDEN,
    ROUTES_IN_WORDS,
    SMALL,
    TOOLS_NORTH,
    hidden,
    hide,
    hide_all,
    in_group,
    seen_by,
)

from explorer.outputs.exports.question import Taken, question_about, question_rows
from explorer.survey.asking.selection import Selection
from explorer.survey.figures.figure import Figure, Kind, ReleaseStatus, Withheld
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import NO_BREAK
from explorer.telling.sentences import (
    base_line,
    copy_sentence,
    heading,
    lead,
    nothing_to_show,
    own_items,
    own_line,
    response_lead,
    withheld_line,
)
from explorer.telling.tables.figures import figure_table, table_note

ADDRESS = "https://verkenner.example/netwerk"
WORDS = "Antwoorden van minder dan 3 of bijna alle gemeenten staan in woorden, zodat niemand te herkennen is."
LOOK = "Kijk bij heel Nederland voor deze antwoorden."


def rounded(n: int, base: int, *, wave: int = 2020) -> Figure:
    return replace(
        figure(COALITION, "active_or_starting", n, base, wave=wave), group="noord", status=ReleaseStatus.ROUNDED
    )


# ---- why, and where to look instead


def test_each_reason_is_told_once_with_the_wider_group() -> None:
    assert withheld_line(hide(COALITION_FIGURES, none=NOT_SPLIT, active=NOT_SPLIT)) == (
        f"Geen aantal bij ‘Ja, en die is (zeer) actief’ en ‘Nog niet’. {NOT_SPLIT.reason} {LOOK}"
    )
    assert withheld_line(ROUTES_IN_WORDS) == WORDS
    assert withheld_line(ROLES_HIDDEN) == f"Niet elk antwoord is uitgesplitst. {NOT_SPLIT.reason} {WORDS} {LOOK}"
    assert withheld_line(COALITION_FIGURES) is None


def test_what_no_picture_shows_needs_no_reason_beside_the_picture() -> None:
    cross = next(one for one in ROLES_FIGURES.now if one.kind is Kind.OPTION)
    crossed = replace(hidden(cross, SMALL), kind=Kind.CROSS)
    assert withheld_line(replace(ROLES_FIGURES, now=(*ROLES_FIGURES.now, crossed))) is None


def test_of_a_group_nobody_can_say_that_it_is_the_small_one() -> None:
    qf = in_group(hide_all(LEAD_FIGURES, SMALL))
    assert heading(qf) == "Kartrekker: niet uitgesplitst"
    assert [row["2020"] for row in figure_table(qf)] == ["niet uitgesplitst"] * 2


def test_a_reason_that_says_where_to_look_is_not_said_twice() -> None:
    assert withheld_line(hide(COALITION_FIGURES, none=NOT_PRINTED)) == (
        f"Geen aantal bij ‘Nog niet’. {NOT_PRINTED.reason}"
    )


@pytest.mark.parametrize(
    ("qf", "sentence", "title"),
    [
        (hide_all(LEAD_FIGURES, SMALL), f"{SMALL.reason} {LOOK}", "Kartrekker: te weinig antwoorden"),
        (hide_all(LEAD_FIGURES, NOT_SPLIT), f"{NOT_SPLIT.reason} {LOOK}", "Kartrekker: niet uitgesplitst"),
        (
            replace(hide_all(LEAD_FIGURES, NOT_DEFINED), respondents=0),
            f"{NOT_DEFINED.reason} {LOOK}",
            "Kartrekker: dit was de eerste meting: nog geen gemeente deed eerder mee",
        ),
        (hide_all(LEAD_FIGURES, NOT_PRINTED), NOT_PRINTED.reason, "Kartrekker: het rapport noemt dit niet"),
        (
            LEAD_IN_WORDS,
            "Bijna alle gemeenten antwoordden ‘Ja’.",
            "Kartrekker: bijna alle gemeenten antwoordden ‘Ja’",
        ),
        (
            hide_all(LEAD_FIGURES, RARE),
            "Minder dan 3 gemeenten gaven een van deze antwoorden.",
            "Kartrekker: minder dan 3 gemeenten gaven een van deze antwoorden",
        ),
    ],
)
def test_a_question_without_any_number_gives_the_reason(qf: QuestionFigures, sentence: str, title: str) -> None:
    assert nothing_to_show(qf) == sentence
    assert heading(qf) == title
    assert base_line(qf) == "De basis is niet te tonen."


def test_unknown_is_said_only_where_no_reason_is_known() -> None:
    assert nothing_to_show(WITHHELD_FIGURES) == "Te weinig antwoorden om te laten zien."
    for qf in (hide_all(LEAD_FIGURES, SMALL), hide_all(ROLES_FIGURES, SMALL), COALITION_NORTH, ROLES_HIDDEN):
        told = [heading(qf), base_line(qf), lead(NETWORK, [qf]), nothing_to_show(qf) or "", str(figure_table(qf))]
        assert "onbekend" not in " ".join(told)


# ---- headings


def test_a_headline_stands_in_words_where_the_release_has_words() -> None:
    assert heading(hide(COALITION_FIGURES, active_or_starting=RARE)) == (
        "Minder dan 3 gemeenten hebben een lokale coalitie"
    )
    assert heading(hide(COALITION_FIGURES, active_or_starting=COMMON)) == (
        "Bijna alle gemeenten hebben een lokale coalitie"
    )


def test_nothing_is_called_the_most_where_a_hidden_answer_may_be_larger() -> None:
    assert heading(hide(ROUTES_FIGURES, other=NOT_SPLIT)) == (
        "Wegen naar hulp: ‘er zijn verschillende punten waar mensen terechtkunnen’, bij 80 van de 98 gemeenten"
    )
    assert heading(hide(ROUTES_FIGURES, other=RARE)).startswith("Meest gekozen: er zijn verschillende punten")
    assert heading(hide(ROUTES_FIGURES, social_map=COMMON)) == (
        "Meest gekozen: (Digitale) sociale kaart met het aanbod, bij bijna alle gemeenten"
    )


def test_a_net_speaks_for_a_question_of_which_no_option_has_a_number() -> None:
    qf = hide(COALITION_FIGURES, active=NOT_SPLIT, starting=NOT_SPLIT, none=NOT_SPLIT)
    question = replace(COALITION, headline=None, nets=(replace(COALITION.nets[0], label="Coalitie of begin"),))
    assert heading(replace(qf, question=question)) == "Coalitie of begin: bij 73 van de 99 gemeenten"


def test_of_many_answers_that_rounding_makes_alike_two_are_named() -> None:
    alike = tuple(
        replace(figure(ROUTES, option.id, 15, 20), group="noord", status=ReleaseStatus.ROUNDED)
        for option in ROUTES.options
    )
    assert heading(of_question(ROUTES, alike)) == (
        "Ongeveer even vaak gekozen: onder meer (Digitale) sociale kaart met het aanbod en "
        "er zijn verschillende punten waar mensen terechtkunnen, elk bij ongeveer 15 van de 20 gemeenten"
    )


def test_a_page_without_any_number_says_so() -> None:
    assert lead(NETWORK, [hide_all(LEAD_FIGURES, SMALL)]) == (
        "Over ‘Sterk netwerk’ is er bij deze keuze geen antwoord als aantal te tonen."
    )


# ---- rounded


@pytest.mark.parametrize(
    ("n", "base", "sentence"),
    [
        (35, 50, "Ongeveer 35 van de 50 gemeenten hebben een lokale coalitie"),
        (25, 50, "Ongeveer 25 van de 50 gemeenten hebben een lokale coalitie"),
        (0, 50, "Bijna geen van de 50 gemeenten heeft een lokale coalitie"),
        (50, 50, "Bijna of precies alle 50 gemeenten hebben een lokale coalitie"),
        (10, 10, "De meeste of alle 10 gemeenten hebben een lokale coalitie"),
    ],
)
def test_a_rounded_count_never_claims_to_be_exact(n: int, base: int, sentence: str) -> None:
    assert heading(of_question(COALITION, (rounded(n, base),))) == sentence


def test_the_base_of_a_group_is_about_so_many() -> None:
    qf = in_group(of_question(LEAD, (figure(LEAD, "yes", 18, 29), figure(LEAD, "no", 11, 29)), asked=29))
    assert base_line(qf) == (
        "Basis: ongeveer 30 gemeenten. Percentages van wie antwoord gaf, uit aantallen die op 5 zijn afgerond. "
        "Het echte percentage kan tot 12 punten hoger of lager zijn."  # 20 of 30 may be 22 of 28
    )
    assert base_line(TOOLS_NORTH) == "Basis: ongeveer 95 tot 100 gemeenten per onderdeel."
    assert base_line(hide(LEAD_FIGURES, yes=RARE)).startswith("Basis: 99 van de 100 gemeenten gaven antwoord.")


def test_a_copied_sentence_of_a_rounded_figure_says_about() -> None:
    text = copy_sentence(rounded(35, 50), COALITION, "Noord-Nederland", ADDRESS)
    assert text == (
        f"Ongeveer 35 van de 50 gemeenten hebben een lokale coalitie (70{NO_BREAK}%), meting 2020, "
        f"Noord-Nederland (gesimuleerd): {ADDRESS}"
    )


@pytest.mark.parametrize(
    ("why", "start"),
    [
        (RARE, "Minder dan 3 gemeenten hebben een lokale coalitie, meting 2020"),
        (
            SMALL,
            "‘Heeft een lokale coalitie’ op de vraag ‘Is er een lokale coalitie tegen eenzaamheid?’: "
            "geen aantal, want een van deze groepen is te klein, meting 2020",
        ),
    ],
)
def test_a_copied_sentence_without_a_number_says_why(why: Withheld, start: str) -> None:
    assert copy_sentence(hidden(COALITION_FIGURES.now[3], why), COALITION, "", ADDRESS).startswith(start)


def test_two_findings_of_a_page_do_not_repeat_a_rounded_number() -> None:
    leads = of_question(LEAD, (replace(figure(LEAD, "yes", 20, 25), group="noord", status=ReleaseStatus.ROUNDED),))
    assert lead(NETWORK, [of_question(COALITION, (rounded(20, 25),)), leads]).startswith(
        "Ongeveer 20 van de 25 gemeenten hebben een lokale coalitie en "
        "ongeveer evenveel hebben een kartrekker voor het netwerk."
    )


def test_a_page_of_a_group_names_only_changes_that_rounding_cannot_explain() -> None:
    small = of_question(COALITION, (rounded(20, 30),), (rounded(15, 30, wave=2019),))
    assert lead(NETWORK, [small]).endswith(
        "De verschillen met 2019 zijn te klein voor aantallen die op 5 zijn afgerond."
    )
    large = of_question(COALITION, (rounded(40, 50),), (rounded(10, 50, wave=2019),))
    assert lead(NETWORK, [large]).endswith(
        f"Sinds 2019 veranderde onder meer ‘Heeft een lokale coalitie’: van ongeveer 20{NO_BREAK}% naar 80{NO_BREAK}%."
    )


# ---- the response of a group


def test_of_a_group_the_response_says_how_many_took_part() -> None:
    assert response_lead(response(27, None), None) == "In 2020 deden 27 gemeenten uit deze groep mee."
    assert response_lead(response(1, None), None) == "In 2020 deed 1 gemeente uit deze groep mee."
    assert response_lead(hidden(response(1, 1), NOT_DEFINED), None) == NOT_DEFINED.reason


# ---- one's own answer


@pytest.mark.parametrize(
    ("qf", "sentence"),
    [
        (seen_by(COALITION_FIGURES, answer=("active",)), "Uw gemeente: ‘Ja, en die is (zeer) actief’."),
        (
            seen_by(ROUTES_FIGURES, answer=("social_map", "several_points")),
            "Uw gemeente koos ‘(Digitale) sociale kaart met het aanbod’ en "
            "‘Er zijn verschillende punten waar mensen terechtkunnen’.",
        ),
        (seen_by(ROUTES_FIGURES, answer=()), "Uw gemeente koos geen van deze antwoorden."),
        (seen_by(TOOLS_FIGURES, advisers=("used",)), "Uw gemeente koos:"),
        (COALITION_FIGURES, None),
    ],
)
def test_a_municipality_reads_its_own_answer(qf: QuestionFigures, sentence: str | None) -> None:
    assert own_line(qf) == sentence


def test_a_municipality_reads_its_own_answer_to_each_item_of_a_matrix() -> None:
    assert own_items(seen_by(ROLES_FIGURES, municipality=("lead", "active"), financial_sector=())) == (
        ("Gemeente", "Kartrekker en Draagt actief bij"),
        ("Financiële sector, zoals banken", "geen van deze antwoorden"),
    )
    assert own_items(seen_by(TOOLS_FIGURES, advisers=("used",))) == (("Adviseurs", "Kent en gebruikt het"),)
    assert own_items(seen_by(COALITION_FIGURES, answer=("active",))) == ()


# ---- tables and files


def test_a_table_has_the_same_words_as_the_picture() -> None:
    assert [row["2020"] for row in figure_table(ROUTES_IN_WORDS)] == [
        f"61{NO_BREAK}van{NO_BREAK}98 · 62{NO_BREAK}%",
        "bijna alle",
        "minder dan 3",
    ]
    north = figure_table(COALITION_NORTH)
    assert north[0]["2020"] == f"±{NO_BREAK}35{NO_BREAK}van{NO_BREAK}100 · 35{NO_BREAK}%"
    assert north[2]["2020"] == "niet uitgesplitst"
    assert (table_note(COALITION_NORTH) or "").startswith("Aantallen afgerond op 5.")


def test_a_file_carries_the_reason_in_its_remark() -> None:
    taken = Taken(NETWORK, Selection(group="noord"), ADDRESS, "v1", date(2026, 11, 24))
    rows = question_rows(COALITION_NORTH, taken)
    assert rows[2]["Opmerking"] == NOT_SPLIT.reason
    assert (rows[0]["Aantal"], rows[0]["Opmerking"]) == (35, "Aantal en basis zijn afgerond op 5.")
    assert ("Niet als aantal", f"Geen aantal bij ‘Nog niet’. {NOT_SPLIT.reason} {LOOK}") in question_about(
        COALITION_NORTH, taken
    )
