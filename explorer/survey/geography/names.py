"""How the names of places are compared."""

import re
import unicodedata


def fold(text: str) -> str:
    """A name without capitals, accents, apostrophes and punctuation, so that spellings of one name meet.

    >>> fold("’s-Gravenhage") == fold("'S GRAVENHAGE")
    True
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"['’‘`´]", "", bare)))
