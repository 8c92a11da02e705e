"""A third wave, and a municipality that merged before it: panels are pairs, worked out by hand."""

import pytest
from asking import count, response, statuses
from small_world import Row, write_data

from explorer.building.version import build
from explorer.gateway.door import Gateway, open_gateway
from explorer.paths import QUERIES
from explorer.store.versions import Store
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.codebook.source import CODEBOOK
from explorer.survey.figures.figure import Origin

_, PANEL, NEW = Population


ANSWERS: dict[int, tuple[Row, ...]] = {
    2019: (
        {"municipality": "Utrecht", "coalition": "starting"},
        {"municipality": "Loppersum", "coalition": "active"},
    ),
    2020: (
        {"municipality": "Utrecht", "coalition": "active"},
        {"municipality": "Appingedam", "coalition": "none"},
        {"municipality": "Delfzijl", "coalition": "starting"},
        {"municipality": "Assen", "coalition": "active"},
    ),
    2021: (
        {"municipality": "Utrecht", "coalition": "active"},
        {"municipality": "Eemsdelta", "coalition": "active"},
        {"municipality": "Assen"},
        {"municipality": "Zwolle", "coalition": "none"},
    ),
}


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Gateway:
    """Three waves, the last one real. Appingedam, Delfzijl (the largest) and Loppersum became Eemsdelta in 2021."""
    folder = tmp_path_factory.mktemp("three")
    head, coalition, tail = CODEBOOK.read_text(encoding="utf-8").partition("  - id: coalition\n")
    tail = tail.replace("2020: identical}", "2020: identical, 2021: identical}", 1)
    contacts = [
        {"wave": str(wave), "municipality": row["municipality"], "joined_in": "2019"}
        for wave, answers in ANSWERS.items()
        for row in answers
    ]
    data = write_data(folder / "data", ANSWERS, contacts, codebook_text=head + coalition + tail, observed=[2021])
    store = Store(folder / "store")
    build(store, data, QUERIES)
    return open_gateway(store.current_path())


def pair(gateway: Gateway, first: int, second: int, answer: str) -> list[tuple[int | None, int | None]]:
    selection = Selection((first, second), (), ("coalition",), PANEL)
    return [(one.n, one.base) for one in gateway.desk(MINISTRY).figures(selection) if one.option == answer]


def test_a_merged_municipality_continues_the_largest_of_those_that_answered(three: Gateway) -> None:
    """Panel of 2020 and 2021: Utrecht, and Delfzijl that became Eemsdelta. Assen skipped it in 2021."""
    assert pair(three, 2020, 2021, "active") == [(1, 2), (2, 2)]
    assert pair(three, 2020, 2021, "starting") == [(1, 2), (0, 2)]
    assert pair(three, 2020, 2021, "none") == [(0, 2), (0, 2)]


def test_each_pair_of_waves_has_its_own_panel(three: Gateway) -> None:
    """Of 2019 and 2020 together Utrecht alone is left."""
    assert pair(three, 2019, 2020, "active") == [(0, 1), (1, 1)]
    assert count(three, "coalition", "active", Selection((2020,), population=PANEL)) == (1, 1)
    assert count(three, "coalition", "active", Selection((2021,), population=PANEL)) == (2, 2)


def test_with_all_waves_together_a_wave_is_paired_with_the_one_before(three: Gateway) -> None:
    """Only 2019, the first, has none before and is paired with 2020: Utrecht, which started then."""
    figures = three.desk(MINISTRY).figures(Selection((), (), ("coalition",), PANEL))
    assert [(one.wave, one.n, one.base) for one in figures if one.option == "active"] == [
        (2019, 0, 1),
        (2020, 1, 1),  # Utrecht; paired with 2021 it would be 1 of 2
        (2021, 2, 2),
    ]


def test_the_size_of_the_panel_is_that_of_the_same_pair(three: Gateway) -> None:
    def sizes(*waves: int) -> list[tuple[int, int | None, int | None]]:
        figures = three.desk(MINISTRY).figures(Selection(waves, (), ("panel_size",), PANEL))
        return [(one.wave, one.n, one.base) for one in figures]

    assert sizes(2020, 2021) == [(2020, 3, 4), (2021, 3, 4)]  # Utrecht, Delfzijl as Eemsdelta, Assen
    assert sizes(2019, 2020) == [(2019, 1, 2), (2020, 1, 4)]  # Utrecht
    assert sizes(2020) == [(2020, 1, 4)]


def test_new_is_who_was_not_in_the_wave_before_itself_or_before_it_merged(three: Gateway) -> None:
    assert count(three, "coalition", "none", Selection((2021,), population=NEW)) == (1, 1)  # Zwolle
    assert count(three, "coalition", "active", Selection((2020,), population=NEW)) == (1, 3)  # not Utrecht
    found = {one.municipality: one.is_new for one in three.desk(MINISTRY).municipality_statuses(Selection((2021,)))}
    assert (found["Eemsdelta"], found["Zwolle"], found["Utrecht"]) == (False, True, False)


def test_municipalities_are_those_of_the_year_of_the_wave(three: Gateway) -> None:
    assert len(statuses(three, Selection((2020,)))) == 355
    later = statuses(three, Selection((2021,)))
    assert len(later) == 352
    assert "Delfzijl" not in later


def test_the_response_of_a_later_wave_names_the_wave_before(three: Gateway) -> None:
    found = response(three, Selection((2021,)))
    assert found["first_time_respondents"] == (1, 4)
    assert found["first_time_already_joined_in_2020"] == (1, 1)
    assert found["first_time_joined_since_2020"] == (0, 1)


def test_a_figure_of_a_real_wave_is_observed(three: Gateway) -> None:
    figures = three.desk(MINISTRY).figures(Selection())
    assert {(one.wave, one.origin) for one in figures if one.origin is not Origin.PRINTED} == {
        (2019, Origin.SIMULATED),
        (2020, Origin.SIMULATED),
        (2021, Origin.OBSERVED),
    }
    assert {one.wave for one in figures if one.origin is Origin.PRINTED} <= {2019, 2020}


def test_one_real_wave_makes_the_data_real(three: Gateway, small: Gateway) -> None:
    assert not three.facts.is_simulated
    assert small.facts.is_simulated
