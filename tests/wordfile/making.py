"""Word files spelled out by hand, a body at a time, as other programs may write them."""

from briefing_app.wordfile.package import packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def parts(body, styles=STYLES, **others):
    """Return the parts of a Word file with this body; ``others`` are parts by stem (``footnotes``, ``header1``)."""
    names = {"styles": f"<w:styles {W}>{styles}</w:styles>", **others}
    links = "".join(
        f'<Relationship Id="rId{place}" Type="{_RELS}/{stem.rstrip("0123456789")}" Target="{stem}.xml"/>'
        for place, stem in enumerate(names, 1)
    )
    relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    made = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships {relationships}><Relationship Id="rId1" Type="{_RELS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships {relationships}>{links}</Relationships>",
        **{f"word/{stem}.xml": xml for stem, xml in names.items()},
    }
    return {name: text.encode() for name, text in made.items()}


def file(body, **others):
    return packed(parts(body, **others))


def p(words, style=""):
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{words}</w:t></w:r></w:p>"
