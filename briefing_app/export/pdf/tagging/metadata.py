"""What a file says of itself: its properties, and the same in XMP with the two standards it keeps (ISO 19005-2, ISO 14289-1)."""

from dataclasses import dataclass
from datetime import UTC, datetime

DAWN = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Properties:
    """Properties of a document. A title it must have: readers show it in place of the file's name."""

    title: str
    author: str = ""
    subject: str = ""
    producer: str = "reportlab"
    language: str = "en"
    date: datetime = DAWN
    """When it was made, in universal time."""


def info(properties: Properties) -> dict[str, str]:
    """Return the entries of the information dictionary (ISO 32000-1, 14.3.3)."""
    date = f"D:{properties.date.year:04}{properties.date:%m%d%H%M%S}Z"
    words = {
        "Title": properties.title,
        "Author": properties.author,
        "Subject": properties.subject,
        "Creator": properties.producer,
        "Producer": properties.producer,
        "CreationDate": date,
        "ModDate": date,
    }
    return {name: value for name, value in words.items() if value}


_PDFUA = (
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA version</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""PDF/A knows no pdfuaid: its schema must stand in the file (ISO 19005-2, 6.6.2.3)."""

_NAMESPACES = (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
)


def xmp(properties: Properties) -> bytes:
    """Return the XMP packet."""
    date = properties.date.isoformat().replace("+00:00", "Z")
    parts = [
        _alternatives("dc:title", properties.title),
        f"<dc:creator><rdf:Seq><rdf:li>{_escaped(properties.author)}</rdf:li></rdf:Seq></dc:creator>" if properties.author else "",
        _alternatives("dc:description", properties.subject) if properties.subject else "",
        f"<dc:language><rdf:Bag><rdf:li>{_escaped(properties.language)}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
        f"<pdf:Producer>{_escaped(properties.producer)}</pdf:Producer><xmp:CreatorTool>{_escaped(properties.producer)}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
    ]
    described = "\n".join(part for part in parts if part)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{_NAMESPACES}>\n{described}\n</rdf:Description>\n'
        f'<rdf:Description rdf:about=""{_PDFUA}</rdf:Description>\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def _alternatives(name: str, words: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(words)}</rdf:li></rdf:Alt></{name}>'


def _escaped(words: str) -> str:
    # Not by xml.sax.saxutils, which brings a client for the web along.
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
