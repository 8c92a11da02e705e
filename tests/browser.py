"""Opens the explorer as a user does: a server process of its own, and Debian's chromium steered by playwright."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect, sync_playwright

from explorer.paths import PROJECT

CHROMIUM = shutil.which("chromium")
SILENT = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium calls nobody and writes nothing that a test does not ask for."""

HARMLESS = re.compile(
    r"404 .*/(_stcore/(health|host-config)|bestaat-niet)\)$|The page that you have requested does not seem to exist"
)
"""Streamlit looks for its server below the address of a page first, and tells of a page that it does not know."""

Scheme = Literal["light", "dark"]

PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)
START_SECONDS = 60

DRAWN = """
(wait) => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testScriptState !== "notRunning") return false;
  if (document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')) return false;
  const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')];
  if (!charts.every((one) => one.querySelector("canvas, svg.marks")?.getBoundingClientRect().height > 0)) return false;
  const main = document.querySelector('[data-testid="stMain"]');
  const size = [
    wait, charts.length, main?.scrollHeight, main?.scrollWidth, main?.scrollTop, document.fonts.status
  ].join();
  const before = window.verkennerSize;
  window.verkennerSize = size;
  return document.fonts.status === "loaded" && size === before;
}
"""
"""Whether the script has run, every chart is drawn, and nothing has moved since the same wait asked before."""

NEEDED_HEIGHT = """
() => Math.max(...[...document.querySelectorAll(
  '[data-testid="stMain"], [aria-expanded="true"] [data-testid="stSidebarContent"]'
)].map((part) => part.scrollHeight))
"""

POINT_INSIDE = """
(picture, name) => {
  const shapes = [...picture.querySelectorAll("path")].filter((one) => one.__data__?.datum?.properties?.name === name);
  for (const shape of shapes) {
    const box = shape.getBoundingClientRect();
    for (let step = 1; step < 400; step += 1) {
      const [x, y] = [box.x + box.width * (step % 20) / 20, box.y + box.height * Math.floor(step / 20) / 20];
      if (document.elementFromPoint(x, y) === shape) return [x, y];
    }
  }
  return null;
}
"""
"""Vega keeps the datum of a shape on its element; a province may be several islands, so a point is looked for."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running explorer on this machine."""

    port: int
    store: Path

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def at(self, slug: str = "", parameters: Mapping[str, str] | None = None) -> str:
        """The address of a page."""
        query = f"?{urlencode(parameters, safe=',')}" if parameters else ""
        return f"{self.address}/{slug}{query}"


@contextmanager
def serving(store: Path, log: Path, port: int | None = None) -> Iterator[Server]:
    """A fresh process, on a free port unless told otherwise, asked for nothing yet but its health. What it says goes to
    ``log``.

    Raises:
        RuntimeError: the server stops, or is not up in time.
    """
    port = _free_port() if port is None else port
    environment = {**os.environ, "EXPLORER_STORE": str(store), "PORT": str(port)}
    command = [sys.executable, "-m", "explorer", "serve"]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            server = Server(port, store)
            _wait_until_up(server, process, log)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=START_SECONDS)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser.

    Raises:
        FileNotFoundError: this machine has no chromium.
    """
    if CHROMIUM is None:
        raise FileNotFoundError("There is no chromium here: install Debian's package chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SILENT))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def watched_page(
    browser: Browser,
    *,
    width: int = 1440,
    height: int = 900,
    scheme: Scheme = "light",
    harmless: re.Pattern[str] = HARMLESS,
) -> Iterator[Page]:
    """A page of a new visitor; at the end, errors in its console fail the test.

    Raises:
        AssertionError: the console holds an error that is neither one of ``HARMLESS`` nor ``harmless``.
    """
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale="nl-NL", reduced_motion="reduce"
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(_told(message)) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    try:
        yield page
        assert [error for error in errors if not (HARMLESS.search(error) or harmless.search(error))] == []
    finally:
        context.close()


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until everything on it stands still."""
    page.goto(address, wait_until="commit")
    settle(page)


def settle(page: Page) -> None:
    """Wait until the script has run, every chart is drawn and the layout no longer moves.

    What an earlier wait saw does not count: a page may have begun to scroll since.
    """
    page.wait_for_function(DRAWN, arg=time.monotonic_ns(), polling=150, timeout=PATIENCE_MS)


def show_whole(page: Page) -> None:
    """Make the window as high as the page is long: Streamlit scrolls within its main part, not the page."""
    size = page.viewport_size
    if size is None:
        raise ValueError("a page of a watched browser has a size")
    needed = page.evaluate(NEEDED_HEIGHT)
    page.set_viewport_size({"width": size["width"], "height": max(int(needed), size["height"])})
    settle(page)


def tab_to(page: Page, wanted: Locator, at_most: int = 60) -> None:
    """Press Tab until ``wanted`` has the focus.

    Raises:
        AssertionError: the keyboard does not come there.
    """
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
    raise AssertionError(f"{wanted} was not reached in {at_most} steps")


def point_in(picture: Locator, name: str) -> tuple[float, float]:
    """Where in the window the area called ``name`` lies on a map, not below another mark."""
    picture.scroll_into_view_if_needed()
    found = picture.evaluate(POINT_INSIDE, name)
    if found is None:
        raise AssertionError(f"{name} is not to be seen on the map")
    x, y = found
    return float(x), float(y)


def _told(message: ConsoleMessage) -> str:
    return f"{message.text} ({message.location['url']})"


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait_until_up(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if _is_healthy(server):
            return
        time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")


def _is_healthy(server: Server) -> bool:
    asked = HTTPConnection("localhost", server.port, timeout=1)
    try:
        asked.request("GET", "/healthz")
        return asked.getresponse().status == HTTPStatus.OK
    except OSError:
        return False
    finally:
        asked.close()
