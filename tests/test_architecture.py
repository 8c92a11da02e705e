"""The house stays a house: imports point down, one door to the data, and nothing of this machine in the files."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from explorer.paths import PROJECT

EXPLORER = PROJECT / "explorer"
PAGES = sorted((PROJECT / "pages").glob("*.py"))
CODE = sorted([*EXPLORER.rglob("*.py"), *PAGES, PROJECT / "app.py"])
LONGEST_FILE, LONGEST_PAGE, LONGEST_FUNCTION = 300, 80, 40

FLOORS = (
    ("errors", "paths", "highs"),
    ("survey.codebook", "survey.geography"),
    ("survey.asking",),
    ("survey.figures",),
    ("survey.formats",),
    ("inputs.sources", "inputs.importing", "inputs.printed", "inputs.simulate", "inputs.reference"),
    ("store",),
    ("gateway",),
    ("building", "telling.words"),
    ("telling.claims",),
    ("telling.sentences",),
    ("telling.charts",),
    ("telling.tables", "telling.accountability"),
    ("telling.subjects",),
    ("outputs.exports",),
    ("commands",),
    ("screen.server", "screen.texts", "screen.literal"),
    ("screen.frame", "screen.parts", "screen.subjects", "screen.main"),
    ("pages", "app"),
)
"""The rooms of the house, from the ground up. A room may import those of its own floor and of lower ones."""

HEIGHT = {room: height for height, floor in enumerate(FLOORS) for room in floor}
WINGS = {room.split(".")[0] for room in HEIGHT}
MOST_AT_THE_TOP = 14


def dotted(path: Path) -> str:
    """The name of a module as an import writes it: ``explorer.telling.charts.base``, ``pages.start``, ``app``."""
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def room_of(name: str) -> str | None:
    """The room of a module: ``telling.charts`` for ``explorer.telling.charts.base``; None where it has none."""
    inside = name.removeprefix("explorer.")
    return next((room for room in HEIGHT if inside == room or inside.startswith(f"{room}.")), None)


@cache
def graph() -> dict[str, set[str]]:
    """Module → the modules of the project that it imports, wherever in it the import stands."""
    known = {dotted(path) for path in CODE}
    return {dotted(path): {_module(name, known) for name in imports_of(path)} & known - {dotted(path)} for path in CODE}


def _module(name: str, known: set[str]) -> str:
    """The module that a full name stands in: ``explorer.errors`` for ``explorer.errors.StoreError``."""
    return name if name in known else name.rpartition(".")[0]


def imports_of(path: Path, *, at_module_level: bool = False) -> Iterator[str]:
    """Full names of the modules that a file imports, such as ``explorer.telling.charts.base``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if at_module_level else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importers_of(package: str, *, at_module_level: bool = False) -> set[str]:
    """The files that import a package, as paths within the project."""
    return {
        path.relative_to(PROJECT).as_posix()
        for path in CODE
        if any(name.split(".")[0] == package for name in imports_of(path, at_module_level=at_module_level))
    }


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(PROJECT).as_posix() for path in paths]


# ---- who may import what


def test_the_store_and_the_gateway_alone_touch_the_database() -> None:
    allowed = re.compile(r"explorer/(store|gateway)(\w*\.py|/.*)")
    assert [path for path in importers_of("duckdb") if not allowed.fullmatch(path)] == []


def test_the_screen_alone_knows_streamlit() -> None:
    allowed = re.compile(r"app\.py|pages/.*|explorer/screen/.*")
    assert [path for path in importers_of("streamlit") if not allowed.fullmatch(path)] == []


def test_nothing_on_the_way_to_a_page_waits_for_geopandas() -> None:
    assert importers_of("geopandas", at_module_level=True) == set()


def test_the_maps_are_drawn_by_their_own_command_and_by_no_build() -> None:
    drawing = "explorer.building.boundaries"
    assert importers_of("geopandas") | importers_of("topojson") == {"explorer/building/boundaries.py"}
    assert {name for name, imported in graph().items() if drawing in imported} == {"explorer.commands.boundaries"}


