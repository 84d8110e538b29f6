"""Building WordprocessingML elements: names with prefixes, children in the order the schema asks for, text that XML can hold."""

import re
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from briefing_app.wordfile.order import Element, in_schema_order

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_UNPRINTABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def holdable(text: str) -> str:
    """Return the text without what XML 1.0 cannot hold (its production 2): control characters, halves of surrogates."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def w(tag: str, *children: Element | None, **attributes: str | float) -> BaseOxmlElement:
    """Return ``<w:tag>`` with its attributes in the ``w`` namespace and its children; None among them is left out.

    Children of properties are put in the order of the schema, so that the caller need not know it.
    """
    element = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        element.set(qn(f"w:{name.rstrip('_')}"), holdable(str(value)))
    element.extend([child for child in children if child is not None])
    in_schema_order(element)
    return element


def text_elements(text: str) -> list[Element]:
    """Return what a run holds to show a text: ``w:t``, with ``w:tab`` and ``w:br`` for tabs and line breaks."""
    made: list[Element] = []
    for piece in re.split("([\t\n])", holdable(text)):
        if piece in {"\t", "\n"}:
            made.append(w("tab" if piece == "\t" else "br"))
        elif piece:
            words = w("t")
            words.text = piece
            if piece != piece.strip():
                words.set(XML_SPACE, "preserve")
            made.append(words)
    return made


def run(*content: str | Element, style: str | None = None, language: str | None = None) -> Element:
    """Return a run of texts and other run content, with a character style's id and a language tag where given."""
    properties = [w("rStyle", val=style)] if style else []
    properties += [w("lang", val=language)] if language else []
    inside = [made for part in content for made in (text_elements(part) if isinstance(part, str) else [part])]
    return w("r", w("rPr", *properties) if properties else None, *inside)


def paragraph(style: str, *content: Element | None, properties: tuple[Element, ...] = ()) -> Element:
    """Return a paragraph in the style of that id; ``properties`` are what only this one paragraph has."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)
