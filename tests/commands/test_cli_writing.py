"""The commands that write: versions, builds, simulated waves, drafted queries, and the server."""

import os
import shutil
from pathlib import Path

import pytest
from asking import BecameServerError, refusal

from explorer import paths
from explorer.commands.parser import main
from explorer.store.versions import Store

COLUMNS = "section,question,item,option,kind,wave,population,group,n,base,pct,origin"


Capture = pytest.CaptureFixture[str]


# ---- versions


def test_versions_marks_the_one_in_use(in_small_world: Store, capsys: Capture) -> None:
    assert main(["versions"]) == 0
    assert capsys.readouterr().out == f"* {in_small_world.current()}\n"


def test_versions_of_an_empty_folder_says_how_to_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path))
    assert main(["versions"]) == 0
    assert capsys.readouterr().out.endswith("Maak er een met: python -m explorer build\n")


@pytest.mark.parametrize("command", ["publish", "rollback"])
def test_a_version_is_put_in_use_by_its_name(in_small_world: Store, capsys: Capture, command: str) -> None:
    earlier = "20200101T000000Z-00000001"
    shutil.copytree(in_small_world.current_path(), in_small_world.folder / earlier)
    assert main([command, earlier]) == 0
    assert capsys.readouterr().out == f"Versie {earlier} is nu in gebruik.\n"
    assert in_small_world.current() == earlier
    assert refusal(capsys, command, "yesterday").startswith("Versie yesterday bestaat niet")


def test_build_says_what_it_made(in_small_world: Store, capsys: Capture) -> None:
    before = in_small_world.current()
    assert main(["build"]) == 0
    printed = capsys.readouterr().out
    assert in_small_world.current() != before
    assert f"Versie {in_small_world.current()} is gemaakt en in gebruik, in {in_small_world.folder}." in printed
    assert "response 8," in printed


def test_a_second_build_may_refuse_to_wait(in_small_world: Store, capsys: Capture) -> None:
    with in_small_world.building():
        assert "Er wordt al een versie gebouwd." in refusal(capsys, "build", "--no-wait")


# ---- what writes files


def test_simulate_writes_the_committed_waves_anew(tmp_path: Path, capsys: Capture) -> None:
    assert main(["simulate", "--out", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    for name in ("2019.csv", "2020.csv", "contacts.csv"):
        assert (tmp_path / name).read_bytes() == (paths.WAVES / name).read_bytes()
        assert f"{name} is geschreven." in printed


def test_boundaries_draws_the_maps_of_a_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    data = shutil.copytree(paths.DATA, tmp_path / "data")
    monkeypatch.setattr(paths, "DATA", Path(data))
    assert main(["boundaries", "2022"]) == 0
    assert capsys.readouterr().out == (
        "provinces.json is geschreven en staat in SOURCES.yml.\n"
        "municipalities-2022.json is geschreven en staat in SOURCES.yml.\n"
    )
    assert (tmp_path / "data" / "geo" / "municipalities-2022.json").is_file()
    assert "niet van 2031" in refusal(capsys, "boundaries", "2031")


def test_draft_views_writes_the_queries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    committed = (paths.QUERIES / "20_pillar_2.sql").read_bytes()
    monkeypatch.setattr(paths, "QUERIES", tmp_path)
    assert main(["draft-views"]) == 0
    assert "20_pillar_2.sql is geschreven." in capsys.readouterr().out
    assert (tmp_path / "20_pillar_2.sql").read_bytes() == committed


def test_serve_builds_first_where_there_is_nothing_and_becomes_the_server(
    in_small_world: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def become(_: str, command: list[str]) -> None:
        raise BecameServerError(command[1:])

    in_small_world.pointer.unlink()
    monkeypatch.setattr(os, "execv", become)
    monkeypatch.chdir(paths.PROJECT)
    with pytest.raises(BecameServerError) as became:
        main(["serve", "--port", "8612"])
    assert became.value.args[0] == ["-m", "streamlit", "run", "app.py", "--server.port", "8612"]
    assert in_small_world.current() is not None
    printed = capsys.readouterr().out
    assert printed.startswith("Er is nog geen database. Die wordt nu gemaakt")
    assert printed.endswith("De Verkenner staat op http://localhost:8612 (stoppen: Ctrl+C).\n")
