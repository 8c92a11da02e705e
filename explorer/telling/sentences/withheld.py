"""Why figures are not shown as numbers, and where they are."""

from collections.abc import Iterable

from explorer.survey.figures.figure import Figure, Kind, ReleaseStatus, Withheld
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import listed, lower_first
from explorer.telling.words.selections import group_label
from explorer.telling.words.withheld import (
    NOT_SPLIT_WORDS,
    lacks_answers_elsewhere,
    stands_in_words,
    status_of,
)

IN_WORDS = "Antwoorden van minder dan 5 of bijna alle gemeenten staan in woorden, om die gemeenten te beschermen."
_SHORT = {
    ReleaseStatus.NOT_SPLIT: NOT_SPLIT_WORDS,
    ReleaseStatus.SMALL_BASE: "te weinig antwoorden",
    ReleaseStatus.NET_IN_WORDS: "alleen in woorden",
    ReleaseStatus.DROPPED: NOT_SPLIT_WORDS,
    ReleaseStatus.COMPLEMENT: NOT_SPLIT_WORDS,
}
_MOST_NAMED = 3
_SOME = "Niet elk antwoord is uitgesplitst."


def withheld_line(qf: QuestionFigures) -> str | None:
    """Each reason why figures of this wave are withheld, once, then the wider group; None where none is.

    It is about what pictures show. A cross stands in the table alone, which says there that it has no number.
    """
    shown = [figure for figure in qf.now if figure.kind is not Kind.CROSS]
    words = IN_WORDS if any(map(stands_in_words, shown)) else None
    return " ".join(filter(None, [*_reasons_with_answers(qf, shown), words, _wider(shown)])) or None


def why_nothing(qf: QuestionFigures) -> str | None:
    """Sentences for a question of which no figure has a number; None where the release gives no reason."""
    sentences = [*_reasons(qf.now), _all_in_words(qf), _wider(qf.now)]
    return " ".join(filter(None, sentences)) or None


def short_reason(qf: QuestionFigures) -> str | None:
    """The first reason of such a question in a few words, for a heading; None where there is no reason."""
    first = next((figure.withheld for figure in qf.now if figure.withheld and not stands_in_words(figure)), None)
    if first is not None:
        if all(map(lacks_answers_elsewhere, qf.now)):
            return NOT_SPLIT_WORDS
        return _SHORT.get(first.status) or clause_of(first)
    in_words = _all_in_words(qf)
    return None if in_words is None else lower_first(in_words.rstrip("."))


def clause_of(withheld: Withheld) -> str:
    """The first sentence of a reason, to stand within another sentence."""
    return lower_first(withheld.reason.split(". ")[0].rstrip("."))


def _reasons_with_answers(qf: QuestionFigures, shown: list[Figure]) -> list[str]:
    """The reasons, each after the answers that it is about; one that is about all of them stands alone."""
    if not any(figure.n is not None or stands_in_words(figure) for figure in shown):
        return _reasons(shown)
    answers: dict[str, list[str]] = {}
    for figure in shown:
        if figure.withheld and not stands_in_words(figure) and figure.option is not None:
            answers.setdefault(figure.withheld.reason, []).append(f"‘{qf.question.label_of(figure.option)}’")
    if qf.question.items or any(len(labels) > _MOST_NAMED for labels in answers.values()):
        return [_SOME, *answers] if answers else []
    return [f"Geen aantal bij {listed(labels)}. {reason}" for reason, labels in answers.items()]


def _reasons(figures: Iterable[Figure]) -> list[str]:
    found = (figure.withheld.reason for figure in figures if figure.withheld and not stands_in_words(figure))
    return list(dict.fromkeys(found))


def _wider(figures: Iterable[Figure]) -> str | None:
    """Where the answers are shown; a reason of figures that the report does not print says so itself."""
    groups = [
        figure.withheld.wider_group
        for figure in figures
        if figure.withheld and figure.withheld.wider_group and figure.withheld.status is not ReleaseStatus.NOT_PRINTED
    ]
    names = listed([group_label(group) for group in dict.fromkeys(groups)], "of")
    return f"Kijk bij {names} voor deze antwoorden." if names else None


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
