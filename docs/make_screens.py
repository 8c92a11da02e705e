"""Takes the pictures of docs/screens: every page at 1440 and 390 px, whole. Run by ``make screens``.

``python docs/make_screens.py [FOLDER [NAME …]]`` builds a database and starts a server of its own; it needs chromium.
With names, such as ``betrokkenheid-groep``, only the pictures whose name starts with one of them are taken.
"""

import io
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

# A script sees its own folder alone; the tests know how to start a server and a browser.
sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from browser import Server, chromium, open_page, serving, show_whole

from explorer.building.version import build
from explorer.paths import DATA
from explorer.screen.frame.catalogue import catalogue
from explorer.store.versions import Store
from explorer.survey.codebook.source import load_codebook

SCREENS = Path(__file__).parent / "screens"
WIDTHS = {1440: 900, 390: 844}
"""Width and least height of the window, in px."""

COLOURS = 64
"""Enough for text and charts; a picture is then a third of its size."""

TALLEST = 5_500
"""Height in px; of a page with tables that go on for longer, the rest would be more of the same."""

STATES = {
    "openbaar": {"kijk": "openbaar"},
    "groep": {"kijk": "openbaar", "groep": "zuid"},
    "gemeente": {"kijk": "gemeente", "gemeente": "GM0344"},
    "gefilterd": {"provincie": "noord-brabant", "populatie": "nieuw"},
    "leeg": {"provincie": "flevoland", "stedelijkheid": "5"},
}
IN_EVERY_STATE = ("", "respons", "sterk-netwerk")
ALSO = {
    "betrokkenheid": {"groep": {"kijk": "openbaar", "groep": "noord-oost"}, "gemeente": STATES["gemeente"]},
    "doorbreken": {"groep": STATES["groep"], "gemeente": STATES["gemeente"]},
}
"""Pages in states of their own: the smallest group, and a page that shows the whole country instead of a group."""

IN_DARK = ("sterk-netwerk",)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: of which page, in which state, at which width."""

    name: str
    slug: str
    width: int
    parameters: dict[str, str] = field(default_factory=dict)
    is_dark: bool = False


def pictures(slugs: tuple[str, ...]) -> Iterator[Picture]:
    """All pictures of the pages at ``slugs``; the start page has an empty one."""
    for slug in slugs:
        name = slug or "start"
        for width in WIDTHS:
            yield Picture(f"{name}-{width}", slug, width)
            for state, parameters in (STATES if slug in IN_EVERY_STATE else ALSO.get(slug, {})).items():
                yield Picture(f"{name}-{state}-{width}", slug, width, parameters)
            if slug in IN_DARK:
                yield Picture(f"{name}-donker-{width}", slug, width, is_dark=True)


def take(browser: Browser, server: Server, picture: Picture, folder: Path) -> Path:
    """Open the page in a window as high as the page is long, and keep what stands there."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": WIDTHS[picture.width]},
        color_scheme="dark" if picture.is_dark else "light",
        locale="nl-NL",
        reduced_motion="reduce",
    )
    page = context.new_page()
    open_page(page, server.at(picture.slug, {"meting": "2020", **picture.parameters}))
    show_whole(page)
    path = folder / f"{picture.name}.png"
    path.write_bytes(small(page.screenshot()))
    context.close()
    return path


def small(png: bytes) -> bytes:
    """The same picture with a palette, and not higher than ``TALLEST``."""
    packed = io.BytesIO()
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image = image.crop((0, 0, image.width, min(image.height, TALLEST)))
    image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        packed, "PNG", optimize=True
    )
    return packed.getvalue()


def run(folder: Path, names: tuple[str, ...] = ("",)) -> None:
    """Take the pictures whose name starts with one of ``names``; all of them where none is given."""
    folder.mkdir(parents=True, exist_ok=True)
    slugs = tuple(entry.slug for entry in catalogue(load_codebook(DATA / "codebook.yaml")))
    with tempfile.TemporaryDirectory() as scratch:
        store = Store(Path(scratch) / "store")
        build(store)
        with serving(store.folder, Path(scratch) / "server.log") as server, chromium() as browser:
            for picture in pictures(slugs):
                if not picture.name.startswith(names):
                    continue
                path = take(browser, server, picture, folder)
                sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    run(Path(sys.argv[1]) if len(sys.argv) > 1 else SCREENS, tuple(sys.argv[2:]) or ("",))
