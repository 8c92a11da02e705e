"""A matrix with several answers per item: a cell per option, with the number of municipalities in it."""

from bisect import bisect_right
from collections.abc import Sequence

from explorer.survey.codebook.model import Option
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.charts.base import (
    LINES,
    NARROWEST,
    Layer,
    Row,
    Spec,
    at_height,
    on_scale,
    overlay,
)
from explorer.telling.charts.matrix import MatrixForm, mark_layers, matrix_chart
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.wrapping import broken, wrapped
from explorer.telling.sentences.pictures import heat_alt
from explorer.telling.words.answers import ItemAnswers
from explorer.telling.words.numbers import spoken
from explorer.telling.words.own import is_own
from explorer.telling.words.withheld import count_of, middle_of

CLASS_BOUNDS = (10, 25, 40, 60)
"""Shares in percent at which a darker class starts."""
ITEM_HEIGHT, CELL_HEIGHT = 58, 28
_HEADER_SIZE, _HEADER_LINE, _WIDE_COLUMN = 12.5, 15, 118


def heat(qf: QuestionFigures, palette: Palette) -> Spec | None:
    """A cell per item and option, coloured by its share; None where there is nothing to draw.

    Raises:
        TrendError: figures of the wave before are given for a question that is not identical.
    """
    form = MatrixForm(header=_header, marks=_cells, layers=_layers, item_height=ITEM_HEIGHT)
    return matrix_chart(qf, palette, form, heat_alt(qf))


def heat_colour(figure: Figure, palette: Palette) -> str:
    """The class of a share, of a range that of its middle; the colour of an empty track where there is none, or where
    too few answered for a share.
    """
    middle = None if figure.has_small_base else middle_of(figure)
    share = None if middle is None or not figure.base else round(100 * middle / figure.base, 1)
    return palette.scale[bisect_right(CLASS_BOUNDS, share)] if share else palette.track


def _header(options: Sequence[Option], _palette: Palette) -> list[Row]:
    """Labels above the columns, broken at the width of a column, resting on the cells below them."""
    columns = len(options)
    narrow = [wrapped(option.label, NARROWEST / columns - 3, _HEADER_SIZE) for option in options]
    wide = [wrapped(option.label, _WIDE_COLUMN, _HEADER_SIZE) for option in options]
    needs = columns * (_WIDE_COLUMN + 6)
    space = overlay("space") | {
        "needs": needs,
        "height": _HEADER_LINE + 8,
        "grow": _HEADER_LINE,
        "wide": "\n" * (max(map(len, wide)) - 1),
        "narrow": "\n" * (max(map(len, narrow)) - 1),
    }
    texts = [
        overlay("header", middle=100 * (position + 0.5) / columns)
        | {"needs": needs, "wide": broken(lines[0]), "narrow": broken(lines[1])}
        for position, lines in enumerate(zip(wide, narrow, strict=True))
    ]
    return [space, *texts]


def _cells(qf: QuestionFigures, answers: ItemAnswers, palette: Palette) -> list[Row]:
    width = 100 / len(answers.cells)
    return [
        overlay(
            "cell",
            start=width * position,
            end=width * (position + 1),
            middle=width * (position + 0.5),
            color=(colour := heat_colour(figure, palette)),
            ink=palette.readable_on(colour),
            number=count_of(figure),
            item=answers.item.label,
            option=option.label,
            told=spoken(figure),
            own=is_own(qf, option.id, answers.item.id),
        )
        for position, (option, figure) in enumerate(answers.cells)
    ]


def _layers(palette: Palette) -> list[Layer]:
    return [*mark_layers("cell", palette, thickness=CELL_HEIGHT, gap=2), _header_texts(palette)]


def _header_texts(palette: Palette) -> Layer:
    return {
        "transform": [
            {"filter": "datum.kind === 'header'"},
            {"calculate": f"datum.bottom - 7 - {_HEADER_LINE} * ({LINES} - 1)", "as": "first_line"},
        ],
        "mark": {
            "type": "text",
            "baseline": "alphabetic",
            "lineHeight": _HEADER_LINE,
            "lineBreak": "\n",
            "fontSize": _HEADER_SIZE,
            "color": palette.quiet,
        },
        "encoding": {"x": on_scale("middle"), "y": at_height("first_line"), "text": {"field": "shown"}},
    }
