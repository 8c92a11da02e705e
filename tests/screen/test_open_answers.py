"""Open answers: read strictly, kept out of all that leaves the ministry, and shown to who wrote them, as written."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from figure_examples import COALITION, COALITION_FIGURES, ROLES_FIGURES, TOOLS_FIGURES
from small_world import ANSWERS_2019, ANSWERS_2020, CONTACTS, list_sources, wave_rows, write_csv, write_data

from explorer.building.version import Built, build
from explorer.errors import NotAllowedError, SourceError
from explorer.gateway.answers import MunicipalityComment
from explorer.gateway.door import Gateway, open_gateway
from explorer.inputs.importing import Comment, Submission, read_wave
from explorer.inputs.importing.wave_export import COLUMNS as RESPONDENT_COLUMNS
from explorer.outputs.exports import Taken, question_about, question_picture, question_rows
from explorer.paths import DATA, QUERIES
from explorer.screen.parts.blocks import FORMS
from explorer.store.audits import AUDIT_RESULTS
from explorer.store.files import DATABASE, RELEASE, open_database, open_release
from explorer.store.versions import Store
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import ANALYST, MINISTRY, PUBLIC, Role, Viewer
from explorer.survey.codebook.columns import export_columns
from explorer.survey.codebook.source import load_codebook
from explorer.survey.figures.question import OwnComment, QuestionFigures
from explorer.survey.geography.municipalities import load_geography
from explorer.telling.charts.palette import LIGHT
from explorer.telling.sentences import own_comment_lines
from explorer.telling.tables.figures import figure_table, nonresponse_table

CODEBOOK = load_codebook()
GEOGRAPHY = load_geography(DATA / "geo")
UTRECHT, ASSEN, ALMERE = (Viewer(Role.MUNICIPALITY, code) for code in ("GM0344", "GM0106", "GM0034"))

MARK = "KANARIE7Q"
"""Stands in every open answer of the small world, and nowhere else."""

WRITTEN: Mapping[str, Mapping[str, str]] = {
    "Utrecht": {
        "coalition[comment]": f"{MARK} <b>Wij</b>, sinds 2018",
        "coalition[active][comment]": f"  Sinds 2018 {MARK}.\r\nZie “bijlage”. ",
        "party_roles[municipality][comment]": f"{MARK} Wij begonnen",
    },
    "Assen": {"coalition[comment]": f"{MARK} Assen zoekt nog", "coalition_lead[comment]": "   "},
    "Venlo": {"coalition[comment]": f"{MARK} Venlo schreef, maar koos niets"},
}


def columns_of(wave: int) -> list[str]:
    asked = [question for question in CODEBOOK.questions if question.use_in(wave)]
    return [*RESPONDENT_COLUMNS, *(column for question in asked for column in export_columns(question, wave))]


def export(folder: Path, written: Mapping[str, Mapping[str, str]], wave: int = 2020) -> Path:
    """The export of the small world, with open answers by municipality."""
    answers = ANSWERS_2020 if wave == 2020 else ANSWERS_2019
    rows = [{**row, **written.get(row["municipality"], {})} for row in wave_rows(answers, wave, CODEBOOK)]
    extra = sorted({column for row in written.values() for column in row})
    path = folder / f"{wave}.csv"
    write_csv(path, [*columns_of(wave), *extra], rows)
    return path


def read(folder: Path, written: Mapping[str, Mapping[str, str]], wave: int = 2020) -> tuple[Submission, ...]:
    return read_wave(export(folder, written, wave), wave, CODEBOOK, GEOGRAPHY)


def refusal(folder: Path, written: Mapping[str, Mapping[str, str]], wave: int = 2020) -> str:
    with pytest.raises(SourceError) as refused:
        read(folder, written, wave)
    return str(refused.value)


@dataclass(frozen=True)
class World:
    """The small world with open answers in 2020."""

    store: Store
    built: Built
    gateway: Gateway

    @property
    def version(self) -> Path:
        return self.store.current_path()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("written")
    data = write_data(folder / "data", {2019: ANSWERS_2019, 2020: ANSWERS_2020}, CONTACTS)
    export(data / "waves", WRITTEN)
    list_sources(data)
    store = Store(folder / "store")
    built = build(store, data, QUERIES)
    gateway = open_gateway(store.current_path())
    yield World(store, built, gateway)
    gateway.close()


# ---- what is read


def test_open_answers_are_read_with_the_question_and_the_place_that_they_belong_to(tmp_path: Path) -> None:
    utrecht, assen, almere, _, venlo = read(tmp_path, WRITTEN)
    assert utrecht.comments == (
        Comment("coalition", None, f"{MARK} <b>Wij</b>, sinds 2018"),
        Comment("coalition", "active", f"Sinds 2018 {MARK}.\nZie “bijlage”."),
        Comment("party_roles", "municipality", f"{MARK} Wij begonnen"),
    )
    assert assen.comments == (Comment("coalition", None, f"{MARK} Assen zoekt nog"),)
    assert almere.comments == ()
    assert [one.text for one in venlo.comments] == [f"{MARK} Venlo schreef, maar koos niets"]


def test_open_answers_change_no_other_answer(tmp_path: Path) -> None:
    with_them = [replace(one, comments=()) for one in read(tmp_path, WRITTEN)]
    assert with_them == list(read(tmp_path, {}))


def test_a_question_that_changed_its_type_takes_open_answers_in_both_waves(tmp_path: Path) -> None:
    written = {"Utrecht": {"administrative_commitment[other][comment]": "Motie"}}
    for wave in (2019, 2020):
        assert read(tmp_path, written, wave)[0].comments == (Comment("administrative_commitment", "other", "Motie"),)


def test_an_open_answer_may_have_5000_characters_of_any_script(tmp_path: Path) -> None:
    for text in ("ë" * 5000, "👩\u200d👧 عربي 中文", "a\n\nb"):
        (comment,) = read(tmp_path, {"Assen": {"coalition[comment]": text}})[1].comments
        assert comment == Comment("coalition", None, text)


# ---- what is refused


@pytest.mark.parametrize(
    ("column", "why"),
    [
        ("coalitie[comment]", "hoort bij geen vraag: het codeboek kent 'coalitie' niet. Pas de kolomnaam aan"),
        ("[comment]", "hoort bij geen vraag: het codeboek kent '' niet."),
        ("coalition[maybe][comment]", "noemt geen antwoord van de vraag coalition; kies uit active, starting, none of"),
        ("coalition[active_or_starting][comment]", "noemt geen antwoord van de vraag coalition"),
        ("coalition[][comment]", "noemt geen antwoord van de vraag coalition"),
        ("coalition[comment][comment]", "noemt geen antwoord van de vraag coalition"),
        ("tools[used][comment]", "noemt geen onderwerp van de vraag tools; kies uit advisers, guide"),
        ("party_roles[municipality][lead][comment]", "noemt geen onderwerp van de vraag party_roles"),
    ],
)
def test_a_column_of_open_answers_that_belongs_nowhere_is_named(tmp_path: Path, column: str, why: str) -> None:
    message = refusal(tmp_path, {"Utrecht": {column: ""}})
    assert message.startswith(f"2020.csv, regel 1: kolom {column} {why}")


def test_an_open_answer_to_a_question_that_the_wave_did_not_ask_is_refused(tmp_path: Path) -> None:
    message = refusal(tmp_path, {"Utrecht": {"budget[comment]": "Ja"}}, 2019)
    assert message == (
        "2019.csv, regel 1: kolom budget[comment] hoort bij een vraag die in 2019 niet gesteld is. Laat de kolom weg."
    )


@pytest.mark.parametrize("column", ["coalition_comment", "coalition[Comment]", "coalition[comment] ", "opmerking"])
def test_any_other_column_is_unknown_as_before(tmp_path: Path, column: str) -> None:
    message = refusal(tmp_path, {"Utrecht": {column: "", "coalitie[comment]": ""}})
    assert message == f"2020.csv, regel 1: kolom {column} is onbekend. Pas de kolomnamen aan."


def test_a_text_that_is_too_long_is_refused_without_repeating_it(tmp_path: Path) -> None:
    message = refusal(tmp_path, {"Assen": {"coalition[comment]": "a" * 5001}})
    assert message == (
        "2020.csv, regel 3, kolom coalition[comment]: het open antwoord heeft 5.001 tekens; 5.000 is het meeste. "
        "Kort het in."
    )


@pytest.mark.parametrize("character", ["\x00", "\x07", "\t", "\x1b", "\x7f", "\x85", "\u202e", "\u2066"])
def test_a_character_that_steers_is_refused(tmp_path: Path, character: str) -> None:
    message = refusal(tmp_path, {"Assen": {"coalition[comment]": f"een{character}twee"}})
    assert message == (
        f"2020.csv, regel 3, kolom coalition[comment]: het open antwoord bevat stuurteken U+{ord(character):04X}. "
        "Haal het weg."
    )


# ---- the database


def test_the_database_holds_one_row_per_respondent_and_open_answer(world: World) -> None:
    assert world.built.rows["comment"] == 5
    with closing(open_database(world.version / DATABASE)) as connection:
        rows = connection.execute("select wave, response_id, question, place from comment order by all").fetchall()
    assert rows == [
        (2020, 1, "coalition", "active"),
        (2020, 1, "coalition", None),
        (2020, 1, "party_roles", "municipality"),
        (2020, 2, "coalition", None),
        (2020, 5, "coalition", None),
    ]


def test_without_open_answers_the_table_is_empty(small: Gateway) -> None:
    assert small.desk(MINISTRY).all_comments(Selection()) == ()


def test_every_column_of_the_table_says_in_dutch_what_it_holds(world: World) -> None:
    with closing(open_database(world.version / DATABASE)) as connection:
        comments = connection.execute("select comment from duckdb_columns() where table_name = 'comment'").fetchall()
    assert all(text for (text,) in comments)


def test_no_open_answer_is_in_the_release(world: World) -> None:
    files = [path for path in world.version.rglob("*") if path.is_file()]
    assert [path.name for path in files if MARK.encode() in path.read_bytes()] == [DATABASE]
    released = tables_of_release(world.version)
    assert "release_figure" in released
    assert "comment" not in released
    assert MARK not in str(released)


def test_open_answers_leave_the_release_and_its_audit_as_they_are(world: World, small_store: Store) -> None:
    with_them, without = world.version, small_store.current_path()
    assert tables_of_release(with_them) == tables_of_release(without)
    assert audited(with_them) == audited(without)


def tables_of_release(version: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Name → rows of every table and view that leaves the ministry."""
    release = open_release(version / RELEASE)
    try:
        names = release.execute("select table_name from information_schema.tables order by all").fetchall()
        return {name: release.execute(f"select * from {name} order by all").fetchall() for (name,) in names}  # noqa: S608
    finally:
        release.close()


