"""Character sets, and the two changes a text may undergo."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.reading.decoding import decoded, plain_text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Ciudad Juárez – “here”".encode(), "Ciudad Juárez – “here”"),
        ("Ciudad Juárez".encode("utf-8-sig"), "Ciudad Juárez"),
        ("Ciudad Juárez".encode("utf-16"), "Ciudad Juárez"),
        (b"\xfe\xff" + "año".encode("utf-16-be"), "año"),
        (b"\xff\xfe\0\0" + "año".encode("utf-32-le"), "año"),
        ("El año – “así” €5".encode("cp1252"), "El año – “así” €5"),
        (b"caf\xe9 \x81", "café \x81"),
    ],
)
def test_a_mark_then_utf8_then_cp1252_decide(data: bytes, text: str) -> None:
    assert decoded(data) == text


@given(st.binary(max_size=200))
def test_bytes_that_are_no_utf8_keep_every_byte_as_one_character(data: bytes) -> None:
    data = b"\xe9 " + data
    assert len(decoded(data)) == len(data)


@given(st.text())
def test_newlines_become_one_form_and_the_text_nfc_and_nothing_else_changes(text: str) -> None:
    expected = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    assert plain_text(text) == expected
    assert plain_text(expected) == expected


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "iso2022_jp"])
def test_sets_that_show_themselves_need_no_mark(charset):
    words = "道路は閉鎖されている。" if charset == "iso2022_jp" else "Las carreteras están cerradas."
    assert decoded(words.encode(charset)) == words
