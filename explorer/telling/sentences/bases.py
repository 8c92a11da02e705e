"""Who answered, why there is no trend, and why there is nothing to show."""

from explorer.survey.asking.groups import NATION
from explorer.survey.codebook.model import Question
from explorer.survey.figures.figure import SMALL_BASE, Figure, Kind
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import UNKNOWN, agreeing, counted, lower_first, whole_number
from explorer.telling.sentences.withheld import why_nothing
from explorer.telling.words.answers import answered, known_base
from explorer.telling.words.withheld import counted_base

_MARGIN = (
    "Van een groep geven we aantallen binnen een bereik. Zo kan een ander niet zeker weten wat één gemeente antwoordde."
)


def base_line(qf: QuestionFigures, *, asked_of: Question | None = None) -> str:
    """Who answered of whom, and what percentages are of.

    ``asked_of`` is the question to which only some gave the answer that led here (``question.asked_if``).
    """
    if qf.question.items:
        return f"{_item_bases(qf)}{_who_was_asked(qf.question, asked_of)}"
    known = known_base(_options(qf))
    if known is None or known.base is None:
        return _no_base(qf)
    base = known.base
    if known.group not in (None, NATION):
        who = f"Basis: {counted_base(known)}.{_who_was_asked(qf.question, asked_of)}"
        return f"{who} {_MARGIN}{_several(qf)}"
    if qf.asked == 0:
        return "Basis: geen gemeente kreeg deze vraag."
    sentences = f"Basis: {_answered(base, qf)}.{_who_was_asked(qf.question, asked_of)}"
    return f"{sentences} {_what_is_shown(base, qf)}" if base else sentences


def trend_line(qf: QuestionFigures) -> str | None:
    """Why there is no comparison with the wave before; None where there is one."""
    if qf.no_trend is None:
        return None
    if qf.previous_wave is None:
        return qf.no_trend
    return f"Geen vergelijking met {qf.previous_wave}: {lower_first(qf.no_trend)}"


def nothing_to_show(qf: QuestionFigures) -> str | None:
    """The sentence that stands in the place of a chart; None where there is a chart."""
    if answered(qf.now):
        return None
    reason = why_nothing(qf)
    if reason is not None:
        return reason
    if qf.respondents == 0:
        return "Bij deze keuze zijn er geen gemeenten die meededen."
    if qf.asked == 0:
        return "Geen gemeente kreeg deze vraag."
    if any(figure.n is None for figure in qf.now):
        return "Te weinig antwoorden om te laten zien."
    return "Geen gemeente gaf antwoord op deze vraag."


def _answered(base: int, qf: QuestionFigures) -> str:
    """Who answered, of those who were asked where that is known."""
    if qf.asked is None:
        return counted(base, "gemeente gaf antwoord", "gemeenten gaven antwoord")
    whole = f"{whole_number(qf.asked)} gemeenten"
    routed = " die deze vraag kregen" if qf.question.asked_if is not None else ""
    if qf.asked == 1:
        return "1 gemeente, die antwoord gaf" if base else "1 gemeente, die geen antwoord gaf"
    if base == qf.asked:
        who = "beide gemeenten" if base == 2 else f"alle {whole}"  # noqa: PLR2004 - "beide"
        return f"{who}{routed}{',' if routed else ''} gaven antwoord"
    if base == 0:
        return f"geen van de {whole}{routed}{',' if routed else ''} gaf antwoord"
    verb = agreeing(base, "gaf", "gaven")
    return f"{whole_number(base)} van de {whole}{routed}{',' if routed else ''} {verb} antwoord"


def _what_is_shown(base: int, qf: QuestionFigures) -> str:
    if base < SMALL_BASE:
        return f"Bij minder dan {SMALL_BASE} antwoorden tonen we alleen aantallen."
    return f"Percentages van wie antwoord gaf.{_several(qf)}"


def _several(qf: QuestionFigures) -> str:
    return " Meer antwoorden waren mogelijk." if qf.question.type_in(qf.wave).allows_several else ""


def _item_bases(qf: QuestionFigures) -> str:
    options = _options(qf)
    known = [figure for figure in options if figure.base is not None]
    if not known:
        return _no_base(qf)
    least = min(figure.base_low or figure.base or 0 for figure in known)
    most = max(figure.base_high or figure.base or 0 for figure in known)
    if least == most:
        return f"Basis: {counted(most, 'gemeente', 'gemeenten')} per onderdeel."
    return f"Basis: {whole_number(least)} tot {whole_number(most)} gemeenten per onderdeel."


def _options(qf: QuestionFigures) -> list[Figure]:
    return [figure for figure in qf.now if figure.kind is Kind.OPTION]


def _no_base(qf: QuestionFigures) -> str:
    """Without a base: withheld, which the page explains beside it, or never known."""
    return "De basis is niet te tonen." if any(figure.withheld for figure in qf.now) else f"Basis: {UNKNOWN}."


def _who_was_asked(question: Question, asked_of: Question | None) -> str:
    if question.asked_if is None:
        return ""
    if asked_of is None:
        return " Niet elke gemeente kreeg deze vraag."
    label = lower_first(asked_of.label_of(question.asked_if.answer))
    return f" Alleen gevraagd na het antwoord ‘{label}’ op de vraag ‘{asked_of.text}’"
