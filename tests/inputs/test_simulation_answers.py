"""How the simulated answers hang together: like towns, not like noise."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from simulated_figures import answers, contacts, items_of, wave

from explorer.inputs.simulate.places import load_places
from explorer.paths import DATA
from explorer.survey.codebook.model import Question
from explorer.survey.codebook.source import load_codebook

CODEBOOK = load_codebook()
PLACES = {place.name: place for place in load_places(DATA / "geo")}
COMPARABLE = [question for question in CODEBOOK.questions if question.is_comparable(2020)]
SEVERAL = [
    (question, option.id) for question in COMPARABLE if question.type.allows_several for option in question.options
]


def both_waves(question: Question) -> list[tuple[frozenset[str], frozenset[str]]]:
    before, now = answers(question, 2019), answers(question, 2020)
    return [(before[place], now[place]) for place in sorted(set(before) & set(now))]


def repeated(pairs: Sequence[tuple[object, object]]) -> tuple[float, float]:
    """The share that gives the same answer again, and the share that independence would give."""
    before, now = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    by_chance = sum(before[answer] * now[answer] for answer in before) / len(pairs) ** 2
    return sum(first == second for first, second in pairs) / len(pairs), by_chance


def cramers_v(first: str, second: str, year: int = 2020) -> float:
    """Association from 0 to 1 between two single questions; for two yes/no questions this is |phi|."""
    table = wave(year)[[first, second]]
    table = table[(table != "").all(axis=1)]
    counts = pd.crosstab(table[first], table[second]).to_numpy().astype(float)
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    chi2 = ((counts - expected) ** 2 / expected).sum()
    return float(np.sqrt(chi2 / counts.sum() / (min(counts.shape) - 1)))


def ticks(year: int) -> dict[str, pd.Series]:
    """Every option that at least three and at most all but three chose, as 1 and 0 per respondent that answered."""
    found = {}
    for column in wave(year).columns[3:]:
        given = wave(year)[column][wave(year)[column] != ""]
        for value in sorted(set(given)):
            chosen = (given == value).astype(float)
            if 3 <= chosen.sum() <= len(chosen) - 3:
                found[f"{column}={value}"] = chosen
    return found


@pytest.mark.parametrize("question", COMPARABLE, ids=lambda question: question.id)
def test_the_panel_repeats_itself_clearly_more_than_by_chance_and_at_most_95_percent(question: Question) -> None:
    observed, by_chance = repeated(both_waves(question))
    assert observed <= 0.95
    assert observed >= by_chance + 0.10


@pytest.mark.parametrize(("question", "option"), SEVERAL, ids=[f"{q.id}-{option}" for q, option in SEVERAL])
def test_the_panel_repeats_each_tick_more_than_by_chance(question: Question, option: str) -> None:
    observed, by_chance = repeated([(option in before, option in now) for before, now in both_waves(question)])
    assert by_chance + 0.05 <= observed <= 0.95


def test_a_coalition_has_a_lead_but_for_one_of_each() -> None:
    coalition, lead = (wave(2020)[name] for name in ("coalition", "coalition_lead"))
    has_coalition = coalition.isin(["active", "starting"])
    assert (has_coalition & (lead == "yes")).sum() == 72
    assert (has_coalition & (lead == "no")).sum() == 1
    assert ((coalition == "none") & (lead == "yes")).sum() == 1
    assert (has_coalition.sum(), (lead == "yes").sum()) == (73, 73)
    assert cramers_v("coalition", "coalition_lead") == pytest.approx(0.94, abs=0.02)
    assert cramers_v("coalition", "coalition_lead", 2019) >= 0.8


def test_money_agrees_with_dependence_on_temporary_money() -> None:
    assert cramers_v("budget", "temporary_funding") == pytest.approx(0.60, abs=0.05)
    structural = wave(2020)[wave(2020)["budget"] == "structural"]
    assert (structural["temporary_funding"] == "no").mean() >= 0.8


def test_monitoring_agrees_with_its_use() -> None:
    assert cramers_v("monitoring", "monitoring_use") == pytest.approx(0.90, abs=0.05)


def test_who_visits_is_asked_only_where_older_people_are_visited() -> None:
    visits = wave(2020)["home_visits"].isin(["full_breadth", "specific_groups", "part_of_needs_talk"])
    executors = wave(2020).filter(like="visit_executors[")
    assert visits.sum() == 73
    assert (executors[visits] != "").all().all()
    assert (executors[~visits] == "").all().all()


def test_material_for_the_week_is_used_by_who_takes_part() -> None:
    absent = wave(2020)["week_participation"] == "no"
    assert (wave(2020).loc[absent, "week_material[none]"] == "1").all()


def test_a_lead_of_the_network_is_one_of_the_parties() -> None:
    leads = (wave(2020).filter(regex=r"^party_roles\[.*\]\[lead\]$") == "1").any(axis=1)
    assert (leads == (wave(2020)["coalition_lead"] == "yes")).all()


@pytest.mark.parametrize("year", [2019, 2020])
def test_an_exclusive_option_stands_alone_and_nobody_ticks_nothing(year: int) -> None:
    for question in CODEBOOK.questions:
        if question.use_in(year) is None or not question.type_in(year).allows_several:
            continue
        exclusive = {option.id for option in question.options if option.exclusive}
        for item in items_of(question):
            for chosen in answers(question, year, item).values():
                assert chosen
                assert len(chosen) == 1 or not chosen & exclusive


@pytest.mark.parametrize("year", [2019, 2020])
def test_answers_do_not_follow_the_order_of_rows_or_the_codes(year: int) -> None:
    order = pd.Series(range(len(wave(year))), index=wave(year).index)
    codes = pd.Series({name: PLACES[name].code for name in wave(year).index}).rank()
    for along in (order, codes):
        found = [abs(np.corrcoef(chosen, along[chosen.index])[0, 1]) for chosen in ticks(year).values()]
        assert np.mean(found) <= 1.1 / np.sqrt(len(order))  # chance alone gives 0.8
        assert max(found) <= 0.35


@pytest.mark.parametrize("year", [2019, 2020])
def test_0_to_6_skip_a_question_and_never_the_same_ones(year: int) -> None:
    skipped: Counter[str] = Counter()
    per_question = []
    for question in CODEBOOK.questions:
        if question.use_in(year) is None or question.asked_if:
            continue
        for item in items_of(question):
            absent = set(wave(year).index) - set(answers(question, year, item))
            per_question.append(len(absent))
            skipped.update(absent)
    assert 0 <= min(per_question) <= max(per_question) <= 6
    assert sum(count > 0 for count in per_question) >= 9
    assert max(skipped.values()) <= 4
    assert len(skipped) >= sum(per_question) / 2


def test_one_panel_member_skipped_the_report_point_in_2019_and_one_the_money_question_in_2020() -> None:
    question = CODEBOOK.question("signal_point")
    assert len(answers(question, 2019)) == 63
    assert len(both_waves(question)) == 42
    assert len(both_waves(CODEBOOK.question("temporary_funding"))) == 42
    assert len(both_waves(CODEBOOK.question("home_visits"))) == 43


def test_towns_that_are_far_in_one_thing_are_further_in_others() -> None:
    """Cronbach's alpha of the yes/no questions: 0 for noise, 1 for copies."""
    names = [q.id for q in CODEBOOK.questions if {o.id for o in q.options} == {"yes", "no"}]
    for year in (2019, 2020):
        yes = (wave(year)[[name for name in names if name in wave(year)]] == "yes").astype(float)
        parts = yes.shape[1]
        alpha = parts / (parts - 1) * (1 - yes.var().sum() / yes.sum(axis=1).var())
        assert 0.5 <= alpha <= 0.9


def test_larger_towns_are_further_and_newcomers_earlier() -> None:
    names = [q.id for q in CODEBOOK.questions if {o.id for o in q.options} == {"yes", "no"}]
    yes = (wave(2020)[names] == "yes").sum(axis=1)
    sizes = pd.Series({name: PLACES[name].size for name in yes.index})
    assert 0.15 <= np.corrcoef(yes, sizes)[0, 1] <= 0.6
    joined = contacts(2020).loc[yes.index, "joined_in"]
    assert yes[joined == "2020"].mean() < yes[joined == "2019"].mean()


def test_the_panel_is_a_little_further_than_a_year_before() -> None:
    """Mean phase (0-3) of the answers that have one, over the comparable questions of who answered twice."""

    def mean_phase(when: int) -> float:
        phases = [
            question.option(answer).phase
            for question in COMPARABLE
            for pair in both_waves(question)
            for answer in pair[when]
        ]
        return float(np.mean([phase for phase in phases if phase is not None]))

    assert 0.02 < mean_phase(1) - mean_phase(0) < 0.4
