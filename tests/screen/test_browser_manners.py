"""What holds for every page in a real browser: Dutch to eye and ear, no sideways scrolling, and open to everyone."""

import re
from collections.abc import Iterator

import pytest
from browser import Scheme, Server, open_page, settle, show_whole, tab_to, watched_page
from manners import AXE, LISTEN, RULES, VIOLATIONS, english, sticking_out
from playwright.sync_api import Browser, Page, expect

from explorer.paths import DATA
from explorer.screen.frame.catalogue import PageEntry, catalogue
from explorer.survey.codebook.source import load_codebook

pytestmark = pytest.mark.browser

PAGES = catalogue(load_codebook(DATA / "codebook.yaml"))
EVERY_PAGE = pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.slug or "start")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with watched_page(browser) as opened:
        opened.add_init_script(LISTEN)
        yield opened


@EVERY_PAGE
def test_a_page_is_dutch_names_itself_and_fits_on_a_phone(entry: PageEntry, page: Page, server: Server) -> None:
    open_page(page, server.at(entry.slug))
    assert page.locator("html").get_attribute("lang") == "nl"
    expect(page).to_have_title(re.compile(f"^{entry.title}.*Verkenner"))
    assert english(page) == []
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        assert sticking_out(page) == []
    page.get_by_role("button", name="Menu openen").click()
    expect(page.get_by_role("navigation").get_by_role("link", name=entry.title)).to_be_visible()
    assert english(page) == []


def test_what_is_opened_is_dutch_too(page: Page, server: Server) -> None:
    open_page(page, server.at("sterk-netwerk", {"provincie": "limburg", "stedelijkheid": "1,2,3"}))
    page.get_by_role("button", name="Wat betekent dat?").click()
    expect(page.get_by_text("De echte antwoorden van gemeenten zijn niet openbaar.")).to_be_visible()
    assert english(page) == []
    page.keyboard.press("Escape")
    page.locator(".st-key-table_party_roles").get_by_text("Tabel").click()
    expect(page.locator(".st-key-table_party_roles table")).to_be_visible()
    page.locator(".st-key-drawer_party_roles").get_by_text("Over de cijfers").click()
    expect(page.get_by_role("button", name="Kopieer als zin")).to_be_visible()
    page.get_by_test_id("stVegaLiteChart").first.hover()
    settle(page)
    assert english(page) == []


def test_a_filter_that_is_opened_is_dutch_also_when_nothing_fits(page: Page, server: Server) -> None:
    open_page(page, server.at("respons", {"provincie": "limburg"}))
    for name in ("Meting", "Welke gemeenten", "Kijk als", "Kies een provincie"):
        page.get_by_role("combobox", name=name).focus()
        settle(page)  # a list that opens while the page scrolls to it closes again
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("option").first).to_be_visible()
        assert english(page) == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("option")).to_have_count(0)
    for name in ("Provincie", "Stedelijkheid"):
        box = page.get_by_role("combobox", name=name, exact=True)
        box.press_sequentially("zzz")
        expect(page.get_by_text("Niets gevonden")).to_be_visible()
        assert english(page) == []
        box.fill("")
        page.keyboard.press("Escape")
        expect(page.get_by_role("option")).to_have_count(0)


def test_the_skipped_questions_and_the_list_are_dutch(page: Page, server: Server) -> None:
    open_page(page, server.at("respons"))
    page.get_by_text(re.compile(r"^Alle \d+ vragen$")).click()
    page.get_by_text(re.compile(r"^\d+ gemeenten$")).click()
    expect(page.get_by_role("table")).to_have_count(2)
    assert english(page) == []


def test_a_table_and_a_drawer_fit_on_the_smallest_phone(browser: Browser, server: Server) -> None:
    with watched_page(browser, width=320, height=844) as page:
        open_page(page, server.at("sterk-netwerk", {"provincie": "noord-brabant"}))
        for question in ("coalition", "party_roles"):
            page.locator(f".st-key-table_{question}").get_by_text("Tabel").click()
            expect(page.locator(f".st-key-table_{question} table")).to_be_visible()
            settle(page)  # the drawer moves down as long as the table grows, and a click may miss it
            page.locator(f".st-key-drawer_{question}").get_by_text("Over de cijfers").click()
            expect(page.locator(f".st-key-drawer_{question} [data-copy]")).to_be_visible()
        settle(page)
        assert sticking_out(page) == []


def test_the_keyboard_jumps_over_the_menu(page: Page, server: Server) -> None:
    open_page(page, server.at("sterk-netwerk"))
    tab_to(page, page.get_by_role("link", name="Naar de inhoud"), at_most=1)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Wat betekent dat?"), at_most=2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_on_a_page(width: int, scheme: Scheme, browser: Browser, server: Server) -> None:
    with watched_page(browser, width=width, scheme=scheme) as page:
        for slug in ("", "respons", "sterk-netwerk"):
            open_page(page, server.at(slug))
            if slug == "sterk-netwerk":
                page.locator(".st-key-table_coalition").get_by_text("Tabel").click()
                page.locator(".st-key-drawer_coalition").get_by_text("Over de cijfers").click()
                expect(page.get_by_role("button", name="Kopieer als zin")).to_be_visible()
            show_whole(page)  # of what is scrolled away no contrast can be told
            page.evaluate(AXE)
            assert page.evaluate(VIOLATIONS, RULES) == [], slug


@pytest.mark.parametrize("kind", ["CSV", "PNG"])
def test_after_a_download_the_keyboard_goes_on_from_its_button(kind: str, page: Page, server: Server) -> None:
    open_page(page, server.at("sterk-netwerk"))
    downloads = page.locator(".st-key-download_coalition")
    downloads.get_by_text("Download").first.click()
    button = downloads.get_by_role("button", name=kind)
    button.focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.path()
    expect(button).to_be_enabled()
    expect(button).to_be_focused()


def test_who_goes_on_while_a_file_is_made_is_not_called_back(page: Page, server: Server) -> None:
    open_page(page, server.at("sterk-netwerk"))
    downloads = page.locator(".st-key-download_coalition")
    downloads.get_by_text("Download").first.click()
    button, search = downloads.get_by_role("button", name="PNG"), page.get_by_role("textbox", name="Zoek")
    button.focus()
    with page.expect_download():
        page.keyboard.press("Enter")
        search.focus()
    expect(button).to_be_enabled()
    settle(page)
    expect(search).to_be_focused()
