import dataclasses

import pytest

from briefing_app.domain.excerpt import Addressee, Attribution, ExcerptKind, Standing
from briefing_app.domain.reading import Damage, DamageKind
from briefing_app.domain.source import Basis, KnownText
from briefing_app.domain.span import Span
from briefing_app.errors import EditRefused, FileNotRead
from briefing_app.library.search import search
from briefing_app.library.store import open_library
from tests import builders
from tests.library.shelf import bring_in, filled, read, suggest, suggested, words_of

TEXT = "# Asks\n\nDonors should pay.\n\nHost states should open schools.\n\nCiudad Juárez is full.\n"


def test_what_was_brought_in_comes_out_as_it_went_in(library):
    pack = builders.pack("Asks: r1 r2 | Voices: q1+q2 | Context: c1")
    filled(library, pack)
    assert library.documents() == pack.documents
    for reading in pack.readings:
        assert library.reading(reading.id) == reading
        assert library.original(reading.file) == reading.text.encode()
    for excerpt in pack.excerpts:
        assert library.excerpt(excerpt.id) == dataclasses.replace(excerpt, standing=Standing.SUGGESTED)


def test_a_library_is_still_there_when_it_is_opened_again(tmp_path):
    path = tmp_path / "new folder" / "mine.briefinglibrary"
    with open_library(path) as first:
        document = bring_in(first, TEXT)
        held = suggest(first, document, "Donors should pay.")
    with open_library(path) as again:
        assert again.excerpts(document.id) == held


def test_the_same_bytes_again_change_nothing_and_it_says_so(library):
    document = bring_in(library, TEXT)
    held = suggest(library, document, "Donors should pay.")
    reading = read(TEXT)
    again = library.add(builders.document(reading, id="other", name="copy.txt"), reading, TEXT.encode())
    assert again.known
    assert again.document == document
    assert library.documents() == (document,)
    assert library.excerpts(document.id) == held


def test_a_document_that_is_not_of_its_bytes_is_refused_before_anything_is_kept(library):
    reading = read(TEXT)
    with pytest.raises(ValueError, match="one file"):
        library.add(builders.document(reading), reading, b"other bytes")
    assert library.documents() == ()
    assert not library.originals.folder.exists()


def test_extraction_again_replaces_suggestions_and_keeps_the_identifiers_of_those_that_stay(library):
    document = bring_in(library, TEXT)
    first = suggest(library, document, "Donors should pay.", "Ciudad Juárez is full.")
    second = suggest(library, document, "Ciudad Juárez is full.", "Host states should open schools.", confidence=0.5)
    assert words_of(library, second) == ["Host states should open schools.", "Ciudad Juárez is full."]
    assert second[1].id == first[1].id
    assert second[1].confidence == 0.5


@pytest.mark.parametrize("standing", [Standing.CONFIRMED, Standing.EDITED, Standing.REJECTED])
def test_extraction_again_never_touches_what_a_person_decided(library, standing):
    document = bring_in(library, TEXT)
    (first,) = suggest(library, document, "Donors should pay.", confidence=0.4)
    decided = dataclasses.replace(first, standing=standing)
    library.update_excerpt(decided)
    assert suggest(library, document, "Donors should pay.", confidence=0.9) == (decided,)
    assert suggest(library, document) == (decided,)


def test_a_suggestion_whose_place_and_kind_were_put_right_does_not_come_back_as_it_was(library):
    document = bring_in(library, TEXT)
    (first,) = suggest(library, document, "Donors should pay.")
    shorter = Span(first.span.start, first.span.end - 1)
    edited = dataclasses.replace(first, kind=ExcerptKind.RECOMMENDATION, span=shorter, standing=Standing.EDITED)
    library.update_excerpt(edited)
    assert suggest(library, document, "Donors should pay.") == (edited,)


def test_suggestions_of_one_kind_and_place_are_one(library):
    document = bring_in(library, TEXT)
    assert len(suggest(library, document, "Donors should pay.", "Donors should pay.")) == 1


