"""The SQL that follows from the codebook: committed as it is drafted, and readable without asking."""

from pathlib import Path

import pytest

from explorer.building.drafts import draft_views, drafts
from explorer.paths import QUERIES
from explorer.store.files import Connection
from explorer.survey.codebook.columns import answer_columns, export_columns
from explorer.survey.codebook.source import load_codebook

CODEBOOK = load_codebook()


@pytest.mark.parametrize("name", sorted(drafts(CODEBOOK)))
def test_the_committed_sql_is_what_the_codebook_asks_for(name: str) -> None:
    committed = (QUERIES / name).read_text(encoding="utf-8")
    assert committed == drafts(CODEBOOK)[name], "Draai: python -m explorer draft-views"


def test_no_drafted_file_is_left_from_an_earlier_codebook() -> None:
    assert {path.name for path in QUERIES.glob("20_*.sql")} == {name for name in drafts(CODEBOOK) if name[:2] == "20"}


def test_draft_views_writes_a_view_per_section_the_response_table_and_the_list_of_answers(tmp_path: Path) -> None:
    written = draft_views(CODEBOOK, tmp_path)
    assert len(written) == 9 + 2
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in written}


def test_answer_columns_are_named_as_in_the_contract() -> None:
    assert export_columns(CODEBOOK.question("home_visits"), 2020) == ("home_visits",)
    assert export_columns(CODEBOOK.question("best_practices"), 2020)[-1] == "best_practices[none]"
    assert export_columns(CODEBOOK.question("tools"), 2020)[0] == "tools[advisers]"
    assert export_columns(CODEBOOK.question("party_roles"), 2020)[0] == "party_roles[municipality][lead]"


def test_a_question_whose_type_changed_keeps_the_columns_of_both() -> None:
    commitment = CODEBOOK.question("administrative_commitment")
    assert export_columns(commitment, 2020) == ("administrative_commitment",)
    assert export_columns(commitment, 2019)[0] == "administrative_commitment[council_addressed]"
    assert [used for _, used in answer_columns(commitment)] == ["boolean"] * 4 + ["varchar"]


def test_a_multiple_response_is_a_list_of_option_ids_in_its_view(small_database: Connection) -> None:
    rows = small_database.cursor().execute(
        "select municipality, best_practices from pillar_4 where wave = 2020 order by response_id"
    )
    assert rows.fetchall() == [
        ("Utrecht", ["other_municipality", "zonmw_research"]),
        ("Assen", ["none"]),
        ("Almere", None),
        ("Zwolle", ["other_municipality"]),
        ("Venlo", []),
    ]


def test_a_matrix_is_an_answer_per_item_in_its_view(small_database: Connection) -> None:
    roles, tools = (
        small_database.cursor()
        .execute(
            """
        select pillar_2.party_roles.municipality, action_line_2.tools.advisers
        from pillar_2 inner join action_line_2 using (wave, response_id)
        where wave = 2020 and response_id = 1
        """
        )
        .fetchall()[0]
    )
    assert roles == ["lead", "active"]
    assert tools == "used"


def test_every_section_has_one_row_per_respondent(small_database: Connection) -> None:
    for section in CODEBOOK.sections:
        rows = small_database.cursor().table(section.id).select("wave", "response_id").order("wave, response_id")
        assert rows.fetchall() == [
            (2019, 1),
            (2019, 2),
            (2019, 3),
            (2020, 1),
            (2020, 2),
            (2020, 3),
            (2020, 4),
            (2020, 5),
        ]


def test_every_column_says_in_dutch_what_it_holds(small_database: Connection) -> None:
    columns = small_database.cursor().execute(
        "select table_name, column_name, comment from duckdb_columns() where not internal"
    )
    silent = [f"{table}.{column}" for table, column, comment in columns.fetchall() if not (comment or "").strip()]
    assert silent == []


def test_the_column_of_a_question_carries_the_question_as_it_was_asked(small_database: Connection) -> None:
    for question in CODEBOOK.questions:
        comments = small_database.cursor().execute(
            "select comment from duckdb_columns() where table_name = ? and column_name = ?",
            [question.section, question.id],
        )
        assert comments.fetchall()[0][0].startswith(question.text)
