"""The queries: run in the order of their numbers, named when one fails, and their numbers explained in README."""

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from explorer.errors import BuildError
from explorer.paths import PROJECT, QUERIES
from explorer.store.files import Connection
from explorer.store.queries import run_queries

MACROS = "39"


@pytest.fixture
def connection() -> Iterator[Connection]:
    with duckdb.connect() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A table, what is put in it, and a view on it; written in another order than that in which they must run."""
    (tmp_path / "20_view.sql").write_text("create view doubled as select 2 * n as n from count;", encoding="utf-8")
    (tmp_path / "11_rows.sql").write_text("insert into count values (3);", encoding="utf-8")
    (tmp_path / "10_table.sql").write_text("create table count (n integer);", encoding="utf-8")
    return tmp_path


def test_queries_run_in_the_order_of_their_numbers(connection: Connection, folder: Path) -> None:
    run_queries(connection, folder, "1", "2")
    assert connection.execute("from doubled").fetchall() == [(6,)]


def test_only_the_series_that_is_asked_for_runs(connection: Connection, folder: Path) -> None:
    run_queries(connection, folder, "1")
    assert connection.execute("select view_name from duckdb_views() where not internal").fetchall() == []


def test_a_query_that_fails_is_named(connection: Connection, folder: Path) -> None:
    (folder / "12_wrong.sql").write_text("insert into counts values (3);", encoding="utf-8")
    with pytest.raises(BuildError, match=r"^De query 12_wrong\.sql mislukt: .*counts"):
        run_queries(connection, folder, "1")


def test_a_series_without_queries_is_refused(connection: Connection, folder: Path) -> None:
    with pytest.raises(BuildError, match=r"^Er zijn geen query's in .* met een nummer dat begint met 4\. Zet de map"):
        run_queries(connection, folder, "1", "4")


# ---- the numbers


def numbers_in_readme() -> set[int]:
    """The numbers in the first column of the table of queries: ``10–13`` names four of them."""
    table = (PROJECT / "README.md").read_text(encoding="utf-8").partition("| queries |")[2].partition("\n\n")[0]
    found: set[int] = set()
    for first, last in re.findall(r"^\| (\d\d)(?:–(\d\d))? \|", table, flags=re.MULTILINE):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_readme_names_the_number_of_every_query_and_no_other() -> None:
    assert numbers_in_readme() == {int(path.name[:2]) for path in QUERIES.glob("*.sql")}


def test_macros_stand_under_one_number_with_the_name_of_their_file() -> None:
    for path in QUERIES.glob("*.sql"):
        macros = re.findall(r"^create macro (\w+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        number, name = path.stem.split("_", 1)
        assert macros == ([name] if number == MACROS else []), path.name
