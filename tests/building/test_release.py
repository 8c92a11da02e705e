"""What leaves the ministry: ranges, withheld and printed figures, each held against the ministry's own."""

import json
import shutil
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path

import duckdb
import pytest
from sealing import seal

from explorer.building.disclosure import SHIPPED_RESULTS, Known, examine, shipped_results
from explorer.building.disclosure.audit import key_of
from explorer.building.disclosure.checking import read_problems, shares_of
from explorer.errors import NotAllowedError, SelectionError, StoreError
from explorer.gateway.door import Gateway, open_gateway
from explorer.paths import QUERIES
from explorer.store.files import RELEASE, open_release
from explorer.store.versions import Store
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC, Viewer, parse_viewer
from explorer.survey.codebook.model import QuestionType
from explorer.survey.figures.figure import Figure, Kind, Origin, ReleaseStatus
from explorer.survey.figures.participation import ContactStatus
from explorer.survey.figures.waves import Wave
from explorer.survey.geography.municipalities import PROVINCES

UTRECHT = parse_viewer("municipality:GM0344")
REGIONS = {
    "noord-oost": ("Groningen", "Fryslân", "Drenthe", "Overijssel", "Flevoland", "Gelderland"),
    "west-zuid": ("Utrecht", "Noord-Holland", "Zuid-Holland", "Zeeland", "Noord-Brabant", "Limburg"),
}
URBANITY = {"stedelijk": (1, 2), "matig-stedelijk-landelijk": (3, 4, 5)}
SELECTIONS = {
    "nederland": Selection(),
    **{name: Selection(provinces=provinces) for name, provinces in REGIONS.items()},
    **{name: Selection(urbanity=classes) for name, classes in URBANITY.items()},
    "nieuw": Selection(population=Population.NEW),
}


def key(figure: Figure) -> tuple[object, ...]:
    return figure.question, figure.item, figure.option, figure.kind, figure.wave


def released(gateway: Gateway, group: str, viewer: Viewer = PUBLIC) -> dict[tuple[object, ...], Figure]:
    return {key(one): one for one in gateway.desk(viewer).figures(Selection(group=group)) if one.section != "response"}


def own(gateway: Gateway, group: str) -> dict[tuple[object, ...], Figure]:
    """The ministry's figures of the same respondents."""
    return {key(one): one for one in gateway.desk(MINISTRY).figures(SELECTIONS[group]) if one.section != "response"}


def test_the_regions_divide_the_country() -> None:
    assert sorted(name for names in REGIONS.values() for name in names) == sorted(one.name for one in PROVINCES)


@pytest.mark.parametrize("group", sorted(SELECTIONS.keys() - {"nederland"}))
def test_a_group_is_told_as_a_range_around_the_truth_or_withheld_with_a_reason(real: Gateway, group: str) -> None:
    national, exact, found = own(real, "nederland"), own(real, group), released(real, group)
    told = 0
    for place, figure in found.items():
        assert figure.group == group
        if figure.withheld is not None:
            assert (figure.n, figure.base, figure.pct, figure.n_low) == (None, None, None, None)
            assert figure.withheld.reason
            assert figure.withheld.wider_group == "nederland"
            continue
        told += 1
        n, base = exact[place].n, exact[place].base
        assert n is not None
        assert base is not None
        assert figure.n_low <= n <= figure.n_high  # type: ignore[operator]
        assert figure.base_low <= base <= figure.base_high  # type: ignore[operator]
        assert figure.n_high - figure.n_low >= 2  # type: ignore[operator]
        assert 8 <= (national[place].n or 0) <= (national[place].base or 0) - 8
        assert figure.origin is Origin.SIMULATED
    assert told > len(found) / 3


@pytest.mark.parametrize("group", sorted(SELECTIONS.keys() - {"nederland"}))
def test_a_number_that_is_shown_is_within_six_points_of_the_truth(real: Gateway, group: str) -> None:
    exact = own(real, group)
    off = [
        abs(figure.pct - (exact[place].pct or 0))
        for place, figure in released(real, group).items()
        if figure.pct is not None and figure.n is not None
    ]
    assert off
    assert max(off) <= Decimal("6.1")  # each percentage is rounded to a decimal


