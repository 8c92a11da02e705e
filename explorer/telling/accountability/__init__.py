"""What the page *Verantwoording* tells, made from the files of ``data/`` and from figures. Knows no screen.

>>> from explorer.telling.accountability import load_contradictions
>>> load_contradictions()[0].reading
'182'
"""

from explorer.telling.accountability.changes import Change, changes_in_words, load_changes
from explorer.telling.accountability.contradictions import Contradiction, load_contradictions
from explorer.telling.accountability.definitions import Definition, Evidence, definitions
from explorer.telling.accountability.reconciliation import ReconciledRow, Tally, Verdict, reconcile, tally
from explorer.telling.accountability.story import about, method, printed_share, simulation_steps
from explorer.telling.accountability.unknown import (
    Assumption,
    assumed_answers,
    assumed_comparisons,
    rates_without_counts,
)

__all__ = [
    "Assumption",
    "Change",
    "Contradiction",
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
    "load_changes",
    "load_contradictions",
    "method",
    "printed_share",
    "rates_without_counts",
    "reconcile",
    "simulation_steps",
    "tally",
]
