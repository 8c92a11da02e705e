"""Opens a page of the explorer as Streamlit would, without a browser."""

import re
from collections.abc import Mapping
from html import unescape

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from explorer.paths import PROJECT

MAIN = PROJECT / "explorer" / "screen" / "main.py"


def open_page(slug: str = "", parameters: Mapping[str, str | list[str]] | None = None) -> AppTest:
    """The page at an address, run once. ``parameters`` are those of the address; a list repeats its name."""
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    for name, value in (parameters or {}).items():
        app.query_params[name] = value
    # All section pages share one script, so that a path does not tell which one is meant; the address does.
    app._page_hash = calc_hash(slug) if slug else ""
    return app.run()


def type_into(app: AppTest, key: str, text: str) -> AppTest:
    """The page after someone typed in a box to choose from what may not be in its list. AppTest itself refuses that."""
    box = app.selectbox(key=key)
    box.options.append(text)
    return box.set_value(text).run()


def title(app: AppTest) -> str:
    """The one title of the page."""
    (only,) = app.title
    return str(only.value)


def headings(app: AppTest) -> list[str]:
    """The findings and other headings under the title."""
    return [str(header.value) for header in app.header]


def lines(app: AppTest, kind: str) -> list[str]:
    """The explorer's own lines of one kind (kicker, lead, question, base), without their markup."""
    bodies = [str(element.proto.body) for element in app.get("html")]
    found = [body for body in bodies if f'class="verkenner-{kind}"' in body]
    return [unescape(re.sub(r"<[^>]*>", "", body)) for body in found]


def alternatives(app: AppTest) -> list[str]:
    """The text alternative of every picture."""
    return [str(chart.proto.alt) for chart in app.get("vega_lite_chart")]
