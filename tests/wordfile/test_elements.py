"""Elements come out in the schema's order, texts as XML can hold them, fields and packages whole."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing_app.wordfile.elements import holdable, paragraph, run, w
from briefing_app.wordfile.fields import patterned
from briefing_app.wordfile.order import SEQUENCES, misplaced
from briefing_app.wordfile.package import packed, parsed, parts_of, repacked
from briefing_app.wordfile.walking import paragraph_text


@given(st.sampled_from(sorted(SEQUENCES)).flatmap(lambda parent: st.tuples(st.just(parent), st.permutations(SEQUENCES[parent]))))
def test_children_come_out_in_the_schemas_order_however_they_were_given(given):
    parent, names = given
    made = w(parent, *(w(name) for name in names))
    assert [child.tag.rpartition("}")[2] for child in made] == list(SEQUENCES[parent])
    assert list(misplaced(made)) == []


@given(st.text())
def test_any_text_is_read_back_as_it_can_be_held(text):
    assert paragraph_text(paragraph("Normal", run(text))) == holdable(text)


def test_a_text_keeps_its_spaces_at_either_end():
    assert paragraph_text(parsed(etree.tostring(paragraph("Normal", run(" "), run(" a "), run("\u00a0"))))) == "  a \u00a0"


def test_a_pattern_becomes_words_and_fields():
    runs = patterned("Page {page} of {pages}, {other}", {"page": ("PAGE", "1"), "pages": ("NUMPAGES", "9")})
    assert paragraph_text(paragraph("Normal", *runs)) == "Page 1 of 9, {other}"
    asked = [element.text for made in runs for element in made.iter("{*}instrText")]
    assert asked == [" PAGE ", " NUMPAGES "]


def test_a_package_of_the_same_parts_is_the_same_bytes_in_whatever_order():
    parts = {"word/document.xml": b"b", "[Content_Types].xml": b"a", "_rels/.rels": b"c"}
    made = packed(parts)
    assert made == packed(dict(reversed(parts.items()))) == repacked(made)
    assert list(parts_of(made)) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]


def test_what_is_no_package_is_said_to_be_none():
    with pytest.raises(ValueError, match="zip"):
        parts_of(b"PK\x03\x04 broken")
    with pytest.raises(ValueError, match="Premature end"):
        parsed(b"<a>")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_package_with_a_part_twice_is_refused():
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("a", "1")
        package.writestr("a", "2")
    with pytest.raises(ValueError, match="twice"):
        parts_of(target.getvalue())


def test_entities_from_outside_are_not_resolved():
    root = parsed(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>')
    assert (root.text or "") == ""
