"""What every page in a real browser is held against: its language, its width, and who can use it."""

import re
from importlib.resources import files

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

ENGLISH = re.compile(
    r"\b(the|and|this|your|choose|select(ed|ion)?|search|no results?|results|close|full ?screen|view|running|rerun|"
    r"deploy|settings|options?|available|show|hide|clear|remove|delete|press|main|expand|collapse|sidebar|loading|"
    r"copy|copied|colou?r|mark|container|label|text|title|legend|axis|chart|visualization|graphics|symbol|link to|"
    r"page|not found|error|connection|tag|toolbar|more|less|file|upload|drag|column|row|value|true|false|null|"
    r"undefined|nan|none)\b",
    re.IGNORECASE,
)
"""Words of Streamlit, Vega and Python that are not also Dutch, as "open", "stop", "download" and "menu" are."""

SAID = """
() => {
  const heard = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder",
    "alt"];
  const said = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"].includes(node.nodeName) || node.dataset?.testid === "stIconMaterial"
      ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) said.push(node.nodeValue);
    else if (!node.closest('svg[aria-hidden="true"]')) said.push(...heard.map((name) => node.getAttribute(name)));
  }
  return [...said, ...window.saidInPassing ?? []].filter((text) => text && text.trim());
}
"""
"""Everything that a user can see or hear, whether it is in view or not."""

LISTEN = """
window.saidInPassing = new Set();
const listen = () => {
  for (const one of document.querySelectorAll('[data-testid="stStatusWidget"], [data-testid="stToast"], [role="log"]'))
    window.saidInPassing.add(one.textContent);
  requestAnimationFrame(listen);
};
requestAnimationFrame(listen);
"""
"""What is shown for a moment alone: while a page runs, and what is read aloud."""

STICKING_OUT = """
() => {
  const scrolls = (one) => one && (["auto", "scroll"].includes(getComputedStyle(one).overflowX)
    && !["stMain", "stApp"].includes(one.dataset.testid) || scrolls(one.parentElement));
  const main = document.querySelector('[data-testid="stMain"]');
  const wide = [document.scrollingElement, main].filter((one) => one.scrollWidth > one.clientWidth);
  const out = [...main.querySelectorAll("*")].filter((one) =>
    one.getBoundingClientRect().right > innerWidth + 1 && !one.closest("svg svg, defs") && !scrolls(one.parentElement));
  return [...wide, ...out].map((one) => `${one.nodeName} ${one.className} ${one.textContent.slice(0, 40)}`);
}
"""

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
VIOLATIONS = """
async (rules) => (await axe.run({exclude: ['svg[aria-hidden="true"]']}, {runOnly: rules})).violations
  .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target} ${node.any[0]?.message ?? ""}`))
"""


def english(page: Page) -> list[str]:
    """What is said in English."""
    return sorted({text for text in page.evaluate(SAID) if ENGLISH.search(text)})


def sticking_out(page: Page) -> list[str]:
    """What is wider than the window, once pictures have had the time to follow it."""
    try:
        page.wait_for_function(f"() => ({STICKING_OUT})().length === 0", timeout=5_000)
    except PlaywrightTimeout:
        return [str(one) for one in page.evaluate(STICKING_OUT)]
    return []
