"""One figure as a sentence that can be pasted elsewhere and still says what it is."""

from explorer.survey.codebook.model import Question, QuestionType
from explorer.survey.figures.figure import Figure, Kind, Origin
from explorer.survey.formats import lower_first, upper_first
from explorer.telling.sentences.clauses import Manner, finding_of, item_finding_of, subject_of
from explorer.telling.sentences.withheld import clause_of
from explorer.telling.words.numbers import signed_share
from explorer.telling.words.origin import DIFFERING_MARK, PRINTED_MARK, REPORT_YEAR
from explorer.telling.words.verbs import starts_with_verb
from explorer.telling.words.withheld import is_range, stands_in_words

_PARTICIPANTS = "deelnemende gemeenten"


def copy_sentence(figure: Figure, question: Question, filters: str, address: str, *, is_latest: bool = True) -> str:
    """Count, base, percentage, wave, filters, origin and address of a figure, in one sentence.

    ``filters`` is what :func:`~explorer.telling.words.selections.filter_words` gives. Under a small base there is no
    percentage. Each number has its signs, which the sentence explains.
    """
    manner = Manner(is_past=not is_latest, has_signs=True, noun=_PARTICIPANTS)
    share = f" ({signed_share(figure)})" if _shows_share(figure) else ""
    origin = _origin(figure)
    where = ", ".join(part for part in (f"meting {figure.wave}", filters) if part)
    return f"{_statement(figure, question, manner)}{share}, {where}{f' ({origin})' if origin else ''}: {address}"


def _origin(figure: Figure) -> str | None:
    """Where the numbers come from, and what the signs behind them mean; None for an observed one without any."""
    signs = [
        *([f"{PRINTED_MARK} rapport {REPORT_YEAR}"] if figure.printed else []),
        *([f"{DIFFERING_MARK} het rapport noemt een ander getal"] if figure.differing else []),
    ]
    if figure.origin is not Origin.OBSERVED:
        signs.append("verder gesimuleerd" if signs else "gesimuleerd")
    return "; ".join(signs) or None


def _statement(figure: Figure, question: Question, manner: Manner) -> str:
    """Such as "73 van de 99 deelnemende gemeenten hebben …", or with the question and the answer quoted."""
    label = _label(figure, question)
    if figure.withheld is not None and not stands_in_words(figure):
        reason = clause_of(figure.withheld)
        return f"‘{label}’ op de vraag ‘{question.text}’{_item(figure, question)}: geen aantal, want {reason}"
    if figure.kind is Kind.CROSS:
        return _quoted(figure, question, label, manner)
    item = next((one for one in question.items if one.id == figure.item), None)
    statement = question.statement_of(figure.option or "")
    if item is not None and statement is not None:
        is_about_item = question.type is QuestionType.MATRIX_MULTIPLE
        return item_finding_of(figure, statement, item, manner, is_about_item=is_about_item)
    if item is None and starts_with_verb(label):
        return finding_of(figure, label, manner)
    return _quoted(figure, question, label, manner)


def _quoted(figure: Figure, question: Question, label: str, manner: Manner) -> str:
    who, is_plural = subject_of(figure, manner)
    verb = "antwoordden" if is_plural else "antwoordde"
    where = f"op de vraag ‘{question.text}’{_item(figure, question)}"
    return f"{upper_first(who)} {verb} ‘{lower_first(label)}’ {where}"


def _item(figure: Figure, question: Question) -> str:
    item = next((item.label for item in question.items if item.id == figure.item), None)
    return "" if item is None else f" bij ‘{item}’"


def _label(figure: Figure, question: Question) -> str:
    """The label of a figure's answer; the headline's own wording where it is that answer, a cross's own label."""
    if figure.option is None:
        raise ValueError("a figure of a question has an option")
    if figure.kind is Kind.CROSS:
        return question.label_of_cross(figure.option)
    headline = question.headline
    if headline is not None and figure.option == headline.answer:
        return headline.label
    return question.label_of(figure.option)


def _shows_share(figure: Figure) -> bool:
    return figure.n is not None and bool(figure.base) and not figure.has_small_base and not is_range(figure)
