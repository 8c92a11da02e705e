"""Which figures of a question a chart shows, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.survey.codebook.model import Item, Option, Question
from explorer.survey.figures.figure import Figure, Kind, find
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import lower_first
from explorer.telling.words.withheld import is_range, size_of


class TrendError(ValueError):
    """A wave was to be compared with the one before, while the question did not stay the same."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An option or net as a chart shows it: its label, its phase (None for a net) and its figures."""

    id: str
    label: str
    phase: int | None
    now: Figure
    before: Figure | None


def answers(qf: QuestionFigures) -> tuple[Answer, ...]:
    """Options in reading order, then nets as "Samen: …", of a question without items.

    Raises:
        TrendError: figures of the wave before are given for a question that is not identical.
    """
    return _paired(qf, qf.now, qf.before)


def panel_answers(qf: QuestionFigures) -> tuple[Answer, ...]:
    """The same among the respondents of both waves, those of which both counts are told.

    Raises:
        TrendError: as :func:`answers`.
    """
    paired = _paired(qf, qf.panel_now, qf.panel_before)
    return tuple(
        answer
        for answer in paired
        if answer.before is not None and answer.before.exact_n is not None and answer.now.exact_n is not None
    )


def refuse_false_trend(qf: QuestionFigures) -> None:
    """Raises TrendError where figures of an earlier wave are given that may not be compared."""
    if (qf.before or qf.panel_before) and not qf.question.is_comparable(qf.wave):
        raise TrendError(f"{qf.question.id} is not identical in {qf.wave}: it has no trend")


def answered(figures: tuple[Figure, ...]) -> bool:
    """Whether any figure has a number or a range: somebody answered and it may be shown."""
    return any((figure.n is not None or is_range(figure)) and figure.base for figure in figures)


def known_base(figures: Iterable[Figure]) -> Figure | None:
    """The first figure that has a base: it speaks for a question of which some figures are withheld."""
    return next((figure for figure in figures if figure.base is not None), None)


def _paired(qf: QuestionFigures, now: tuple[Figure, ...], before: tuple[Figure, ...]) -> tuple[Answer, ...]:
    refuse_false_trend(qf)
    question = qf.question
    options = [
        Answer(option.id, option.label, option.phase, figure, find(before, option.id, kind=Kind.OPTION))
        for option in question.options
        if (figure := find(now, option.id, kind=Kind.OPTION)) is not None
    ]
    nets = [
        Answer(net.id, f"Samen: {lower_first(net.label)}", None, figure, find(before, net.id, kind=Kind.NET))
        for net in question.nets
        if (figure := find(now, net.id, kind=Kind.NET)) is not None
    ]
    return (*_in_reading_order(question, options), *nets)


def _in_reading_order(question: Question, options: list[Answer]) -> list[Answer]:
    """The furthest phase first, without a phase last; a question without phases by size, unknown sizes last."""
    if question.has_phases:
        return sorted(options, key=lambda answer: -1 if answer.phase is None else answer.phase, reverse=True)
    return sorted(options, key=lambda answer: size_of(answer.now), reverse=True)


def pair_of(answer: Answer) -> tuple[Figure, Figure]:
    """The figure of the wave before and of this wave; :func:`panel_answers` gives only answers that have both.

    Raises:
        ValueError: the answer has no figure of the wave before.
    """
    if answer.before is None:
        raise ValueError(f"{answer.id} has no figure of the wave before")
    return answer.before, answer.now


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


def _cells(qf: QuestionFigures, item: Item) -> tuple[tuple[Option, Figure], ...]:
    pairs = ((option, find(qf.now, option.id, item=item.id, kind=Kind.OPTION)) for option in qf.question.options)
    return tuple((option, figure) for option, figure in pairs if figure is not None)
