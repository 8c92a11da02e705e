"""What leaves the ministry: rounded, withheld and printed figures, each held against the ministry's own."""

import json
import shutil
from contextlib import closing
from dataclasses import replace
from itertools import product
from pathlib import Path

import duckdb
import pytest
from sealing import seal

from explorer.building.disclosure import PAIRS, SHIPPED_RESULTS, Known, examine, shipped_results
from explorer.building.disclosure.audit import key_of
from explorer.building.disclosure.checking import read_problems, shares_of
from explorer.errors import NotAllowedError, SelectionError, StoreError
from explorer.gateway.door import Gateway, open_gateway
from explorer.paths import QUERIES
from explorer.store.files import RELEASE, open_release
from explorer.store.versions import Store
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC, Viewer, parse_viewer
from explorer.survey.figures.figure import Figure, Kind, Origin, ReleaseStatus
from explorer.survey.figures.participation import ContactStatus
from explorer.survey.figures.waves import Wave
from explorer.survey.geography.municipalities import PROVINCES

UTRECHT = parse_viewer("municipality:GM0344")
REGIONS = {
    "noord": ("Groningen", "Fryslân", "Drenthe"),
    "oost": ("Overijssel", "Flevoland", "Gelderland"),
    "west": ("Utrecht", "Noord-Holland", "Zuid-Holland", "Zeeland"),
    "zuid": ("Noord-Brabant", "Limburg"),
}
URBANITY = {"stedelijk": (1, 2), "matig-stedelijk": (3,), "landelijk": (4, 5)}
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
def test_a_group_is_rounded_to_five_or_withheld_with_a_reason(real: Gateway, group: str) -> None:
    national, exact, found = own(real, "nederland"), own(real, group), released(real, group)
    shown = 0
    for place, figure in found.items():
        assert figure.group == group
        if figure.n is None:
            assert (figure.base, figure.pct) == (None, None)
            assert figure.withheld is not None
            assert figure.withheld.reason
            assert figure.withheld.wider_group == "nederland"
            continue
        shown += 1
        true, whole = exact[place], national[place]
        assert figure.base is not None
        assert (figure.n % 5, figure.base % 5) == (0, 0)
        assert abs(figure.n - (true.n or 0)) <= 2
        assert abs(figure.base - (true.base or 0)) <= 2
        assert (true.base or 0) >= 10
        assert 10 <= (whole.n or 0) <= (whole.base or 0) - 10
        assert figure.origin is Origin.SIMULATED
    assert shown > len(found) / 3


def test_the_country_is_exact_but_for_rare_and_nearly_unanimous_answers(real: Gateway) -> None:
    national, found = own(real, "nederland"), released(real, "nederland")
    for place, figure in found.items():
        true = national[place]
        n, base = true.n or 0, true.base or 0
        if true.origin is Origin.PRINTED or 3 <= n <= base - 3:
            assert (figure.n, figure.base, figure.origin) == (n, base, true.origin)
        else:
            assert figure.withheld is not None
            assert figure.withheld.status == (ReleaseStatus.FEWER_THAN_3 if n < 3 else ReleaseStatus.ALMOST_ALL)


def test_a_printed_figure_is_shown_however_rare(real: Gateway) -> None:
    """Two see no effect of corona: the report says so."""
    figure = released(real, "nederland")["covid_effect", None, "no_effect", Kind.OPTION, 2020]
    assert (figure.n, figure.base, figure.origin) == (2, 100, Origin.PRINTED)
    everyone = released(real, "nederland")["covid_effect", None, "new_initiatives", Kind.OPTION, 2020]
    assert everyone.withheld is not None
    assert everyone.withheld.status is ReleaseStatus.ALMOST_ALL


def test_the_panel_is_shown_where_the_report_prints_it(real: Gateway) -> None:
    found = real.desk(PUBLIC).figures(Selection(population=Population.PANEL, questions=("signal_network", "budget")))
    numbers = {(one.question, one.option, one.wave): one.n for one in found}
    assert (numbers["signal_network", "yes", 2019], numbers["signal_network", "yes", 2020]) == (32, 33)
    assert {n for (question, *_), n in numbers.items() if question == "budget"} == {None}
    with pytest.raises(NotAllowedError, match="alleen voor heel Nederland"):
        real.desk(PUBLIC).figures(Selection(population=Population.PANEL, group="noord"))


