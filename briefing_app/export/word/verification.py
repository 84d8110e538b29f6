"""A written Word file opened again: nothing in it but what the briefing and its furniture say, and all of that, in order."""

from collections.abc import Mapping

from docx.oxml.ns import qn
from lxml import etree

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Composed, InternalBriefing, shared_part, with_cover
from briefing_app.errors import ExportRefused
from briefing_app.export.allowed import allowed_texts, properties
from briefing_app.export.word.covering import Cover
from briefing_app.export.word.expected import CHECKED, Expected, notes
from briefing_app.export.word.known import ANCHOR, ELEMENTS, FIELDS, PARTS, RELATIONSHIPS
from briefing_app.export.written import Written
from briefing_app.wordfile.elements import holdable
from briefing_app.wordfile.order import Element
from briefing_app.wordfile.package import parsed, parts_of
from briefing_app.wordfile.walking import BODY, WordParagraph, alternative_texts, paragraphs, target_of, text_parts

_TYPES = "[Content_Types].xml"
_ANCHORED = {qn("w:bookmarkStart"): "w:name", qn("w:hyperlink"): "w:anchor"}
"""What names a place in the text, or leads to one; nothing leads out of the file."""
_TEXT_ELEMENTS = frozenset({qn("w:t"), qn("w:instrText")})


