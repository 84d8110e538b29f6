"""Word files for tests: python-docx's own, with raw XML where it has no words for a thing."""

import io
import zipfile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from briefing_app.reading.word.reader import read_word

NAMES = (
    nsdecls("w", "r", "wp", "a")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    + ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def element(xml):
    """Return an element from XML whose first tag lacks only its namespaces."""
    name, rest = xml[1:].split(">", 1) if " " not in xml.split(">", 1)[0] else xml[1:].split(" ", 1)
    joint = ">" if " " not in xml.split(">", 1)[0] else " "
    return parse_xml(f"<{name} {NAMES}{joint}{rest}")


def word_file(*body, parts=None, document=None):
    """Return a Word file with this XML in its body; ``parts`` are further parts, name to bytes, with no relationship needed."""
    document = document or Document()
    for xml in body:
        document.element.body.insert(len(document.element.body) - 1, element(xml))
    stream = io.BytesIO()
    document.save(stream)
    return with_parts(stream.getvalue(), parts or {})


def with_parts(data, parts):
    """Return a package with parts put in or exchanged; None takes one away."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return target.getvalue()


def with_notes(data, kind, notes):
    """Return a package with a part of footnotes or endnotes: id to the XML of its paragraphs."""
    inside = "".join(f'<w:{kind} w:id="{number}">{xml}</w:{kind}>' for number, xml in notes.items())
    part = f"<w:{kind}s {NAMES}>{inside}</w:{kind}s>".encode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        links = package.read("word/_rels/document.xml.rels").decode()
    link = (
        f'<Relationship Id="rIdNotes{kind}" Target="{kind}s.xml" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s"/>'
    )
    return with_parts(
        data,
        {
            f"word/{kind}s.xml": part,
            "word/_rels/document.xml.rels": links.replace("</Relationships>", f"{link}</Relationships>").encode(),
        },
    )


def read(*body, **more):
    """Return the reading of a Word file with this XML in its body."""
    return read_word(word_file(*body, **more), "draft.docx", "0" * 64)[0]


def blocks(reading):
    """Return the blocks as kind, level and words."""
    return [(block.kind, block.level, block.span.of(reading.text)) for block in reading.blocks]


def p(words, properties=""):
    """Return a paragraph of one run."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{r(words)}</w:p>"


def r(words, properties=""):
    """Return a run."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t xml:space='preserve'>{words}</w:t></w:r>"
