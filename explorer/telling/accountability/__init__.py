"""What the page *Verantwoording* tells, made from what a version carries and from figures. Knows no screen."""

from explorer.telling.accountability.changes import changes_in_words
from explorer.telling.accountability.definitions import ANCHORS, Definition, definitions
from explorer.telling.accountability.examples import Evidence
from explorer.telling.accountability.reconciliation import ReconciledRow, Tally, Verdict, reconcile, tally
from explorer.telling.accountability.story import about, method, printed_share, simulation_steps
from explorer.telling.accountability.unknown import (
    Assumption,
    assumed_answers,
    assumed_comparisons,
    rates_without_counts,
)

__all__ = [
    "ANCHORS",
    "Assumption",
    "Definition",
    "Evidence",
    "ReconciledRow",
    "Tally",
    "Verdict",
    "about",
    "assumed_answers",
    "assumed_comparisons",
    "changes_in_words",
    "definitions",
    "method",
    "printed_share",
    "rates_without_counts",
    "reconcile",
    "simulation_steps",
    "tally",
]
