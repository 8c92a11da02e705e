"""Versions of the database: there is always a whole one in use, whatever happens to a build or to a file."""

import fcntl
import os
import random
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from threading import Thread

import duckdb
import pytest
from asking import ALL, count
from sealing import seal

from explorer.building.disclosure import Known
from explorer.building.disclosure.earlier import read_earlier_releases
from explorer.building.version import build
from explorer.errors import DisclosureError, StoreError
from explorer.gateway.door import open_gateway
from explorer.paths import PROJECT, QUERIES
from explorer.store.files import open_database, open_release
from explorer.store.manifest import MANIFEST, MINISTRY_MANIFEST, read_manifest
from explorer.store.versions import Store, default_store

OLD, NEW = "20250101T000000Z-00000001", "20260101T000000Z-00000002"
KILLS, STEPS = 20, 7


@pytest.fixture
def store(tmp_path: Path, small_store: Store) -> Store:
    """A store with two versions of the small world, of which the newer one is in use."""
    store = Store(tmp_path / "store")
    for version in (OLD, NEW):
        shutil.copytree(small_store.current_path(), store.folder / version)
    store.publish(NEW)
    return store


def database(store: Store, version: str = NEW) -> Path:
    return store.folder / version / "explorer.duckdb"


# ---- publish, roll back


def test_versions_are_listed_oldest_first_and_one_is_in_use(store: Store) -> None:
    assert store.versions() == (OLD, NEW)
    assert store.current() == NEW
    assert store.current_path() == store.folder / NEW


def test_an_earlier_version_can_be_put_back(store: Store) -> None:
    store.publish(OLD)
    assert store.current() == OLD
    assert store.versions() == (OLD, NEW)


def test_an_unknown_version_is_not_published(store: Store) -> None:
    with pytest.raises(StoreError, match="Versie 20990101T000000Z-00000009 bestaat niet"):
        store.publish("20990101T000000Z-00000009")
    with pytest.raises(StoreError, match="bestaat niet"):
        store.publish("../elsewhere")
    assert store.current() == NEW


def test_a_damaged_version_is_not_published(store: Store) -> None:
    database(store, OLD).write_bytes(b"no database")
    with pytest.raises(StoreError, match=r"Van versie .* is explorer\.duckdb gewijzigd nadat zij gemaakt was"):
        store.publish(OLD)
    seal(store.folder / OLD)
    with pytest.raises(StoreError, match="beschadigd of onvolledig"):
        store.publish(OLD)
    assert store.current() == NEW


def test_a_reader_keeps_its_version_while_another_is_published(store: Store) -> None:
    gateway = open_gateway(store.current_path())
    store.publish(OLD)
    assert count(gateway, "coalition", "active", ALL) == (2, 4)


def test_the_manifest_says_what_a_version_was_made_of(store: Store) -> None:
    public, private = (read_manifest(store.folder / NEW, name) for name in (MANIFEST, MINISTRY_MANIFEST))
    assert {"release.duckdb", "data/codebook.yaml", "data/geo/provinces.json"} <= set(public["files"])
    assert not any("waves" in name or name == "explorer.duckdb" for name in public["files"])
    assert set(private["files"]) == {"explorer.duckdb"}
    assert private["rows"]["response"] == 8
    assert "waves/2020.csv" in private["sources"]
    assert set(private["tables"]) == set(private["rows"])


def test_the_manifest_that_may_be_served_tells_of_no_answers(store: Store) -> None:
    """How many answered, and hashes of tables, stand in the one that stays with the ministry."""
    assert set(read_manifest(store.folder / NEW, MANIFEST)) == {"format", "version", "built_at", "files"}


def test_the_environment_names_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path))
    assert default_store().folder == tmp_path
    monkeypatch.delenv("EXPLORER_STORE")
    assert default_store().folder == PROJECT / "store"


# ---- faults


def test_without_a_database_the_command_that_makes_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"^Er is nog geen database in .*python -m explorer build$"):
        Store(tmp_path / "none").current_path()
    assert Store(tmp_path / "none").versions() == ()


