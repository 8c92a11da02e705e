"""The panel: hollow dot for the wave before, filled dot for this wave, value "30 → 36"."""

from explorer.survey.figures.figure import Figure
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import counted, whole_number
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
from explorer.telling.words.answers import Answer, answered, known_base, panel_answers
from explorer.telling.words.origin import marked, origin_line
from explorer.telling.words.withheld import word_of

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
    rows = [caption_row(_caption(qf, shown))]
    rows += [_row(answer) for answer in shown]
    rows += note_rows(origin_line(_figures(shown)))
    return chart(rows, _layers(palette), palette, dumbbell_alt(qf))


def dumbbell_alt(qf: QuestionFigures) -> str:
    """The same figures in sentences; says so where there is nothing to compare."""
    shown = panel_answers(qf)
    if not shown:
        return "Er zijn geen gemeenten om over twee metingen te vergelijken."
    sentences = [f"Verandering bij dezelfde gemeenten. {_caption(qf, shown)}"]
    sentences += [f"{answer.label}: van {_count(_before(answer))} naar {_count(answer.now)}." for answer in shown]
    origin = origin_line(_figures(shown))
    return " ".join([*sentences, *([origin] if origin else [])])


def _row(answer: Answer) -> Row:
    before = _before(answer)
    value = f"{_number(before)} → {_number(answer.now)}"
    return row(
        "pair", answer.label, ROW_HEIGHT, beside=value, label=answer.label, before=share(before), now=share(answer.now)
    )


def _number(figure: Figure) -> str:
    return marked(_count(figure), figure)


def _count(figure: Figure) -> str:
    return word_of(figure) if figure.n is None else whole_number(figure.n)


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


def _caption(qf: QuestionFigures, shown: tuple[Answer, ...]) -> str:
    known = known_base(answer.now for answer in shown)
    who = "Dezelfde gemeenten" if known is None else f"Dezelfde {counted(known.base, 'gemeente', 'gemeenten')}"
    return f"{who}. Open rondje {_before(shown[0]).wave}, dicht {qf.wave}."


def _before(answer: Answer) -> Figure:
    """The figure of the wave before; :func:`panel_answers` gives only answers that have one."""
    if answer.before is None:
        raise ValueError(f"{answer.id} has no figure of the wave before")
    return answer.before


def _figures(shown: tuple[Answer, ...]) -> list[Figure]:
    return [figure for answer in shown for figure in (_before(answer), answer.now)]
