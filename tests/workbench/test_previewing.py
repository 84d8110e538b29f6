"""The preview's worker: what it shows is what export writes; readings travel once; damaged words are found on their page."""

import dataclasses

import pypdfium2 as pdfium
import pytest
from PIL import Image

from briefing_app.domain.briefing import Copy
from briefing_app.domain.fidelity.edits import Stretch, leave_out
from briefing_app.domain.pack import Verbatim
from briefing_app.domain.reading import Damage, DamageKind
from briefing_app.domain.span import Span
from briefing_app.errors import UsageError
from briefing_app.export.formats import Format
from briefing_app.workbench import editing
from briefing_app.workbench.building import Printing, built, findings_of
from briefing_app.workbench.choosing import brand_of
from briefing_app.workbench.pages import Forgotten, Sent
from briefing_app.workbench.press import PRESS, Press
from briefing_app.workbench.previewing import judged, preview, rendered
from tests.builders import fingerprint, pack

OUTLINE = "Asks: r1 r2 | Voices: q1 | Context: c1 c2 n1"


@pytest.fixture(autouse=True)
def fresh():
    yield
    if PRESS._open:
        PRESS._open.document.close()
    PRESS.__init__()


def shown(of, audience="canada", copy=Copy.HAND_OVER, **more):
    return preview(Sent().parcel(of, {}), audience, copy, **more)


def damaged(of, words, kind=DamageKind.GARBLED):
    """Return the pack with the first place of these words hurt."""
    reading = next(reading for reading in of.readings if words in reading.text)
    start = reading.text.index(words)
    hurt = dataclasses.replace(reading, damage=(Damage(kind, Span(start, start + len(words))),))
    return dataclasses.replace(of, readings=tuple(hurt if each is reading else each for each in of.readings))


def test_the_pages_shown_are_the_bytes_export_writes():
    of = pack(OUTLINE)
    for copy in (Copy.HAND_OVER, Copy.INTERNAL):
        written, findings = built(Printing(of, {}, brand_of("neutral")), "canada", copy, Format.PDF)
        seen = shown(of, copy=copy)
        assert seen.pdf == written.data
        assert (seen.page_map, seen.report) == (written.page_map, written.report)
        assert judged(seen.key).findings == findings


def test_a_working_copy_is_shown_with_its_own_marking_and_judged_as_one():
    of = pack(OUTLINE)
    seen = shown(of, copy=Copy.WORKING)
    with pdfium.PdfDocument(seen.pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    assert seen.pdf != shown(of).pdf
    assert all("working copy" in text.lower() for text in texts)
    assert {each.code for each in judged(shown(of, copy=Copy.WORKING).key).findings} >= {
        each.code for each in findings_of(Printing(of, {}, brand_of("neutral")), "canada", Copy.WORKING) if each.severity != "info"
    }


def test_a_page_is_a_picture_of_the_size_asked_for_on_white():
    seen = shown(pack(OUTLINE), page=1, scale=0.5)
    assert seen.first.page == 1
    width, height = seen.sizes[0]
    assert (seen.first.width, seen.first.height) == (round(width / 2), round(height / 2))
    image = Image.frombytes("RGB", (seen.first.width, seen.first.height), seen.first.data, "raw", "RGB", seen.first.stride)
    assert image.getpixel((2, 2)) == (255, 255, 255)
    assert image.convert("L").getextrema()[0] < 128
    assert rendered(seen.key, 1, 0.5) == seen.first


def test_the_page_looked_at_comes_first_and_the_last_one_where_it_is_gone():
    seen = shown(pack("Asks: r1 r2 r3 r4 r5 r6 | Context: " + " ".join(f"c{number}" for number in range(1, 40))), page=2, scale=0.1)
    assert len(seen.sizes) > 2
    assert seen.first.page == 2
    assert shown(pack("Asks: r1"), page=9, scale=0.1).first.page == 1


def test_a_document_laid_out_before_the_last_is_forgotten():
    first = shown(pack("Asks: r1"))
    shown(pack("Asks: r2"))
    for ask in (lambda: rendered(first.key, 1, 1), lambda: judged(first.key)):
        with pytest.raises(Forgotten):
            ask()


def test_readings_and_pictures_travel_once():
    of, media, sent = pack(OUTLINE), {fingerprint("i1"): b"a picture"}, Sent()
    parcel = sent.parcel(of, media)
    assert parcel.readings == of.readings
    assert parcel.media == media
    before = preview(parcel, "canada", Copy.HAND_OVER)
    sent.arrived(parcel)
    edited = editing.write_front(of, "title", "Another").pack
    again = sent.parcel(edited, media)
    assert (again.pack.readings, again.readings, again.media) == ((), (), {})
    after = preview(again, "canada", Copy.HAND_OVER)
    assert after.pdf != before.pdf
    assert after.pdf == built(Printing(edited, {}, brand_of("neutral")), "canada", Copy.HAND_OVER, Format.PDF)[0].data


def test_a_worker_that_lacks_what_was_sent_says_so_and_takes_the_whole():
    of, sent = pack(OUTLINE), Sent()
    sent.arrived(sent.parcel(of, {}))
    with pytest.raises(Forgotten):
        preview(sent.parcel(of, {}), "canada", Copy.HAND_OVER)
    sent.forgotten()
    assert preview(sent.parcel(of, {}), "canada", Copy.HAND_OVER).sizes


def test_a_brand_that_is_not_there_is_told_and_the_last_pages_stay():
    of = pack(OUTLINE)
    seen = shown(of)
    with pytest.raises(UsageError):
        shown(dataclasses.replace(of, brand="gone"))
    assert rendered(seen.key, 1, 0.2).page == 1


def test_damaged_words_are_found_where_they_are_printed():
    of = damaged(pack(OUTLINE), "7.1 million people have left")
    seen = shown(of)
    boxes = judged(seen.key).damaged
    (place,) = seen.page_map["p-c1"]
    assert list(boxes) == [place.page]
    for x, y, width, height in boxes[place.page]:
        left, top, wide, deep = place.box
        assert left - 1 <= x
        assert x + width <= left + wide + 1
        assert top - 2 <= y
        assert y + height <= top + deep + 2
    assert sum(box[2] for box in boxes[place.page]) > 40


def test_damage_that_was_trimmed_away_or_does_no_harm_is_not_waved():
    of = damaged(pack(OUTLINE), "7.1 million people")
    excerpt = of.excerpt("c1")
    text = of.reading(excerpt.reading).text
    hurt = of.reading(excerpt.reading).damage[0].span
    trimmed = editing.reword(of, "p-c1", Verbatim((Stretch("c1", leave_out(excerpt.span, (), hurt, text)),))).pack
    assert judged(shown(trimmed).key).damaged == {}
    assert judged(shown(damaged(pack(OUTLINE), "7.1 million people", DamageKind.DEAD_LINK)).key).damaged == {}


def test_words_that_stand_on_the_page_twice_are_waved_in_their_own_placement():
    words = "Prices of food rose by half in twelve months."
    of = damaged(pack("Context: n1 c3", texts={"n1": words, "c3": words}), "food rose")
    seen = shown(of)
    (box,) = judged(seen.key).damaged[1]
    assert box[1] >= seen.page_map["p-c3"][0].box[1] - 2


def test_two_presses_keep_apart():
    one, other = Press(), Press()
    key = one.laid_out(Sent().parcel(pack("Asks: r1"), {}), "canada", Copy.HAND_OVER, 1, 0).key
    with pytest.raises(Forgotten):
        other.rendered(key, 1, 1)
