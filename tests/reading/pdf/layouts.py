"""PDF pages set from known text, by reportlab line by line: columns, heads and feet, notes, lists, hyphens at line ends."""

import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
WORDS = [
    "harvest",
    "ferry",
    "council",
    "river",
    "basket",
    "teacher",
    "winter",
    "market",
    "ladder",
    "garden",
    "letter",
    "bridge",
    "window",
    "captain",
    "island",
    "orchard",
    "village",
    "doctor",
    "signal",
    "engine",
    "forest",
    "carpet",
    "mirror",
    "pencil",
    "valley",
    "student",
    "kitchen",
    "blanket",
    "station",
    "lantern",
    "meadow",
    "pillow",
    "rope",
    "boats",
    "carry",
    "slowly",
    "under",
    "seven",
    "green",
    "old",
    "each",
    "between",
    "before",
    "after",
    "while",
    "many",
    "people",
    "with",
    "and",
    "the",
    "of",
    "in",
    "for",
    "to",
    "a",
    "on",
    "gather",
    "measure",
    "promise",
    "repair",
    "notice",
    "follow",
    "answer",
    "collect",
    "deliver",
    "prepare",
    "describe",
    "remember",
    "consider",
]


@dataclass(frozen=True)
class Layout:
    """How pages are set; sizes in points."""

    columns: int = 1
    size: float = 10.0
    leading: float = 1.25
    justified: bool = False
    indented: bool = False
    """Paragraphs begin with an indent and have no space between them."""
    gutter: float = 18.0
    margin: float = 62.0
    top: float = 90.0
    bottom: float = 90.0
    head: str = ""
    foot: str = ""
    numbered: str = ""
    """The page number with its words, as "Page {}"."""
    hyphenated: bool = False
    font: str = "Times-Roman"


@dataclass
class Part:
    """A piece of the document: a paragraph, heading, item, note (with the number that calls it) or title over all columns."""

    kind: str
    text: str
    notes: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Line:
    words: tuple[str, ...]
    indent: float
    last: bool
    size: float
    font: str
    before: float = 0.0
    note: int | None = None


def dice(seed: int) -> random.Random:
    """Return a source of chance that always throws the same."""
    return random.Random(seed)  # noqa: S311 - for layouts, not for secrets


def sentences(rng: random.Random, many: int) -> str:
    """Return so many made-up sentences."""
    made = []
    for _ in range(many):
        words = [rng.choice(WORDS) for _ in range(rng.randint(6, 18))]
        words[0] = words[0].capitalize()
        made.append(" ".join(words) + ".")
    return " ".join(made)


def story(rng: random.Random, parts: int) -> list[Part]:
    """Return a made-up document."""
    made: list[Part] = []
    for _ in range(parts):
        kind = rng.choice(["paragraph"] * 6 + ["heading", "list", "figure"])
        if kind == "heading":
            made.append(Part("heading", " ".join(rng.choice(WORDS) for _ in range(rng.randint(2, 4))).capitalize()))
            made.append(Part("paragraph", sentences(rng, 3)))
        elif kind == "list":
            made += [Part("item", sentences(rng, 1)) for _ in range(rng.randint(2, 4))]
        elif kind == "figure":
            made.append(Part("paragraph", str(rng.randint(1, 99_999))))
        else:
            made.append(Part("paragraph", sentences(rng, rng.randint(1, 6))))
    return made


