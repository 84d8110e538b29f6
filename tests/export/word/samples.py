"""Small composed documents and brands for the Word writer's tests."""

from dataclasses import replace
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from briefing_app.domain.audience import Paper
from briefing_app.domain.brand import Brand, Colours, Contact, Fonts, Logo, Masthead, QuoteShape, Shape
from briefing_app.domain.brand import Panel as PanelShape
from briefing_app.domain.briefing import Briefing, Furniture, Metadata, Part, Run
from briefing_app.domain.dates import PartialDate
from briefing_app.export.word.entry import write_docx
from briefing_app.export.word.verification import verify_docx
from briefing_app.wordfile.package import parsed, parts_of
from briefing_app.wordfile.walking import BODY, paragraphs
from tests.wordfile.soundness import faults

HERE = Path(__file__).parent
FONTS = Fonts("t", "ts", "ti", "d", "l", "ls", "h", "Source Serif Pro", "Source Sans Pro", "Cambria", "Segoe UI")
NEUTRAL = Brand(
    "neutral", "Neutral", "Policy Office", {"en": "We help.", "fr": "Nous aidons."}, Contact("Policy desk", ("policy@example.org",)),
    Logo("logo.svg", "Two sheets"), FONTS, Colours("#1A2024", "#4C585E", "#0E4C5A", "#FFFFFF", "#EAF0F0", "#A9B4B8"), folder=str(HERE),
)  # fmt: skip
LOUD = replace(NEUTRAL, id="loud", shape=Shape(masthead=Masthead.BLOCK, panel=PanelShape.OUTLINE, quote=QuoteShape.BLOCK))
FURNITURE = Furniture(
    "People on the move", "DRAFT", "Delegation of Canada, version 1.2", "Page {page} of {pages}", "INTERNAL – not for hand-over",
    "Sheet {sheet}",
)  # fmt: skip
METADATA = Metadata("Sharing responsibility", "Follow-up: Canada", "en", PartialDate(2023, 1, 16))


def text(words, **more):
    return (Run(words, **more),)


def briefing(*blocks, notes=(), furniture=FURNITURE, new_page=False, **more):
    return Briefing(METADATA, Paper.LETTER, furniture, (Part("one", blocks, new_page),), notes, **more)


def written(composed, brand=NEUTRAL, media=None):
    """Write a composed document, with all that must hold of every Word file asserted."""
    made = write_docx(composed, brand, media or {})
    assert faults(made.data) == []
    verify_docx(made, composed, brand)
    return made


def walked(made, part=BODY):
    return [entry for entry in paragraphs(parts_of(made.data)) if entry.part == part]


def root(made, name=BODY):
    return parsed(parts_of(made.data)[name])


def pretty(element):
    """Return XML a line an element, without the names of namespaces, to compare and to read."""
    bare = etree.tostring(element, encoding="unicode", pretty_print=True)
    for prefix, address in element.nsmap.items():
        bare = bare.replace(f' xmlns:{prefix}="{address}"', "")
    return bare.strip()


def body(made):
    return list(root(made).find(qn("w:body")))


def style_named(made, name):
    return next(
        style
        for style in root(made, "word/styles.xml")
        if style.find(qn("w:name")) is not None and style.find(qn("w:name")).get(qn("w:val")) == name
    )
