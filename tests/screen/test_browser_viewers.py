"""The public and a municipality in a real browser: open to everyone, by keyboard alone, and without the ministry."""

import shutil
from collections.abc import Iterator

import pytest
from browser import Server, open_page, serving, settle, show_whole, tab_to, watched_page
from manners import AXE, LISTEN, RULES, VIOLATIONS, english, sticking_out
from playwright.sync_api import Browser, Page, expect

from explorer.gateway.door import Gateway
from explorer.store.versions import Store
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import PUBLIC, Role, Viewer
from explorer.survey.figures.figure import Figure
from explorer.telling.charts.palette import LIGHT
from explorer.telling.words.withheld import is_range

pytestmark = pytest.mark.browser

UTRECHT = Viewer(Role.MUNICIPALITY, "GM0344")
AS_UTRECHT = {"meting": "2020", "kijk": "gemeente", "gemeente": "GM0344"}
AS_PUBLIC = {"meting": "2020", "kijk": "openbaar"}
PAGES = ("", "respons", "betrokkenheid", "sterk-netwerk")

DIAMONDS = """
(picture, colour) => [...picture.querySelectorAll("path")]
  .filter((one) => one.getAttribute("fill")?.toLowerCase() === colour.toLowerCase()).length
"""


@pytest.fixture(scope="module")
def release_alone(
    has_browser: None,  # noqa: ARG001
    real_store: Store,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Server]:
    """A server that has what everyone may see, and nothing else."""
    folder = tmp_path_factory.mktemp("release-alone")
    version = str(real_store.current())
    shutil.copytree(
        real_store.current_path(), folder / version, ignore=shutil.ignore_patterns("explorer.duckdb", "ministry.json")
    )
    Store(folder).publish(version)
    with serving(folder, tmp_path_factory.mktemp("alone") / "log") as started:
        yield started


def count(gateway: Gateway, viewer: Viewer, question: str, option: str, group: str | None = None) -> Figure:
    """The released count of one answer in 2020."""
    found = gateway.desk(viewer).figures(Selection(waves=(2020,), questions=(question,), group=group))
    return next(one for one in found if one.option == option)


def heading(page: Page, question: str) -> str:
    """The finding of one question."""
    return page.locator(f"#{question}").inner_text()


@pytest.mark.parametrize(
    "parameters", [{**AS_PUBLIC, "groep": "noord-oost"}, AS_UTRECHT], ids=["group", "municipality"]
)
def test_pages_are_dutch_open_to_everyone_and_fit(parameters: dict[str, str], browser: Browser, server: Server) -> None:
    with watched_page(browser) as page:
        page.add_init_script(LISTEN)
        for slug in PAGES:
            page.set_viewport_size({"width": 1440, "height": 900})
            open_page(page, server.at(slug, parameters))
            assert english(page) == [], slug
            page.evaluate(AXE)
            for width in (1440, 390):
                page.set_viewport_size({"width": width, "height": 900})
                assert sticking_out(page) == [], (slug, width)
                show_whole(page)  # of what is scrolled away no contrast can be told
                assert page.evaluate(VIOLATIONS, RULES) == [], (slug, width)


def test_a_group_is_chosen_and_left_by_keyboard_alone(page: Page, server: Server, real: Gateway) -> None:
    open_page(page, server.at("betrokkenheid", AS_PUBLIC))
    national = heading(page, "involvement_policy")
    exact = count(real, PUBLIC, "involvement_policy", "any")
    assert national.startswith(f"{exact.n} van de {exact.base} gemeenten")

    tab_to(page, page.get_by_role("combobox", name="Bekijk"))
    page.keyboard.type("West")
    expect(page.get_by_role("option", name="West- en Zuid-Nederland")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/betrokkenheid?*groep=west-zuid*")
    settle(page)
    told = count(real, PUBLIC, "involvement_policy", "any", "west-zuid")
    assert is_range(told)
    assert heading(page, "involvement_policy").startswith(f"{told.n_low} tot {told.n_high} van de")

    tab_to(page, page.locator(".st-key-clear_head button"), at_most=80)
    page.keyboard.press("Enter")
    page.wait_for_function("() => !location.search.includes('groep')")
    expect(page.locator("#involvement_policy").filter(has_text=" tot ")).to_have_count(0)
    settle(page)
    assert heading(page, "involvement_policy") == national


def test_a_municipality_finds_its_own_answer_in_the_picture_and_in_words(
    page: Page, server: Server, real: Gateway
) -> None:
    open_page(page, server.at("sterk-netwerk", {**AS_UTRECHT, "groep": "west-zuid"}))
    (own,) = real.desk(UTRECHT).own_answers(Selection(waves=(2020,), questions=("coalition",)))
    label = real.facts.reference.codebook.question("coalition").label_of(own.chosen[0])
    picture = page.get_by_test_id("stVegaLiteChart").first
    marked = picture.get_by_text("uw gemeente")
    expect(marked.first).to_be_visible()
    assert picture.evaluate(DIAMONDS, LIGHT.own) == 2 * marked.count()  # one on the bar, one before the words
    assert f"Uw gemeente koos: ‘{label}’." in (picture.get_attribute("aria-label") or "")
    expect(page.locator(".verkenner-own").first).to_have_text(f"Uw gemeente: ‘{label}’.")


def test_with_the_release_alone_the_public_is_served_and_the_ministry_is_told(
    page: Page, release_alone: Server, real: Gateway
) -> None:
    open_page(page, release_alone.at())
    expect(page.get_by_text("U kijkt als bezoeker")).to_be_visible()
    expect(page.get_by_role("heading", level=2, name="In één oogopslag")).to_be_visible()

    open_page(page, release_alone.at("sterk-netwerk", AS_UTRECHT))
    expect(page.get_by_text("De antwoorden van Utrecht zelf staan hier niet")).to_be_visible()
    expect(page.locator(".verkenner-own")).to_have_count(0)

    open_page(page, release_alone.at("sterk-netwerk", {"kijk": "vws"}))
    expect(page.get_by_role("heading", level=1)).to_have_text("Hier staan alleen de openbare cijfers")
    assert english(page) == []
    assert "Traceback" not in page.content()
    tab_to(page, page.get_by_role("button", name="Kijk als bezoeker"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sterk netwerk")
    exact = count(real, PUBLIC, "coalition", "active_or_starting")
    assert heading(page, "coalition").startswith(f"{exact.n} van de {exact.base} gemeenten")