def test_what_is_shown_of_a_question_with_one_answer_adds_up(real: Gateway) -> None:
    """Options to the base, nets to their options, and two groups to the country."""
    single = [one for one in real.desk(PUBLIC).codebook.questions if one.type is QuestionType.SINGLE]
    checked = 0
    for name in SELECTIONS.keys() - {"nederland"}:
        figures = released(real, name)
        for question in single:
            for wave in (2019, 2020):
                options = [figures.get((question.id, None, o.id, Kind.OPTION, wave)) for o in question.options]
                shown = [one for one in options if one is not None and one.n is not None]
                if len(shown) == len(question.options):
                    checked += 1
                    assert sum(one.n or 0 for one in shown) == shown[0].base
    assert checked > 50


def test_two_groups_make_the_country(real: Gateway) -> None:
    national = own(real, "nederland")
    one, other = (released(real, name) for name in REGIONS)
    told = [place for place, figure in one.items() if figure.n is not None and other[place].n is not None]
    assert told
    for place in told:
        if place[3] is not Kind.CROSS:
            assert one[place].n + other[place].n == national[place].n  # type: ignore[operator]
            assert one[place].base + other[place].base == national[place].base  # type: ignore[operator]
            assert one[place].n_low + other[place].n_high == national[place].n  # type: ignore[operator]


def test_the_country_is_exact_but_for_rare_and_nearly_unanimous_answers(real: Gateway) -> None:
    """And for one number that would undo a word: of who knows the advisers, since all of them add up."""
    national, found = own(real, "nederland"), released(real, "nederland")
    ranges = set()
    for place, figure in found.items():
        true = national[place]
        n, base = true.n or 0, true.base or 0
        if figure.status is ReleaseStatus.RANGE:
            ranges.add(place[:3])
            assert figure.n_low <= n <= figure.n_high  # type: ignore[operator]
        elif 5 <= n <= base - 5:
            assert (figure.exact_n, figure.base, figure.origin) == (n, base, true.origin)
        elif figure.status is not ReleaseStatus.PRINTED:
            assert figure.withheld is not None
            assert figure.withheld.status == (ReleaseStatus.FEWER_THAN_5 if n < 5 else ReleaseStatus.ALMOST_ALL)
    assert ranges == {("tools", "advisers", "known_unused")}


def test_a_word_does_not_follow_by_subtraction(real: Gateway) -> None:
    """99 know of the advisers or not: 87 use them, and of the other 12 at most 4 do not know them."""
    found = {
        one.option: (one.n_low, one.n_high)
        for one in real.desk(PUBLIC).figures(Selection((2020,), questions=("tools",)))
        if one.item == "advisers"
    }
    assert found["used"] == (87, 87)
    assert (found["unknown"], found["known_unused"], found["unknown_or_unused"]) == ((0, 4), (8, 12), (12, 12))


def test_a_printed_figure_is_shown_however_rare(real: Gateway) -> None:
    """Two see no effect of corona: the report says so."""
    figure = released(real, "nederland")["covid_effect", None, "no_effect", Kind.OPTION, 2020]
    assert (figure.n, figure.base, figure.origin) == (2, 100, Origin.PRINTED)
    everyone = released(real, "nederland")["covid_effect", None, "new_initiatives", Kind.OPTION, 2020]
    assert everyone.withheld is not None
    assert everyone.withheld.status is ReleaseStatus.ALMOST_ALL


def test_of_the_panel_each_number_that_the_report_prints_is_told_and_no_other(real: Gateway) -> None:
    asked = Selection(
        population=Population.PANEL, questions=("signal_network", "signal_point", "home_visits", "budget")
    )
    found = {(one.question, one.option, one.wave): one for one in real.desk(PUBLIC).figures(asked)}
    counted = found["signal_network", "yes", 2020]
    assert (counted.exact_n, counted.base, counted.pct) == (33, None, None)
    share = found["signal_point", "yes", 2020]
    assert (share.exact_n, share.n_low, share.base, share.pct) == (None, None, None, Decimal(43))
    whole = found["home_visits", "full_breadth", 2020]
    assert (whole.n, whole.base, whole.pct) == (28, 43, Decimal("65.1"))
    assert {one.exact_n for one in found.values() if one.question == "budget"} == {None}
    assert {one.origin for one in (counted, share, whole)} == {Origin.PRINTED}
    with pytest.raises(NotAllowedError, match="alleen landelijk"):
        real.desk(PUBLIC).figures(Selection(population=Population.PANEL, group="noord-oost"))


def test_nobody_is_new_in_the_first_wave(real: Gateway) -> None:
    found = [one for one in released(real, "nieuw").values() if one.wave == 2019]
    assert {one.withheld.status for one in found if one.withheld} == {ReleaseStatus.NOT_DEFINED}


