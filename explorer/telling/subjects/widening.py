"""A page of refusals is nobody's page: where a group has no numbers for most questions, it shows the whole country."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.gateway.desk import Desk
from explorer.survey.asking.groups import BY_HISTORY
from explorer.survey.asking.selection import Selection
from explorer.survey.codebook.model import Question
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.subjects.questions import question_figures
from explorer.telling.words.answers import answered

Shown = tuple[Selection, tuple[QuestionFigures, ...]]
"""What is shown: under which selection, and the figures of its questions."""


def shown_figures(desk: Desk, selection: Selection, questions: Sequence[Question]) -> Shown:
    """The figures of a selection of one wave, or those of the whole country where most of them have no number in the
    group.

    Who is new or returns in the first wave is another matter: that group does not exist yet, and its page says so.
    """
    found = question_figures(desk, selection, questions)
    (wave,) = selection.waves
    is_not_there_yet = desk.wave_before(wave) is None and selection.group in BY_HISTORY
    if selection.group is None or is_not_there_yet or not mostly_without_numbers(found):
        return selection, found
    country = replace(selection, group=None)
    return country, question_figures(desk, country, questions)


def mostly_without_numbers(found: Sequence[QuestionFigures]) -> bool:
    """Whether more than half of the questions have no figure with a number."""
    return 2 * sum(not answered(one.now) for one in found) > len(found)
