"""The page Verantwoording as each viewer opens it."""

import re
from collections import Counter
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from explorer.gateway.door import Gateway
from explorer.inputs.printed import load_printed, load_readings
from explorer.inputs.printed.contradictions import load_contradictions
from explorer.inputs.sources import load_sources
from explorer.paths import DATA
from explorer.screen.subjects.verantwoording import table_rows
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC, Viewer
from explorer.telling.accountability import Verdict, reconcile
from pages import headings, lines, open_page, title

VIEWERS = [pytest.param("vws", MINISTRY, id="ministry"), pytest.param("openbaar", PUBLIC, id="public")]


pytestmark = pytest.mark.usefixtures("real_pages")


def shown_rows(app: AppTest) -> list[tuple[str, ...]]:
    """The rows of all tables, as they stand on the page."""
    return [tuple(row) for table in app.table for row in table.value.itertuples(index=False)]


def expected_rows(gateway: Gateway, viewer: Viewer) -> list[tuple[str, ...]]:
    figures = list(gateway.desk(viewer).figures(Selection()))
    if viewer.sees_all_figures:
        figures += gateway.desk(viewer).figures(Selection(population=Population.PANEL))
    rows = reconcile(
        load_printed(DATA / "published_figures.csv"),
        load_readings(DATA / "readings.yml"),
        gateway.facts.reference.codebook,
        figures,
        sees_panel=viewer.sees_all_figures,
    )
    return [tuple(row.values()) for row in table_rows(rows)]


def said(app: AppTest) -> str:
    """All running text and all HTML of the page, without its markup."""
    bodies = [str(one.value) for one in app.markdown]
    bodies += [re.sub(r"<[^>]*>", " ", str(one.proto.body)) for one in app.get("html")]
    return unescape(" ".join(bodies))


@pytest.mark.parametrize(("name", "viewer"), VIEWERS)
def test_every_printed_row_stands_on_the_page_once_with_its_verdict(name: str, viewer: Viewer, real: Gateway) -> None:
    app = open_page("verantwoording", {"kijk": name})
    assert not app.exception
    assert title(app) == "Hoe deze cijfers tot stand kwamen"
    assert len(shown_rows(app)) == 179
    assert Counter(shown_rows(app)) == Counter(expected_rows(real, viewer))
    assert all(re.match(r"\*\*(Klopt|Tegenspraak|Alleen ministerie)\.\*\*", row[-1]) for row in shown_rows(app))


@pytest.mark.parametrize(("verdict", "rows"), [(Verdict.EQUAL, 156), (Verdict.CONTRADICTION, 23)])
def test_a_filter_leaves_the_rows_with_that_verdict(verdict: Verdict, rows: int) -> None:
    app = open_page("verantwoording")
    app.radio[0].set_value(verdict).run()
    assert len(shown_rows(app)) == rows
    assert all(row[-1].startswith(f"**{verdict.capitalize()}.**") for row in shown_rows(app))


def test_a_verdict_that_no_row_has_says_so() -> None:
    app = open_page("verantwoording")
    app.radio[0].set_value(Verdict.NOT_COMPUTABLE).run()
    assert shown_rows(app) == []
    assert "Er is geen regel met dit oordeel." in said(app)


def test_the_filter_counts_its_rows() -> None:
    ministry, public = open_page("verantwoording"), open_page("verantwoording", {"kijk": "openbaar"})
    assert ministry.radio[0].options == ["Alles (179)", "Klopt (156)", "Tegenspraak (23)", "Niet te berekenen (0)"]
    assert public.radio[0].options[-1] == "Alleen ministerie (31)"


@pytest.mark.parametrize("name", ["vws", "openbaar"])
def test_every_contradiction_stands_there_with_both_sides_and_the_reading(name: str) -> None:
    app = open_page("verantwoording", {"kijk": name})
    topics, text = [str(one.value) for one in app.subheader], said(app)
    assert len(load_contradictions(DATA)) == 26
    for one in load_contradictions(DATA):
        assert topics.count(one.topic) == 1
        assert one.first in text
        assert one.second in text
        assert one.reading in text


def test_the_table_of_contents_leads_to_every_section() -> None:
    app = open_page("verantwoording")
    contents = next(str(one.value) for one in app.markdown if "Op deze pagina" in str(one.value))
    links = re.findall(r"\[(.+?)\]\(#(.+?)\)", contents)
    assert [heading for heading, _ in links] == headings(app)
    assert [anchor for _, anchor in links] == [one.proto.anchor for one in app.header]


def test_a_municipality_reads_in_about_a_hundred_words_what_others_see_of_it(real: Gateway) -> None:
    told = [str(one.value) for one in open_page("verantwoording").markdown]
    start = next(place for place, text in enumerate(told) if text.startswith("De antwoorden van een gemeente zijn"))
    words = sum(len(paragraph.split()) for paragraph in told[start : start + 2])
    assert 90 <= words <= 130
    shares = real.desk(PUBLIC).shares
    assert f"Van de {shares.pairs} combinaties van een vraag, een groep en een meting" in told[start + 2]
    assert f"tonen we er {shares.pairs_shown} precies of binnen 6 procentpunten" in told[start + 2]


def test_every_source_is_named_with_maker_licence_and_address() -> None:
    text = said(open_page("verantwoording"))
    for source in load_sources(DATA):
        assert source.about in text
        assert f"Licentie: {source.licence}" in text
        assert source.address in text
    assert "CBS en Kadaster" in text


def test_filters_change_nothing_but_the_line_that_says_so(real: Gateway) -> None:
    app = open_page("verantwoording", {"provincie": "zeeland"})
    assert Counter(shown_rows(app)) == Counter(expected_rows(real, MINISTRY))
    assert any("tellen uw filters niet" in line for line in lines(app, "base"))
    assert not any("tellen uw filters niet" in line for line in lines(open_page("verantwoording"), "base"))