def test_a_page_computes_nothing_itself() -> None:
    for path in PAGES:
        imported = {name.split(".")[0] for name in imports_of(path)}
        assert imported.isdisjoint({"pandas", "numpy", "duckdb", "altair"}), path.name
        assert not re.search(r"\bselect\s", path.read_text(encoding="utf-8"), re.IGNORECASE), path.name


def test_every_module_has_its_room_in_the_house() -> None:
    entrances = {"explorer", "explorer.__main__", *(f"explorer.{wing}" for wing in WINGS)}
    homeless = sorted(name for name in graph() if name not in entrances and room_of(name) is None)
    assert homeless == [], "Add it to FLOORS, where its imports still point down."


def test_the_top_of_the_house_fits_on_one_screen() -> None:
    tracked = {path.name for path in EXPLORER.iterdir() if path.name != "__pycache__"}
    assert len(tracked) <= MOST_AT_THE_TOP, sorted(tracked)


@pytest.mark.parametrize("path", CODE, ids=names(CODE))
def test_no_module_imports_one_above_it(path: Path) -> None:
    height = HEIGHT.get(room_of(dotted(path)) or "", len(FLOORS))  # the test above names a module without a room
    above = sorted(name for name in graph()[dotted(path)] if HEIGHT.get(room_of(name) or "", 0) > height)
    assert above == []


def test_no_two_modules_import_each_other_by_any_way_around() -> None:
    """A package that gathers its own modules in ``__init__`` is no way around: they do not import it."""
    TopologicalSorter(graph()).prepare()


def test_the_screen_has_no_folder_that_streamlit_takes_for_its_pages() -> None:
    assert not (EXPLORER / "screen" / "pages").exists()


@pytest.mark.parametrize("wing", ["telling", "outputs"])
def test_what_is_told_knows_no_screen_and_asks_no_database(wing: str) -> None:
    for path in (EXPLORER / wing).rglob("*.py"):
        imported = {name.split(".")[1] for name in imports_of(path) if name.startswith("explorer.")}
        assert imported.isdisjoint({"store", "building", "screen"}), path.name


@pytest.mark.parametrize("room", ["words", "claims", "charts", "sentences", "tables"])
def test_pictures_and_sentences_are_made_of_figures_alone(room: str) -> None:
    for path in (EXPLORER / "telling" / room).glob("*.py"):
        imported = {name.split(".")[1] for name in imports_of(path) if name.startswith("explorer.")}
        assert "gateway" not in imported, path.name


# ---- how long a file may be


@pytest.mark.parametrize("path", CODE, ids=names(CODE))
def test_no_file_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", CODE, ids=names(CODE))
def test_no_function_is_too_long_to_read(path: Path) -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, functions)]
    long = [one.name for one in found if (one.end_lineno or 0) - one.lineno >= LONGEST_FUNCTION]
    assert long == []


@pytest.mark.parametrize("path", PAGES, ids=names(PAGES))
def test_a_page_is_a_thin_script(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST_PAGE


# ---- what may not stand in a file

PLACES_OF_A_MACHINE = ("/" + "work/", "/" + "home/", "/" + "root/", "/" + "Users/")
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "index" + "-url =", "registry.npm" + "js", "artifact" + "ory")


def tracked_texts() -> Iterator[tuple[str, str]]:
    """(path, text) of every tracked text file."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        path = PROJECT / name
        if path.is_file() and path.suffix not in (".png", ".geojson", ".csv", ".ttf"):
            yield name, path.read_text(encoding="utf-8")


@pytest.mark.skipif(not (PROJECT / ".git").exists(), reason="no git checkout, so nothing says which files are tracked")
def test_no_tracked_file_names_a_place_of_one_machine_or_a_registry() -> None:
    found = [
        f"{name}: {word}"
        for name, text in tracked_texts()
        for word in (*PLACES_OF_A_MACHINE, *REGISTRIES)
        if word in text
    ]
    assert found == []


def test_the_printed_figures_are_the_ones_that_were_published() -> None:
    """Byte for byte: its hash is known since it was copied."""
    from explorer.inputs.sources import hash_of

    published = hash_of(PROJECT / "data" / "published_figures.csv")
    assert published == "11ad4f0a0960e70551e2491dbca2b62437c1b096c03e0e4debd7b07c993fb220"
