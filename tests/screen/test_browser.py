"""Journeys of a user in a real browser: an adviser, a reader of the map, the public, and who comes at a bad moment."""

import csv
import os
import re
import shutil
import subprocess
import sys
from http import HTTPStatus
from pathlib import Path

import pytest
from browser import Server, open_page, point_in, serving, settle, tab_to, watched_page
from playwright.sync_api import Browser, Page, expect

from explorer.gateway.door import Gateway
from explorer.paths import PROJECT
from explorer.screen.frame.catalogue import catalogue
from explorer.store.versions import Store
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.figures.participation import ContactStatus

pytestmark = pytest.mark.browser
CLEAR = "Wis de filters"


def figures(store: Path, *options: str) -> list[dict[str, str]]:
    """What ``python -m explorer figures`` prints for 2020."""
    command = [sys.executable, "-m", "explorer", "figures", "--wave", "2020", *options]
    environment = {**os.environ, "EXPLORER_STORE": str(store)}
    done = subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True, text=True)
    return list(csv.DictReader(done.stdout.splitlines()))


def count(store: Path, option: str, *options: str) -> tuple[int, int]:
    """Count and base of one answer, or of one question of the response."""
    (row,) = [one for one in figures(store, *options) if option in (one["option"], one["question"])]
    return int(row["n"]), int(row["base"])


def said(text: str) -> tuple[int, int]:
    """The count and the base that a finding starts with: "73 van de 99 gemeenten", "Alle 6 gemeenten"."""
    text = re.sub(r"\s?[●≠]+", "", text)
    if found := re.match(r"(\d+)\svan\s(?:de\s)?(\d+)\b", text):
        return int(found[1]), int(found[2])
    found = re.match(r"Alle (\d+) gemeenten", text)
    assert found, text
    return int(found[1]), int(found[1])


def finding(page: Page) -> tuple[int, int]:
    """The numbers of the first finding of a section page."""
    return said(page.get_by_role("heading", level=2).first.inner_text())


def filters(page: Page, name: str) -> list[str]:
    """What is chosen in a filter with several choices."""
    chosen = page.get_by_test_id("stMultiSelect").filter(has=page.get_by_role("combobox", name=name))
    return chosen.locator("[data-tag]").all_inner_texts()


def test_a_deep_link_is_whole_as_first_request_of_a_fresh_process(
    page: Page, real_store: Store, real: Gateway, tmp_path: Path
) -> None:
    with serving(real_store.folder, tmp_path / "log") as fresh:
        asked = {"meting": "2020", "provincie": "noord-brabant", "stedelijkheid": "2,3"}
        open_page(page, fresh.at("sterk-netwerk", asked))
        expect(page.get_by_role("heading", level=1)).to_have_text("Sterk netwerk")
        expect(page.get_by_role("navigation").get_by_role("link")).to_have_count(
            len(catalogue(real.facts.reference.codebook))
        )
        expect(page.get_by_text("U kijkt als het ministerie")).to_be_visible()
        assert filters(page, "Provincie") == ["Noord-Brabant"]
        assert filters(page, "Stedelijkheid") == ["2 · sterk stedelijk", "3 · matig stedelijk"]
        options = ("--question", "coalition", "--province", "Noord-Brabant", "--urbanity", "2", "3")
        assert finding(page) == count(real_store.folder, "active_or_starting", *options)


def test_a_page_that_does_not_exist_is_told_in_dutch_also_by_a_fresh_process(
    page: Page, real_store: Store, tmp_path: Path
) -> None:
    with serving(real_store.folder, tmp_path / "log") as fresh:
        answer = page.goto(fresh.at("bestaat-niet"))
        assert answer is not None
        assert answer.status == HTTPStatus.NOT_FOUND
        expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina bestaat niet")
        page.get_by_role("link", name="Naar de startpagina").click()
        settle(page)
        expect(page.get_by_text("U kijkt als het ministerie")).to_be_visible()


