"""Links, emphasis and code, with the code points of their marks."""

import pytest

from briefing_app.domain.reading import InlineKind, Reading, shown
from briefing_app.domain.span import Span
from briefing_app.reading.entry import read_bytes


def read(text: str, name: str = "a.md") -> Reading:
    return read_bytes(text.encode(), name).reading


def found(text: str, name: str = "a.md") -> list[tuple[str, str, str | None]]:
    reading = read(text, name)
    return [
        (inline.kind.value, inline.content.of(text), inline.target)
        for inline in reading.inlines
        if inline.kind is not InlineKind.MARKER
    ]


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("a [b c](https://d.example/e) f", [("link", "b c", "https://d.example/e")]),
        ("a [b](#) c", [("link", "b", "#")]),
        ("a [b]() c", [("link", "b", "")]),
        ('[a](<b> "title") c', [("link", "a", "b")]),
        ("[a](b_(c)) d", [("link", "a", "b_(c)")]),
        ("[*a* b](c)", [("link", "*a* b", "c"), ("emphasis", "a", None)]),
        ("[a [b](c) d](e)", [("link", "b", "c")]),
        ("see [1] and [sic] (there)", []),
        ("<https://a.example/b>", [("link", "https://a.example/b", "https://a.example/b")]),
        ("<x@a.example>", [("link", "x@a.example", "mailto:x@a.example")]),
        ("(https://a.example/b_c_d).", [("link", "https://a.example/b_c_d", "https://a.example/b_c_d")]),
        ("www.a.example, too", [("link", "www.a.example", "https://www.a.example")]),
        ("*a* **b** ***c***", [("emphasis", "a", None), ("strong", "b", None), ("emphasis", "**c**", None), ("strong", "c", None)]),
        ("snake_case_word and _this_", [("emphasis", "this", None)]),
        ("5 * 3 * 2", []),
        ("**a *b* c**", [("strong", "a *b* c", None), ("emphasis", "b", None)]),
        ("`*a*` b", [("code", "*a*", None)]),
        ("\\*a\\*", []),
        ("*a", []),
    ],
)  # fmt: skip
def test_inlines_have_their_content_and_target(text: str, inlines: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == inlines


def test_marks_pictures_escapes_and_tags_are_not_shown() -> None:
    text = "A *b* [c](d) ![alt](e.jpg)f \\* g<br>h &amp; i"
    reading = read(text)
    assert shown(reading, Span(0, len(text))) == "A b c f * gh & i"


def test_without_markdown_signs_are_signs_and_bare_addresses_links() -> None:
    text = "*Not* emphasis, see https://a.example/b. And _this_ [neither]."
    assert found(text, "a.txt") == [("link", "https://a.example/b", "https://a.example/b")]
