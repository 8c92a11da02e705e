"""The frame that charts of a question with items share: a header, then per item its label and its marks, and notes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from explorer.survey.codebook.model import Option
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.charts.base import NOTE_SIZE, Layer, Row, Spec, chart, labels_layer, note_rows, row, values_layer
from explorer.telling.charts.palette import Palette
from explorer.telling.words.answers import ItemAnswers, answered, item_answers
from explorer.telling.words.captions import counting_notes, item_base

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
