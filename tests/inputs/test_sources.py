import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.errors import SourceError
from explorer.inputs.sources import add_source, hash_of, load_sources, refresh_hashes, verify
from explorer.paths import DATA


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one source, ``geo/names.csv``, and its list."""
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo" / "names.csv").write_bytes(b"name\nUtrecht\n")
    (tmp_path / "SOURCES.yml").write_text(
        "# a comment that stays\n"
        "- file: geo/names.csv\n"
        "  about: Names\n"
        "  producer: CBS\n"
        "  licence: CC BY 4.0\n"
        '  date: "2022"\n'
        "  address: https://www.cbs.nl\n"
        "  sha256: ab\n",
        encoding="utf-8",
    )
    refresh_hashes(tmp_path)
    return tmp_path


def test_the_files_of_the_project_are_the_ones_that_are_listed() -> None:
    verify(DATA)


def test_every_source_names_a_public_place_of_its_producer_or_a_document_of_the_project() -> None:
    for source in load_sources(DATA):
        assert source.address.startswith(("https://", "docs/")), source.file


def test_a_folder_that_agrees_with_its_list_passes(data: Path) -> None:
    verify(data)


def test_an_edited_file_is_named_with_the_remedy(data: Path) -> None:
    (data / "geo" / "names.csv").write_bytes(b"name\nutrecht\n")
    with pytest.raises(SourceError) as refusal:
        verify(data)
    assert str(refusal.value) == (
        "geo/names.csv is gewijzigd. Zet het terug met `git checkout -- data/geo/names.csv`; "
        "is de wijziging bedoeld, draai dan `python -m explorer sources`."
    )


def test_a_missing_file_is_named(data: Path) -> None:
    (data / "geo" / "names.csv").unlink()
    with pytest.raises(SourceError, match=r"^geo/names\.csv ontbreekt\."):
        verify(data)
    with pytest.raises(SourceError, match=r"^geo/names\.csv ontbreekt\."):
        refresh_hashes(data)


def test_a_file_that_is_not_listed_is_named(data: Path) -> None:
    shutil.copy(data / "geo" / "names.csv", data / "extra.csv")
    with pytest.raises(SourceError, match=r"^extra\.csv staat niet in SOURCES\.yml"):
        verify(data)


def test_several_problems_are_named_together(data: Path) -> None:
    (data / "geo" / "names.csv").unlink()
    (data / "extra.csv").write_text("x\n", encoding="utf-8")
    with pytest.raises(SourceError) as refusal:
        verify(data)
    assert [line.split()[0] for line in str(refusal.value).splitlines()] == ["geo/names.csv", "extra.csv"]


def test_refreshing_changes_the_hash_and_nothing_else(data: Path) -> None:
    before = (data / "SOURCES.yml").read_text(encoding="utf-8").splitlines()
    (data / "geo" / "names.csv").write_bytes(b"name\nZeist\n")
    refresh_hashes(data)
    after = (data / "SOURCES.yml").read_text(encoding="utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [line.split(":")[0] for line in changed] == ["  sha256"]
    verify(data)


def test_refreshing_one_file_leaves_the_others_as_they_are(data: Path) -> None:
    (data / "extra.csv").write_text("x\n", encoding="utf-8")
    add_source(data, replace(load_sources(data)[0], file="extra.csv", sha256="ab"))
    (data / "geo" / "names.csv").write_bytes(b"name\nZeist\n")
    refresh_hashes(data, ["extra.csv"])
    with pytest.raises(SourceError, match=r"^geo/names\.csv is gewijzigd") as refusal:
        verify(data)
    assert "extra.csv" not in str(refusal.value)


def test_a_file_is_added_with_all_that_is_said_of_it(data: Path) -> None:
    (data / "extra.csv").write_text("x\n", encoding="utf-8")
    about = "Wat #hier: 'staat', en \"meer\""
    added = replace(load_sources(data)[0], file="extra.csv", about=about, sha256=hash_of(data / "extra.csv"))
    add_source(data, added)
    assert load_sources(data)[1:] == (added,)
    verify(data)


def test_a_file_that_is_listed_is_not_added_again(data: Path) -> None:
    before = (data / "SOURCES.yml").read_bytes()
    add_source(data, replace(load_sources(data)[0], about="Something else"))
    assert (data / "SOURCES.yml").read_bytes() == before


def test_a_source_without_a_licence_is_refused(data: Path) -> None:
    listing = data / "SOURCES.yml"
    listing.write_text(listing.read_text(encoding="utf-8").replace("  licence: CC BY 4.0\n", ""), encoding="utf-8")
    with pytest.raises(SourceError, match=r"mist bij geo/names\.csv: licence"):
        verify(data)


def test_a_missing_list_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"SOURCES\.yml ontbreekt"):
        verify(tmp_path)
