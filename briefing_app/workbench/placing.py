"""Placing excerpts of the library in a pack: what goes where with all it stands on, as one edit, and what is placed already."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing_app.domain.excerpt import Excerpt, ExcerptKind, new_id
from briefing_app.domain.pack import ExcerptPlacement, FigurePlacement, Pack
from briefing_app.domain.span import Span
from briefing_app.domain.template import INTERNAL_ROLES
from briefing_app.errors import EditRefused
from briefing_app.library.store import Library
from briefing_app.workbench.assembling import grounded
from briefing_app.workbench.editing import Edited, placement_of, put, section_holding


def placed_excerpts(
    library: Library, pack: Pack, excerpts: Iterable[str], section: str, index: int, identifier: Callable[[], str] = new_id
) -> Edited:
    """Put excerpts of the library into a section before the placement at ``index`` (past the end: last), in the order given.

    Quoted stretches of one turn become one placement where the first of them would stand, in the order they were said. What is
    placed already may be placed again: a check tells. EditRefused when an excerpt or the section is gone, or when the section
    is made from notes alone, so that nothing put there would ever print.
    """
    held = next((each for each in pack.sections if each.id == section), None)
    if held is None:
        raise EditRefused("section-gone")
    if held.role in INTERNAL_ROLES:
        raise EditRefused("section-made-of-notes", section=held.title.text)
    wanted = [_excerpt(library, each) for each in dict.fromkeys(excerpts)]
    placements = [ExcerptPlacement(identifier(), tuple(each.id for each in together)) for together in _together(wanted)]
    return put(pack, section, index, placements, [grounded(library, each) for each in wanted])


def _excerpt(library: Library, identifier: str) -> Excerpt:
    try:
        return library.excerpt(identifier)
    except KeyError as error:
        raise EditRefused("excerpt-gone") from error


def _together(excerpts: Iterable[Excerpt]) -> list[list[Excerpt]]:
    groups: dict[object, list[Excerpt]] = {}
    for excerpt in excerpts:
        of_turn = excerpt.kind is ExcerptKind.QUOTE and excerpt.turn is not None
        groups.setdefault((excerpt.reading, excerpt.turn) if of_turn else excerpt.id, []).append(excerpt)
    return [sorted(group, key=lambda each: each.span) for group in groups.values()]


def index_after(pack: Pack, section: str, placement: str) -> int:
    """Return where a new placement goes in a section: after ``placement`` when that is in it, else last."""
    held = next((each for each in pack.sections if each.id == section), None)
    if held is None:
        return 0
    if placement and section_holding(pack, placement).id == section:
        return held.placements.index(placement_of(pack, placement)) + 1
    return len(held.placements)


@dataclass(frozen=True, slots=True)
class Placed:
    """What of the library a pack has placed already: by identifier, and by the passage where an identifier is another library's."""

    identifiers: frozenset[str] = frozenset()
    passages: frozenset[tuple[str, ExcerptKind, Span]] = frozenset()

    def holds(self, excerpt: Excerpt) -> bool:
        """Tell whether an excerpt of the library is in the pack."""
        return excerpt.id in self.identifiers or (excerpt.reading, excerpt.kind, excerpt.span) in self.passages


def placed_in(pack: Pack) -> Placed:
    """Return what a pack has placed, as quotes, asks, context or key figures."""
    named: set[str] = set()
    for _, placement in pack.placements():
        match placement:
            case ExcerptPlacement(excerpts=excerpts):
                named.update(excerpts)
            case FigurePlacement(excerpt=excerpt):
                named.add(excerpt)
    held = (each for each in pack.excerpts if each.id in named)
    return Placed(frozenset(named), frozenset((each.reading, each.kind, each.span) for each in held))


def places_of(pack: Pack, excerpt: Excerpt) -> tuple[tuple[str, str], ...]:
    """Return the placements that hold an excerpt of the library, each with the title of its section, in order."""
    same = {
        each.id for each in pack.excerpts if (each.reading, each.kind, each.span) == (excerpt.reading, excerpt.kind, excerpt.span)
    }
    wanted = same | {excerpt.id}
    found = []
    for section, placement in pack.placements():
        held = getattr(placement, "excerpts", (getattr(placement, "excerpt", ""),))
        if wanted & set(held):
            found.append((placement.id, section.title.text))
    return tuple(found)
