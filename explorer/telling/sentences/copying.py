"""One figure as a sentence that can be pasted elsewhere and still says what it is."""

from explorer.survey.codebook.model import Question
from explorer.survey.figures.figure import Figure, Kind, Origin
from explorer.survey.formats import lower_first, percent, upper_first
from explorer.telling.sentences.clauses import finding_of, starts_with_verb, subject_of
from explorer.telling.sentences.withheld import clause_of
from explorer.telling.words.origin import REPORT_YEAR
from explorer.telling.words.withheld import is_range, stands_in_words

_ORIGIN_WORDS = {
    Origin.PRINTED: f"rapport {REPORT_YEAR}",
    Origin.SIMULATED: "gesimuleerd",
    Origin.OBSERVED: None,
}


def copy_sentence(figure: Figure, question: Question, filters: str, address: str) -> str:
    """Count, base, percentage, wave, filters, origin and address of a figure, in one sentence.

    ``filters`` is what :func:`~explorer.telling.words.selections.filter_words` gives. Under a small base there is no
    percentage.
    """
    share = f" ({percent(figure.n, figure.base)})" if _shows_share(figure) else ""
    origin = _ORIGIN_WORDS[figure.origin]
    where = ", ".join(part for part in (f"meting {figure.wave}", filters) if part)
    return f"{_statement(figure, question)}{share}, {where}{f' ({origin})' if origin else ''}: {address}"


def _statement(figure: Figure, question: Question) -> str:
    """Such as "73 van de 99 gemeenten hebben …", or with the question and the answer quoted."""
    label = _label(figure, question)
    if figure.withheld is not None and not stands_in_words(figure):
        reason = clause_of(figure.withheld)
        return f"‘{label}’ op de vraag ‘{question.text}’{_item(figure, question)}: geen aantal, want {reason}"
    if figure.kind is Kind.CROSS:
        return _cross_statement(figure, question, label)
    if figure.item is None and starts_with_verb(label):
        return finding_of(figure, label)
    return f"{_answering(figure)} ‘{lower_first(label)}’ op de vraag ‘{question.text}’{_item(figure, question)}"


def _cross_statement(figure: Figure, question: Question, label: str) -> str:
    cross = next(cross for cross in question.crosses if cross.option == figure.option)
    within = lower_first(question.label_of(cross.within))
    among = f"van de gemeenten met ‘{within}’{_item(figure, question)}"
    return f"{_answering(figure)} ook ‘{lower_first(label)}’ op de vraag ‘{question.text}’, {among}"


def _answering(figure: Figure) -> str:
    who, is_plural = subject_of(figure)
    return f"{upper_first(who)} {'antwoordden' if is_plural else 'antwoordde'}"


def _item(figure: Figure, question: Question) -> str:
    item = next((item.label for item in question.items if item.id == figure.item), None)
    return "" if item is None else f" bij ‘{item}’"


def _label(figure: Figure, question: Question) -> str:
    """The label of a figure's answer; the headline's own wording where it is that answer."""
    if figure.option is None:
        raise ValueError("a figure of a question has an option")
    headline = question.headline
    if headline is not None and figure.option == headline.answer and figure.kind is not Kind.CROSS:
        return headline.label
    return question.label_of(figure.option)


def _shows_share(figure: Figure) -> bool:
    return figure.n is not None and bool(figure.base) and not figure.has_small_base and not is_range(figure)