def audited(version: Path) -> list[str]:
    """The problems that the audit solved, each by the hash of all that it depends on."""
    return [unit["key"] for unit in json.loads((version / AUDIT_RESULTS).read_text(encoding="utf-8"))]


# ---- the gateway


def test_a_municipality_reads_what_it_wrote_itself_and_nothing_else(world: World) -> None:
    found = world.gateway.desk(UTRECHT).own_comments(Selection())
    assert [(one.wave, one.municipality, one.question, one.place) for one in found] == [
        (2020, "GM0344", "coalition", None),
        (2020, "GM0344", "coalition", "active"),
        (2020, "GM0344", "party_roles", "municipality"),
    ]
    assert world.gateway.desk(ASSEN).own_comments(Selection(questions=("coalition",))) == (
        MunicipalityComment(2020, "GM0106", "coalition", None, f"{MARK} Assen zoekt nog"),
    )
    assert world.gateway.desk(ASSEN).own_comments(Selection(questions=("party_roles",))) == ()
    assert world.gateway.desk(ASSEN).own_comments(Selection(waves=(2019,))) == ()
    assert world.gateway.desk(ALMERE).own_comments(Selection()) == ()


def test_filters_do_not_widen_what_a_municipality_reads(world: World) -> None:
    asked = Selection(provinces=("Drenthe",), urbanity=(2,))
    assert {one.municipality for one in world.gateway.desk(UTRECHT).own_comments(asked)} == {"GM0344"}


