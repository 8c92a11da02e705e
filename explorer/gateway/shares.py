"""How much of a release is told closely enough to be of use."""

from dataclasses import dataclass

from explorer.gateway.rows import Rows
from explorer.survey.figures.figure import MOST_POINTS, ReleaseStatus


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of a release is told exactly or within 6 points: pairs of a question (item) and a group, and cells of
    option and group, the whole country included.

    Per wave; what does not exist (new respondents in the first wave) does not count.
    """

    pairs_shown: int
    pairs: int
    cells_shown: int
    cells: int


def read_shares(rows: Rows) -> Shares:
    """How much of a release is told closely; ``rows`` reads its file."""
    sql = """
        with figures as (
            select
                wave,
                question,
                item,
                group_name,
                coalesce(50 * (least(1, n_high / base_low) - n_low / base_high) <= $points, false) as is_close
            from release_figure
            where population = 'total' and status <> $not_defined and kind = 'option'
        ),

        pairs as (
            select wave, question, item, group_name, bool_or(is_close) as is_shown from figures group by all
        )

        select
            (select count(*) filter (where is_shown) from pairs),
            (select count(*) from pairs),
            (select count(*) filter (where is_close) from figures),
            (select count(*) from figures)
    """
    (row,) = rows(sql, {"not_defined": ReleaseStatus.NOT_DEFINED.value, "points": MOST_POINTS})
    return Shares(*row)
