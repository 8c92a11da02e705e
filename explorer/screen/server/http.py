"""The server around Streamlit: warm-up, routes, the Dutch document, security headers.

``app.py`` puts these together. Nothing here reads the database: where it stands is told by ``current_version``.
"""

import gc
import gzip
import hashlib
import importlib
import re
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from explorer.errors import StoreError
from explorer.screen.server.pages import DutchDocument, Pages
from explorer.screen.server.small_files import small_files
from explorer.screen.server.visits import OwnFiles
from explorer.store.manifest import REFERENCE

CurrentVersion = Callable[[], Path]
"""Gives the folder of the version in use, with ``data/geo/`` in it; raises StoreError when none is published."""

WARM_UP = ("pandas", "altair", "explorer.gateway.door")
"""What the first page would else wait a second for. Never geopandas: it belongs to the command that draws maps."""

ASSETS = Path(__file__).parent.parent / "static"
MEDIA_TYPES = {
    "verkenner.css": "text/css; charset=utf-8",
    "verkenner.js": "text/javascript; charset=utf-8",
    "favicon.svg": "image/svg+xml",
}
"""The files of ``static/`` that are served; there are no others."""

ICON = "favicon.svg"

GEO_NAME = re.compile(r"provinces\.json|municipalities-20\d\d\.json")

CLOSED = re.compile(r".*/_stcore/(metrics|agent(/.*)?)")
"""Metrics tell everyone how many sessions there are, and the agent interface is not ours to offer."""

SECURITY_HEADERS = {
    # Vega runs through its interpreter in Streamlit, so nothing needs eval. Emotion writes styles into the document.
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


Lifespan = Callable[[object], AbstractAsyncContextManager[None]]


def lifespan(prepare: Callable[[], None]) -> Lifespan:
    """What happens before the first visitor: ``prepare`` (a database where there is none), and the warm-up.

    The warm-up imports what pages need, then takes it out of the collector's sight: a rerun costs 3 instead of 29 ms.
    """

    @asynccontextmanager
    async def started(_app: object) -> AsyncGenerator[None, None]:
        prepare()
        for module in WARM_UP:
            importlib.import_module(module)
        gc.collect()
        gc.freeze()
        yield

    return started


def routes(current_version: CurrentVersion) -> list[Route]:
    """The addresses beside Streamlit's: ``/healthz``, ``/geo/<name>``, ``/assets/<name>``, and what robots ask for."""

    def health(_request: Request) -> Response:
        try:
            version = current_version()
        except StoreError as error:
            return JSONResponse({"status": "geen database", "melding": str(error)}, status_code=503)
        return JSONResponse({"status": "ok", "versie": version.name})

    def boundaries(request: Request) -> Response:
        name = request.path_params["name"]
        if not GEO_NAME.fullmatch(name):
            return _not_found()
        try:
            path = current_version() / REFERENCE / "geo" / name
        except StoreError as error:
            return PlainTextResponse(str(error), status_code=503)
        return _file_response(request, path, "application/json", cache="public, max-age=3600")

    def asset(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in MEDIA_TYPES:
            return _not_found()
        return _file_response(request, ASSETS / name, MEDIA_TYPES[name], cache="no-cache")

    def icon(request: Request) -> Response:
        return _file_response(request, ASSETS / ICON, MEDIA_TYPES[ICON], cache="public, max-age=3600")

    return [
        *small_files(),
        Route("/favicon.ico", icon),
        Route("/healthz", health),
        Route("/geo/{name}", boundaries),
        Route("/assets/{name}", asset),
    ]


def middleware(pages: Pages) -> list[Middleware]:
    """The layers around every answer, outermost first."""
    inner = Middleware(DutchDocument, pages=pages)
    return [Middleware(SecurityHeaders), Middleware(OwnFiles), Middleware(ClosedDoors), inner]


class SecurityHeaders:
    """Puts the security headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SECURITY_HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class ClosedDoors:
    """Answers 404 for the addresses of Streamlit that nobody outside needs."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_closed = scope["type"] == "http" and CLOSED.fullmatch(scope["path"])
        await (_not_found() if is_closed else self.app)(scope, receive, send)


@dataclass(frozen=True, slots=True)
class _Served:
    """A file as it goes over the line."""

    plain: bytes
    gzipped: bytes
    etag: str


@lru_cache(maxsize=32)
def _served(path: Path, _modified_ns: int) -> _Served:
    """Read and compress once per file and edit: Streamlit's own layer would compress it for each request."""
    plain = path.read_bytes()
    return _Served(plain, gzip.compress(plain, mtime=0), f'"{hashlib.sha256(plain).hexdigest()[:16]}"')


def _file_response(request: Request, path: Path, media_type: str, *, cache: str) -> Response:
    try:
        served = _served(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        return _not_found()
    headers = {"Cache-Control": cache, "ETag": served.etag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == served.etag:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(served.gzipped, media_type=media_type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(served.plain, media_type=media_type, headers=headers)


def _not_found() -> Response:
    return PlainTextResponse("Deze pagina bestaat niet.", status_code=404)
