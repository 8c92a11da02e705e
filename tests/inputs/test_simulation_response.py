"""Who takes part in the simulated waves: the counts of the report, among real municipalities."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from simulated_figures import contacts, panel, wave

from explorer.inputs.simulate import SEED, simulate
from explorer.inputs.simulate.places import Place, load_places
from explorer.paths import DATA, WAVES
from explorer.survey.codebook.source import load_codebook

PLACES = {place.name: place for place in load_places(DATA / "geo")}


def respondents(year: int) -> list[Place]:
    return [PLACES[name] for name in wave(year).index]


def named(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def test_the_seed_gives_the_committed_files_byte_for_byte(tmp_path: Path) -> None:
    written = simulate(tmp_path, seed=SEED)
    assert [path.name for path in written] == ["2019.csv", "2020.csv", "contacts.csv"]
    for path in written:
        assert path.read_bytes() == (WAVES / path.name).read_bytes()


def test_103_were_asked_in_2019_of_whom_64_answered() -> None:
    assert len(contacts(2019)) == 103
    assert len(wave(2019)) == 64
    assert set(wave(2019).index) <= set(contacts(2019).index)


def test_182_were_asked_in_2020_the_same_103_and_79_that_joined() -> None:
    assert len(contacts(2020)) == 182
    assert set(contacts(2019).index) <= set(contacts(2020).index)
    joined_in = Counter(contacts(2020)["joined_in"])
    assert joined_in == {"2019": 103, "2020": 79}
    assert set(contacts(2019)["joined_in"]) == {"2019"}


def test_43_answered_twice_7_late_and_50_that_joined() -> None:
    new = set(wave(2020).index) - set(wave(2019).index)
    assert len(panel()) == 43
    assert len(new & set(contacts(2019).index)) == 7
    assert len(new - set(contacts(2019).index)) == 50


def test_about_200_municipalities_joined_and_about_100_the_year_before() -> None:
    def joined(year: int) -> int:
        return len(contacts(year)) + sum(len(named(cell)) for cell in contacts(year)["represents"])

    assert joined(2020) == 201
    assert joined(2019) == 103


def test_respondents_of_2020_answer_for_a_few_more_than_100_municipalities() -> None:
    assert 100 + sum(len(named(cell)) for cell in wave(2020)["also_answered_for"]) == 107


def test_every_municipality_is_real_and_used_once() -> None:
    assert len(PLACES) == 355
    for year in (2019, 2020):
        used = [*contacts(year).index, *(name for cell in contacts(year)["represents"] for name in named(cell))]
        assert max(Counter(used).values()) == 1
        assert set(used) <= set(PLACES)


def test_a_contact_represents_others_of_its_province_and_answers_for_none_else() -> None:
    represents = {str(place): named(cell) for place, cell in contacts(2020)["represents"].items()}
    for place, others in represents.items():
        assert all(PLACES[name].province == PLACES[place].province and name != place for name in others)
    for respondent, cell in wave(2020)["also_answered_for"].items():
        assert set(named(cell)) <= set(represents[str(respondent)])


@pytest.mark.parametrize("year", [2019, 2020])
def test_no_group_that_is_released_has_fewer_than_10_respondents(year: int) -> None:
    sizes = Counter(place.region for place in respondents(year))
    sizes.update(place.urbanity_group for place in respondents(year))
    assert len(sizes) == 4 + 3
    assert min(sizes.values()) >= 10


def test_every_province_is_asked_in_both_waves_and_answers_at_least_twice_in_2020() -> None:
    assert min(Counter(place.province for place in respondents(2020)).values()) >= 2
    assert len({place.province for place in respondents(2020)}) == 12
    for year in (2019, 2020):
        assert len({PLACES[name].province for name in contacts(year).index}) == 12


def test_utrecht_answered_twice() -> None:
    assert "Utrecht" in panel()


def test_larger_municipalities_answer_somewhat_more_often() -> None:
    asked = [PLACES[name].size for name in contacts(2020).index]
    answered = [place.size for place in respondents(2020)]
    assert 0.02 < sum(answered) / len(answered) - sum(asked) / len(asked) < 0.5


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [(2019, date(2019, 12, 1), date(2020, 1, 31)), (2020, date(2020, 10, 1), date(2020, 11, 30))],
)
def test_answers_come_in_on_working_days_of_the_wave(year: int, first: date, last: date) -> None:
    days = [date.fromisoformat(day) for day in wave(year)["submitted_on"]]
    assert first <= min(days) <= max(days) <= last
    assert all(day.weekday() < 5 for day in days)


@pytest.mark.parametrize("year", [2019, 2020])
def test_a_wave_has_the_columns_of_the_questions_that_it_asked(year: int) -> None:
    with (WAVES / f"{year}.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    asked = {question.id for question in load_codebook().questions if question.use_in(year)}
    assert header[:4] == ["response_id", "submitted_on", "municipality", "also_answered_for"]
    assert {name.split("[")[0] for name in header[4:]} == asked
    assert sorted(int(id) for id in wave(year)["response_id"]) == list(range(1, len(wave(year)) + 1))


def test_support_of_the_executive_was_several_answers_in_2019_and_one_in_2020() -> None:
    assert "administrative_commitment[alderman_personally]" in wave(2019).columns
    assert "administrative_commitment" in wave(2020).columns


@pytest.mark.parametrize("year", [2019, 2020])
def test_some_contacts_agree_to_be_named_for_sections_that_were_asked(year: int) -> None:
    codebook = load_codebook()
    asked = {question.section for question in codebook.questions if question.use_in(year)}
    agreed = [set(named(cell)) for cell in contacts(year)["example_for"]]
    assert set.union(*agreed) <= asked
    assert 0.1 < sum(bool(sections) for sections in agreed) / len(agreed) < 0.5
