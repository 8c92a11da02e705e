"""What tests share: the small world (see small_world.py), and the project's own data behind a gateway."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Server, chromium, serving, watched_page
from playwright.sync_api import Browser, Page
from small_world import ANSWERS_2019, ANSWERS_2020, CONTACTS, write_data

from explorer import paths
from explorer.building.version import build
from explorer.gateway.door import Gateway, open_gateway
from explorer.paths import DATA, QUERIES
from explorer.screen.frame import session
from explorer.screen.frame.session import opened
from explorer.store.files import DATABASE, Connection, open_database
from explorer.store.versions import Store


@pytest.fixture(scope="session")
def small_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the small world."""
    folder = tmp_path_factory.mktemp("small") / "data"
    return write_data(folder, {2019: ANSWERS_2019, 2020: ANSWERS_2020}, CONTACTS)


@pytest.fixture(scope="session")
def small_store(small_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with the small world published."""
    store = Store(tmp_path_factory.mktemp("small-store"))
    build(store, small_data, QUERIES)
    return store


@pytest.fixture(scope="session")
def small(small_store: Store) -> Gateway:
    """The gateway to the small world."""
    return open_gateway(small_store.current_path())


@pytest.fixture(scope="session")
def small_database(small_store: Store) -> Iterator[Connection]:
    """The database of the small world, opened as the gateway opens it."""
    connection = open_database(small_store.current_path() / DATABASE)
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def real_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with the project's own data published."""
    store = Store(tmp_path_factory.mktemp("real-store"))
    build(store, DATA, QUERIES)
    return store


@pytest.fixture(scope="session")
def real(real_store: Store) -> Gateway:
    """The gateway to the project's own data."""
    return open_gateway(real_store.current_path())


@pytest.fixture
def in_real_world(real_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands see the project's own data."""
    monkeypatch.setenv("EXPLORER_STORE", str(real_store.folder))


@pytest.fixture
def real_pages(in_real_world: None) -> Iterator[None]:  # noqa: ARG001
    """Pages that are opened without a browser see the project's own data, and keep no gateway for the next test."""
    yield
    opened.cache_clear()


@pytest.fixture(autouse=True)
def with_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are opened without a browser have the cookie that a browser would bring."""
    monkeypatch.setattr(session, "visitor_cookie", lambda: "een bezoeker")


@pytest.fixture
def in_small_world(small_store: Store, small_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The commands see the small world, in a store of their own."""
    shutil.copytree(small_store.folder, tmp_path / "store")
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(paths, "DATA", small_data)
    return Store(tmp_path / "store")


@pytest.fixture(scope="session")
def has_browser() -> None:
    """Without chromium a browser test is skipped, unless a browser is required: then it fails."""
    if CHROMIUM is None and os.environ.get("EXPLORER_REQUIRE_BROWSER") != "1":
        pytest.skip("this machine has no chromium")


@pytest.fixture(scope="module")
def browser(has_browser: None) -> Iterator[Browser]:  # noqa: ARG001
    """One per module: playwright keeps an event loop running, which tests of the server must not meet."""
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="session")
def server(has_browser: None, real_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:  # noqa: ARG001
    """The explorer on the project's own data, one process for all tests that only look."""
    with serving(real_store.folder, tmp_path_factory.mktemp("server") / "log") as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a new visitor."""
    with watched_page(browser) as opened:
        yield opened
