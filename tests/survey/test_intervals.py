"""Intervals against scipy and statsmodels, against a published example, and against what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import hypergeom, norm
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from explorer.survey.figures.intervals import Interval, Overlap, Sample, Z, change_interval, wilson

NOBODY = Overlap(0, 0, 0, 0)
LEAST_COVERAGE = 0.9
"""Wilson's interval covers 95 % on the whole and a few points less at some shares; never this little."""


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    base = draw(st.integers(1, 200))
    population = draw(st.none() | st.integers(base, 400))
    return Sample(draw(st.integers(0, base)), base, population)


def test_the_level_is_95_percent() -> None:
    assert pytest.approx(norm.ppf(0.975)) == Z


def test_a_share_of_the_benchmark_has_the_interval_of_the_design() -> None:
    interval = wilson(Sample(55, 100, 182))
    assert (round(100 * interval.low, 1), round(100 * interval.high, 1)) == (48.4, 61.4)


@given(samples())
def test_a_share_has_wilsons_interval_within_what_is_certain(sample: Sample) -> None:
    interval, size = wilson(sample), sample.effective_base
    assert 0 <= interval.low <= sample.share <= interval.high <= 1
    if sample.population is None:
        low, high = proportion_confint(sample.share * size, size, method="wilson")
        assert (interval.low, interval.high) == pytest.approx((low, high), abs=1e-9)
    else:
        assert interval.low >= sample.n / sample.population
        assert interval.high <= 1 - (sample.base - sample.n) / sample.population + 1e-12


def test_who_asked_everyone_is_certain() -> None:
    assert wilson(Sample(30, 60, 60)) == Interval(0.5, 0.5)


@pytest.mark.parametrize("gave", range(10, 182, 12))
def test_a_sample_without_replacement_covers_the_share_that_it_comes_from(gave: int) -> None:
    """Of 182 contacts ``gave`` would give an answer and 100 are drawn: how often the interval holds the share."""
    drawn = hypergeom(182, gave, 100)
    covering = (
        n for n in range(101) if wilson(Sample(n, 100, 182)).low <= gave / 182 <= wilson(Sample(n, 100, 182)).high
    )
    assert sum(drawn.pmf(n) for n in covering) > LEAST_COVERAGE


@given(samples(), samples())
def test_without_anyone_in_both_waves_it_is_newcombes_interval(before: Sample, now: Sample) -> None:
    first, second = Sample(before.n, before.base), Sample(now.n, now.base)
    interval = change_interval(first, second, NOBODY)
    low, high = confint_proportions_2indep(now.n, now.base, before.n, before.base, method="newcomb")
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=1e-9)


def test_of_the_same_respondents_it_is_newcombes_interval_of_pairs() -> None:
    """Newcombe 1998, table of 50 pairs: 36 both times, 12 only now, 2 only before; 0.0569 to 0.3404."""
    interval = change_interval(Sample(38, 50), Sample(48, 50), Overlap(50, 38, 48, 36))
    assert (round(interval.low, 4), round(interval.high, 4)) == (0.0569, 0.3404)


@pytest.mark.parametrize(("only_before", "only_now"), [(2, 20), (20, 2), (3, 16), (5, 6), (8, 8), (6, 9)])
def test_of_pairs_it_agrees_with_mcnemar(only_before: int, only_now: int) -> None:
    """60 pairs, 20 of whom gave the answer both times."""
    never = 60 - 20 - only_before - only_now
    p = mcnemar([[20, only_before], [only_now, never]], exact=False, correction=False).pvalue
    before, now = Sample(20 + only_before, 60), Sample(20 + only_now, 60)
    interval = change_interval(before, now, Overlap(60, before.n, now.n, 20))
    assert interval.excludes_zero == (p < 0.05)


@given(samples(), samples(), st.data())
def test_who_does_not_know_who_stayed_has_the_widest_interval(before: Sample, now: Sample, data: st.DataObject) -> None:
    both = data.draw(st.integers(0, min(before.base, now.base)))
    gave_before = data.draw(st.integers(max(0, before.n - (before.base - both)), min(before.n, both)))
    gave_now = data.draw(st.integers(max(0, now.n - (now.base - both)), min(now.n, both)))
    stayed = data.draw(st.integers(max(0, gave_before + gave_now - both), min(gave_before, gave_now)))
    known = change_interval(before, now, Overlap(both, gave_before, gave_now, stayed))
    unknown = change_interval(before, now, Overlap(both, gave_before, gave_now, None))
    assert unknown.low <= known.low + 1e-12
    assert known.high <= unknown.high + 1e-12
    assert -1 <= known.low <= now.share - before.share <= known.high <= 1


@pytest.mark.parametrize(("n", "base", "population"), [(5, 4, None), (-1, 4, None), (0, 0, None), (2, 4, 3)])
def test_counts_that_cannot_be_are_refused(n: int, base: int, population: int | None) -> None:
    with pytest.raises(ValueError, match="is no sample"):
        Sample(n, base, population)
