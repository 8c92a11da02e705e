"""A build is made from sources that are known, is checked before it is published, and can be repeated."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb
import pytest
from small_world import ANSWERS_2019, ANSWERS_2020, CONTACTS, Row, copied_queries, write_data

from explorer.building.version import build
from explorer.errors import BuildError, CodebookError, SourceError, StoreError
from explorer.inputs.sources import LIST_NAME, refresh_hashes
from explorer.paths import DATA, QUERIES
from explorer.store.manifest import MINISTRY_MANIFEST, read_manifest
from explorer.store.versions import Store


@pytest.fixture
def store(tmp_path: Path, small_store: Store) -> Store:
    """A store in which the small world is in use."""
    store = Store(tmp_path / "store")
    shutil.copytree(small_store.folder, store.folder)
    return store


def data_with(
    folder: Path,
    *,
    of_2020: Iterable[Row] = ANSWERS_2020,
    contacts: Iterable[Row] = CONTACTS,
) -> Path:
    return write_data(folder / "data", {2019: ANSWERS_2019, 2020: of_2020}, contacts)


def changed(number: int, changes: Mapping[str, str]) -> list[Row]:
    """The answers of 2020, those of one respondent (counted from 0) changed."""
    return [{**row, **changes} if place == number else row for place, row in enumerate(ANSWERS_2020)]


def refusal(store: Store, data: Path, queries: Path = QUERIES) -> str:
    """What a build says that fails; the version in use must stay."""
    in_use, versions = store.current(), store.versions()
    with pytest.raises((BuildError, SourceError, CodebookError)) as refused:
        build(store, data, queries)
    assert (store.current(), store.versions()) == (in_use, versions)
    assert not list(store.folder.glob("unfinished-*"))
    return str(refused.value)


# ---- what a build makes


def test_a_build_is_published_and_says_what_it_made(tmp_path: Path, small_data: Path) -> None:
    store = Store(tmp_path)
    built = build(store, small_data, QUERIES)
    assert store.current() == built.version
    assert (built.rows["response"], built.rows["contact"], built.rows["wave"]) == (8, 15, 2)
    manifest = json.loads((store.current_path() / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["version"] == built.version
    assert read_manifest(store.current_path(), MINISTRY_MANIFEST)["tables"] == built.hashes
    assert sorted(path.name for path in store.current_path().iterdir()) == [
        *(
            "audit.json",
            "audit_results.json",
            "data",
            "explorer.duckdb",
            "manifest.json",
            "ministry.json",
            "published",
            "release.duckdb",
        ),
    ]


def test_a_version_has_the_maps_of_its_waves_as_they_were_drawn(small_store: Store) -> None:
    maps = {path.name: path.read_bytes() for path in (small_store.current_path() / "data" / "geo").glob("*.json")}
    assert sorted(maps) == ["municipalities-2019.json", "municipalities-2020.json", "provinces.json"]
    assert all((DATA / "geo" / name).read_bytes() == drawn for name, drawn in maps.items())


def hashes(store: Store) -> dict[str, str]:
    """A hash per table of the version in use."""
    found: dict[str, str] = read_manifest(store.current_path(), MINISTRY_MANIFEST)["tables"]
    return found


def test_the_same_sources_give_the_same_tables(tmp_path: Path, small_data: Path, small_store: Store) -> None:
    again = build(Store(tmp_path), small_data, QUERIES)
    assert again.hashes == hashes(small_store)
    assert again.version.partition("-")[2] == str(small_store.current()).partition("-")[2]


def test_the_order_of_the_rows_of_an_export_does_not_matter(
    tmp_path: Path, small_data: Path, small_store: Store
) -> None:
    data = tmp_path / "data"
    shutil.copytree(small_data, data)
    header, *rows = (data / "waves" / "2020.csv").read_text(encoding="utf-8").splitlines()
    (data / "waves" / "2020.csv").write_text("\n".join([header, *rows[::-1]]) + "\n", encoding="utf-8")
    refresh_hashes(data)
    assert build(Store(tmp_path / "store"), data, QUERIES).hashes == hashes(small_store)


def test_another_answer_gives_another_hash(tmp_path: Path, small_store: Store) -> None:
    data = data_with(tmp_path, of_2020=changed(4, {"coalition": "active"}))
    before, after = hashes(small_store), build(Store(tmp_path / "store"), data, QUERIES).hashes
    assert {table for table in before if before[table] != after[table]} == {"response", "answer", "figure_count"}


def test_a_new_version_stands_beside_the_old_one(store: Store, tmp_path: Path) -> None:
    old = store.current()
    built = build(store, data_with(tmp_path, of_2020=changed(4, {"coalition": "active"})), QUERIES)
    assert set(store.versions()) == {old, built.version}
    assert store.current() == built.version


def test_a_folder_with_an_apostrophe_in_its_name_does_no_harm(tmp_path: Path, small_data: Path) -> None:
    store = Store(tmp_path / "store van 's-Hertogenbosch")
    assert build(store, small_data, QUERIES).version == store.current()


def test_every_step_is_told_with_its_number(tmp_path: Path, small_data: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    build(Store(tmp_path), small_data, QUERIES, progress=lambda *step: steps.append(step))
    numbers = [number for _, number, _ in steps]
    assert numbers == sorted(numbers)
    assert set(numbers) == {1, 2, 3, 4, 5, 6, 7}
    assert {total for *_, total in steps} == {7}


def test_a_build_is_refused_while_another_runs(store: Store, small_data: Path) -> None:
    with store.building(), pytest.raises(StoreError, match="Er wordt al een versie gebouwd"):
        build(store, small_data, QUERIES, wait=False)


# ---- the section views carry the figures


def test_the_counts_are_made_from_the_section_views(tmp_path: Path, small_data: Path) -> None:
    """A view in which everyone has an active coalition changes the counts."""
    queries = copied_queries(tmp_path, "20_pillar_2.sql", "    responses.coalition,", "    'active' as coalition,")
    store = Store(tmp_path / "store")
    build(store, small_data, queries)
    with duckdb.connect(str(store.current_path() / "explorer.duckdb"), read_only=True) as connection:
        counted = connection.execute(
            "select sum(n), sum(base) from figure_count where wave = 2020 and question = ? and answer = ?",
            ["coalition", "active"],
        )
        assert counted.fetchone() == (5, 5)


@pytest.mark.parametrize(
    ("name", "column"),
    [("20_pillar_2.sql", "    responses.coalition,\n"), ("20_pillar_4.sql", "    responses.long_term_vision,\n")],
)
def test_a_section_view_without_a_column_makes_the_build_fail(
    store: Store, tmp_path: Path, small_data: Path, name: str, column: str
) -> None:
    message = refusal(store, small_data, copied_queries(tmp_path, name, column, ""))
    assert message.startswith(f"De query {name} mislukt: ")
    assert column.strip().removeprefix("responses.").rstrip(",") in message


def test_a_section_view_without_a_column_and_its_comment_fails_where_the_column_is_used(
    store: Store, tmp_path: Path, small_data: Path
) -> None:
    sql = (QUERIES / "20_pillar_2.sql").read_text(encoding="utf-8")
    comment = sql[
        sql.index("comment on column pillar_2.coalition\n") : sql.index("comment on column pillar_2.coalition_lead")
    ]
    queries = copied_queries(tmp_path, "20_pillar_2.sql", "    responses.coalition,\n", "")
    view = (queries / "20_pillar_2.sql").read_text(encoding="utf-8").replace(comment, "")
    (queries / "20_pillar_2.sql").write_text(view, encoding="utf-8")
    assert refusal(store, small_data, queries).startswith("De query 30_answer.sql mislukt: ")


def test_a_section_view_that_loses_a_respondent_is_refused(store: Store, tmp_path: Path, small_data: Path) -> None:
    inner = "responses.municipality_code = municipalities.code;"
    queries = copied_queries(tmp_path, "20_covid.sql", inner, inner[:-1] + " and municipalities.name <> 'Venlo';")
    assert "covid heeft 7 regels bij 8 respondenten." in refusal(store, small_data, queries)


def test_a_section_view_that_doubles_a_respondent_is_refused(store: Store, tmp_path: Path, small_data: Path) -> None:
    inner = "responses.municipality_code = municipalities.code;"
    queries = copied_queries(tmp_path, "20_needs.sql", inner, inner[:-1] + " or municipalities.name = 'Zeist';")
    message = refusal(store, small_data, queries)
    assert "needs heeft 16 regels bij 8 respondenten." in message


def test_without_queries_nothing_is_built(store: Store, tmp_path: Path, small_data: Path) -> None:
    assert refusal(store, small_data, tmp_path).startswith("Er zijn geen query's in ")


# ---- sources that are not right


def test_an_edited_source_is_named(store: Store, tmp_path: Path) -> None:
    data = data_with(tmp_path)
    with (data / "waves" / "contacts.csv").open("a", encoding="utf-8") as file:
        file.write("2020,Urk,,2020,\n")
    message = refusal(store, data)
    assert message.startswith(
        "waves/contacts.csv is gewijzigd. Zet het terug met `git checkout -- data/waves/contacts.csv`"
    )


def test_a_respondent_that_was_not_asked_is_refused(store: Store, tmp_path: Path) -> None:
    contacts = [row for row in CONTACTS if row["municipality"] != "Venlo"]
    message = refusal(store, data_with(tmp_path, contacts=contacts))
    assert "- Meting 2020, respondent 5: GM0983 is niet aangeschreven." in message
    assert message.startswith("De gegevens kloppen niet (1 fouten). Herstel de bron en bouw opnieuw.")


def test_an_answer_on_behalf_of_another_municipality_must_be_known_of_the_contact(store: Store, tmp_path: Path) -> None:
    data = data_with(tmp_path, of_2020=changed(1, {"also_answered_for": "Emmen"}))
    assert "- Meting 2020, respondent 2: antwoordde ook voor GM0114, maar staat daar niet voor in contacts.csv." in (
        refusal(store, data)
    )


def test_an_answer_to_a_question_that_was_not_for_this_respondent_is_refused(store: Store, tmp_path: Path) -> None:
    """Assen visits nobody, so that it was not asked who does."""
    data = data_with(tmp_path, of_2020=changed(1, {"visit_executors[volunteers]": "1"}))
    message = refusal(store, data)
    assert "- Meting 2020, respondent 2: vraag visit_executors was niet voor deze respondent." in message


def test_an_answer_to_a_question_behind_another_one_is_taken_where_it_was_asked(tmp_path: Path) -> None:
    data = data_with(tmp_path, of_2020=changed(0, {"visit_executors[volunteers]": "1"}))
    assert build(Store(tmp_path / "store"), data, QUERIES).rows["response"] == 8


def test_a_contact_in_a_wave_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    extra = {"wave": "2021", "municipality": "Urk", "joined_in": "2021"}
    message = refusal(store, data_with(tmp_path, contacts=[*CONTACTS, extra]))
    assert message == "contacts.csv noemt de meting 2021, maar die staat niet in waves.csv. Vul die aan."


def test_a_wrong_codebook_is_refused(store: Store, tmp_path: Path) -> None:
    data = data_with(tmp_path)
    text = (data / "codebook.yaml").read_text(encoding="utf-8").replace("[active, starting]", "[active, begun]")
    (data / "codebook.yaml").write_text(text, encoding="utf-8")
    refresh_hashes(data)
    assert "telt de onbekende optie 'begun' mee" in refusal(store, data)


def without_map(data: Path, name: str) -> Path:
    """The same data, in which neither the map nor its entry among the sources stands."""
    listing = data / LIST_NAME
    before, _, after = listing.read_text(encoding="utf-8").partition(f"- file: geo/{name}\n")
    listing.write_text(before + "- file" + after.partition("\n- file")[2], encoding="utf-8")
    (data / "geo" / name).unlink()
    return data


def test_a_wave_whose_map_was_never_drawn_is_refused_with_the_command_that_draws_it(
    store: Store, tmp_path: Path
) -> None:
    assert refusal(store, without_map(data_with(tmp_path), "municipalities-2020.json")) == (
        "De kaart geo/municipalities-2020.json ontbreekt, en de meting van 2020 heeft haar nodig. "
        "Maak haar met: python -m explorer boundaries 2020"
    )


def test_without_the_borders_of_the_provinces_nothing_is_built(store: Store, tmp_path: Path) -> None:
    """Every map needs them, so the first wave names the command that draws them."""
    assert refusal(store, without_map(data_with(tmp_path), "provinces.json")) == (
        "De kaart geo/provinces.json ontbreekt, en de meting van 2019 heeft haar nodig. "
        "Maak haar met: python -m explorer boundaries 2019"
    )


def test_the_project_builds(real_store: Store) -> None:
    rows = read_manifest(real_store.current_path(), MINISTRY_MANIFEST)["rows"]
    assert (rows["response"], rows["contact"], rows["municipality"]) == (164, 285, 360)


def test_a_database_stays_small(real_store: Store) -> None:
    assert (real_store.current_path() / "explorer.duckdb").stat().st_size < 2_000_000
