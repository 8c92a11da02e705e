"""A page that stayed open while its server restarted: what is clicked next counts, or the page says that it did not."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser import open_page, serving, settle, watched_page
from playwright.sync_api import Browser, Page, expect

from explorer.screen import texts
from explorer.store.versions import Store

pytestmark = pytest.mark.browser

CONNECTED = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState === "CONNECTED" """
GONE = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState !== "CONNECTED" """
REFUSED = re.compile(r"ERR_CONNECTION_(REFUSED|RESET)|WebSocket connection to .* failed")
"""What chromium itself says of a server that is away."""

Restart = Callable[[Page, str, dict[str, str]], None]


@pytest.fixture
def restarted(real_store: Store, tmp_path: Path) -> Iterator[Restart]:
    """Opens a page, then stops its server and starts another one on the same port."""
    with ExitStack() as running:

        def restart(page: Page, slug: str, asked: dict[str, str]) -> None:
            with serving(real_store.folder, tmp_path / "first") as server:
                open_page(page, server.at(slug, asked))
            page.wait_for_function(GONE)
            running.enter_context(serving(real_store.folder, tmp_path / "second", server.port))
            page.wait_for_function(CONNECTED)

        yield restart


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with watched_page(browser, harmless=REFUSED) as opened:
        yield opened


def choose(page: Page, name: str, option: str) -> None:
    """Type, so that the list is short: a long one scrolls below the pointer, and a click falls beside its option."""
    box = page.get_by_role("combobox", name=name, exact=True)
    box.focus()
    settle(page)  # a list that opens while the page scrolls to it closes again
    box.fill(option)
    page.get_by_role("option", name=option).click()
    page.keyboard.press("Escape")


def test_a_province_that_is_added_after_a_restart_is_kept_beside_the_others(page: Page, restarted: Restart) -> None:
    restarted(page, "respons", {"meting": "2019", "provincie": "limburg", "stedelijkheid": "3"})
    choose(page, "Provincie", "Zeeland")
    page.wait_for_url(re.compile("provincie=zeeland(,|%2C)limburg&stedelijkheid=3"))
    settle(page)
    assert "meting=2019" in page.url
    expect(page.get_by_test_id("stMultiSelect").first.locator("[data-tag]")).to_have_text(["Zeeland", "Limburg"])
    expect(page.get_by_text(texts.RESUMED)).to_have_count(0)


def test_a_wave_that_is_chosen_after_a_restart_is_shown_with_the_filters_that_were_there(
    page: Page, restarted: Restart
) -> None:
    restarted(page, "respons", {"meting": "2020", "provincie": "limburg"})
    choose(page, "Meting", "2019")
    page.wait_for_url(re.compile("meting=2019&provincie=limburg"))
    settle(page)
    expect(page.get_by_role("combobox", name="Meting")).to_have_value("2019")
    choose(page, "Meting", "2020")
    page.wait_for_url(re.compile("meting=2020&provincie=limburg"))


def test_a_group_that_is_chosen_after_a_restart_leaves_the_same_municipality_looking(
    page: Page, restarted: Restart
) -> None:
    restarted(page, "sterk-netwerk", {"kijk": "gemeente", "gemeente": "GM0344", "groep": "noord-oost"})
    choose(page, "Bekijk", "Stedelijke gemeenten")
    page.wait_for_url(re.compile("kijk=gemeente&gemeente=GM0344&groep=stedelijk$"))
    settle(page)
    expect(page.get_by_text("U kijkt als Utrecht")).to_be_visible()


def test_who_looks_changes_after_a_restart(page: Page, restarted: Restart) -> None:
    restarted(page, "sterk-netwerk", {"kijk": "openbaar"})
    choose(page, "Kijk als", "Analist")
    page.wait_for_url(re.compile("kijk=analist"))
    settle(page)
    expect(page.get_by_text("U kijkt als analist")).to_be_visible()


def test_a_button_that_a_restart_made_deaf_is_told_to_be_clicked_again(page: Page, restarted: Restart) -> None:
    restarted(page, "sterk-netwerk", {"meting": "2020", "provincie": "limburg"})
    clear = page.get_by_role("button", name="Wis de filters")
    clear.click()
    expect(page.get_by_text(texts.RESUMED)).to_be_visible()
    settle(page)
    clear.click()
    page.wait_for_url(lambda address: "provincie" not in address)
    expect(page.get_by_text(texts.RESUMED)).to_have_count(0)


def test_going_to_another_page_after_a_restart_keeps_the_filters(page: Page, restarted: Restart) -> None:
    restarted(page, "sterk-netwerk", {"meting": "2019", "provincie": "limburg"})
    page.get_by_role("navigation").get_by_role("link", name="Monitoring").click()
    page.wait_for_url(re.compile("/monitoring.*meting=2019&provincie=limburg"))
