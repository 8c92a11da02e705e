"""How the names of places are compared and put in order."""

import re
import unicodedata
from difflib import SequenceMatcher

_APOSTROPHES = "['’‘‛`´ʼ′]"
_ARTICLE = re.compile(f"^{_APOSTROPHES}[st][- ]", re.IGNORECASE)
_ARTICLE_BEHIND = re.compile(f"^(.+), *({_APOSTROPHES}[st]-?|de|den|het)$", re.IGNORECASE)
_ON_RIVER = re.compile(r"\ba ?[/.] ?d\b", re.IGNORECASE)
_KINDS = (("de", "gemeente"), ("gemeente",), ("gem",))
_TAILS = (("gemeente",), ("gem",), ("c", "a"), ("ca",))
_ALIKE = 0.8
_SHORTEST_START = 3


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
    return "".join(_words(text))


def alphabetical_key(name: str) -> str:
    """By which a name stands in a Dutch list: 's-Gravenhage under G, accents and capitals aside.

    >>> sorted(["Zeist", "'s-Gravenhage", "Gouda", "Groningen"], key=alphabetical_key)
    ['Gouda', "'s-Gravenhage", 'Groningen', 'Zeist']
    """
    return fold(_ARTICLE.sub("", name.strip()))


def starts(typed: str, name: str) -> bool:
    """Whether a name begins with what was typed, which is more than a letter or two."""
    start = spelling(typed)
    return len(start) >= _SHORTEST_START and spelling(name).startswith(start)


def likeness(typed: str, name: str) -> float:
    """From 0 to 1: whether ``typed`` may be a slip of the pen for ``name``; 0 where another place is meant.

    A word more or less makes another place, however much of the name is the same: Hengelo (Gld.) is not Hengelo, and
    Midden-Groningen not Groningen. So does a number: GM0346 is not GM0344.

    >>> likeness("Amsterdm", "Amsterdam") > 0.9, likeness("Hengelo (Gld.)", "Hengelo")
    (True, 0.0)
    """
    words, known = _words(typed), _words(name)
    if not words or len(words) != len(known) or any(letter.isdigit() for letter in typed):
        return 0.0
    worst = min(SequenceMatcher(None, one, other).ratio() for one, other in zip(words, known, strict=True))
    return worst if worst >= _ALIKE else 0.0


def _words(text: str) -> tuple[str, ...]:
    """The folded words of a name, without those that every municipality may carry."""
    written = _ARTICLE_BEHIND.sub(r"\2 \1", text.strip())
    written = _ON_RIVER.sub("aan den", written.replace("&", " en "))
    words = tuple("sint" if word == "st" else word for word in fold(written).split())
    shorter = _without_kind(words)
    while shorter != words:
        words, shorter = shorter, _without_kind(shorter)
    return words


def _without_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without one "gemeente" in front or "c.a." behind, where a name is left."""
    for kind in _KINDS:
        if len(words) > len(kind) and words[: len(kind)] == kind:
            return words[len(kind) :]
    for tail in _TAILS:
        if len(words) > len(tail) and words[-len(tail) :] == tail:
            return words[: -len(tail)]
    return words
