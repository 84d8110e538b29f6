"""A pack whose excerpts were mended in the library from a cleaner copy: taking the mended words over, as one edit."""

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass

from briefing_app.domain.excerpt import Excerpt, shown_words
from briefing_app.domain.pack import ExcerptPlacement, FigurePlacement, Pack, Verbatim
from briefing_app.library.store import Library
from briefing_app.workbench.assembling import Grounded, embedded, grounded
from briefing_app.workbench.editing import Edited


@dataclass(frozen=True, slots=True)
class Mendable:
    """Excerpts of a pack, by identifier, that the library has mended meanwhile. ``bound`` cannot be taken over as they are placed.

    Those are trimmed, part of a quotation over several paragraphs, or the ground of a figure that the mended words lack: their
    edits point into the damaged words.
    """

    ready: tuple[str, ...]
    bound: tuple[str, ...]


def mendable(pack: Pack, library: Library) -> Mendable:
    """Return which excerpts of a pack the library has in mended words."""
    ready: list[str] = []
    bound: list[str] = []
    for excerpt in pack.excerpts:
        mended = _mended(excerpt, library)
        if mended:
            (ready if _free(pack, mended) else bound).append(excerpt.id)
    return Mendable(tuple(ready), tuple(bound))


def pack_mended(pack: Pack, library: Library, excerpts: Collection[str]) -> Edited:
    """Return the pack with these excerpts in the library's mended words, and what they stand on; those that are bound stay.

    Wordings of our own and who gets what stay as they are.
    """
    wanted = set(excerpts) & set(mendable(pack, library).ready)
    grounds = {ground.excerpt.id: ground for ground in _grounds(library, wanted)}
    swapped = tuple(grounds[each.id].excerpt if each.id in grounds else each for each in pack.excerpts)
    after = embedded(dataclasses.replace(pack, excerpts=swapped), grounds.values())
    changed = frozenset(placement.id for _, placement in pack.placements() if _stands_on(placement, wanted))
    return Edited(after, "mend-from-copy", changed)


def _grounds(library: Library, excerpts: Collection[str]) -> list[Grounded]:
    return [grounded(library, library.excerpt(identifier)) for identifier in excerpts]


def _mended(excerpt: Excerpt, library: Library) -> Grounded | None:
    try:
        held = library.excerpt(excerpt.id)
    except KeyError:
        return None
    return grounded(library, held) if held.mended_from and held.reading != excerpt.reading else None


def _stands_on(placement: object, excerpts: Collection[str]) -> bool:
    match placement:
        case ExcerptPlacement(excerpts=held):
            return not set(held).isdisjoint(excerpts)
        case FigurePlacement(excerpt=one):
            return one in excerpts
    return False


def _free(pack: Pack, mended: Grounded) -> bool:
    identifier = mended.excerpt.id
    for _, placement in pack.placements():
        match placement:
            case ExcerptPlacement(excerpts=held, wording=wording, wordings=others) if identifier in held:
                edited = any(isinstance(each, Verbatim) and _edits(each, identifier) for each in (wording, *others.values()))
                if len(held) > 1 or edited:
                    return False
            case FigurePlacement(excerpt=one, number=number) if one == identifier:
                if number not in shown_words(mended.excerpt, mended.reading):
                    return False
    return True


def _edits(wording: Verbatim, excerpt: str) -> bool:
    return any(stretch.excerpt == excerpt and stretch.edits for stretch in wording.stretches)
