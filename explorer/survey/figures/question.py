"""The figures of one question together, as a page, a slide and a file show them."""

from dataclasses import dataclass

from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Question
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """What the municipality that looks chose itself: option ids in the codebook's order, empty where it ticked none."""

    item: str | None
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnComment:
    """What the municipality that looks wrote itself; ``place`` is an item or option, None for the whole question."""

    place: str | None
    text: str


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """Everything that a page shows of one question under one selection.

    ``before`` and the panel are empty where the question may not be compared; ``no_trend`` then says why, in Dutch.
    ``respondents`` took part under the selection, and ``both`` of them in the wave before too; ``asked`` of them were
    asked this question; None where that is not known. ``changes`` are those of its options and nets since the wave
    before, as far as they may be compared; ``panel_now`` and ``panel_before`` are their figures of who answered both
    times, as far as those are told. ``is_latest`` is false for a wave after which another came.
    ``own`` holds the answers of the municipality that looks, one per item that it answered, and ``own_comments`` its
    open answers, which are for its own eyes: no picture, table or file shows them.
    """

    question: Question
    wave: int
    previous_wave: int | None
    population: Population
    now: tuple[Figure, ...]
    before: tuple[Figure, ...]
    panel_now: tuple[Figure, ...]
    panel_before: tuple[Figure, ...]
    no_trend: str | None
    respondents: int | None
    asked: int | None
    both: int | None = None
    changes: tuple[Change, ...] = ()
    is_latest: bool = True
    own: tuple[OwnAnswer, ...] = ()
    own_comments: tuple[OwnComment, ...] = ()

    def own_choice(self, item: str | None = None) -> tuple[str, ...] | None:
        """What the municipality that looks chose (of an item); None where nobody looks or it gave no answer."""
        return next((one.chosen for one in self.own if one.item == item), None)


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A headline in the overview: an answer now, and in the wave before where it may be compared.

    ``own`` says that the municipality that looks gave this answer.
    """

    label: str
    now: Figure
    before: Figure | None = None
    own: bool = False
