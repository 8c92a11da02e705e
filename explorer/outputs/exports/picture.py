"""A chart as a picture to take away: PNG and SVG, with the finding, the base, the selection and the source inside it.

The charts are drawn by vl-convert, without a browser; this module stands them below each other between texts. It writes
the SVG's title and description itself, because vl-convert drops them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from explorer.telling.charts import base
from explorer.telling.charts.base import Spec
from explorer.telling.charts.palette import LIGHT
from explorer.telling.charts.wrapping import wrapped

FONTS = Path(__file__).parent / "fonts"
FONT = "'Verkenner Sans', 'Source Sans 3', 'Source Sans', sans-serif"
"""Ours first, so that a PNG is the same everywhere; who opens an SVG seldom has it, and may have Source Sans."""

WIDTH, MARGIN, GAP = 700, 24, 18
PNG_SCALE = 2
_TEXT_WIDTH = 0.92 * (WIDTH - 2 * MARGIN)
"""Texts break early: the font that takes the place of Source Sans on another machine is wider."""
_ROOT = re.compile(
    r'<svg [^>]*?width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"[^>]*>(?P<inside>.*)</svg>', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Picture:
    """Charts with the texts around them; ``description`` says the same to who does not see them."""

    kicker: str
    title: str
    question: str
    charts: tuple[Spec, ...]
    notes: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class _Style:
    """A kind of text: its size and line height in px, its weight and colour."""

    size: float
    line: float
    weight: int
    colour: str


_KICKER = _Style(13, 18, 400, LIGHT.quiet)
_TITLE = _Style(23, 29, 600, LIGHT.text)
_QUESTION = _Style(15, 21, 400, LIGHT.quiet)
_NOTE = _Style(13, 18, 400, LIGHT.quiet)


@dataclass(frozen=True, slots=True)
class _Block:
    """A piece of SVG with its height in px; it is drawn from its own top left corner."""

    svg: str
    height: float


def picture_svg(picture: Picture) -> str:
    """An SVG document, 700 px wide and as high as it needs; its texts stay texts."""
    above = [_text(picture.kicker, _KICKER), _text(picture.title, _TITLE), _text(picture.question, _QUESTION)]
    middle = [block for spec in picture.charts for block in (_Block("", GAP), _chart(spec))]
    below = [_Block("", GAP - 6), *(_text(note, _NOTE) for note in picture.notes)]
    blocks = [*above, *middle, *below]
    height = sum(block.height for block in blocks) + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:g}" viewBox="0 0 {WIDTH} {height:g}" '
        f'role="img" aria-labelledby="title desc" lang="nl">'
        f'<title id="title">{escape(picture.title)}</title><desc id="desc">{escape(picture.description)}</desc>'
        f'<rect width="{WIDTH}" height="{height:g}" fill="{LIGHT.page}"/>{"".join(_placed(blocks))}</svg>'
    )


def picture_png(picture: Picture) -> bytes:
    """The same picture in pixels, twice as wide, for screens and paper."""
    # vl-convert starts a JavaScript engine and takes its memory, so it is imported at the first picture, not before.
    import vl_convert

    _register_fonts()
    return vl_convert.svg_to_png(picture_svg(picture), scale=PNG_SCALE)


def _placed(blocks: list[_Block]) -> Iterator[str]:
    top = float(MARGIN)
    for block in blocks:
        if block.svg:
            yield f'<g transform="translate({MARGIN},{top:g})">{block.svg}</g>'
        top += block.height


def _text(text: str, style: _Style) -> _Block:
    lines = wrapped(text, _TEXT_WIDTH, style.size, bold=style.weight > 400)  # noqa: PLR2004 - CSS's normal weight
    spans = "".join(
        f'<tspan x="0" y="{style.size + position * style.line:g}">{escape(line)}</tspan>'
        for position, line in enumerate(lines)
    )
    attributes = f'font-family="{FONT}" font-size="{style.size:g}" font-weight="{style.weight}" fill="{style.colour}"'
    return _Block(f"<text {attributes}>{spans}</text>", style.line * len(lines) + 4)


def _chart(spec: Spec) -> _Block:
    """A chart at the width of the picture; it may fetch nothing, so its data must stand in it."""
    import vl_convert

    _register_fonts()
    fixed = {**spec, "width": WIDTH - 2 * MARGIN}
    text = json.dumps(fixed, ensure_ascii=False).replace(base.FONT, FONT)
    svg = vl_convert.vegalite_to_svg(text, allowed_base_urls=[])
    root = _ROOT.fullmatch(svg)
    if root is None:
        raise ValueError("vl-convert gives another kind of document than the one this module knows")
    return _Block(root["inside"], float(root["height"]))


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    """Once a process."""
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
