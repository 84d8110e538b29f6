"""Mending damaged excerpts from a cleaner copy: offered side by side, accepted one by one or all, undone as one step."""

import dataclasses

import pytest

from briefing_app.domain.excerpt import Provenance, Standing, original, shown_words
from briefing_app.domain.reading import DamageKind
from briefing_app.errors import EditRefused
from briefing_app.library.maintenance import check
from briefing_app.library.store import open_library
from briefing_app.workbench.arriving import Kinship
from briefing_app.workbench.cleaner_copies import accept, cleaner_copies, pairs
from briefing_app.workbench.looking_through import confirmed, rejected
from briefing_app.workbench.reading_here import find, import_one
from briefing_app.workbench.session import Session
from tests import builders
from tests.workbench import copies


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as opened:
        yield opened
        assert check(opened) == ()


@pytest.fixture
def bring(library, tmp_path):
    def brought(text, name):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return import_one(library, path)

    return brought


@pytest.fixture
def session(library):
    return Session(library, builders.pack("Asks: r1"))


def hurt_in(library, document):
    return [each for each in library.excerpts(document.id) if DamageKind.GARBLED in each.damage]


@pytest.mark.parametrize(("clean", "name"), [(copies.paper(), "clean.md"), (copies.page(), "clean.html")])
def test_a_damaged_excerpt_is_offered_the_clean_words_side_by_side_between_formats_too(library, bring, clean, name):
    damaged = bring(copies.DAMAGED, "damaged.txt").document
    copy = bring(clean, name)
    assert copy.kinship is Kinship.CLEANER
    (pair,) = pairs(library)
    assert (pair.damaged, pair.clean, pair.passages) == (damaged, copy.document, 1)
    (offer,) = cleaner_copies(library, damaged.id, copy.document.id)
    assert (offer.damaged.words, offer.clean.words) == (copies.HURT, copies.ASK)
    assert offer.damaged.place.first == 5
    assert offer.clean.document == copy.document


def test_an_accepted_excerpt_holds_the_clean_words_and_both_provenances_and_undo_gives_the_damaged_one_back(
    library, bring, session
):
    damaged, copy = bring(copies.DAMAGED, "damaged.txt").document, bring(copies.page(), "clean.html").document
    (hurt,) = hurt_in(library, damaged)
    before = [library.whole(each.id) for each in (damaged, copy)]
    assert accept(session, cleaner_copies(library, damaged.id, copy.id)) == 1
    mended = library.excerpt(hurt.id)
    assert original(mended, library.reading(copy.reading)) == copies.ASK
    assert (mended.document, mended.standing, mended.damage) == (copy.id, Standing.CONFIRMED, ())
    assert mended.mended_from == Provenance(damaged.id, damaged.reading, hurt.span)
    assert [each.words for each in mended.addressees] == [each.words for each in hurt.addressees]
    assert [each for each in library.excerpts(copy.id) if each.span == mended.span and each.kind is mended.kind] == [mended]
    assert pairs(library) == ()
    assert session.undo() == "mend-from-copy"
    assert [library.whole(each.id) for each in (damaged, copy)] == before
    assert session.redo() == "mend-from-copy"
    assert library.excerpt(hurt.id) == mended


def test_what_was_mended_is_not_suggested_again_when_either_document_is_extracted_anew(library, bring, session, tmp_path):
    damaged, copy = bring(copies.DAMAGED, "damaged.txt").document, bring(copies.paper(), "clean.md").document
    (hurt,) = hurt_in(library, damaged)
    accept(session, cleaner_copies(library, damaged.id, copy.id))
    for document, name in ((damaged, "damaged.txt"), (copy, "clean.md")):
        before = library.excerpts(document.id)
        found = [dataclasses.replace(each, document=document.id) for each in find(tmp_path / name).excerpts]
        assert [each.span for each in library.put_excerpts(document.id, found)] == [each.span for each in before]
    assert shown_words(library.excerpt(hurt.id), library.reading(copy.reading)) == copies.ASK


def test_offers_can_be_accepted_one_by_one(library, bring, session):
    text = copies.DAMAGED.replace("register new arrivals", "reg)2(ister ne)1(w arri)8(vals")
    damaged, copy = bring(text, "damaged.txt").document, bring(copies.paper(), "clean.md").document
    first, second = cleaner_copies(library, damaged.id, copy.id)
    assert accept(session, [second]) == 1
    assert cleaner_copies(library, damaged.id, copy.id) == (first,)
    assert accept(session, []) == 0


def test_nothing_is_offered_for_what_is_whole_rejected_or_damaged_in_the_copy_too(library, bring):
    damaged, copy = bring(copies.DAMAGED, "damaged.txt").document, bring(copies.paper(), "clean.md").document
    assert cleaner_copies(library, copy.id, damaged.id) == ()
    (hurt,) = hurt_in(library, damaged)
    library.update_excerpt(rejected(hurt))
    assert cleaner_copies(library, damaged.id, copy.id) == ()
    assert pairs(library) == ()


def test_nothing_is_offered_for_a_passage_that_the_copy_lacks(library, bring):
    damaged = bring(copies.DAMAGED, "damaged.txt").document
    copy = bring(copies.paper(*(each for each in copies.PARAGRAPHS if each != copies.ASK)), "clean.md").document
    assert cleaner_copies(library, damaged.id, copy.id) == ()


def test_an_excerpt_changed_since_it_was_offered_is_refused_and_nothing_is_mended(library, bring, session):
    damaged, copy = bring(copies.DAMAGED, "damaged.txt").document, bring(copies.paper(), "clean.md").document
    offered = cleaner_copies(library, damaged.id, copy.id)
    library.update_excerpt(confirmed(offered[0].excerpt))
    with pytest.raises(EditRefused):
        accept(session, offered)
    assert library.excerpt(offered[0].excerpt.id).document == damaged.id
    library.remove_document(damaged.id)
    with pytest.raises(EditRefused):
        accept(session, offered)


@pytest.mark.parametrize(
    ("cut", "damage"),
    [
        ("Donors should fund shelters for several years,", DamageKind.CUT_AT_END),
        ("so that nobody has to move again each spring.", DamageKind.CUT_AT_START),
    ],
)
def test_a_passage_cut_off_is_mended_to_its_whole_sentence(library, bring, cut, damage):
    text = copies.with_changed(copies.PARAGRAPHS[1], cut)
    damaged = bring(text, "damaged.txt").document
    copy = bring(copies.page(), "clean.html").document
    reading = library.reading(damaged.reading)
    library.add_excerpt(builders.excerpt(reading, cut, document=damaged.id, damage=(damage,)))
    offered = [each for each in cleaner_copies(library, damaged.id, copy.id) if damage in each.excerpt.damage]
    assert {each.clean.words for each in offered} == {copies.PARAGRAPHS[1]}
