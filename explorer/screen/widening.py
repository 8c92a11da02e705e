"""A page of refusals is nobody's page: where a group has no numbers for most questions, it shows the whole country."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.charts.answers import answered
from explorer.codebook import Question
from explorer.figures import QuestionFigures
from explorer.question_figures import BY_HISTORY, question_figures
from explorer.screen import texts
from explorer.screen.session import Context
from explorer.sentences import group_label


def widened(context: Context, questions: Sequence[Question]) -> Context:
    """The same context, or that of the whole country where most of these questions have no number in the group.

    Who is new or returns in the first wave is another matter: that group does not exist yet, and its page says so.
    """
    group = context.view.group
    if group is None or (context.wave_before is None and group in BY_HISTORY):
        return context
    found = question_figures(context.gateway, context.viewer, context.selection, questions)
    return replace(context, view=replace(context.view, group=None)) if mostly_without_numbers(found) else context


def mostly_without_numbers(found: Sequence[QuestionFigures]) -> bool:
    """Whether more than half of the questions have no figure with a number."""
    return 2 * sum(not answered(one.now) for one in found) > len(found)


def widening_notice(asked: Context, shown: Context) -> str | None:
    """Says that the page shows the whole country, and why; None where it shows the group that was asked for."""
    group = asked.view.group
    if group is None or group == shown.view.group:
        return None
    return texts.WIDENED.format(group=group_label(group), wave=asked.view.wave)
