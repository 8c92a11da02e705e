"""Files to take away: numbers stay numbers, no cell becomes a formula, and each file says where it comes from."""

import csv
import importlib.util
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from figure_examples import (
    COALITION_FIGURES,
    EMPTY_FIGURES,
    NETWORK,
    ROLES_FIGURES,
    ROUTES_FIGURES,
    SMALL_FIGURES,
    TOOLS_FIGURES,
    WITHHELD_FIGURES,
)
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from explorer.gateway.door import Gateway
from explorer.outputs.exports import (
    ExportRow,
    Picture,
    Taken,
    csv_file,
    file_stem,
    picture_png,
    picture_svg,
    question_about,
    question_picture,
    question_rows,
    workbook,
)
from explorer.outputs.exports.picture import FONTS
from explorer.outputs.exports.question import Describe, Draw
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.figures.figure import Figure, Origin
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.charts.heat import heat
from explorer.telling.charts.stacked import stacked
from explorer.telling.charts.tracks import tracks
from explorer.telling.sentences.pictures import heat_alt, stacked_alt, tracks_alt
from explorer.telling.subjects.questions import question_figures

DAY = date(2026, 11, 24)
ADDRESS = "http://localhost/sterk-netwerk?meting=2020&vraag=coalition"
VERSION = "20261124T080000Z-0123abcd"
TAKEN = Taken(NETWORK, Selection(waves=(2020,)), ADDRESS, VERSION, DAY)
COLUMNS = (
    "Onderdeel;Vraag;Onderwerp;Antwoord;Soort;Meting;Gemeenten;Selectie;Aantal;Basis;Percentage;Opmerking;Herkomst;"
    "Aantal in het rapport;Basis in het rapport;Percentage in het rapport;Aantal minimaal;Aantal maximaal"
)
IN_REPORT = ("Aantal in het rapport", "Basis in het rapport", "Percentage in het rapport")
SVG = "{http://www.w3.org/2000/svg}"

FORMS: dict[str, tuple[QuestionFigures, Draw, Describe]] = {
    "tracks and dumbbell": (COALITION_FIGURES, tracks, tracks_alt),
    "tracks": (ROUTES_FIGURES, tracks, tracks_alt),
    "small": (SMALL_FIGURES, tracks, tracks_alt),
    "heat": (ROLES_FIGURES, heat, heat_alt),
    "stacked": (TOOLS_FIGURES, stacked, stacked_alt),
}

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
FORMULAS = st.builds(str.__add__, st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", "＝"]), ANY_TEXT)
# A workbook is XML, which has no other control characters than these.
SHEET_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)
SHEET_FORMULAS = st.builds(str.__add__, st.sampled_from(["=", "+", "-", "@", "＝"]), SHEET_TEXT)


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def sheet(content: bytes, name: str) -> Worksheet:
    found = load_workbook(io.BytesIO(content))[name]
    assert isinstance(found, Worksheet)
    return found


def about_of(content: bytes) -> dict[str, str]:
    """The second sheet: name → text."""
    rows = sheet(content, "Toelichting").iter_rows(values_only=True)
    return {str(name): str(text) for name, text in rows}


def shown(figures: QuestionFigures) -> tuple[Figure, ...]:
    return (*figures.now, *figures.before, *figures.panel_now, *figures.panel_before)


# ---- what a row says


def test_every_figure_of_the_page_is_one_row() -> None:
    rows = question_rows(COALITION_FIGURES, TAKEN)
    assert [(row["Aantal"], row["Basis"]) for row in rows] == [(one.n, one.base) for one in shown(COALITION_FIGURES)]
    assert [row["Meting"] for row in rows] == [2020] * 4 + [2019] * 4 + [2020] * 4 + [2019] * 4
    assert {row["Gemeenten"] for row in rows[:8]} == {"alle deelnemers"}
    assert {row["Gemeenten"] for row in rows[8:]} == {"deden beide jaren mee"}


