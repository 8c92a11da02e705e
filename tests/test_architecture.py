"""The house stays a house: imports point down, one door to the data, and nothing of this machine in the files."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
EXPLORER = PROJECT / "explorer"
PAGES = sorted((PROJECT / "pages").glob("*.py"))
CODE = sorted([*EXPLORER.rglob("*.py"), *PAGES, PROJECT / "app.py"])
LONGEST_FILE, LONGEST_PAGE = 300, 80

LAYERS = (
    ("errors", "codebook", "selection", "viewer", "palette", "highs"),
    ("codebook_checks", "codebook_source", "view_drafts"),
    ("figures", "formats"),
    ("geography", "sources", "boundaries", "importing"),
    ("places", "search", "address", "response", "published"),
    ("scope", "ministry", "municipality_answers", "released"),
    ("store",),
    ("gateway", "build_tables", "simulate"),
    ("disclosure",),
    ("build", "first_start", "auditing"),
    ("question_figures",),
    ("charts", "sentences", "tables", "exports", "overview", "response_rows", "accountability"),
    ("screen", "commands", "cli", "__main__", "pages", "app"),
)
"""From the ground up. A module may import those of its own layer and of lower ones."""

HEIGHT = {name: height for height, layer in enumerate(LAYERS) for name in layer}


def module_of(path: Path) -> str:
    """The part of the house that a file belongs to: ``charts`` for ``explorer/charts/base.py``."""
    if path.is_relative_to(EXPLORER):
        return path.relative_to(EXPLORER).parts[0].removesuffix(".py")
    return "app" if path.name == "app.py" else "pages"


def imports_of(path: Path, *, at_module_level: bool = False) -> Iterator[str]:
    """Full names of the modules that a file imports, such as ``explorer.charts.base``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if at_module_level else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
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


def test_a_page_computes_nothing_itself() -> None:
    for path in PAGES:
        assert {"pandas", "numpy", "duckdb", "altair"}.isdisjoint(imports_of(path)), path.name
        assert not re.search(r"\bselect\s", path.read_text(encoding="utf-8"), re.IGNORECASE), path.name


def test_every_module_has_its_place_in_the_house() -> None:
    homeless = {module_of(path) for path in CODE} - set(HEIGHT) - {"__init__"}
    assert homeless == set(), "Add it to LAYERS, where its imports still point down."


@pytest.mark.parametrize("path", CODE, ids=names(CODE))
def test_no_module_imports_one_above_it(path: Path) -> None:
    module = module_of(path)
    height = HEIGHT.get(module, len(LAYERS))  # the test above names a module without a place
    imported = {name.split(".")[1] for name in imports_of(path) if name.startswith("explorer.")}
    above = sorted(name for name in imported if HEIGHT.get(name, 0) > height)
    assert above == []


@pytest.mark.parametrize("package", ["charts", "sentences"])
def test_pictures_and_sentences_are_made_of_figures_alone(package: str) -> None:
    for path in (EXPLORER / package).glob("*.py"):
        imported = {name.split(".")[1] for name in imports_of(path) if name.startswith("explorer.")}
        assert imported.isdisjoint({"gateway", "store", "build", "screen"}), path.name


# ---- how long a file may be


@pytest.mark.parametrize("path", CODE, ids=names(CODE))
def test_no_file_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


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
    from explorer.sources import hash_of

    published = hash_of(PROJECT / "data" / "published_figures.csv")
    assert published == "11ad4f0a0960e70551e2491dbca2b62437c1b096c03e0e4debd7b07c993fb220"
