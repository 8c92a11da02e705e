"""A survey export is read strictly: what is wrong is named with file, line and column, and nothing is guessed."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_world import ANSWERS_2020, CONTACTS, Row, wave_rows, write_csv

from explorer.errors import SourceError
from explorer.inputs.importing import Contact, Submission, read_contacts, read_wave, read_waves
from explorer.inputs.importing.contacts import COLUMNS as CONTACT_COLUMNS
from explorer.inputs.importing.wave_export import COLUMNS as RESPONDENT_COLUMNS
from explorer.paths import DATA
from explorer.survey.codebook.columns import export_columns
from explorer.survey.codebook.source import load_codebook
from explorer.survey.geography.municipalities import load_geography

CODEBOOK = load_codebook()
GEOGRAPHY = load_geography(DATA / "geo")
COLUMNS = [
    *RESPONDENT_COLUMNS,
    *(column for question in CODEBOOK.questions for column in export_columns(question, 2020)),
]
ROWS: list[Row] = wave_rows(ANSWERS_2020, 2020, CODEBOOK)


def export(folder: Path, rows: Sequence[Row], columns: list[str] = COLUMNS) -> Path:
    """``2020.csv`` with these rows."""
    path = folder / "2020.csv"
    write_csv(path, columns, rows)
    return path


def read(path: Path) -> tuple[Submission, ...]:
    return read_wave(path, 2020, CODEBOOK, GEOGRAPHY)


def refusal(path: Path) -> str:
    with pytest.raises(SourceError) as refused:
        read(path)
    return str(refused.value)


def with_cell(number: int, column: str, value: str) -> list[Row]:
    """The five rows, one cell of which is another; row 0 stands on line 2."""
    return [{**row, column: value} if place == number else row for place, row in enumerate(ROWS)]


def lines(folder: Path) -> list[str]:
    return export(folder, ROWS).read_text(encoding="utf-8").splitlines()


def written(folder: Path, *text: str) -> Path:
    path = folder / "2020.csv"
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return path


# ---- what is read


def test_five_rows_are_five_respondents(tmp_path: Path) -> None:
    utrecht, assen, *_ = responses = read(export(tmp_path, ROWS))
    assert [GEOGRAPHY.municipality(one.municipality).name for one in responses] == [
        "Utrecht",
        "Assen",
        "Almere",
        "Zwolle",
        "Venlo",
    ]
    assert (utrecht.response_id, utrecht.submitted_on) == (1, date(2020, 10, 1))
    assert utrecht.also_answered_for == ("GM0355",)  # Zeist
    assert utrecht.answers["coalition"] == "active"
    assert utrecht.answers["tools[advisers]"] == "used"
    assert utrecht.answers["best_practices[zonmw_research]"] is True
    assert utrecht.answers["best_practices[none]"] is False
    assert assen.answers["party_roles[municipality][initiator]"] is True


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gemeente Groningen", "GM0014"),
        ("Gem. Ede", "GM0228"),
        ("Beek (L.)", "GM0888"),
        ("’s-Gravenhage (gemeente)", "GM0518"),
        ("Nuenen c.a.", "GM0820"),
        ("gm0228", "GM0228"),
    ],
)
def test_a_municipality_may_be_written_as_others_write_it(tmp_path: Path, text: str, code: str) -> None:
    assert read(export(tmp_path, with_cell(1, "municipality", text)))[1].municipality == code
    contacts = contacts_from(tmp_path, [{"wave": "2020", "municipality": text, "joined_in": "2019"}])
    assert contacts[0].municipality == code


def test_empty_is_not_answered_and_all_0_is_an_answer(tmp_path: Path) -> None:
    *_, almere, _, venlo = read(export(tmp_path, ROWS))
    assert venlo.answers["coalition"] is None
    assert {venlo.answers[f"best_practices[{one.id}]"] for one in CODEBOOK.question("best_practices").options} == {
        False
    }
    assert almere.answers["best_practices[none]"] is None


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    assert read(export(tmp_path, ROWS, COLUMNS[::-1])) == read(export(tmp_path, ROWS))


def test_a_byte_order_mark_of_excel_does_no_harm(tmp_path: Path) -> None:
    path = export(tmp_path, ROWS)
    expected = read(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read(path) == expected


@pytest.mark.parametrize("spelling", ["GM0518", "Den Haag", "’s-Gravenhage", "'s gravenhage"])
def test_a_municipality_is_known_by_code_name_and_alias(tmp_path: Path, spelling: str) -> None:
    assert read(export(tmp_path, with_cell(0, "municipality", spelling)))[0].municipality == "GM0518"


# ---- the form of the file


def test_a_field_too_many_is_refused_with_its_line(tmp_path: Path) -> None:
    header, first, second, *_ = lines(tmp_path)
    message = refusal(written(tmp_path, header, first, second + ",1"))
    assert (
        message
        == f"2020.csv, regel 3: {len(COLUMNS) + 1} velden waar de kop er {len(COLUMNS)} heeft. Maak de regel gelijk."
    )


def test_a_field_too_few_is_refused_with_its_line(tmp_path: Path) -> None:
    header, first, *_ = lines(tmp_path)
    assert refusal(written(tmp_path, header, first.rpartition(",")[0])).startswith("2020.csv, regel 2: ")


def test_an_unclosed_quote_names_the_line_where_the_record_starts(tmp_path: Path) -> None:
    header, first, second, third, *_ = lines(tmp_path)
    message = refusal(written(tmp_path, header, first, second.replace("Assen", '"Assen'), third))
    assert message.startswith("2020.csv, vanaf regel 3: geen geldige CSV")
    assert "Controleer aanhalingstekens" in message


def test_a_doubled_column_is_named(tmp_path: Path) -> None:
    header, first, *_ = lines(tmp_path)
    message = refusal(written(tmp_path, header + ",coalition", first + ",active"))
    assert message == "2020.csv, regel 1: kolom coalition staat dubbel. Pas de kolomnamen aan."


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    columns = [column for column in COLUMNS if column != "coalition"]
    rows = [{name: value for name, value in row.items() if name != "coalition"} for row in ROWS]
    message = refusal(export(tmp_path, rows, columns))
    assert message == "2020.csv, regel 1: kolom coalition ontbreekt. Pas de kolomnamen aan."


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    message = refusal(export(tmp_path, ROWS, [*COLUMNS, "coalition_2"]))
    assert message == "2020.csv, regel 1: kolom coalition_2 is onbekend. Pas de kolomnamen aan."


def test_a_column_of_a_question_that_the_wave_did_not_ask_is_unknown(tmp_path: Path) -> None:
    path = export(tmp_path, ROWS)
    with pytest.raises(
        SourceError, match=r"^2020\.csv, regel 1: kolom .*covid_effect\[new_initiatives\].* is onbekend"
    ):
        read_wave(export(tmp_path, [], [*columns_2019(), "covid_effect[new_initiatives]"]), 2019, CODEBOOK, GEOGRAPHY)
    assert path.is_file()


def columns_2019() -> list[str]:
    asked = [question for question in CODEBOOK.questions if question.use_in(2019)]
    return [*RESPONDENT_COLUMNS, *(column for question in asked for column in export_columns(question, 2019))]


def test_a_byte_that_is_not_utf_8_names_its_line_also_far_into_the_file(tmp_path: Path) -> None:
    many = [{**ROWS[2], "response_id": str(number)} for number in range(1, 200)]
    path = export(tmp_path, many)
    content = path.read_bytes().replace(b"\n150,2020-10-03,Almere", b"\n150,2020-10-03,Almer\xe9")
    path.write_bytes(content)
    place = content.index(b"\xe9")
    assert place > 8192
    assert refusal(path) == f"2020.csv, regel 151: byte {place} is geen UTF-8. Sla het bestand op als CSV UTF-8."


def test_an_empty_file_and_one_with_only_a_header_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "2020.csv"
    path.write_bytes(b"")
    assert refusal(path) == "2020.csv is leeg: er is geen regel met kolomnamen."
    assert refusal(export(tmp_path, [])) == "2020.csv heeft 0 respondenten: er staat alleen een kop in."


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert "ontbreekt" in refusal(tmp_path / "2020.csv")


def test_semicolons_are_no_commas(tmp_path: Path) -> None:
    text = export(tmp_path, ROWS).read_text(encoding="utf-8")
    message = refusal(written(tmp_path, text.replace(",", ";")))
    assert message.startswith("2020.csv, regel 1: kolom response_id, submitted_on")


# ---- the values


@pytest.mark.parametrize(
    ("number", "column", "value", "why"),
    [
        (0, "coalition", "perhaps", "'perhaps' staat niet in het codeboek; kies uit active, starting, none"),
        (0, "coalition", "active,starting", "staat niet in het codeboek"),
        (3, "tools[advisers]", "1", "staat niet in het codeboek; kies uit used, known_unused, unknown"),
        (0, "best_practices[none]", "2", "'2' moet 1 (gekozen), 0 (niet gekozen) of leeg (niet beantwoord) zijn"),
        (0, "best_practices[none]", "", "'' is leeg terwijl andere antwoorden van deze vraag gevuld zijn"),
        (0, "best_practices[none]", "1", "'1' kan niet samen met een ander antwoord"),
        (0, "party_roles[municipality][informed]", "", "is leeg terwijl andere antwoorden"),
        (0, "party_roles[municipality][no_active_role]", "1", "kan niet samen met een ander antwoord"),
        (1, "response_id", "0", "is geen positief geheel getal"),
        (1, "response_id", "-1", "is geen positief geheel getal"),
        (1, "response_id", "1.0", "is geen positief geheel getal"),
        (1, "response_id", "٣", "is geen positief geheel getal"),
        (1, "response_id", "9" * 5000, "is geen positief geheel getal"),
        (1, "response_id", "1", "staat al eerder in het bestand"),
        (1, "submitted_on", "", "is geen datum als 2020-10-31"),
        (1, "submitted_on", "2020-02-31", "is geen datum als 2020-10-31"),
        (1, "submitted_on", "31-10-2020", "is geen datum als 2020-10-31"),
        (1, "submitted_on", "20201031", "is geen datum als 2020-10-31"),
        (1, "submitted_on", "2020-W44-6", "is geen datum als 2020-10-31"),
        (1, "submitted_on", "44135", "is geen datum als 2020-10-31"),
        (1, "municipality", "Utrecht", "staat al eerder in het bestand"),
        (1, "municipality", "", "Onbekende gemeente ''"),
        (1, "municipality", "Asen", "Bedoelt u"),
        (1, "municipality", "Gemeente Utrecht", "staat al eerder in het bestand"),
        (1, "municipality", "Hengelo (Gld.)", "Schrijf de officiële naam of de gemeentecode."),
        (1, "municipality", "Bergen", "kan meer dan één gemeente zijn"),
        (1, "municipality", "Dijk en Waard", "bestond niet op 1 januari 2020"),
        (1, "municipality", "Eemsdelta", "kwam voort uit Appingedam, Delfzijl en Loppersum"),
        (0, "also_answered_for", "Zeist|Zeisd", "Onbekende gemeente 'Zeisd'"),
        (0, "also_answered_for", "Zeist|", "Onbekende gemeente ''"),
    ],
)
def test_a_wrong_value_names_its_line_and_column(
    tmp_path: Path, number: int, column: str, value: str, why: str
) -> None:
    message = refusal(export(tmp_path, with_cell(number, column, value)))
    assert message.startswith(f"2020.csv, regel {number + 2}, kolom {column}: ")
    assert why in message


def test_one_municipality_under_two_spellings_is_doubled(tmp_path: Path) -> None:
    rows = [{**ROWS[0], "municipality": "Den Haag"}, {**ROWS[1], "municipality": "'s-Gravenhage"}]
    message = refusal(export(tmp_path, rows))
    assert message.startswith("2020.csv, regel 3, kolom municipality: ''s-Gravenhage' staat al eerder")


def test_a_record_over_several_lines_is_named_by_its_last_one(tmp_path: Path) -> None:
    rows = [{**ROWS[0], "also_answered_for": "Zeist|\nDe Bilt"}, {**ROWS[1], "coalition": "perhaps"}]
    assert refusal(export(tmp_path, rows)).startswith("2020.csv, regel 4, kolom coalition: ")


# ---- wild input


@given(content=st.binary(max_size=300))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_rows_or_a_dutch_refusal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "2020.csv"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"^2020\.csv"):
        read(path)


@given(start=st.floats(0, 1), length=st.integers(0, 40), replacement=st.binary(max_size=40) | st.text(max_size=20))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_export_gives_rows_or_a_dutch_refusal(
    tmp_path: Path, start: float, length: int, replacement: bytes | str
) -> None:
    path = export(tmp_path, ROWS)
    content = path.read_bytes()
    place = int(start * len(content))
    patch = replacement.encode() if isinstance(replacement, str) else replacement
    path.write_bytes(content[:place] + patch + content[place + length :])
    try:
        assert len(read(path)) <= len(ROWS) + 1
    except SourceError as refused:
        assert str(refused).startswith("2020.csv")


# The writer of the test does not quote a carriage return, so that it would end the record.
CELLS = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=30)


@given(column=st.sampled_from(COLUMNS), value=CELLS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_in_a_cell_gives_rows_or_names_the_cell(tmp_path: Path, column: str, value: str) -> None:
    path = export(tmp_path, with_cell(4, column, value))
    try:
        assert len(read(path)) == 5
    except SourceError as refused:
        question = column.partition("[")[0]
        assert f"kolom {question}" in str(refused)


# ---- contacts and waves


def contacts_from(folder: Path, rows: Sequence[Row]) -> tuple[Contact, ...]:
    path = folder / "contacts.csv"
    write_csv(path, CONTACT_COLUMNS, rows)
    return read_contacts(path, CODEBOOK, GEOGRAPHY)


def test_contacts_name_the_municipalities_that_they_stand_for(tmp_path: Path) -> None:
    contacts = contacts_from(tmp_path, list(CONTACTS))
    assert len(contacts) == 15
    utrecht = next(one for one in contacts if one.wave == 2020 and one.municipality == "GM0344")
    assert utrecht == Contact(2020, "GM0344", ("GM0355",), 2019, ())


@pytest.mark.parametrize(
    ("changes", "column", "why"),
    [
        ({"municipality": "Ede", "represents": "Ede"}, "represents", "noemt de gemeente zelf"),
        ({"municipality": "Ede", "represents": "Lutjebroek"}, "represents", "Onbekende gemeente 'Lutjebroek'"),
        ({"municipality": "Ede", "joined_in": "2021"}, "joined_in", "ligt na de meting van 2020"),
        ({"municipality": "Ede", "joined_in": ""}, "joined_in", "is geen jaartal"),
        ({"municipality": "Ede", "wave": "MMXX"}, "wave", "is geen jaartal"),
        ({"municipality": "Ede", "wave": "9" * 5000}, "wave", "is geen jaartal"),
        ({"municipality": "Ede", "wave": "2031"}, "municipality", "niet van 2031"),
        ({"municipality": "Ede", "example_for": "pillar_9"}, "example_for", "noemt een onbekend onderdeel"),
        ({"municipality": "Den Haag"}, "municipality", "staat in 2020 al eerder"),
    ],
)
def test_a_wrong_contact_names_its_line_and_column(
    tmp_path: Path, changes: dict[str, str], column: str, why: str
) -> None:
    rows = [
        {"wave": "2020", "municipality": "'s-Gravenhage", "joined_in": "2019"},
        {"wave": "2020", "joined_in": "2020", **changes},
    ]
    with pytest.raises(SourceError) as refused:
        contacts_from(tmp_path, rows)
    assert str(refused.value).startswith(f"contacts.csv, regel 3, kolom {column}: ")
    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("", "waves.csv heeft 0 metingen"),
        ("2019,okt,1\n2019,nov,1\n", "waves.csv, regel 3, kolom wave: '2019' staat al eerder"),
        ("vorig jaar,okt,1\n", "waves.csv, regel 2, kolom wave: 'vorig jaar' is geen jaartal"),
        ("2019,okt,ja\n", "waves.csv, regel 2, kolom is_simulated: 'ja' moet 0 (echt) of 1 (gesimuleerd) zijn"),
    ],
)
def test_a_wrong_wave_names_its_line_and_column(tmp_path: Path, rows: str, why: str) -> None:
    path = tmp_path / "waves.csv"
    path.write_text(f"wave,fieldwork,is_simulated\n{rows}", encoding="utf-8")
    with pytest.raises(SourceError) as refused:
        read_waves(path)
    assert str(refused.value).startswith(why)


def test_waves_come_oldest_first(tmp_path: Path) -> None:
    path = tmp_path / "waves.csv"
    path.write_text("wave,fieldwork,is_simulated\n2020,oktober 2020,0\n2019,december 2019,1\n", encoding="utf-8")
    assert [(wave.wave, wave.is_simulated) for wave in read_waves(path)] == [(2019, True), (2020, False)]


def test_the_exports_of_the_project_have_the_columns_of_the_contract() -> None:
    with (DATA / "waves" / "2020.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert set(header) == set(COLUMNS)
    assert {"home_visits", "best_practices[none]", "tools[advisers]", "party_roles[municipality][lead]"} <= set(header)
