"""What one visitor takes away is given to that visitor alone: no other one can guess where it is, or fetch it."""

import asyncio
from collections.abc import Iterator

import pytest
from browser import Server, serving
from raw_sessions import fetched, raw_session
from streamlit.runtime.memory_media_file_storage import _calculate_file_id

from explorer.store.versions import Store

CSV = "download_csv_coalition"


@pytest.fixture(scope="module")
def served(real_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(real_store.folder, tmp_path_factory.mktemp("apart") / "log") as started:
        yield started


async def taken_by_two(server: Server) -> tuple[str, str, bytes]:
    """Where two visitors find the same file of the same page, and what is in it."""
    async with raw_session(server) as first, raw_session(server) as second:
        addresses = []
        for one in (first, second):
            opened = await one.open(await one.visit("sterk-netwerk", {"meting": "2020"}))
            addresses.append(await one.address_of(opened.files[CSV]))
        content = await asyncio.to_thread(fetched, server, addresses[0], first.cookie)
        assert await asyncio.to_thread(fetched, server, addresses[1], second.cookie) == content
        for stranger in (second.cookie, "", "verkenner_bezoek="):
            with pytest.raises(AssertionError, match="404"):
                await asyncio.to_thread(fetched, server, addresses[0], stranger)
        guess = _calculate_file_id(content, "text/csv", "sterk-netwerk-lokale-coalitie-2020.csv")
        with pytest.raises(AssertionError, match="404"):
            await asyncio.to_thread(fetched, server, f"/media/{guess}.csv", first.cookie)
        return addresses[0], addresses[1], content


def test_a_file_is_fetched_by_who_asked_for_it_and_its_address_does_not_follow_from_what_is_in_it(
    served: Server,
) -> None:
    first, second, content = asyncio.run(taken_by_two(served))
    assert content.startswith(b"\xef\xbb\xbfOnderdeel;")
    assert first != second
