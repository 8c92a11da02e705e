"""A small integer program: yes-or-no variables with a score, and sums that must lie between two numbers."""

from collections.abc import Iterable

import highspy
import numpy as np
from numpy.typing import NDArray

from explorer.errors import SourceError
from explorer.highs import silent_solver


class IntegerProgram:
    """Chooses 0 or 1 for every variable so that all sums hold and the total score is as large as possible.

    Scores are drawn from continuous noise, so the best choice is unique and every run finds the same one.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._scores: list[float] = []
        self._rows: list[tuple[float, float, dict[int, float]]] = []

    def variable(self, score: float = 0.0) -> int:
        """Add a variable; returns its number."""
        self._scores.append(score)
        return len(self._scores) - 1

    def add_sum(self, terms: Iterable[tuple[int, float]], *, least: float = -np.inf, most: float = np.inf) -> None:
        """Demand ``least`` ≤ Σ weight · variable ≤ ``most``; a variable that is named twice counts twice."""
        row: dict[int, float] = {}
        for variable, weight in terms:
            row[variable] = row.get(variable, 0.0) + weight
        self._rows.append((least, most, row))

    def add_count(self, variables: Iterable[int], *, least: float = -np.inf, most: float = np.inf) -> None:
        """Demand that between ``least`` and ``most`` of the variables are 1."""
        self.add_sum(((variable, 1.0) for variable in variables), least=least, most=most)

    def solve(self) -> NDArray[np.bool_]:
        """The best choice, one truth value per variable.

        Raises:
            SourceError: no choice satisfies all sums.
        """
        solver = silent_solver()
        solver.setOptionValue("mip_rel_gap", 0.0)  # the best choice itself, not one that is nearly as good
        solver.setOptionValue("mip_abs_gap", 0.0)
        solver.passModel(self._model())
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise SourceError(
                f"De gekozen aantallen voor '{self._name}' kunnen niet tegelijk gelden. "
                "Pas ze aan in explorer/inputs/simulate/margins.yml."
            )
        values: NDArray[np.float64] = np.array(solver.getSolution().col_value)
        return values > 0.5  # noqa: PLR2004 - a solver's 1 may read 0.9999999

    def _model(self) -> highspy.HighsLp:
        columns = len(self._scores)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = columns, len(self._rows)
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_ = np.array(self._scores)
        model.col_lower_, model.col_upper_ = np.zeros(columns), np.ones(columns)
        model.integrality_ = [highspy.HighsVarType.kInteger] * columns
        model.row_lower_ = np.array([least for least, _, _ in self._rows])
        model.row_upper_ = np.array([most for _, most, _ in self._rows])
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.cumsum([0, *(len(row) for _, _, row in self._rows)])
        model.a_matrix_.index_ = np.array([variable for _, _, row in self._rows for variable in row])
        model.a_matrix_.value_ = np.array([weight for _, _, row in self._rows for weight in row.values()])
        return model
