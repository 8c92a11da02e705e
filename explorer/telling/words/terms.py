"""The technical words of pages, and where each is defined on *Verantwoording*."""

import re
from collections.abc import Iterator

ANCHORS_OF_WORDS = {
    "basis": "basis",
    "landelijk": "landelijk",
    "samen": "samen",
    "beide keren": "beide-jaren",
    "beide jaren mee": "beide-jaren",
    "door het afronden": "afgerond",
    "meer antwoorden": "meer-antwoorden",
    "bereik": "bereik",
    "toeval": "toeval",
}
"""Words as they stand in sentences → the anchor of their definition."""

_WORDS = re.compile(rf"\b({'|'.join(ANCHORS_OF_WORDS)})\b", re.IGNORECASE)


def with_terms(text: str) -> Iterator[tuple[str, str | None]]:
    """The text in pieces, each with the anchor of the definition of the word that it is; of a word the first time only.

    >>> list(with_terms("Basis: 98, meer dan toeval."))
    [('Basis', 'basis'), (': 98, meer dan ', None), ('toeval', 'toeval'), ('.', None)]
    """
    told: set[str] = set()
    for piece in _WORDS.split(text):
        anchor = ANCHORS_OF_WORDS.get(piece.lower())
        if piece:
            yield piece, None if anchor in told else anchor
        if anchor is not None:
            told.add(anchor)
