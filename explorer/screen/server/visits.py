"""Whose file is whose: what a visitor takes away is given to the browser that asked for it, and to no other.

Streamlit gives a file to whoever knows its address. Here every browser gets a random cookie with its first page. The
type of each file that is made for it carries a mark of that cookie, and who comes for it without it finds nothing.
"""

import hashlib
import re
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "verkenner_bezoek"
"""Holds 128 random bits and nothing else; it goes when the browser closes."""

_MARK = re.compile(r";\s*visit=[\w-]+\.(?P<owner>[0-9a-f]{32})")
_PARTS = 16


def file_mark(cookie: str) -> str:
    """A parameter for the type of a file of this visitor: nobody can guess it, and it tells whose file it is.

    The address of a file is a hash of its content, type and name: without random bits, who guesses what another visitor
    took away could ask for it, and see by the answer whether the guess was right.
    """
    return f"visit={secrets.token_urlsafe(_PARTS)}.{_owner(cookie)}"


def _owner(cookie: str) -> str:
    """From which the cookie cannot be found again."""
    return hashlib.sha256(cookie.encode()).hexdigest()[:32]


class OwnFiles:
    """Gives each browser its cookie with a document, and marked files to their owner alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        cookie = cookie_parser(Headers(scope=scope).get("cookie", "")).get(COOKIE)
        answer = _Answer(cookie, is_secure=_is_secure(scope), send=send)
        await self.app(scope, receive, answer)
        if answer.is_refused:
            await PlainTextResponse("Dit bestand is er niet (meer).", status_code=404)(scope, receive, send)


class _Answer:
    """What goes back to one request."""

    def __init__(self, cookie: str | None, *, is_secure: bool, send: Send) -> None:
        self._cookie = cookie
        self._is_secure = is_secure
        self._send = send
        self.is_refused = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._look_at(MutableHeaders(scope=message))
        if not self.is_refused:
            await self._send(message)

    def _look_at(self, headers: MutableHeaders) -> None:
        kind = headers.get("content-type", "")
        mark = _MARK.search(kind)
        if mark is not None:
            self.is_refused = self._cookie is None or not secrets.compare_digest(mark["owner"], _owner(self._cookie))
            headers["content-type"] = _MARK.sub("", kind)
            headers["cache-control"] = "private, no-store"
        elif kind.startswith("text/html") and self._cookie is None:
            secure = "; Secure" if self._is_secure else ""
            value = f"{COOKIE}={secrets.token_urlsafe(_PARTS)}; Path=/; HttpOnly; SameSite=Lax{secure}"
            headers.append("set-cookie", value)


def _is_secure(scope: Scope) -> bool:
    """Whether the browser speaks https, also to a proxy in front."""
    return "https" in (scope["scheme"], Headers(scope=scope).get("x-forwarded-proto"))