def test_every_page_of_the_menu_is_found(page: Page, server: Server, real: Gateway) -> None:
    for entry in catalogue(real.facts.reference.codebook):
        assert page.request.get(server.at(entry.slug)).status == HTTPStatus.OK


def test_a_page_that_went_while_the_explorer_was_open_is_told_in_dutch(page: Page, server: Server) -> None:
    page.add_init_script("history.replaceState(null, '', '/bestaat-niet')")
    open_page(page, server.at())
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Deze pagina bestaat niet")
    expect(dialog).to_contain_text("U ziet nu de startpagina.")
    expect(dialog).not_to_contain_text("page")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("U kijkt als het ministerie")).to_be_visible()


def test_an_adviser_filters_by_keyboard_and_the_filter_stays(page: Page, server: Server) -> None:
    open_page(page, server.at("sterk-netwerk"))
    national = finding(page)
    assert national == count(server.store, "active_or_starting", "--question", "coalition")

    tab_to(page, page.get_by_role("combobox", name="Provincie"))
    page.keyboard.type("noord-b")
    expect(page.get_by_role("option", name="Noord-Brabant")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")  # the list stays open for a next choice, and hides the page from who listens to it
    page.wait_for_url(re.compile("provincie=noord-brabant"))
    settle(page)
    narrowed = finding(page)
    assert narrowed != national
    assert narrowed == count(
        server.store, "active_or_starting", "--question", "coalition", "--province", "Noord-Brabant"
    )

    page.reload(wait_until="commit")
    settle(page)
    assert finding(page) == narrowed
    assert filters(page, "Provincie") == ["Noord-Brabant"]

    link = page.get_by_role("navigation").get_by_role("link", name="Monitoring")
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Monitoring en evaluatie")
    page.wait_for_url(re.compile("/monitoring.*provincie=noord-brabant"))
    settle(page)
    options = ("--question", "monitoring", "--province", "Noord-Brabant")
    assert finding(page) == count(server.store, "fully_or_partly", *options)

    clear = page.get_by_role("button", name=CLEAR)
    tab_to(page, clear)
    page.keyboard.press("Enter")
    expect(clear).to_have_count(0)
    settle(page)
    assert "provincie" not in page.url
    assert filters(page, "Provincie") == []
    assert finding(page) == count(server.store, "fully_or_partly", "--question", "monitoring")


@pytest.mark.parametrize("province", ["Utrecht", "Zeeland"])
def test_pointing_at_a_province_tells_its_counts_and_a_click_chooses_it(
    province: str, page: Page, server: Server
) -> None:
    open_page(page, server.at("respons"))
    picture = page.locator(".st-key-map_provinces")
    x, y = point_in(picture, province)
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    tooltip = page.locator("#vg-tooltip-element")
    expect(tooltip).to_contain_text(province)
    answered = count(server.store, "responded", "--section", "response", "--province", province)
    assert said(tooltip.locator("tr", has_text="Respons").locator(".value").inner_text()) == answered

    page.mouse.click(x, y)
    chosen = page.get_by_role("combobox", name="Kies een provincie")
    expect(chosen).to_have_value(province)
    expect(page.locator(".st-key-chosen_province")).to_contain_text(f"{province}: {answered[0]} van {answered[1]}")


def test_a_province_is_chosen_by_keyboard_too(page: Page, server: Server) -> None:
    open_page(page, server.at("respons"))
    tab_to(page, page.get_by_role("combobox", name="Kies een provincie"))
    page.keyboard.type("Zeel")
    expect(page.get_by_role("option", name="Zeeland")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    n, base = count(server.store, "responded", "--section", "response", "--province", "Zeeland")
    expect(page.locator(".st-key-chosen_province")).to_contain_text(f"Zeeland: {n} van {base}")

    only = page.get_by_role("button", name="Bekijk alleen Zeeland")
    tab_to(page, only)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("provincie=zeeland"))
    expect(page.locator(".verkenner-lead")).to_contain_text(f"Van de {base} aangeschreven contactpersonen")


def test_a_figure_is_copied_as_a_sentence_that_says_what_it_is(page: Page, server: Server) -> None:
    open_page(page, server.at("sterk-netwerk", {"meting": "2020", "provincie": "noord-brabant"}))
    page.locator(".st-key-drawer_coalition").get_by_text("Over de cijfers").click()
    settle(page)
    box = page.get_by_role("combobox", name="Welk cijfer?")
    box.focus()
    settle(page)  # a list that opens while the page scrolls to it closes again
    box.click()
    page.get_by_role("option", name="Heeft een lokale coalitie · 2020").click()
    n, base = count(server.store, "active_or_starting", "--question", "coalition", "--province", "Noord-Brabant")
    sentence = page.locator(".verkenner-sentence")
    expect(sentence).to_contain_text(f"{n} van de {base} deelnemende gemeenten hebben een lokale coalitie")
    page.get_by_role("button", name="Kopieer als zin").click()
    # The button says so for two seconds; what is read aloud stays.
    expect(page.locator(".verkenner-announcer[role=status]")).to_have_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == sentence.inner_text()
    assert "meting 2020" in copied
    assert "Noord-Brabant" in copied
    address = server.at("sterk-netwerk", {"meting": "2020", "provincie": "noord-brabant", "vraag": "coalition"})
    assert copied.endswith(address)


def test_the_table_shows_the_numbers_of_the_heading(page: Page, server: Server) -> None:
    open_page(page, server.at("sterk-netwerk"))
    page.locator(".st-key-table_coalition").get_by_text("Tabel").click()
    row = page.get_by_role("row", name="Heeft een lokale coalitie")
    expect(row).to_be_visible()
    assert said(row.get_by_role("cell").nth(2).inner_text()) == finding(page)


def test_the_public_gets_no_filters_and_never_hears_who_was_silent(page: Page, server: Server, real: Gateway) -> None:
    received: list[str] = []

    def keep(payload: str | bytes) -> None:
        received.append(payload if isinstance(payload, str) else payload.decode("utf-8", errors="replace"))

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    open_page(page, server.at("respons", {"meting": "2020", "kijk": "openbaar"}))
    expect(page.get_by_text("U kijkt als bezoeker")).to_be_visible()
    expect(page.get_by_role("combobox", name="Provincie", exact=True)).to_have_count(0)
    expect(page.get_by_role("combobox", name="Stedelijkheid")).to_have_count(0)
    page.get_by_text("Alle 27 vragen").click()
    page.get_by_text(re.compile(r"^\d+ gemeenten$")).click()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download de lijst (CSV)").click()
    everything = "".join([*received, page.content(), download.value.path().read_text(encoding="utf-8-sig")])

    assert "deed mee" in everything
    assert "geen antwoord" not in everything
    assert "niet aangesloten" not in everything
    statuses = real.desk(MINISTRY).municipality_statuses(Selection(waves=(2020,)))
    silent = next(one for one in statuses if one.status is ContactStatus.CONTACTED)
    outside = next(one for one in statuses if one.status is ContactStatus.NOT_JOINED)
    assert _sent(everything, silent.code, silent.municipality) == _sent(everything, outside.code, outside.municipality)


def _sent(received: str, code: str, name: str) -> set[str]:
    """What the map is told of a municipality, apart from which one it is."""
    rows = re.findall(r"\{[^{}]*" + re.escape(f'"{code}"') + r"[^{}]*\}", received)
    assert rows
    return {row.replace(code, "").replace(name, "") for row in rows}


def test_a_database_that_disappears_is_told_in_dutch_with_the_command(
    browser: Browser, real_store: Store, tmp_path: Path
) -> None:
    own = tmp_path / "store"
    shutil.copytree(real_store.folder, own)
    with serving(own, tmp_path / "log") as started, watched_page(browser) as page:
        open_page(page, started.at("sterk-netwerk"))
        shutil.rmtree(own)
        page.reload(wait_until="commit")
        alert = page.get_by_role("alert").filter(has_text="database")
        expect(alert).to_contain_text("python -m explorer build")
        assert "Traceback" not in page.content()
        assert "Error" not in page.locator("body").inner_text()
