"""The panel: hollow dot for the wave before, filled dot for this wave, value "30 → 36"."""

from collections.abc import Sequence

from explorer.survey.figures.figure import SMALL_BASE, Figure
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.charts.base import (
    NOTE_SIZE,
    Layer,
    Row,
    Spec,
    at_height,
    band_layer,
    chart,
    labels_layer,
    note_rows,
    on_scale,
    row,
    values_layer,
)
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.track import TRACK_HEIGHT, caption_row, tooltips
from explorer.telling.sentences.pictures import dumbbell_alt
from explorer.telling.words.answers import Answer, known_base, pair_of, panel_answers
from explorer.telling.words.captions import panel_caption
from explorer.telling.words.numbers import signed_count
from explorer.telling.words.origin import origin_line

ROW_HEIGHT = TRACK_HEIGHT  # so that the rows of both pictures stand on one line
_LINE_OFFSET = 13
_SLACK = 2


def dumbbell(qf: QuestionFigures, palette: Palette) -> Spec | None:
    """The answers of which both counts are told, among who answered in both waves; None where there are none or too
    few, or where the question may not be compared.

    Raises:
        TrendError: figures of the wave before are given for a question that is not identical.
    """
    shown = panel_answers(qf)
    whole = _whole(qf, shown)
    if not shown or whole is None or whole < SMALL_BASE:
        return None
    rows = [caption_row(panel_caption(qf, shown))]
    rows += [_row(answer, whole) for answer in shown]
    figures = [figure for answer in shown for figure in pair_of(answer)]
    rows += note_rows(origin_line(figures, " ".join(map(signed_count, figures))))
    return chart(rows, _layers(palette), palette, dumbbell_alt(qf))


def _whole(qf: QuestionFigures, shown: Sequence[Answer]) -> int | None:
    """How many the line stands for: those who answered both times, or else who can have."""
    known = known_base(answer.now for answer in shown)
    return qf.both if known is None else known.base


def _row(answer: Answer, whole: int) -> Row:
    before, now = pair_of(answer)
    value = f"{signed_count(before)} → {signed_count(now)}"
    drawn = row("pair", answer.label, ROW_HEIGHT, beside=value, label=answer.label)
    return drawn | {"before": _place(before, whole), "now": _place(now, whole)}


def _place(figure: Figure, whole: int) -> float | None:
    return None if figure.exact_n is None else 100 * figure.exact_n / whole


def _layers(palette: Palette) -> list[Layer]:
    return [
        _line(0, 100, thickness=2, color=palette.line),
        _line("before", "now", thickness=4, color=palette.bar),
        _dot("before", fill=palette.page, stroke=palette.text, strokeWidth=2, size=100),
        _dot("now", fill=palette.bar, stroke=palette.bar, strokeWidth=2, size=100),
        labels_layer("pair", color=palette.text),
        values_layer("pair", ROW_HEIGHT, fontWeight=600, color=palette.text),
        labels_layer("caption", fontSize=NOTE_SIZE, color=palette.quiet),
    ]


def _line(start: object, end: object, *, thickness: float, color: str) -> Layer:
    """A line on the scale of the dots, which keep clear of the edges."""
    line = band_layer("pair", start, end, offset=_LINE_OFFSET, thickness=thickness, color=color)
    line["encoding"]["x"] = on_scale(start, slack=_SLACK)
    return line


def _dot(place: str, **mark: object) -> Layer:
    return {
        "transform": [{"filter": f"datum.kind === 'pair' && isValid(datum.{place})"}],
        "mark": {"type": "point", "shape": "circle", "opacity": 1, "yOffset": -_LINE_OFFSET, **mark},
        "encoding": {
            "x": on_scale(place, slack=_SLACK),
            "y": at_height("bottom"),
            "tooltip": tooltips(("label", "Antwoord"), ("beside", "Gemeenten")),
        },
    }
