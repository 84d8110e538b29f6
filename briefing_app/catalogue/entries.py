"""Loads templates, audiences and groups; each is refused with file and key when something in it cannot be."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from briefing_app.catalogue import validity
from briefing_app.catalogue.naming import country_names, lookalikes
from briefing_app.catalogue.shelves import Shelf, file_of, ids
from briefing_app.domain.audience import Audience, Group, Naming, in_words
from briefing_app.domain.template import Template
from briefing_app.errors import BriefingError
from briefing_app.files import read_whole
from briefing_app.typed import from_toml, load

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Entry]):
    """All entries of a kind that could be loaded, and what was wrong with the others."""

    entries: tuple[Entry, ...]
    refused: tuple[BriefingError, ...] = ()


def load_template(identifier: str) -> Template:
    """Return a template; UsageError when there is none, FileNotRead when its file will not do."""
    path = file_of(Shelf.TEMPLATES, identifier)
    return template_from(read_whole(path), path, identifier)


def load_audience(identifier: str) -> Audience:
    """Return an audience; UsageError when there is none, FileNotRead when its file will not do."""
    path = file_of(Shelf.AUDIENCES, identifier)
    return audience_from(read_whole(path), path, identifier)


def load_group(identifier: str) -> Group:
    """Return a group; UsageError when there is none, FileNotRead when its file will not do."""
    path = file_of(Shelf.GROUPS, identifier)
    return group_from(read_whole(path), path, identifier)


def list_templates() -> Listed[Template]:
    """Return all templates by name."""
    return listed(Shelf.TEMPLATES, load_template, lambda template: (0, in_words(template.name, "en")))


def list_audiences() -> Listed[Audience]:
    """Return all audiences in their order: host first, then protocol; equal ones by name."""
    return listed(Shelf.AUDIENCES, load_audience, lambda audience: (audience.order, in_words(audience.name, "en")))


def list_groups() -> Listed[Group]:
    """Return all groups by identifier."""
    return listed(Shelf.GROUPS, load_group, lambda group: (0, group.id))


def listed(shelf: Shelf, loader: Callable[[str], Entry], order: Callable[[Entry], tuple[int, str]]) -> Listed[Entry]:
    """Return the entries of a shelf in order; one that will not do does not keep the others away."""
    entries: list[Entry] = []
    refused: list[BriefingError] = []
    for identifier in ids(shelf):
        try:
            entries.append(loader(identifier))
        except BriefingError as error:
            refused.append(error)
    return Listed(tuple(sorted(entries, key=order)), tuple(refused))


def template_from(data: bytes, path: Path, identifier: str) -> Template:
    """Return the template that a file's bytes hold."""
    template = load(Template, from_toml(data, source=str(path)), source=str(path), given={"id": identifier})
    validity.check_template(template, str(path))
    return template


def audience_from(data: bytes, path: Path, identifier: str) -> Audience:
    """Return the audience that a file's bytes hold."""
    audience = load(Audience, from_toml(data, source=str(path)), source=str(path), given={"id": identifier})
    validity.check_audience(audience, str(path))
    return audience


def group_from(data: bytes, path: Path, identifier: str) -> Group:
    """Return the group that a file's bytes hold."""
    group = load(Group, from_toml(data, source=str(path)), source=str(path), given={"id": identifier})
    validity.check_group(group, str(path))
    return group


def load_naming() -> Naming:
    """Return all that words may mean: every group, every country's names, and the names that only look alike."""
    return Naming(tuple(load_group(identifier) for identifier in ids(Shelf.GROUPS)), country_names(), lookalikes())
