"""The headlines of all questions, by section: what *Start* shows in one glance. Knows no screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.survey.codebook.model import Codebook, Section
from explorer.survey.figures.figure import find
from explorer.survey.figures.question import OverviewRow, QuestionFigures
from explorer.telling.words.own import is_own


@dataclass(frozen=True, slots=True)
class SectionOverview:
    """A section and the headlines of its questions that have one."""

    section: Section
    rows: tuple[OverviewRow, ...]


def overview_by_section(found: Iterable[QuestionFigures], codebook: Codebook) -> tuple[SectionOverview, ...]:
    """Sections in the codebook's order; those without a headline are left out."""
    rows: dict[str, list[OverviewRow]] = {}
    for qf in found:
        row = _row(qf)
        if row is not None:
            rows.setdefault(qf.question.section, []).append(row)
    return tuple(SectionOverview(one, tuple(rows[one.id])) for one in codebook.sections if one.id in rows)


def _row(qf: QuestionFigures) -> OverviewRow | None:
    headline = qf.question.headline
    if headline is None:
        return None
    now = find(qf.now, headline.answer)
    if now is None:
        return None
    return OverviewRow(headline.label, now, find(qf.before, headline.answer), own=is_own(qf, headline.answer))
