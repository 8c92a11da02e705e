"""How much of a release carries numbers."""

from dataclasses import dataclass

from explorer.gateway.rows import Rows
from explorer.survey.figures.figure import ReleaseStatus


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of a release carries numbers: pairs of a question (item) and a group, and cells of option and group.

    Per wave; what does not exist (new respondents in the first wave) does not count.
    """

    pairs_shown: int
    pairs: int
    cells_shown: int
    cells: int


def read_shares(rows: Rows) -> Shares:
    """How much of a release carries numbers; ``rows`` reads its file."""
    sql = """
        with figures as (
            from release_figure where population = 'total' and status <> $not_defined and kind = 'option'
        ),

        pairs as (
            select wave, question, item, group_name, bool_or(n is not null) as is_shown from figures group by all
        )

        select
            (select count(*) filter (where is_shown) from pairs),
            (select count(*) from pairs),
            (select count(*) filter (where n is not null) from figures),
            (select count(*) from figures)
    """
    (row,) = rows(sql, {"not_defined": ReleaseStatus.NOT_DEFINED.value})
    return Shares(*row)
