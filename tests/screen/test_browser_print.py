"""On paper a page is light, whatever the scheme of the screen; on the screen nothing changes."""

from collections.abc import Iterator

import pytest
from browser import Scheme, Server, open_page, watched_page
from playwright.sync_api import Browser, Page, expect

from explorer.screen.server.http import ASSETS
from explorer.telling.charts.palette import DARK, LIGHT, Palette

WHITE, INK = "rgb(255, 255, 255)", "rgb(27, 39, 51)"

COLOURS = """
() => {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  const texts = [...main.querySelectorAll("h1, h2, p, a, span, label, th, td")];
  const marks = [...document.querySelectorAll("svg.marks [fill], svg.marks [stroke]")];
  const seen = (elements, property) => [...new Set(elements.map((one) => getComputedStyle(one)[property]))].sort();
  return {
    pages: seen([document.body, document.querySelector(".stApp")], "backgroundColor"),
    texts: seen(texts, "color"),
    fills: seen(marks, "fill"),
    strokes: seen(marks, "stroke"),
  };
}
"""


def in_charts(palette: Palette) -> list[str]:
    """The colours that stand in pictures, in a fixed order."""
    plain = [palette.page, palette.line, palette.text, palette.quiet, palette.bar, palette.track, palette.own]
    return [*plain, *palette.phases, *palette.scale]


def test_each_colour_of_the_dark_palette_becomes_that_of_the_light_one_on_paper() -> None:
    style = (ASSETS / "verkenner.css").read_text(encoding="utf-8")
    pairs = dict(zip(in_charts(DARK), in_charts(LIGHT), strict=True))
    assert len(pairs) == len(in_charts(DARK)), "two meanings of one dark colour cannot be told apart"
    for dark, light in pairs.items():
        for name in ("fill", "stroke"):
            rule = f'.verkenner-from-dark svg.marks [{name}="{dark}"] {{ {name}: {light}; }}'
            assert (rule in style) == (dark != light), rule


@pytest.fixture
def dark(browser: Browser) -> Iterator[Page]:
    with watched_page(browser, scheme="dark") as page:
        yield page


def printed(page: Page, scheme: Scheme) -> dict[str, list[str]]:
    page.emulate_media(media="print", color_scheme=scheme)
    if scheme == "dark":  # here the script hears of it a moment later than the style; before a real print it is in time
        expect(page.locator("html")).to_have_class("verkenner-from-dark")
    found: dict[str, list[str]] = page.evaluate(COLOURS)
    return found


@pytest.mark.browser
@pytest.mark.parametrize("slug", ["sterk-netwerk", "respons"])
def test_a_page_that_is_printed_from_a_dark_screen_is_light(
    slug: str, dark: Page, browser: Browser, server: Server
) -> None:
    open_page(dark, server.at(slug))
    on_screen = dark.evaluate(COLOURS)
    assert on_screen["pages"] != [WHITE]
    from_dark = printed(dark, "dark")
    assert from_dark["pages"] == [WHITE]
    assert from_dark["texts"] == [INK]
    with watched_page(browser) as light:
        open_page(light, server.at(slug))
        assert from_dark["strokes"] == printed(light, "light")["strokes"]
        assert from_dark["fills"] == printed(light, "light")["fills"]
    dark.emulate_media(media="screen", color_scheme="dark")
    dark.wait_for_function(f"(before) => JSON.stringify(({COLOURS})()) === JSON.stringify(before)", arg=on_screen)


@pytest.mark.browser
def test_a_browser_that_prints_in_truth_makes_the_page_light_too(dark: Page, server: Server) -> None:
    open_page(dark, server.at("sterk-netwerk"))
    dark.evaluate(
        """() => matchMedia("print").addEventListener("change", (print) => {
          if (print.matches) window.onPaper = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
        })"""
    )
    dark.pdf(format="A4")
    assert dark.evaluate("window.onPaper") == WHITE
