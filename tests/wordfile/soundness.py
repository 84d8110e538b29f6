"""What makes Word refuse or mend a file although python-docx opens it: asserted of every Word file that a test writes."""

import re
from collections import Counter

from docx.oxml.ns import qn

from briefing_app.wordfile.order import misplaced
from briefing_app.wordfile.package import parsed, parts_of
from briefing_app.wordfile.walking import target_of, text_parts

_STYLE_REFERENCES = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link")


def faults(data):
    """Return what is wrong with a Word file, a line each."""
    parts = parts_of(data)
    roots = {name: parsed(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    texts = {name: roots[name] for name in text_parts(parts)}
    found = [f"{name}: {line}" for name, root in roots.items() for line in misplaced(root)]
    found += _twice(texts) + _open_bookmarks(texts) + _unknown_styles(roots) + _bare_cells(texts) + _uneven_fields(texts)
    found += _dangling(roots, parts) + _unknown_lists(roots) + _uncalled_notes(roots)
    return found


def _twice(texts):
    ids = Counter()
    for root in texts.values():
        ids.update(("control", element.get(qn("w:val"))) for element in root.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}"))
        ids.update(("bookmark", element.get(qn("w:id"))) for element in root.iter(qn("w:bookmarkStart")))
        ids.update(("picture", element.get("id")) for element in root.iter(qn("wp:docPr")))
        ids.update((tag, element.get(qn("w:id"))) for tag in ("w:footnote", "w:endnote") for element in root.iter(qn(tag)))
    return [f"{kind} {identifier} is there {count} times" for (kind, identifier), count in ids.items() if count > 1]


def _open_bookmarks(texts):
    found = []
    for name, root in texts.items():
        begun = Counter(element.get(qn("w:id")) for element in root.iter(qn("w:bookmarkStart")))
        ended = Counter(element.get(qn("w:id")) for element in root.iter(qn("w:bookmarkEnd")))
        found += [f"{name}: bookmark {identifier} is not closed" for identifier in (begun - ended) + (ended - begun)]
    return found


def _unknown_styles(roots):
    known = {style.get(qn("w:styleId")) for style in roots["word/styles.xml"].iter(qn("w:style"))}
    used = {
        (name, element.get(qn("w:val")))
        for name, root in roots.items()
        for tag in _STYLE_REFERENCES
        for element in root.iter(qn(tag))
    }
    return [f"{name}: no style {style}" for name, style in sorted(used) if style not in known]


def _bare_cells(texts):
    cells = [(name, cell) for name, root in texts.items() for cell in root.iter(qn("w:tc"))]
    return [f"{name}: a cell does not end in a paragraph" for name, cell in cells if cell[-1].tag != qn("w:p")]


def _uneven_fields(texts):
    """Find fields that do not begin, part and end in this order, each inside another whole; contents go on over paragraphs."""
    found = []
    for name, root in texts.items():
        kinds = [mark.get(qn("w:fldCharType")) for mark in root.iter(qn("w:fldChar"))]
        left = " ".join(kinds)
        while (shorter := re.sub(r"begin separate ?end ?", "", left)) != left:
            left = shorter
        if left:
            found.append(f"{name}: field characters {kinds}")
    return found


def _dangling(roots, parts):
    found = []
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        owner = name.replace("_rels/", "").removesuffix(".rels")
        given = {entry.get("Id"): target_of(owner, entry.get("Target")) for entry in root}
        found += [f"{name}: {target} is not there" for target in given.values() if target not in parts]
        if owner:
            relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
            asked = {value for element in roots[owner].iter() for key, value in element.attrib.items() if key.startswith(relation)}
            found += [f"{owner}: no relationship {identifier}" for identifier in sorted(asked - set(given))]
    return found


def _unknown_lists(roots):
    numbering = roots.get("word/numbering.xml")
    known = {"0"} | {number.get(qn("w:numId")) for number in (numbering.iter(qn("w:num")) if numbering is not None else ())}
    used = {
        element.get(qn("w:val")) for name in ("word/document.xml", "word/styles.xml") for element in roots[name].iter(qn("w:numId"))
    }
    return [f"no list {number}" for number in sorted(used - known)]


def _uncalled_notes(roots):
    found = []
    for kind in ("footnote", "endnote"):
        calls = [call.get(qn("w:id")) for call in roots["word/document.xml"].iter(qn(f"w:{kind}Reference"))]
        part = roots.get(f"word/{kind}s.xml")
        held = [note.get(qn("w:id")) for note in (part if part is not None else ()) if note.get(qn("w:type")) is None]
        if calls != held:
            found.append(f"{kind}s {held} are called {calls}")
    return found
