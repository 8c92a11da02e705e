"""The rules of the release, in SQL: what is taken away goes exactly as far as it must."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest

from explorer.building.disclosure import reading
from explorer.building.disclosure.facts import released_knowledge
from explorer.building.disclosure.releasing import Workshop, opened_rules
from explorer.paths import QUERIES
from explorer.store.files import RELEASE, Connection, open_release
from explorer.store.versions import Store
from explorer.survey.figures.figure import ReleaseStatus

Place = tuple[int, str, str | None, str, str, str]
"""(wave, question, item, answer, kind, dimension) of a row of the rules."""


@pytest.fixture(scope="module")
def opened(real_store: Store) -> Iterator[Connection]:
    with opened_rules(Workshop(real_store.current_path(), QUERIES)) as (connection, _):
        yield connection


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


@pytest.mark.parametrize(("in_net", "status"), [(47, "exact"), (48, "net_in_words")])
def test_a_cross_does_not_say_how_many_of_nearly_all_are_in_its_net(
    small_store: Store, in_net: int, status: str
) -> None:
    """Of 50 all but two are in the net, which is said in words; the base of its cross would be the very number."""
    of_cross = "wave = 2020 and question = 'party_roles' and item = 'municipality' and dimension = 'nation'"
    with opened_rules(Workshop(small_store.current_path(), QUERIES)) as (connection, _):
        counts = f"update release_count set n = ?, base = ? where {of_cross} and answer = ? and kind = ?"  # noqa: S608
        connection.execute(counts, [in_net, 50, "active_or_initiator", "net"])
        connection.execute(counts, [20, in_net, "lead", "cross"])
        found = connection.execute(f"select status from release_rule where {of_cross} and kind = 'cross'")  # noqa: S608
        assert found.fetchall() == [(status,)]


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (2, ("fewer_than_3", None, 50)),
        (3, ("exact", 3, 50)),
        (47, ("exact", 47, 50)),
        (48, ("almost_all", None, 50)),
    ],
)
def test_a_rare_or_nearly_unanimous_answer_keeps_the_base_of_its_words(
    small_store: Store, n: int, shown: tuple[str, int | None, int]
) -> None:
    of_answer = "wave = 2020 and question = 'coalition' and answer = 'active' and dimension = 'nation'"
    with opened_rules(Workshop(small_store.current_path(), QUERIES)) as (connection, _):
        connection.execute(f"update release_count set n = ?, base = 50 where {of_answer}", [n])  # noqa: S608
        found = connection.execute(f"select status, n, base from release_figure where {of_answer}")  # noqa: S608
        assert found.fetchall() == [shown]


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
        f"select {columns} from release_rule where is_printed and (item is not null) = ? order by all",  # noqa: S608
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


GIVEN = {
    "43_release_rule.sql": given_by_a_case("43_release_rule.sql"),
    "44_release_figure.sql": set(re.findall(r"'(\w+)' as status\b", sql_of("44_release_figure.sql"))),
    "47_release_response.sql": given_by_a_case("47_release_response.sql"),
}
"""File → the statuses that it gives."""


def test_the_release_gives_every_status_that_the_code_knows_and_no_other() -> None:
    assert all(GIVEN.values())
    assert set().union(*GIVEN.values()) == {*ReleaseStatus} - {ReleaseStatus.NOT_PRINTED}


@pytest.mark.parametrize("name", ["39_release_reason.sql", "44_release_figure.sql"])
def test_the_release_asks_for_no_status_that_it_never_gives(name: str) -> None:
    sql = sql_of(name)
    named = {*re.findall(r"\bstatus = '(\w+)'", sql)}
    named |= {one for listed in re.findall(r"\bstatus in \((.*?)\)", sql) for one in re.findall(r"'(\w+)'", listed)}
    assert named
    assert named <= GIVEN["43_release_rule.sql"]


def test_every_figure_without_a_number_has_its_reason(rules: Connection) -> None:
    sql = (
        "select release_reason(?, dimension) is not null from (values ('nation'), ('region')) as dimensions (dimension)"
    )
    with_number = {ReleaseStatus.PRINTED, ReleaseStatus.EXACT, ReleaseStatus.ROUNDED}
    for status in map(ReleaseStatus, GIVEN["43_release_rule.sql"]):
        assert set(rules.execute(sql, [status.value]).fetchall()) == {(status not in with_number,)}, status


def test_the_release_of_the_project_has_the_statuses_of_its_rules(real_store: Store) -> None:
    with closing(open_release(real_store.current_path() / RELEASE)) as release:
        figures = {status for (status,) in release.execute("select distinct status from release_figure").fetchall()}
        response = {status for (status,) in release.execute("select distinct status from release_response").fetchall()}
    assert ReleaseStatus.ROUNDED in figures <= GIVEN["43_release_rule.sql"] | GIVEN["44_release_figure.sql"]
    assert ReleaseStatus.MINISTRY in response <= GIVEN["47_release_response.sql"]


# ---- a cross within a net of almost everyone


def test_a_cross_within_a_net_of_almost_everyone_says_that_its_base_stands_in_words(rules: Connection) -> None:
    """98 of 99 within "any": how many that are reads "bijna alle", which is not "fewer than 10 answered"."""
    rules.execute("begin")
    rules.execute("delete from release_printed where question = 'involvement_policy'")
    rules.execute("update release_count set n = base - 1 where question = 'involvement_policy' and answer = 'any'")
    sql = """
        select distinct status, reason from release_figure
        where question = 'involvement_policy' and kind = 'cross' and wave = 2020 and dimension = 'nation'
            and population = 'total'
    """
    [(status, reason)] = rules.execute(sql).fetchall()
    found = reading.read_released(rules)
    rules.execute("rollback")
    assert (status, reason.startswith("Dit telt binnen een groep antwoorden")) == ("net_in_words", True)
    about = [row for row in found if row.question == "involvement_policy" and row.dimension == "nation"]
    known = released_knowledge(about, {("involvement_policy", "whole_group"): "any"}, {2019: 2020, 2020: 2019})
    assert known.any_below == ()