def test_a_row_names_its_question_its_answer_and_its_origin() -> None:
    row = question_rows(COALITION_FIGURES, TAKEN)[3]
    assert dict(row) == {
        "Onderdeel": "Sterk netwerk",
        "Vraag": "Is er een lokale coalitie tegen eenzaamheid?",
        "Onderwerp": None,
        "Antwoord": "Samen: heeft een lokale coalitie",
        "Soort": "antwoorden samen",
        "Meting": 2020,
        "Gemeenten": "alle deelnemers",
        "Selectie": "landelijk",
        "Aantal": 73,
        "Basis": 99,
        "Percentage": Decimal("73.7"),
        "Opmerking": None,
        "Herkomst": "rapport 2020",
        "Aantal in het rapport": "ja",
        "Basis in het rapport": "ja",
        "Percentage in het rapport": "ja",
        "Aantal minimaal": None,
        "Aantal maximaal": None,
    }


def test_a_row_of_a_matrix_names_its_item_and_a_cross_the_net_it_counts_within() -> None:
    row = question_rows(ROLES_FIGURES, TAKEN)[-1]
    assert row["Onderwerp"] == "Gemeente"
    assert row["Antwoord"] == "Ook kartrekker (van partijen die actief bijdragen of acties starten)"
    assert (row["Soort"], row["Aantal"], row["Basis"]) == ("deel van een antwoord", 35, 60)


@pytest.mark.parametrize(
    ("printed", "differing", "told"),
    [
        ((), (), ("", "", "")),
        (("n",), (), ("ja", "", "")),
        (("base",), (), ("", "ja", "")),
        (("pct",), (), ("", "", "ja")),
        (("n", "base"), ("pct",), ("ja", "ja", "ander getal")),
        (("n",), ("n", "base"), ("ja; ander getal", "ander getal", "")),
    ],
)
def test_a_row_says_of_each_number_whether_the_report_prints_it(
    printed: tuple[str, ...], differing: tuple[str, ...], told: tuple[str, str, str]
) -> None:
    first, *others = COALITION_FIGURES.now
    signed = replace(COALITION_FIGURES, now=(replace(first, printed=printed, differing=differing), *others))
    row = question_rows(signed, TAKEN)[0]
    assert tuple(row[name] for name in IN_REPORT) == told


def test_the_last_columns_say_what_the_report_prints_of_real_figures(real: Gateway) -> None:
    """Of the week of 2019 the report prints 53 municipalities and 82 %; 53 of 64 is 83 %."""
    codebook = real.facts.reference.codebook
    selection = Selection(waves=(2020,))
    [week] = question_figures(real.desk(MINISTRY), selection, [codebook.question("week_participation")])
    rows = {
        (row["Meting"], row["Gemeenten"], row["Antwoord"]): tuple(row[name] for name in IN_REPORT)
        for row in question_rows(week, replace(TAKEN, section=codebook.section("action_line_1")))
    }
    assert rows[2020, "alle deelnemers", "Ja"] == ("ja", "ja", "ja")
    assert rows[2019, "alle deelnemers", "Ja"] == ("ja", "", "ander getal")
    assert rows[2020, "deden beide jaren mee", "Ja"] == ("ja", "", "")
    assert rows[2020, "alle deelnemers", "Nee"] == ("", "", "")


def test_every_place_of_a_selection_is_named() -> None:
    selection = Selection(provinces=("Groningen", "Fryslân", "Drenthe", "Overijssel"), urbanity=(1, 2))
    row = question_rows(COALITION_FIGURES, replace(TAKEN, selection=selection))[0]
    assert row["Selectie"] == "Groningen, Fryslân, Drenthe en Overijssel, zeer sterk stedelijk en sterk stedelijk"


@pytest.mark.parametrize(
    ("figures", "counts", "remark"),
    [
        (SMALL_FIGURES, (3, 8), "Minder dan 10 antwoorden: alleen aantallen."),
        (EMPTY_FIGURES, (0, 0), "Geen gemeente gaf antwoord."),
        (WITHHELD_FIGURES, (None, None), "Niet getoond: te weinig antwoorden."),
    ],
)
def test_a_row_without_a_percentage_says_why(
    figures: QuestionFigures, counts: tuple[int | None, int | None], remark: str
) -> None:
    row = question_rows(figures, TAKEN)[0]
    assert (row["Aantal"], row["Basis"]) == counts
    assert (row["Percentage"], row["Opmerking"]) == (None, remark)


