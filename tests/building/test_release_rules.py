"""The rules of the release, in SQL: what is taken away goes exactly as far as it must."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest

from explorer.building.disclosure.facts import released_knowledge
from explorer.building.disclosure.model import Layout
from explorer.building.disclosure.releasing import Workshop, opened_rules
from explorer.building.disclosure.rows import read_rules
from explorer.building.disclosure.told import tell
from explorer.paths import QUERIES
from explorer.store.files import RELEASE, Connection, open_release
from explorer.store.versions import Store
from explorer.survey.figures.figure import ReleaseStatus

POLICY = Layout(
    allows_several=False,
    options=("whole_group", "parts", "none"),
    exclusive=frozenset(),
    nets=(("any", ("whole_group", "parts")),),
    crosses=(("whole_group", "any"),),
)

Place = tuple[int, str, str | None, str, str, str]
"""(wave, question, item, answer, kind, dimension) of a row of the rules."""


@pytest.fixture(scope="module")
def opened(real_store: Store) -> Iterator[Connection]:
    with opened_rules(Workshop(real_store.current_path(), QUERIES)) as rules:
        yield rules.connection


@pytest.fixture
def rules(opened: Connection) -> Iterator[Connection]:
    """The rules on the project's own data, of which nothing is taken away yet."""
    opened.execute("delete from release_drop")
    yield opened
    opened.execute("delete from release_drop")


def drop(rules: Connection, question: str, item: str | None, answer: str) -> None:
    """Take the regions of an answer of 2020 away."""
    rules.execute("insert into release_drop values (?, ?, 2020, ?, 'region')", [question, item, answer])


def dropped(rules: Connection) -> set[Place]:
    sql = "select distinct wave, question, item, answer, kind, dimension from release_rule where is_dropped"
    return set(rules.execute(sql).fetchall())


# ---- what is taken away


def test_with_a_net_goes_its_cross_and_nothing_else(rules: Connection) -> None:
    """The whole group among those who involve any older people; among all who answered it stays."""
    drop(rules, "involvement_policy", None, "any")
    assert dropped(rules) == {
        (2020, "involvement_policy", None, "any", "net", "region"),
        (2020, "involvement_policy", None, "whole_group", "cross", "region"),
    }


def test_with_an_option_goes_its_cross_and_the_net_stays(rules: Connection) -> None:
    drop(rules, "involvement_policy", None, "whole_group")
    assert dropped(rules) == {
        (2020, "involvement_policy", None, "whole_group", "option", "region"),
        (2020, "involvement_policy", None, "whole_group", "cross", "region"),
    }


def test_in_a_matrix_it_goes_of_its_own_item_alone(rules: Connection) -> None:
    drop(rules, "party_roles", "sport", "active_or_initiator")
    assert dropped(rules) == {
        (2020, "party_roles", "sport", "active_or_initiator", "net", "region"),
        (2020, "party_roles", "sport", "lead", "cross", "region"),
    }


def test_a_question_without_an_item_is_none_of_the_items_of_a_matrix(rules: Connection) -> None:
    drop(rules, "party_roles", None, "active_or_initiator")
    assert dropped(rules) == set()


def test_a_cross_says_no_more_than_a_net_that_is_too_small(rules: Connection) -> None:
    """Of each cross the size of its own net is weighed, of the same item and wave."""
    found = rules.execute(
        """
        select crosses.net_n, crosses.net_base, nets.n, nets.base
        from release_rule as crosses
        inner join release_rule as nets
            on crosses.wave = nets.wave and crosses.item is not distinct from nets.item and nets.kind = 'net'
        where
            crosses.kind = 'cross' and nets.dimension = 'nation'
            and (crosses.question, crosses.answer, nets.question, nets.answer) in (
                ('party_roles', 'lead', 'party_roles', 'active_or_initiator'),
                ('involvement_policy', 'whole_group', 'involvement_policy', 'any')
            )
        """
    ).fetchall()
    assert len(found) == rules.execute("select count(*) from release_rule where kind = 'cross'").fetchall()[0][0] > 0
    assert [row for row in found if row[:2] != row[2:]] == []


