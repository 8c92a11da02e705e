"""What a page needs is gathered once: a run asks the database at most four times, also the first run of a version.

Three were enough while a page showed figures alone. What changed since the wave before counts those who answered both
times, which no figure of one wave does: that takes a query of its own, one for all questions of a page.
"""

from collections.abc import Iterator

import pytest

from explorer.gateway import rows
from explorer.gateway.door import Gateway
from explorer.gateway.rows import Row
from explorer.screen.frame.catalogue import catalogue
from explorer.screen.frame.session import opened
from explorer.store.files import Connection
from pages import open_page

pytestmark = pytest.mark.usefixtures("real_pages")

MOST = 4
VIEWS = {
    "ministry": {},
    "filtered": {"provincie": "noord-brabant", "populatie": "nieuw", "meting": "2020"},
    "public": {"kijk": "openbaar"},
    "group": {"kijk": "openbaar", "groep": "west-zuid"},
    "municipality": {"kijk": "gemeente", "gemeente": "GM0344"},
    "municipality in a group": {"kijk": "gemeente", "gemeente": "GM0344", "groep": "west-zuid"},
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The queries of a run on a gateway that gave no figures before."""
    found: list[str] = []
    fetch = rows.fetch

    def counted(connection: Connection, sql: str, parameters: dict[str, object]) -> list[Row]:
        found.append(" ".join(sql.split()))
        return fetch(connection, sql, parameters)

    opened.cache_clear()
    monkeypatch.setattr(rows, "fetch", counted)
    yield found
    opened.cache_clear()


@pytest.mark.parametrize("view", VIEWS)
def test_a_run_of_any_page_asks_at_most_four_times(view: str, real: Gateway, asked: list[str]) -> None:
    """The public list, the groups and the names of places are the same for everyone: whoever comes first reads them."""
    for entry in catalogue(real.facts.reference.codebook):
        opened.cache_clear()
        open_page("verantwoording", {"kijk": "openbaar"})
        asked.clear()
        open_page(entry.slug, VIEWS[view])
        assert len(asked) <= MOST, (entry.slug, asked)


def test_who_looks_again_asks_nothing(asked: list[str]) -> None:
    open_page("sterk-netwerk")
    asked.clear()
    open_page("sterk-netwerk")
    assert asked == []