@pytest.mark.parametrize("viewer", [PUBLIC, MINISTRY, ANALYST])
def test_who_is_no_municipality_has_no_open_answers_of_its_own(world: World, viewer: Viewer) -> None:
    with pytest.raises(NotAllowedError, match="heeft alleen een gemeente"):
        world.gateway.desk(viewer).own_comments(Selection())


@pytest.mark.parametrize("viewer", [MINISTRY, ANALYST])
def test_the_ministry_reads_who_wrote_what_within_its_filters(world: World, viewer: Viewer) -> None:
    def authors(selection: Selection) -> list[str]:
        return [one.municipality for one in world.gateway.desk(viewer).all_comments(selection)]

    assert authors(Selection()) == ["GM0106", "GM0344", "GM0344", "GM0344", "GM0983"]
    assert authors(Selection(provinces=("Drenthe",))) == ["GM0106"]
    assert authors(Selection(urbanity=(2,), sections=("pillar_2",))) == ["GM0106", "GM0983"]
    assert authors(Selection(questions=("party_roles",))) == ["GM0344"]
    assert authors(Selection(waves=(2019,))) == []


@pytest.mark.parametrize("viewer", [PUBLIC, UTRECHT])
def test_others_than_the_ministry_do_not_read_who_wrote_what(world: World, viewer: Viewer) -> None:
    with pytest.raises(NotAllowedError, match="alleen voor het ministerie"):
        world.gateway.desk(viewer).all_comments(Selection())


