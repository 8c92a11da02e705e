"""The frame that charts of a question with items share: a header, then per item its label and its marks, and notes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from explorer.survey.codebook.model import Option
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.charts.base import (
    NOTE_SIZE,
    Layer,
    Row,
    Spec,
    band_layer,
    chart,
    labels_layer,
    note_rows,
    on_scale,
    outline_layer,
    row,
    values_layer,
)
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.track import tooltips
from explorer.telling.words.answers import ItemAnswers, answered, item_answers
from explorer.telling.words.captions import counting_notes, item_base

_OFFSET = 18
"""How far above the foot of its row the middle of a mark lies, in px; its label stands above it."""

Marks = Callable[[QuestionFigures, ItemAnswers, Palette], list[Row]]
"""The rows that are drawn at the place of an item."""


@dataclass(frozen=True, slots=True)
class MatrixForm:
    """What tells one chart of items from another: what stands above it, the marks of an item, how they are drawn."""

    header: Callable[[Sequence[Option], Palette], list[Row]]
    marks: Marks
    layers: Callable[[Palette], list[Layer]]
    item_height: float


def matrix_chart(qf: QuestionFigures, palette: Palette, form: MatrixForm, description: str) -> Spec | None:
    """A row of marks per item; None where there is nothing to draw.

    Raises:
        TrendError: figures of the wave before are given for a question that is not identical.
    """
    shown = item_answers(qf)
    if not answered(qf.now):
        return None
    rows = form.header([option for option, _ in shown[0].cells], palette)
    for answers in shown:
        rows += [item_row(answers, form.item_height), *form.marks(qf, answers, palette)]
    rows += note_rows(*counting_notes(qf, shown))
    layers = [*form.layers(palette), *item_layers(form.item_height, palette)]
    return chart(rows, layers, palette, description)


def item_row(answers: ItemAnswers, height: float) -> Row:
    """The item's label, with its base at the right end: bases differ between items."""
    return row("item", answers.item.label, height, beside=item_base(answers))


def item_layers(height: float, palette: Palette) -> list[Layer]:
    """The labels of the items and their bases."""
    return [
        labels_layer("item", color=palette.text),
        values_layer("item", height, color=palette.quiet, fontSize=NOTE_SIZE),
    ]


def mark_layers(kind: str, palette: Palette, *, thickness: float, gap: float, fits: str = "true") -> list[Layer]:
    """Marks of a kind in their own colours, an edge around those of the municipality that looks, and their numbers.

    ``gap`` is what is left open behind each, in px; ``fits`` is an expression that says where a number has room.
    """
    marks = band_layer(kind, "start", "end", offset=_OFFSET, thickness=thickness, x2Offset=-gap)
    marks["encoding"]["color"] = {"field": "color", "type": "nominal", "scale": None}
    marks["encoding"]["tooltip"] = tooltips(("item", "Onderdeel"), ("option", "Antwoord"), ("told", "Aantal"))
    edges = outline_layer(kind, offset=_OFFSET, thickness=thickness, gap=gap, colour=palette.own)
    numbers = {
        "transform": [{"filter": f"datum.kind === '{kind}' && {fits}"}],
        "mark": {"type": "text", "baseline": "middle", "yOffset": -_OFFSET, "fontSize": 14, "fontWeight": 600},
        "encoding": {
            "x": on_scale("middle"),
            "text": {"field": "number"},
            "color": {"field": "ink", "type": "nominal", "scale": None},
        },
    }
    return [marks, edges, numbers]
