"""Edits of a pack: each takes the pack and returns the new one with what changed, and mutates nothing.

An edit's name is a key of words (``edit.<code>``); undo and redo show it. KeyError for a section or placement that is not there.
"""

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing_app.domain.audience import MASTER
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.pack import (
    ByAudience,
    Clearance,
    Confirmation,
    ExcerptPlacement,
    FigurePlacement,
    ImagePlacement,
    MeetingNotes,
    NotePlacement,
    Pack,
    Placement,
    Section,
    Wording,
    content_digest,
)
from briefing_app.workbench.assembling import Grounded, embedded


@dataclass(frozen=True, slots=True)
class Edited:
    """The pack after an edit: the edit's name, and the identifiers of the sections and placements that changed.

    No identifiers: the pack as a whole may have changed.
    """

    pack: Pack
    code: str
    changed: frozenset[str] = frozenset()
    parameters: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures that the edit brings along, by SHA-256; taking the edit back leaves them, unused."""


def section_holding(pack: Pack, placement: str) -> Section:
    """Return the section a placement is in."""
    for section in pack.sections:
        if any(each.id == placement for each in section.placements):
            return section
    raise KeyError(placement)


def placement_of(pack: Pack, identifier: str) -> Placement:
    """Return a placement."""
    for _, placement in pack.placements():
        if placement.id == identifier:
            return placement
    raise KeyError(identifier)


def put(
    pack: Pack,
    section: str,
    index: int,
    placements: Iterable[Placement],
    grounds: Iterable[Grounded] = (),
    media: Mapping[str, bytes] | None = None,
) -> Edited:
    """Put placements into a section before the one at ``index`` (past the end: last), with what they stand on embedded.

    ``media`` holds the pictures they show, by SHA-256.
    """
    new = tuple(placements)
    pack = embedded(pack, grounds)
    changed = _with_placements(pack, section, lambda held: (*held[:index], *new, *held[index:]))
    return Edited(changed, "place", frozenset({section, *(each.id for each in new)}), media=media or {})


def move(pack: Pack, placements: Collection[str], section: str, index: int) -> Edited:
    """Move placements, in the order they stand, before the one now at ``index`` of a section (past the end: last)."""
    target = _section(pack, section)
    before = {each.id for each in target.placements[index:]} - set(placements)
    moved = tuple(each for _, each in pack.placements() if each.id in set(placements))
    if len(moved) != len(set(placements)):
        raise KeyError(", ".join(sorted(set(placements) - {each.id for each in moved})))

    def without(held: tuple[Placement, ...]) -> tuple[Placement, ...]:
        return tuple(each for each in held if each.id not in set(placements))

    left = _replaced(pack, {each.id: without for each in pack.sections})
    rest = _section(left, section).placements
    at = next((place for place, each in enumerate(rest) if each.id in before), len(rest))
    made = _with_placements(left, section, lambda held: (*held[:at], *moved, *held[at:]))
    sections = {each.id for each in pack.sections if any(one.id in set(placements) for one in each.placements)}
    return Edited(made, "move", frozenset({section, *sections, *placements}))


def remove(pack: Pack, placements: Collection[str]) -> Edited:
    """Take placements out. What they stood on stays embedded until the pack is saved anew; nothing prints of it."""
    touched = {section_holding(pack, identifier).id for identifier in placements}
    gone = set(placements)
    made = _replaced(pack, {section: lambda held: tuple(each for each in held if each.id not in gone) for section in touched})
    return Edited(made, "remove", frozenset(touched | gone))


def reword(pack: Pack, placement: str, wording: Wording, audience: str = MASTER, *, instead_of: str = MASTER) -> Edited:
    """Give a placed excerpt another wording: for all (master), or for one audience alone; ``instead_of`` as in ``write_text``."""

    def changed(each: Placement) -> Placement:
        if not isinstance(each, ExcerptPlacement):
            raise KeyError(placement)
        if audience == MASTER:
            own = {audience: held for audience, held in each.wordings.items() if audience != instead_of}
            return dataclasses.replace(each, wording=wording, wordings=own)
        return dataclasses.replace(each, wordings={**each.wordings, audience: wording})

    return _with_placement(pack, placement, "reword", changed)


def confirm(pack: Pack, placement: str, confirmation: Confirmation) -> Edited:
    """Let somebody answer for a finding by name and reason; a later answer to the same finding takes the place of the first."""

    def changed(each: Placement) -> Placement:
        if not isinstance(each, ExcerptPlacement):
            raise KeyError(placement)
        kept = tuple(held for held in each.confirmations if held.about != confirmation.about)
        return dataclasses.replace(each, confirmations=(*kept, confirmation))

    return _with_placement(pack, placement, "confirm", changed)


def withdraw(pack: Pack, placement: str, about: Collection[str]) -> Edited:
    """Take back the answers to findings, by their keys: what they answered for is not there any more."""

    def changed(each: Placement) -> Placement:
        if not isinstance(each, ExcerptPlacement):
            raise KeyError(placement)
        return dataclasses.replace(each, confirmations=tuple(held for held in each.confirmations if held.about not in about))

    return _with_placement(pack, placement, "confirm", changed)


def write_text(pack: Pack, placement: str, text: str, audience: str = MASTER, *, instead_of: str = MASTER) -> Edited:
    """Write a note's text, a figure's label or an image's caption: for all (master), or for one audience alone.

    ``instead_of``: an audience whose own text gives way to the one for all.
    """

    def changed(each: Placement) -> Placement:
        match each:
            case NotePlacement():
                return dataclasses.replace(each, text=_texted(each.text, text, audience, instead_of))
            case FigurePlacement():
                return dataclasses.replace(each, label=_texted(each.label, text, audience, instead_of))
            case ImagePlacement():
                return dataclasses.replace(each, caption=_texted(each.caption, text, audience, instead_of))
            case _:
                raise KeyError(placement)

    return _with_placement(pack, placement, "write", changed)


def describe_picture(
    pack: Pack, placement: str, credit: str, alternative: str, caption: str | None = None, audience: str = MASTER
) -> Edited:
    """Say of a picture whose it is and what it shows; and its caption, if given: for all (master), or for one audience alone."""

    def changed(each: Placement) -> Placement:
        if not isinstance(each, ImagePlacement):
            raise KeyError(placement)
        written = each.caption if caption is None else _texted(each.caption, caption, audience, MASTER)
        return dataclasses.replace(each, caption=written, credit=credit, alternative=alternative)

    return _with_placement(pack, placement, "describe-picture", changed)


def choose_audiences(pack: Pack, placements: Collection[str], audiences: tuple[str, ...] | None) -> Edited:
    """Choose who gets placements; None: whoever they concern."""
    touched = {section_holding(pack, identifier).id for identifier in placements}
    wanted = set(placements)

    def chosen(held: tuple[Placement, ...]) -> tuple[Placement, ...]:
        return tuple(dataclasses.replace(each, audiences=audiences) if each.id in wanted else each for each in held)

    return Edited(_replaced(pack, dict.fromkeys(touched, chosen)), "choose-audiences", frozenset(wanted))


def retitle_section(pack: Pack, section: str, text: str, audience: str = MASTER, *, instead_of: str = MASTER) -> Edited:
    """Write a section's title: for all (master), or for one audience alone; ``instead_of`` as in ``write_text``."""
    sections = tuple(
        dataclasses.replace(each, title=_texted(each.title, text, audience, instead_of)) if each.id == section else each
        for each in pack.sections
    )
    _section(pack, section)
    return Edited(dataclasses.replace(pack, sections=sections), "retitle", frozenset({section}))


