"""A version is read as it was made: it carries all that it needs, and refuses what was changed in it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from asking import count, refusal

from explorer import paths
from explorer.building.first_start import ensure_database
from explorer.errors import OutdatedVersionError, StoreError
from explorer.gateway.door import open_gateway
from explorer.inputs.sources import hash_of
from explorer.store.versions import Store

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def version(small_store: Store, tmp_path: Path) -> Path:
    """A copy of the small world's version."""
    copied = tmp_path / small_store.current_path().name
    shutil.copytree(small_store.current_path(), copied)
    return copied


def test_a_version_keeps_its_own_codebook_when_an_option_gets_another_id(version: Path) -> None:
    """As when a release is pulled and a version rolled back: 2 of 4 stays 2 of 4, and never turns into 0 of 0."""
    source = paths.DATA / "codebook.yaml"
    assert "id: starting" in source.read_text(encoding="utf-8")
    before = open_gateway(version)
    assert count(before, "coalition", "active") == (2, 4)
    codebook = version / "data" / "codebook.yaml"
    codebook.write_text(codebook.read_text(encoding="utf-8").replace("starting", "being_built"), encoding="utf-8")
    with pytest.raises(StoreError, match=r"is data/codebook\.yaml gewijzigd nadat zij gemaakt was"):
        open_gateway(version)


def test_the_source_tree_has_no_say_in_what_a_version_shows(
    in_small_world: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    from explorer.commands.parser import main

    arguments = ["figures", "--question", "coalition", "--wave", "2020"]
    assert main(arguments) == 0
    before = capsys.readouterr().out
    assert ",active,option,2020,total,,2,4," in before
    monkeypatch.setattr(paths, "DATA", tmp_path / "nothing here")
    assert main(arguments) == 0
    assert capsys.readouterr().out == before
    assert in_small_world.current() is not None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda v: (v / "data" / "readings.yml").unlink(), "ontbreekt data/readings.yml"),
        (lambda v: (v / "data" / "geo" / "more.csv").write_text("a"), "staat data/geo/more.csv, dat er niet bij hoort"),
        (lambda v: (v / "data" / "geo" / "aliases.csv").write_text("a"), "is data/geo/aliases.csv gewijzigd"),
        (lambda v: (v / "release.duckdb").write_bytes(b"a"), "is release.duckdb gewijzigd"),
        (lambda v: (v / "explorer.duckdb").write_bytes(b"a"), "is explorer.duckdb gewijzigd"),
        (lambda v: (v / "ministry.json").unlink(), "ontbreekt ministry.json"),
        (lambda v: (v / "manifest.json").write_text("{"), "ontbreekt manifest.json, of het is beschadigd"),
    ],
)
def test_what_is_not_as_it_was_made_is_named_with_the_remedy(
    version: Path, change: Callable[[Path], object], told: str
) -> None:
    change(version)
    with pytest.raises(StoreError) as refused:
        open_gateway(version)
    assert told in str(refused.value)
    assert "python -m explorer build" in str(refused.value)


def test_a_version_of_an_earlier_program_says_so_and_is_built_anew(in_small_world: Store, capsys: Capture) -> None:
    old = in_small_world.current_path()
    manifest = json.loads((old / "manifest.json").read_text(encoding="utf-8"))
    del manifest["format"]
    (old / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(OutdatedVersionError, match="is met een ander programma gemaakt"):
        open_gateway(old)
    assert "is met een ander programma gemaakt" in refusal(capsys, "figures")
    ensure_database(in_small_world)
    assert "met een ander programma gemaakt; er is een nieuwe nodig" in capsys.readouterr().out
    assert in_small_world.current_path() != old
    assert count(open_gateway(in_small_world.current_path()), "coalition", "active") == (2, 4)


def test_what_goes_to_a_server_for_the_public_holds_no_answer_and_nothing_that_follows_from_one(
    version: Path, tmp_path: Path
) -> None:
    """Exactly the files that README names."""
    public = tmp_path / "public" / version.name
    shutil.copytree(version / "data", public / "data")
    for name in ("release.duckdb", "audit.json", "manifest.json"):
        shutil.copyfile(version / name, public / name)
    store = Store(public.parent)
    store.publish(version.name)
    assert open_gateway(store.current_path()).facts.has_ministry_data is False
    assert set(json.loads((public / "audit.json").read_text(encoding="utf-8"))) == {"release", "passed"}
    waves = (public / "data" / "SOURCES.yml").read_text(encoding="utf-8").partition("- file: waves/2020.csv")[2]
    assert waves.partition("sha256: ")[2].splitlines()[0] == "onbekend"
    listed = json.loads((public / "manifest.json").read_text(encoding="utf-8"))
    assert {path for path in listed["files"] if not path.startswith("data/")} == {"release.duckdb"}
    assert {"rows", "tables", "sources"}.isdisjoint(listed)


def test_nothing_that_may_be_served_holds_a_hash_of_answers_or_of_who_was_asked(
    version: Path, small_data: Path
) -> None:
    """Whoever guesses a file of answers could otherwise see from its hash that the guess is right."""
    secret = {path.name: hash_of(path).encode() for path in (small_data / "waves").glob("*.csv")}
    secret["explorer.duckdb"] = hash_of(version / "explorer.duckdb").encode()
    assert {"2019.csv", "2020.csv", "contacts.csv"} <= set(secret)
    private = {version / "explorer.duckdb", version / "ministry.json"}
    public = [path for path in version.rglob("*") if path.is_file() and path not in private]
    assert version / "data" / "SOURCES.yml" in public
    told = [(path.name, name) for path in public for name, hash in secret.items() if hash in path.read_bytes()]
    assert told == []


def test_a_desk_is_made_once_for_each_viewer(version: Path) -> None:
    from explorer.survey.asking.viewer import ANALYST, MINISTRY, PUBLIC, Role, Viewer

    gateway = open_gateway(version)
    assert gateway.desk(MINISTRY) is gateway.desk(MINISTRY)
    assert gateway.desk(Viewer(Role.MUNICIPALITY, "GM0344")) is gateway.desk(Viewer(Role.MUNICIPALITY, "GM0344"))
    viewers = (MINISTRY, ANALYST, PUBLIC, Viewer(Role.MUNICIPALITY, "GM0344"), Viewer(Role.MUNICIPALITY, "GM0106"))
    assert len({id(gateway.desk(viewer)) for viewer in viewers}) == len(viewers)
