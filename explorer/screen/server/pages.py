"""The HTML document of every page: Streamlit's own in Dutch, and one that says so where there is no such page."""

from collections.abc import Callable, Collection

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from explorer.errors import StoreError
from explorer.screen.server.document import dutch_document, not_found_document

Pages = Callable[[], Collection[str]]
"""Gives the slugs of all pages, of the start page an empty one; raises StoreError when no database is published."""

NOT_A_PAGE = ("/_stcore/", "/static/", "/media/", "/component/", "/assets/", "/geo/", "/healthz")

OK, NOT_FOUND = 200, 404


class DutchDocument:
    """Replaces Streamlit's HTML document by the Dutch one, on every address that may be a page.

    Streamlit answers its document on any address; where there is no such page, the answer says that, with status 404.
    """

    def __init__(self, app: ASGIApp, pages: Pages) -> None:
        self.app = app
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].startswith(NOT_A_PAGE):
            await self.app(_plain_request(scope), receive, _DocumentSender(scope, self.pages, send))
        else:
            await self.app(scope, receive, send)


class _DocumentSender:
    """Holds an HTML answer back until it is whole, and sends it on in Dutch; lets other answers through."""

    def __init__(self, scope: Scope, pages: Pages, send: Send) -> None:
        self.scope = scope
        self.pages = pages
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_document(self.start)

    async def _send_document(self, start: Message) -> None:
        # The first question for the pages of a version opens its database, which must not hold up other visitors.
        is_page = await run_in_threadpool(_is_page, self.scope, self.pages)
        # An answer to HEAD has no body, and must not claim the length of the English one.
        document = self._document(is_page=is_page).encode() if self.body else b""
        headers = MutableHeaders(scope=start)
        for name in ("etag", "last-modified", "content-length"):
            del headers[name]
        if document:
            headers["content-length"] = str(len(document))
        await self.send({**start, "status": OK if is_page else NOT_FOUND})
        await self.send({"type": "http.response.body", "body": document})

    def _document(self, *, is_page: bool) -> str:
        return dutch_document(self.body.decode()) if is_page else not_found_document(f"{_base(self.scope)}/")


def _is_page(scope: Scope, pages: Pages) -> bool:
    """Whether an address is that of a page. Without a database it is not known: the page then says what is wrong."""
    try:
        known = pages()
    except StoreError:
        return True
    return scope["path"].removeprefix(_base(scope)).strip("/") in known


def _base(scope: Scope) -> str:
    """What stands before the address of every page, where the server is told so: by its settings, or a proxy."""
    configured = str(config.get_option("server.baseUrlPath")).strip("/")
    return f"/{configured}" if configured else str(scope.get("root_path", "")).rstrip("/")


def _plain_request(scope: Scope) -> Scope:
    """The request without what would make the answer compressed, partial, or "not modified" since the English one."""
    unwanted = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range"}
    headers = [(name, value) for name, value in scope["headers"] if name not in unwanted]
    extensions = {name: value for name, value in (scope.get("extensions") or {}).items() if "pathsend" not in name}
    return {**scope, "headers": headers, "extensions": extensions}


def _is_html(start: Message) -> bool:
    return start["status"] == OK and Headers(scope=start).get("content-type", "").startswith("text/html")
