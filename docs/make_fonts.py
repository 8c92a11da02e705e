"""Makes the fonts of downloaded pictures: Source Sans 3 at two weights, with the letters that Dutch texts need.

``python docs/make_fonts.py`` writes ``explorer/outputs/exports/fonts/``. vl-convert cannot use a font of variable
weight, which is the form in which Source Sans 3 is published now. The licence (SIL OFL 1.1) allows changed fonts under
another name.
"""

from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent.parent / "explorer" / "outputs" / "exports" / "fonts"
PACKAGE = files("fontpkg_source_sans_3")
FAMILY = "Verkenner Sans"
WEIGHTS = {"Regular": 400, "SemiBold": 600}
LETTERS = (*range(0x20, 0x180), *range(0x2010, 0x2040), *map(ord, "€←→−≤≥●○"))
FAMILY_NAME, STYLE_NAME, UNIQUE_NAME, FULL_NAME, POSTSCRIPT_NAME = 1, 2, 3, 4, 6
KEPT_NAMES = (0, 13, 14)
"""Copyright and licence stay as they are; other names would carry the reserved name of the original."""


def main() -> None:
    """Write a font per weight, and the licence."""
    with as_file(PACKAGE / "files" / "SourceSans3[wght].ttf") as path:
        variable = with_letters(path)
    for style, weight in WEIGHTS.items():
        font = instantiateVariableFont(TTFont(BytesIO(variable), recalcTimestamp=False), {"wght": weight})
        rename(font, style)
        font.save(FONTS / f"VerkennerSans-{style}.ttf")
    licence = (PACKAGE / "LICENSE").read_text(encoding="utf-8")
    (FONTS / "LICENSE.txt").write_text(licence, encoding="utf-8", newline="\n")


def with_letters(path: Path) -> bytes:
    """The variable font with ``LETTERS`` alone."""
    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=["kern", "mark", "mkmk", "ccmp", "liga"], name_IDs=["*"]))
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def rename(font: TTFont, style: str) -> None:
    """Give a font our family name; its weight tells the styles of the family apart."""
    names = font["name"]
    names.names = [name for name in names.names if name.nameID in KEPT_NAMES]
    postscript = f"VerkennerSans-{style}"
    texts = {FAMILY_NAME: FAMILY, STYLE_NAME: style, FULL_NAME: f"{FAMILY} {style}"}
    for identifier, text in {**texts, UNIQUE_NAME: postscript, POSTSCRIPT_NAME: postscript}.items():
        names.setName(text, identifier, 3, 1, 0x409)


if __name__ == "__main__":
    main()
