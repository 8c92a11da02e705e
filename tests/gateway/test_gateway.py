"""Every figure of the small world, worked out by hand (see small_world.py)."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from asking import ALL, count, response, statuses
from small_world import ANSWERS_2019, ANSWERS_2020, CONTACTS, write_data

from explorer.building.version import build
from explorer.gateway.door import Gateway, open_gateway
from explorer.paths import QUERIES
from explorer.store.versions import Store
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.figures.figure import Figure, Kind
from explorer.survey.figures.participation import ContactStatus

_, PANEL, NEW = Population
OPTION, NET, CROSS = Kind


@pytest.mark.parametrize(("answer", "n"), [("active", 2), ("starting", 1), ("none", 1), ("active_or_starting", 3)])
def test_who_skipped_a_question_is_not_in_its_base(small: Gateway, answer: str, n: int) -> None:
    """Utrecht and Zwolle are active, Assen starts, Almere has none; Venlo skipped it."""
    assert count(small, "coalition", answer) == (n, 4)


def test_a_percentage_has_one_decimal_and_is_rounded_half_up(small: Gateway) -> None:
    [none] = [
        one for one in small.desk(MINISTRY).figures(Selection((2019,), (), ("coalition",))) if one.option == "none"
    ]
    assert (none.n, none.base, none.pct) == (1, 3, Decimal("33.3"))


def test_an_answer_without_any_tick_counts_in_the_base(small: Gateway) -> None:
    """Utrecht, Assen, Zwolle, and Venlo that ticked nothing; Almere skipped the question."""
    assert count(small, "best_practices", "other_municipality") == (2, 4)
    assert count(small, "best_practices", "zonmw_research") == (1, 4)
    assert count(small, "best_practices", "none") == (1, 4)


def test_a_net_counts_respondents_not_ticks(small: Gateway) -> None:
    """Utrecht ticked two of the three and counts once."""
    assert count(small, "best_practices", "any") == (2, 4)


def test_each_item_of_a_matrix_has_its_own_base(small: Gateway) -> None:
    assert count(small, "tools", "used", item="advisers") == (2, 3)
    assert count(small, "tools", "known", item="advisers") == (3, 3)
    assert count(small, "tools", "used", item="guide") == (0, 0)
    assert count(small, "party_roles", "lead", item="municipality") == (1, 2)
    assert count(small, "party_roles", "active_or_initiator", item="municipality") == (2, 2)


def test_a_cross_counts_an_option_within_a_net(small: Gateway) -> None:
    """Of Utrecht (active) and Assen (initiator), Utrecht leads."""
    figures = small.desk(MINISTRY).figures(Selection((2020,), (), ("party_roles",)))
    [cross] = [one for one in figures if one.kind is CROSS and one.item == "municipality"]
    assert (cross.option, cross.n, cross.base) == ("lead", 1, 2)


def test_a_question_has_all_its_figures_in_the_order_of_the_codebook_also_where_nobody_answered(small: Gateway) -> None:
    figures = small.desk(MINISTRY).figures(Selection((2020,), (), ("monitoring",)))
    assert [(one.option, one.kind, one.n, one.base, one.pct) for one in figures] == [
        ("fully", OPTION, 0, 0, None),
        ("partly", OPTION, 0, 0, None),
        ("no", OPTION, 0, 0, None),
        ("fully_or_partly", NET, 0, 0, None),
    ]


def test_a_question_that_a_wave_did_not_ask_has_no_figures_there(small: Gateway) -> None:
    figures = small.desk(MINISTRY).figures(Selection((), (), ("budget",)))
    assert {one.wave for one in figures} == {2020}


def test_waves_come_oldest_first_and_once_however_they_are_asked_for(small: Gateway) -> None:
    def lead(*waves: int) -> list[tuple[int, int | None, int | None]]:
        found = small.desk(MINISTRY).figures(Selection(waves, (), ("coalition_lead",)))
        return [(one.wave, one.n, one.base) for one in found if one.option == "yes"]

    assert lead(2020, 2019) == lead(2019, 2020) == lead(2020, 2019, 2020) == [(2019, 2, 2), (2020, 3, 5)]


# ---- panel and new


@pytest.mark.parametrize(
    ("wave", "answer", "n"),
    [(2019, "starting", 1), (2019, "none", 1), (2019, "active", 0), (2020, "active", 1), (2020, "starting", 1)],
)
def test_the_panel_are_the_respondents_of_both_waves(small: Gateway, wave: int, answer: str, n: int) -> None:
    """Utrecht and Assen answered in both years; Goes left, three are new."""
    assert count(small, "coalition", answer, Selection((wave,), population=PANEL)) == (n, 2)


def test_who_skipped_a_question_once_is_not_in_its_panel(small: Gateway) -> None:
    """Assen skipped the lead in 2019, so that Utrecht alone is left, in both years."""
    assert count(small, "coalition_lead", "yes", Selection((2019,), population=PANEL)) == (1, 1)
    assert count(small, "coalition_lead", "yes", Selection((2020,), population=PANEL)) == (1, 1)


def test_the_panel_of_a_question_that_is_new_are_the_respondents_of_both_waves(small: Gateway) -> None:
    """Nobody could answer it in the wave before: Utrecht (two ticks) and Assen (none)."""
    assert count(small, "best_practices", "any", Selection((2020,), population=PANEL)) == (1, 2)


def test_new_are_those_who_were_not_in_the_wave_before(small: Gateway) -> None:
    """Almere has no coalition, Zwolle an active one, Venlo skipped it."""
    assert count(small, "coalition", "active", Selection((2020,), population=NEW)) == (1, 2)
    assert count(small, "coalition_lead", "yes", Selection((2020,), population=NEW)) == (2, 3)


def test_nobody_is_new_in_the_first_wave(small: Gateway) -> None:
    assert small.desk(MINISTRY).figures(Selection((2019,), population=NEW)) == ()
    assert {one.wave for one in small.desk(MINISTRY).figures(Selection(population=NEW))} == {2020}


# ---- filters


def test_a_province_narrows_the_respondents(small: Gateway) -> None:
    assert count(small, "coalition", "none", Selection((2020,), provinces=("Flevoland",))) == (1, 1)
    assert count(small, "coalition", "active", Selection((2020,), provinces=("Flevoland", "Overijssel"))) == (1, 2)
    assert count(small, "coalition", "active", Selection((2020,), provinces=("Groningen",))) == (0, 0)


def test_urbanity_narrows_the_respondents(small: Gateway) -> None:
    """Class 1 is Utrecht, class 3 Goes; the others are class 2."""
    assert count(small, "coalition", "active", Selection((2020,), urbanity=(1,))) == (1, 1)
    assert count(small, "coalition", "active", Selection((2020,), urbanity=(2,))) == (1, 3)
    assert count(small, "coalition_lead", "yes", Selection((2020,), urbanity=(1, 2))) == (3, 5)
    assert count(small, "coalition", "active", Selection((2019,), urbanity=(3,))) == (1, 1)


def test_filters_combine_with_the_population(small: Gateway) -> None:
    selection = Selection((2020,), population=NEW, provinces=("Limburg", "Utrecht"), urbanity=(2,))
    assert count(small, "coalition_lead", "yes", selection) == (1, 1)


def test_a_filter_changes_bases_and_nothing_else(real: Gateway) -> None:
    def coordinates(figure: Figure) -> tuple[object, ...]:
        return figure.section, figure.question, figure.item, figure.option, figure.kind, figure.wave

    everywhere = real.desk(MINISTRY).figures(Selection())
    flevoland = real.desk(MINISTRY).figures(Selection(provinces=("Flevoland",)))
    assert [coordinates(one) for one in flevoland] == [coordinates(one) for one in everywhere]
    assert all((one.base or 0) <= (whole.base or 0) for one, whole in zip(flevoland, everywhere, strict=True))


# ---- response


RESPONSE_2020 = {
    "contacted": (10, None),
    "joined": (12, None),  # the ten, Zeist through Utrecht, Tilburg through Breda
    "responded": (5, 10),
    "panel_size": (2, 5),
    "first_time_respondents": (3, 5),
    "first_time_already_joined_in_2019": (1, 3),  # Almere
    "first_time_joined_since_2019": (2, 3),  # Zwolle, Venlo
}


def test_the_response_of_the_second_wave(small: Gateway) -> None:
    assert response(small, ALL) == RESPONSE_2020


def test_the_response_of_the_first_wave_knows_nobody_new(small: Gateway) -> None:
    assert response(small, Selection((2019,))) == {
        "contacted": (5, None),
        "joined": (5, None),
        "responded": (3, 5),
        "panel_size": (2, 3),
    }


def test_the_response_of_a_population_counts_that_population(small: Gateway) -> None:
    assert response(small, replace(ALL, population=PANEL)) == {"panel_size": (2, 5)}
    assert set(response(small, replace(ALL, population=NEW))) == {one for one in RESPONSE_2020 if one[:5] == "first"}


def test_the_response_of_a_province(small: Gateway) -> None:
    """Noord-Brabant: Breda was asked, for Tilburg too, and did not answer."""
    brabant = response(small, replace(ALL, provinces=("Noord-Brabant",)))
    assert (brabant["contacted"], brabant["joined"], brabant["responded"]) == ((1, None), (2, None), (0, 1))


def test_one_question_of_the_response_can_be_asked_for(small: Gateway) -> None:
    [figure] = small.desk(MINISTRY).figures(Selection((2020,), (), ("responded",)))
    assert (figure.section, figure.n, figure.base, figure.pct) == ("response", 5, 10, Decimal("50.0"))


def test_every_municipality_of_the_year_has_one_status(small: Gateway) -> None:
    found = statuses(small)
    assert len(found) == 355
    assert found["Utrecht"] == (ContactStatus.RESPONDED, None)
    assert found["Zeist"] == (ContactStatus.REPRESENTED, "Utrecht")
    assert found["Breda"] == (ContactStatus.CONTACTED, None)
    assert found["Tilburg"] == (ContactStatus.CONTACTED_THROUGH, "Breda")
    assert found["Amsterdam"] == (ContactStatus.NOT_JOINED, None)


def test_statuses_follow_the_filters(small: Gateway) -> None:
    assert set(statuses(small, replace(ALL, population=NEW))) == {"Almere", "Zwolle", "Venlo"}
    assert set(statuses(small, replace(ALL, population=PANEL))) == {"Utrecht", "Assen"}
    assert "Almere" in statuses(small, replace(ALL, provinces=("Flevoland",)))
    assert "Utrecht" not in statuses(small, replace(ALL, provinces=("Flevoland",)))


def test_a_municipality_that_two_contacts_name_took_part_where_one_of_them_answered(tmp_path: Path) -> None:
    """Tilburg: Breda did not answer, Utrecht did. Zeist: both Utrecht and Assen did; the lower code is named."""
    named = {"Utrecht": "Zeist|Tilburg", "Assen": "Zeist", "Breda": "Tilburg"}
    contacts = [
        {**one, "represents": named.get(one["municipality"], "")} if one["wave"] == "2020" else one for one in CONTACTS
    ]
    data = write_data(tmp_path / "data", {2019: ANSWERS_2019, 2020: ANSWERS_2020}, contacts)
    store = Store(tmp_path / "store")
    build(store, data, QUERIES)
    gateway = open_gateway(store.current_path())
    found = statuses(gateway)
    gateway.close()
    assert found["Tilburg"] == (ContactStatus.REPRESENTED, "Utrecht")
    assert found["Zeist"] == (ContactStatus.REPRESENTED, "Assen")


def test_the_panel_of_the_first_wave_lists_who_came_back(small: Gateway) -> None:
    """Goes took part in 2019 alone."""
    assert set(statuses(small, Selection((2019,), population=PANEL))) == {"Utrecht", "Assen"}


def test_rates_per_province_are_counts_of_contacts(small: Gateway) -> None:
    rates = {rate.province: rate for rate in small.desk(MINISTRY).response_rates(ALL)}
    assert len(rates) == 12
    assert (rates["Utrecht"].joined, rates["Utrecht"].contacted, rates["Utrecht"].responded) == (2, 1, 1)
    assert (rates["Gelderland"].contacted, rates["Gelderland"].responded) == (1, 0)
    assert (rates["Limburg"].contacted, rates["Limburg"].responded, rates["Limburg"].new) == (2, 1, 1)
