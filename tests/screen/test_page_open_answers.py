"""A municipality reads its own open answers under its own answer, letter by letter, and nobody else reads them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from browser import open_page as visit
from browser import serving, watched_page
from playwright.sync_api import Browser
from sealing import seal
from streamlit.testing.v1 import AppTest

from explorer.screen.frame.session import opened
from explorer.store.files import DATABASE
from explorer.store.versions import Store
from pages import lines, open_page

MARK = "KANARIE7Q"
"""Stands in every open answer, and nowhere else."""

HOSTILE = (
    "<script>window.kanarie = 1</script>",
    '<img src="x" onerror="window.kanarie = 2">',
    "[x](javascript:alert(1))",
    "$\\frac{1}{2}$",
    ":red[rood] :material/home:",
    "**x** _y_ `z`",
    "# kop\n- punt\n\n&lt;b&gt; &amp;",
    "a" * 200,
)
"""What HTML, markdown, formulas and Streamlit's own marks would make something else of; and a word without an end."""

SHOWN = f"{MARK} " + " ".join(HOSTILE)
IN_UTRECHT = ((None, SHOWN), ("active", f"Sinds 2018 {MARK}.\nZie “bijlage”."))
IN_AMSTERDAM = ((None, f"{MARK} Amsterdam zoekt nog"),)
IN_SILENCE = ((None, f"{MARK} schreef, maar koos niets"),)


@dataclass(frozen=True)
class Screen:
    """The project's own data with open answers to the question about coalitions, and who skipped that question."""

    store: Path
    silent: str


@pytest.fixture(scope="module")
def written_store(real_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Screen:
    folder = tmp_path_factory.mktemp("screen") / "store"
    shutil.copytree(real_store.folder, folder)
    with duckdb.connect(Store(folder).current_path() / DATABASE) as database:
        who = "select municipality_code, response_id from response where wave = 2020"
        ids = dict(database.execute(who).fetchall())
        [(silent,)] = database.execute(f"select municipality_code from ({who} and coalition is null)").fetchall()  # noqa: S608
        rows = [
            (2020, ids[code], "coalition", *one)
            for code, written in (("GM0344", IN_UTRECHT), ("GM0363", IN_AMSTERDAM), (silent, IN_SILENCE))
            for one in written
        ]
        database.executemany("insert into comment values (?, ?, ?, ?, ?)", rows)
    seal(Store(folder).current_path())
    return Screen(folder, silent)


@pytest.fixture
def on_screen(written_store: Screen, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    monkeypatch.setenv("EXPLORER_STORE", str(written_store.store))
    yield written_store
    opened.cache_clear()


def as_municipality(code: str) -> dict[str, str]:
    return {"kijk": "gemeente", "gemeente": code}


def everything_sent(app: AppTest) -> str:
    """All elements of a page, as the browser gets them."""
    return "\n".join(str(node.proto) for node in app._tree if getattr(node, "proto", None) is not None)


@pytest.mark.usefixtures("on_screen")
def test_a_municipality_reads_its_own_words_under_its_own_answer() -> None:
    app = open_page("sterk-netwerk", as_municipality("GM0344"))
    assert not app.exception
    assert len(lines(app, "sentence")) == 2
    bodies = [str(one.proto.body) for one in app.get("html")]
    own = next(place for place, body in enumerate(bodies) if "verkenner-own" in body)
    assert bodies[own + 1].startswith('<p class="verkenner-sentence">U schreef: “')
    assert bodies[own + 2].endswith(f"’: “Sinds 2018 {MARK}.<br>Zie “bijlage”.”</p>")


def test_who_wrote_without_choosing_an_answer_reads_its_words_too(on_screen: Screen) -> None:
    app = open_page("sterk-netwerk", as_municipality(on_screen.silent))
    assert lines(app, "sentence") == [f"U schreef: “{MARK} schreef, maar koos niets”"]
    assert "Uw gemeente beantwoordde deze vraag niet." in lines(app, "own")


@pytest.mark.usefixtures("on_screen")
@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"kijk": "openbaar"},
        {"kijk": "analist"},
        as_municipality("GM0193"),
        {**as_municipality("GM0344"), "meting": "2019"},
    ],
)
@pytest.mark.parametrize("slug", ["", "respons", "sterk-netwerk"])
def test_no_other_viewer_or_wave_gets_an_open_answer(slug: str, parameters: dict[str, str]) -> None:
    app = open_page(slug, parameters)
    assert not app.exception
    assert MARK not in everything_sent(app)


@pytest.mark.usefixtures("on_screen")
def test_a_municipality_gets_its_own_words_once_and_those_of_no_other() -> None:
    sent = everything_sent(open_page("sterk-netwerk", as_municipality("GM0363")))
    assert sent.count(MARK) == 1
    assert "Amsterdam zoekt nog" in sent


@pytest.mark.usefixtures("on_screen")
def test_what_a_respondent_wrote_reaches_the_page_escaped_and_never_as_markdown() -> None:
    app = open_page("sterk-netwerk", as_municipality("GM0344"))
    [body] = [str(one.proto.body) for one in app.get("html") if "window.kanarie" in str(one.proto.body)]
    assert "<script" not in body
    assert "<img" not in body
    assert "&lt;script&gt;" in body
    assert "&amp;lt;b&amp;gt;" in body
    assert everything_sent(app).count(MARK) == 2
    assert not any(MARK in str(one.value) for one in (*app.markdown, *app.caption, *app.header))


@pytest.mark.browser
def test_a_browser_shows_what_a_respondent_wrote_letter_by_letter(
    written_store: Screen, browser: Browser, tmp_path: Path
) -> None:
    with serving(written_store.store, tmp_path / "log") as server, watched_page(browser, width=320) as page:
        visit(page, server.at("sterk-netwerk", as_municipality("GM0344")))
        shown = page.locator(".verkenner-sentence")
        assert shown.first.inner_text() == f"U schreef: “{SHOWN}”"
        assert shown.nth(1).inner_text().endswith(f"Sinds 2018 {MARK}.\nZie “bijlage”.”")
        assert shown.locator("*:not(br)").count() == 0
        assert page.evaluate("window.kanarie === undefined")
        main = page.get_by_test_id("stMain")
        assert main.evaluate("(part) => part.scrollWidth <= part.clientWidth")
