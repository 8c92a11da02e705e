"""One figure as a sentence that can be pasted elsewhere and still says what it is."""

from explorer.survey.codebook.model import Question
from explorer.survey.figures.figure import Figure, Kind, Origin
from explorer.survey.formats import UNKNOWN, lower_first, out_of, percent, upper_first
from explorer.telling.sentences.changes import is_certain
from explorer.telling.sentences.clauses import finding_of, starts_with_verb, subject_of
from explorer.telling.sentences.withheld import clause_of
from explorer.telling.words.origin import REPORT_YEAR
from explorer.telling.words.withheld import is_rounded, stands_in_words

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


def change_sentence(now: Figure, before: Figure) -> str:
    """How a share changed since the wave before; in counts where a base is small.

    Both figures must count the same answer.
    """
    if now.n is None or before.n is None or not now.base or not before.base:
        known = "niet te tonen" if now.withheld or before.withheld else UNKNOWN
        return f"De verandering sinds {before.wave} is {known}."
    small = now.has_small_base or before.has_small_base
    if not is_certain(now, before):
        return f"De aantallen zijn afgerond op 5: een verandering sinds {before.wave} is niet vast te stellen."
    about = "ongeveer " if is_rounded(now) or is_rounded(before) else ""
    texts = [about + (out_of(f.n, f.base) if small else percent(f.n, f.base)) for f in (before, now)]
    difference = now.n * before.base - before.n * now.base
    if difference == 0:
        return f"Sinds {before.wave} bleef het aandeel gelijk: {texts[1]}."
    if texts[0] == texts[1]:
        return f"Sinds {before.wave} bleef het aandeel afgerond gelijk: {texts[1]}."
    verb = "steeg" if difference > 0 else "daalde"
    return f"Sinds {before.wave} {verb} het aandeel van {texts[0]} naar {texts[1]}."


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
    return figure.n is not None and bool(figure.base) and not figure.has_small_base
