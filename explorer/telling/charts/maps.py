"""Maps of provinces and municipalities in RD New, from TopoJSON that the browser fetches once.

A shape takes no keyboard focus: a select box and :func:`~explorer.telling.charts.tracks.rows` stand beside every map.
"""

from collections.abc import Collection, Sequence
from typing import Any

from explorer.survey.figures.figure import SMALL_BASE, Origin
from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus, ResponseRate
from explorer.survey.formats import NO_BREAK, UNKNOWN
from explorer.survey.geography.municipalities import PROVINCES
from explorer.telling.charts.base import LABEL_SIZE, NOTE_SIZE, Layer, Spec, frame
from explorer.telling.charts.classes import CLASSES, class_bounds, class_labels, class_of
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.track import tooltips
from explorer.telling.charts.wrapping import broken, wrapped
from explorer.telling.sentences.pictures import municipality_map_alt, province_map_alt
from explorer.telling.words.measures import Measure
from explorer.telling.words.origin import common_origin
from explorer.telling.words.statuses import STATUS_WORDS, status_text

Boundaries = str | dict[str, Any]
"""The address of a TopoJSON file, or its contents (for pictures that are made without a browser)."""

KEYS = {"provinces": ("properties.name", "province"), "municipalities": ("id", "code")}
"""Which field of a shape is which field of a row."""
OUTSIDE = "buiten uw keuze"
FEW = f"minder dan {SMALL_BASE}"
"""A share of so few is no tone."""
OTHERS = "geen deelnemer uit deze groep"
"""Of a group only who took part is listed; the others may lie in it or outside it."""
SOURCE_LINE = "Grenzen: CBS en Kadaster, CC BY 4.0."
MAP_HEIGHT = 420
_LEGEND_WIDTH = 105


def province_map(
    boundaries: Boundaries, rates: Sequence[ResponseRate], measure: Measure, palette: Palette, *, origin: Origin
) -> Spec | None:
    """Twelve provinces in five classes of ``measure``; None where no province has a value.

    ``rates`` holds one row per province of one wave. A click gives the selection ``province`` with the field
    ``province``, an official name. A share of a small base gets a neutral tone; text and tooltip give its counts.
    """
    if all(measure.value_of(rate) is None for rate in rates):
        return None
    tones, legend = _province_tones(rates, measure, palette)
    rows = [_province_row(rate, tones[rate.province], measure) for rate in rates]
    shapes = _shapes(boundaries, "provinces", rows, palette, OUTSIDE)
    shapes |= _clickable("province", "province", palette, thin=1.2)
    shapes["encoding"]["tooltip"] = tooltips(("province", "Provincie"), ("told", measure.short))
    chosen = _chosen(boundaries, "provinces", "province", palette)
    layers = [shapes, chosen, *_legend(legend, palette), *_notes(origin, palette)]
    return _map(layers, palette, province_map_alt(rates, measure, origin=origin))


def _province_tones(
    rates: Sequence[ResponseRate], measure: Measure, palette: Palette
) -> tuple[dict[str | None, str], list[tuple[str, str]]]:
    """The colour of each province, and the colours that a legend explains."""
    values = {rate.province: None if measure.has_small_base(rate) else measure.value_of(rate) for rate in rates}
    known = [value for value in values.values() if value is not None]
    legend: list[tuple[str, str]] = []
    small = {rate.province for rate in rates if measure.has_small_base(rate)}
    tones = {name: palette.line if name in small else palette.track for name in values}
    if len(set(known)) == 1:
        # One value makes no classes: every province that has it gets one colour, and text says what it is.
        tones |= {name: palette.bar for name, value in values.items() if value is not None}
    elif known:
        bounds = class_bounds(known, is_percent=measure.is_percent)
        tones |= {name: _class_colour(value, bounds, palette) for name, value in values.items() if value is not None}
        labels = class_labels(bounds, unit=f"{NO_BREAK}%" if measure.is_percent else "")
        legend += _classes(labels, {class_of(value, bounds) for value in known}, len(known), palette)
    if small:
        legend.append((FEW, palette.line))
    if any(measure.value_of(rate) is None and rate.province not in small for rate in rates):
        legend.append((UNKNOWN, palette.track))
    if len(rates) < len(PROVINCES):
        legend.append((OUTSIDE, palette.track))
    return tones, legend


def _classes(labels: Sequence[str], used: Collection[int], n_values: int, palette: Palette) -> list[tuple[str, str]]:
    """The classes with their colours; of fewer values than classes only those in which one lies."""
    every = zip(labels, palette.scale, strict=True)
    return [entry for place, entry in enumerate(every) if n_values >= CLASSES or place in used]


def municipality_map(
    boundaries: Boundaries,
    statuses: Sequence[MunicipalityStatus],
    palette: Palette,
    *,
    origin: Origin,
    others: str | None = None,
) -> Spec | None:
    """Municipalities of one wave in three tones, with province borders over them; None without any.

    ``others`` is what those are called that are not listed, where there are any.
    ``boundaries`` holds the objects ``municipalities`` of that wave and ``provinces``. A click gives the selection
    ``municipality`` with the field ``code``.
    """
    if not statuses:
        return None
    rows = [
        {
            "code": entry.code,
            "name": entry.municipality,
            "told": status_text(entry),
            "color": _tone(entry.status, palette),
        }
        for entry in statuses
    ]
    shapes = _shapes(boundaries, "municipalities", rows, palette, others or OUTSIDE)
    shapes |= _clickable("municipality", "code", palette, thin=0.4)
    shapes["encoding"]["tooltip"] = tooltips(("name", "Gemeente"), ("told", "Meting"))
    borders = _outline(boundaries, "provinces", palette, 0.9)
    chosen = _chosen(boundaries, "municipalities", "municipality", palette)
    tones = [*_tones(statuses, palette), *([] if others is None else [(others, palette.track)])]
    layers = [shapes, borders, chosen, *_legend(tones, palette)]
    return _map([*layers, *_notes(origin, palette)], palette, municipality_map_alt(statuses, origin=origin))


