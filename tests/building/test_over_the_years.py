"""What two releases of one wave tell together: of who left, came late or was corrected, nothing."""

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from sealing import seal
from small_world import list_sources

from explorer.building.disclosure import Known
from explorer.building.disclosure.checking import read_problems
from explorer.building.disclosure.rows import read_told
from explorer.building.settled import settled_lines
from explorer.building.version import Built, build
from explorer.commands.parser import main
from explorer.errors import DisclosureError
from explorer.gateway.door import open_gateway
from explorer.inputs.sources import hash_of
from explorer.paths import DATA, QUERIES
from explorer.store.files import RELEASE, open_release
from explorer.store.ledger import version_of
from explorer.store.versions import Store
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC

Rows = list[list[str]]
Change = Callable[[Rows], Rows]


def without_the_first(rows: Rows) -> Rows:
    return [rows[0], *rows[2:]]


def with_another_answer(rows: Rows) -> Rows:
    """The fifth respondent says of its coalition that there is none, or that it is active where it said that."""
    place = rows[0].index("coalition")
    corrected = [*rows[5]]
    corrected[place] = "active" if corrected[place] == "none" else "none"
    return [*rows[:5], corrected, *rows[6:]]


def changed(data: Path, change: Change) -> None:
    path = data / "waves" / "2020.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = change(list(csv.reader(file)))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    list_sources(data)


@pytest.fixture
def published(real_store: Store, tmp_path: Path) -> Iterator[tuple[Store, Path]]:
    """A store with one release in use, and the data that it was made from."""
    shutil.copytree(real_store.folder, tmp_path / "store")
    shutil.copytree(DATA, tmp_path / "data")
    yield Store(tmp_path / "store"), tmp_path / "data"


def told(store: Store, version: str | None) -> dict[int, object]:
    with closing(open_release(store.path_of(str(version)) / RELEASE)) as release:
        return dict(read_told(release))


def lines(store: Store, built: Built) -> list[str]:
    folder = store.path_of(built.version)
    with closing(open_gateway(folder)) as gateway:
        return list(settled_lines(built.settled, store.folder, folder, gateway.desk(PUBLIC).places))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (without_the_first, "viel weg: Haarlemmermeer"),
        (with_another_answer, "gaf andere antwoorden: Medemblik"),
    ],
)
def test_a_removed_or_corrected_respondent_moves_no_released_figure(
    published: tuple[Store, Path], change: Change, what: str
) -> None:
    """Exact national counts of both would tell its answers; so everyone but the ministry keeps the old ones."""
    store, data = published
    before = store.current()
    changed(data, change)
    built = build(store, data, QUERIES)
    assert told(store, built.version) == told(store, before)
    asked = Selection((2020,), questions=("coalition",))
    with closing(open_gateway(store.path_of(str(before)))) as then, closing(open_gateway(store.current_path())) as now:
        assert now.desk(PUBLIC).figures(asked) == then.desk(PUBLIC).figures(asked)
        assert now.desk(MINISTRY).figures(asked) != then.desk(MINISTRY).figures(asked)
        assert (now.desk(PUBLIC).kept_from(2020), now.desk(MINISTRY).kept_from(2020)) == (before, None)
    (line,) = lines(store, built)
    assert line.startswith(f"Meting 2020: de openbare cijfers blijven die van versie {before}")
    assert what in line


def test_a_version_that_was_deleted_stays_known(published: tuple[Store, Path]) -> None:
    """Without it the wave would be told anew, and differ by one municipality from what was told before."""
    store, data = published
    before = str(store.current())
    figures = told(store, before)
    changed(data, without_the_first)
    shutil.rmtree(store.folder / before)
    built = build(store, data, QUERIES)
    assert told(store, built.version) == figures
    (line,) = lines(store, built)
    assert "viel weg: Haarlemmermeer" in line


def test_where_the_earlier_answers_are_gone_the_analyst_reads_that_nobody_can_be_named(
    published: tuple[Store, Path],
) -> None:
    store, data = published
    before = str(store.current())
    changed(data, with_another_answer)
    shutil.rmtree(store.folder / before)
    (line,) = lines(store, build(store, data, QUERIES))
    assert "van wie is niet meer na te gaan" in line


def test_back_to_the_first_answers_the_figures_are_told_anew(published: tuple[Store, Path]) -> None:
    store, data = published
    before = store.current()
    changed(data, without_the_first)
    build(store, data, QUERIES)
    built = build(store, DATA, QUERIES)
    assert built.settled == ()
    assert told(store, built.version) == told(store, before)


def test_what_was_kept_passed_with_the_release_it_comes_from(
    published: tuple[Store, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store, data = published
    changed(data, without_the_first)
    build(store, data, QUERIES)
    assert read_problems(store, str(store.current()), QUERIES) == ((), frozenset({2019, 2020}))
    monkeypatch.setenv("EXPLORER_STORE", str(store.folder))
    monkeypatch.setattr(Known, "add", lambda *_: pytest.fail("nothing is asked again"))
    assert main(["audit"]) == 0
    assert "- met de cijfers van een eerdere uitgave, en daarmee al gecontroleerd: 2019 en 2020" in (
        capsys.readouterr().out
    )


def test_figures_that_are_said_to_be_kept_and_are_not_do_not_pass(
    published: tuple[Store, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store, data = published
    changed(data, without_the_first)
    build(store, data, QUERIES)
    with closing(duckdb.connect(str(store.current_path() / RELEASE))) as release:
        release.execute("update release_figure set n_low = n_low - 1 where question = 'coalition' and wave = 2020")
    seal(store.current_path())
    monkeypatch.setenv("EXPLORER_STORE", str(store.folder))
    assert main(["audit"]) == 1
    assert "maar zijn dat niet. Bouw opnieuw." in capsys.readouterr().out
    assert json.loads((store.current_path() / "audit.json").read_text(encoding="utf-8"))["passed"]


def test_a_group_that_comes_late_and_would_be_given_away_leaves_the_figures_as_they_are(tmp_path: Path) -> None:
    """Of 25 who came late at most two gave some answers: exact counts of both would tell. The build refuses nothing."""
    data, store = tmp_path / "data", Store(tmp_path / "store")
    shutil.copytree(DATA, data)
    changed(data, lambda rows: [rows[0], *rows[26:]])
    first = build(store, data, QUERIES).version
    built = build(store, DATA, QUERIES)
    assert told(store, built.version) == told(store, first)
    (line,) = lines(store, built)
    assert "kwam erbij: 25 gemeenten" in line


@pytest.mark.parametrize("is_simulated", [True, False])
def test_a_release_of_other_rules_counts_where_it_is_real_and_then_stops_the_build(
    published: tuple[Store, Path], is_simulated: bool
) -> None:
    """What other rules told of the same answers cannot be held beside these; simulated answers are nobody's."""
    store, data = published
    (kept,) = store.released()
    with closing(duckdb.connect(str(kept))) as release:
        release.execute("update release_rules set number = 1")
        release.execute("update wave set is_simulated = ?", [is_simulated])
    kept.rename(kept.with_name(f"{version_of(kept)}-{hash_of(kept)[:16]}.duckdb"))
    if is_simulated:
        assert build(store, data, QUERIES).settled == ()
    else:
        with pytest.raises(DisclosureError, match="staan echte cijfers die met eerdere regels zijn uitgegeven"):
            build(store, data, QUERIES)
