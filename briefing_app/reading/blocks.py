"""Text with or without Markdown into blocks: headings, paragraphs, list items, block quotes, table rows, rules.

Own scanner rather than a CommonMark library: a reading needs code-point spans for every mark, the libraries give lines at
best; and most ``.txt`` files are no Markdown, so each sign needs a rule for when it is just a sign.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from briefing_app.domain.reading import BlockKind
from briefing_app.domain.span import Span
from briefing_app.reading.lines import Line, lines_of, paragraph_starts
from briefing_app.reading.listmarks import ListMark, list_marks
from briefing_app.reading.set_pages import Gap, gaps_of, goes_on

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_ATX_END = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_ATTRIBUTES = re.compile(r"\{[#.][^{}\n]{0,200}\}$")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,})$")
_UNDERLINE = re.compile(r" {0,3}(?:(-{2,})|(={2,}))[ \t]*$")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_NOTE = re.compile(r" {0,3}\[\^(?P<label>[^\[\]\s]{1,40})\]:[ \t]*(?=\S)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-+:?(?:[ \t]*\|[ \t]*:?-+:?)+[ \t]*\|?$")
_LINK = re.compile(r"(?:!\[\]|\[[^\[\]\n]{1,300}\])\([^()\s]{0,2000}\)")
_SENTENCE_ENDS = (".", ",", ";", ":", "!", "?", "…", "”", "»", '"')


@dataclass(slots=True)
class RawBlock:
    """A block under construction: its span with its marks, and the marks that nobody reads."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marks: list[Span] = field(default_factory=list)
    literal: bool = False
    """Code: its words are taken as they stand."""
    label: str = ""
    """The sign that calls a footnote."""
    page: int | None = None
    """The page it begins on, from 1."""

    @property
    def span(self) -> Span:
        """Where the block is."""
        return Span(self.start, self.end)


def is_markdown(text: str) -> bool:
    """Tell whether a text of unknown kind is Markdown: it has a link, or a ``#`` heading standing by itself."""
    if _LINK.search(text):
        return True
    lines = lines_of(text)
    return any(
        _ATX.match(line.text) and not line.text.strip("# \t").isdigit() and line.text.strip("# \t") and _alone(lines, index)
        for index, line in enumerate(lines)
        if "#" in line.text[:4]
    )


def _alone(lines: list[Line], index: int) -> bool:
    before = index == 0 or lines[index - 1].blank
    return before and (index + 1 == len(lines) or lines[index + 1].blank)


def blocks_of(text: str, front: int = 0, *, markdown: bool, strict: bool = False) -> list[RawBlock]:
    """Return the blocks of a text in order, disjoint; what stands before ``front`` is one block that shows nothing.

    ``strict``: the file says that it is Markdown, so every underlined paragraph is a heading and every number opens an item.
    """
    return _Scanner(text, front, markdown, strict).scan()


