"""The claims of a section: what the sentences under its title say."""

from collections.abc import Iterable, Iterator, Sequence

from explorer.survey.codebook.model import Question
from explorer.survey.figures.change import Change, beyond_chance
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.claims.claim import Claim, ClaimKind
from explorer.telling.claims.headings import heading_claim, share_of, standing_claim
from explorer.telling.words.answers import answered
from explorer.telling.words.verbs import starts_with_verb

MOST_IN_A_LEAD = 2
_SHARES = (ClaimKind.SHARE, ClaimKind.ALL, ClaimKind.RANGE)


def finding_claims(figures: Sequence[QuestionFigures]) -> tuple[Claim, ...]:
    """Up to two findings with the largest shares; the heading of a question where none has a headline with a share.

    Where no question has enough answers for a share, how many answered.
    """
    standing = [
        claim for claim in map(standing_claim, figures) if claim.kind in _SHARES and starts_with_verb(claim.label)
    ]
    if standing:
        return tuple(sorted(standing, key=lambda claim: -share_of(claim.figures[0]))[:MOST_IN_A_LEAD])
    shown = [qf for qf in figures if answered(qf.now)]
    if all(one.has_small_base for qf in shown for one in qf.now if one.base is not None):
        bases = [one for qf in shown for one in qf.now if one.base is not None]
        return (Claim(ClaimKind.BASE, (max(bases, key=lambda one: one.base or 0),)),) if bases else ()
    return tuple(heading_claim(qf) for qf in shown[:1])


def change_claim(figures: Sequence[QuestionFigures]) -> Claim:
    """The largest change that chance does not explain; else why none is told."""
    changes = [change for qf in figures for change in _candidates(qf)]
    if not changes:
        return Claim(ClaimKind.NOT_COMPARABLE)
    for kind, found in _told(changes):
        return Claim(kind, _figures(found), _label(figures, found), found)
    enough = [change for change in changes if change.has_enough]
    if not enough:
        return Claim(ClaimKind.TOO_FEW)
    # Without the answers of those who answered both times an interval is the widest that they would give.
    is_known = all(change.interval is not None and change.stayed is not None for change in enough)
    return Claim(ClaimKind.NO_CHANGE if is_known else ClaimKind.OPEN)


def _told(changes: Sequence[Change]) -> Iterator[tuple[ClaimKind, Change]]:
    """What can be told, best first: of all who answered, of those who did both times alone, a direction of ranges."""
    yield from ((ClaimKind.CHANGE, change) for change in beyond_chance(changes))
    within = {change.within_panel(): change for change in changes if change.panel_has_enough}
    yield from ((ClaimKind.PANEL_CHANGE, within[panel]) for panel in beyond_chance(tuple(within)))
    yield from ((ClaimKind.DIRECTION, change) for change in changes if change.is_surely_beyond_chance)


def _candidates(qf: QuestionFigures) -> Iterator[Change]:
    """The headline of a question, or its first net, or else each option; none that is assumed or contested."""
    question = qf.question
    standing = standing_claim(qf).figures
    of_question = [change for change in qf.changes if change.now is not None and change.before is not None]
    named = [change for change in of_question if standing and _is_same(change.figure, standing[0])]
    for change in named or of_question:
        if not _is_assumed(question, change.figure) and not _is_contested(change):
            yield change


def _is_same(one: Figure, other: Figure) -> bool:
    return (one.question, one.item, one.option, one.kind) == (other.question, other.item, other.option, other.kind)


def _is_assumed(question: Question, figure: Figure) -> bool:
    members = question.members_of(figure.option or "")
    return any(question.option(member).assumed for member in members)


def _is_contested(change: Change) -> bool:
    """Whether the report tells another count of either wave, of all or of those who answered both times."""
    return any("n" in figure.differing for figure in _figures(change))


def _figures(change: Change) -> tuple[Figure, ...]:
    every = (change.now, change.before, change.panel_now, change.panel_before)
    return tuple(figure for figure in every if figure is not None)


def _label(figures: Iterable[QuestionFigures], change: Change) -> str:
    """What the answer is called; the headline's own wording where it is that answer."""
    question = next(qf.question for qf in figures if qf.question.id == change.figure.question)
    headline = question.headline
    if headline is not None and headline.answer == change.figure.option:
        return headline.label
    return question.label_of(change.figure.option or "")
