"""The reader of PDF files: bytes to a Reading in reading order, with its lines on their pages, and to what its card can say."""

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2 as pdfium

from briefing_app.domain.reading import BlockKind, Reading, shown
from briefing_app.domain.source import Basis, Card, KnownText
from briefing_app.errors import FileNotRead
from briefing_app.reading.card import completed, with_agreed_title
from briefing_app.reading.finishing import finished
from briefing_app.reading.pdf.assembly import Assembly
from briefing_app.reading.pdf.columns import columns_of, sideways_columns
from briefing_app.reading.pdf.flow import flowing
from briefing_app.reading.pdf.footnotes import mark_endnotes, notes_in
from briefing_app.reading.pdf.form_values import is_only_a_form, with_values
from briefing_app.reading.pdf.frames import page_size
from briefing_app.reading.pdf.furniture import without_furniture
from briefing_app.reading.pdf.headings import mark_headings, with_whole_headings
from briefing_app.reading.pdf.hyphens import line_end_repairs, swapped_bytes
from briefing_app.reading.pdf.items import mark_items
from briefing_app.reading.pdf.leaves import Leaf, leaf_of
from briefing_app.reading.pdf.line_numbers import without_line_numbers
from briefing_app.reading.pdf.links import PageLink, links_of
from briefing_app.reading.pdf.opening import opened
from briefing_app.reading.pdf.paragraphs import Paragraph, paragraphs_of
from briefing_app.reading.pdf.properties import card_from_properties, language_stated, outline
from briefing_app.reading.pdf.quotes import mark_quotes
from briefing_app.reading.pdf.style import Style, style_of
from briefing_app.reading.pdf.tagged import without_artifacts, without_wrong_headings
from briefing_app.reading.pdf.xmp import xmp_of
from briefing_app.reading.repairs import C1, MOJIBAKE, repairs_of

READER = "pdf-1"
_PICTURED = 0.2
"""Share of a page that pictures cover, from which a page without words is a scan."""
_DRAWN = 40
"""Shapes from which it is letters drawn as outlines, or a chart."""
_HEAD = 12
"""Blocks at the beginning among which the title is looked for that the file's own field names."""


def read_pdf(data: bytes, name: str, file: str, *, password: str | None = None) -> tuple[Reading, Card]:
    """Read a PDF file; FileNotRead when it is damaged, locked, too long, or has no text layer."""
    with _uncollected():
        return _read(data, name, file, password)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector from looking over all that is made of a file, again and again: none of it goes round in circles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(data: bytes, name: str, file: str, password: str | None) -> tuple[Reading, Card]:
    with opened(data, name, password) as document:
        leaves, links = _leaves(document)
        if all(leaf.empty for leaf in leaves):
            pictured = any(_lacks_text(leaf) for leaf in leaves)
            raise FileNotRead("file-without-text-layer" if pictured else "file-without-words", path=name)
        if is_only_a_form(document, sum(len(row.text) for leaf in leaves for row in leaf.rows)):
            raise FileNotRead("file-form-only", path=name)
        packet = xmp_of(data)
        properties = card_from_properties(document, packet)
        stated = language_stated(document) or packet.language
        marks = list(outline(document))
    style = style_of(leaves)
    without_wrong_headings(leaves)
    without_artifacts(leaves, style.size)
    without_furniture(leaves, style.leading)
    paragraphs, notes = _paragraphs(leaves, style)
    mark_headings(paragraphs, style, marks)
    paragraphs = with_whole_headings(paragraphs, style)
    mark_items(paragraphs)
    endnotes = mark_endnotes(paragraphs)
    mark_quotes(paragraphs, style)
    paragraphs = _with_notes(flowing(paragraphs, style), notes)
    sizes = [leaf.size for leaf in leaves]
    empty = [leaf.page for leaf in leaves if leaf.empty and _lacks_text(leaf)]
    signs = {page: frozenset(note.label for note in own) for page, own in notes.items()}
    del leaves, notes
    if endnotes:
        signs[len(sizes)] = endnotes
    made = Assembly(sizes, links, signs).assembled(paragraphs, empty)
    repairs = [one for one in repairs_of(made.text) if one.rule in {C1, MOJIBAKE}]
    repairs = sorted([*repairs, *line_end_repairs(made.text), *swapped_bytes(made.text)], key=lambda one: one.span)
    bare = Reading(f"{READER}:{file}", file, READER, made.text, pages=len(sizes), lines=tuple(made.lines))
    reading, card = finished(bare, made.blocks, made.inlines, repairs)
    damage = sorted({*reading.damage, *made.damage}, key=lambda one: (one.span, one.kind.value, one.page or 0))
    reading = replace(reading, damage=tuple(damage))
    if reading.language is None and stated is not None:
        reading = replace(reading, language=stated)
        card = replace(card, language=KnownText(stated, Basis.FROM_FILE))
    head = (shown(reading, block.span) for block in reading.blocks[:_HEAD])
    return reading, completed(with_agreed_title(card, properties.title, head), properties)


def _leaves(document: pdfium.PdfDocument) -> tuple[list[Leaf], dict[int, list[PageLink]]]:
    leaves: list[Leaf] = []
    links: dict[int, list[PageLink]] = {}
    for number in range(len(document)):
        page = document[number]
        try:
            if found := list(links_of(document, page, page_size(page))):
                links[number] = found
            page = with_values(document, page, number)
            leaf = leaf_of(page, number)
            without_line_numbers(leaf)
            leaves.append(leaf)
        finally:
            page.close()
    return leaves, links


def _lacks_text(leaf: Leaf) -> bool:
    return leaf.pictured > _PICTURED or leaf.strokes > _DRAWN


def _paragraphs(leaves: Sequence[Leaf], style: Style) -> tuple[list[Paragraph], dict[int, list[Paragraph]]]:
    paragraphs: list[Paragraph] = []
    notes: dict[int, list[Paragraph]] = {}
    known: Counter[int] = Counter()
    for leaf in leaves:
        columns = columns_of(leaf, known)
        if own := notes_in(columns, leaf.page, leaf.turn, leaf.height, leaf.rules, style):
            notes[leaf.page] = own
        for column in columns:
            if column.lines:
                paragraphs += paragraphs_of(column, leaf.page, leaf.turn, style)
        for turn, pieces in leaf.others:
            for column in sideways_columns(pieces):
                paragraphs += paragraphs_of(column, leaf.page, turn, style)
    return paragraphs, notes


def _with_notes(paragraphs: Sequence[Paragraph], notes: dict[int, list[Paragraph]]) -> list[Paragraph]:
    """Return all in order: the notes of a page after the last paragraph that begins on it or an earlier page."""
    waiting = sorted(notes.items())
    kept: list[Paragraph] = []
    last: Paragraph | None = None
    for one in [*paragraphs, None]:
        while waiting and (one is None or waiting[0][0] < one.page):
            for note in waiting.pop(0)[1]:
                if note.label or last is None:
                    note.kind = BlockKind.FOOTNOTE if note.label else BlockKind.PARAGRAPH
                    kept.append(note)
                    last = note
                else:
                    last.lines += note.lines  # the end of a note that began on the page before
        if one is not None:
            kept.append(one)
    return kept