def test_suggestions_of_another_document_are_refused_and_nothing_changes(library):
    document = bring_in(library, TEXT)
    held = suggest(library, document, "Donors should pay.")
    stray = dataclasses.replace(held[0], document="another")
    with pytest.raises(ValueError, match="reading in force"):
        library.put_excerpts(document.id, [stray])
    assert library.excerpts(document.id) == held


def test_an_excerpt_of_ones_own_can_be_added_changed_and_taken_out(library):
    document = bring_in(library, TEXT)
    mine = suggested(library.reading(document.reading), document, "open schools", standing=Standing.CONFIRMED, rule="")
    library.add_excerpt(mine)
    changed = dataclasses.replace(mine, kind=ExcerptKind.RECOMMENDATION, addressees=(Addressee("Host states"),))
    library.update_excerpt(changed)
    assert library.excerpt(mine.id) == changed
    assert [hit.excerpt for hit in search(library, addressee="host states")] == [changed]
    library.remove_excerpt(mine.id)
    assert library.excerpts(document.id) == ()
    assert search(library) == ()


def test_an_excerpt_that_leaves_its_text_is_refused(library):
    document = bring_in(library, TEXT)
    (held,) = suggest(library, document, "Donors should pay.")
    with pytest.raises(ValueError, match="no slice"):
        library.update_excerpt(dataclasses.replace(held, span=Span(0, len(TEXT) + 1)))
    assert library.excerpts(document.id) == (held,)


def test_what_is_gone_is_said_to_be_gone(library):
    document = bring_in(library, TEXT)
    (held,) = suggest(library, document, "Donors should pay.")
    library.remove_excerpt(held.id)
    for edit in (lambda: library.update_excerpt(held), lambda: library.remove_excerpt(held.id)):
        with pytest.raises(EditRefused) as refused:
            edit()
        assert refused.value.code == "excerpt-gone"
    library.remove_document(document.id)
    for edit in (
        lambda: library.remove_document(document.id),
        lambda: library.update_card(document.id, document.card),
        lambda: library.put_excerpts(document.id, []),
        lambda: library.add_excerpt(held),
    ):
        with pytest.raises(EditRefused) as refused:
            edit()
        assert refused.value.code == "document-gone"
    for look in (library.document, library.document_of_file, library.excerpt, library.reading):
        with pytest.raises(KeyError):
            look("unheard of")


def test_a_card_put_right_is_what_search_finds(library):
    document = bring_in(library, TEXT)
    suggest(library, document, "Donors should pay.")
    card = dataclasses.replace(document.card, title=KnownText("Überblick", Basis.TYPED))
    assert library.update_card(document.id, card) == dataclasses.replace(document, card=card)
    assert [hit.document.card for hit in search(library, "uberblick")] == [card]


def test_a_removed_document_can_be_put_back_whole(library):
    pack = builders.pack("Asks: r1 r2 | Voices: q1")
    filled(library, pack)
    before = (library.excerpts("paper"), search(library, "canada"))
    removed = library.remove_document("paper")
    assert search(library, "canada") == ()
    assert library.original(removed.document.file)
    library.restore(removed)
    assert (library.excerpts("paper"), search(library, "canada")) == before
    with pytest.raises(EditRefused) as refused:
        library.restore(removed)
    assert refused.value.code == "document-back"


def test_an_original_that_was_changed_on_the_disk_is_never_handed_out(library):
    document = bring_in(library, TEXT)
    library.originals.path(document.file).write_bytes(b"other")
    with pytest.raises(FileNotRead) as told:
        library.original(document.file)
    assert told.value.code == "original-changed"
    bring_in(library, TEXT)
    assert library.original(document.file) == TEXT.encode()


