"""The finding as a heading, and the sentences under a page's title: claims in words."""

from collections.abc import Sequence

from explorer.survey.codebook.model import Question, QuestionType, Section
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import UNKNOWN, listed, lower_first, upper_first, whole_number
from explorer.telling.claims.claim import Claim, ClaimKind
from explorer.telling.claims.headings import heading_claim
from explorer.telling.claims.leads import change_claim, finding_claims
from explorer.telling.sentences.bases import nothing_to_show
from explorer.telling.sentences.clauses import PLAIN, Manner, answered, at, finding_of, item_finding_of, subject_of
from explorer.telling.sentences.trends import change_sentence
from explorer.telling.sentences.withheld import short_reason
from explorer.telling.words.verbs import starts_with_verb

_MOST_NAMED = 3


def heading(qf: QuestionFigures) -> str:
    """What is found, in one sentence without a full stop; without a number why there is none."""
    return _in_words(heading_claim(qf), qf, PLAIN if qf.is_latest else Manner(is_past=True))


def lead(section: Section, figures: Sequence[QuestionFigures]) -> str:
    """Two sentences under the title: the findings with the largest shares, and what changed.

    The second says why there is none where nothing can be told.
    """
    shown = [qf for qf in figures if nothing_to_show(qf) is None]
    if not figures:
        return f"Over ‘{section.label}’ stonden in deze meting geen vragen."
    if not shown:
        if any(figure.withheld for qf in figures for figure in qf.now):
            return f"Over ‘{section.label}’ is er bij deze keuze geen antwoord als aantal te tonen."
        return f"Over ‘{section.label}’ zijn er bij deze keuze geen antwoorden."
    claims = finding_claims(shown)
    if claims[0].kind is ClaimKind.BASE:
        return _few(claims[0])
    manner = Manner(is_past=not shown[0].is_latest, has_signs=True)
    findings = [_in_words(claim, _of(shown, claim), manner) for claim in claims]
    return f"{listed([findings[0], *map(lower_first, findings[1:])])}. {change_sentence(change_claim(shown), shown)}"


def _in_words(claim: Claim, qf: QuestionFigures, manner: Manner) -> str:
    match claim.kind:
        case ClaimKind.NOTHING:
            return _nothing(qf)
        case ClaimKind.BASE:
            return f"{qf.question.short}: {answered(claim.figures[0])}"
        case ClaimKind.LARGEST:
            return _largest(claim, qf.question, manner)
        case ClaimKind.SIMILAR:
            return _similar(claim, qf.question)
        case ClaimKind.NONE if len(claim.figures) > 1:
            return f"{upper_first(subject_of(claim.figures[0], manner)[0])} koos een van de antwoorden"
    return _one_figure(claim, qf.question, manner)


def _one_figure(claim: Claim, question: Question, manner: Manner) -> str:
    figure = claim.figures[0]
    item = next((one for one in question.items if one.id == figure.item), None)
    statement = question.statement_of(figure.option or "")
    if item is not None and statement is not None:
        is_about_item = question.type is QuestionType.MATRIX_MULTIPLE
        return item_finding_of(figure, statement, item, manner, is_about_item=is_about_item)
    if item is not None:
        return f"{item.label}: {at(figure, manner)} ‘{lower_first(claim.label)}’"
    if starts_with_verb(claim.label):
        return finding_of(figure, claim.label, manner)
    return f"{question.short}: {at(figure, manner)} ‘{lower_first(claim.label)}’"


def _largest(claim: Claim, question: Question, manner: Manner) -> str:
    labels = _named(question, claim.figures)
    each = "elk " if len(claim.figures) > 1 else ""
    return f"Meest gekozen: {labels}, {each}{at(claim.figures[0], manner)}"


def _similar(claim: Claim, question: Question) -> str:
    """Such as "Ongeveer even vaak gekozen: ‘a’ en ‘b’ (34 en 33 van de 99 gemeenten)"."""
    first, counts = claim.figures[0], [whole_number(figure.n) for figure in claim.figures[:_MOST_NAMED]]
    of_all = f"{listed(counts)} van de {whole_number(first.base)} gemeenten"
    return f"Ongeveer even vaak gekozen: {_named(question, claim.figures)} ({of_all})"


def _named(question: Question, figures: Sequence[Figure]) -> str:
    """The answers within a sentence; of more than three the first three."""
    labels = [f"‘{lower_first(question.label_of(figure.option or ''))}’" for figure in figures]
    return listed(labels) if len(labels) <= _MOST_NAMED else f"onder meer {listed(labels[:_MOST_NAMED])}"


def _nothing(qf: QuestionFigures) -> str:
    reason = nothing_to_show(qf)
    told = short_reason(qf) or (UNKNOWN if reason is None else lower_first(reason.rstrip(".")))
    return f"{qf.question.short}: {told}"


def _few(claim: Claim) -> str:
    base = claim.figures[0].base
    if base == 1:
        return "Eén gemeente gaf antwoord. Hieronder staat wat zij koos."
    return (
        f"Bij deze keuze gaven hoogstens {whole_number(base)} gemeenten antwoord. Dat zijn er te weinig voor "
        "percentages of een vergelijking; hieronder staan de aantallen."
    )


def _of(figures: Sequence[QuestionFigures], claim: Claim) -> QuestionFigures:
    if not claim.figures:
        return figures[0]
    return next(qf for qf in figures if qf.question.id == claim.figures[0].question)
