"""What a Word file of ours may consist of: parts, content types, relationships, elements."""

import re

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

PARTS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(name), content_type, relationship)
    for name, content_type, relationship in (
        (r"word/document\.xml", f"{_WORD_TYPE}document.main+xml", f"{_OFFICE}officeDocument"),
        (r"word/styles\.xml", f"{_WORD_TYPE}styles+xml", f"{_OFFICE}styles"),
        (r"word/settings\.xml", f"{_WORD_TYPE}settings+xml", f"{_OFFICE}settings"),
        (r"word/fontTable\.xml", f"{_WORD_TYPE}fontTable+xml", f"{_OFFICE}fontTable"),
        (r"word/numbering\.xml", f"{_WORD_TYPE}numbering+xml", f"{_OFFICE}numbering"),
        (r"word/footnotes\.xml", f"{_WORD_TYPE}footnotes+xml", f"{_OFFICE}footnotes"),
        (r"word/endnotes\.xml", f"{_WORD_TYPE}endnotes+xml", f"{_OFFICE}endnotes"),
        (r"word/header\d+\.xml", f"{_WORD_TYPE}header+xml", f"{_OFFICE}header"),
        (r"word/footer\d+\.xml", f"{_WORD_TYPE}footer+xml", f"{_OFFICE}footer"),
        (r"word/theme/theme1\.xml", "application/vnd.openxmlformats-officedocument.theme+xml", f"{_OFFICE}theme"),
        (r"word/media/image\d+\.png", "image/png", f"{_OFFICE}image"),
        (r"word/media/image\d+\.jpeg", "image/jpeg", f"{_OFFICE}image"),
        (
            r"docProps/core\.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            f"{_PACKAGE}metadata/core-properties",
        ),
    )
)
"""Names of parts, their content types, and the type of the relationships that lead to them."""

RELATIONSHIPS = re.compile(r"(?:word/)?_rels/(?:\.rels|\w+\.xml\.rels)")
"""Names of the parts that hold relationships."""

_TEXT = """document body hdr ftr footnotes footnote endnotes endnote p pPr pStyle keepNext pageBreakBefore numPr ilvl numId
spacing ind jc tabs tab r rPr rStyle lang t br fldChar instrText footnoteReference footnoteRef endnoteReference endnoteRef
separator continuationSeparator bookmarkStart bookmarkEnd hyperlink"""
_TABLES = """tbl tblPr tblStyle tblW tblInd tblLayout tblLook tblGrid gridCol tr trPr cantSplit tblHeader tc tcPr tcW
gridSpan shd"""
_SECTIONS = "sectPr headerReference footerReference type pgSz pgMar pgNumType titlePg"
_PICTURES = """drawing inline extent docPr cNvGraphicFramePr graphicFrameLocks graphic graphicData pic nvPicPr cNvPr cNvPicPr
blipFill blip stretch fillRect spPr xfrm off ext prstGeom avLst"""

ELEMENTS = frozenset(name for names in (_TEXT, _TABLES, _SECTIONS, _PICTURES) for name in names.split())
"""Local names of the elements that parts with text consist of. None hides text, tracks a change or holds a comment."""

FIELDS = re.compile(r'PAGE|NUMPAGES|SECTIONPAGES|TOC \\o "1-1" \\h \\z|PAGEREF _(?:Toc|Place)[0-9]+ \\h')
"""What fields may ask Word for."""

ANCHOR = re.compile(r"_(?:Toc|Place)[0-9]+")
"""How places in the text are named."""
