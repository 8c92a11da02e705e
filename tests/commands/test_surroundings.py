"""What a command meets around it: variables, terminals, output that is full or closed, and names of folders."""

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from asking import BecameServerError, refusal

from explorer import paths
from explorer.building.progress import progress_bar
from explorer.commands.output import NOT_WRITTEN
from explorer.commands.parser import COMMANDS, main
from explorer.store.versions import Store

Capture = pytest.CaptureFixture[str]
NO_PORTS = ["tcp://172.17.0.3:8501", "99999", "0", "-1", "8_501", "poort"]
SLOW = {"duckdb", "highspy", "numpy", "pandas", "rich", "shapely", "streamlit"}


def explorer(command: str, store: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """``python -m explorer`` in a shell, so that ``command`` may lead its output somewhere."""
    return subprocess.run(
        ["bash", "-c", f'"$PYTHON" -m explorer {command}'],
        cwd=paths.PROJECT,
        env=os.environ | {"PYTHON": sys.executable, "EXPLORER_STORE": str(store)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


# ---- what a command waits for


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_waits_for_nothing_that_is_slow(name: str) -> None:
    script = (
        "import sys; from explorer.commands.parser import main\n"
        f"try: main(['{name}', '--help'])\n"
        f"except SystemExit: print('imported:', *sorted({SLOW} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=paths.PROJECT, capture_output=True, text=True, check=False
    )
    assert done.stderr == "imported:\n"


# ---- variables


@pytest.mark.parametrize("port", ["", *NO_PORTS])
def test_only_the_server_looks_at_the_port(
    port: str, in_small_world: Store, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("PORT", port)
    assert main(["versions"]) == 0
    assert capsys.readouterr().out == f"* {in_small_world.current()}\n"
    with pytest.raises(SystemExit) as stopped:
        main(["serve", "--help"])
    assert stopped.value.code == 0


@pytest.mark.parametrize("port", NO_PORTS)
@pytest.mark.parametrize("is_argument", [True, False], ids=["argument", "variable"])
def test_what_is_no_port_is_wrong_use_of_serve(
    port: str, is_argument: bool, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("PORT", "8600" if is_argument else port)
    with pytest.raises(SystemExit) as stopped:
        main(["serve", *([f"--port={port}"] if is_argument else [])])
    assert stopped.value.code == 2
    assert f"{port!r} is no port; give --port, or the variable PORT, a number from 1 to 65535." in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("variable", "arguments", "port"),
    [
        (None, [], "8501"),
        ("", [], "8501"),
        (" ", [], "8501"),
        ("8600", [], "8600"),
        ("8600", ["--port", "8700"], "8700"),
        ("tcp://172.17.0.3:8501", ["--port", "8700"], "8700"),
    ],
)
@pytest.mark.usefixtures("in_small_world")
def test_an_argument_goes_before_the_variable_and_an_empty_one_is_none(
    variable: str | None, arguments: list[str], port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def become(_: str, command: list[str]) -> None:
        raise BecameServerError(command[-2:])

    monkeypatch.setattr(os, "execv", become)
    monkeypatch.chdir(paths.PROJECT)
    monkeypatch.delenv("PORT", raising=False)
    if variable is not None:
        monkeypatch.setenv("PORT", variable)
    with pytest.raises(BecameServerError) as became:
        main(["serve", *arguments])
    assert became.value.args[0] == ["--server.port", port]


def test_make_run_listens_where_port_says() -> None:
    """Make hands on what the caller set; the port where nothing is set stands in the program alone."""
    recipe = re.search(r"^run:.*\n\t(.*)", (paths.PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert recipe is not None
    assert recipe[1] == "$(BIN)/python -m explorer serve"


@pytest.mark.parametrize(("level", "code"), [("", 0), ("debug", 0), ("INFO", 0), ("loud", 2)])
def test_a_level_of_the_log_that_does_not_exist_is_wrong_use(level: str, code: int, small_store: Store) -> None:
    done = explorer("versions", small_store.folder, EXPLORER_LOG=level)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert ("EXPLORER_LOG is 'LOUD'; make it one of CRITICAL" in done.stderr) == (code == 2)


# ---- terminals


def test_a_report_is_written_on_a_terminal_of_few_letters(small_store: Store) -> None:
    done = explorer("figures --province Atlantis", small_store.folder, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("Onbekende provincie 'Atlantis'. Kies uit: Groningen, Frysl?n")


def test_help_bars_and_figures_are_written_on_a_terminal_of_few_letters(in_small_world: Store) -> None:
    few = partial(explorer, store=in_small_world.folder, PYTHONIOENCODING="ascii")
    assert "E?n tegen eenzaamheid" in few("--help").stdout
    assert few("figures --wave 2020").stdout == explorer("figures --wave 2020", in_small_world.folder).stdout
    audit = few("audit")
    assert (audit.returncode, audit.stderr) == (0, "")
    assert "zeker voor twee deelnemers samen: 0" in audit.stdout


@pytest.mark.parametrize("command", ["versions", "figures", "figures --format json", "figures --wave 2018"])
def test_output_that_is_full_is_said_in_one_sentence(command: str, small_store: Store) -> None:
    done = explorer(f"{command} > /dev/full", small_store.folder)
    assert (done.returncode, done.stderr) == (1, NOT_WRITTEN)


@pytest.mark.parametrize("command", ["versions", "figures", "figures --wave 2018"])
def test_output_that_is_closed_is_said_in_one_sentence(command: str, small_store: Store) -> None:
    done = explorer(f"{command} >&-", small_store.folder)
    assert (done.returncode, done.stderr) == (1, NOT_WRITTEN)


@pytest.mark.parametrize("nowhere", ["> /dev/full 2>&1", ">&- 2>&-", "> /dev/full 2>&-"])
def test_where_nothing_can_be_said_the_exit_code_says_it(nowhere: str, small_store: Store) -> None:
    assert explorer(f"versions {nowhere}", small_store.folder).returncode == 1


# ---- names of folders


@pytest.mark.usefixtures("in_small_world")
@pytest.mark.parametrize("name", ["store [a] y", "[bold]", "a*b", ":smile:", "{0}", "l'été", "50%", "~", "md:a"])
def test_a_store_may_have_any_name_and_is_named_as_it_is(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EXPLORER_STORE", name)
    assert main(["build"]) == 0
    assert f" is gemaakt en in gebruik, in {name}.\n" in capsys.readouterr().out
    assert main(["figures", "--question", "coalition"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({name, "store"})


@pytest.mark.parametrize("name", ["a?b", "a\\b", os.fsdecode(b"a\xff")])
@pytest.mark.parametrize("command", ["build", "serve", "figures"])
def test_a_store_whose_name_no_database_can_have_is_refused_before_anything_is_made(
    name: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path / name))
    fault = name[1] if name.isascii() else "een teken dat geen UTF-8 is"
    report = refusal(capsys, command)
    assert f"kan geen database staan, door dit in de naam: {fault}. Geef de map een andere naam" in report
    assert not list(tmp_path.iterdir())


def test_a_bar_shows_a_name_with_brackets_as_it_is(capsys: Capture) -> None:
    with progress_bar("Beginnen") as show:
        show("[a] :smile: [/b]", 1, 2)
    assert "[a] :smile: [/b]" in capsys.readouterr().out


# ---- a full disk


def test_a_disk_that_is_full_is_told_as_what_it_is(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "2020.csv").symlink_to("/dev/full")
    assert refusal(capsys, "simulate", "--out", str(tmp_path)).startswith("De schijf is vol: ")


@pytest.mark.parametrize("number", [10, 40])
def test_a_query_that_fills_the_disk_is_not_blamed(
    number: int, in_small_world: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    before = in_small_world.current()
    queries = Path(shutil.copytree(paths.QUERIES, tmp_path / "queries"))
    (queries / f"{number}_fills.sql").write_text("copy (select 1 as one) to '/dev/full'", encoding="utf-8")
    monkeypatch.setattr(paths, "QUERIES", queries)
    assert refusal(capsys, "build").endswith(
        "De schijf is vol: /dev/full kon niet geschreven worden. Maak ruimte vrij en probeer het opnieuw.\n"
    )
    assert in_small_world.current() == before


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("Query interrupted")])
@pytest.mark.usefixtures("in_small_world")
def test_a_command_that_is_stopped_says_so_and_leaves_no_traceback(
    error: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_version: Path) -> None:
        raise error

    monkeypatch.setattr("explorer.gateway.door.open_gateway", stopped)
    assert main(["figures"]) == 130
    assert capsys.readouterr().out == "\nAfgebroken. Wat in gebruik was, is gebleven zoals het was.\n"
