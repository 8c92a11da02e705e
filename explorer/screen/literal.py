"""Text that comes from outside, such as an address, as Streamlit shows it: letter by letter, whatever it holds."""

import re

MOST = 400
"""Letters of a notice; an address may hold thousands."""

_MARKUP = re.compile(r"([\\`*_\[\]<>$~|#!&])")
_LINK = re.compile(r":(?=\S)|(?<=www)\.|@", re.IGNORECASE)
_JOINER = "\u2060"
"""Has no width; a link, an icon or a colour is none any more with it inside."""


def literal(text: str) -> str:
    """``text`` on one line, in which no markdown, formula, icon, link or picture is seen as such.

    >>> literal("De meting 2018 bestaat niet; u ziet die van 2020.")
    'De meting 2018 bestaat niet; u ziet die van 2020.'
    """
    line = " ".join(text.split())
    cut = line if len(line) <= MOST else f"{line[:MOST]}…"
    return _LINK.sub(lambda found: found[0] + _JOINER, _MARKUP.sub(r"\\\1", cut))