# ---- CSV


def test_a_csv_opens_in_a_dutch_spreadsheet() -> None:
    content = csv_file(question_rows(COALITION_FIGURES, TAKEN))
    assert content.startswith(b"\xef\xbb\xbf")
    header, first, *_ = content.decode("utf-8-sig").split("\r\n")
    assert header == COLUMNS
    assert first.endswith(";2020;alle deelnemers;landelijk;34;99;34,3;;gesimuleerd;;;;;")


def test_what_is_written_to_a_csv_is_read_back() -> None:
    read = read_csv(csv_file(question_rows(SMALL_FIGURES, TAKEN)))
    assert [(row["Aantal"], row["Basis"], row["Percentage"]) for row in read] == [("3", "8", ""), ("5", "8", "")]


def test_thousands_have_no_point_in_a_csv() -> None:
    assert csv_file([{"Aantal": 1234, "Deel": Decimal("1234.5")}]).decode("utf-8-sig").split("\r\n")[1] == "1234;1234,5"


@given(text=FORMULAS)
def test_no_text_becomes_a_formula_in_a_csv(text: str) -> None:
    [row] = csv.reader(
        io.StringIO(csv_file([{"a": text}]).decode("utf-8-sig").split("\r\n", 1)[1], newline=""), delimiter=";"
    )
    assert row == [f"'{text}"]


# ---- Excel


def test_numbers_are_numbers_in_a_workbook_and_equal_the_figures() -> None:
    content = workbook(
        "Cijfers", question_rows(COALITION_FIGURES, TAKEN), question_about(COALITION_FIGURES, TAKEN), DAY
    )
    header, *rows = sheet(content, "Cijfers").iter_rows(values_only=True)
    assert header == tuple(COLUMNS.split(";"))
    read = [(row[5], row[8], row[9], row[10]) for row in rows]
    assert read == [(one.wave, one.n, one.base, float(one.pct or 0)) for one in shown(COALITION_FIGURES)]
    assert all(isinstance(one, int | float) for row in read for one in row)


def test_a_cell_without_a_number_is_empty_in_a_workbook() -> None:
    content = workbook("Cijfers", question_rows(WITHHELD_FIGURES, TAKEN), [], DAY)
    first = [cell.value for cell in sheet(content, "Cijfers")[2]]
    assert first[8:12] == [None, None, None, "Niet getoond: te weinig antwoorden."]


def test_the_header_of_a_workbook_stays_in_sight() -> None:
    found = sheet(workbook("Cijfers", question_rows(ROLES_FIGURES, TAKEN), [], DAY), "Cijfers")
    assert found.freeze_panes == "A2"
    assert found.column_dimensions["D"].width > found.column_dimensions["I"].width


