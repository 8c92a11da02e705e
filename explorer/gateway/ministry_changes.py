"""Changes under any combination of filters, of all who answered and of those who answered both times."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from explorer.gateway.changes import Answer, Both, Pair, changes_between, pairs_of
from explorer.gateway.printing import as_printed
from explorer.gateway.rows import Rows
from explorer.gateway.scope import Scope
from explorer.inputs.printed.report import PrintedReport
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Question
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.participation import ResponseRate, total

Counts = dict[tuple[Any, ...], tuple[int, int, int, int]]
"""(wave before, wave, question, item, answer, kind) → (before, now, both times, base) of those who answered twice."""


@dataclass(frozen=True, eq=False)
class MinistryChanges:
    """Reads the changes of one version; ``places_of`` turns the filters on place into parameters of SQL."""

    rows: Rows
    scope: Scope
    report: PrintedReport
    places_of: Callable[[Selection], dict[str, Any]]

    def of(self, selection: Selection, figures: Sequence[Figure], rates: Sequence[ResponseRate]) -> Iterator[Change]:
        """The changes of a selection, given its figures of all who answered and its rates of response."""
        waves, questions = self.scope.waves_of(selection), self.scope.questions_of(selection)
        counts = self._counts(selection, waves, questions)
        asked = {wave: total(rates, wave).contacted for wave in waves}
        for pair in pairs_of(waves):
            both = partial(self._both, pair, counts, selection.is_filtered)
            yield from changes_between(pair, questions, figures, both, asked)

    def _both(self, pair: Pair, counts: Counts, is_filtered: bool, answer: Answer) -> Both:
        """Counts are additive, so a combination without a row has nobody: 0 out of 0."""
        question, item, option, kind = answer
        n_before, n_now, stayed, base = counts.get((*pair, question, item, option, kind.value), (0, 0, 0, 0))
        section = self.scope.codebook.question(question).section
        before, now = (
            Figure(
                section, question, item, option, kind, wave, Population.PANEL, None, n, base, self.scope.origin_of(wave)
            )
            for wave, n in zip(pair, (n_before, n_now), strict=True)
        )
        if not is_filtered:
            before, now = as_printed(before, self.report), as_printed(now, self.report)
        return Both(before, now, stayed)

    def _counts(self, selection: Selection, waves: Sequence[int], questions: Sequence[Question]) -> Counts:
        asked = {"waves": list(waves), "questions": [question.id for question in questions]}
        sql = "from changes_of($waves, $questions, $provinces, $urbanity)"
        rows = self.rows(sql, asked | self.places_of(selection)) if questions else []
        return {row[:6]: row[6:] for row in rows}
