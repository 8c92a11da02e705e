"""Figures as rows and files: every count with its base and origin, and nothing that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest
from figure_examples import (
    COALITION,
    COALITION_FIGURES,
    EMPTY_FIGURES,
    EXECUTORS_FIGURES,
    NETWORK,
    ROLES_FIGURES,
    SMALL_FIGURES,
    TOOLS_FIGURES,
    WITHHELD_FIGURES,
    figure,
    response,
)
from hypothesis import given
from hypothesis import strategies as st

from explorer.gateway.door import Gateway
from explorer.inputs.printed import PrintedReport, load_printed
from explorer.outputs.exports import csv_file
from explorer.paths import DATA
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC
from explorer.survey.codebook.model import Codebook
from explorer.survey.figures.figure import Kind, Origin
from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus, ResponseRate, total
from explorer.telling.sentences.participation import printed_rates, status_sentence
from explorer.telling.subjects.overview import overview_by_section
from explorer.telling.subjects.participants import respondents_of
from explorer.telling.subjects.participation import ResponseFigures
from explorer.telling.subjects.questions import question_figures
from explorer.telling.tables.figures import (
    TableRow,
    answer_label,
    figure_table,
    item_label,
    nonresponse_table,
    share,
    table_note,
)
from explorer.telling.tables.participation import (
    history_rows,
    joined_rows,
    municipality_table,
    status_choices,
    wave_rows,
    with_status,
)

SPACE = "\N{NO-BREAK SPACE}"


# ---- the table beside a picture


def test_a_row_is_an_answer_with_count_base_share_and_origin_per_wave() -> None:
    """● stands behind each number that the report prints."""
    assert plain(figure_table(COALITION_FIGURES)[3]) == {
        "Antwoord": "Samen: heeft een lokale coalitie",
        "2020": "73 ● van 99 ● · 74 % ●",
        "2019": "38 van 64 · 59 %",
        "Deden beide jaren mee 2019": "27 van 43 · 63 %",
        "Deden beide jaren mee 2020": "35 van 43 · 81 %",
    }


def test_a_number_of_which_the_report_prints_another_one_is_marked(real: Gateway) -> None:
    """Of the week of 2019 the report prints 53 municipalities and 82 %; 53 of 64 is 82.8 %, so 83 %."""
    week = real.facts.reference.codebook.question("week_participation")
    [found] = question_figures(real.desk(MINISTRY), Selection((2019,)), [week])
    took_part, not_there = map(plain, figure_table(found))
    assert took_part["2019"] == "53 ● van 64 · 83 % ≠"
    assert not_there["2019"] == "11 van 64 · 17 %"
    assert table_note(found) == (
        "● staat in het rapport van 2020; de andere cijfers zijn gesimuleerd. "
        "≠ het rapport noemt ook of alleen een ander getal."
    )
    [now] = question_figures(real.desk(MINISTRY), Selection((2020,)), [week])
    assert plain(figure_table(now)[0])["2019"] == "53 ● van 64 · 83 % ≠"
    assert plain(figure_table(now)[0])["2020"] == "86 ● van 98 ● · 88 % ●"


def test_a_filter_makes_it_another_number_than_the_report_s(real: Gateway) -> None:
    week = real.facts.reference.codebook.question("week_participation")
    [found] = question_figures(real.desk(MINISTRY), Selection((2019,), provinces=("Utrecht",)), [week])
    assert not {"●", "≠"} & set(" ".join(cell for row in figure_table(found) for cell in row.values()))
    assert table_note(found) == "Alle cijfers zijn gesimuleerd."


def plain(row: TableRow) -> TableRow:
    """A row with ordinary spaces."""
    return {name: text.replace(SPACE, " ") for name, text in row.items()}


def test_a_table_has_a_row_per_answer_and_a_column_per_wave_that_may_be_compared() -> None:
    assert len(figure_table(COALITION_FIGURES)) == 4
    assert list(figure_table(EXECUTORS_FIGURES)[0]) == ["Antwoord", "2020"]


def test_a_matrix_names_its_items_and_a_cross_its_net() -> None:
    cross = ROLES_FIGURES.now[-1]
    assert item_label(cross, ROLES_FIGURES.question) == "Gemeente"
    assert (
        answer_label(cross, ROLES_FIGURES.question)
        == "Ook kartrekker (van partijen die actief bijdragen of acties starten)"
    )
    assert figure_table(TOOLS_FIGURES)[0]["Onderwerp"] == "Adviseurs"
    assert "Onderwerp" not in figure_table(COALITION_FIGURES)[0]


def test_a_small_base_shows_counts_and_no_percentage() -> None:
    assert plain(figure_table(SMALL_FIGURES)[0])["2020"] == "3 van 8"
    assert share(figure(COALITION, "active", 9, 9)) == "–"
    assert share(figure(COALITION, "active", 5, 10)) == f"50{SPACE}%"
    assert share(EMPTY_FIGURES.now[0]) == "–"


def test_a_withheld_figure_has_no_numbers() -> None:
    assert not any(letter.isdigit() for letter in figure_table(WITHHELD_FIGURES)[0]["2020"])


def test_a_figure_of_the_response_has_no_answer_to_name() -> None:
    with pytest.raises(ValueError, match="responded is not a question with answers"):
        answer_label(response(100, 182), COALITION)


def test_item_non_response_counts_who_was_asked_and_skipped() -> None:
    codebook = Codebook((), (NETWORK, replace(NETWORK, id="pillar_3", short="Betrokkenheid")), ())
    assert nonresponse_table([COALITION_FIGURES, EXECUTORS_FIGURES], codebook) == [
        {
            "Vraag": "Lokale coalitie",
            "Onderdeel": "Sterk netwerk",
            "Kregen de vraag": "100",
            "Gaven antwoord": "99",
            "Sloegen over": "1",
        },
        {
            "Vraag": "Wie bezoeken",
            "Onderdeel": "Betrokkenheid",
            "Kregen de vraag": "73",
            "Gaven antwoord": "71",
            "Sloegen over": "2",
        },
    ]


# ---- files to take away


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_file_opens_in_a_dutch_spreadsheet_and_says_where_it_comes_from() -> None:
    content = csv_file([{"Antwoord": "Ja; nog niet", "Aantal": "3"}], ["Gesimuleerde gegevens."])
    assert content.startswith(b"\xef\xbb\xbf")
    assert cells(content) == [["Antwoord", "Aantal"], ["Ja; nog niet", "3"], [], ["Gesimuleerde gegevens."]]


def test_a_file_without_rows_still_says_what_it_is() -> None:
    assert cells(csv_file([], ["Geen gemeenten."])) == [[], ["Geen gemeenten."]]


@pytest.mark.parametrize("text", ["=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_starts_a_formula(text: str) -> None:
    content = csv_file([{"Naam": text}], [text])
    assert [row[0] for row in cells(content) if row] == ["Naam", f"'{text}", f"'{text}"]


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_whatever_stands_in_a_cell_comes_out_of_the_file(text: str) -> None:
    [_, [found, _], *_] = cells(csv_file([{"Naam": text, "Andere": "x"}], []))
    assert found.removeprefix("'") == text.removeprefix("'")
    assert not found.startswith(("=", "+", "-", "@"))


# ---- the response as rows


RATE = ResponseRate(
    wave=2020,
    province=None,
    joined=201,
    contacted=182,
    contacted_joined_before=103,
    responded=100,
    responded_joined_before=50,
    also_before=43,
    also_after=0,
    new=57,
    new_joined_before=7,
)
RATE_WITHOUT_CONTACTS = replace(
    RATE,
    joined=None,
    contacted=None,
    contacted_joined_before=None,
    responded_joined_before=None,
    new_joined_before=None,
)
"""As the release has it: who was asked is not in there."""


def test_contacts_are_divided_by_when_they_joined() -> None:
    since = replace(response(50, 57), question="first_time_joined_since_2019", printed=("n",))
    rows = joined_rows(RATE, 2019, since)
    assert [(row.n, row.base) for row in rows] == [(50, 103), (50, 79)]
    assert [row.text.replace("\u00a0", " ") for row in rows] == ["50 van 103 · 49 %", "50 ● van 79 · 63 %"]


def test_who_may_not_know_the_contacts_is_told_nothing_of_them() -> None:
    assert joined_rows(RATE_WITHOUT_CONTACTS, 2019, None) == ()


def test_respondents_are_divided_by_whether_they_took_part_before() -> None:
    first_time = replace(response(57, 100), question="first_time_respondents")
    both = replace(response(43, 100), question="panel_size", printed=("n",))
    rows = history_rows(both, first_time, 2019)
    assert [(row.n, row.base) for row in rows] == [(43, 100), (57, 100)]
    assert rows[0].text.replace("\u00a0", " ") == "43 ● van 100 · 43 %"


def test_a_sum_of_rates_is_unknown_where_a_part_is() -> None:
    whole = total([RATE, RATE], 2020)
    assert (whole.responded, whole.contacted, whole.province) == (200, 364, None)
    assert total([RATE, RATE_WITHOUT_CONTACTS], 2020).contacted is None
    assert total([RATE], 2019).responded == 0


def test_a_printed_rate_that_its_counts_do_not_give_is_told() -> None:
    report = PrintedReport(load_printed(DATA / "published_figures.csv"))
    [sentence] = printed_rates([response(64, 103, wave=2019), response(100, 182)], report)
    assert sentence.startswith(f"Het rapport noemt voor 2019 een respons van 63{SPACE}%.")
    assert f"62,1{SPACE}%" in sentence


def test_a_track_per_wave_says_count_and_share() -> None:
    first, second = wave_rows([response(64, 103, wave=2019), response(4, 9)])
    assert (first.label, first.n, first.base) == ("Meting 2019", 64, 103)
    assert f"62{SPACE}%" in first.text
    assert "%" not in second.text


STATUSES = (
    MunicipalityStatus(2020, "GM0344", "Utrecht", "Utrecht", 1, ContactStatus.RESPONDED, None, False),
    MunicipalityStatus(2020, "GM0355", "Zeist", "Utrecht", 2, ContactStatus.REPRESENTED, "Utrecht", None),
    MunicipalityStatus(2020, "GM0983", "Venlo", "Limburg", 2, ContactStatus.RESPONDED, None, True),
)


def test_the_list_of_municipalities_says_what_each_did() -> None:
    utrecht, zeist, venlo = municipality_table(STATUSES)
    assert (utrecht["Gemeente"], utrecht["Provincie"], utrecht["Stedelijkheid"]) == (
        "Utrecht",
        "Utrecht",
        "1 · zeer sterk",
    )
    assert [row["Deed eerder mee"] for row in (utrecht, zeist, venlo)] == ["ja", "–", "nee, voor het eerst"]
    assert "Utrecht" in zeist["Status"]


def test_the_list_can_be_narrowed_to_a_status() -> None:
    assert status_choices(STATUSES) == {
        ContactStatus.RESPONDED: "Deed mee (2)",
        ContactStatus.REPRESENTED: "Deed mee via een andere gemeente (1)",
    }
    assert [one.municipality for one in with_status(STATUSES, ContactStatus.RESPONDED)] == ["Utrecht", "Venlo"]


def test_what_one_municipality_did_is_a_sentence() -> None:
    utrecht, zeist, venlo = (status_sentence(one, 2019) for one in STATUSES)
    assert utrecht == "Utrecht: deed mee in 2020, en ook in 2019."
    assert zeist == "Zeist: deed mee via een andere gemeente (Utrecht) in 2020."
    assert venlo == "Venlo: deed mee in 2020, niet in 2019."


@pytest.mark.parametrize(
    ("status", "through", "sentence"),
    [
        (ContactStatus.CONTACTED, None, "Zeist: aangeschreven in 2020, geen antwoord."),
        (
            ContactStatus.CONTACTED_THROUGH,
            "Utrecht",
            "Zeist: aangeschreven via een andere gemeente (Utrecht) in 2020, geen antwoord.",
        ),
        (ContactStatus.NOT_JOINED, None, "Zeist: niet aangesloten in 2020."),
        (ContactStatus.ABSENT, None, "Zeist: deed niet mee in 2020."),
    ],
)
def test_of_a_municipality_that_did_not_answer_the_sentence_says_so(
    status: ContactStatus, through: str | None, sentence: str
) -> None:
    assert status_sentence(replace(STATUSES[1], status=status, through=through), 2019) == sentence


# ---- what a page gathers


def test_a_page_shows_this_wave_the_wave_before_and_the_panel(small: Gateway) -> None:
    [coalition] = question_figures(
        small.desk(MINISTRY), Selection((2020,)), [small.facts.reference.codebook.question("coalition")]
    )
    assert (coalition.wave, coalition.previous_wave, coalition.no_trend) == (2020, 2019, None)
    assert [(one.n, one.base) for one in coalition.now] == [(2, 4), (1, 4), (1, 4), (3, 4)]
    assert [(one.n, one.base) for one in coalition.before] == [(1, 3), (1, 3), (1, 3), (2, 3)]
    assert [(one.n, one.base) for one in coalition.panel_now] == [(1, 2), (1, 2), (0, 2), (2, 2)]
    assert [(one.n, one.base) for one in coalition.panel_before] == [(0, 2), (1, 2), (1, 2), (1, 2)]
    assert (coalition.respondents, coalition.asked) == (5, 5)


def test_a_question_that_may_not_be_compared_says_why(small: Gateway) -> None:
    def reason(question: str, selection: Selection) -> str | None:
        [found] = question_figures(small.desk(MINISTRY), selection, [small.facts.reference.codebook.question(question)])
        assert (found.before, found.panel_now, found.panel_before) == ((), (), ())
        return found.no_trend

    assert reason("budget", Selection((2020,))) == "In 2019 vormden steun en geld samen één vraag."
    assert reason("best_practices", Selection((2020,))) == "We nemen aan dat de vraag nieuw is in 2020."
    assert reason("coalition", Selection((2019,))) == "2019 was de eerste meting: een eerdere is er niet."
    assert (
        reason("coalition", Selection((2020,), population=Population.NEW)) == "Deze gemeenten deden in 2019 niet mee."
    )


def test_the_public_sees_no_panel(small: Gateway) -> None:
    [coalition] = question_figures(
        small.desk(PUBLIC), Selection((2020,)), [small.facts.reference.codebook.question("coalition")]
    )
    assert (coalition.panel_now, coalition.panel_before) == ((), ())
    assert len(coalition.before) == 4


def test_the_public_sees_of_the_panel_what_the_report_prints(real: Gateway) -> None:
    """Of who leads its count in both waves and not of how many; of home visits the base as well."""
    questions = [real.facts.reference.codebook.question(id) for id in ("coalition_lead", "home_visits", "coalition")]
    lead, visits, coalition = question_figures(real.desk(PUBLIC), Selection((2020,)), questions)
    assert [(one.option, one.exact_n, one.base) for one in (*lead.panel_before, *lead.panel_now)] == [
        ("yes", 30, None),
        ("yes", 36, None),
    ]
    assert [(one.option, one.exact_n, one.base) for one in visits.panel_now] == [("full_breadth", 28, 43)]
    assert (coalition.panel_before, coalition.panel_now) == ((), ())
    assert {one.printed for one in (*lead.panel_now, *lead.panel_before)} == {("n",)}
    assert plain(figure_table(lead)[0])["Deden beide jaren mee 2020"] == "36 gemeenten ●"


def test_crosses_have_no_figures_of_the_panel(real: Gateway) -> None:
    for question in real.facts.reference.codebook.questions:
        for found in question_figures(real.desk(MINISTRY), Selection((2020,)), [question]):
            assert Kind.CROSS not in {one.kind for one in (*found.panel_now, *found.panel_before)}


def test_who_was_asked_a_question_behind_another_one_is_counted(small: Gateway) -> None:
    """In 2020 Utrecht alone visits older people at home."""
    [executors] = question_figures(
        small.desk(MINISTRY), Selection((2020,)), [small.facts.reference.codebook.question("visit_executors")]
    )
    assert (executors.respondents, executors.asked) == (5, 1)


def test_a_question_that_the_wave_did_not_ask_is_left_out(small: Gateway) -> None:
    questions = [small.facts.reference.codebook.question(id) for id in ("budget", "coalition")]
    assert [one.question.id for one in question_figures(small.desk(MINISTRY), Selection((2019,)), questions)] == [
        "coalition"
    ]


@pytest.mark.parametrize(("population", "n"), [(Population.TOTAL, 5), (Population.PANEL, 2), (Population.NEW, 3)])
def test_respondents_are_those_of_the_population(small: Gateway, population: Population, n: int) -> None:
    assert respondents_of(small.desk(MINISTRY), Selection((2020,), population=population)) == n


def test_an_empty_selection_has_no_respondents(small: Gateway) -> None:
    assert respondents_of(small.desk(MINISTRY), Selection((2020,), provinces=("Groningen",))) == 0
    assert respondents_of(small.desk(MINISTRY), Selection((2019,), population=Population.NEW)) == 0


@pytest.mark.parametrize(("group", "names"), [(None, ["Groningen", "Utrecht"]), ("noord", ["Groningen"])])
def test_of_a_group_only_provinces_are_shown_in_which_any_of_it_took_part(group: str | None, names: list[str]) -> None:
    """Utrecht does not lie in it; nobody there would read as nobody that took part."""
    rates = (
        replace(RATE, province="Groningen", responded=6),
        replace(RATE, province="Utrecht", responded=0),
        replace(RATE, province="Groningen", wave=2019),
    )
    gathered = ResponseFigures(2020, 2019, (), rates, (), Origin.SIMULATED, group)
    assert [(one.wave, one.province) for one in gathered.provinces] == [(2020, name) for name in names]


def test_the_overview_has_the_headlines_in_the_order_of_the_codebook(small: Gateway) -> None:
    found = question_figures(small.desk(MINISTRY), Selection((2020,)), small.facts.reference.codebook.questions)
    sections = overview_by_section(found, small.facts.reference.codebook)
    order = [section.id for section in small.facts.reference.codebook.sections]
    assert [one.section.id for one in sections] == [id for id in order if id in {one.section.id for one in sections}]
    [network] = [one for one in sections if one.section.id == "pillar_2"]
    assert [row.label for row in network.rows] == ["Heeft een lokale coalitie", "Heeft een kartrekker voor het netwerk"]
    headline = network.rows[0]
    assert (headline.now.n, headline.now.base) == (3, 4)
    assert headline.before is not None
    assert (headline.before.n, headline.before.base) == (2, 3)