@pytest.mark.parametrize("pointer", [b"20990101T000000Z-00000009\n", b"../..\n", b"\xff\xfe\x00"])
def test_a_pointer_to_a_version_that_is_gone_names_the_newest_that_is_left(store: Store, pointer: bytes) -> None:
    store.pointer.write_bytes(pointer)
    with pytest.raises(StoreError, match=rf"is verdwenen\. Neem de nieuwste in gebruik met: .* publish {NEW}$"):
        store.current_path()


def test_an_empty_pointer_is_told_as_what_it_is(store: Store) -> None:
    store.pointer.write_bytes(b"\n")
    with pytest.raises(StoreError, match=rf"CURRENT wijst geen versie aan: het is leeg\. .* publish {NEW}$"):
        store.current_path()


def test_a_pointer_to_nothing_where_nothing_is_left_advises_a_build(store: Store) -> None:
    for version in (OLD, NEW):
        shutil.rmtree(store.folder / version)
    with pytest.raises(StoreError, match=r"is verdwenen\. Herstel het met: python -m explorer build$"):
        store.current_path()


def test_a_version_without_its_database_is_said(store: Store) -> None:
    database(store).unlink()
    with pytest.raises(StoreError, match=r"ontbreekt\. Herstel het met: python -m explorer build"):
        open_database(database(store))


@pytest.mark.parametrize("length", [0, 1, 4096, 20_000, 100_000])
def test_a_truncated_database_is_said(store: Store, length: int) -> None:
    os.truncate(database(store), length)
    with pytest.raises(StoreError, match=r"beschadigd of onvolledig\. Herstel het met: python -m explorer build"):
        open_database(database(store))


def test_random_bytes_in_the_middle_are_refused(store: Store) -> None:
    """Also in blocks that are not in use: the file is no longer the one that was made."""
    whole = database(store).read_bytes()
    dice = random.Random(20201)  # noqa: S311
    for _ in range(25):
        place = dice.randrange(len(whole) - 4096)
        database(store).write_bytes(whole[:place] + dice.randbytes(4096) + whole[place + 4096 :])
        with pytest.raises(
            StoreError, match=r"explorer\.duckdb gewijzigd nadat zij gemaakt was.*python -m explorer build"
        ):
            open_gateway(store.folder / NEW)


