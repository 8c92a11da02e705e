"""The text alternative of every picture: the same figures in sentences."""

from collections.abc import Sequence

from explorer.survey.figures.figure import Figure, Origin
from explorer.survey.figures.participation import MunicipalityStatus, ResponseRate
from explorer.survey.figures.question import OverviewRow, QuestionFigures
from explorer.survey.formats import counted, lower_first, upper_first
from explorer.telling.words.answers import Answer, answers, item_answers, pair_of, panel_answers
from explorer.telling.words.captions import panel_caption
from explorer.telling.words.measures import Measure
from explorer.telling.words.numbers import signed_count, spoken
from explorer.telling.words.origin import common_origin, origin_line
from explorer.telling.words.own import OWN, own_alt
from explorer.telling.words.rows import PlainRow
from explorer.telling.words.statuses import STATUS_WORDS
from explorer.telling.words.withheld import ranges_line


def tracks_alt(qf: QuestionFigures) -> str:
    """The same figures in sentences."""
    shown = answers(qf)
    figures = _all_figures(shown)
    sentences = [f"Staafdiagram bij de vraag: {qf.question.text}", *(_answer_sentence(answer) for answer in shown)]
    return _joined([*sentences, *filter(None, [own_alt(qf), ranges_line(figures)])], figures)


def overview_alt(entries: Sequence[OverviewRow]) -> str:
    """The same figures in sentences."""
    sentences = [
        f"{entry.label}: {spoken(entry.now)}{_spoken_before(entry.before)}{f'; {OWN} ook' if entry.own else ''}."
        for entry in entries
    ]
    return _joined(["Staafdiagram met de kern van elke vraag.", *sentences], _overview_figures(entries))


def rows_alt(entries: Sequence[PlainRow], *, note: str | None) -> str:
    """The same rows in sentences."""
    told = [f"{entry.label}: {entry.text}." for entry in entries]
    return " ".join(filter(None, ["Staafdiagram.", *told, note]))


def dumbbell_alt(qf: QuestionFigures) -> str:
    """The same figures in sentences; says so where there is nothing to compare."""
    shown = panel_answers(qf)
    if not shown:
        return "Er zijn geen gemeenten om over twee metingen te vergelijken."
    sentences = [f"Wie beide jaren antwoordde. {panel_caption(qf, shown)}"]
    sentences += [
        f"{answer.label}: van {signed_count(pair_of(answer)[0])} naar {signed_count(answer.now)}." for answer in shown
    ]
    return _joined(sentences, _all_figures(shown))


def stacked_alt(qf: QuestionFigures) -> str:
    """The same figures in sentences."""
    return _matrix_alt(qf, "Gestapeld staafdiagram")


def heat_alt(qf: QuestionFigures) -> str:
    """The same figures in sentences."""
    return _matrix_alt(qf, "Raster")


def province_map_alt(rates: Sequence[ResponseRate], measure: Measure, *, origin: Origin) -> str:
    """The same values in sentences."""
    told = [f"{rate.province}: {measure.text_of(rate)}." for rate in rates]
    return " ".join(
        filter(None, [f"Kaart van de provincies: {lower_first(measure.label)}.", *told, common_origin(origin)])
    )


def municipality_map_alt(statuses: Sequence[MunicipalityStatus], *, origin: Origin) -> str:
    """How many municipalities have each tone, in sentences."""
    words = [STATUS_WORDS[entry.status] for entry in statuses]
    told = [f"{word}: {counted(words.count(word), 'gemeente', 'gemeenten')}." for word in dict.fromkeys(words)]
    return " ".join(filter(None, ["Kaart van de gemeenten.", *map(upper_first, told), common_origin(origin)]))


def _matrix_alt(qf: QuestionFigures, opening: str) -> str:
    """The figures of a question with items, in sentences."""
    shown = item_answers(qf)
    sentences = [f"{opening} bij de vraag: {qf.question.text}"]
    sentences += [
        f"{answers.item.label}: "
        + "; ".join(f"{option.label}, {spoken(figure)}" for option, figure in answers.cells)
        + "."
        for answers in shown
    ]
    figures = [figure for answers in shown for figure in answers.figures]
    return _joined([*sentences, *filter(None, [own_alt(qf), ranges_line(figures)])], figures)


def _answer_sentence(answer: Answer) -> str:
    return f"{answer.label}: {spoken(answer.now)}{_spoken_before(answer.before)}."


def _spoken_before(before: Figure | None) -> str:
    return "" if before is None or before.n is None else f"; in {before.wave} {spoken(before)}"


def _all_figures(shown: Sequence[Answer]) -> list[Figure]:
    return [figure for answer in shown for figure in (answer.now, answer.before) if figure is not None]


def _overview_figures(entries: Sequence[OverviewRow]) -> list[Figure]:
    return [figure for entry in entries for figure in (entry.now, entry.before) if figure is not None]


def _joined(sentences: Sequence[str], figures: Sequence[Figure]) -> str:
    text = " ".join(sentences)
    return " ".join(filter(None, [text, origin_line(figures, text)]))
