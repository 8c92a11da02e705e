"""What pictures show, read back from the browser, is what the figures say: five random selections, every section."""

import random
from collections import Counter

import pytest
from browser import Server, open_page
from playwright.sync_api import Page

from explorer.gateway.door import Gateway
from explorer.survey.asking.address import View, write_address
from explorer.survey.asking.selection import Population
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.codebook.model import Question
from explorer.survey.figures.figure import Figure, Kind
from explorer.survey.geography.municipalities import PROVINCES

pytestmark = pytest.mark.browser

DRAWN = """
() => [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')].map((chart) => [
  chart.getAttribute("aria-label"), [...chart.querySelectorAll("svg.marks text")].map((one) => one.textContent)])
"""
"""(what a picture says it is, the texts in it) of every picture on the page."""


def random_view(seed: int) -> View:
    """A selection as an adviser might make one; the seed is the test's, so that a failure can be repeated."""
    chance = random.Random(seed)  # noqa: S311 - a choice of filters is no secret
    wave = chance.choice([2019, 2020, 2020])
    populations = list(Population) if wave == 2020 else [Population.TOTAL, Population.PANEL]
    chosen = chance.sample(PROVINCES, chance.choice([0, 1, 3, 6]))
    return View(
        wave=wave,
        population=chance.choice(populations),
        provinces=tuple(province.name for province in PROVINCES if province in chosen),
        urbanity=tuple(sorted(chance.sample([1, 2, 3, 4, 5], chance.choice([0, 3, 4])))),
    )


def expected(question: Question, figure: Figure) -> str:
    """A number as a picture must write it, worked out here from count and base alone, each with its own signs."""

    def signs(part: str) -> str:
        found = ("●" if part in figure.printed else "") + ("≠" if part in figure.differing else "")
        return f"\u00a0{found}" if found else ""

    n = f"{figure.n}{signs('n')}"
    if question.items:
        return n
    assert figure.n is not None
    assert figure.base is not None
    if figure.base < 10:
        return f"{n} van {figure.base}{signs('base')}"
    percent = (200 * figure.n + figure.base) // (2 * figure.base)
    return f"{n} · {percent}\u00a0%{signs('pct')}"


def shown_figures(question: Question, figures: tuple[Figure, ...]) -> list[Figure]:
    """The figures that a picture of the question writes down: options, and nets where there are no items."""
    kinds = (Kind.OPTION,) if question.items else (Kind.OPTION, Kind.NET)
    return [figure for figure in figures if figure.question == question.id and figure.kind in kinds and figure.base]


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_numbers_in_the_pictures_are_those_of_the_figures(
    seed: int, page: Page, server: Server, real: Gateway
) -> None:
    view = random_view(seed)
    figures = real.desk(MINISTRY).figures(view.selection)
    compared = 0
    for section in real.facts.reference.codebook.sections:
        open_page(page, server.at(section.slug, write_address(view)))
        pictures = page.evaluate(DRAWN)
        for question in real.facts.reference.codebook.questions_of(section.id):
            wanted = Counter(expected(question, figure) for figure in shown_figures(question, figures))
            drawn = next((Counter(texts) for told, texts in pictures if question.text in told), Counter())
            if question.items:
                # A piece too narrow for its number does not carry it; what is carried must be right.
                numbers = Counter({text: n for text, n in drawn.items() if text.rstrip("\u00a0●≠").isdecimal()})
                assert numbers <= wanted, (question.id, view)
            else:
                assert wanted <= drawn, (question.id, view)
            compared += wanted.total()
    assert compared > 50
