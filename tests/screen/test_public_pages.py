"""The public and the municipal explorer as products of their own, without a browser: no page of refusals."""

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from explorer.gateway.door import Gateway
from explorer.screen.frame.catalogue import PageEntry, catalogue
from explorer.screen.frame.session import Context, opened
from explorer.store.versions import Store
from explorer.survey.asking.address import View
from explorer.survey.asking.groups import BY_HISTORY, GROUP_WORDS, NATION
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import PUBLIC, Role, Viewer
from explorer.survey.figures.participation import ContactStatus
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.charts.palette import LIGHT
from explorer.telling.sentences import missing_line
from explorer.telling.subjects import widening
from explorer.telling.subjects.questions import question_figures
from explorer.telling.subjects.widening import mostly_without_numbers, shown_figures
from explorer.telling.words.answers import answered
from pages import alternatives, headings, lines, open_page, title

UTRECHT = {"kijk": "gemeente", "gemeente": "GM0344"}
UTRECHT_VIEWER = Viewer(Role.MUNICIPALITY, "GM0344")


pytestmark = pytest.mark.usefixtures("real_pages")


@pytest.fixture
def _release_alone(real_pages: None, real_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    version = str(real_store.current())
    shutil.copytree(
        real_store.current_path(), tmp_path / version, ignore=shutil.ignore_patterns("explorer.duckdb", "ministry.json")
    )
    Store(tmp_path).publish(version)
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path))
    opened.cache_clear()


def sections(gateway: Gateway) -> Iterator[PageEntry]:
    return (entry for entry in catalogue(gateway.facts.reference.codebook) if entry.section is not None)


def is_defined(gateway: Gateway, group: str, wave: int) -> bool:
    """In the first wave nobody is new and nobody returns; those pages say that and nothing else."""
    return gateway.desk(PUBLIC).wave_before(wave) is not None or group not in BY_HISTORY


def asked_for(gateway: Gateway, entry: PageEntry, group: str, wave: int) -> Context:
    return Context(gateway.desk(PUBLIC), View(wave, PUBLIC, group=group), LIGHT, entry, {})


def blocks(context: Context) -> tuple[QuestionFigures, ...]:
    questions = context.codebook.questions_of(context.section.id)
    return question_figures(context.desk, context.selection, questions)


def infos(app: AppTest) -> list[str]:
    return [str(one.value) for one in app.info]


# ---- no page of refusals


def test_on_no_page_of_no_group_most_questions_are_without_a_number(real: Gateway) -> None:
    widened_pages = set()
    for entry, group, wave in product(sections(real), real.desk(PUBLIC).groups, (2019, 2020)):
        if not is_defined(real, group.name, wave):
            continue
        asked = asked_for(real, entry, group.name, wave)
        shown, found = shown_figures(asked.desk, asked.selection, asked.codebook.questions_of(asked.section.id))
        assert not mostly_without_numbers(found), (entry.slug, group.name, wave)
        if shown.group != group.name:
            widened_pages.add((entry.slug, group.dimension, wave))
    assert len(widened_pages) <= 1, "the whole country is for the exception"


def test_a_question_without_a_number_says_where_it_has_one(real: Gateway) -> None:
    for entry, group, wave in product(sections(real), real.desk(PUBLIC).groups, (2019, 2020)):
        if not is_defined(real, group.name, wave):
            continue
        for found in blocks(asked_for(real, entry, group.name, wave)):
            if answered(found.now):
                continue
            assert {one.withheld.wider_group for one in found.now if one.withheld} == {"nederland"}
            assert "Kies ‘landelijk’" in (missing_line([found]) or "")