def _province_row(rate: ResponseRate, colour: str, measure: Measure) -> dict[str, Any]:
    return {"province": rate.province, "told": measure.text_of(rate), "color": colour}


def _class_colour(value: float, bounds: Sequence[int], palette: Palette) -> str:
    return palette.scale[class_of(value, bounds)]


def _tone(status: ContactStatus, palette: Palette) -> str:
    if status.took_part:
        return palette.scale[-1]
    return palette.scale[2] if status.was_asked else palette.line


def _tones(statuses: Sequence[MunicipalityStatus], palette: Palette) -> list[tuple[str, str]]:
    """The tones that occur, from took part to not joined."""
    present = {entry.status for entry in statuses}
    return list({STATUS_WORDS[s]: _tone(s, palette) for s in ContactStatus if s in present}.items())


def _map(layers: list[Layer], palette: Palette, description: str) -> Spec:
    return {
        **frame(palette, description),
        "autosize": {"type": "fit-x", "contains": "padding"},
        "height": MAP_HEIGHT,
        "projection": {"type": "identity", "reflectY": True},
        "layer": layers,
    }


def _shapes(boundaries: Boundaries, feature: str, rows: list[dict[str, Any]], palette: Palette, others: str) -> Layer:
    """Filled shapes whose colour and texts come from ``rows``.

    A shape without a row stays on the map in the colour of a track, and is told to be one of the ``others``.
    """
    shape_key, row_key = KEYS[feature]
    found = {"data": {"name": f"{feature}_rows", "values": rows}, "key": row_key, "fields": list(rows[0])}
    return {
        "data": _topology(boundaries, feature),
        "transform": [
            {"lookup": shape_key, "from": found},
            {"calculate": f"datum.color || '{palette.track}'", "as": "color"},
            {"calculate": f"datum.told || '{others}'", "as": "told"},
            {"calculate": f"datum.{shape_key}", "as": row_key},
            {"calculate": "datum.properties.name", "as": "name"},
        ],
        "mark": {"type": "geoshape"},
        "encoding": {"color": {"field": "color", "type": "nominal", "scale": None}},
    }


def _clickable(selection: str, field: str, palette: Palette, *, thin: float) -> Layer:
    """Borders in the colour of the page, and a selection by click."""
    mark = {"type": "geoshape", "stroke": palette.page, "strokeWidth": thin, "strokeJoin": "round", "cursor": "pointer"}
    return {"params": [{"name": selection, "select": {"type": "point", "fields": [field]}}], "mark": mark}


def _chosen(boundaries: Boundaries, feature: str, selection: str, palette: Palette) -> Layer:
    """The outline of what is selected, over its neighbours."""
    shape_key, field = KEYS[feature]
    return {
        **_outline(boundaries, feature, palette, 2.5),
        "transform": [
            {"calculate": f"datum.{shape_key}", "as": field},
            {"filter": {"param": selection, "empty": False}},
        ],
    }


def _outline(boundaries: Boundaries, feature: str, palette: Palette, width: float) -> Layer:
    """Borders without any fill: a transparent one would keep the pointer from the shapes below."""
    mark = {"type": "geoshape", "fill": None, "stroke": palette.text, "strokeWidth": width, "tooltip": None}
    return {"data": _topology(boundaries, feature), "mark": mark}


def _topology(boundaries: Boundaries, feature: str) -> dict[str, Any]:
    source = {"url": boundaries} if isinstance(boundaries, str) else {"values": boundaries, "name": f"{feature}_shapes"}
    return {**source, "format": {"type": "topojson", "feature": feature}}


def _legend(entries: Sequence[tuple[str, str]], palette: Palette) -> list[Layer]:
    """Classes as a small list in the corner where the sea is; labels break before they reach the islands."""
    rows: list[dict[str, Any]] = []
    line = 10
    for label, colour in entries:
        lines = wrapped(label, _LEGEND_WIDTH, 14)
        rows.append({"label": broken(lines), "color": colour, "line": line})
        line += 4 + 16 * len(lines)
    data = {"values": rows}
    place = {"value": {"expr": "datum.line"}}
    return [
        {
            "data": data,
            "mark": {"type": "square", "size": 150, "opacity": 1},
            "encoding": {
                "x": {"value": 8},
                "y": place,
                "color": {"field": "color", "type": "nominal", "scale": None},
            },
        },
        {
            "data": data,
            "mark": {
                "type": "text",
                "align": "left",
                "baseline": "alphabetic",
                "yOffset": 5,
                "lineHeight": 16,
                "lineBreak": "\n",
                "color": palette.text,
                "fontSize": 14,
            },
            "encoding": {"x": {"value": 22}, "y": place, "text": {"field": "label"}},
        },
    ]


def _notes(origin: Origin, palette: Palette) -> list[Layer]:
    """Source and origin under the map."""
    note = broken([*filter(None, [SOURCE_LINE, common_origin(origin)])])
    mark = {
        "type": "text",
        "align": "left",
        "baseline": "alphabetic",
        "fontSize": NOTE_SIZE,
        "lineHeight": 18,
        "lineBreak": "\n",
        "color": palette.quiet,
    }
    place = {"x": {"value": 0}, "y": {"value": MAP_HEIGHT + LABEL_SIZE + 4}}
    return [{"data": {"values": [{"note": note}]}, "mark": mark, "encoding": {**place, "text": {"field": "note"}}}]
