"""Looking through what was found: the excerpt as it should be, and every step taken back."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.excerpt import Addressee, Attribution, ExcerptKind, Standing, original
from briefing_app.domain.span import Span
from briefing_app.errors import EditRefused
from briefing_app.library.store import open_library
from briefing_app.paths import resource
from briefing_app.workbench import looking_through as looking
from briefing_app.workbench.reading_here import import_one
from briefing_app.workbench.session import Session
from tests.builders import pack, reading

TEXT = "Donors must act now. Nobody should wait for another winter."


def document_and_reading():
    made = pack("Asks: r1")
    held = reading(TEXT)
    return dataclasses.replace(made.documents[0], reading=held.id, file=held.file), held


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as held:
        import_one(held, resource("documents", "000_e0eed8d74693ed83.txt"))
        yield held


def test_a_passage_a_person_chose_becomes_an_excerpt_without_the_blanks_at_its_ends():
    document, held = document_and_reading()
    excerpt = looking.made(document, held, ExcerptKind.CONTEXT, Span(20, 28))
    assert original(excerpt, held) == "Nobody"
    assert (excerpt.standing, excerpt.rule, excerpt.confidence) == (Standing.CONFIRMED, "", 1.0)


def test_blanks_alone_make_no_excerpt():
    document, held = document_and_reading()
    with pytest.raises(EditRefused):
        looking.made(document, held, ExcerptKind.QUOTE, Span(20, 21))


def test_who_speaks_and_who_is_asked_come_from_the_excerpt_that_shares_most():
    document, held = document_and_reading()
    first = looking.made(document, held, ExcerptKind.RECOMMENDATION, Span(0, 20))
    first = looking.said_by(looking.asked_of(first, ["Donors"]), "Ana Torres", "", "")
    new = looking.made(document, held, ExcerptKind.RECOMMENDATION, Span(7, 20), [first])
    assert (new.addressees, new.attribution) == ((Addressee("Donors"),), Attribution("Ana Torres"))


def test_correcting_makes_an_excerpt_edited_and_changing_nothing_does_not():
    document, held = document_and_reading()
    excerpt = looking.made(document, held, ExcerptKind.RECOMMENDATION, Span(0, 20))
    assert looking.of_kind(excerpt, ExcerptKind.RECOMMENDATION) is excerpt
    assert looking.asked_of(excerpt, [" "]) is excerpt
    assert looking.of_kind(excerpt, ExcerptKind.QUOTE).standing is Standing.EDITED
    assert looking.confirmed(looking.of_kind(excerpt, ExcerptKind.QUOTE)).standing is Standing.EDITED


def test_an_addressee_kept_keeps_the_place_that_names_it():
    document, held = document_and_reading()
    excerpt = dataclasses.replace(
        looking.made(document, held, ExcerptKind.RECOMMENDATION, Span(0, 20)), addressees=(Addressee("Donors", Span(0, 6)),)
    )
    assert looking.asked_of(excerpt, ["Canada", "Donors"]).addressees == (Addressee("Canada"), Addressee("Donors", Span(0, 6)))


def test_words_typed_for_a_speaker_no_longer_claim_a_place_in_the_text():
    document, held = document_and_reading()
    excerpt = dataclasses.replace(
        looking.made(document, held, ExcerptKind.QUOTE, Span(0, 20)), attribution=Attribution("Ana", spans=(Span(0, 6),))
    )
    assert looking.said_by(excerpt, "Ana Torres", "", "").attribution == Attribution("Ana Torres")
    assert looking.said_by(excerpt, "", " ", "").attribution is None


def test_an_edge_moves_by_words():
    _, held = document_and_reading()
    span = Span(7, 15)  # must act
    assert looking.wider(held, span, end=1).of(TEXT) == "must act now."
    assert looking.wider(held, span, start=-1).of(TEXT) == "Donors must act"
    assert looking.wider(held, span, end=-1).of(TEXT) == "must"
    assert looking.wider(held, span, start=1).of(TEXT) == "act"


@given(st.integers(0, 58), st.integers(1, 59), st.integers(-20, 20), st.integers(-20, 20))
def test_a_passage_keeps_a_word_however_its_edges_move(one, other, start, end):
    _, held = document_and_reading()
    span = Span(min(one, other), max(one, other, min(one, other) + 1))
    moved = looking.wider(held, span, start=start, end=end)
    assert 0 <= moved.start < moved.end <= len(TEXT)


def test_the_next_to_look_at_goes_on_and_comes_round():
    document, held = document_and_reading()
    spans = (Span(0, 6), Span(7, 11), Span(12, 15))
    all_three = [
        dataclasses.replace(looking.made(document, held, ExcerptKind.CONTEXT, span), id=str(place))
        for place, span in enumerate(spans)
    ]
    first, second, third = (dataclasses.replace(each, standing=Standing.SUGGESTED) for each in all_three)
    second = looking.confirmed(second)
    assert looking.next_unseen([first, second, third], "0") is third
    assert looking.next_unseen([first, second, third], "2") is first
    assert looking.next_unseen([second]) is None


def test_the_least_sure_comes_first():
    document, held = document_and_reading()
    sure, unsure, seen = (
        dataclasses.replace(looking.made(document, held, ExcerptKind.CONTEXT, span), standing=standing, confidence=confidence)
        for span, standing, confidence in (
            (Span(0, 6), Standing.SUGGESTED, 0.9),
            (Span(7, 11), Standing.SUGGESTED, 0.4),
            (Span(12, 15), Standing.REJECTED, 0.1),
        )
    )
    assert looking.doubtful_first([sure, unsure, seen]) == (unsure, sure)


def test_excerpts_made_and_taken_out_and_documents_removed_come_back_by_undo(library):
    session = Session(library, pack("Asks: r1"))
    document = library.documents()[0]
    before = library.whole(document.id)
    new = looking.made(document, library.reading(document.reading), ExcerptKind.CONTEXT, Span(0, 40))
    session.do_excerpt("make-excerpt", new)
    session.remove_excerpt("remove-excerpt", before.excerpts[0].excerpt.id)
    session.remove_document("remove-document", document.id)
    assert library.documents() == ()
    assert [session.undo() for _ in range(3)] == ["remove-document", "remove-excerpt", "make-excerpt"]
    after = library.whole(document.id)
    assert (after.document, {each.excerpt for each in after.excerpts}) == (
        before.document,
        {each.excerpt for each in before.excerpts},
    )
    assert [session.redo() for _ in range(3)] == ["make-excerpt", "remove-excerpt", "remove-document"]
    assert library.documents() == ()


def test_a_removed_document_that_changed_meanwhile_is_not_removed_again(library):
    session = Session(library, pack("Asks: r1"))
    document = library.documents()[0]
    session.remove_document("remove-document", document.id)
    session.undo()
    excerpt = library.excerpts(document.id)[0]
    library.update_excerpt(looking.confirmed(excerpt))
    with pytest.raises(EditRefused):
        session.redo()
    assert library.documents() == (document,)