@pytest.mark.parametrize(("in_net", "status"), [(45, "exact"), (46, "net_in_words")])
def test_a_cross_does_not_say_how_many_of_nearly_all_are_in_its_net(
    small_store: Store, in_net: int, status: str
) -> None:
    """Of 50 all but four are in the net, which is said in words; the base of its cross would be the very number."""
    of_cross = "wave = 2020 and question = 'party_roles' and item = 'municipality' and dimension = 'nation'"
    with opened_rules(Workshop(small_store.current_path(), QUERIES)) as rules:
        connection = rules.connection
        counts = f"update release_count set n = ?, base = ? where {of_cross} and answer = ? and kind = ?"  # noqa: S608
        connection.execute(counts, [in_net, 50, "active_or_initiator", "net"])
        connection.execute(counts, [20, in_net, "lead", "cross"])
        found = connection.execute(f"select status from release_rule where {of_cross} and kind = 'cross'")  # noqa: S608
        assert found.fetchall() == [(status,)]


@pytest.mark.parametrize(
    ("n", "status", "counts"),
    [(4, "fewer_than_5", (0, 4)), (5, "exact", (5, 5)), (45, "exact", (45, 45)), (46, "almost_all", (46, 50))],
)
def test_a_rare_or_nearly_unanimous_answer_keeps_the_base_of_its_words(
    small_store: Store, n: int, status: str, counts: tuple[int, int]
) -> None:
    of_answer = "wave = 2020 and question = 'coalition' and answer = 'active' and dimension = 'nation'"
    with opened_rules(Workshop(small_store.current_path(), QUERIES)) as rules:
        rules.connection.execute(f"update release_count set n = ?, base = 50 where {of_answer}", [n])  # noqa: S608
        (found,) = (
            row
            for row in rules.told()
            if (row.question, row.answer, row.wave, row.dimension) == ("coalition", "active", 2020, "nation")
        )
    assert (found.status, found.counts, found.bases) == (status, counts, (50, 50))


@pytest.mark.parametrize(("size", "status"), [(19, "small_group"), (20, "range")])
def test_a_group_of_fewer_than_twenty_is_told_nothing_of(rules: Connection, size: int, status: str) -> None:
    rules.execute("begin")
    rules.execute("update release_count set n_respondents = ? where group_name = 'west-zuid' and wave = 2020", [size])
    sql = """
        select distinct status from release_rule
        where question = 'signal_point' and wave = 2020 and dimension = 'region'
    """
    found = rules.execute(sql).fetchall()
    rules.execute("rollback")
    assert found == [(status,)]


@pytest.mark.parametrize(("n", "status"), [(7, "not_split"), (8, "range"), (92, "range"), (93, "not_split")])
def test_an_answer_is_split_where_eight_gave_it_and_eight_did_not(rules: Connection, n: int, status: str) -> None:
    of_answer = "wave = 2020 and question = 'signal_point' and answer = 'yes'"
    rules.execute("begin")
    rules.execute(f"update release_count set n = ?, base = 100 where {of_answer} and dimension = 'nation'", [n])  # noqa: S608
    found = rules.execute(f"select distinct status from release_rule where {of_answer} and dimension = 'region'")  # noqa: S608
    assert found.fetchall() == [(status,)]
    rules.execute("rollback")


def test_without_its_national_count_an_answer_is_not_split_either(rules: Connection) -> None:
    rules.execute("insert into release_drop values ('coalition_lead', null, 2020, 'no', 'nation')")
    sql = """
        select distinct dimension from release_rule
        where question = 'coalition_lead' and answer = 'no' and wave = 2020 and status = 'dropped' order by all
    """
    assert [name for (name,) in rules.execute(sql).fetchall()] == ["history", "nation", "region", "urbanity"]


# ---- with and without items


@pytest.mark.parametrize("has_item", [True, False])
def test_the_regions_together_are_the_country(rules: Connection, has_item: bool) -> None:
    counts = rules.execute(
        """
        select
            sum(n) filter (where dimension = 'nation'), sum(base) filter (where dimension = 'nation'),
            sum(n) filter (where dimension = 'region'), sum(base) filter (where dimension = 'region')
        from release_count
        where (item is not null) = ?
        """,
        [has_item],
    ).fetchall()
    n, base, n_of_regions, base_of_regions = counts[0]
    assert 0 < n < base
    assert (n_of_regions, base_of_regions) == (n, base)


