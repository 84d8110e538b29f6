"""Walking the text of a Word file: every paragraph of every part in document order, wherever it is nested.

python-docx's own ``paragraphs`` skips content controls, and its ``text`` skips what is inside them in a line.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn

from briefing_app.wordfile.numbering import Counting
from briefing_app.wordfile.order import Element
from briefing_app.wordfile.package import parsed

BODY = "word/document.xml"

_TEXT_PARTS = ("word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")
_SPACES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011", qn("w:softHyphen"): "\u00ad"}
# An alternate content holds the same text once for new and once for old programs.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {qn("w:pPr"), qn("w:rPr"), qn("w:sdtPr"), qn("w:instrText"), _FALLBACK}
_REMOVED = {qn("w:del"), qn("w:moveFrom")}
_ADDED = {qn("w:ins"), qn("w:moveTo")}


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph: its part, its style's name (empty: the default), what stands before it, its text, whether in a table.

    ``text`` has a tab or line feed for Word's own, and no call of a note. ``hidden`` is text that Word does not show.
    """

    part: str
    style: str
    label: str
    text: str
    in_table: bool
    hidden: str
    element: Element


def style_names(styles: Element | None) -> dict[str, str]:
    """Return the names of styles by id: ids differ in a localised Word, built-in names do not."""
    if styles is None:
        return {}
    named = {}
    for style in styles.iterfind(qn("w:style")):
        name = style.find(qn("w:name"))
        named[style.get(qn("w:styleId"), "")] = "" if name is None else name.get(qn("w:val"), "")
    return named


def text_parts(parts: Mapping[str, bytes]) -> list[str]:
    """Return the names of the parts that hold text: the body, then headers, footers, notes, comments."""
    others = [name for name in sorted(parts) if name.startswith(_TEXT_PARTS) and name.endswith(".xml")]
    return [name for name in (BODY, *others) if name in parts]


def paragraphs(parts: Mapping[str, bytes], *, original: bool = False) -> Iterator[WordParagraph]:
    """Yield all paragraphs of a package's text parts in order; ``original`` gives the text before tracked changes."""
    names = style_names(_root(parts, "word/styles.xml"))
    counting = Counting(_root(parts, "word/numbering.xml"), _root(parts, "word/styles.xml"))
    for part in text_parts(parts):
        for element in parsed(parts[part]).iter(qn("w:p")):
            if next(element.iterancestors(_FALLBACK), None) is not None:
                continue
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            identifier = "" if style is None else style.get(qn("w:val"), "")
            yield WordParagraph(
                part,
                names.get(identifier, identifier),
                counting.label(element),
                paragraph_text(element, original=original),
                next(element.iterancestors(qn("w:tc")), None) is not None,
                hidden_text(element),
                element,
            )


def paragraph_text(paragraph: Element, *, original: bool = False) -> str:
    """Return a paragraph's text as accepting all tracked changes gives it, or as it was before them.

    A paragraph of a text box inside is not part of it: ``paragraphs`` yields it by itself.
    """
    return "".join(_texts(paragraph, _ADDED if original else _REMOVED))


def hidden_text(paragraph: Element) -> str:
    """Return the text of a paragraph's runs that are formatted as hidden."""
    shy = [run for run in paragraph.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None]
    return "".join(text for run in shy for text in _texts(run, _REMOVED))


def note_calls(paragraph: Element) -> list[int]:
    """Return the ids of the notes that a paragraph calls, in order."""
    calls = paragraph.iter(qn("w:footnoteReference"), qn("w:endnoteReference"))
    return [int(call.get(qn("w:id"), "0")) for call in calls]


def alternative_texts(root: Element) -> Iterator[str]:
    """Yield what pictures say to those who cannot see them: description, title and name."""
    for tag in ("wp:docPr", "pic:cNvPr"):
        for element in root.iter(qn(tag)):
            yield from (element.get(key, "") for key in ("descr", "title", "name"))


def target_of(part: str, target: str) -> str:
    """Return the name of the part that a relationship of ``part`` points to."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _texts(element: Element, left_out: set[str]) -> Iterator[str]:
    custom_mark = False
    for child in element.iterchildren("*"):
        tag = str(child.tag)
        if tag in _SKIPPED or tag in left_out or tag == qn("w:p"):
            continue
        if tag in {qn("w:footnoteReference"), qn("w:endnoteReference")}:
            custom_mark = child.get(qn("w:customMarkFollows")) in {"1", "true", "on"}
        elif tag in {qn("w:t"), qn("w:delText")}:
            # The mark after such a call is the note's number, no word of the text.
            yield "" if custom_mark else child.text or ""
            custom_mark = False
        elif tag in _SPACES:
            yield _SPACES[tag]
        else:
            yield from _texts(child, left_out)


def _root(parts: Mapping[str, bytes], name: str) -> Element | None:
    return parsed(parts[name]) if name in parts else None
