"""The server around Streamlit, asked over plain ASGI: no network, no browser."""

import asyncio
import gzip
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message
from streamlit import config as streamlit_config

from explorer.errors import StoreError
from explorer.paths import PROJECT
from explorer.screen.server.document import dutch_document
from explorer.screen.server.http import ASSETS, MEDIA_TYPES, WARM_UP, middleware, routes

ROOT = PROJECT
PAGES = frozenset({"", "respons", "mijn-gemeente"})
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(app: ASGIApp, path: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Answer:
    """Send one request over ASGI and gather the answer."""
    raw = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": raw,
    }
    messages: list[Message] = []
    requests: Iterator[Message] = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        """The request, once; a client that stays connected then says nothing more."""
        for request in requests:
            return request
        await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        messages.append(message)

    asyncio.run(asyncio.wait_for(app(scope, receive, send), timeout=10))
    start = messages[0]
    decoded = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], decoded, b"".join(message.get("body", b"") for message in messages[1:]))


@pytest.fixture
def version(tmp_path: Path) -> Path:
    folder = tmp_path / "20260101T000000Z-0a1b2c3d"
    (folder / "data" / "geo").mkdir(parents=True)
    (folder / "data" / "geo" / "provinces.json").write_text('{"type":"Topology"}' + " " * 2000, encoding="utf-8")
    (folder / "explorer.duckdb").write_bytes(b"secret")
    return folder


@pytest.fixture
def app(version: Path) -> Starlette:
    """A stand-in for Streamlit that answers its index on every address, compressed as Streamlit does."""

    def metrics(_request: object) -> PlainTextResponse:
        return PlainTextResponse("sessions 5")

    def index(_request: object) -> FileResponse:
        return FileResponse(INDEX)

    streamlit_routes = [Route("/_stcore/{name:path}", metrics), Route("/{page:path}", index)]
    layers = [*middleware(lambda: PAGES), Middleware(GZipMiddleware, minimum_size=500)]
    return Starlette(routes=[*routes(lambda: version), *streamlit_routes], middleware=layers)


def test_every_page_is_a_dutch_document(app: Starlette) -> None:
    for address in ("/", "/respons", "/mijn-gemeente"):
        answer = ask(app, address, {"accept-encoding": "gzip", "accept": "text/html"})
        assert '<html lang="nl">' in answer.text
        assert "<title>Verkenner Eén tegen eenzaamheid</title>" in answer.text
        assert int(answer.headers["content-length"]) == len(answer.body)


