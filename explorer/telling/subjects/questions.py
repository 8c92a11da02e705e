"""Gathers all that a page shows of its questions: this wave, the wave before, the panel, and who answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.gateway.answers import MunicipalityAnswer, MunicipalityComment
from explorer.gateway.desk import Desk
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Question
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure, find
from explorer.survey.figures.question import OwnAnswer, OwnComment, QuestionFigures
from explorer.telling.subjects.participants import Participants, participants_of
from explorer.telling.words.trends import no_trend


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
    own: tuple[MunicipalityAnswer, ...] = ()
    own_comments: tuple[MunicipalityComment, ...] = ()
    if desk.viewer.municipality is not None:
        its_own = Selection(waves=(wave,), questions=tuple(sorted(ids)))
        own, own_comments = desk.own_answers(its_own), desk.own_comments(its_own)
    gathered = _Gathered(
        wave,
        before,
        wave == desk.waves[-1].wave,
        selection,
        desk.figures(asked),
        () if before is None else _changes(desk, asked),
        participants_of(desk, selection),
        own,
        own_comments,
    )
    return tuple(_assemble(question, gathered) for question in questions if question.use_in(wave) is not None)


def _changes(desk: Desk, selection: Selection) -> tuple[Change, ...]:
    """What changed under a selection; where only those who took part both times are selected, among them alone."""
    if selection.population is Population.NEW:
        return ()
    changes = desk.changes(selection)
    is_panel = selection.population is Population.PANEL
    return tuple(change.within_panel() if is_panel else change for change in changes if change.is_comparable)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the desk gave for all questions of a page together."""

    wave: int
    wave_before: int | None
    is_latest: bool
    selection: Selection
    figures: tuple[Figure, ...]
    changes: tuple[Change, ...]
    participants: Participants
    own: tuple[MunicipalityAnswer, ...]
    own_comments: tuple[MunicipalityComment, ...]


def _assemble(question: Question, gathered: _Gathered) -> QuestionFigures:
    selection = gathered.selection
    reason = no_trend(question, gathered.wave, gathered.wave_before, selection.population, selection.group)
    compared = gathered.wave_before if reason is None else None
    changes = () if compared is None else tuple(one for one in gathered.changes if one.figure.question == question.id)
    has_panel = selection.population is Population.TOTAL
    participants = gathered.participants
    return QuestionFigures(
        question=question,
        wave=gathered.wave,
        previous_wave=gathered.wave_before,
        population=selection.population,
        now=_of(question, gathered.wave, gathered.figures),
        before=_of(question, compared, gathered.figures),
        panel_now=_told(one.panel_now for one in changes) if has_panel else (),
        panel_before=_told(one.panel_before for one in changes) if has_panel else (),
        no_trend=reason,
        respondents=_n(participants.respondents),
        asked=_asked(question, gathered),
        both=_n(participants.both),
        changes=changes,
        is_latest=gathered.is_latest,
        own=tuple(OwnAnswer(one.item, one.chosen) for one in gathered.own if one.question == question.id),
        own_comments=tuple(
            OwnComment(one.place, one.text) for one in gathered.own_comments if one.question == question.id
        ),
    )


def _n(figure: Figure | None) -> int | None:
    return None if figure is None else figure.n


def _told(figures: Iterable[Figure | None]) -> tuple[Figure, ...]:
    """Those of which any number is told."""
    return tuple(one for one in figures if one is not None and (one.exact_n is not None or one.pct is not None))


def _of(question: Question, wave: int | None, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures if figure.question == question.id and figure.wave == wave)


def _asked(question: Question, gathered: _Gathered) -> int | None:
    """All respondents, or of a routed question those whose answer leads to it; None where that is withheld."""
    if question.asked_if is None:
        return _n(gathered.participants.respondents)
    led = tuple(
        one for one in gathered.figures if one.question == question.asked_if.question and one.wave == gathered.wave
    )
    figure = find(led, question.asked_if.answer)
    return None if figure is None else figure.n
