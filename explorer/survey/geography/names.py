"""How the names of places are compared and put in order."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate, pairwise

_APOSTROPHES = "['’‘‛`´ʼ′]"
_ARTICLE = re.compile(f"^{_APOSTROPHES}[st][- ]", re.IGNORECASE)
_ARTICLE_BEHIND = re.compile(f"^(.+), *({_APOSTROPHES}[st]-?|de|den|het)$", re.IGNORECASE)
_ON_RIVER = re.compile(r"\ba ?[/.] ?d\b", re.IGNORECASE)
_KINDS = (("de", "gemeente"), ("gemeente",), ("gem",))
_TAILS = (("gemeente",), ("gem",), ("c", "a"), ("ca",))
_SHORTEST_START, _SHORTEST_WORDS, _LONG = 3, 4, 12


def fold(text: str) -> str:
    """A name without capitals, accents, apostrophes and punctuation, so that spellings of one name meet.

    >>> fold("’s-Gravenhage") == fold("'S GRAVENHAGE")
    True
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(_APOSTROPHES, "", bare)))


def spelling(text: str) -> str:
    """What all spellings of one name share: no spaces, no "gemeente", no "c.a.", no abbreviations.

    >>> spelling("Gem. St.-Anthonis") == spelling("sint anthonis (gemeente)") == "sintanthonis"
    True
    """
    return "".join(words(text))


def alphabetical_key(name: str) -> str:
    """By which a name stands in a Dutch list: 's-Gravenhage under G, accents and capitals aside.

    >>> sorted(["Zeist", "'s-Gravenhage", "Gouda", "Groningen"], key=alphabetical_key)
    ['Gouda', "'s-Gravenhage", 'Groningen', 'Zeist']
    """
    return fold(_ARTICLE.sub("", name.strip()))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name, without those that every municipality may carry; aan den is aan de.

    >>> words("Gem. Alphen a/d Rijn")
    ('alphen', 'aan', 'de', 'rijn')
    """
    written = _ARTICLE_BEHIND.sub(r"\2 \1", text.strip())
    written = _ON_RIVER.sub("aan de", written.replace("&", " en "))
    found = tuple("sint" if word == "st" else word for word in fold(written).split())
    found = tuple("de" if pair == ("aan", "den") else pair[1] for pair in pairwise(("", *found)))
    shorter = _without_kind(found)
    while shorter != found:
        found, shorter = shorter, _without_kind(shorter)
    return found


def starts(typed: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words of a name begin with what was typed, which is more than a letter or two."""
    start = "".join(typed)
    return len(start) >= _SHORTEST_START and "".join(name).startswith(start)


def holds(typed: Sequence[str], name: Sequence[str]) -> bool:
    """Whether what was typed is a few whole words of a name: those that it begins with, or any of it in any order.

    >>> holds(["volendam"], ["edam", "volendam"]), holds(["born"], ["borne"]), holds(["son"], ["son", "en", "breugel"])
    (True, False, True)
    """
    letters = "".join(typed)
    begins = len(letters) >= _SHORTEST_START and letters in accumulate(name)
    return begins or (len(letters) >= _SHORTEST_WORDS and set(typed) <= set(name))


def slips(typed: Sequence[str], name: Sequence[str]) -> int | None:
    """How many slips of the pen lie between what was typed and a name, in words; None where another place is meant.

    One letter too many, too few or wrong, or two that changed places, is one slip; a long name may have two. A word
    more or less makes another place, however much of the name is the same: Hengelo (Gld.) is not Hengelo, and
    Midden-Groningen not Groningen. So does a number, or a word of one or two letters: Bergen (NB.) is not Bergen (NH.).

    >>> slips(["amsterdm"], ["amsterdam"]), slips(["bussum"], ["brunssum"]), slips(["hengelo", "gld"], ["hengelo"])
    (1, None, None)
    """
    one, other = "".join(typed), "".join(name)
    if not typed or len(typed) != len(name) or any(letter.isdigit() for letter in one):
        return None
    if any(word != known and len(known) < _SHORTEST_START for word, known in zip(typed, name, strict=True)):
        return None
    most = 2 if len(other) >= _LONG else 1
    if abs(len(one) - len(other)) > most:
        return None
    apart = _edits(one, other)
    return apart if apart <= most else None


def _edits(one: str, other: str) -> int:
    """The letters to put in, take out or replace, and neighbours to swap, that make one text the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and one[row - 2 : row] == wanted + other[column - 2]:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]


def _without_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without one "gemeente" in front or "c.a." behind, where a name is left."""
    for kind in _KINDS:
        if len(words) > len(kind) and words[: len(kind)] == kind:
            return words[len(kind) :]
    for tail in _TAILS:
        if len(words) > len(tail) and words[-len(tail) :] == tail:
            return words[: -len(tail)]
    return words
