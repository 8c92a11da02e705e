"""The drawer of a question: everything that stands behind one figure, and the figure as a sentence to copy."""

from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from explorer.screen import texts
from explorer.screen.frame.session import Context
from explorer.screen.parts import markup
from explorer.survey.asking.address import write_address
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import agreeing
from explorer.telling.sentences import copy_sentence, filter_words, trend_line
from explorer.telling.sentences.report import in_report, otherwise_in_report
from explorer.telling.tables.figures import NO_SHARE, answer_label, item_label, share
from explorer.telling.words.numbers import signed_base, signed_count, signed_share
from explorer.telling.words.origin import origin_of
from explorer.telling.words.withheld import counted_base, is_range, range_of, word_of


def show_drawer(context: Context, qf: QuestionFigures) -> None:
    """A quiet link that opens the drawer; its content is made only once it is open."""
    drawer = st.expander(texts.DRAWER, type="compact", on_change="rerun", key=f"drawer_{qf.question.id}")
    if drawer.open:
        with drawer:
            figure = _choose(qf)
            markup.facts(_facts(context, qf, figure))
            address = question_address(context, qf)
            sentence = copy_sentence(
                figure, qf.question, filter_words(context.selection), address, is_latest=_is_latest(context, figure)
            )
            markup.copyable(sentence, texts.COPY)


def _choose(qf: QuestionFigures) -> Figure:
    """The figure that the user wants to know of: this wave first, then the wave before."""
    question = qf.question
    figures = [*qf.now, *qf.before]
    if question.items:
        labels = {item.id: item.label for item in question.items}
        chosen = st.selectbox(
            texts.DRAWER_ITEM, list(labels), format_func=labels.__getitem__, key=f"item_{question.id}"
        )
        figures = [figure for figure in figures if figure.item == chosen]
    names = [f"{answer_label(figure, question)} · {figure.wave}" for figure in figures]
    position = st.selectbox(
        texts.DRAWER_CHOICE, range(len(figures)), format_func=names.__getitem__, key=f"figure_{question.id}"
    )
    return figures[position]


def _facts(context: Context, qf: QuestionFigures, figure: Figure) -> list[tuple[str, str]]:
    question = qf.question
    report = context.desk.report
    item = item_label(figure, question)
    facts = [
        ("Vraag", question.text),
        ("Onderwerp", item or ""),
        ("Antwoord", answer_label(figure, question)),
        *_numbers(figure),
        ("Herkomst", origin_of(figure)),
        ("In het rapport", in_report(figure, report)),
        ("Ander getal", otherwise_in_report(figure, report) or ""),
        ("Vergelijking", trend_line(qf) or f"De vraag was in {qf.previous_wave} gelijk."),
    ]
    return [(name, value) for name, value in facts if value]


def _numbers(figure: Figure) -> list[tuple[str, str]]:
    """Count, share and base as the release lets them out: of a range its limits, a withheld one with why."""
    if is_range(figure):
        return [
            ("Aantal", range_of(figure)),
            ("Basis", counted_base(figure)),
            ("Waarom", texts.RANGE_REASON),
        ]
    if figure.withheld is not None:
        return [("Aantal", word_of(figure)), ("Waarom", figure.withheld.reason)]
    answered = agreeing(figure.base or 0, "gemeente beantwoordde dit", "gemeenten beantwoordden dit")
    return [
        ("Aantal", signed_count(figure)),
        ("Aandeel", NO_SHARE if share(figure) == NO_SHARE else signed_share(figure)),
        ("Basis", f"{signed_base(figure)} {answered}"),
    ]


def _is_latest(context: Context, figure: Figure) -> bool:
    return figure.wave == context.desk.waves[-1].wave


def question_address(context: Context, qf: QuestionFigures) -> str:
    """The address that opens this page, with these filters, at this question."""
    parts = urlsplit(str(st.context.url))
    parameters = {**write_address(context.view), "vraag": qf.question.id}
    return urlunsplit((parts.scheme, parts.netloc, f"/{context.page.slug}", urlencode(parameters, safe=","), ""))
