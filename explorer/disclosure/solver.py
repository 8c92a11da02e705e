"""HiGHS behind a small door: one integer program per system, solved again and again with other limits.

HiGHS computes with floats. What it finds is checked here in whole numbers before anyone relies on it, so that a
witness is always a real one; that it finds none is believed, which errs on the side of "forced".
"""

import highspy
import numpy as np

from explorer.disclosure.system import Counts, System
from explorer.errors import DisclosureError

Status = highspy.HighsModelStatus


class Program:
    """The whole-number tables that agree with a system, less one table of insiders."""

    def __init__(self, system: System, seconds: float) -> None:
        """``seconds`` is the limit of one solution."""
        self._system = system
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]

        self._highs.silent()
        self._highs.setOptionValue("time_limit", seconds)
        self._highs.setOptionValue("threads", 1)
        # A table is wanted, not the very best one; the heuristics cost more than they find.
        self._highs.setOptionValue("mip_heuristic_effort", 0.0)
        self._highs.setOptionValue("mip_feasibility_tolerance", 1e-9)
        self._highs.setOptionValue("primal_feasibility_tolerance", 1e-9)
        self._pass_model()

    def _pass_model(self) -> None:
        rows, columns = self._system.matrix.shape
        lp = highspy.HighsLp()
        lp.num_row_, lp.num_col_ = rows, columns
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_ = np.zeros(columns)
        lp.col_lower_ = np.zeros(columns)
        lp.col_upper_ = self._system.upper.astype(np.float64)
        lp.row_lower_ = self._system.low.astype(np.float64)
        lp.row_upper_ = self._system.high.astype(np.float64)
        lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
        at_row, at_column = np.nonzero(self._system.matrix)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.searchsorted(at_row, np.arange(rows + 1)).astype(np.int32)
        lp.a_matrix_.index_ = at_column.astype(np.int32)
        lp.a_matrix_.value_ = self._system.matrix[at_row, at_column].astype(np.float64)
        self._highs.passModel(lp)

    def less(self, own: Counts) -> None:
        """Take the answers of insiders out of what is known; zeros for an outsider."""
        shift = np.where(self._system.is_known, self._system.matrix @ own, 0)
        self.low = self._system.low - shift
        self.high = self._system.high - shift
        rows = np.arange(len(shift), dtype=np.int32)
        self._highs.changeRowsBounds(len(rows), rows, self.low.astype(np.float64), self.high.astype(np.float64))  # type: ignore[attr-defined]

    def find(self, wanted: Counts, condition: tuple[Counts, int, int] | None = None) -> Counts | None:
        """A table that is large in ``wanted``, with ``low ≤ expression · table ≤ high`` as a condition; or None.

        Raises:
            DisclosureError: the time ran out, or HiGHS gave a table that does not hold.
        """
        columns = np.arange(len(wanted), dtype=np.int32)
        self._highs.changeColsCost(len(columns), columns, wanted.astype(np.float64))
        if condition is not None:
            expression, low, high = condition
            (at,) = np.nonzero(expression)
            self._highs.addRow(low, high, len(at), at.astype(np.int32), expression[at].astype(np.float64))
        try:
            self._highs.run()
            status = self._highs.getModelStatus()
            if status == Status.kInfeasible:
                return None
            if status != Status.kOptimal:
                raise DisclosureError(f"De controle kwam niet klaar: {self._highs.modelStatusToString(status)}.")
            table: Counts = np.rint(np.array(self._highs.getSolution().col_value)).astype(np.int64)
        finally:
            if condition is not None:
                self._highs.deleteRows(1, np.array([len(self.low)], dtype=np.int32))
        self._check(table)
        return table

    def _check(self, table: Counts) -> None:
        values = self._system.matrix @ table
        fits = (table >= 0).all() and (values >= self.low).all() and (values <= self.high).all()
        if not fits:
            raise DisclosureError("De oplosser gaf een tabel die niet klopt. Draai de controle opnieuw.")
