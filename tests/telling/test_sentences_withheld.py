"""What sentences, tables and files say of figures without a number, of rounded ones, and of one's own answer."""

from collections.abc import Iterable
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
    in_range,
    seen_by,
)

from explorer.outputs.exports.question import Taken, question_about, question_rows
from explorer.survey.asking.selection import Selection
from explorer.survey.codebook.model import Option
from explorer.survey.figures.figure import Figure, Kind, ReleaseStatus, Withheld
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import NO_BREAK, lower_first
from explorer.telling.sentences import (
    base_line,
    copy_sentence,
    heading,
    lead,
    missing_line,
    nothing_to_show,
    own_items,
    own_line,
    reading_line,
    response_lead,
    wider_group,
)
from explorer.telling.tables.figures import figure_table, table_note

ADDRESS = "https://verkenner.example/netwerk"
START = "Niet elk antwoord heeft een aantal."
BOTH = "zo weinig of zo veel gemeenten dat we hun antwoorden beschermen."
FEW = "zo weinig gemeenten dat we hun antwoorden beschermen."
LOOK = "Kies ‘landelijk’: daar staan deze antwoorden wel."


def ranged(n: int, base: int, *, wave: int = 2020) -> Figure:
    return in_range(figure(COALITION, "active_or_starting", n, base, wave=wave))


# ---- why, and where to look instead


def test_each_word_that_stands_for_a_number_is_explained_once_a_page() -> None:
    split = f"‘niet uitgesplitst’: {lower_first(NOT_SPLIT.reason)}"
    assert missing_line([hide(COALITION_FIGURES, none=NOT_SPLIT, active=NOT_SPLIT)]) == f"{START} {split} {LOOK}"
    assert missing_line([ROUTES_IN_WORDS]) == f"{START} ‘bijna alle’ of ‘minder dan 5’: {BOTH}"
    assert missing_line([ROLES_HIDDEN, hide(COALITION_FIGURES, none=NOT_SPLIT)]) == (
        f"{START} ‘minder dan 5’: {FEW} {split} {LOOK}"
    )
    assert missing_line([COALITION_FIGURES]) is None


def test_a_page_leads_to_the_group_that_has_what_is_missing() -> None:
    assert wider_group([COALITION_FIGURES, hide(COALITION_FIGURES, none=NOT_SPLIT)]) == "nederland"
    assert wider_group([ROUTES_IN_WORDS]) is None


def test_how_a_range_is_read_stands_once_a_page() -> None:
    assert "het volle stuk zeker" in (reading_line([COALITION_FIGURES, COALITION_NORTH]) or "")
    assert reading_line([COALITION_FIGURES, ROUTES_IN_WORDS]) is None


def test_what_no_picture_shows_needs_no_reason_beside_the_picture() -> None:
    cross = next(one for one in ROLES_FIGURES.now if one.kind is Kind.OPTION)
    crossed = replace(hidden(cross, SMALL), kind=Kind.CROSS)
    assert missing_line([replace(ROLES_FIGURES, now=(*ROLES_FIGURES.now, crossed))]) is None


def test_of_a_group_nobody_can_say_that_it_is_the_small_one() -> None:
    qf = in_group(hide_all(LEAD_FIGURES, SMALL))
    assert heading(qf) == "Kartrekker: niet per groep"
    assert [row["2020"] for row in figure_table(qf)] == ["niet per groep"] * 2


def test_a_reason_that_says_where_to_look_is_not_said_twice() -> None:
    told = missing_line([hide(COALITION_FIGURES, none=NOT_PRINTED)])
    assert told == f"{START} ‘onbekend’: {lower_first(NOT_PRINTED.reason)}"


