"""Bringing in what is there already: the same bytes, a new version, a copy in another format; what a person decided stays."""

import dataclasses

import pytest

from briefing_app.domain.excerpt import ExcerptKind, Standing
from briefing_app.errors import EditRefused
from briefing_app.library.maintenance import check
from briefing_app.library.store import open_library
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench.arriving import Kinship
from briefing_app.workbench.looking_through import confirmed, rejected
from briefing_app.workbench.reading_here import import_one
from briefing_app.workbench.session import Session
from briefing_app.workbench.versions import kinship_words, made_version, noted
from tests import builders
from tests.workbench import copies


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as opened:
        yield opened
        assert check(opened) == ()


@pytest.fixture
def bring(library, tmp_path):
    def brought(text, name="paper.md"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return import_one(library, path)

    return brought


def words_of(library, excerpt):
    return excerpt.span.of(library.reading(excerpt.reading).text)


def excerpt_of(library, words):
    return next(
        each for document in library.documents() for each in library.excerpts(document.id) if words in words_of(library, each)
    )


def test_a_version_little_changed_takes_the_documents_place_and_says_so(library, bring):
    first = bring(copies.paper())
    ask = excerpt_of(library, copies.ASK)
    library.update_excerpt(confirmed(ask))
    second = bring(copies.with_changed("six weeks late", "seven weeks late"), "paper-2.md")
    assert (second.kinship, second.document.id, second.queued) == (Kinship.VERSION, first.document.id, 0)
    assert [each.name for each in library.documents()] == ["paper-2.md"]
    moved = library.excerpt(ask.id)
    assert (moved.standing, moved.reading) == (Standing.CONFIRMED, second.document.reading)
    assert copies.ASK in words_of(library, moved)
    assert "seven weeks" in library.reading(second.document.reading).text


def test_what_was_confirmed_and_is_worded_otherwise_now_waits_for_the_officer_and_keeps_its_words(library, bring):
    bring(copies.paper())
    ask = confirmed(excerpt_of(library, copies.ASK))
    library.update_excerpt(ask)
    second = bring(copies.with_changed("must open its admission programme", "should open its admission programme"))
    assert (second.kinship, second.queued) == (Kinship.VERSION, 1)
    assert library.queue() == (ask,)
    assert copies.ASK in words_of(library, library.excerpt(ask.id))
    assert "should open" in words_of(library, excerpt_of(library, "should open"))
    library.update_excerpt(rejected(ask))
    assert library.queue() == ()


def test_an_earlier_version_brought_in_again_changes_nothing_and_is_told(library, bring):
    bring(copies.paper())
    later = copies.with_changed("six weeks late", "seven weeks late")
    bring(later)
    before = library.whole(library.documents()[0].id)
    again = bring(copies.paper())
    assert (again.known, again.kinship) == (True, Kinship.EARLIER)
    assert bring(later).known
    assert library.whole(before.document.id) == before


@pytest.mark.parametrize(
    ("text", "kinship"),
    [
        (copies.paper(title="A roof for every summer"), Kinship.COPY),
        (copies.paper(*copies.PARAGRAPHS[:8]), Kinship.COPY),
        (copies.DAMAGED, Kinship.MORE_DAMAGED),
        ("# Another matter\n\n" + "Boats left the harbour at dawn, and none of their nets came back empty this time. " * 9, None),
    ],
    ids=["another title", "much left out", "damaged", "another document"],
)
def test_what_is_not_surely_a_new_version_is_a_document_of_its_own(library, bring, text, kinship):
    bring(copies.paper())
    second = bring(text, "second.md")
    assert second.kinship is kinship
    assert len(library.documents()) == 2
    for language in LANGUAGES:
        assert bool(kinship_words(second, Words(language))) is (kinship is not None)


def test_a_copy_in_another_format_stays_apart_and_is_told(library, bring):
    bring(copies.paper())
    page = bring(copies.page(), "page.html")
    assert (page.kinship, page.other.name, len(library.documents())) == (Kinship.COPY, "paper.md", 2)


def test_another_date_on_the_card_speaks_against_a_new_version(library, bring):
    bring("---\ndate: 2024-01-05\n---\n\n" + copies.paper())
    assert bring("---\ndate: 2024-02-05\n---\n\n" + copies.paper(), "second.md").kinship is Kinship.COPY


def test_a_new_version_can_be_undone_and_done_again(library, bring):
    first = bring(copies.paper())
    library.update_excerpt(confirmed(excerpt_of(library, copies.ASK)))
    before = library.whole(first.document.id)
    session = Session(library, builders.pack("Asks: r1"))
    noted(session, bring(copies.with_changed("six weeks late", "seven weeks late")))
    after = library.whole(first.document.id)
    assert session.undo() == "new-version"
    assert library.whole(first.document.id) == before
    assert session.redo() == "new-version"
    assert library.whole(first.document.id) == after


def test_an_officer_can_make_a_document_the_new_version_of_another_and_take_it_back(library, bring):
    old = bring(copies.paper()).document
    kept = confirmed(excerpt_of(library, copies.ASK))
    library.update_excerpt(kept)
    new = bring(copies.paper(*copies.PARAGRAPHS[:8], title="A roof for winter"), "new.md").document
    own = dataclasses.replace(
        excerpt_of(library, "Nothing of this is new"), id="own", kind=ExcerptKind.RECOMMENDATION, standing=Standing.EDITED
    )
    own = dataclasses.replace(own, document=new.id, reading=new.reading, span=library.excerpts(new.id)[0].span)
    library.add_excerpt(own)
    before = [library.whole(each.id) for each in (old, new)]
    session = Session(library, builders.pack("Asks: r1"))
    assert made_version(session, new.id, old.id) == 0
    (document,) = library.documents()
    assert (document.id, document.name, document.reading) == (old.id, "new.md", new.reading)
    assert library.excerpt(kept.id).reading == new.reading
    assert library.excerpt("own").document == old.id
    session.undo()
    assert [library.whole(each.id) for each in (old, new)] == before
    session.redo()
    assert [each.id for each in library.documents()] == [old.id]
    with pytest.raises(EditRefused):
        made_version(session, new.id, old.id)