def test_nobody_is_new_in_the_first_wave(real: Gateway) -> None:
    found = [one for one in released(real, "nieuw").values() if one.wave == 2019]
    assert {one.withheld.status for one in found if one.withheld} == {ReleaseStatus.NOT_DEFINED}


def test_a_group_is_withheld_together_with_the_rest_of_its_dimension(real: Gateway) -> None:
    regions = [released(real, name) for name in REGIONS]
    for place in regions[0]:
        withheld = [one[place].withheld for one in regions]
        statuses = ["shown" if why is None else why.status for why in withheld]
        assert len(set(statuses)) == 1, place


def test_the_fallback_takes_only_the_split_of_an_answer_away(real: Gateway) -> None:
    """Who visits older people at home is split by region, but for the net that would tell too much."""
    noord = released(real, "noord")
    lost = noord["home_visits", None, "any_visit", Kind.NET, 2020]
    assert lost.withheld is not None
    assert lost.withheld.status is ReleaseStatus.DROPPED
    assert "te berekenen zijn" in lost.withheld.reason
    assert noord["home_visits", None, "none", Kind.OPTION, 2020].n is not None
    assert released(real, "stedelijk")["home_visits", None, "any_visit", Kind.NET, 2020].n is not None


def test_groups_of_the_response_follow_from_the_public_list(real: Gateway) -> None:
    for group, wave in product(("noord", "stedelijk", "vaker"), (2020,)):
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
    with pytest.raises(SelectionError, match="Groepen horen bij de vrijgegeven cijfers"):
        real.desk(MINISTRY).figures(Selection(group="noord"))


# ---- the file


def test_the_release_file_holds_no_exact_count_of_a_group_and_no_answer(real_store: Store) -> None:
    with closing(open_release(real_store.current_path() / RELEASE)) as cursor:
        tables = {name for (name,) in cursor.execute("select table_name from duckdb_tables()").fetchall()}
        sql = "select count(*) from release_figure where dimension <> 'nation' and (n % 5 <> 0 or base % 5 <> 0)"
        assert cursor.execute(sql).fetchall() == [(0,)]
        statuses = cursor.execute("select distinct status from release_municipality").fetchall()
    assert {status for (status,) in statuses} == {"responded", "represented", "absent"}
    assert tables == {
        *("wave", "release_group", "release_figure", "release_response", "release_municipality", "release_place"),
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
    assert alone.desk(PUBLIC).figures(Selection(group="oost")) == real.desk(PUBLIC).figures(Selection(group="oost"))
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
    connection.execute("update release_figure set n = n + 1 where group_name = 'noord'")
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


def test_every_question_passed_and_enough_is_shown(real_store: Store) -> None:
    folder = real_store.current_path()
    assert json.loads((folder / "audit.json").read_text(encoding="utf-8"))["passed"]
    units = json.loads((folder / "audit_results.json").read_text(encoding="utf-8"))
    certain = ("forced_outsider", "forced_insiders", "derivable", "recovered")
    assert {unit[name] for unit in units for name in certain} == {0}
    shares = shares_of(folder)
    assert shares.pairs_shown / shares.pairs >= 0.90
    assert shares.cells_shown / shares.cells >= 0.70


def test_results_that_come_with_the_project_are_what_an_audit_finds(real_store: Store) -> None:
    """A few questions of each type; `python -m explorer audit --fresh` does all of them."""
    known = Known(None, SHIPPED_RESULTS)
    problems = read_problems(real_store, str(real_store.current()), QUERIES)
    results = {problem.unit.name: known.get(key_of(problem, PAIRS)) for problem in problems}
    assert None not in results.values()
    for problem in problems:
        name = problem.unit.name
        if name in ("coalition_lead", "signal_point", "tools[guide]", "party_roles[municipality]", "week_material"):
            again, kept = examine(problem, pairs=PAIRS), results[name]
            assert kept is not None
            assert replace(again, key=kept.key, seconds=kept.seconds, dropped=kept.dropped) == kept


def test_results_that_come_with_the_project_are_for_simulated_answers_alone() -> None:
    simulated, real = Wave(2020, "najaar 2020", True), Wave(2021, "najaar 2021", False)
    assert shipped_results([simulated]) == SHIPPED_RESULTS
    assert shipped_results([simulated, real]) == ()