def test_a_page_that_shows_the_whole_country_instead_of_a_group_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the project's own data every group has numbers; of a smaller survey it may not."""
    monkeypatch.setattr(widening, "mostly_without_numbers", lambda _found: True)
    asked = {"kijk": "openbaar", "groep": "stedelijk", "meting": "2019"}
    app = open_page("uitdagingen", asked)
    assert any("stedelijke gemeenten" in told and "U ziet de landelijke cijfers." in told for told in infos(app))
    assert headings(app) == headings(open_page("uitdagingen", {"kijk": "openbaar", "meting": "2019"}))
    assert " · landelijk · " in lines(app, "kicker")[0]
    assert app.query_params["groep"] == "stedelijk"  # the group stays for the next page


def test_a_group_that_does_not_exist_yet_is_not_offered(real: Gateway) -> None:
    offered = open_page("signaleren", {"kijk": "openbaar", "meting": "2019"}).sidebar.selectbox(key="filter_group")
    assert len(offered.options) == len(real.desk(PUBLIC).groups) - 2
    assert not {"Nieuwe deelnemers", "Eerdere deelnemers"} & set(offered.options)


def test_who_goes_back_to_the_first_wave_leaves_a_group_that_is_not_there() -> None:
    app = open_page("signaleren", {"kijk": "openbaar", "groep": "nieuw"})
    app.sidebar.selectbox(key="filter_wave").set_value(2019).run()
    assert "groep" not in app.query_params
    assert any("2019 was de eerste meting" in told and "u ziet de landelijke cijfers" in told for told in infos(app))
    assert headings(app) == headings(open_page("signaleren", {"kijk": "openbaar", "meting": "2019"}))


def test_who_asks_for_a_group_that_is_not_there_yet_is_offered_the_whole_country() -> None:
    app = open_page("signaleren", {"kijk": "openbaar", "groep": "nieuw", "meting": "2019"})
    assert app.subheader[0].value == "Deze groep is er in de eerste meting nog niet"
    assert app.button(key="clear_empty").label == f"Bekijk: {GROUP_WORDS[NATION]}"
    app.button(key="clear_empty").click().run()
    assert "groep" not in app.query_params


def test_a_group_of_newcomers_is_not_told_how_many_of_it_are_new() -> None:
    asked = {"kijk": "openbaar", "groep": "nieuw"}
    assert lines(open_page("", asked), "lead")[0].endswith("Het was hun eerste keer.")
    page = " ".join(str(one.proto.body) for one in open_page("respons", asked).get("html"))
    assert "gemeenten deden mee" in page
    assert "voor het eerst mee" not in page


def test_who_is_new_is_not_called_everyone() -> None:
    kicker = lines(open_page("signaleren", {"kijk": "openbaar", "groep": "nieuw"}), "kicker")[0]
    assert " · nieuwe deelnemers · " in kicker
    assert "landelijk" not in kicker
    assert "alle deelnemers" not in kicker


def test_start_sends_the_public_to_groups_and_tells_how_a_range_is_read() -> None:
    group = open_page("", {"kijk": "openbaar", "groep": "nieuw"})
    doors = " ".join(str(one.proto.body) for one in group.get("html"))
    assert "Kies een groep" in doors
    assert "Kies een provincie" not in doors
    assert "Balk: 2020. Licht stuk: wat het bereik openlaat." in lines(group, "base")
    assert "Balk: 2020. Streep: 2019, waar de vraag gelijk bleef." in lines(open_page("", {}), "base")


# ---- a municipality


def test_a_municipality_that_did_not_take_part_is_told_once(real: Gateway) -> None:
    absent = next(
        one
        for one in real.desk(PUBLIC).municipality_statuses(Selection(waves=(2020,)))
        if one.status is ContactStatus.ABSENT
    )
    app = open_page("sterk-netwerk", {"kijk": "gemeente", "gemeente": absent.code})
    assert infos(app) == [
        f"{absent.municipality} deed in 2020 niet mee. U ziet de andere gemeenten, zonder eigen antwoorden."
    ]
    assert lines(app, "own") == []
    assert headings(app)[0] == "73 van de 99 gemeenten hebben een lokale coalitie"


