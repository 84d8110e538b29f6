"""A pack begun in the window: a template, audiences, title, event and day, perhaps filled with what fits its audiences best."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.pack import ByAudience, Pack
from briefing_app.library.store import Library
from briefing_app.workbench.assembling import filling, new_pack
from briefing_app.workbench.choosing import audience_of, naming, template_of
from briefing_app.workbench.session import Session


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for. ``language`` is what the pack prints, whatever the interface speaks; ``fill``: place what fits."""

    template: str
    audiences: Sequence[str]
    title: str
    event: str
    day: PartialDate
    language: str
    fill: bool = False


def no_pack(language: str) -> Pack:
    """Return a pack of nothing, for a session in which documents alone are looked through."""
    day = PartialDate(2000, 1, 1)  # on no page: there is none
    return Pack("none", ByAudience(), "", day, language, "", "")


def begun(library: Library, wish: Wish) -> Generator[None, None, Session]:
    """Make a session over a new pack, not saved anywhere, a part at a time; what the generator returns is the session.

    BriefingError when a template or audience will not do.
    """
    template = template_of(wish.template)
    audiences = [audience_of(identifier) for identifier in wish.audiences]
    pack = new_pack(template, audiences, naming(), title=wish.title, event=wish.event, date=wish.day, language=wish.language)
    if wish.fill:
        pack = yield from filling(pack, template, library)
    return Session(library, pack)
