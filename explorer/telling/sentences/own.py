"""What the municipality that looks answered and wrote itself."""

from explorer.survey.codebook.model import Question
from explorer.survey.figures.question import OwnAnswer, OwnComment, QuestionFigures
from explorer.survey.formats import listed

_NONE = "geen van deze antwoorden"


def own_line(qf: QuestionFigures) -> str | None:
    """The answer of the municipality that looks, in one sentence; None where nobody looks or it gave no answer.

    Of a matrix it only leads up to :func:`own_items`.
    """
    if not qf.own:
        return None
    if qf.question.items:
        return "Uw gemeente koos:"
    chosen = qf.own[0].chosen
    if not chosen:
        return f"Uw gemeente koos {_NONE}."
    labels = listed([f"‘{qf.question.label_of(option)}’" for option in chosen])
    several = qf.question.type_in(qf.wave).allows_several
    return f"Uw gemeente koos {labels}." if several else f"Uw gemeente: {labels}."


def own_items(qf: QuestionFigures) -> tuple[tuple[str, str], ...]:
    """Item and answer of the municipality that looks, for each item that it answered; nothing where there are none."""
    return tuple(_of_item(qf.question, one) for one in qf.own) if qf.question.items else ()


def own_comment_lines(qf: QuestionFigures) -> tuple[str, ...]:
    """The open answers of the municipality that looks, each quoted in full: plain text, to be shown as it is."""
    return tuple(f"U schreef{_beside(qf.question, one)}: “{one.text}”" for one in qf.own_comments)


def _beside(question: Question, one: OwnComment) -> str:
    """Which item or option an open answer belongs to; nothing for the question as a whole."""
    if one.place is None:
        return ""
    label = _item_label(question, one.place) if question.items else question.label_of(one.place)
    return f" bij ‘{label}’"


def _item_label(question: Question, id: str | None) -> str:
    return next(item.label for item in question.items if item.id == id)


def _of_item(question: Question, one: OwnAnswer) -> tuple[str, str]:
    labels = [question.label_of(option) for option in one.chosen]
    return _item_label(question, one.item), listed(labels) or _NONE
