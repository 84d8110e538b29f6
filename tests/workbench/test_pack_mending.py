"""Mended words come into a pack as one edit; what was trimmed in the damaged words stays until somebody looks at it."""

import pytest

from briefing_app.domain.consistency import inconsistencies
from briefing_app.domain.excerpt import shown_words
from briefing_app.domain.fidelity.edits import Keep, Omit, Stretch
from briefing_app.domain.pack import Adapted, ExcerptPlacement, Verbatim
from briefing_app.domain.reading import DamageKind
from briefing_app.domain.span import Span
from briefing_app.library.store import open_library
from briefing_app.workbench import editing
from briefing_app.workbench.assembling import grounded
from briefing_app.workbench.cleaner_copies import accept, cleaner_copies
from briefing_app.workbench.pack_mending import Mendable, mendable, pack_mended
from briefing_app.workbench.reading_here import import_one
from briefing_app.workbench.session import Session
from tests import builders
from tests.workbench import copies


@pytest.fixture
def session(tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as library:
        for name, text in (("damaged.txt", copies.DAMAGED), ("clean.html", copies.page())):
            (tmp_path / name).write_text(text, "utf-8")
            import_one(library, tmp_path / name)
        damaged, _ = library.documents()
        hurt = next(each for each in library.excerpts(damaged.id) if DamageKind.GARBLED in each.damage)
        pack = builders.pack("Asks: r1")
        placed = editing.put(pack, pack.sections[0].id, 1, [ExcerptPlacement("hurt", (hurt.id,))], [grounded(library, hurt)])
        yield Session(library, placed.pack)


def mend(session):
    damaged, clean = session.library.documents()
    accept(session, cleaner_copies(session.library, damaged.id, clean.id))


def hurt_of(session):
    return editing.placement_of(session.pack, "hurt").excerpts[0]


def words(session):
    excerpt = session.pack.excerpt(hurt_of(session))
    return shown_words(excerpt, session.pack.reading(excerpt.reading))


def test_a_pack_is_offered_the_mended_words_and_takes_them_as_an_edit_that_can_be_undone(session):
    assert mendable(session.pack, session.library) == Mendable((), ())
    mend(session)
    assert mendable(session.pack, session.library) == Mendable((hurt_of(session),), ())
    assert words(session) == copies.HURT
    edited = pack_mended(session.pack, session.library, [hurt_of(session)])
    assert edited.changed == {"hurt"}
    session.do(edited)
    assert words(session) == copies.ASK
    assert not list(inconsistencies(session.pack))
    assert mendable(session.pack, session.library) == Mendable((), ())
    session.undo()
    assert words(session) == copies.HURT


def test_our_own_wording_stays_and_what_was_trimmed_is_left_as_it_is(session):
    identifier = hurt_of(session)
    session.do(editing.reword(session.pack, "hurt", Adapted("Open", "the programme."), "canada"))
    mend(session)
    session.do(pack_mended(session.pack, session.library, [identifier]))
    assert editing.placement_of(session.pack, "hurt").wording_for("canada") == Adapted("Open", "the programme.")
    session.undo()
    span = session.pack.excerpt(identifier).span
    cut = span.start + copies.HURT.index("must")
    trimmed = Verbatim((Stretch(identifier, (Omit(Span(span.start, cut)), Keep(Span(cut, span.end)))),))
    session.do(editing.reword(session.pack, "hurt", trimmed))
    assert mendable(session.pack, session.library) == Mendable((), (identifier,))
    assert pack_mended(session.pack, session.library, [identifier]).pack == session.pack


def test_a_pack_keeps_words_that_left_the_library(session):
    mend(session)
    session.library.remove_excerpt(hurt_of(session))
    assert mendable(session.pack, session.library) == Mendable((), ())
