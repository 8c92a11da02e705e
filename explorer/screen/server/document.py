"""The HTML document that every page starts with: Streamlit's own, made Dutch and given our style and script.

Streamlit hard-codes English there and offers no setting for it. Pure text in, text out; the server applies it.
"""

import re
from functools import lru_cache
from html import escape

TITLE = "Verkenner Eén tegen eenzaamheid"
DESCRIPTION = "Verken hoe gemeenten eenzaamheid aanpakken: de benchmark Eén tegen eenzaamheid in cijfers en kaarten."
NO_SCRIPT = "Deze verkenner heeft JavaScript nodig. Zet JavaScript aan en laad de pagina opnieuw."

_HEAD = """\
    <meta name="description" content="{description}" />
    <link rel="stylesheet" href="/assets/verkenner.css" />
    <script src="/assets/verkenner.js" defer></script>
  </head>"""

_NOT_FOUND = """\
<!DOCTYPE html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Deze pagina bestaat niet · {title}</title>
    <link rel="icon" href="/assets/favicon.svg" />
    <style>
      :root {{ color-scheme: light dark; }}
      body {{ max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.5 system-ui, sans-serif;
              color: light-dark(#1b2733, #e8edf1); background: light-dark(#ffffff, #14191e); }}
      a {{ color: light-dark(#0f5a7a, #8ccbe0); }}
    </style>
  </head>
  <body>
    <main>
      <h1>Deze pagina bestaat niet</h1>
      <p>Kijk of het adres klopt, of begin opnieuw.</p>
      <p><a href="{start}">Naar de startpagina van de {title}</a></p>
    </main>
  </body>
</html>
"""


def not_found_document(start: str) -> str:
    """What a browser shows at an address that is no page; ``start`` is the address of the start page."""
    return _NOT_FOUND.format(title=TITLE, start=escape(start, quote=True))


@lru_cache(maxsize=4)
def dutch_document(html: str) -> str:
    """Streamlit's index.html in Dutch, with our head, and without scripts in the text and links that we close.

    Raises:
        ValueError: the document is not the one we know, so that an upgrade of Streamlit shows in the tests.
    """
    html = _replace_once(r'<html lang="en">', '<html lang="nl">', html)
    html = _replace_once(r"<title>.*?</title>", f"<title>{TITLE}</title>", html)
    html = _replace_once(r'<link rel="shortcut icon"[^>]*>', '<link rel="icon" href="/assets/favicon.svg" />', html)
    html = _replace_once(r"<noscript>.*?</noscript>", f"<noscript><p>{NO_SCRIPT}</p></noscript>", html)
    html = _replace_once(r"</head>", _HEAD.format(description=DESCRIPTION).lstrip(), html)
    html = re.sub(r'<link rel="service-desc"[^>]*>', "", html)
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    # Only tells prerender services to wait; without it the policy can refuse every script that stands in the text.
    return re.sub(r"<script>.*?</script>\s*", "", html, flags=re.DOTALL)


def _replace_once(pattern: str, replacement: str, html: str) -> str:
    replaced, count = re.subn(pattern, lambda _: replacement, html, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"Streamlit's document has {count} times {pattern!r}, expected 1")
    return replaced
