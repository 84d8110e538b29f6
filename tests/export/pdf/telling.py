"""A PDF as assistive technology is told it: the structure tree, with the words of each element from the marked content."""

import io
import re
from dataclasses import dataclass, field

import pikepdf


@dataclass
class Told:
    """An element: its type, what is said of it, and its words and elements in order."""

    kind: str
    said: dict[str, str] = field(default_factory=dict)
    parts: list = field(default_factory=list)
    links: list = field(default_factory=list)

    def all(self, *kinds):
        """Yield the elements of these types in it, itself counted, in order."""
        if self.kind in kinds:
            yield self
        for part in self.parts:
            if isinstance(part, Told):
                yield from part.all(*kinds)

    def texts(self, *, spoken=True):
        """Yield its words, in order; what is to be spoken in place of what is drawn stands for that."""
        if spoken and "ActualText" in self.said:
            yield self.said["ActualText"]
            return
        for part in self.parts:
            if isinstance(part, Told):
                yield from part.texts(spoken=spoken)
            else:
                yield part

    @property
    def text(self):
        """All its words."""
        return "".join(self.texts())


def told(data):
    """Return a file's tree."""
    with pikepdf.open(io.BytesIO(data)) as file:
        pages = {page.obj.objgen: _marked(page) for page in file.pages}
        return _element(file.Root.StructTreeRoot.K[0], pages)


def words_of_artifacts(data):
    """Return the words of each page that belong to no element."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return [_marked(page).get(None, "") for page in file.pages]


def _element(node, pages):
    element = Told(str(node.S)[1:], {key: str(node[f"/{key}"]) for key in ("Alt", "ActualText", "Lang", "ID") if f"/{key}" in node})
    for attributes in node.get("/A", []):
        element.said |= {key[1:]: str(value).lstrip("/") for key, value in attributes.items() if isinstance(value, pikepdf.Name)}
    for kid in node.get("/K", []):
        if isinstance(kid, int):
            element.parts.append(pages[node.Pg.objgen].get(kid, ""))
        elif kid.get("/Type") == "/OBJR":
            element.links.append(kid.Obj)
        elif kid.get("/Type") == "/MCR":
            element.parts.append(pages[kid.Pg.objgen].get(int(kid.MCID), ""))
        else:
            assert kid.P.objgen == node.objgen
            element.parts.append(_element(kid, pages))
    return element


def _marked(page):
    """Return the words of a page by the number of the marked content they stand in; None: those of artifacts."""
    meanings = {name: _meaning(font) for name, font in page.Resources.Font.items()}
    words, marks, meaning = {}, [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC":
                marks.append(None)
            case "BDC":
                marks.append(int(operands[1].MCID) if "/MCID" in operands[1] else None)
            case "EMC":
                marks.pop()
            case "Tf":
                meaning = meanings[str(operands[0])]
            case "TJ":
                assert marks, "words that are neither an element's nor an artifact"
                shown = "".join(meaning[code] for part in operands[0] if isinstance(part, pikepdf.String) for code in bytes(part))
                words[marks[-1]] = words.get(marks[-1], "") + shown
    return words


def _meaning(font):
    rows = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>\n", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(value.decode()).decode("utf-16-be") for code, value in rows}
