"""What charts of a question with items share: its cells, and the label above each item's marks."""

from dataclasses import dataclass

from explorer.survey.codebook.model import Item, Option
from explorer.survey.figures.figure import Figure, Kind, find
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import whole_number
from explorer.telling.charts.base import NOTE_SIZE, Layer, Row, labels_layer, row, values_layer
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.tracks import spoken
from explorer.telling.words.answers import known_base, refuse_false_trend
from explorer.telling.words.origin import origin_line
from explorer.telling.words.own import edge_note, own_alt
from explorer.telling.words.withheld import ABOUT, is_rounded, rounded_line, signs_line, word_of


@dataclass(frozen=True, slots=True)
class ItemAnswers:
    """The figures of one item, an option each, in the codebook's order."""

    item: Item
    cells: tuple[tuple[Option, Figure], ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of its cells."""
        return tuple(figure for _, figure in self.cells)


def item_answers(qf: QuestionFigures) -> tuple[ItemAnswers, ...]:
    """Items that have figures, in the codebook's order.

    Raises:
        TrendError: figures of the wave before are given for a question that is not identical.
    """
    refuse_false_trend(qf)
    found = (ItemAnswers(item, _cells(qf, item)) for item in qf.question.items)
    return tuple(answers for answers in found if answers.cells)


def item_row(answers: ItemAnswers, height: float) -> Row:
    """The item's label, with its base at the right end: bases differ between items."""
    known = known_base(answers.figures)
    if known is None:
        base = word_of(answers.figures[0])
    elif known.base == 0:
        base = "geen antwoorden"
    else:
        base = f"van {ABOUT if is_rounded(known) else ''}{whole_number(known.base)}"
    return row("item", answers.item.label, height, beside=base)


def item_layers(height: float, palette: Palette) -> list[Layer]:
    """The labels of the items and their bases."""
    return [
        labels_layer("item", color=palette.text),
        values_layer("item", height, color=palette.quiet, fontSize=NOTE_SIZE),
    ]


def matrix_alt(qf: QuestionFigures, opening: str) -> str:
    """The figures of a question with items, in sentences."""
    shown = item_answers(qf)
    sentences = [f"{opening} bij de vraag: {qf.question.text}"]
    sentences += [
        f"{answers.item.label}: "
        + "; ".join(f"{option.label}, {spoken(figure)}" for option, figure in answers.cells)
        + "."
        for answers in shown
    ]
    figures = all_figures(shown)
    return " ".join(filter(None, [*sentences, own_alt(qf), rounded_line(figures), origin_line(figures)]))


def counting_notes(qf: QuestionFigures, shown: tuple[ItemAnswers, ...]) -> tuple[str, ...]:
    """What the numbers are and where they come from, what signs stand for, and whose the edges are."""
    figures = all_figures(shown)
    numbers = " ".join(filter(None, ["Aantal gemeenten.", rounded_line(figures), origin_line(figures)]))
    return tuple(filter(None, [numbers, signs_line(figures), edge_note(qf)]))


def all_figures(shown: tuple[ItemAnswers, ...]) -> list[Figure]:
    """Every figure of every item."""
    return [figure for answers in shown for _, figure in answers.cells]


def _cells(qf: QuestionFigures, item: Item) -> tuple[tuple[Option, Figure], ...]:
    pairs = ((option, find(qf.now, option.id, item=item.id, kind=Kind.OPTION)) for option in qf.question.options)
    return tuple((option, figure) for option, figure in pairs if figure is not None)
