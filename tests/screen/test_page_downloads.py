"""The downloads on a page: shown when asked for, of what this viewer sees, made on the click."""

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from explorer.gateway.door import open_gateway
from explorer.screen import texts
from explorer.store.versions import Store
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.figures.figure import find
from pages import lines, open_page

Made = dict[str, Callable[[], bytes | str]]


pytestmark = pytest.mark.usefixtures("real_pages")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """File name → what makes the file, of every button that a page offers; the page test itself downloads nothing."""
    found: Made = {}
    button = st.download_button

    def remember(label: str, data: Callable[[], bytes | str], file_name: str, **rest: Any) -> bool:  # noqa: ANN401
        found[file_name] = data
        return button(label, data, file_name=file_name, **rest)

    monkeypatch.setattr(st, "download_button", remember)
    return found


def opened(question: str, slug: str = "sterk-netwerk", parameters: dict[str, str] | None = None) -> AppTest:
    """The page with the downloads of a question open."""
    app = open_page(slug, parameters)
    app.session_state[f"download_{question}"] = True
    return app.run()


def read_csv(content: bytes | str) -> list[dict[str, str]]:
    assert isinstance(content, bytes)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def labels(app: AppTest) -> list[str]:
    return [str(button.proto.label) for button in app.get("download_button")]


def test_downloads_stand_behind_a_quiet_link() -> None:
    app = open_page("sterk-netwerk")
    assert [one.label for one in app.expander].count(texts.DOWNLOAD) == 3
    assert labels(app) == []


def test_an_opened_link_offers_four_files() -> None:
    app = opened("coalition")
    assert not app.exception
    assert labels(app) == ["CSV", "Excel", "PNG", "SVG"]
    assert texts.DOWNLOAD_WHAT in lines(app, "base")


def test_the_files_are_named_after_the_question_and_hold_its_figures(made: Made, real_store: Store) -> None:
    opened("coalition", parameters={"provincie": "zeeland"})
    stem = "sterk-netwerk-lokale-coalitie-2020-selectie"
    assert list(made) == [f"{stem}.csv", f"{stem}.xlsx", f"{stem}.png", f"{stem}.svg"]
    gateway = open_gateway(real_store.current_path())
    figures = gateway.desk(MINISTRY).figures(Selection(waves=(2020,), questions=("coalition",), provinces=("Zeeland",)))
    expected = find(figures, "active_or_starting")
    assert expected is not None
    [row] = [
        one
        for one in read_csv(made[f"{stem}.csv"]())
        if (one["Antwoord"], one["Meting"], one["Gemeenten"])
        == ("Samen: heeft een lokale coalitie", "2020", "alle deelnemers")
    ]
    assert (row["Aantal"], row["Basis"]) == (str(expected.n), str(expected.base))
    assert row["Selectie"] == "Zeeland"


def test_the_workbook_names_the_address_and_the_version(made: Made, real_store: Store) -> None:
    opened("coalition")
    content = made["sterk-netwerk-lokale-coalitie-2020.xlsx"]()
    assert isinstance(content, bytes)
    rows = load_workbook(io.BytesIO(content))["Toelichting"].iter_rows(values_only=True)
    about = {str(name): str(text) for name, text in rows}
    assert about["Adres"].endswith("/sterk-netwerk?meting=2020&vraag=coalition")
    assert about["Versie van de database"] == real_store.current()


def test_the_picture_says_what_the_page_says(made: Made) -> None:
    opened("coalition")
    svg = made["sterk-netwerk-lokale-coalitie-2020.svg"]()
    assert isinstance(svg, str)
    assert '<title id="title">73 van de 99 gemeenten hebben een lokale coalitie</title>' in svg
    png = made["sterk-netwerk-lokale-coalitie-2020.png"]()
    assert isinstance(png, bytes)
    assert png.startswith(b"\x89PNG")


def test_the_public_takes_away_no_more_than_it_sees(made: Made) -> None:
    opened("coalition", parameters={"kijk": "openbaar", "provincie": "zeeland"})
    rows = read_csv(made["sterk-netwerk-lokale-coalitie-2020.csv"]())
    assert {(row["Gemeenten"], row["Selectie"]) for row in rows} == {("alle deelnemers", "landelijk")}


def test_a_question_that_nobody_was_asked_has_figures_but_no_picture() -> None:
    app = opened("visit_executors", "betrokkenheid", {"provincie": "fryslan", "stedelijkheid": "2"})
    assert not app.exception
    assert labels(app) == ["CSV", "Excel"]


def test_the_list_of_municipalities_can_be_taken_away(made: Made) -> None:
    app = open_page("respons", {"meting": "2020"})
    assert labels(app) == ["Download de lijst (CSV)", "Download de lijst (Excel)"]
    content = made["gemeenten-2020.csv"]()
    assert isinstance(content, bytes)
    assert "Herkomst: Alle cijfers zijn gesimuleerd." in content.decode("utf-8-sig")
    book = made["gemeenten-2020.xlsx"]()
    assert isinstance(book, bytes)
    workbook = load_workbook(io.BytesIO(book))
    assert workbook.sheetnames == ["Gemeenten", "Toelichting"]
    in_book = [row[0] for row in workbook["Gemeenten"].iter_rows(values_only=True)]
    in_csv = [line.split(";")[0].split(",")[0].strip('"') for line in content.decode("utf-8-sig").splitlines()]
    for names in (in_book, in_csv):
        assert names[names.index("'s-Gravenhage") + 1] == "Groningen"
        assert names[names.index("'s-Hertogenbosch") - 1] == "Hengelo"


def test_a_page_does_not_wait_for_what_draws_files() -> None:
    seen = "import sys, explorer.screen.parts.downloads; print(*({'vl_convert', 'xlsxwriter'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == ""
