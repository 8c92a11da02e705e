"""What every chart shares: the frame, the flow of rows from top to bottom, texts and lines.

A chart is one column of **rows**. Each row says how high it is and which text it carries; the browser adds the heights
up, so a label that has to break on a phone pushes the rows below it down, and nothing is cut or left empty. Therefore
rows carry their text twice: on one line for a wide picture and broken for a narrow one. The lines stand in one string:
Streamlit sends data as Arrow tables, in which Vega does not recognise a list.
"""

from collections.abc import Sequence
from typing import Any

from explorer.survey.formats import VEGA_LOCALE
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.wrapping import broken, text_width, wrapped

Spec = dict[str, Any]
"""A Vega-Lite specification."""
Row = dict[str, Any]
"""One entry of a chart's data."""
Layer = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "Source Sans, sans-serif"
LABEL_SIZE, NOTE_SIZE = 15, 13
LINE_HEIGHT = 18
LINES = "length(split(datum.shown, '\\n'))"
"""How many lines the text of a row takes, as Vega counts them."""
_TEXT = {"type": "text", "baseline": "alphabetic", "lineHeight": LINE_HEIGHT, "lineBreak": "\n"}
OUTLINE_WIDTH = 3
NARROWEST = 286
"""The width in px for which texts are broken: a chart on a screen of 320 px, less its margins."""


def row(kind: str, text: str, height: float, *, beside: str = "", size: float = LABEL_SIZE, **values: object) -> Row:
    """A row of ``height`` px whose text shares its last line with ``beside``, at the right end.

    ``needs`` is the width from which the text fits on one line; below it, ``narrow`` is shown.
    """
    gap = text_width(beside, size, bold=True) + (12 if beside else 0)
    return {
        "kind": kind,
        "height": height,
        "wide": text,
        "narrow": broken(wrapped(text, NARROWEST - gap, size)),
        "needs": round(text_width(text, size) + gap + 6),
        "grow": LINE_HEIGHT,
        "beside": beside,
        **values,
    }


def overlay(kind: str, text: str = "", **values: object) -> Row:
    """A row without height: it is drawn at the place of the row before it."""
    return {"kind": kind, "height": 0, "wide": text, "narrow": text, "needs": 0, "grow": 0, **values}


def note_rows(*sentences: str | None) -> list[Row]:
    """Small text under the marks, a row per sentence; None is left out."""
    return [row("note", sentence, 20, size=NOTE_SIZE) for sentence in sentences if sentence]


def chart(rows: Sequence[Row], layers: Sequence[Layer], palette: Palette, description: str) -> Spec:
    """The specification of rows from top to bottom, as wide as its container.

    The height is that of the wide picture; what reaches below it lengthens the picture (``pad``, looked at again after
    every change of width).
    """
    return {
        **frame(palette, description),
        "autosize": {"type": "pad", "resize": True},
        "height": sum(entry["height"] for entry in rows),
        "data": {"values": list(rows)},
        "transform": _flow(),
        "encoding": {"y": at_height("bottom")},
        "layer": [*layers, *_note_layers(palette)],
    }


def frame(palette: Palette, description: str) -> Spec:
    """Schema, size and configuration, without data or marks."""
    return {
        "$schema": SCHEMA,
        "description": description,
        "width": "container",
        "padding": {"left": 0, "right": 0, "top": 2, "bottom": 0},
        "config": {
            "background": "transparent",
            # Streamlit describes the picture as a whole; Vega would describe each mark, in English.
            "aria": False,
            "font": FONT,
            "locale": VEGA_LOCALE,
            "view": {"stroke": None},
            "text": {"font": FONT, "color": palette.text, "fontSize": LABEL_SIZE, "limit": 0},
        },
    }


