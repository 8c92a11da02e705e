"""Gathers all that a page shows of its questions: this wave, the wave before, the panel, and who answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.gateway.answers import MunicipalityAnswer, MunicipalityComment
from explorer.gateway.desk import Desk
from explorer.survey.asking.groups import NEW_GROUP, RETURNING_GROUP
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Comparability, Question
from explorer.survey.figures.figure import Figure, find
from explorer.survey.figures.participation import SECTION as RESPONSE
from explorer.survey.figures.question import OwnAnswer, OwnComment, QuestionFigures

RESPONDENTS = {
    Population.TOTAL: "responded",
    Population.PANEL: "panel_size",
    Population.NEW: "first_time_respondents",
}
"""The figure of section ``response`` that counts the respondents of each population."""


def question_figures(desk: Desk, selection: Selection, questions: Sequence[Question]) -> tuple[QuestionFigures, ...]:
    """The figures of ``questions`` under a selection of one wave; questions that the wave did not ask are left out.

    Raises:
        NotAllowedError: the viewer may not see this selection.
        SelectionError: the selection does not name exactly one wave that exists.
    """
    (wave,) = selection.waves
    before = desk.wave_before(wave)
    pair = (wave,) if before is None else (before, wave)
    # Routing looks at the answer to another question, so that one is fetched too.
    ids = {question.id for question in questions}
    ids |= {question.asked_if.question for question in questions if question.asked_if is not None}
    asked = replace(selection, waves=pair, questions=tuple(sorted(ids)))
    has_panel = before is not None and selection.population is Population.TOTAL and desk.viewer.sees_all_figures
    populations = (selection.population, *((Population.PANEL,) if has_panel else ()))
    found = desk.figures_by_population(asked, populations)
    own: tuple[MunicipalityAnswer, ...] = ()
    own_comments: tuple[MunicipalityComment, ...] = ()
    if desk.viewer.municipality is not None:
        its_own = Selection(waves=(wave,), questions=tuple(sorted(ids)))
        own, own_comments = desk.own_answers(its_own), desk.own_comments(its_own)
    gathered = _Gathered(
        wave,
        before,
        selection.population,
        found[selection.population],
        found[Population.PANEL] if has_panel else (),
        respondents_of(desk, selection),
        own,
        own_comments,
        selection.group,
    )
    return tuple(_assemble(question, gathered) for question in questions if question.use_in(wave) is not None)


def respondents_of(desk: Desk, selection: Selection) -> int | None:
    """How many respondents of the one wave of a selection fall under it; None where this viewer is not told."""
    (wave,) = selection.waves
    if selection.population is Population.NEW and desk.wave_before(wave) is None:
        return 0  # In the first wave nobody is new, so there is no figure that counts them.
    counted = RESPONDENTS[selection.population]
    figures = desk.figures(replace(selection, sections=(RESPONSE,), questions=()))
    return next((figure.n for figure in figures if figure.question == counted), None)


def no_trend(
    question: Question, wave: int, before: int | None, population: Population, group: str | None = None
) -> str | None:
    """In Dutch, why a question has no trend to ``wave``; None where it has one."""
    if before is None:
        return f"{wave} was de eerste meting; er is nog niets om mee te vergelijken."
    if population is Population.NEW or group == NEW_GROUP:
        return f"Deze gemeenten deden in {before} niet mee."
    if group == RETURNING_GROUP:
        return "Dezelfde gemeenten in twee jaren vergelijken kan alleen het ministerie."
    use = question.use_in(wave)
    if use is None or use.compare is Comparability.IDENTICAL:
        return None
    if use.reason is not None:
        return use.reason
    return f"De vraag is {'nieuw' if use.compare is Comparability.NEW else 'veranderd'} in {wave}."


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the desk gave for all questions of a page together."""

    wave: int
    wave_before: int | None
    population: Population
    figures: tuple[Figure, ...]
    panel: tuple[Figure, ...]
    respondents: int | None
    own: tuple[MunicipalityAnswer, ...]
    own_comments: tuple[MunicipalityComment, ...]
    group: str | None


def _assemble(question: Question, gathered: _Gathered) -> QuestionFigures:
    reason = no_trend(question, gathered.wave, gathered.wave_before, gathered.population, gathered.group)
    compared = gathered.wave_before if reason is None else None
    return QuestionFigures(
        question=question,
        wave=gathered.wave,
        previous_wave=gathered.wave_before,
        population=gathered.population,
        now=_of(question, gathered.wave, gathered.figures),
        before=_of(question, compared, gathered.figures),
        panel_now=_of(question, gathered.wave, gathered.panel) if compared is not None else (),
        panel_before=_of(question, compared, gathered.panel),
        no_trend=reason,
        respondents=gathered.respondents,
        asked=_asked(question, gathered),
        own=tuple(OwnAnswer(one.item, one.chosen) for one in gathered.own if one.question == question.id),
        own_comments=tuple(
            OwnComment(one.place, one.text) for one in gathered.own_comments if one.question == question.id
        ),
    )


def _of(question: Question, wave: int | None, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures if figure.question == question.id and figure.wave == wave)


def _asked(question: Question, gathered: _Gathered) -> int | None:
    """All respondents, or of a routed question those whose answer leads to it; None where that is withheld."""
    if question.asked_if is None:
        return gathered.respondents
    led = tuple(
        one for one in gathered.figures if one.question == question.asked_if.question and one.wave == gathered.wave
    )
    figure = find(led, question.asked_if.answer)
    return None if figure is None else figure.n
