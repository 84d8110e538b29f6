"""A session: one pack being worked on, the library beside it, and one history over both, back to the session's start.

It knows no window: whoever shows it subscribes. Edits come as values from ``editing``; what was done can be undone by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.history import History, Step
from briefing_app.domain.pack import ImagePlacement, Pack
from briefing_app.domain.source import Card
from briefing_app.errors import EditRefused
from briefing_app.library.store import Library, Removed
from briefing_app.workbench.editing import Edited
from briefing_app.workbench.library_steps import Held, exchange, look
from briefing_app.workbench.packfiles import open_pack, save_pack

Value = Pack | Held


@dataclass(frozen=True, slots=True)
class Changed:
    """What a session tells its subscribers: the edit's name, whether the pack or the library changed, and which parts.

    ``parts`` holds identifiers of sections and placements (pack) or of an excerpt or document (library); empty: all of it.
    """

    code: str
    pack: bool
    library: bool
    parts: frozenset[str] = frozenset()


_PACK = "pack"


class Session:
    """A pack, its media, where it is saved, the library, and the history over both."""

    def __init__(
        self,
        library: Library,
        pack: Pack,
        media: Mapping[str, bytes] | None = None,
        path: Path | None = None,
        *,
        saved: bool | None = None,
    ) -> None:
        """Begin a session; ``saved`` says whether nothing would be lost if it ended now, None: nothing, when there is a path."""
        self.library = library
        self.pack = pack
        self.media: Mapping[str, bytes] = dict(media or {})
        self.path = path
        self._stamp = _stamp(path)
        self.history: History[Value] = History()
        self._saved: Pack | None = pack if (path is not None if saved is None else saved) else None
        self._subscribers: list[Callable[[Changed], None]] = []

    @property
    def unsaved(self) -> bool:
        """Whether the pack differs from what is on the disk."""
        return self.pack is not self._saved and self.pack != self._saved

    def subscribe(self, told: Callable[[Changed], None]) -> Callable[[], None]:
        """Have changes told; call what is returned to hear no more."""
        self._subscribers.append(told)
        return lambda: self._subscribers.remove(told)

    def do(self, edited: Edited) -> None:
        """Make an edit of the pack this session's; an edit that changed nothing leaves no step."""
        if edited.pack == self.pack:
            return
        if edited.media:
            self.media = {**self.media, **edited.media}
        self.history = self.history.record(Step(edited.code, _PACK, self.pack, edited.pack, edited.parameters))
        self.pack = edited.pack
        self._tell(Changed(edited.code, pack=True, library=False, parts=edited.changed))

    def do_excerpt(self, code: str, after: Excerpt) -> None:
        """Change an excerpt in the library, or add it; EditRefused when its document is gone."""
        self._do_library(code, f"excerpt:{after.id}", after)

    def remove_excerpt(self, code: str, identifier: str) -> None:
        """Take an excerpt out of the library; no step when it is gone already."""
        self._do_library(code, f"excerpt:{identifier}", None)

    def do_card(self, code: str, document: str, after: Card) -> None:
        """Change a document's card in the library; KeyError when it is not there."""
        self.library.document(document)
        self._do_library(code, f"card:{document}", after)

    def remove_document(self, code: str, identifier: str) -> None:
        """Take a document out of the library with its excerpts; packs keep what they embed. No step when it is gone already."""
        self._do_library(code, f"document:{identifier}", None)

    def do_documents(self, code: str, after: Mapping[str, Removed | None]) -> None:
        """Make several documents of the library what they are to be, None for out of it, as one step."""
        self._do_library(code, f"documents:{','.join(after)}", tuple(after.values()))

    def did_documents(self, code: str, before: Mapping[str, Removed | None]) -> None:
        """Record as one step what was done to documents of the library already; ``before`` is what they were."""
        subject = f"documents:{','.join(before)}"
        after = look(self.library, subject)
        self.history = self.history.record(Step(code, subject, tuple(before.values()), after))
        self._tell(Changed(code, pack=False, library=True, parts=_parts(subject)))

    def _do_library(self, code: str, subject: str, after: Held | None) -> None:
        before = look(self.library, subject)
        if before == after:
            return
        exchange(self.library, subject, before, after)
        self.history = self.history.record(Step(code, subject, before, after))
        self._tell(Changed(code, pack=False, library=True, parts=_parts(subject)))

    def imported(self) -> None:
        """Tell that documents came into the library; bringing in is no step back, for it takes nothing away."""
        self._tell(Changed("import", pack=False, library=True))

    def undo(self) -> str | None:
        """Take back the last edit and return its name; None at the start. EditRefused when it no longer applies."""
        found = self.history.undo()
        if found is None:
            return None
        history, step = found
        changed = self._applied(step, step.after, step.before)
        self.history = history
        self._tell(changed)
        return step.code

    def redo(self) -> str | None:
        """Do again what was taken back last and return its name; None when nothing was. EditRefused when it no longer applies."""
        found = self.history.redo()
        if found is None:
            return None
        history, step = found
        changed = self._applied(step, step.before, step.after)
        self.history = history
        self._tell(changed)
        return step.code

    @property
    def changed_elsewhere(self) -> bool:
        """Whether the file is another than the one that was opened or saved last: saving would overwrite somebody's work."""
        now = _stamp(self.path)
        return now is not None and now != self._stamp

    def save(self, path: Path | None = None) -> Path:
        """Save the pack, where it was or under another name, and return where it is; FileNotWritten when that fails."""
        target = path or self.path
        if target is None:
            raise ValueError("a pack that was never saved needs a path")
        # A picture whose placement was taken back or removed is no part of the pack.
        shown = {placement.media for _, placement in self.pack.placements() if isinstance(placement, ImagePlacement)}
        save_pack(target, self.pack, {name: data for name, data in self.media.items() if name in shown}, overwrite=True)
        self.path, self._saved, self._stamp = target, self.pack, _stamp(target)
        self._tell(Changed("save", pack=False, library=False))
        return target

    def _applied(self, step: Step[Value], there: Value | None, wanted: Value | None) -> Changed:
        """Put a value in the place of the one that must be there; what is returned is told once the history stands too."""
        if isinstance(there, Pack) and isinstance(wanted, Pack):
            if self.pack != there:
                raise EditRefused("step-stale")
            self.pack = wanted
            return Changed(step.code, pack=True, library=False)
        exchange(self.library, step.subject, cast("Held | None", there), cast("Held | None", wanted))
        return Changed(step.code, pack=False, library=True, parts=_parts(step.subject))

    def _tell(self, changed: Changed) -> None:
        for told in tuple(self._subscribers):
            told(changed)


def _parts(subject: str) -> frozenset[str]:
    return frozenset(subject.partition(":")[2].split(","))


def opened(library: Library, path: Path) -> Session:
    """Return a session over a pack file; FileNotRead when it cannot be opened."""
    pack, media = open_pack(path)
    return Session(library, pack, media, path)


def _stamp(path: Path | None) -> tuple[int, int, int] | None:
    """Return what tells a file from the one before it, None where there is none: saving makes a new file, with another number."""
    if path is None:
        return None
    try:
        held = path.stat()
    except OSError:
        return None
    return held.st_ino, held.st_mtime_ns, held.st_size
