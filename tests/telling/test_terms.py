"""Technical words lead to their definitions."""

from explorer.telling.accountability import ANCHORS
from explorer.telling.words.terms import ANCHORS_OF_WORDS, with_terms


def test_every_word_has_a_definition() -> None:
    assert set(ANCHORS_OF_WORDS.values()) <= set(ANCHORS.values())


def test_a_word_leads_to_its_definition_once_a_text_and_nothing_is_lost() -> None:
    text = "Basis: 98. Meer dan toeval; de basis en het toeval."
    pieces = list(with_terms(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [anchor for _, anchor in pieces if anchor] == ["basis", "toeval"]


def test_a_word_within_another_word_is_no_term() -> None:
    assert [anchor for _, anchor in with_terms("toevallig, basisschool, bereikbaar") if anchor] == []
