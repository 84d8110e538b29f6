"""Saves templates, audiences and brands into the user's own folder; what would not load again is never written."""

import dataclasses
import re
from pathlib import Path

from briefing_app.catalogue.brand_files import brand_file
from briefing_app.catalogue.brands import FROM_PLACE, brand_from
from briefing_app.catalogue.entries import audience_from, template_from
from briefing_app.catalogue.shelves import Shelf, own_file
from briefing_app.domain.audience import Audience
from briefing_app.domain.brand import Brand, Fonts
from briefing_app.domain.template import Template
from briefing_app.errors import UsageError
from briefing_app.files import read_whole, write_whole
from briefing_app.typed import fields_of, to_toml

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 60


def save_template(template: Template) -> Path:
    """Write a template of the user's own and return its file; it wins over one that ships under the same identifier."""
    path = _own(Shelf.TEMPLATES, template.id)
    data = to_toml(template, without=("id",))
    template_from(data, path, template.id)
    write_whole(path, data)
    return path


def save_audience(audience: Audience) -> Path:
    """Write an audience of the user's own and return its file; it wins over one that ships under the same identifier."""
    path = _own(Shelf.AUDIENCES, audience.id)
    data = to_toml(audience, without=("id",))
    audience_from(data, path, audience.id)
    write_whole(path, data)
    return path


def save_brand(brand: Brand) -> Brand:
    """Write a brand of the user's own with the files it brings along, and return it as it now stands in its new folder.

    Its files are taken from ``brand.folder``; its data is written last, so that a brand is there whole or not at all.
    """
    path = _own(Shelf.BRANDS, brand.id)
    data = to_toml(brand, without=FROM_PLACE)
    folder = Path(brand.folder)
    brand_from(data, path, brand.id, folder)
    for name in _brought(brand, folder):
        if folder != path.parent:
            write_whole(path.parent / name, read_whole(folder / name))
    write_whole(path, data)
    return dataclasses.replace(brand, folder=str(path.parent))


def _brought(brand: Brand, folder: Path) -> list[str]:
    fonts = [getattr(brand.fonts, role) for role in fields_of(Fonts) if not role.startswith("word_")]
    names = [brand.logo.file, *fonts, *([brand.word_base] if brand.word_base else [])]
    return [name for name in dict.fromkeys(names) if brand_file(folder, name, "", str(folder)).is_file()]


def _own(shelf: Shelf, identifier: str) -> Path:
    if not _IDENTIFIER.fullmatch(identifier) or len(identifier) > _LONGEST:
        raise UsageError("bad-identifier", id=identifier)
    return own_file(shelf, identifier)
