"""What an address holds is shown letter by letter: no picture, link, formula or icon comes of it."""

import pytest

from explorer.screen.literal import MOST, literal
from pages import open_page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![x](http://kwaad.example/p.png)", r"\!\[x\](http:^//kwaad.example/p.png)"),
        ("[Klik hier](http://kwaad.example)", r"\[Klik hier\](http:^//kwaad.example)"),
        ("www.kwaad.example en a@kwaad.example", "www.^kwaad.example en a@^kwaad.example"),
        ("a\n\n# kop\n- punt", r"a \# kop - punt"),
        ("$x$ **vet** _schuin_ ~weg~ `code` <b>", r"\$x\$ \*\*vet\*\* \_schuin\_ \~weg\~ \`code\` \<b\>"),
        (":red[rood] :material/home:", r":^red\[rood\] :^material/home:"),
        ("De meting 2018 bestaat niet; u ziet die van 2020.", "De meting 2018 bestaat niet; u ziet die van 2020."),
    ],
)
def test_nothing_but_letters_is_seen(text: str, shown: str) -> None:
    assert literal(text).replace("\u2060", "^") == shown


def test_a_text_without_an_end_gets_one() -> None:
    assert len(literal("a" * 5_000)) == MOST + 1


@pytest.mark.usefixtures("real_pages")
@pytest.mark.parametrize("name", ["gemeente", "vraag", "provincie", "groep", "meting", "![x](http://kwaad.example)"])
def test_no_parameter_of_an_address_makes_a_picture_or_a_link(name: str) -> None:
    notices = [str(one.value) for one in open_page("respons", {name: "![x](http://kwaad.example/p.png)"}).info]
    assert any("kwaad" in one for one in notices)
    assert [one for one in notices if "![" in one or "](http://" in one or "http://" in one] == []