def verify_docx(written: Written, composed: Composed, brand: Brand) -> None:
    """Open a written Word file again and compare it with what was to be written; ExportRefused when anything differs.

    Every text of body, headers, footers, notes, tables, pictures and properties is in the allow-list; every part, content type,
    relationship and element is a known one, so that no change is tracked, no comment made and nothing hidden; every heading, ask,
    quotation, paragraph and note stands there once, in order, under its number.
    """
    composed = with_cover(composed) if written.covered else composed
    try:
        parts = parts_of(written.data)
        roots = {name: parsed(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    except ValueError as error:
        raise ExportRefused("docx-broken") from error
    _only_known_parts(parts, roots)
    for name in text_parts(parts):
        _only_known_elements(roots[name])
    walked = list(paragraphs(parts))
    _only_allowed_texts(roots, walked, composed, brand)
    _all_there(walked, composed)


def _only_known_parts(parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> None:
    if _TYPES not in roots or BODY not in roots:
        raise ExportRefused("docx-broken")
    types = roots[_TYPES]
    by_name = {str(entry.get("PartName")).lstrip("/"): entry.get("ContentType") for entry in types.iterfind("{*}Override")}
    by_ending = {entry.get("Extension"): entry.get("ContentType") for entry in types.iterfind("{*}Default")}
    led_to = _relationships(roots)
    for name in parts:
        if name == _TYPES or RELATIONSHIPS.fullmatch(name):
            continue
        content_type = by_name.get(name, by_ending.get(name.rpartition(".")[2]))
        relationships = led_to.pop(name, set())
        if not any(
            pattern.fullmatch(name) and content_type == known and relationships == {relationship}
            for pattern, known, relationship in PARTS
        ):
            raise ExportRefused("docx-unknown-part", part=name)
    if stray := sorted({*led_to, *by_name} - set(parts)):
        raise ExportRefused("docx-unknown-part", part=stray[0])


def _relationships(roots: Mapping[str, Element]) -> dict[str, set[str]]:
    """Return the types of the relationships that lead to each part, or to an address outside."""
    led_to: dict[str, set[str]] = {}
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        owner = name.replace("_rels/", "").removesuffix(".rels")
        for relationship in root.iterfind("{*}Relationship"):
            target = relationship.get("Target", "")
            inside = relationship.get("TargetMode") != "External"
            led_to.setdefault(target_of(owner, target) if inside else target, set()).add(relationship.get("Type", ""))
    return led_to


def _only_known_elements(root: Element) -> None:
    # Comments, processing instructions and entities of XML are found by these three and have no name.
    nameless = next(root.iter(etree.Comment, etree.PI, etree.Entity), None)
    if nameless is not None:
        raise ExportRefused("docx-trace", what=str(nameless))
    for element in root.iter("*"):
        name = etree.QName(element).localname
        if name not in ELEMENTS:
            raise ExportRefused("docx-trace", what=name)
        if any(etree.QName(attribute).localname.startswith("rsid") for attribute in element.attrib):
            raise ExportRefused("docx-trace", what="rsid")
        if element.tag not in _TEXT_ELEMENTS and ((element.text or "").strip() or (element.tail or "").strip()):
            raise ExportRefused("docx-trace", what=name)
        if element.tag in _ANCHORED and not ANCHOR.fullmatch(element.get(qn(_ANCHORED[str(element.tag)]), "")):
            raise ExportRefused("docx-trace", what=name)
        if element.tag == qn("w:instrText") and not FIELDS.fullmatch((element.text or "").strip()):
            raise ExportRefused("docx-trace", what=(element.text or "").strip())


def _only_allowed_texts(roots: Mapping[str, Element], walked: list[WordParagraph], composed: Composed, brand: Brand) -> None:
    cover = Cover(allowed_texts(composed, brand))
    for paragraph in walked:
        if stranger := cover.stranger(paragraph.text):
            raise ExportRefused("docx-unknown-text", text=stranger)
        if paragraph.label and cover.stranger(paragraph.label):
            raise ExportRefused("docx-unknown-text", text=paragraph.label)
    for name, root in roots.items():
        for text in alternative_texts(root) if name.startswith("word/") else ():
            if not text.removeprefix("Picture ").isdecimal() and cover.stranger(text):
                raise ExportRefused("docx-unknown-text", text=text)
    _only_allowed_properties(roots, composed, brand)


def _only_allowed_properties(roots: Mapping[str, Element], composed: Composed, brand: Brand) -> None:
    allowed = {holdable(text) for text in properties(composed, brand)}
    day = shared_part(composed).metadata.date
    allowed.add(f"{day.year:04}-{day.month or 1:02}-{day.day or 1:02}T00:00:00Z")
    core = roots.get("docProps/core.xml")
    for element in core.iter("{*}*") if core is not None else ():
        if element.text and element.text not in allowed:
            raise ExportRefused("docx-unknown-text", text=element.text)


def _all_there(walked: list[WordParagraph], composed: Composed) -> None:
    checked = {style.casefold() for style in CHECKED}
    body = [(entry.label, entry.text) for entry in walked if entry.part == BODY and entry.style.casefold() in checked]
    wanted = Expected().paragraphs(composed)
    for place, (number, text) in enumerate(wanted):
        if place >= len(body) or body[place] != (number, text):
            raise ExportRefused("docx-missing-text", text=f"{number} {text}".strip()[:60])
    if len(body) > len(wanted):
        raise ExportRefused("docx-unknown-text", text=body[len(wanted)][1][:60])
    noted = [entry.text.partition("\t")[2] for entry in walked if entry.part in {"word/footnotes.xml", "word/endnotes.xml"}]
    # The separators above notes are paragraphs of theirs too, without words.
    if missing := set(notes(composed)) - set(noted):
        raise ExportRefused("docx-missing-text", text=min(missing)[:60])
    if len([text for text in noted if text]) > len(notes(composed)):
        raise ExportRefused("docx-unknown-text", text=noted[-1][:60])
    _marked_internal(walked, composed)


def _marked_internal(walked: list[WordParagraph], composed: Composed) -> None:
    """Refuse an internal copy with a page whose head or foot does not say so."""
    if not isinstance(composed, InternalBriefing):
        return
    marking = holdable(composed.shared.furniture.internal_marking)
    around = [paragraph for paragraph in walked if paragraph.part.startswith(("word/header", "word/footer"))]
    if any(not paragraph.text.startswith(marking) for paragraph in around):
        raise ExportRefused("docx-missing-text", text=marking)