class Press:
    """Sets parts on pages."""

    def __init__(self, layout: Layout, rng: random.Random) -> None:
        self._layout = layout
        self._rng = rng
        self._buffer = io.BytesIO()
        self._canvas = Canvas(self._buffer, pagesize=(WIDTH, HEIGHT), invariant=True)
        self.page = 1
        """The page being set, and in the end how many there are."""
        self._column = 0
        self._top = layout.top
        """Where the columns of this page begin, from its top."""
        self._y = layout.top
        self._empty = True
        self.broken: list[str] = []
        """Words that a line end parts."""

    @property
    def _width(self) -> float:
        layout = self._layout
        return (WIDTH - 2 * layout.margin - (layout.columns - 1) * layout.gutter) / layout.columns

    def pdf(self, parts: Sequence[Part]) -> bytes:
        """Return the pages as a file."""
        for at, part in enumerate(parts):
            if part.kind == "title":
                self._title(part)
            else:
                self._part(part, parts[at + 1] if at + 1 < len(parts) else None)
        self._furniture()
        self._canvas.save()
        return self._buffer.getvalue()

    def _title(self, part: Part) -> None:
        """Set a title over all columns at the head of the page, or after both columns have ended."""
        size = self._layout.size * 1.8
        for line in _wrapped(part.text, WIDTH - 2 * self._layout.margin, "Helvetica-Bold", size, 0):
            self._y += size * 1.2
            self._canvas.setFont("Helvetica-Bold", size)
            self._canvas.drawString(self._layout.margin, HEIGHT - self._y, " ".join(line))
        self._y += size
        self._top = self._y
        self._empty = True

    def _part(self, part: Part, after: Part | None) -> None:
        layout = self._layout
        lines = list(self._lines(part))
        space = 0.0 if self._empty else lines[0].before
        need = 3 if part.kind == "heading" and after else 1
        if self._y + space + need * layout.size * layout.leading > HEIGHT - layout.bottom:
            self._next_column()
            space = 0.0
        self._y += space
        for line in lines:
            step = line.size * layout.leading
            if self._y + step > HEIGHT - layout.bottom:
                self._next_column()
            self._y += step
            self._empty = False
            self._set(line)

    def _lines(self, part: Part) -> Iterator[_Line]:
        layout = self._layout
        size, font, before, indent, hang = layout.size, layout.font, 0.6 * layout.size, 0.0, 0.0
        text = part.text
        if part.kind == "heading":
            size, font, before = layout.size * 1.3, "Helvetica-Bold", layout.size * 1.2
        elif part.kind == "item":
            text, hang, before = "\u2022 " + text, 12.0, 0.25 * layout.size
        elif layout.indented:
            indent, before = 14.0, 0.0
        wrapped = _wrapped(
            text, self._width - hang, font, size, indent, self._hyphenate if layout.hyphenated and part.kind != "heading" else None
        )
        for at, words in enumerate(wrapped):
            inset = indent if at == 0 else hang
            yield _Line(words, inset, at == len(wrapped) - 1, size, font, before)

    def _hyphenate(self, word: str, room: float, font: str, size: float) -> tuple[str, str] | None:
        bare = word.rstrip(".,")
        if len(bare) < 6 or not bare.isalpha() or self._rng.random() < 0.5:
            return None
        for cut in range(len(bare) - 3, 2, -1):
            if stringWidth(" " + bare[:cut] + "-", font, size) <= room:
                self.broken.append(bare)
                return bare[:cut] + "-", word[cut:]
        return None

    def _set(self, line: _Line) -> None:
        layout = self._layout
        x = layout.margin + self._column * (self._width + layout.gutter) + line.indent
        y = HEIGHT - self._y
        self._canvas.setFont(line.font, line.size)
        words = " ".join(line.words)
        natural = stringWidth(words, line.font, line.size)
        gaps = len(line.words) - 1
        if layout.justified and not line.last and gaps:
            spread = (self._width - line.indent - natural) / gaps
            text = self._canvas.beginText(x, y)
            text.setWordSpace(spread)
            text.textOut(words)
            text.setWordSpace(0)
            self._canvas.drawText(text)
        else:
            self._canvas.drawString(x, y, words)

    def _next_column(self) -> None:
        self._column += 1
        if self._column == self._layout.columns:
            self._furniture()
            self._canvas.showPage()
            self.page += 1
            self._column = 0
            self._top = self._layout.top
        self._y = self._top
        self._empty = True

    def _furniture(self) -> None:
        layout = self._layout
        self._canvas.setFont("Helvetica", 8)
        if layout.head:
            self._canvas.drawString(layout.margin, HEIGHT - layout.top + 26, layout.head.format(self.page))
        if layout.foot:
            self._canvas.drawString(layout.margin, layout.bottom - 38, layout.foot.format(self.page))
        if layout.numbered:
            self._canvas.drawRightString(WIDTH - layout.margin, layout.bottom - 38, layout.numbered.format(self.page))


def _wrapped(text: str, width: float, font: str, size: float, indent: float, hyphenate=None) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = []
    line: list[str] = []
    room = width - indent
    waiting = text.split()
    while waiting:
        word = waiting.pop(0)
        if stringWidth(" ".join([*line, word]), font, size) <= room or not line:
            line.append(word)
            continue
        parts = hyphenate(word, room - stringWidth(" ".join(line), font, size), font, size) if hyphenate else None
        if parts:
            line.append(parts[0])
            word = parts[1]
        lines.append(tuple(line))
        line, room = [word], width
    if line:
        lines.append(tuple(line))
    return lines


def wrapped(words: str, letters: int) -> list[str]:
    """Return words in lines of fewer letters than that, as a typesetter would break them."""
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