def test_where_only_the_release_is_nobody_has_open_answers(world: World, tmp_path: Path) -> None:
    shutil.copytree(
        world.version, tmp_path / world.version.name, ignore=shutil.ignore_patterns("explorer.duckdb", "ministry.json")
    )
    alone = open_gateway(tmp_path / world.version.name)
    assert alone.desk(UTRECHT).own_comments(Selection()) == ()


# ---- in words


def test_an_open_answer_is_quoted_with_what_it_belongs_to() -> None:
    coalition = replace(COALITION_FIGURES, own_comments=(OwnComment(None, "Ja."), OwnComment("none", "Nog niet")))
    assert own_comment_lines(coalition) == (
        "U schreef: “Ja.”",
        f"U schreef bij ‘{COALITION.label_of('none')}’: “Nog niet”",
    )
    roles = replace(ROLES_FIGURES, own_comments=(OwnComment("financial_sector", "De bank"),))
    assert own_comment_lines(roles) == ("U schreef bij ‘Financiële sector, zoals banken’: “De bank”",)
    assert own_comment_lines(COALITION_FIGURES) == ()


@pytest.mark.parametrize("qf", [COALITION_FIGURES, ROLES_FIGURES, TOOLS_FIGURES], ids=lambda qf: qf.question.id)
def test_no_picture_table_or_file_changes_by_an_open_answer(qf: QuestionFigures) -> None:
    written = replace(qf, own_comments=(OwnComment(None, MARK),))
    assert all_made_of(written) == all_made_of(qf)
    assert MARK not in str(all_made_of(written))


def all_made_of(qf: QuestionFigures) -> list[object]:
    """What a reader sees in a picture or a table, and what a file is made of."""
    draw, describe = FORMS[qf.question.type]
    taken = Taken(CODEBOOK.section(qf.question.section), Selection((2020,)), "address", "version", date(2026, 11, 24))
    return [
        draw(qf, LIGHT),
        describe(qf),
        figure_table(qf),
        nonresponse_table([qf], CODEBOOK),
        question_rows(qf, taken),
        question_about(qf, taken),
        question_picture(qf, taken, draw, describe),
    ]
