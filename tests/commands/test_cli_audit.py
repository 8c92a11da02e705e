"""The command audit, and what publishing makes of its outcome. On the small world, so everything is soon done."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from asking import refusal
from sealing import seal

from explorer.building.disclosure import Known
from explorer.building.populations import SeedResult
from explorer.commands import auditing
from explorer.commands.parser import main
from explorer.paths import PROJECT
from explorer.store.versions import Store

Capture = pytest.CaptureFixture[str]

FIVE_ANSWERS = """
    update release_figure
    set
        status = 'exact',
        n_low = case answer when 'active' then 2 when 'active_or_starting' then 3 else 1 end,
        n_high = case answer when 'active' then 2 when 'active_or_starting' then 3 else 1 end,
        base_low = 4,
        base_high = 4
    where question = 'coalition' and wave = 2020 and dimension = 'nation'
"""
"""Nationally exact though four answered: who answered 'none' knows that nobody else did."""


def give_away(store: Store, version: str) -> None:
    connection = duckdb.connect(str(store.path_of(version) / "release.duckdb"))
    connection.execute(FIVE_ANSWERS)
    connection.close()
    seal(store.path_of(version))


def outcome(store: Store) -> dict[str, object]:
    found: dict[str, object] = json.loads((store.current_path() / "audit.json").read_text(encoding="utf-8"))
    return found


def test_a_release_that_gives_nothing_away_passes(in_small_world: Store, capsys: Capture) -> None:
    (in_small_world.current_path() / "audit.json").unlink()
    assert main(["audit"]) == 0
    printed = capsys.readouterr().out
    assert "- zeker voor een buitenstaander: 0\n- zeker voor een deelnemer: 0\n" in printed
    assert "- zeker voor twee deelnemers samen: 0\n- zeker door wat de uitgave verraadt dat zij mag: 0\n" in printed
    assert re.search(
        r"precies, of binnen 6 punten: \d+ van \d+ \(\d+,\d\u00a0%\) van vraag × groep, \d+ van \d+ \(\d", printed
    )
    assert printed.endswith("De uitgave mag naar buiten.\n")
    assert outcome(in_small_world)["passed"] is True


def test_a_release_that_gives_answers_away_fails_and_is_not_published(in_small_world: Store, capsys: Capture) -> None:
    safe, leaky = str(in_small_world.current()), "20990101T000000Z-00000001"
    shutil.copytree(in_small_world.current_path(), in_small_world.folder / leaky)
    (in_small_world.folder / "CURRENT").write_text(leaky, encoding="utf-8")
    give_away(in_small_world, leaky)
    assert main(["audit"]) == 1
    printed = capsys.readouterr().out
    assert "coalition: antwoorden zijn te berekenen" in printed
    assert printed.endswith("De uitgave mag niet naar buiten.\n")
    (in_small_world.folder / "CURRENT").write_text(safe, encoding="utf-8")
    assert "verraadt antwoorden van gemeenten" in refusal(capsys, "publish", leaky)
    assert in_small_world.current() == safe


def test_a_release_that_changed_after_its_audit_is_not_published(in_small_world: Store, capsys: Capture) -> None:
    safe, leaky = str(in_small_world.current()), "20990101T000000Z-00000001"
    shutil.copytree(in_small_world.current_path(), in_small_world.folder / leaky)
    give_away(in_small_world, leaky)
    assert "is niet de uitgave die gecontroleerd is" in refusal(capsys, "publish", leaky)
    assert in_small_world.current() == safe


def test_a_stopped_audit_goes_on_where_it_was(
    in_small_world: Store, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but one question were done; only that one is computed."""
    (in_small_world.folder / "audited.json").unlink()
    assert main(["audit"]) == 0
    kept = in_small_world.current_path() / "audited.json"
    done = json.loads(kept.read_text(encoding="utf-8"))
    kept.write_text(json.dumps([one for one in done if one["unit"] != "coalition_lead"]), encoding="utf-8")
    computed: list[str] = []
    monkeypatch.setattr(Known, "add", lambda _, result: computed.append(result.unit))
    capsys.readouterr()
    assert main(["audit"]) == 0
    assert computed == ["coalition_lead"]
    assert "De uitgave mag naar buiten." in capsys.readouterr().out


def test_a_wave_without_figures_is_refused(in_small_world: Store, capsys: Capture) -> None:
    assert "Er zijn geen cijfers van een meting van 2018." in refusal(capsys, "audit", "--wave", "2018")
    assert in_small_world.current() is not None


def test_an_audit_of_one_wave_does_not_stand_for_the_whole_release(in_small_world: Store, capsys: Capture) -> None:
    """The verdict that comes with the release goes on speaking of every question, also of those of 2020 alone."""
    whole = outcome(in_small_world)
    assert main(["audit", "--wave", "2019"]) == 0
    assert "De uitgave mag naar buiten." in capsys.readouterr().out
    assert outcome(in_small_world) == whole


def test_without_a_release_the_audit_says_what_to_do(in_small_world: Store, capsys: Capture, tmp_path: Path) -> None:
    (in_small_world.current_path() / "release.duckdb").rename(tmp_path / "away")
    assert "Herstel het met: python -m explorer build" in refusal(capsys, "audit")


@pytest.mark.usefixtures("in_small_world")
def test_numbers_of_other_populations_are_dutch(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """A half is rounded up, as everywhere; a float would make 3,1 of 3,15 percent."""
    one = SeedResult(101, 1, 0, 1234, (), 63, 2000, 0, 0, 1234.5)
    monkeypatch.setattr(auditing, "audit_seeds", lambda *_, **__: [one])
    assert main(["audit", "--seeds", "1"]) == 0
    assert capsys.readouterr().out == (
        "Populatie 101: 0 zeker, 1.234 al door het rapport; weggelaten: niets; "
        "precies of binnen 6 punten: 63 van 2.000 (3,2\u00a0%) van vraag × groep, 0 van 0 van antwoord × groep; "
        "1.234 s\n"
    )


@pytest.mark.usefixtures("in_small_world")
@pytest.mark.parametrize("certain", [(0, 0), (0, 1), (1, 0)])
def test_one_other_population_that_gives_answers_away_makes_the_whole_audit_fail(
    monkeypatch: pytest.MonkeyPatch, certain: tuple[int, int]
) -> None:
    """Whether it is the first or the last one."""
    found = [SeedResult(101 + place, 1, one, 0, (), 63, 100, 50, 100, 1.0) for place, one in enumerate(certain)]
    monkeypatch.setattr(auditing, "audit_seeds", lambda *_, **__: found)
    assert main(["audit", "--seeds", "2"]) == (1 if any(certain) else 0)


def test_a_whole_audit_speaks_dutch_alone(in_small_world: Store) -> None:
    """In a process of its own: the solver's library writes past Python."""
    done = subprocess.run(
        [sys.executable, "-m", "explorer", "audit", "--fresh"],
        env=os.environ | {"EXPLORER_STORE": str(in_small_world.folder)},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "HiGHS" not in done.stdout + done.stderr
    assert "De uitgave mag" in done.stdout
