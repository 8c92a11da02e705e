"""The finding as a heading, and the sentences under a page's title."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from explorer.survey.codebook.model import Question, QuestionType, Section
from explorer.survey.figures.figure import Figure, Kind, ReleaseStatus, find
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import UNKNOWN, listed, lower_first, out_of, percent, upper_first
from explorer.telling.sentences.bases import nothing_to_show
from explorer.telling.sentences.changes import is_certain
from explorer.telling.sentences.clauses import at, finding_of, plural_clause, starts_with_verb, subject_of
from explorer.telling.sentences.withheld import short_reason
from explorer.telling.words.answers import refuse_false_trend
from explorer.telling.words.numbers import spoken
from explorer.telling.words.withheld import is_range, middle_of, range_of, stands_in_words, status_of

_MOST_IN_A_LEAD = 2
_MOST_IN_A_TIE = 2


@dataclass(frozen=True, slots=True)
class _Change:
    """One answer in two waves."""

    label: str
    before: Figure
    now: Figure
    difference: Fraction


def heading(qf: QuestionFigures) -> str:
    """What is found, in one sentence without a full stop.

    A question with a headline, or else a net, says how many do that; another one names its most chosen option, a
    matrix the item and option with the largest share. Without a number it says why there is none.
    """
    reason = nothing_to_show(qf)
    if reason is not None:
        return f"{qf.question.short}: {short_reason(qf) or lower_first(reason.rstrip('.'))}"
    if qf.question.items:
        return _matrix_heading(qf)
    figure, label = _headline(qf)
    if figure is not None and label is not None and starts_with_verb(label) and _can_be_told(figure):
        return finding_of(figure, label)
    return _most_chosen(qf) if _options(qf.now) else _any_finding(qf)


def lead(section: Section, figures: Sequence[QuestionFigures]) -> str:
    """Two sentences under the title: the findings with the largest shares, and the largest change.

    The second says why there is none where no question may be compared.
    """
    shown = [qf for qf in figures if nothing_to_show(qf) is None]
    if not figures:
        return f"Over ‘{section.label}’ stonden in deze meting geen vragen."
    if not shown:
        if any(figure.withheld for qf in figures for figure in qf.now):
            return f"Over ‘{section.label}’ is er bij deze keuze geen antwoord als aantal te tonen."
        return f"Over ‘{section.label}’ zijn er bij deze keuze geen antwoorden."
    return f"{_largest_findings(shown)} {_largest_change(shown)}"


def _headline(qf: QuestionFigures) -> tuple[Figure | None, str | None]:
    """The figure that stands for the question, with its label: its headline, else its first net."""
    question = qf.question
    if question.headline is not None:
        return find(qf.now, question.headline.answer), question.headline.label
    if question.nets and not question.items:
        return find(qf.now, question.nets[0].id, kind=Kind.NET), question.nets[0].label
    return None, None


def _matrix_heading(qf: QuestionFigures) -> str:
    """With one answer per item the municipality is the subject: "Adviseurs: 87 van de 99 gemeenten kennen …".

    With several the item is: "Ondernemers: bij 52 van de 98 gemeenten ‘doet niet mee en krijgt geen informatie’".
    """
    top = _largest(_options(qf.now) or _with_share(qf.now))[0]
    item = next(item.label for item in qf.question.items if item.id == top.item)
    label = _label(qf.question, top)
    if qf.question.type is QuestionType.MATRIX_SINGLE and starts_with_verb(label):
        return f"{item}: {lower_first(finding_of(top, label))}"
    return f"{item}: {at(top)} ‘{lower_first(label)}’"


def _most_chosen(qf: QuestionFigures) -> str:
    """The largest options. Nothing is called the most where an option without a number may be larger."""
    common = [
        figure for figure in qf.now if figure.kind is Kind.OPTION and status_of(figure) is ReleaseStatus.ALMOST_ALL
    ]
    top = common or _largest(_options(qf.now))
    labels = _named(qf.question, top)
    if common:
        return f"Meest gekozen: {labels}, {'elk ' if len(top) > 1 else ''}{at(top[0])}"
    if not _is_surely_most(top, qf.now):
        return f"{qf.question.short}: {_named(qf.question, top, '‘{}’')}, {'elk ' if len(top) > 1 else ''}{at(top[0])}"
    if middle_of(top[0]) == 0:
        return f"{upper_first(subject_of(top[0])[0])} koos een van de antwoorden"
    if len(top) == 1:
        return f"Meest gekozen: {labels}, {at(top[0])}"
    return f"Even vaak gekozen: {labels}, elk {at(top[0])}"


def _named(question: Question, figures: Sequence[Figure], form: str = "{}") -> str:
    """The answers within a sentence; of more than two the first two."""
    labels = [form.format(lower_first(_label(question, figure))) for figure in figures]
    return listed(labels) if len(labels) <= _MOST_IN_A_TIE else f"onder meer {listed(labels[:_MOST_IN_A_TIE])}"


def _any_finding(qf: QuestionFigures) -> str:
    """A question of which no option has a number, but a net or a cross has."""
    top = next((figure for figure in _with_share(qf.now) if figure.kind is Kind.NET), None)
    if top is None:
        return f"{qf.question.short}: {short_reason(qf) or UNKNOWN}"
    label = _label(qf.question, top)
    if starts_with_verb(label):
        return finding_of(top, label)
    return f"{upper_first(label)}: {at(top)}"


def _can_be_told(figure: Figure) -> bool:
    return figure.n is not None or stands_in_words(figure) or figure.withheld is None


def _is_surely_most(top: Sequence[Figure], figures: Iterable[Figure]) -> bool:
    """Whether no other option may have been chosen more, by all that is told of it."""
    others = [one for one in figures if one.kind is Kind.OPTION and one not in top]
    if not all(_is_surely_small(one) for one in others if one.n is None and not is_range(one)):
        return False
    if not any(map(is_range, (*top, *others))):
        return True
    return len(top) == 1 and all((one.n_high or 0) < (top[0].n_low or 0) for one in others if one.n_high is not None)


def _is_surely_small(figure: Figure) -> bool:
    """Whether an option without a number cannot be the most chosen one: too few chose it, or nothing is known of it."""
    return figure.withheld is None or status_of(figure) is ReleaseStatus.FEWER_THAN_5


def _largest_findings(shown: Iterable[QuestionFigures]) -> str:
    """Up to two findings with the largest shares; a heading where no question has one."""
    questions = list(shown)
    candidates: list[tuple[Figure, str]] = []
    for qf in questions:
        figure, label = _headline(qf)
        if figure is not None and label is not None and _has_share(figure) and starts_with_verb(label):
            candidates.append((figure, label))
    candidates.sort(key=lambda entry: _share(entry[0]), reverse=True)
    if not candidates:
        return f"{heading(questions[0])}."
    first, *others = candidates[:_MOST_IN_A_LEAD]
    return f"{listed([finding_of(*first), *(_beside(first[0], *other) for other in others)])}."


def _beside(first: Figure, figure: Figure, label: str) -> str:
    """A second finding in the same sentence; ranges that are alike are not said twice."""
    if is_range(figure) and subject_of(figure) == subject_of(first):
        return f"ook {range_of(figure)} {plural_clause(label)}"
    return lower_first(finding_of(figure, label))


def _largest_change(shown: Sequence[QuestionFigures]) -> str:
    changes = [change for qf in shown for change in _changes(qf)]
    previous = shown[0].previous_wave
    if not changes:
        if previous is None:
            return "Dit is de eerste meting."
        return f"Deze antwoorden zijn niet te vergelijken met {previous}."
    changes = [change for change in changes if is_certain(change.now, change.before)]
    if not changes:
        return f"Of er sinds {previous} iets veranderde, is uit deze aantallen niet te zeggen."
    top = max(changes, key=lambda change: abs(change.difference))
    if is_range(top.now) or is_range(top.before):
        before, now = (spoken(figure) for figure in (top.before, top.now))
        return f"Sinds {top.before.wave} veranderde onder meer ‘{top.label}’: van {before} naar {now}."
    before, now = _both_shares(top)
    if before == now:
        return f"Sinds {top.before.wave} bleven de aandelen gelijk, afgerond op hele procenten."
    return f"Het meest veranderde sinds {top.before.wave} ‘{top.label}’: van {before} naar {now}."


def _changes(qf: QuestionFigures) -> list[_Change]:
    """The headline of a question in both waves, or each option where it has none."""
    refuse_false_trend(qf)
    figure, label = _headline(qf)
    pairs = [(figure, label)] if figure is not None else [(f, _label(qf.question, f)) for f in _options(qf.now)]
    found = []
    for now, name in pairs:
        if now is None or now.option is None or name is None:
            continue
        before = find(qf.before, now.option, item=now.item, kind=now.kind)
        if before is not None and _has_share(before) and _has_share(now):
            found.append(_Change(name, before, now, _share(now) - _share(before)))
    return found


def _both_shares(change: _Change) -> tuple[str, str]:
    """Both shares as percentages, or both as counts where one of the bases is small."""
    pair = (change.before, change.now)
    if any(figure.has_small_base for figure in pair):
        first, second = (out_of(figure.n, figure.base) for figure in pair)
    else:
        first, second = (percent(figure.n, figure.base) for figure in pair)
    return first, second


def _options(figures: Iterable[Figure]) -> list[Figure]:
    return [figure for figure in _with_share(figures) if figure.kind is Kind.OPTION]


def _with_share(figures: Iterable[Figure]) -> list[Figure]:
    return [figure for figure in figures if _has_share(figure)]


def _largest(figures: Sequence[Figure]) -> list[Figure]:
    """All figures that have the largest share, in their own order."""
    most = max(_share(figure) for figure in figures)
    return [figure for figure in figures if _share(figure) == most]


def _has_share(figure: Figure) -> bool:
    return middle_of(figure) is not None and bool(figure.base)


def _share(figure: Figure) -> Fraction:
    """The share of a figure that has one; of a range that of the number in it, or of its middle."""
    middle = middle_of(figure)
    if middle is None or not figure.base:
        raise ValueError("a withheld figure has no share")
    return Fraction(middle) / figure.base


def _label(question: Question, figure: Figure) -> str:
    if figure.option is None:
        raise ValueError("a figure of a question has an option")
    return question.label_of(figure.option)