def test_a_group_is_withheld_together_with_the_rest_of_its_dimension(real: Gateway) -> None:
    regions = [released(real, name) for name in REGIONS]
    for place in regions[0]:
        withheld = [one[place].withheld for one in regions]
        statuses = ["told" if why is None else why.status for why in withheld]
        assert len(set(statuses)) == 1, place


def test_beside_the_only_option_that_is_too_rare_the_rarest_other_is_not_split_either(real: Gateway) -> None:
    """7 of 63 had no temporary funding, too few to split; so of the 20 and 36 others the 20 are not split either."""
    reasons = {
        option: None if one.withheld is None else one.withheld.status
        for (question, _, option, kind, wave), one in released(real, "stedelijk").items()
        if (question, kind, wave) == ("temporary_funding", Kind.OPTION, 2019)
    }
    assert reasons["no"] is ReleaseStatus.NOT_SPLIT
    assert reasons["partly"] is ReleaseStatus.COMPLEMENT
    assert reasons["fully"] is None


def test_the_rules_alone_suffice_for_the_project_s_own_data(real: Gateway) -> None:
    """Nothing is taken away by the audit, so no refusal tells anything."""
    statuses = {one.status for name in SELECTIONS for one in released(real, name).values()}
    assert ReleaseStatus.DROPPED not in statuses


def test_groups_of_the_response_follow_from_the_public_list(real: Gateway) -> None:
    for group, wave in product(("noord-oost", "stedelijk", "vaker"), (2020,)):
        figures = {
            one.question: one for one in real.desk(PUBLIC).figures(Selection((wave,), ("response",), group=group))
        }
        listed = real.desk(PUBLIC).municipality_statuses(Selection((wave,), group=group))
        responded = [one for one in listed if one.status is ContactStatus.RESPONDED]
        assert figures["responded"].n == len(responded)
        assert figures["first_time_respondents"].n == sum(one.is_new is True for one in responded)
        assert (figures["contacted"].n, figures["joined"].n) == (None, None)


def test_who_does_not_exist_is_named(real: Gateway) -> None:
    with pytest.raises(SelectionError, match="Onbekende groep 'nord'"):
        real.desk(PUBLIC).figures(Selection(group="nord"))
    with pytest.raises(SelectionError, match="De groep 'noord' is te klein en telt nu mee in 'noord-oost'"):
        real.desk(PUBLIC).figures(Selection(group="noord"))
    with pytest.raises(SelectionError, match="Groepen horen bij de vrijgegeven cijfers"):
        real.desk(MINISTRY).figures(Selection(group="noord-oost"))


# ---- the file


def test_the_release_file_holds_no_exact_count_of_a_group_and_no_answer(real_store: Store) -> None:
    with closing(open_release(real_store.current_path() / RELEASE)) as cursor:
        tables = {name for (name,) in cursor.execute("select table_name from duckdb_tables()").fetchall()}
        sql = "select min(n_high - n_low) from release_figure where dimension <> 'nation'"
        assert cursor.execute(sql).fetchall() == [(2,)]
        statuses = cursor.execute("select distinct status from release_municipality").fetchall()
    assert {status for (status,) in statuses} == {"responded", "represented", "absent"}
    assert tables == {
        *(
            "wave",
            "release_group",
            "release_figure",
            "release_response",
            "release_municipality",
            "release_place",
            "release_kept",
            "release_rules",
        ),
    }


def test_with_a_release_alone_the_public_is_served_and_the_ministry_is_told(
    real_store: Store, real: Gateway, tmp_path: Path
) -> None:
    store = Store(tmp_path)
    version = str(real_store.current())
    shutil.copytree(
        real_store.current_path(), tmp_path / version, ignore=shutil.ignore_patterns("explorer.duckdb", "ministry.json")
    )
    store.publish(version)
    alone = open_gateway(store.current_path())
    assert alone.desk(PUBLIC).figures(Selection(group="noord-oost")) == real.desk(PUBLIC).figures(
        Selection(group="noord-oost")
    )
    assert alone.desk(PUBLIC).response_rates(Selection()) == real.desk(PUBLIC).response_rates(Selection())
    assert alone.desk(PUBLIC).places == real.desk(PUBLIC).places
    assert alone.desk(UTRECHT).own_answers(Selection()) == ()
    with pytest.raises(StoreError, match="Hier staat alleen de uitgave voor iedereen"):
        alone.desk(MINISTRY).figures(Selection())
    alone.close()


# ---- answers