@settings(deadline=None, max_examples=50)
@given(text=SHEET_FORMULAS)
def test_no_text_becomes_a_formula_in_a_workbook(text: str) -> None:
    cell = sheet(workbook("Cijfers", [{"a": text}], [("b", text)], DAY), "Cijfers")["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@settings(deadline=None, max_examples=50)
@given(text=SHEET_TEXT)
def test_whatever_stands_in_a_workbook_comes_out_of_it(text: str) -> None:
    assert sheet(workbook("Cijfers", [{"a": text, "b": 1}], [], DAY), "Cijfers")["A2"].value == text


def test_the_second_sheet_says_where_the_numbers_come_from() -> None:
    selection = Selection(waves=(2020,), provinces=("Zeeland",))
    taken = replace(TAKEN, selection=selection)
    content = workbook(
        "Cijfers", question_rows(COALITION_FIGURES, taken), question_about(COALITION_FIGURES, taken), DAY
    )
    about = about_of(content)
    assert about["Bron"] == "Verkenner van de benchmark Eén tegen eenzaamheid"
    assert about["Vraag"] == "Is er een lokale coalitie tegen eenzaamheid?"
    assert about["Bevinding"] == "73 van de 99 gemeenten hebben een lokale coalitie."
    assert (about["Meting"], about["Gemeenten"], about["Selectie"]) == ("2020", "Alle deelnemers", "Zeeland")
    assert about["Herkomst"] == "● staat in het rapport van 2020; de andere cijfers zijn gesimuleerd."
    assert (about["Adres"], about["Versie van de database"]) == (ADDRESS, VERSION)
    assert about["Gedownload op"] == "24 november 2026"


def test_the_second_sheet_says_why_there_is_no_comparison() -> None:
    assert dict(question_about(ROLES_FIGURES, TAKEN))["Vergelijking"] == (
        "Geen vergelijking met 2019: in 2019 golden andere groepen van partijen."
    )


def test_of_a_real_wave_the_second_sheet_says_that_municipalities_answered() -> None:
    observed = tuple(replace(one, origin=Origin.OBSERVED) for one in ROUTES_FIGURES.now)
    about = dict(question_about(replace(ROUTES_FIGURES, now=observed), TAKEN))
    assert about["Herkomst"] == "Alle cijfers zijn antwoorden van gemeenten."


def test_the_same_figures_give_the_same_workbook() -> None:
    rows: list[ExportRow] = question_rows(COALITION_FIGURES, TAKEN)
    assert workbook("Cijfers", rows, [], DAY) == workbook("Cijfers", rows, [], DAY)


def test_a_workbook_of_real_questions_equals_what_the_gateway_gives(real: Gateway) -> None:
    selection = Selection(waves=(2020,), provinces=("Noord-Brabant",))
    for figures in question_figures(
        real.desk(MINISTRY), selection, real.facts.reference.codebook.questions_of("pillar_2")
    ):
        taken = replace(TAKEN, section=real.facts.reference.codebook.section("pillar_2"), selection=selection)
        content = workbook("Cijfers", question_rows(figures, taken), question_about(figures, taken), DAY)
        read = [(row[8], row[9]) for row in list(sheet(content, "Cijfers").iter_rows(values_only=True))[1:]]
        assert read == [(one.n, one.base) for one in shown(figures)]


# ---- pictures


def picture(form: str, taken: Taken = TAKEN) -> Picture:
    figures, draw, describe = FORMS[form]
    found = question_picture(figures, taken, draw, describe)
    assert found is not None
    return found


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own text


def texts_of(svg: str) -> str:
    """All texts that are drawn, with single spaces."""
    lines = ["".join(one.itertext()) for one in parsed(svg).iter() if one.tag in (f"{SVG}text", f"{SVG}tspan")]
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("form", FORMS)
def test_a_png_is_twice_700_px_wide_and_has_nothing_in_its_margins(form: str) -> None:
    image = Image.open(io.BytesIO(picture_png(picture(form)))).convert("L")
    assert (image.format, image.width) == (None, 1400)
    dark = image.point(lambda value: 255 if value < 250 else 0).getbbox()
    assert dark is not None
    left, top, right, bottom = dark
    assert left >= 40
    assert right <= 1400 - 40
    assert top >= 40
    assert bottom <= image.height - 40


@pytest.mark.parametrize("form", FORMS)
def test_an_svg_says_in_text_what_it_shows(form: str) -> None:
    made = picture(form)
    root = parsed(picture_svg(made))
    assert (root.tag, root.get("width"), root.get("role")) == (f"{SVG}svg", "700", "img")
    assert root.findtext(f"{SVG}title") == made.title
    assert root.findtext(f"{SVG}desc") == made.description
    assert FORMS[form][2](FORMS[form][0]) in made.description


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_carries_its_finding_question_selection_base_and_origin(form: str) -> None:
    drawn = texts_of(picture_svg(picture(form)))
    figures = FORMS[form][0]
    assert "Pijler 2 · meting 2020 · landelijk" in drawn
    assert picture(form).title in drawn
    assert figures.question.text in drawn
    assert "Basis:" in drawn
    assert "gesimuleerd" in drawn
    assert "Bron: Verkenner van de benchmark Eén tegen eenzaamheid, 24 november 2026." in drawn


def test_what_looks_like_markup_stays_text_in_an_svg() -> None:
    made = replace(picture("tracks"), title='5 < 6 & "7" <script>', description="a > b & c")
    root = parsed(picture_svg(made))
    assert root.findtext(f"{SVG}title") == '5 < 6 & "7" <script>'
    assert root.findtext(f"{SVG}desc") == "a > b & c"


def test_a_picture_of_a_panel_shows_both_comparisons() -> None:
    drawn = texts_of(picture_svg(picture("tracks and dumbbell")))
    assert "Dezelfde 43 gemeenten." in drawn
    assert "27 → 35" in drawn


@pytest.mark.parametrize("figures", [EMPTY_FIGURES, WITHHELD_FIGURES])
def test_there_is_no_picture_of_nothing(figures: QuestionFigures) -> None:
    assert question_picture(figures, TAKEN, tracks, tracks_alt) is None


def test_a_long_finding_is_broken_over_lines() -> None:
    made = replace(picture("tracks"), title="Meest gekozen: " + ", ".join(["een heel lang antwoord"] * 6))
    assert made.title in texts_of(picture_svg(made))
    assert Image.open(io.BytesIO(picture_png(made))).width == 1400


def test_a_picture_fetches_nothing() -> None:
    far = replace(
        picture("tracks"), charts=({**picture("tracks").charts[0], "data": {"url": "http://localhost:1/x.json"}},)
    )
    with pytest.raises(ValueError, match=r"x\.json"):
        picture_svg(far)


# ---- fonts


def make_fonts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_fonts", Path("docs/make_fonts.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_fonts_are_those_that_the_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = make_fonts()
    monkeypatch.setattr(script, "FONTS", tmp_path)
    script.main()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in FONTS.iterdir())
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (FONTS / path.name).read_bytes()


