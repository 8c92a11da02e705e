"""A question of 64 respondents, 26 of one group and 38 of another, and what is told of it."""

from collections.abc import Iterable

from explorer.building.disclosure.model import Layout, ReleasedRow
from explorer.building.disclosure.told import Rule, tell
from explorer.survey.figures.figure import Kind, ReleaseStatus

GROUPS = {"noord-oost": 26, "west-zuid": 38}
THREE = Layout(
    allows_several=False,
    options=("often", "sometimes", "never"),
    exclusive=frozenset(),
    nets=(("ever", ("often", "sometimes")), ("not_often", ("sometimes", "never"))),
    crosses=(("often", "ever"),),
)
Counts = tuple[int, int]
"""Of the 26 and of the 38."""
Told = dict[tuple[str, Kind, str], ReleasedRow]
"""(answer, kind, group) → what is told of it."""


def status_of(n: int, base: int, *, is_nation: bool) -> ReleaseStatus:
    """As the SQL decides it."""
    if is_nation:
        if 5 <= n <= base - 5:
            return ReleaseStatus.EXACT
        return ReleaseStatus.FEWER_THAN_5 if n < 5 else ReleaseStatus.ALMOST_ALL
    return ReleaseStatus.RANGE if 8 <= n <= base - 8 else ReleaseStatus.NOT_SPLIT


def rules(
    counts: dict[tuple[str, Kind], Counts], bases: dict[Kind, Counts], in_report: Iterable[str] = ()
) -> list[Rule]:
    found = []
    for (answer, kind), n in counts.items():
        base = bases.get(kind, bases[Kind.OPTION])
        whole = sum(n), sum(base)
        of_groups = zip(GROUPS.items(), n, base, strict=True)
        groups = [("region", group, of, among, size) for (group, size), of, among in of_groups]
        places = [("nation", "nederland", *whole, 64), *groups]
        for dimension, group, of, among, size in places:
            status = status_of(*whole, is_nation=dimension == "nation")
            found.append(
                Rule("q", None, answer, kind, 2020, dimension, group, of, among, size, answer in in_report, status)
            )
    return found


def told(layout: Layout, found: list[Rule]) -> Told:
    rows = tell(found, {(("q", None), 2020): layout})
    return {(row.answer, row.kind, row.group): row for row in rows}


def single(often: Counts, sometimes: Counts, never: Counts, in_report: Iterable[str] = ()) -> Told:
    """All 64 answered with one of three options."""
    ever = often[0] + sometimes[0], often[1] + sometimes[1]
    counts = {
        ("often", Kind.OPTION): often,
        ("sometimes", Kind.OPTION): sometimes,
        ("never", Kind.OPTION): never,
        ("ever", Kind.NET): ever,
        ("not_often", Kind.NET): (sometimes[0] + never[0], sometimes[1] + never[1]),
        ("often", Kind.CROSS): often,
    }
    return told(THREE, rules(counts, {Kind.OPTION: (26, 38), Kind.CROSS: ever}, in_report))
