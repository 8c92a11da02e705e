"""The answers of the municipality that looks, as pictures mark them and as alternative texts tell them."""

from explorer.survey.codebook.model import Question
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import listed

OWN = "uw gemeente"
EDGE_NOTE = "Oranje rand: uw gemeente."


def is_own(qf: QuestionFigures, answer: str, item: str | None = None) -> bool:
    """Whether the municipality that looks chose an option, or one that a net counts."""
    chosen = qf.own_choice(item) or ()
    members = next((net.options for net in qf.question.nets if net.id == answer), (answer,))
    return any(option in chosen for option in members)


def edge_note(qf: QuestionFigures) -> str | None:
    """What the edge around cells means; None where no cell has one."""
    return EDGE_NOTE if any(one.chosen for one in qf.own) else None


def own_alt(qf: QuestionFigures) -> str | None:
    """What the municipality chose, in sentences; None where nobody looks or it gave no answer."""
    told = [f"{_where(qf.question, one.item)}{_chosen(qf.question, one.chosen)}." for one in qf.own]
    return " ".join(told) or None


def _where(question: Question, item: str | None) -> str:
    label = next((one.label for one in question.items if one.id == item), None)
    return "Uw gemeente koos" if label is None else f"Uw gemeente koos bij ‘{label}’"


def _chosen(question: Question, chosen: tuple[str, ...]) -> str:
    if not chosen:
        return " geen van deze antwoorden"
    return f": {listed([f'‘{question.label_of(option)}’' for option in chosen])}"
