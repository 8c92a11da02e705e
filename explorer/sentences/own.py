"""What the municipality that looks answered itself."""

from explorer.codebook import Question
from explorer.figures import OwnAnswer, QuestionFigures
from explorer.formats import listed

_NONE = "geen van deze antwoorden"


def own_line(qf: QuestionFigures) -> str | None:
    """The answer of the municipality that looks, in one sentence; None where nobody looks or it gave no answer."""
    if not qf.own:
        return None
    if qf.question.items:
        return f"Uw gemeente: {'; '.join(_of_item(qf.question, one) for one in qf.own)}."
    chosen = qf.own[0].chosen
    if not chosen:
        return f"Uw gemeente koos {_NONE}."
    labels = listed([f"‘{qf.question.label_of(option)}’" for option in chosen])
    several = qf.question.type_in(qf.wave).allows_several
    return f"Uw gemeente koos {labels}." if several else f"Uw gemeente: {labels}."


def _of_item(question: Question, one: OwnAnswer) -> str:
    item = next(item.label for item in question.items if item.id == one.item)
    return f"{item} – {listed([question.label_of(option) for option in one.chosen]) or _NONE}"