@pytest.mark.parametrize(
    "address", ["/bestaat-niet", "/sitemap.xml", "/respons/limburg", "/Respons", "/index.html", "/wp-login.php"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_is_no_page_is_not_found_in_dutch_with_a_way_to_the_start(
    app: Starlette, address: str, method: str
) -> None:
    answer = ask(app, address, {"accept": "text/html"}, method)
    assert answer.status == 404
    if method == "GET":
        assert "<h1>Deze pagina bestaat niet</h1>" in answer.text
        assert '<a href="/">Naar de startpagina' in answer.text
        assert "<script" not in answer.text
        assert int(answer.headers["content-length"]) == len(answer.body)
    assert "content-security-policy" in answer.headers


def test_without_a_database_any_address_may_be_a_page_and_tells_what_is_wrong() -> None:
    def unknown() -> frozenset[str]:
        raise StoreError("Er is nog geen database.")

    app = Starlette(routes=[Route("/{page:path}", lambda _: FileResponse(INDEX))], middleware=middleware(unknown))
    assert ask(app, "/sterk-netwerk").status == 200


def test_robots_may_read_pages_but_not_every_choice_of_filters(app: Starlette) -> None:
    answer = ask(app, "/robots.txt")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    assert "User-agent: *\nDisallow: /*?\n" in answer.text


def test_who_finds_a_leak_reads_whom_to_tell_once_that_is_set(app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(app, "/.well-known/security.txt").status == 404
    monkeypatch.setenv("EXPLORER_SECURITY_CONTACT", "mailto:lek@example.nl")
    answer = ask(app, "/.well-known/security.txt")
    lines = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert answer.status == 200
    assert lines["Contact"] == "mailto:lek@example.nl"
    assert timedelta(days=30) < datetime.fromisoformat(lines["Expires"]) - datetime.now(UTC) < timedelta(days=365)


def test_a_browser_that_asks_for_the_icon_of_old_gets_ours(app: Starlette) -> None:
    answer = ask(app, "/favicon.ico")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")


def test_the_document_has_our_style_and_script_and_no_english() -> None:
    document = dutch_document(INDEX.read_text(encoding="utf-8"))
    assert '<script src="/assets/verkenner.js" defer></script>' in document
    assert '<link rel="stylesheet" href="/assets/verkenner.css" />' in document
    assert "You need to enable JavaScript" not in document
    assert "Streamlit</title>" not in document


def test_the_document_holds_no_script_that_the_policy_would_refuse() -> None:
    assert "<script>" not in dutch_document(INDEX.read_text(encoding="utf-8"))


def test_an_unknown_document_of_a_newer_streamlit_is_noticed() -> None:
    with pytest.raises(ValueError, match='lang="en"'):
        dutch_document("<html><head></head></html>")


def test_an_english_document_in_the_browsers_cache_is_replaced(app: Starlette) -> None:
    etag = ask(Starlette(routes=[Route("/", lambda _request: FileResponse(INDEX))]), "/").headers["etag"]
    answer = ask(app, "/", {"if-none-match": etag})
    assert answer.status == 200
    assert "etag" not in answer.headers


def test_head_of_a_page_claims_no_length_of_another_document(app: Starlette) -> None:
    answer = ask(app, "/", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert "content-length" not in answer.headers


@pytest.mark.parametrize("address", ["/", "/healthz", "/geo/provinces.json", "/geo/no.json", "/_stcore/metrics"])
def test_every_answer_has_the_security_headers(app: Starlette, address: str) -> None:
    headers = ask(app, address).headers
    policy = headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["permissions-policy"].startswith("camera=()")


def test_no_other_site_frames_feeds_or_holds_a_page(app: Starlette) -> None:
    headers = ask(app, "/").headers
    policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert {policy[name] for name in ("default-src", "connect-src", "base-uri", "form-action")} == {"'self'"}
    assert policy["object-src"] == "'none'"
    assert not any(source.startswith(("http", "*", "ws")) for rule in policy.values() for source in rule.split())


@pytest.mark.parametrize("address", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/x/_stcore/metrics"])
def test_metrics_and_the_agent_interface_are_closed(app: Starlette, address: str) -> None:
    answer = ask(app, address)
    assert (answer.status, answer.text) == (404, "Deze pagina bestaat niet.")


def test_the_rest_of_streamlit_stays_open(app: Starlette) -> None:
    assert ask(app, "/_stcore/health").status == 200


def test_health_names_the_version_in_use(app: Starlette) -> None:
    answer = ask(app, "/healthz")
    assert answer.status == 200
    assert json.loads(answer.body) == {"status": "ok", "versie": "20260101T000000Z-0a1b2c3d"}


def test_without_a_database_health_and_map_say_so_in_dutch() -> None:
    def none_published() -> Path:
        raise StoreError("Er is nog geen database. Herstel het met: python -m explorer build")

    app = Starlette(routes=routes(none_published))
    health = ask(app, "/healthz")
    assert health.status == 503
    assert json.loads(health.body)["melding"].startswith("Er is nog geen database.")
    assert ask(app, "/geo/provinces.json").status == 503


def test_boundaries_are_served_compressed_and_kept_by_the_browser(app: Starlette, version: Path) -> None:
    answer = ask(app, "/geo/provinces.json", {"accept-encoding": "gzip"})
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "public, max-age=3600"
    assert gzip.decompress(answer.body) == (version / "data" / "geo" / "provinces.json").read_bytes()
    again = ask(app, "/geo/provinces.json", {"if-none-match": answer.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_boundaries_are_served_plain_to_who_cannot_unpack(app: Starlette, version: Path) -> None:
    assert ask(app, "/geo/provinces.json").body == (version / "data" / "geo" / "provinces.json").read_bytes()


@pytest.mark.parametrize(
    "address",
    [
        "/geo/explorer.duckdb",
        "/geo/..",
        "/geo/..%2fexplorer.duckdb",
        "/geo/provinces.json.gz",
        "/geo/municipalities-2020.json",
    ],
)
def test_nothing_else_of_the_version_is_served(app: Starlette, address: str) -> None:
    answer = ask(app, address)
    assert answer.status == 404
    assert b"secret" not in answer.body


@pytest.mark.parametrize(
    "name", ["aliases.csv", "provinces.json.gz", "provinces.json.part", "municipalities-2020.json~", "xprovinces.json"]
)
def test_of_the_folder_with_maps_only_the_maps_are_served(app: Starlette, version: Path, name: str) -> None:
    (version / "data" / "geo" / name).write_bytes(b"secret")
    answer = ask(app, f"/geo/{name}")
    assert (answer.status, answer.text) == (404, "Deze pagina bestaat niet.")


def test_a_path_that_climbs_out_of_the_folder_gets_a_page_and_no_file(app: Starlette) -> None:
    assert b"secret" not in ask(app, "/geo/../explorer.duckdb").body


def test_assets_are_the_listed_files_and_no_others(app: Starlette) -> None:
    assert {path.name for path in ASSETS.iterdir()} == set(MEDIA_TYPES)
    for name, media_type in MEDIA_TYPES.items():
        answer = ask(app, f"/assets/{name}")
        assert (answer.status, answer.headers["content-type"]) == (200, media_type)
    assert ask(app, "/assets/server.py").status == 404


def test_the_settings_are_ones_that_streamlit_knows() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    known = streamlit_config._config_options_template
    assert [name for name in dotted(settings) if name not in known] == []


def test_the_settings_send_no_statistics_and_show_no_traceback() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["server"]["enableStaticServing"] is False


def test_warming_up_brings_no_module_of_the_build_along() -> None:
    code = (
        f"import sys, importlib; [importlib.import_module(m) for m in {WARM_UP!r}]; print('geopandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def dotted(settings: Mapping[str, Any], prefix: str = "") -> list[str]:
    """``{"theme": {"light": {"linkColor": …}}}`` → ``["theme.light.linkColor"]``."""
    names: list[str] = []
    for key, value in settings.items():
        names += dotted(value, f"{prefix}{key}.") if isinstance(value, dict) else [f"{prefix}{key}"]
    return names
