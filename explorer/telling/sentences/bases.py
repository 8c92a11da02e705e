"""Who answered, why there is no trend, and why there is nothing to show."""

from collections.abc import Sequence

from explorer.survey.asking.groups import NATION
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Question
from explorer.survey.figures.figure import SMALL_BASE, Figure, Kind, percentage
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import NO_BREAK, UNKNOWN, agreeing, counted, listed, lower_first, whole_number
from explorer.telling.sentences.withheld import why_nothing
from explorer.telling.words.answers import answered, known_base
from explorer.telling.words.numbers import shared_base
from explorer.telling.words.withheld import counted_base

_WHOLE, _PAIR = 100, 2


def base_line(qf: QuestionFigures, *, asked_of: Question | None = None) -> str:
    """Who answered of whom, and what percentages are of.

    ``asked_of`` is the question to which only some gave the answer that led here (``question.asked_if``).
    """
    if qf.question.items:
        return f"{_item_bases(qf)}{_who_was_asked(qf.question, asked_of)}{_item_rounding(qf)}"
    known = known_base(_options(qf))
    if known is None or known.base is None:
        return _no_base(qf)
    if known.group not in (None, NATION):
        who = f"Basis: {counted_base(known)}.{_who_was_asked(qf.question, asked_of)}"
        return f"{who}{_several(qf)}{_assumed(qf.question)}"
    if qf.asked == 0:
        return "Basis: geen gemeente kreeg deze vraag."
    sentences = f"Basis: {_answered(known, qf)}.{_who_was_asked(qf.question, asked_of)}"
    return f"{sentences} {_what_is_shown(known.base, qf)}{_assumed(qf.question)}" if known.base else sentences


def trend_line(qf: QuestionFigures) -> str | None:
    """Why there is no comparison with the wave before; None where there is one."""
    if qf.no_trend is None:
        return None
    if qf.previous_wave is None:
        return qf.no_trend
    return f"Geen vergelijking met {qf.previous_wave}: {lower_first(qf.no_trend)}"


def panel_line(found: Sequence[QuestionFigures]) -> str | None:
    """Why those who answered both times are not compared where they are too few, once a page; None where not so."""
    panels = [change.panel_now for qf in found for change in qf.changes if qf.population is Population.TOTAL]
    bases = [panel.base for panel in panels if panel is not None and panel.base is not None]
    if not bases or max(bases) >= SMALL_BASE:
        return None
    before, most = found[0].previous_wave, max(bases)
    if most == 0 and found[0].respondents == 1:
        return f"Deze gemeente antwoordde niet in {before}."
    if most == 0:
        return f"Geen van deze gemeenten antwoordde ook in {before}."
    if most == 1:
        return f"Eén gemeente antwoordde ook in {before}."
    return f"Hoogstens {most} gemeenten antwoordden ook in {before}: te weinig om dezelfde gemeenten te vergelijken."


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


def _answered(known: Figure, qf: QuestionFigures) -> str:
    """Who answered, of those who were asked where that is known."""
    base, number = known.base or 0, shared_base(one for one in qf.now if one.kind is not Kind.CROSS)
    if qf.asked is None:
        return f"{number} {agreeing(base, 'gemeente gaf', 'gemeenten gaven')} antwoord"
    if qf.asked == 1:
        return f"de ene gemeente gaf {'' if base else 'geen '}antwoord"
    routed = " die deze vraag kregen," if qf.question.asked_if is not None else ""
    if base == qf.asked == _PAIR:
        return f"beide gemeenten{routed} gaven antwoord"
    if base == qf.asked:
        return f"alle {number} gemeenten{routed} gaven antwoord"
    whole = f"van de {whole_number(qf.asked)} gemeenten{routed}"
    return f"{number if base else 'geen'} {whole} {agreeing(base or 1, 'gaf', 'gaven')} antwoord"


def _what_is_shown(base: int, qf: QuestionFigures) -> str:
    if base < SMALL_BASE:
        return f"Bij minder dan {SMALL_BASE} antwoorden tonen we alleen aantallen."
    return f"Percentages van wie antwoord gaf.{_several(qf)}{_rounding(qf)}{_sums(qf)}"


def _several(qf: QuestionFigures) -> str:
    return " Meer antwoorden waren mogelijk." if qf.question.type_in(qf.wave).allows_several else ""


def _sums(qf: QuestionFigures) -> str:
    return " ‘Samen’ telt antwoorden bij elkaar op." if any(one.kind is Kind.NET for one in qf.now) else ""


def _assumed(question: Question) -> str:
    """Which answers the report does not name: that they could be chosen was assumed."""
    labels = [f"‘{lower_first(option.label)}’" for option in question.options if option.assumed]
    what = agreeing(len(labels), "dat antwoord", "die antwoorden")
    return f" Het rapport noemt {listed(labels)} niet; {what} namen we aan." if labels else ""


def _rounding(qf: QuestionFigures) -> str:
    """That whole percentages of one answer each add up to 99 or 101."""
    together = _together(_options(qf))
    if qf.question.type_in(qf.wave).allows_several or together in (None, _WHOLE):
        return ""
    return f" Door het afronden tellen zij op tot {together}{NO_BREAK}%."


def _item_rounding(qf: QuestionFigures) -> str:
    """The same of the items of a matrix, whose percentages stand in the table."""
    items = [[one for one in _options(qf) if one.item == item.id] for item in qf.question.items]
    is_rounded = any(_together(options) not in (None, _WHOLE) for options in items)
    if qf.question.type_in(qf.wave).allows_several or not is_rounded:
        return ""
    return f" Door het afronden tellen percentages niet altijd op tot {_WHOLE}{NO_BREAK}%."


def _together(options: Sequence[Figure]) -> int | None:
    """What the whole percentages of one answer each add up to; None where one is not told."""
    shares = [percentage(one.n, one.base, decimals=0) for one in options if not one.has_small_base]
    known = [int(share) for share in shares if share is not None]
    return sum(known) if known and len(known) == len(options) else None


def _item_bases(qf: QuestionFigures) -> str:
    known = [figure for figure in _options(qf) if figure.base is not None]
    if not known:
        return _no_base(qf)
    least = min(figure.base_low or figure.base or 0 for figure in known)
    most = max(figure.base_high or figure.base or 0 for figure in known)
    if least == most:
        return f"Basis: {counted(most, 'gemeente', 'gemeenten')} per onderdeel."
    if least == 0:
        return f"Basis: hoogstens {counted(most, 'gemeente', 'gemeenten')} per onderdeel."
    return f"Basis: {whole_number(least)} tot {whole_number(most)} gemeenten per onderdeel."


def _options(qf: QuestionFigures) -> list[Figure]:
    return [figure for figure in qf.now if figure.kind is Kind.OPTION]


def _no_base(qf: QuestionFigures) -> str:
    """Without a base: withheld, which the page explains beside it, or never known."""
    return "De basis is niet te tonen." if any(figure.withheld for figure in qf.now) else f"Basis: {UNKNOWN}."


def _who_was_asked(question: Question, asked_of: Question | None) -> str:
    """The answer that leads here may be a sum of answers, so it is said what holds, not what was answered."""
    if question.asked_if is None:
        return ""
    if asked_of is None:
        return " Niet elke gemeente kreeg deze vraag."
    label = lower_first(asked_of.label_of(question.asked_if.answer))
    return f" Alleen gevraagd aan gemeenten waarvoor geldt: ‘{label}’."