def test_a_municipality_sees_its_own_answers_and_nobody_elses(small: Gateway) -> None:
    found = {(one.wave, one.question, one.item): one.chosen for one in small.desk(UTRECHT).own_answers(Selection())}
    assert found[2019, "coalition", None] == ("starting",)
    assert found[2020, "coalition", None] == ("active",)
    assert found[2020, "party_roles", "municipality"] == ("lead", "active")
    assert {one.municipality for one in small.desk(UTRECHT).own_answers(Selection())} == {"GM0344"}
    for viewer in (PUBLIC, MINISTRY):
        with pytest.raises(NotAllowedError, match="Eigen antwoorden heeft alleen een gemeente"):
            small.desk(viewer).own_answers(Selection())


def test_who_answered_what_is_for_the_ministry_alone(small: Gateway) -> None:
    selection = Selection((2020,), questions=("coalition",))
    found = {one.municipality: one.chosen for one in small.desk(MINISTRY).all_answers(selection)}
    assert found == {"GM0344": ("active",), "GM0106": ("starting",), "GM0034": ("none",), "GM0193": ("active",)}
    assert len(small.desk(MINISTRY).all_answers(replace(selection, provinces=("Utrecht",)))) == 1
    for viewer in (PUBLIC, UTRECHT):
        with pytest.raises(NotAllowedError, match="alleen voor het ministerie"):
            small.desk(viewer).all_answers(selection)


# ---- publishing


@pytest.fixture
def copied(real_store: Store, tmp_path: Path) -> Store:
    shutil.copytree(real_store.folder, tmp_path / "store")
    return Store(tmp_path / "store")


def refusal(store: Store) -> str:
    with pytest.raises(StoreError) as refused:
        store.publish(str(store.current()))
    return str(refused.value)


def test_a_release_that_was_not_audited_is_not_published(copied: Store) -> None:
    (copied.current_path() / "audit.json").unlink()
    assert "is niet gecontroleerd. Controleer de uitgave met: python -m explorer audit" in refusal(copied)


def test_an_audit_of_another_release_does_not_count(copied: Store) -> None:
    path = copied.current_path() / "release.duckdb"
    connection = duckdb.connect(str(path))
    connection.execute("update release_figure set n = n + 1 where group_name = 'noord-oost'")
    connection.close()
    seal(copied.current_path())
    assert "is niet de uitgave die gecontroleerd is" in refusal(copied)


def test_a_release_that_failed_is_not_published(copied: Store) -> None:
    path = copied.current_path() / "audit.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"passed": False}), encoding="utf-8")
    assert "verraadt antwoorden van gemeenten" in refusal(copied)


@pytest.mark.parametrize("said", [{}, {"passed": None}, {"passed": "no"}, {"passed": 1}])
def test_an_audit_that_does_not_say_that_it_passed_does_not_count(copied: Store, said: dict[str, object]) -> None:
    path = copied.current_path() / "audit.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    del found["passed"]
    path.write_text(json.dumps(found | said), encoding="utf-8")
    assert "komt niet in gebruik" in refusal(copied)


# ---- the audit of the shipped release


def test_every_question_passed_and_enough_is_told(real_store: Store) -> None:
    folder = real_store.current_path()
    assert json.loads((folder / "audit.json").read_text(encoding="utf-8"))["passed"]
    units = json.loads((folder / "audit_results.json").read_text(encoding="utf-8"))
    certain = ("forced_outsider", "forced_insiders", "forced_pairs", "nearly", "derivable", "recovered")
    assert {unit[name] for unit in units for name in certain} == {0}
    assert sum(unit["pairs"] for unit in units) > 30_000
    shares = shares_of(folder)
    assert shares.pairs_shown >= 350
    assert shares.cells_shown >= 1_050


def test_results_that_come_with_the_project_are_what_an_audit_finds(real_store: Store) -> None:
    """A few questions of each type; `python -m explorer audit --fresh` does all of them."""
    known = Known(None, SHIPPED_RESULTS)
    problems, _ = read_problems(real_store, str(real_store.current()), QUERIES)
    results = {problem.unit.name: known.get(key_of(problem)) for problem in problems}
    assert None not in results.values()
    for problem in problems:
        name = problem.unit.name
        if name in ("coalition_lead", "signal_point", "tools[guide]", "party_roles[municipality]", "week_material"):
            again, kept = examine(problem), results[name]
            assert kept is not None
            assert replace(again, key=kept.key, seconds=kept.seconds, dropped=kept.dropped) == kept


def test_results_that_come_with_the_project_are_for_simulated_answers_alone() -> None:
    simulated, real = Wave(2020, "najaar 2020", True), Wave(2021, "najaar 2021", False)
    assert shipped_results([simulated]) == SHIPPED_RESULTS
    assert shipped_results([simulated, real]) == ()
