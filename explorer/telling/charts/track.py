"""The track: a label, its value at the right end of the same line, and below it a bar over the full width."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.survey.figures.figure import Figure, percentage
from explorer.telling.charts.base import (
    LABEL_SIZE,
    NARROWEST,
    NOTE_SIZE,
    Layer,
    Row,
    at_height,
    band_layer,
    labels_layer,
    row,
    values_layer,
)
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.wrapping import broken, text_width, wrapped
from explorer.telling.words.own import OWN
from explorer.telling.words.withheld import is_range

TRACK_HEIGHT, FEW_HEIGHT, CAPTION_HEIGHT = 48, 28, 26
_BAR_OFFSET, _BAR_THICKNESS, _STROKE_HEIGHT = 16, 13, 20
_DIAMOND_SIZE, _DIAMOND_ROOM = 150, 8
_OPEN = 0.4
_SIGN_SIZE, _SIGN_ROOM, _OWN_GAP = 70, 13, 10


def share(figure: Figure | None) -> float | None:
    """The place of a figure on the scale of 0 to 100, of a range the lowest one; None where it is withheld or nobody
    answered.
    """
    if figure is None:
        return None
    if is_range(figure):
        place = percentage(figure.n_low, figure.base_high or figure.base, decimals=1)
    else:
        place = percentage(figure.n, figure.base, decimals=1)
    return None if place is None else float(place)


def reach(figure: Figure) -> float | None:
    """Up to where a range may reach on the same scale; None where the share is exact, or nothing is told."""
    if not is_range(figure) or figure.n_high is None or not figure.base:
        return None
    return min(100.0, 100 * figure.n_high / (figure.base_low or figure.base))


@dataclass(frozen=True, slots=True)
class Places:
    """Where a track is drawn on the scale of 0 to 100: its bar, up to where a range reaches, and the wave before.

    None is not drawn; of too few answers for a share there is no track either, which would look like 0 %.
    """

    bar: float | None
    reach: float | None = None
    before: float | None = None
    has_track: bool = True

    @classmethod
    def of(cls, figure: Figure, before: Figure | None) -> "Places":
        if figure.has_small_base:
            return TOO_FEW
        # A range of the wave before has no place for a stroke.
        stroke = None if before is None or is_range(before) or before.has_small_base else share(before)
        return cls(share(figure), reach(figure), stroke)


TOO_FEW = Places(None, has_track=False)


def track_row(label: str, value: str, places: Places, colour: str) -> Row:
    """One track; of too few answers the label with its value alone."""
    kind, height = ("track", TRACK_HEIGHT) if places.has_track else ("few", FEW_HEIGHT)
    drawn = row(kind, label, height, beside=value, label=label, place=places.bar, before=places.before)
    return drawn | {"reach": places.reach, "color": colour}


def own_track_row(track: Row) -> Row:
    """The same track with the diamond of the municipality that looks, and words that say whose it is.

    The words stand behind the label where they fit, and else on a line of their own; they are small text behind a small
    diamond, drawn by :func:`track_layers`.
    """
    beside = text_width(track["beside"], LABEL_SIZE, bold=True) + 12
    words = _OWN_GAP + _SIGN_ROOM + text_width(OWN, NOTE_SIZE, bold=True)
    label = track["label"]
    lines = wrapped(label, NARROWEST - beside, LABEL_SIZE)
    if text_width(lines[-1], LABEL_SIZE) + words > NARROWEST - beside:
        lines.append("")
    return {
        **track,
        "own": track["place"] or 0,
        "needs": round(text_width(label, LABEL_SIZE) + words + beside + 6),
        "narrow": broken(lines),
        "own_wide": text_width(label, LABEL_SIZE) + _OWN_GAP,
        "own_narrow": text_width(lines[-1], LABEL_SIZE) + (_OWN_GAP if lines[-1] else 0),
    }


def caption_row(text: str) -> Row:
    """What bar and stroke mean, small, above the tracks."""
    return row("caption", text, CAPTION_HEIGHT, size=NOTE_SIZE)


def track_layers(palette: Palette) -> list[Layer]:
    """Track, bar, stroke for the wave before, label and value; headings and captions where rows of that kind are."""
    return [
        band_layer(
            "track",
            0,
            100,
            offset=_BAR_OFFSET,
            thickness=_BAR_THICKNESS,
            color=palette.track,
        ),
        _bar(),
        _open_bar(),
        _stroke(palette),
        labels_layer("track", color=palette.text),
        values_layer("track", TRACK_HEIGHT, fontWeight=600, color=palette.text),
        labels_layer("few", color=palette.text),
        values_layer("few", FEW_HEIGHT, fontWeight=600, color=palette.text),
        labels_layer("caption", fontSize=NOTE_SIZE, color=palette.quiet),
        *_own_layers(palette),
    ]


def tooltips(*fields: tuple[str, str]) -> Sequence[dict[str, str]]:
    """A tooltip of fields with their Dutch titles."""
    return [{"field": field, "type": "nominal", "title": title} for field, title in fields]


def _bar() -> Layer:
    bar = band_layer("track", "place", 0, offset=_BAR_OFFSET, thickness=_BAR_THICKNESS)
    bar["encoding"]["color"] = {"field": "color", "type": "nominal", "scale": None}
    bar["encoding"]["tooltip"] = tooltips(("label", "Antwoord"), ("beside", "Waarde"))
    return bar


def _open_bar() -> Layer:
    """What a range leaves open: lighter, from what is certain up to what may be."""
    bar = band_layer("track", "place", "reach", offset=_BAR_OFFSET, thickness=_BAR_THICKNESS, opacity=_OPEN)
    bar["encoding"]["color"] = {"field": "color", "type": "nominal", "scale": None}
    return bar


def _stroke(palette: Palette) -> Layer:
    """An upright stroke of 2.5 px at the place of the wave before."""
    stroke = band_layer("track", "before", 0, offset=_BAR_OFFSET, thickness=_STROKE_HEIGHT)
    del stroke["encoding"]["x2"]
    stroke["mark"] = {"type": "rule", "strokeWidth": 2.5, "color": palette.text}
    return stroke


def _own_layers(palette: Palette) -> list[Layer]:
    """The diamond on the bar, kept off the edges, and the words behind the label with a small one before them."""
    room = _DIAMOND_ROOM
    on_bar = {"value": {"expr": f"clamp(datum.own / 100 * width, {room}, width - {room})"}}
    behind_label = {"value": {"expr": "width < datum.needs ? datum.own_narrow : datum.own_wide"}}
    diamond = {"type": "point", "shape": "diamond", "filled": True, "opacity": 1, "color": palette.own}
    large = {**diamond, "size": _DIAMOND_SIZE, "stroke": palette.page, "strokeWidth": 1.5, "yOffset": -_BAR_OFFSET}
    layers = [_own_layer("track", large, on_bar)]
    for kind, height in (("track", TRACK_HEIGHT), ("few", FEW_HEIGHT)):
        last_line = LABEL_SIZE - height
        small = {**diamond, "size": _SIGN_SIZE, "xOffset": 5, "yOffset": last_line - 5}
        layers += [
            _own_layer(kind, small, behind_label),
            _own_layer(kind, _own_words(palette, last_line), behind_label),
        ]
    return layers


def _own_words(palette: Palette, last_line: float) -> dict[str, object]:
    return {
        "type": "text",
        "text": OWN,
        "align": "left",
        "baseline": "alphabetic",
        "fontSize": NOTE_SIZE,
        "fontWeight": 600,
        "color": palette.own,
        "xOffset": _SIGN_ROOM,
        "yOffset": last_line,
    }


def _own_layer(kind: str, mark: dict[str, object], place: Layer) -> Layer:
    return {
        "transform": [{"filter": f"datum.kind === '{kind}' && isValid(datum.own)"}],
        "mark": mark,
        "encoding": {"x": place, "y": at_height("bottom")},
    }
