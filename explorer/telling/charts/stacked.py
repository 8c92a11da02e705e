"""A matrix with one answer per item: a bar per item, cut into options, with a key of its own above it."""

from collections.abc import Sequence

from explorer.survey.codebook.model import Option
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import listed
from explorer.telling.charts.base import (
    NARROWEST,
    NOTE_SIZE,
    Layer,
    Row,
    Spec,
    at_height,
    overlay,
)
from explorer.telling.charts.matrix import MatrixForm, mark_layers, matrix_chart
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.wrapping import text_width
from explorer.telling.sentences.pictures import stacked_alt
from explorer.telling.words.answers import ItemAnswers
from explorer.telling.words.numbers import spoken
from explorer.telling.words.own import is_own
from explorer.telling.words.withheld import count_of, middle_of, sign_of, word_of

ITEM_HEIGHT, BAR_HEIGHT = 54, 22
_FULL, _LEAST_REST = 100, 3
_KEY_HEIGHT, _KEY_TEXT, _KEY_GAP = 22, 18, 16


def stacked(qf: QuestionFigures, palette: Palette) -> Spec | None:
    """A bar of options per item, the number in each piece that is wide enough; None where there is nothing to draw.

    Raises:
        TrendError: figures of the wave before are given for a question that is not identical.
    """
    form = MatrixForm(header=_key, marks=_pieces, layers=_layers, item_height=ITEM_HEIGHT)
    return matrix_chart(qf, palette, form, stacked_alt(qf))


def _colours(options: Sequence[Option], palette: Palette) -> list[str]:
    """By phase where the question has phases, else from the scale, dark first."""
    if any(option.phase is not None for option in options):
        return [palette.line if option.phase is None else palette.phases[option.phase] for option in options]
    return [palette.scale[-1 - position % len(palette.scale)] for position in range(len(options))]


def _key(options: Sequence[Option], palette: Palette) -> list[Row]:
    """A square and a label per option, on as many lines as a phone needs. Vega's own legend cuts its labels."""
    rows: list[Row] = []
    place = float(NARROWEST)
    for option, colour in zip(options, _colours(options, palette), strict=True):
        width = _KEY_TEXT + text_width(option.label, NOTE_SIZE)
        if place + width > NARROWEST:
            rows.append(overlay("space") | {"height": _KEY_HEIGHT})
            place = 0.0
        rows.append(overlay("key", option.label, px=place, color=colour))
        place += width + _KEY_GAP
    return [*rows, overlay("space") | {"height": 8}]


def _pieces(qf: QuestionFigures, answers: ItemAnswers, palette: Palette) -> list[Row]:
    """Options with a number after each other, then the rest of the bar for those without.

    Where the ones with a number fill the bar, they leave a little of it for the others. Of too few answers for a share
    all pieces are equally wide.
    """
    colours = _colours([option for option, _ in answers.cells], palette)
    pieces: list[Row] = []
    start = 0.0
    together = sum(middle_of(figure) or 0 for figure in answers.figures)
    room = _FULL - _LEAST_REST if any(middle_of(figure) is None for figure in answers.figures) else _FULL
    for (option, figure), colour in zip(answers.cells, colours, strict=True):
        middle = middle_of(figure)
        if middle is None or not figure.base:
            continue
        of_share = _FULL * middle / max(figure.base, together * _FULL / room)
        width = _FULL / len(answers.cells) if figure.has_small_base else of_share
        piece = _piece(start, width, count_of(figure), colour, palette)
        told = {"item": answers.item.label, "option": option.label, "told": spoken(figure)}
        pieces.append(piece | told | {"own": is_own(qf, option.id, answers.item.id)})
        start += width
    return [*pieces, *_rest(qf, answers, start, palette)]


def _piece(start: float, width: float, number: str, colour: str, palette: Palette) -> Row:
    return overlay(
        "piece",
        start=start,
        end=start + width,
        middle=start + width / 2,
        wide_from=text_width(number, 14, bold=True) + 4,
        color=colour,
        ink=palette.readable_on(colour),
        number=number,
    )


def _rest(qf: QuestionFigures, answers: ItemAnswers, start: float, palette: Palette) -> list[Row]:
    """What the options without a number leave of the bar, as an empty piece with their signs."""
    hidden = [(option, figure) for option, figure in answers.cells if middle_of(figure) is None]
    if not hidden:
        return []
    signs = " ".join(dict.fromkeys(sign_of(figure) for _, figure in hidden))
    return [
        _piece(start, _FULL - start, signs, palette.track, palette)
        | {
            "item": answers.item.label,
            "option": listed([option.label for option, _ in hidden]),
            "told": listed(list(dict.fromkeys(word_of(figure) for _, figure in hidden)), "of"),
            "own": any(is_own(qf, option.id, answers.item.id) for option, _ in hidden),
        }
    ]


def _layers(palette: Palette) -> list[Layer]:
    fits = "(datum.end - datum.start) / 100 * width >= datum.wide_from"
    return [*mark_layers("piece", palette, thickness=BAR_HEIGHT, gap=1, fits=fits), *_key_layers(palette)]


def _key_layers(palette: Palette) -> list[Layer]:
    keys = [{"filter": "datum.kind === 'key'"}]
    middle = -_KEY_HEIGHT / 2
    square = {"type": "point", "shape": "square", "filled": True, "opacity": 1, "size": 140, "xOffset": 7}
    text = {"type": "text", "align": "left", "baseline": "middle", "xOffset": _KEY_TEXT, "fontSize": NOTE_SIZE}
    place = {"value": {"expr": "datum.px"}}
    return [
        {
            "transform": keys,
            "mark": {**square, "yOffset": middle},
            "encoding": {
                "x": place,
                "y": at_height("bottom"),
                "color": {"field": "color", "type": "nominal", "scale": None},
            },
        },
        {
            "transform": keys,
            "mark": {**text, "yOffset": middle, "color": palette.text},
            "encoding": {"x": place, "y": at_height("bottom"), "text": {"field": "shown"}},
        },
    ]