def labels_layer(kind: str, **mark: object) -> Layer:
    """The texts of the rows of one kind, at the left end, from the first line of each row down."""
    return {
        "transform": [{"filter": f"datum.kind === '{kind}'"}],
        "mark": {**_TEXT, "align": "left", "yOffset": LABEL_SIZE, **mark},
        "encoding": {"x": {"value": 0}, "y": at_height("top"), "text": {"field": "shown"}},
    }


def values_layer(kind: str, height: float, **mark: object) -> Layer:
    """What stands beside the texts of rows of ``height`` px: at the right end of their last line."""
    return {
        "transform": [{"filter": f"datum.kind === '{kind}'"}],
        "mark": {**_TEXT, "align": "right", "yOffset": LABEL_SIZE - height, **mark},
        "encoding": {"x": {"value": {"expr": "width"}}, "y": at_height("bottom"), "text": {"field": "beside"}},
    }


def band_layer(kind: str, start: object, end: object, *, offset: float, thickness: float, **mark: object) -> Layer:
    """A horizontal band between two places on the scale of 0 to 100; a place is a field's name or a number.

    ``offset`` counts from the bottom of the row up to the middle of the band. A rectangle, because Vega counts half the
    thickness of a line as belonging to its ends, and would make the picture wider than its container for it.
    """
    where = f"datum.kind === '{kind}'" + "".join(
        f" && isValid(datum.{place})" for place in (start, end) if isinstance(place, str)
    )
    return {
        "transform": [
            {"filter": where},
            {"calculate": f"datum.bottom - {offset + thickness / 2}", "as": "band_top"},
            {"calculate": f"datum.bottom - {offset - thickness / 2}", "as": "band_bottom"},
        ],
        "mark": {"type": "rect", **mark},
        "encoding": {
            "x": on_scale(start),
            "x2": {"field": end} if isinstance(end, str) else {"datum": end},
            "y": at_height("band_top"),
            "y2": {"field": "band_bottom"},
        },
    }


def outline_layer(kind: str, *, offset: float, thickness: float, gap: float, colour: str) -> Layer:
    """An edge within the bands whose ``own`` is true; bands leave ``gap`` px between them.

    It is drawn inside the band: outside, it would make the picture wider than its container.
    """
    inset = OUTLINE_WIDTH  # twice what is drawn: Vega keeps room for a pointed corner
    edge = band_layer(kind, "start", "end", offset=offset, thickness=thickness - OUTLINE_WIDTH)
    edge["transform"][0] = {"filter": f"datum.kind === '{kind}' && datum.own"}
    edge["mark"] |= {"fillOpacity": 0, "stroke": colour, "strokeWidth": OUTLINE_WIDTH}
    edge["mark"] |= {"xOffset": inset, "x2Offset": -inset - gap}
    return edge


def on_scale(place: object, *, slack: float = 0) -> Layer:
    """The encoding of a place between 0 and 100 over the full width; ``slack`` keeps the ends off the edges.

    The layers of a chart share one scale, so they must have the same slack.
    """
    value = {"field": place} if isinstance(place, str) else {"datum": place}
    scale = {"domain": [-slack, 100 + slack], "nice": False, "zero": False}
    return {**value, "type": "quantitative", "scale": scale, "axis": None}


def at_height(field: str) -> Layer:
    """The encoding of a height in px from the top, as a field holds it (a scale of 1 to 1)."""
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [0, 1], "range": [0, 1], "nice": False},
        "axis": None,
    }


def _flow() -> list[dict[str, Any]]:
    """Choose the form of each text, then add the heights up."""
    return [
        {"calculate": "width < datum.needs ? datum.narrow : datum.wide", "as": "shown"},
        {"calculate": f"datum.height + datum.grow * ({LINES} - 1)", "as": "room"},
        {"window": [{"op": "sum", "field": "room", "as": "bottom"}], "frame": [None, 0]},
        {"calculate": "datum.bottom - datum.room", "as": "top"},
    ]


def _note_layers(palette: Palette) -> list[Layer]:
    return [labels_layer("note", fontSize=NOTE_SIZE, color=palette.quiet)]