@pytest.mark.parametrize(
    ("qf", "sentence", "title"),
    [
        (hide_all(LEAD_FIGURES, SMALL), f"{SMALL.reason} {LOOK}", "Kartrekker: te weinig antwoorden"),
        (hide_all(LEAD_FIGURES, NOT_SPLIT), f"{NOT_SPLIT.reason} {LOOK}", "Kartrekker: niet uitgesplitst"),
        (
            replace(hide_all(LEAD_FIGURES, NOT_DEFINED), respondents=0),
            f"{NOT_DEFINED.reason} {LOOK}",
            "Kartrekker: onbekend",
        ),
        (hide_all(LEAD_FIGURES, NOT_PRINTED), NOT_PRINTED.reason, "Kartrekker: onbekend"),
        (
            LEAD_IN_WORDS,
            "Bijna alle gemeenten antwoordden ‘Ja’.",
            "Bijna alle gemeenten hebben een kartrekker voor het netwerk",
        ),
        (
            hide_all(LEAD_FIGURES, RARE),
            "Minder dan 5 gemeenten gaven een van deze antwoorden.",
            "Minder dan 5 gemeenten hebben een kartrekker voor het netwerk",
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
        "Minder dan 5 gemeenten hebben een lokale coalitie"
    )
    assert heading(hide(COALITION_FIGURES, active_or_starting=COMMON)) == (
        "Bijna alle gemeenten hebben een lokale coalitie"
    )


def test_nothing_is_called_the_most_where_a_hidden_answer_may_be_larger() -> None:
    assert heading(hide(ROUTES_FIGURES, other=NOT_SPLIT)) == (
        "Wegen naar hulp: bij 80 van de 98 gemeenten ‘er zijn verschillende punten waar mensen terechtkunnen’"
    )
    assert heading(hide(ROUTES_FIGURES, other=RARE)).startswith("Meest gekozen: ‘er zijn verschillende punten")
    assert heading(hide(ROUTES_FIGURES, social_map=COMMON)) == (
        "Meest gekozen: ‘(Digitale) sociale kaart met het aanbod’, bij bijna alle gemeenten"
    )


def test_a_net_speaks_for_a_question_of_which_no_option_has_a_number() -> None:
    qf = hide(COALITION_FIGURES, active=NOT_SPLIT, starting=NOT_SPLIT, none=NOT_SPLIT)
    question = replace(COALITION, headline=None, nets=(replace(COALITION.nets[0], label="Coalitie of begin"),))
    assert heading(replace(qf, question=question)) == "Lokale coalitie: bij 73 van de 99 gemeenten ‘coalitie of begin’"


def test_nothing_is_called_the_most_where_ranges_meet() -> None:
    """9 to 11 and 10 to 12: either may be the larger one; 13 to 15 is more than 9 to 11."""
    several, *others = ROUTES.options
    close = of_question(ROUTES, (in_range(figure(ROUTES, several.id, 11, 20)), *_ranges(others, 10)))
    assert heading(close).startswith("Wegen naar hulp: bij 10 tot 12 van de 19 tot 20 gemeenten ‘")
    clear = of_question(ROUTES, (in_range(figure(ROUTES, several.id, 14, 20)), *_ranges(others, 10)))
    assert heading(clear).startswith("Meest gekozen: ")
    assert heading(clear).endswith(", bij 13 tot 15 van de 19 tot 20 gemeenten")


def test_of_ranges_that_are_alike_one_is_named_and_none_is_called_the_most() -> None:
    assert heading(of_question(ROUTES, _ranges(ROUTES.options, 15))) == (
        "Wegen naar hulp: bij 14 tot 16 van de 19 tot 20 gemeenten ‘(Digitale) sociale kaart met het aanbod’"
    )


def _ranges(options: Iterable[Option], n: int) -> tuple[Figure, ...]:
    return tuple(in_range(figure(ROUTES, option.id, n, 20)) for option in options)


def test_a_page_without_any_number_says_so() -> None:
    assert lead(NETWORK, [hide_all(LEAD_FIGURES, SMALL)]) == (
        "Over ‘Sterk netwerk’ is er bij deze keuze geen antwoord als aantal te tonen."
    )


# ---- ranges


def test_a_range_never_claims_to_be_exact() -> None:
    assert heading(of_question(COALITION, (ranged(35, 50),))) == (
        "34 tot 36 van de 49 tot 50 gemeenten hebben een lokale coalitie"
    )
    exact_base = replace(ranged(35, 50), base_low=50)
    assert heading(of_question(COALITION, (exact_base,))) == (
        "34 tot 36 van de 50 gemeenten hebben een lokale coalitie"
    )


def test_a_range_too_wide_for_a_number_is_told_all_the_same() -> None:
    """Between 4 and 9 of 26: no number is shown, and no reason is needed."""
    wide = replace(ranged(6, 26), n=None, n_low=4, n_high=9, status=ReleaseStatus.WIDE_RANGE)
    qf = of_question(COALITION, (wide,))
    assert heading(qf) == "4 tot 9 van de 25 tot 26 gemeenten hebben een lokale coalitie"
    assert nothing_to_show(qf) is None
    assert missing_line([qf]) is None


def test_a_wide_range_may_be_the_most_chosen_one() -> None:
    """15 to 20 is more than 9 to 11, though no number is shown of it."""
    several, *others = ROUTES.options
    wide = replace(in_range(figure(ROUTES, several.id, 17, 20)), n=None, n_low=15, n_high=20)
    told = heading(of_question(ROUTES, (wide, *_ranges(others, 10))))
    assert told.startswith("Meest gekozen: ")
    assert told.endswith(", bij 15 tot 20 van de 19 tot 20 gemeenten")


def test_a_range_of_one_number_is_that_number() -> None:
    sure = replace(ranged(35, 50), n_low=35, n_high=35, base_low=50)
    assert heading(of_question(COALITION, (sure,))) == "35 van de 50 gemeenten hebben een lokale coalitie"


def test_the_base_of_a_group_is_about_so_many() -> None:
    qf = in_group(of_question(LEAD, (figure(LEAD, "yes", 18, 29), figure(LEAD, "no", 11, 29)), asked=29))
    assert base_line(qf) == "Basis: 28 tot 29 gemeenten."
    assert base_line(TOOLS_NORTH) == "Basis: 96 tot 100 gemeenten per onderdeel."
    assert base_line(hide(LEAD_FIGURES, yes=RARE)).startswith("Basis: 99 van de 100 gemeenten gaven antwoord.")


def test_a_copied_sentence_of_a_range_says_between_what() -> None:
    text = copy_sentence(ranged(35, 50), COALITION, "Noord- en Oost-Nederland", ADDRESS)
    assert text == (
        "34 tot 36 van de 49 tot 50 deelnemende gemeenten hebben een lokale coalitie, meting 2020, "
        f"Noord- en Oost-Nederland (gesimuleerd): {ADDRESS}"
    )


@pytest.mark.parametrize(
    ("why", "start"),
    [
        (RARE, "Minder dan 5 deelnemende gemeenten hebben een lokale coalitie, meting 2020"),
        (
            SMALL,
            "‘Heeft een lokale coalitie’ op de vraag ‘Is er een lokale coalitie tegen eenzaamheid?’: "
            "geen aantal, want een van deze groepen is te klein, meting 2020",
        ),
    ],
)
def test_a_copied_sentence_without_a_number_says_why(why: Withheld, start: str) -> None:
    assert copy_sentence(hidden(COALITION_FIGURES.now[3], why), COALITION, "", ADDRESS).startswith(start)


def test_a_range_at_its_edges_is_at_most_or_at_least() -> None:
    """None and all are words for exact numbers alone."""
    none = replace(ranged(1, 20), n_low=0)
    assert heading(of_question(COALITION, (none,))) == (
        "Hoogstens 2 van de 19 tot 20 gemeenten hebben een lokale coalitie"
    )
    every = replace(ranged(19, 20), n_high=20, base_low=20)
    assert heading(of_question(COALITION, (every,))) == "Minstens 18 van de 20 gemeenten hebben een lokale coalitie"


def test_a_page_of_a_group_tells_only_a_direction_that_ranges_and_chance_cannot_explain() -> None:
    small = of_question(COALITION, (ranged(16, 30),), (ranged(15, 30, wave=2019),))
    assert lead(NETWORK, [small]).endswith(
        "Of er sinds 2019 meer veranderde dan door toeval, is uit deze cijfers niet te zeggen."
    )
    large = of_question(COALITION, (ranged(40, 50),), (ranged(10, 50, wave=2019),))
    assert lead(NETWORK, [large]).endswith(
        "‘Heeft een lokale coalitie’ was in 2020 vaker het antwoord dan in 2019. Het waren deels andere gemeenten."
    )
    less = of_question(COALITION, (ranged(10, 50),), (ranged(40, 50, wave=2019),))
    assert lead(NETWORK, [less]).endswith(
        "was in 2020 minder vaak het antwoord dan in 2019. Het waren deels andere gemeenten."
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
    assert own_items(seen_by(TOOLS_FIGURES, advisers=("used",))) == (("Adviseurs", "Bekend en gebruikt"),)
    assert own_items(seen_by(COALITION_FIGURES, answer=("active",))) == ()


# ---- tables and files


def test_a_table_has_the_same_words_as_the_picture() -> None:
    assert [row["2020"] for row in figure_table(ROUTES_IN_WORDS)] == [
        f"61{NO_BREAK}van{NO_BREAK}98 · 62{NO_BREAK}%",
        "bijna alle",
        "minder dan 5",
    ]
    north = figure_table(COALITION_NORTH)
    assert north[0]["2020"] == "33 tot 35 van 98 tot 99".replace(" ", NO_BREAK)
    assert north[2]["2020"] == "niet uitgesplitst"
    assert (table_note(COALITION_NORTH) or "").startswith("Het echte aantal ligt binnen het bereik.")


def test_a_file_carries_the_range_and_the_reason_in_its_remark() -> None:
    taken = Taken(NETWORK, Selection(group="noord-oost"), ADDRESS, "v1", date(2026, 11, 24))
    rows = question_rows(COALITION_NORTH, taken)
    assert rows[2]["Opmerking"] == NOT_SPLIT.reason
    first = rows[0]
    assert (first["Aantal"], first["Basis"], first["Percentage"]) == (None, None, None)
    assert first["Opmerking"] == "Het aantal is 33 tot 35, van 98 tot 99."
    why = f"{START} ‘niet uitgesplitst’: {lower_first(NOT_SPLIT.reason)} {LOOK}"
    assert ("Niet als aantal", why) in question_about(COALITION_NORTH, taken)
