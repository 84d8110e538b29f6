"""Loads and saves brands: their data, and the files a brand brings along."""

from pathlib import Path

from briefing_app.catalogue import brand_files
from briefing_app.catalogue.entries import Listed, listed
from briefing_app.catalogue.shelves import Shelf, file_of
from briefing_app.catalogue.validity import check_range, check_said, check_texts
from briefing_app.domain.brand import Brand, Colours, Fonts, colour_faults, luminance
from briefing_app.errors import FileNotRead
from briefing_app.files import read_whole
from briefing_app.typed import fields_of, from_toml, load

FROM_PLACE = ("id", "folder")
"""What a brand's file does not say, because its place does."""


def load_brand(identifier: str) -> Brand:
    """Return a brand, all its files proved; UsageError when there is none, FileNotRead when something in it will not do."""
    path = file_of(Shelf.BRANDS, identifier)
    return brand_from(read_whole(path), path, identifier, path.parent)


def list_brands() -> Listed[Brand]:
    """Return all brands by name."""
    return listed(Shelf.BRANDS, load_brand, lambda brand: (0, brand.name))


def brand_from(data: bytes, path: Path, identifier: str, folder: Path) -> Brand:
    """Return the brand that a file's bytes hold; ``folder`` is where its own files lie."""
    source = str(path)
    brand = load(Brand, from_toml(data, source=source), source=source, given={"id": identifier, "folder": str(folder)})
    check_said(brand.name, "name", source)
    check_said(brand.organisation, "organisation", source)
    check_texts(brand.boilerplate, "boilerplate", source)
    check_range(brand.scale.text, (0.5, 2), "scale.text", source)
    check_range(brand.scale.label, (0.5, 2), "scale.label", source)
    check_range(brand.logo.height_pt, (6, 72), "logo.height_pt", source)
    _check_colours(brand.colour, source)
    for role in fields_of(Fonts):
        name = getattr(brand.fonts, role)
        if role.startswith("word_"):
            check_said(name, f"fonts.{role}", source)
        else:
            brand_files.check_font(folder, name, f"fonts.{role}", source)
    brand_files.check_logo(folder, brand.logo.file, source)
    if brand.word_base is not None:
        brand_files.check_word_base(folder, brand.word_base, source)
    return brand


def _check_colours(colours: Colours, source: str) -> None:
    for role in fields_of(Colours):
        try:
            luminance(getattr(colours, role))
        except ValueError as error:
            raise FileNotRead("bad-colour", path=source, key=f"colour.{role}", value=getattr(colours, role)) from error
    for role, against, measured, demanded in colour_faults(colours):
        if against == "L*":
            raise FileNotRead("colour-lightness", path=source, key=f"colour.{role}", measured=measured, demanded=demanded)
        raise FileNotRead("colour-contrast", path=source, key=f"colour.{role}", against=against, measured=measured)
