"""Dutch numbers, dates and lists, as a reader sees them."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from explorer.survey.formats import (
    counted,
    decimal_number,
    listed,
    long_date,
    lower_first,
    out_of,
    percent,
    whole_number,
)


def test_thousands_have_a_point_and_decimals_a_comma() -> None:
    assert whole_number(1234567) == "1.234.567"
    assert decimal_number(Decimal("1234.5")) == "1.234,5"


def test_a_percentage_is_rounded_half_up_and_its_space_does_not_break() -> None:
    assert percent(73, 99) == "74\u00a0%"
    assert percent(1, 8) == "13\u00a0%"
    assert percent(1, 8, decimals=1) == "12,5\u00a0%"


def test_what_is_withheld_has_a_word_and_is_never_zero() -> None:
    assert percent(None, 99) == percent(0, 0) == whole_number(None) == out_of(None, 99) == "onbekend"
    assert counted(None, "gemeente", "gemeenten") == "onbekend aantal gemeenten"


@given(st.integers(0, 200), st.integers(1, 200), st.integers(0, 2))
def test_no_percentage_is_ever_minus_zero(n: int, base: int, decimals: int) -> None:
    assert not percent(min(n, base), base, decimals).startswith(("-", "−"))


def test_a_count_takes_its_noun_and_verb_along() -> None:
    assert counted(1, "gemeente heeft", "gemeenten hebben") == "1 gemeente heeft"
    assert counted(2, "gemeente heeft", "gemeenten hebben") == "2 gemeenten hebben"
    assert counted(0, "gemeente", "gemeenten") == "geen gemeenten"


def test_a_count_of_a_base_has_an_article_in_a_sentence_and_none_in_a_row() -> None:
    assert out_of(73, 99) == "73 van de 99"
    assert out_of(8, 12, article=False) == "8 van 12"


def test_a_date_is_written_out() -> None:
    assert long_date(date(2026, 11, 24)) == "24 november 2026"


def test_a_list_ends_with_and() -> None:
    assert listed(["a", "b", "c"]) == "a, b en c"
    assert listed(["a", "b"]) == "a en b"


def test_an_abbreviation_keeps_its_capitals_within_a_sentence() -> None:
    assert lower_first("Heeft een meldpunt") == "heeft een meldpunt"
    assert lower_first("GGD meet extra") == "GGD meet extra"
