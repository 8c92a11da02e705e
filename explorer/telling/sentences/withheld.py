"""Why figures are not shown as numbers, and where they are."""

from collections.abc import Iterable, Sequence

from explorer.survey.figures.figure import Figure, Kind, ReleaseStatus, Withheld
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import listed, lower_first
from explorer.telling.words.selections import group_label
from explorer.telling.words.withheld import is_range, stands_in_words, status_of, word_of

IN_WORDS = {
    (True, False): "zo weinig gemeenten dat we hun antwoorden beschermen.",
    (False, True): "zo veel gemeenten dat we de antwoorden van de andere beschermen.",
    (True, True): "zo weinig of zo veel gemeenten dat we hun antwoorden beschermen.",
}
"""Why words stand for few, for almost all, and for both."""
READING = (
    "Van een groep geven we een bereik waarin het aantal ligt, om de antwoorden van gemeenten te beschermen. Van een "
    "balk is het volle stuk zeker; het echte aantal eindigt ergens in het lichte stuk."
)
_START = "Niet elk antwoord heeft een aantal."


def missing_line(found: Sequence[QuestionFigures]) -> str | None:
    """What each word in pictures that stands for a number means, once for all questions; None where none does.

    A cross stands in the table alone, which says there that it has no number.
    """
    shown = [figure for qf in found for figure in qf.now if figure.kind is not Kind.CROSS]
    told = [*_words(shown), *_reasons_by_word(shown)]
    if not told:
        return None
    return " ".join(filter(None, [_START, *told, _elsewhere(shown)]))


def reading_line(found: Sequence[QuestionFigures]) -> str | None:
    """How the numbers of a group are read, once for all questions; None where there are no ranges."""
    return READING if any(is_range(figure) for qf in found for figure in qf.now) else None


def wider_group(found: Sequence[QuestionFigures]) -> str | None:
    """The group that has the answers which are missing here; None where nothing is missing that another group has."""
    groups = (figure.withheld.wider_group for qf in found for figure in qf.now if figure.withheld)
    return next(filter(None, groups), None)


def why_nothing(qf: QuestionFigures) -> str | None:
    """Sentences for a question of which no figure has a number; None where the release gives no reason."""
    sentences = [*_reasons(qf.now), _all_in_words(qf), _elsewhere(qf.now)]
    return " ".join(filter(None, sentences)) or None


def short_reason(qf: QuestionFigures) -> str | None:
    """The first reason of such a question in a few words, for a heading; None where there is no reason."""
    first = next((figure for figure in qf.now if figure.withheld and not stands_in_words(figure)), None)
    if first is not None:
        return word_of(first)
    in_words = _all_in_words(qf)
    return None if in_words is None else lower_first(in_words.rstrip("."))


def clause_of(withheld: Withheld) -> str:
    """The first sentence of a reason, to stand within another sentence."""
    return lower_first(withheld.reason.split(". ")[0].rstrip("."))


def _words(shown: Iterable[Figure]) -> list[str]:
    """Such as "‘minder dan 5’: zo weinig gemeenten dat …"; nothing where no words stand for numbers."""
    in_words = {word_of(figure): status_of(figure) for figure in shown if stands_in_words(figure)}
    if not in_words:
        return []
    names = listed([f"‘{word}’" for word in in_words], "of")
    kinds = (ReleaseStatus.FEWER_THAN_5, ReleaseStatus.ALMOST_ALL)
    few, most = (kind in in_words.values() for kind in kinds)
    return [f"{names}: {IN_WORDS[few, most]}"]


def _reasons_by_word(shown: Iterable[Figure]) -> list[str]:
    """Such as "‘niet uitgesplitst’: landelijk gaven …", each word with each of its reasons."""
    found = (
        f"‘{word_of(figure)}’: {lower_first(figure.withheld.reason)}"
        for figure in shown
        if figure.withheld and not stands_in_words(figure)
    )
    return list(dict.fromkeys(found))


def _reasons(figures: Iterable[Figure]) -> list[str]:
    found = (figure.withheld.reason for figure in figures if figure.withheld and not stands_in_words(figure))
    return list(dict.fromkeys(found))


def _elsewhere(figures: Iterable[Figure]) -> str | None:
    """Where the answers are shown; a reason of figures that the report does not print says so itself."""
    groups = [
        figure.withheld.wider_group
        for figure in figures
        if figure.withheld and figure.withheld.wider_group and figure.withheld.status is not ReleaseStatus.NOT_PRINTED
    ]
    names = listed([f"‘{group_label(group)}’" for group in dict.fromkeys(groups)], "of")
    return f"Kies {names}: daar staan deze antwoorden wel." if names else None


def _all_in_words(qf: QuestionFigures) -> str | None:
    """What the words say together: the answer of almost all, or that each was given by fewer than 5."""
    options = [figure for figure in qf.now if figure.kind is Kind.OPTION and stands_in_words(figure)]
    common = [
        figure.option
        for figure in options
        if status_of(figure) is ReleaseStatus.ALMOST_ALL and figure.option is not None
    ]
    if common and not qf.question.items:
        labels = listed([f"‘{qf.question.label_of(option)}’" for option in common])
        return f"Bijna alle gemeenten antwoordden {labels}."
    if options and all(status_of(figure) is ReleaseStatus.FEWER_THAN_5 for figure in options):
        return "Minder dan 5 gemeenten gaven een van deze antwoorden."
    return "Elk antwoord is gegeven door minder dan 5 of bijna alle gemeenten." if options else None
