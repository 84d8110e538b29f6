"""Which character set a page is in."""

import codecs

import pytest

from briefing_app.reading.html.charset import page_text
from briefing_app.reading.html.reader import read_html

WORDS = "El año del «éxodo» — según dicen"


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode(),
        WORDS.encode("cp1252"),
    ],
)
def test_a_mark_of_byte_order_then_utf_8_then_windows_1252(data):
    assert page_text(data) == WORDS


@pytest.mark.parametrize(
    ("declaration", "charset", "words"),
    [
        ("<meta charset='{}'>", "iso-8859-1", "año – “no”"),
        ("<meta http-equiv='Content-Type' content='text/html; charset={}'>", "iso-8859-15", "año €"),
        ("<?xml version='1.0' encoding='{}'?>", "windows-1251", "Дорога закрыта"),
        ("<meta charset={}>", "gb2312", "部长们必须开放道路"),
        ("<meta charset={}>", "shift_jis", "道路を開けて"),
    ],
)
def test_what_a_page_declares_counts_as_browsers_take_it(declaration, charset, words):
    stored = {"iso-8859-1": "cp1252"}.get(charset, charset)
    page = declaration.format(charset).encode() + words.encode(stored)
    assert page_text(page).endswith(words)


@pytest.mark.parametrize("declared", ["iso-8859-1", "gb2312", "utf-16", "klingon-7", "rot13"])
def test_a_page_in_utf_8_is_read_so_whatever_it_declares(declared):
    assert page_text(f"<meta charset={declared}>{WORDS}".encode()).endswith(WORDS)


def test_a_page_put_together_of_pieces_loses_the_odd_sign_and_says_so():
    data = f"<html><meta charset=utf-8><p>{WORDS * 40} ".encode() + b"\xe9"
    reading, _ = read_html(data, "page.html", "0" * 64)
    assert reading.text.endswith("\ufffd")
    assert [damage.kind.value for damage in reading.damage][-1] == "mojibake"


def test_quotation_marks_of_windows_in_a_page_that_says_latin_are_read_as_browsers_do():
    reading, _ = read_html(b"<html><meta charset=latin-1><p>He said \x93no\x94.", "page.html", "0" * 64)
    assert reading.text == "He said “no”."


def test_mojibake_in_a_page_is_mended_beside_its_text():
    reading, _ = read_html("<html><p>Theyâ€™re waiting.".encode(), "page.html", "0" * 64)
    assert reading.text == "Theyâ€™re waiting."
    assert [repair.shown for repair in reading.repairs] == ["’"]


@pytest.mark.parametrize(
    ("names", "charset", "words"),
    [
        (("utf-8", "windows-1251"), "cp1251", "Дороги закрыты."),
        (("x-gbk",), "gbk", "道路已经封闭。"),
        (("iso-2022-jp",), "iso2022_jp", "道路は閉鎖されている。"),
        (("unicode_escape",), "cp1252", "Café \\u0041"),
    ],
)
def test_names_that_mislead_give_way_to_those_that_do_not(names, charset, words):
    page = "".join(f"<meta charset={name}>" for name in names).encode() + b"<p>" + words.encode(charset)
    assert words in page_text(page)