TEXTS = ("title", "short_title", "subtitle", "bottom_line")
"""The pack's own texts that may differ by audience."""


def write_front(pack: Pack, name: str, text: str, audience: str = MASTER, *, instead_of: str = MASTER) -> Edited:
    """Write one of the pack's ``TEXTS``: for all (master), or for one audience alone; ``instead_of`` as in ``write_text``."""
    if name not in TEXTS:
        raise KeyError(name)
    held: ByAudience = getattr(pack, name)
    changes: dict[str, Any] = {name: _texted(held, text, audience, instead_of)}
    return Edited(dataclasses.replace(pack, **changes), "write-front")


def write_meeting(pack: Pack, audience: str, notes: MeetingNotes) -> Edited:
    """Write what is ours alone about meeting an audience."""
    pack.audience(audience)
    return Edited(dataclasses.replace(pack, meetings={**pack.meetings, audience: notes}), "write-meeting")


def set_paper(pack: Pack, *, cover: bool, binding: float) -> Edited:
    """Choose whether each copy has a cover however short it is, and so much room for binding, in millimetres."""
    return Edited(dataclasses.replace(pack, cover=cover, binding=binding), "set-paper")


def clear(pack: Pack, who: str, day: PartialDate) -> Edited:
    """Clear the pack as it stands; any later edit makes it a draft again."""
    return Edited(dataclasses.replace(pack, clearance=Clearance(who, day, content_digest(pack))), "clear")


def _texted(held: ByAudience, text: str, audience: str, instead_of: str) -> ByAudience:
    if audience == MASTER:
        return ByAudience(text, {each: own for each, own in held.other.items() if each != instead_of})
    return ByAudience(held.text, {**held.other, audience: text})


def _section(pack: Pack, identifier: str) -> Section:
    for section in pack.sections:
        if section.id == identifier:
            return section
    raise KeyError(identifier)


_Change = Callable[[tuple[Placement, ...]], tuple[Placement, ...]]


def _replaced(pack: Pack, changes: Mapping[str, _Change]) -> Pack:
    sections = tuple(
        dataclasses.replace(section, placements=changes[section.id](section.placements)) if section.id in changes else section
        for section in pack.sections
    )
    return dataclasses.replace(pack, sections=sections)


def _with_placements(pack: Pack, section: str, change: _Change) -> Pack:
    _section(pack, section)
    return _replaced(pack, {section: change})


def _with_placement(pack: Pack, identifier: str, code: str, change: Callable[[Placement], Placement]) -> Edited:
    section = section_holding(pack, identifier)
    made = _with_placements(pack, section.id, lambda held: tuple(change(each) if each.id == identifier else each for each in held))
    return Edited(made, code, frozenset({identifier}))
