"""The track: a label, its value at the right end of the same line, and below it a bar over the full width."""

from collections.abc import Sequence

from explorer.charts.base import (
    NOTE_SIZE,
    Layer,
    Row,
    band_layer,
    labels_layer,
    row,
    values_layer,
)
from explorer.charts.origin import marked
from explorer.figures import Figure, percentage
from explorer.formats import UNKNOWN, out_of, percent
from explorer.palette import Palette

TRACK_HEIGHT, CAPTION_HEIGHT = 48, 26
_BAR_OFFSET, _BAR_THICKNESS, _STROKE_HEIGHT = 16, 13, 20


def share(figure: Figure | None) -> float | None:
    """The place of a figure on the scale of 0 to 100; None where it is withheld or nobody answered."""
    place = None if figure is None else percentage(figure.n, figure.base, decimals=1)
    return None if place is None else float(place)


def value_text(figure: Figure) -> str:
    """Such as "34 · 34 % ●"; under a small base "3 van 8"; a word where there is no number."""
    if figure.n is None or figure.base is None:
        return UNKNOWN
    if figure.base == 0:
        return "geen antwoorden"
    text = (
        out_of(figure.n, figure.base, article=False)
        if figure.has_small_base
        else f"{figure.n} · {percent(figure.n, figure.base)}"
    )
    return marked(text, figure)


def track_row(label: str, value: str, place: float | None, colour: str, *, before: float | None = None) -> Row:
    """One track; ``place`` and ``before`` lie on the scale of 0 to 100, None is not drawn."""
    return row("track", label, TRACK_HEIGHT, beside=value, label=label, place=place, before=before, color=colour)


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
        _stroke(palette),
        labels_layer("track", color=palette.text),
        values_layer("track", TRACK_HEIGHT, fontWeight=600, color=palette.text),
        labels_layer("caption", fontSize=NOTE_SIZE, color=palette.quiet),
    ]


def tooltips(*fields: tuple[str, str]) -> Sequence[dict[str, str]]:
    """A tooltip of fields with their Dutch titles."""
    return [{"field": field, "type": "nominal", "title": title} for field, title in fields]


def _bar() -> Layer:
    bar = band_layer("track", "place", 0, offset=_BAR_OFFSET, thickness=_BAR_THICKNESS)
    bar["encoding"]["color"] = {"field": "color", "type": "nominal", "scale": None}
    bar["encoding"]["tooltip"] = tooltips(("label", "Antwoord"), ("beside", "Waarde"))
    return bar


def _stroke(palette: Palette) -> Layer:
    """An upright stroke of 2.5 px at the place of the wave before."""
    stroke = band_layer("track", "before", 0, offset=_BAR_OFFSET, thickness=_STROKE_HEIGHT)
    del stroke["encoding"]["x2"]
    stroke["mark"] = {"type": "rule", "strokeWidth": 2.5, "color": palette.text}
    return stroke