class TestANewReadingOfTheSameFile:
    NEW = f"Preface.\n\n{TEXT}"

    def read_anew(self, library, text=NEW, **overrides):
        reading = dataclasses.replace(builders.reading(text), file=read(TEXT).file, id="new", reader="text-2", **overrides)
        return library.add(builders.document(reading, id="offered"), reading, TEXT.encode())

    def test_moves_excerpts_with_all_that_points_into_the_text(self, library):
        document = bring_in(library, TEXT)
        start = TEXT.index("Host")
        called = Addressee("Host states", Span(start, start + 11))
        said = Attribution("Ana", spans=(Span(start + 12, start + 18), Span(0, 6)))
        (first,) = suggest(library, document, "Host states should open schools.", addressees=(called,), attribution=said)
        library.update_excerpt(dataclasses.replace(first, standing=Standing.CONFIRMED))
        added = self.read_anew(library, damage=(Damage(DamageKind.CUT_AT_END, Span(start + 20, start + 30)),))
        assert (added.known, added.moved, added.queued) == (False, (first.id,), ())
        (after,) = library.excerpts(document.id)
        assert (after.id, after.reading, after.damage) == (first.id, "new", (DamageKind.CUT_AT_END,))
        assert words_of(library, [after]) == ["Host states should open schools."]
        assert after.addressees[0].span.of(self.NEW) == "Host states"
        assert [span.of(self.NEW) for span in after.attribution.spans] == ["should", "# Asks"]

    def test_queues_what_it_does_not_hold_until_a_person_decides(self, library):
        document = bring_in(library, TEXT)
        pays, schools = suggest(library, document, "Donors should pay.", "Host states should open schools.")
        library.update_excerpt(dataclasses.replace(pays, standing=Standing.CONFIRMED))
        library.update_excerpt(dataclasses.replace(schools, standing=Standing.REJECTED))
        added = self.read_anew(library, "Nothing of that.\n\nDonors pay.")
        assert added.queued == (pays.id,)
        assert [excerpt.id for excerpt in library.queue()] == [pays.id]
        assert words_of(library, library.queue()) == ["Donors should pay."]
        there = dataclasses.replace(pays, reading="new", span=Span(18, 29), standing=Standing.EDITED)
        library.update_excerpt(there)
        assert library.queue() == ()

    def test_drops_suggestions_it_does_not_hold_once_they_are_made_anew(self, library):
        document = bring_in(library, TEXT)
        suggest(library, document, "Donors should pay.")
        added = self.read_anew(library, "Donors pay.")
        assert words_of(library, suggest(library, added.document, "Donors pay.")) == ["Donors pay."]
        assert library.queue() == ()

    def test_does_not_bring_a_rejected_suggestion_back(self, library):
        document = bring_in(library, TEXT)
        (first,) = suggest(library, document, "Donors should pay.\n\nHost states should open schools.")
        edited = dataclasses.replace(first, span=Span(first.span.start, first.span.end - 1), standing=Standing.REJECTED)
        library.update_excerpt(edited)
        added = self.read_anew(library, TEXT + "\n\nMore.")
        assert suggest(library, added.document, "Donors should pay.\n\nHost states should open schools.") == library.excerpts(
            document.id
        )
        assert [excerpt.standing for excerpt in library.excerpts(document.id)] == [Standing.REJECTED]

    def test_keeps_the_old_reading_and_what_a_person_typed_on_the_card(self, library):
        document = bring_in(library, TEXT)
        added = self.read_anew(library)
        assert library.reading(document.reading).text == TEXT
        assert added.document.id == document.id
        assert added.document.card.title == document.card.title

    def test_is_undone_with_a_removal_that_is_undone(self, library):
        document = bring_in(library, TEXT)
        (first,) = suggest(library, document, "Donors should pay.")
        library.update_excerpt(dataclasses.replace(first, standing=Standing.CONFIRMED))
        self.read_anew(library, "Gone.")
        waiting = library.queue()
        removed = library.remove_document(document.id)
        assert library.queue() == ()
        library.restore(removed)
        assert library.queue() == waiting