def test_what_was_written_into_a_published_file_is_not_shown(store: Store) -> None:
    """Another program deletes all answers and dies: DuckDB would apply its log to whoever opens the file."""
    script = (
        "import duckdb, os, sys; connection = duckdb.connect(sys.argv[1]); "
        "connection.execute('delete from response'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, database(store)], check=True)
    assert database(store).with_name("explorer.duckdb.wal").is_file()
    with pytest.raises(StoreError, match=r"geschreven nadat zij gemaakt was\. Herstel het met"):
        open_database(database(store))


# ---- what a reader may do


def test_a_published_database_cannot_be_written_and_reads_no_files(store: Store) -> None:
    connection = open_database(database(store))
    for sql in (
        "create table extra (n integer)",
        "delete from response",
        "select * from read_csv('/etc/hosts')",
        "copy wave to 'wave.csv'",
        "set enable_external_access = true",
        "install httpfs",
    ):
        with pytest.raises(duckdb.Error):
            connection.execute(sql)


def test_the_settings_of_a_published_database_cannot_be_changed(store: Store) -> None:
    """Also those that do no harm by themselves: one that is open for all would be open for the next query too."""
    connection = open_database(database(store))
    for sql in (
        "set autoload_known_extensions = true",
        "set autoinstall_known_extensions = true",
        "set memory_limit = '1GB'",
        "set threads = 1",
        "set lock_configuration = false",
    ):
        with pytest.raises(duckdb.Error, match="locked"):
            connection.execute(sql)


def test_a_published_database_opens_in_duckdb_itself(store: Store) -> None:
    with duckdb.connect(str(database(store)), read_only=True) as connection:
        assert connection.execute("select count(*) from response").fetchone() == (8,)
        assert connection.execute(
            "select tags['storage_version'] from duckdb_databases() where not internal"
        ).fetchone()


# ---- builds beside each other


def test_a_second_build_is_refused_when_it_may_not_wait(store: Store) -> None:
    with (
        store.building(),
        pytest.raises(StoreError, match="Er wordt al een versie gebouwd"),
        store.building(wait=False),
    ):
        pass


def test_a_build_that_waits_starts_when_the_other_is_done(store: Store, small_data: Path) -> None:
    with (store.folder / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        waiting = started_build(store, small_data)
        time.sleep(0.5)
        assert waiting.poll() is None
        assert store.versions() == (OLD, NEW)
    waiting.communicate(timeout=60)
    assert waiting.returncode == 0
    assert len(store.versions()) == 3


def test_what_a_build_left_is_swept_at_start_but_not_while_one_is_running(store: Store) -> None:
    left = store.folder / "unfinished-1"
    left.mkdir()
    (store.folder / "CURRENT.1").write_text("half", encoding="utf-8")
    with store.building() as draft:
        assert not left.exists()
        store.sweep()
        assert draft.folder.is_dir()
    left.mkdir()
    store.sweep()
    assert sorted(path.name for path in store.folder.iterdir()) == [OLD, NEW, "CURRENT", "build.lock", "released"]


def test_a_build_that_fails_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.building() as draft:
        (draft.folder / "half").write_text("x", encoding="utf-8")
        raise ZeroDivisionError
    assert not list(store.folder.glob("unfinished-*"))
    assert store.current() == NEW


def started_build(store: Store, data: Path) -> subprocess.Popen[str]:
    script = PROJECT / "tests" / "killed_build.py"
    return subprocess.Popen(
        [sys.executable, script, store.folder, data],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_build_killed_at_any_moment_leaves_the_version_in_use_and_what_is_left_is_swept(
    store: Store, small_data: Path
) -> None:
    """Twenty kills, spread over the steps of the build; a build that was quicker than the kill may have published."""
    dice = random.Random(9)  # noqa: S311
    killed = 0
    for number in range(KILLS):
        in_use = store.current()
        build = started_build(store, small_data)
        assert build.stdout is not None
        step = 1 + number % STEPS
        while int(build.stdout.readline()) < step:
            pass  # what the steps before it tell
        time.sleep(dice.uniform(0, 0.1))
        build.kill()
        killed += build.wait() != 0
        build.stdout.close()
        if build.returncode != 0:
            assert store.current() in (in_use, store.versions()[-1])
        open_database(store.current_path() / "explorer.duckdb").close()
    assert killed >= KILLS // 2
    last = started_build(store, small_data)
    last.communicate(timeout=60)
    assert last.returncode == 0
    names = {path.name for path in store.folder.iterdir()}
    assert names == {*store.versions(), "CURRENT", "build.lock", "audited.json", "released"}
    assert count(open_gateway(store.current_path()), "coalition", "active", ALL) == (2, 4)


# ---- what is damaged is named, with a way on


@pytest.mark.parametrize(
    "content", [b"[]", b"null", b"{", b"", b"\xff", b'{"format": 4}', b'{"format": 4, "files": []}']
)
@pytest.mark.parametrize("name", [MANIFEST, MINISTRY_MANIFEST, "audit.json"])
def test_a_damaged_list_is_told_as_what_it_is(store: Store, name: str, content: bytes) -> None:
    (store.folder / OLD / name).write_bytes(content)
    with pytest.raises(StoreError, match=r"beschadigd|niet gecontroleerd|niet de uitgave die gecontroleerd is"):
        store.publish(OLD)
    assert store.current() == NEW


@pytest.mark.parametrize("content", [b"", b"x", b"null", b"[1]"])
def test_damaged_results_of_an_audit_can_be_taken_away(tmp_path: Path, content: bytes) -> None:
    kept = tmp_path / "audited.json"
    kept.write_bytes(content)
    with pytest.raises(DisclosureError, match=r"audited\.json zijn beschadigd\. Haal dat bestand weg"):
        Known(kept)


def test_a_damaged_earlier_version_does_not_end_in_its_own_remedy(store: Store, small_data: Path) -> None:
    """What it gave away stands in the ledger; a build needs no more of it."""
    store.publish(OLD)
    store.publish(NEW)
    (store.folder / OLD / "release.duckdb").write_bytes(b"")
    assert build(store, small_data, QUERIES).version == store.current()


# ---- the ledger


def test_what_was_ever_in_use_is_remembered_also_when_its_version_is_deleted(store: Store) -> None:
    store.publish(OLD)
    store.publish(NEW)
    shutil.rmtree(store.folder / OLD)
    assert [path.name.rpartition("-")[0] for path in store.released()] == [OLD, NEW]
    assert len(read_earlier_releases(store)) == 1, "two versions of the same content are one release"
    with closing(open_release(store.released()[0])) as connection:
        tables = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
    assert "response" not in tables
    assert "answer" not in tables


def test_a_version_is_remembered_once(store: Store) -> None:
    before = store.released()
    store.publish(NEW)
    assert store.released() == before


def test_a_version_that_was_in_use_before_there_was_a_ledger_counts_where_it_stands(store: Store) -> None:
    shutil.rmtree(store.folder / "released")
    (store.folder / OLD / "published").touch()
    assert store.released() == (store.folder / OLD / "release.duckdb", store.folder / NEW / "release.duckdb")


def test_a_changed_ledger_stops_a_build_and_says_what_to_do(store: Store, small_data: Path) -> None:
    [kept] = [path for path in store.released() if NEW in path.name]
    kept.write_bytes(kept.read_bytes()[:-1] + b"x")
    with pytest.raises(StoreError, match=r"gewijzigd of beschadigd\. Zet het terug .*, of haal het weg"):
        build(store, small_data, QUERIES)
    kept.unlink()
    assert build(store, small_data, QUERIES).version == store.current()


# ---- who may read what is kept


def test_owner_and_group_alone_may_read_a_version_that_was_built(small_data: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    build(store, small_data, QUERIES)
    version = store.current_path()
    modes = {path.stat().st_mode & 0o777 for path in (version, *version.rglob("*")) if path.name != "published"}
    assert modes == {0o750, 0o640}
    assert store.folder.stat().st_mode & 0o007 == 0


# ---- who writes holds the lock, who reads needs none


def test_no_sweep_takes_the_pointer_away_while_a_version_is_published(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that starts between the writing of the new pointer and its taking the place of the old one."""
    replace = Path.replace

    def swept_first(self: Path, target: Path) -> Path:
        store.sweep()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", swept_first)
    store.publish(OLD)
    assert store.current() == OLD


def test_publishing_waits_for_a_build_that_is_running(store: Store) -> None:
    publishing = Thread(target=store.publish, args=(OLD,))
    with store.building():
        publishing.start()
        publishing.join(timeout=0.5)
        assert publishing.is_alive()
        assert store.current() == NEW
    publishing.join(timeout=30)
    assert store.current() == OLD


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["serve", "--port", "8599"], "served: -m streamlit"),
        (["figures", "--question", "coalition"], ",active,option,2020,total,,2,4,"),
        (["check-published"], "gedrukte cijfers komen uit"),
        (["versions"], f"* {NEW}"),
        (["audit"], "De uitkomst is niet bewaard: in "),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_store_that_may_only_be_read_serves_and_is_audited(store: Store, command: list[str], told: str) -> None:
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    done = subprocess.run(
        [sys.executable, PROJECT / "tests" / "read_only.py", store.folder, *command],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told in done.stdout, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_what_writes_says_that_a_store_may_only_be_read(store: Store) -> None:
    done = subprocess.run(
        [sys.executable, PROJECT / "tests" / "read_only.py", store.folder, "rollback", OLD],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.startswith("Lezen of schrijven lukt niet: ")
    assert store.current() == NEW
