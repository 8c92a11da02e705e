"""The panel: hollow dot for the wave before, filled dot for this wave, value "30 → 36"."""

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
from explorer.telling.charts.track import TRACK_HEIGHT, caption_row, share, tooltips
from explorer.telling.sentences.pictures import dumbbell_alt
from explorer.telling.words.answers import Answer, answered, pair_of, panel_answers
from explorer.telling.words.captions import panel_caption
from explorer.telling.words.numbers import count_text
from explorer.telling.words.origin import marked, origin_line

ROW_HEIGHT = TRACK_HEIGHT  # so that the rows of both pictures stand on one line
_LINE_OFFSET = 13
_SLACK = 2


def dumbbell(qf: QuestionFigures, palette: Palette) -> Spec | None:
    """The respondents of both waves; None where there are none, or where the question may not be compared.

    Raises:
        TrendError: figures of the wave before are given for a question that is not identical.
    """
    shown = panel_answers(qf)
    if not shown or not answered(qf.panel_now):
        return None
    rows = [caption_row(panel_caption(qf, shown))]
    rows += [_row(answer) for answer in shown]
    rows += note_rows(origin_line(figure for answer in shown for figure in pair_of(answer)))
    return chart(rows, _layers(palette), palette, dumbbell_alt(qf))


def _row(answer: Answer) -> Row:
    before, now = pair_of(answer)
    value = f"{marked(count_text(before), before)} → {marked(count_text(now), now)}"
    return row(
        "pair", answer.label, ROW_HEIGHT, beside=value, label=answer.label, before=share(before), now=share(answer.now)
    )


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
