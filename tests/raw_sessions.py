"""Visitors without a browser: they speak the websocket of the page, so that every byte sent to them can be read."""

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection
from urllib.parse import urlencode

from browser import Server
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_SECONDS = 60
KEY_STARTS_AT = len("$$ID-") + 32 + len("-")
"""The id of a widget with a key: a mark, a hash, the key."""


@dataclass(frozen=True)
class Shown:
    """What one run of a page sent: the ids of its expanders and the files of its buttons, each by key, and the texts
    that stand for its pictures.
    """

    expanders: Mapping[str, str]
    files: Mapping[str, str]
    alternatives: tuple[str, ...]


@dataclass
class RawSession:
    """One visitor. ``received`` is everything that came: frames of the websocket, and what is in downloaded files."""

    server: Server
    socket: ClientConnection
    cookie: str = ""
    query: str = ""
    page: str = ""
    id: str = ""
    received: list[bytes] = field(default_factory=list)

    async def visit(self, page: str, parameters: Mapping[str, str]) -> Shown:
        """Open a page at an address."""
        self.page, self.query = page, urlencode(parameters)
        return await self._run(())

    async def open(self, shown: Shown) -> Shown:
        """Click on everything that opens: tables, what is behind the figures, downloads."""
        return await self._run(tuple(shown.expanders.values()))

    async def download(self, shown: Shown, count: int) -> None:
        """Take the first files of a page."""
        for file in list(shown.files.values())[:count]:
            content = await asyncio.to_thread(fetched, self.server, await self.address_of(file), self.cookie)
            self.received.append(content)
            if content.startswith(b"PK"):
                with zipfile.ZipFile(io.BytesIO(content)) as workbook:
                    self.received += [workbook.read(name) for name in workbook.namelist()]

    async def address_of(self, file: str) -> str:
        """Have a file made, and say where it can be fetched."""
        asked = BackMsg()
        asked.backend_operation_request.request_id = file
        asked.backend_operation_request.session_id = self.id
        asked.backend_operation_request.deferred_file.file_id = file
        answer = (await self._sent(asked, until="backend_operation_response"))[-1].backend_operation_response
        if answer.error_msg:
            raise AssertionError(answer.error_msg)
        return str(answer.deferred_file.url)

    async def _run(self, opened: tuple[str, ...]) -> Shown:
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.page_name = self.page
        for id in opened:
            asked.rerun_script.widget_states.widgets.add(id=id, bool_value=True)
        return _shown(await self._sent(asked, until="script_finished"))

    async def _sent(self, asked: BackMsg, *, until: str) -> list[ForwardMsg]:
        """What comes back, up to and including the first message of a kind."""
        await self.socket.send(asked.SerializeToString())
        messages: list[ForwardMsg] = []
        while not messages or messages[-1].WhichOneof("type") != until:
            raw = await asyncio.wait_for(self.socket.recv(decode=False), PATIENCE_SECONDS)
            self.received.append(raw)
            messages.append(ForwardMsg.FromString(raw))
            self.id = messages[-1].new_session.initialize.session_id or self.id
        return messages


@asynccontextmanager
async def raw_session(server: Server) -> AsyncIterator[RawSession]:
    """A new visitor, with the cookie that comes with a first page."""
    address = server.address.replace("http", "ws", 1) + "/_stcore/stream"
    cookie = await asyncio.to_thread(cookie_of, server)
    async with connect(
        address,
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=None,
        open_timeout=PATIENCE_SECONDS,
        additional_headers={"Cookie": cookie},
    ) as socket:
        yield RawSession(server, socket, cookie)


def _shown(messages: list[ForwardMsg]) -> Shown:
    expanders: dict[str, str] = {}
    files: dict[str, str] = {}
    alternatives: list[str] = []
    for message in messages:
        if message.WhichOneof("type") != "delta":
            continue
        block, element = message.delta.add_block, message.delta.new_element
        if block.expandable.id:
            expanders[block.expandable.id[KEY_STARTS_AT:]] = block.expandable.id
        if element.download_button.deferred_file_id:
            files[element.download_button.id[KEY_STARTS_AT:]] = element.download_button.deferred_file_id
        if element.vega_lite_chart.alt:
            alternatives.append(element.vega_lite_chart.alt)
    return Shown(expanders, files, tuple(alternatives))


def cookie_of(server: Server) -> str:
    """The cookie that a browser without one is given, as it sends it back."""
    connection = HTTPConnection("localhost", server.port, timeout=PATIENCE_SECONDS)
    connection.request("GET", "/")
    given = str(connection.getresponse().getheader("set-cookie"))
    connection.close()
    return given.split(";", maxsplit=1)[0]


def fetched(server: Server, path: str, cookie: str = "") -> bytes:
    connection = HTTPConnection("localhost", server.port, timeout=PATIENCE_SECONDS)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    if answer.status != HTTPStatus.OK:
        raise AssertionError(f"{path}: {answer.status}")
    return content