class _Scanner:
    """One pass over the lines; ``_open`` is the block that the next line may go on with."""

    def __init__(self, text: str, front: int, markdown: bool, strict: bool) -> None:
        self._lines = lines_of(text)
        self._front = front
        self._markdown = markdown
        self._strict = strict
        self._gaps = gaps_of(self._lines)
        self._marks = list_marks(_blanked(self._lines, self._gaps.values()), markdown=markdown, strict=strict)
        self._starts = frozenset() if strict else paragraph_starts(self._lines)
        self._blocks: list[RawBlock] = []
        self._open: RawBlock | None = None
        self._opened = 0
        self._items: list[ListMark] = []
        """The list items around the place, outermost first."""
        self._unclosed: dict[str, int] = {}
        """The shortest fence of each sign that nothing below closes, so that each is looked for once."""

    def scan(self) -> list[RawBlock]:
        index = bisect_left(self._lines, self._front, key=lambda line: line.start)
        if index:
            span = Span(0, self._lines[index - 1].words.end)
            self._blocks.append(RawBlock(BlockKind.RULE, span.start, span.end, marks=[span]))
        while index < len(self._lines):
            line = self._lines[index]
            if gap := self._gaps.get(index):
                index = self._leave_out(gap)
                continue
            if line.blank or (line.text.startswith("\f") and not self._goes_on(index)):
                self._open = None
            if line.blank:
                pass
            elif self._markdown and (fence := _FENCE.match(line.text)):
                index = self._fenced(index, fence[1])
            elif self._markdown and (end := self._table(index)) > index:
                index = end
                continue
            else:
                self._line(index, line)
            index += 1
        return self._blocks

    def _goes_on(self, index: int) -> bool:
        """Tell whether a page begins amid a sentence."""
        return index > 0 and goes_on(self._lines[index - 1], self._lines[index])

    def _leave_out(self, gap: Gap) -> int:
        """Show nothing of what stands between two pages, and return the line after it: the block before it may go on there."""
        if gap.amid and self._open and gap.last not in self._marks:
            self._open.marks.append(Span(self._lines[gap.first - 1].end + 1, self._lines[gap.last].words.start))
            self._open.end = self._lines[gap.last].words.end
            return gap.last + 1
        words = [line.words for line in self._lines[gap.first : gap.last] if not line.blank]
        self._start(gap.first, BlockKind.RULE, Span(words[0].start, words[-1].end), [Span(words[0].start, words[-1].end)])
        self._open = None
        return gap.last

    def _line(self, index: int, line: Line) -> None:
        if self._open and self._underlines(index, line):
            self._close_heading(self._open, self._lines[index - 1], line)
        elif _RULE.match(line.text) and not (index in self._marks and not self._markdown):
            self._items.clear()
            self._start(index, BlockKind.RULE, line.words, [line.words])
            self._open = None
        elif self._markdown and (heading := _ATX.match(line.text)):
            self._heading(index, line, heading)
        elif self._markdown and (note := _NOTE.match(line.text)):
            self._items.clear()
            words = Span(line.words.start, line.start + note.end())
            self._start(index, BlockKind.FOOTNOTE, Span(line.words.start, line.words.end), [words]).label = note["label"]
        elif mark := self._marks.get(index):
            self._item(index, line, mark)
        elif self._markdown and (quote := _QUOTE.match(line.text)):
            self._quoted(index, line, quote)
        elif self._open and index not in self._starts:
            self._open.end = line.words.end
        else:
            if not (self._items and line.indent >= min(self._items[-1].content, self._items[-1].indent + 2)):
                self._items.clear()
            self._start(index, BlockKind.PARAGRAPH, line.words, [])

    def _start(self, index: int, kind: BlockKind, span: Span, marks: list[Span], level: int = 0) -> RawBlock:
        self._open = RawBlock(kind, span.start, span.end, level, marks)
        self._opened = index
        self._blocks.append(self._open)
        return self._open

    def _underlines(self, index: int, line: Line) -> bool:
        found = _UNDERLINE.match(line.text)
        block = self._open
        if not (found and block and block.kind is BlockKind.PARAGRAPH):
            return False
        if self._strict:
            return True
        # A line of dashes under a text is a rule, unless it underlines one short line that is no sentence.
        title = self._lines[index - 1].text.strip()
        bare = _ATTRIBUTES.sub("", title).rstrip()
        fits = min(abs(len(line.text.strip()) - len(one)) for one in (title, bare)) <= max(3, len(bare) // 4)
        return index - self._opened == 1 and fits and (not bare.endswith(_SENTENCE_ENDS) or bare.startswith(("“", "«", '"')))

    def _close_heading(self, block: RawBlock, title: Line, underline: Line) -> None:
        words = title.text.rstrip()
        if self._markdown and (attributes := _ATTRIBUTES.search(words)):
            words = words[: attributes.start()].rstrip()
        words_end = max(title.start + len(words), block.start + 1)
        block.kind, block.level = BlockKind.HEADING, 1 if "=" in underline.text else 2
        block.marks.append(Span(words_end, underline.words.end))
        block.end = underline.words.end
        self._open = None

    def _heading(self, index: int, line: Line, found: re.Match[str]) -> None:
        self._items.clear()
        start, end = line.words.start, line.words.end
        content = line.start + found.end()
        body = line.text[found.end() :].rstrip()
        for tail in (_ATTRIBUTES, _ATX_END):
            if last := tail.search(body):
                body = body[: last.start()].rstrip()
        words_end = content + len(body)
        marks = [Span(start, min(content, end)), Span(min(words_end, end), end)]
        block = self._start(index, BlockKind.HEADING, Span(start, end), [mark for mark in marks if len(mark)], len(found[1]))
        if not body.strip():
            block.kind, block.marks = BlockKind.RULE, [Span(start, end)]
        self._open = None

    def _item(self, index: int, line: Line, mark: ListMark) -> None:
        while self._items and mark.indent < self._items[-1].content and mark.indent <= self._items[-1].indent + 1:
            self._items.pop()
        self._items.append(mark)
        self._start(index, BlockKind.LIST_ITEM, Span(mark.start, line.words.end), [Span(mark.start, mark.end)], len(self._items))

    def _quoted(self, index: int, line: Line, found: re.Match[str]) -> None:
        self._items.clear()
        mark = Span(line.words.start, min(line.start + found.end(), line.words.end))
        if mark.end == line.words.end:
            # A bare sign parts two paragraphs of the quotation, and is no words.
            self._start(index, BlockKind.RULE, line.words, [line.words])
            self._open = None
        elif self._open and self._open.kind is BlockKind.BLOCK_QUOTE:
            self._open.marks.append(mark)
            self._open.end = line.words.end
        else:
            self._start(index, BlockKind.BLOCK_QUOTE, line.words, [mark], found.group().count(">"))

    def _fenced(self, index: int, fence: str) -> int:
        closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
        end = None
        if len(fence) < self._unclosed.get(fence[0], len(fence) + 1):
            end = next((at for at in range(index + 1, len(self._lines)) if closing.match(self._lines[at].text)), None)
        if end is None:
            self._unclosed[fence[0]] = min(len(fence), self._unclosed.get(fence[0], len(fence)))
            self._line(index, self._lines[index])
            return index
        first, last = self._lines[index], self._lines[end]
        block = self._start(index, BlockKind.PARAGRAPH, Span(first.words.start, last.words.end), [first.words, last.words])
        block.literal = True
        self._open = None
        return end

    def _table(self, index: int) -> int:
        if (
            index + 1 == len(self._lines)
            or "|" not in self._lines[index].text
            or not _TABLE_RULE.match(self._lines[index + 1].text.strip())
        ):
            return index
        self._items.clear()
        at = index
        while at < len(self._lines) and "|" in self._lines[at].text:
            line = self._lines[at]
            if at == index + 1:
                self._start(at, BlockKind.RULE, line.words, [line.words])
            else:
                edges = [
                    Span(place, place + 1)
                    for place in dict.fromkeys((line.words.start, line.words.end - 1))
                    if line.text[place - line.start] == "|"
                ]
                self._start(at, BlockKind.TABLE_ROW, line.words, edges)
            at += 1
        self._open = None
        return at


def _blanked(lines: list[Line], gaps: Iterable[Gap]) -> list[Line]:
    """Return the lines with those between pages blank."""
    blanked = list(lines)
    for gap in gaps:
        for at in range(gap.first, gap.last):
            blanked[at] = replace(lines[at], text="", indent=0, blank=True)
    return blanked
