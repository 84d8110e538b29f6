"""The parts of a Word file that hold no text of the pack: properties, settings, fonts."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from lxml import etree

from briefing_app.domain.brand import Brand
from briefing_app.domain.briefing import Metadata
from briefing_app.wordfile.elements import holdable, w
from briefing_app.wordfile.footnotes import Notes

_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
}
_COMPATIBILITY_ADDRESS = "http://schemas.microsoft.com/office/word"

_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def core_properties(metadata: Metadata, brand: Brand, package: Package) -> Part:
    """Return the properties: title, subject, author, language and the date stated in the pack; no person, no program."""
    root = etree.Element(f"{{{_CORE['cp']}}}coreProperties", nsmap=_CORE)
    texts = {"title": metadata.title, "subject": metadata.subject, "creator": brand.organisation, "language": metadata.language}
    for name, text in texts.items():
        if text:
            etree.SubElement(root, f"{{{_CORE['dc']}}}{name}").text = holdable(text)
    day = metadata.date
    # Word wants a day and an hour; what is not known of the date is its beginning.
    moment = f"{day.year:04}-{day.month or 1:02}-{day.day or 1:02}T00:00:00Z"
    for name in ("created", "modified"):
        element = etree.SubElement(root, f"{{{_CORE['dcterms']}}}{name}")
        element.set(f"{{{_CORE['xsi']}}}type", "dcterms:W3CDTF")
        element.text = moment
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Part(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, data, package)


def settings(notes: Notes, language: str, *, anonymous: bool) -> BaseOxmlElement:
    """Return ``w:settings``; ``anonymous`` has Word drop the names of those who save the file."""
    compat = w(
        "compat",
        *(w("compatSetting", name=name, uri=_COMPATIBILITY_ADDRESS, val=value) for name, value in _COMPATIBILITY.items()),
    )
    return w(
        "settings",
        w("removePersonalInformation") if anonymous else None,
        w("defaultTabStop", val=720),
        w("autoHyphenation", val="0"),
        w("characterSpacingControl", val="doNotCompress"),
        notes.settings() if notes else None,
        compat,
        w("themeFontLang", val=language),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def font_table(brand: Brand) -> BaseOxmlElement:
    """Return ``w:fonts``: the brand's two faces, each with the one to take where a computer lacks it."""
    faces = {brand.fonts.word_text: brand.fonts.word_text_fallback}
    faces.setdefault(brand.fonts.word_label, brand.fonts.word_label_fallback)
    return w(
        "fonts",
        *(
            w(
                "font", w("altName", val=other) if other else None, w("charset", val="00"), w("family", val="auto"),
                w("pitch", val="variable"), name=name,
            )
            for name, other in faces.items()
        ),
    )  # fmt: skip


PARTS = {
    "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "theme": (CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
"""Parts by the stem of their names: content type and type of relationship."""


def add_part(main: Part, stem: str, root: BaseOxmlElement, number: int | None = None) -> tuple[XmlPart, str]:
    """Add a part of the document, named after its stem and number; return it and its relationship's id."""
    content_type, relationship = PARTS[stem]
    folder = "theme/" if stem == "theme" else ""
    part = XmlPart(PackURI(f"/word/{folder}{stem}{number or ''}.xml"), content_type, root, main.package)
    return part, main.relate_to(part, relationship)


def parsed(data: bytes) -> BaseOxmlElement:
    """Return the root of a part taken from elsewhere, without entities from outside."""
    return parse_xml(data)