def test_a_municipality_for_which_another_one_answered_is_told_which(real: Gateway) -> None:
    statuses = real.desk(PUBLIC).municipality_statuses(Selection(waves=(2020,)))
    through = next(one for one in statuses if one.status is ContactStatus.REPRESENTED)
    app = open_page("signaleren", {"kijk": "gemeente", "gemeente": through.code})
    assert infos(app) == [
        f"{through.municipality} deed in 2020 mee via {through.through}. De antwoorden staan bij die gemeente."
    ]


def test_a_municipality_of_one_wave_has_its_own_answers_in_that_wave_alone(real: Gateway) -> None:
    status = {
        wave: {one.code: one.status for one in real.desk(PUBLIC).municipality_statuses(Selection(waves=(wave,)))}
        for wave in (2019, 2020)
    }
    code = next(
        code
        for code, now in status[2020].items()
        if now is ContactStatus.RESPONDED and status[2019].get(code) is ContactStatus.ABSENT
    )
    asked = {"kijk": "gemeente", "gemeente": code}
    now, then = open_page("signaleren", asked), open_page("signaleren", {**asked, "meting": "2019"})
    assert (infos(now), len(infos(then))) == ([], 1)
    assert lines(now, "own")
    assert lines(then, "own") == []


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("west-zuid", "Uw gemeente telt mee in deze cijfers."),
        ("noord-oost", "Uw gemeente telt niet mee in deze cijfers."),
    ],
)
def test_a_page_says_whether_a_municipality_is_in_the_group_it_looks_at(group: str, said: str) -> None:
    assert said in lines(open_page("sterk-netwerk", {**UTRECHT, "groep": group}), "base")


def test_start_marks_which_headlines_hold_for_the_municipality_that_looks(real: Gateway) -> None:
    (own,) = real.desk(UTRECHT_VIEWER).own_answers(Selection(waves=(2020,), questions=("coalition",)))
    assert own.chosen[0] in ("active", "starting")
    told = " ".join(alternatives(open_page("", UTRECHT)))
    about = next(part for part in told.split(". ") if "Heeft een lokale coalitie" in part)
    assert about.endswith("; uw gemeente ook")
    assert "uw gemeente" not in " ".join(alternatives(open_page("", {"kijk": "openbaar"})))


def test_a_municipality_reads_its_own_answers_in_the_order_of_the_picture(real: Gateway) -> None:
    told = next(line for line in lines(open_page("sterk-netwerk", UTRECHT), "own") if "Financiële sector" in line)
    places = [
        told.index(item.label, len("Uw gemeente koos:"))
        for item in real.facts.reference.codebook.question("party_roles").items
    ]
    assert places == sorted(places)


# ---- with the release alone


@pytest.mark.usefixtures("_release_alone")
def test_with_the_release_alone_everyone_is_public_and_a_municipality_is_told() -> None:
    app = open_page("sterk-netwerk")
    assert "U kijkt als bezoeker" in lines(app, "kicker")[0]
    assert infos(app) == []
    own = open_page("sterk-netwerk", UTRECHT)
    assert "De antwoorden van Utrecht zelf staan hier niet" in infos(own)[0]
    assert lines(own, "own") == []
    assert headings(own) == headings(app)


@pytest.mark.usefixtures("_release_alone")
@pytest.mark.parametrize("viewer", ["vws", "analist"])
@pytest.mark.parametrize("slug", ["", "respons", "sterk-netwerk", "verantwoording"])
def test_with_the_release_alone_the_ministry_reads_what_is_missing_and_finds_a_way_on(slug: str, viewer: str) -> None:
    app = open_page(slug, {"kijk": viewer})
    assert not app.exception
    assert not app.error
    assert title(app) == "Hier staan alleen de openbare cijfers"
    assert "python -m explorer build" in " ".join(str(one.value) for one in app.markdown)
    app.button(key="as_public").click().run()
    assert app.query_params["kijk"] == "openbaar"
    assert title(app) != "Hier staan alleen de openbare cijfers"