@pytest.mark.parametrize("style", ["Regular", "SemiBold"])
def test_the_fonts_have_every_letter_of_the_codebook_and_the_marks(style: str) -> None:
    letters = set(Path("data/codebook.yaml").read_text(encoding="utf-8")) | set("●→−·–—‘’%\N{NO-BREAK SPACE}")
    known = TTFont(FONTS / f"VerkennerSans-{style}.ttf").getBestCmap()
    assert {letter for letter in letters if letter != "\n" and ord(letter) not in known} == set()


# ---- names of files


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), "sterk-netwerk-lokale-coalitie-2020"),
        (Selection(population=Population.PANEL), "sterk-netwerk-lokale-coalitie-2020-beide-jaren"),
        (Selection(population=Population.NEW, urbanity=(1,)), "sterk-netwerk-lokale-coalitie-2020-nieuw-selectie"),
        (Selection(provinces=("Zeeland",)), "sterk-netwerk-lokale-coalitie-2020-selectie"),
    ],
)
def test_a_file_is_named_after_its_section_question_and_wave(selection: Selection, expected: str) -> None:
    assert file_stem(NETWORK, COALITION_FIGURES.question, 2020, selection) == expected


def test_the_file_of_a_group_does_not_have_the_name_of_that_of_the_whole_country() -> None:
    whole, north = (
        file_stem(NETWORK, COALITION_FIGURES.question, 2020, Selection(group=one)) for one in (None, "noord")
    )
    assert (whole, north) == ("sterk-netwerk-lokale-coalitie-2020", "sterk-netwerk-lokale-coalitie-2020-selectie")


def test_a_name_has_no_accents_or_signs() -> None:
    question = replace(COALITION_FIGURES.question, short="Eén idee (of: cliënten)?")
    assert file_stem(NETWORK, question, 2020, Selection()) == "sterk-netwerk-een-idee-of-clienten-2020"
