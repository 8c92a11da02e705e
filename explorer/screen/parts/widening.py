"""A page of refusals is nobody's page: where a group has no numbers for most questions, it shows the whole country."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.screen import texts
from explorer.screen.frame.session import Context
from explorer.survey.asking.groups import BY_HISTORY
from explorer.survey.codebook.model import Question
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.sentences import group_label
from explorer.telling.subjects.questions import question_figures
from explorer.telling.words.answers import answered

Shown = tuple[Context, tuple[QuestionFigures, ...]]
"""What a page shows: under which selection, and the figures of its questions."""


def shown_figures(context: Context, questions: Sequence[Question]) -> Shown:
    """The figures of a page, or those of the whole country where most of them have no number in the group.

    Who is new or returns in the first wave is another matter: that group does not exist yet, and its page says so.
    """
    found = _figures(context, questions)
    group = context.view.group
    is_not_there_yet = context.wave_before is None and group in BY_HISTORY
    if group is None or is_not_there_yet or not mostly_without_numbers(found):
        return context, found
    country = replace(context, view=replace(context.view, group=None))
    return country, _figures(country, questions)


def mostly_without_numbers(found: Sequence[QuestionFigures]) -> bool:
    """Whether more than half of the questions have no figure with a number."""
    return 2 * sum(not answered(one.now) for one in found) > len(found)


def widening_notice(asked: Context, shown: Context) -> str | None:
    """Says that the page shows the whole country, and why; None where it shows the group that was asked for."""
    group = asked.view.group
    if group is None or group == shown.view.group:
        return None
    return texts.WIDENED.format(group=group_label(group), wave=asked.view.wave)


def _figures(context: Context, questions: Sequence[Question]) -> tuple[QuestionFigures, ...]:
    return question_figures(context.gateway, context.viewer, context.selection, questions)