@pytest.mark.parametrize("has_item", [True, False])
def test_every_printed_figure_is_known_as_printed(rules: Connection, has_item: bool) -> None:
    columns = "wave, question, item, answer, kind"
    printed = rules.execute(
        f"select {columns} from release_printed where population = 'total' and (item is not null) = ? order by all",  # noqa: S608
        [has_item],
    ).fetchall()
    found = rules.execute(
        f"select {columns} from release_rule where is_in_report and (item is not null) = ? order by all",  # noqa: S608
        [has_item],
    ).fetchall()
    assert found == printed
    assert printed


# ---- the statuses


def sql_of(name: str) -> str:
    return (QUERIES / name).read_text(encoding="utf-8")


def given_by_a_case(name: str) -> set[str]:
    """What the case expression of the column ``status`` may give."""
    (case,) = re.findall(
        r"^    case\n((?:(?!^    case\n).)*?)^    end as status$", sql_of(name), re.DOTALL | re.MULTILINE
    )
    return set(re.findall(r"\b(?:then|else) '(\w+)'", case))


GIVEN_BY_CODE = {
    *(ReleaseStatus.WIDE_RANGE, ReleaseStatus.COMPLEMENT, ReleaseStatus.PRINTED_IN_PART, ReleaseStatus.NOT_PRINTED)
}
"""Statuses that are no rule: where a range is too wide for a number, what would undo a word, and of the panel."""
GIVEN = {name: given_by_a_case(name) for name in ("43_release_rule.sql", "47_release_response.sql")}
"""File → the statuses that it gives."""


def test_the_release_gives_every_status_that_the_code_knows_and_no_other() -> None:
    assert all(GIVEN.values())
    assert set().union(*GIVEN.values()) | GIVEN_BY_CODE == {*ReleaseStatus}


def test_the_release_asks_for_no_status_that_it_never_gives() -> None:
    named = {*re.findall(r"\bstatus = '(\w+)'", sql_of("39_release_reason.sql"))}
    assert named
    assert named <= GIVEN["43_release_rule.sql"] | GIVEN_BY_CODE


def test_every_figure_without_a_number_has_its_reason(rules: Connection) -> None:
    sql = (
        "select release_reason(?, dimension) is not null from (values ('nation'), ('region')) as dimensions (dimension)"
    )
    told = {ReleaseStatus.PRINTED, ReleaseStatus.EXACT, ReleaseStatus.RANGE, ReleaseStatus.WIDE_RANGE}
    of_gateway = {ReleaseStatus.NOT_PRINTED, ReleaseStatus.MINISTRY}
    for status in {*ReleaseStatus} - of_gateway:
        assert set(rules.execute(sql, [status.value]).fetchall()) == {(status not in told,)}, status


def test_the_release_of_the_project_has_the_statuses_of_its_rules(real_store: Store) -> None:
    with closing(open_release(real_store.current_path() / RELEASE)) as release:
        figures = {status for (status,) in release.execute("select distinct status from release_figure").fetchall()}
        response = {status for (status,) in release.execute("select distinct status from release_response").fetchall()}
    assert {ReleaseStatus.RANGE, ReleaseStatus.PRINTED_IN_PART} <= figures
    assert figures <= GIVEN["43_release_rule.sql"] | GIVEN_BY_CODE
    assert ReleaseStatus.MINISTRY in response <= GIVEN["47_release_response.sql"]


# ---- a cross within a net of almost everyone


def test_a_cross_within_a_net_of_almost_everyone_says_that_its_base_stands_in_words(rules: Connection) -> None:
    """98 of 99 within "any": how many that are reads "bijna alle", which is not "fewer than 10 answered"."""
    rules.execute("begin")
    rules.execute("delete from release_printed where question = 'involvement_policy'")
    rules.execute("update release_count set n = base - 1 where question = 'involvement_policy' and answer = 'any'")
    sql = """
        select distinct status from release_rule
        where question = 'involvement_policy' and kind = 'cross' and wave = 2020 and dimension = 'nation'
    """
    found = rules.execute(sql).fetchall()
    told = tell(
        (one for one in read_rules(rules) if one.question == "involvement_policy" and one.dimension == "nation"),
        {(("involvement_policy", None), wave): POLICY for wave in (2019, 2020)},
    )
    rules.execute("rollback")
    assert found == [("net_in_words",)]
    known = released_knowledge(told, {("involvement_policy", "whole_group"): "any"}, {2019: 2020, 2020: 2019})
    assert known.any_below == ()
