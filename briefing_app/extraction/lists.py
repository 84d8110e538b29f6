"""Lists of asks: items under a heading of recommendations, or after a line that says who is asked."""

import re
from dataclasses import dataclass, field

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.addressees import is_actor, listed
from briefing_app.extraction.asks import Ask, Ground, ask_in
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.phrases import lowered, patterns, word_list, words_of

_BULLET = re.compile(r"\s*(?:[•·●▪◦‣➢►*–—-]|\(?\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{1,4})[.)])[ \t]+")
_LONGEST_SUB_HEADING = 14
_TITLE = re.compile(r"\s*[A-ZÀ-Þ](?:\S*\s+\S|[^\W\d]{3,}\s*$)")
_SIGN = re.compile(r"\s*[•·●▪◦‣➢►–-][ \t]+")
_FIRST_WORD = re.compile(r"\W*([\w’'-]+)")


@dataclass(slots=True)
class Items:
    """Whether the text is inside a list of asks, and who is asked there. Filled while blocks are gone through in order."""

    table: CueTable
    names: frozenset[str]
    listing: bool = False
    whole: bool = False
    """A lead-in asks already: each item is an ask whatever its form."""
    addressees: tuple[Addressee, ...] = field(default=())
    opened_by: str = ""
    """The heading or lead-in that opened the list."""

    def pass_by(self, plain: str, block: Block) -> None:
        """Take note of a heading or of furniture between text blocks."""
        words = block.span.of(plain)
        heading = next(
            (match for pattern in patterns((self.table.recommendation_headings,)) if (match := pattern.before.search(words))), None
        )
        addressed = self._sub_heading(plain, block.span) if self.listing else ()
        if heading:
            self.opened_by = " ".join(words.split()[:_LONGEST_SUB_HEADING])
            self.listing, self.whole, self.addressees = (
                True,
                False,
                _after(plain, Span(block.span.start + heading.end(), block.span.end), self.table),
            )
        elif addressed or any(self._is_heading(above) for above in block.path):
            self.whole, self.addressees = False, addressed
            self.listing = True
        elif block.kind is BlockKind.HEADING or _TITLE.match(words):
            self.listing = self.whole = False
            self.addressees = ()

    def read(self, plain: str, block: Block, bounds: tuple[Span, ...]) -> None:
        """Take note of a text block: a line that ends in a colon may open a list, other prose closes one."""
        if not bounds or is_item(plain, block):
            return
        last = bounds[-1]
        if not last.of(plain).rstrip().endswith(":"):
            self.listing = self.listing and not self.whole and len(block.span.of(plain).split()) < 60
            self.whole = False
            return
        addressed = self._sub_heading(plain, last) if self.listing else ()
        if addressed:
            self.whole, self.addressees = False, addressed
            return
        asked = ask_in(Ground(plain, self.table, self.names), Span(last.start, last.end))
        heading = any(
            pattern.before.search(plain, last.start, last.end) for pattern in patterns((self.table.recommendation_headings,))
        )
        if asked or heading:
            self.opened_by = " ".join(last.of(plain).split()[-_LONGEST_SUB_HEADING:])
            self.listing, self.whole = True, asked is not None
            self.addressees = asked.addressees if asked else _after(plain, last, self.table)

    def _is_heading(self, words: str) -> bool:
        return any(pattern.before.search(words) for pattern in patterns((self.table.recommendation_headings,)))

    def _sub_heading(self, plain: str, span: Span) -> tuple[Addressee, ...]:
        """Return whom a line among recommendations names: "To donors:", "The Government of Norland"."""
        words = span.of(plain).rstrip(" :.*_\n")
        if not words or len(words.split()) > _LONGEST_SUB_HEADING:
            return ()
        whole = stripped(plain, Span(span.start, span.start + len(words)))
        link = word_list(self.table.heading_addressee).match(plain, whole.start, whole.end)
        found = listed(plain, Span(link.end() if link else whole.start, whole.end), self.table)
        return found if all(is_actor(one.words, self.table, self.names) for one in found) else ()


def _after(plain: str, span: Span, table: CueTable) -> tuple[Addressee, ...]:
    link = word_list(table.heading_addressee).search(plain, span.start, span.end)
    if not link:
        return ()
    words = Span(link.end(), span.end)
    text = words.of(plain).rstrip(" :.*_\n")
    return listed(plain, Span(words.start, words.start + len(text)), table)


def is_item(plain: str, block: Block) -> bool:
    """Tell whether a block is a list item, marked by its reading or by a bullet or number of its own."""
    return block.kind is BlockKind.LIST_ITEM or bool(_BULLET.match(plain, block.span.start, block.span.end))


def is_bulleted(plain: str, block: Block) -> bool:
    """Tell whether a block begins with a bullet of its own; a number may be a heading's."""
    return bool(_SIGN.match(plain, block.span.start, block.span.end))


def item_ask(items: Items, ground: Ground, block: Block, bounds: tuple[Span, ...]) -> Ask | None:
    """Return the ask that a whole list item is, or None when it is no item or only states a fact."""
    if not bounds or not is_item(ground.plain, block):
        return None
    span = _content(ground.plain, block)
    within = (Span(max(bound.start, span.start), bound.end) for bound in bounds if bound.end > span.start)
    own = [ask for bound in within if (ask := ask_in(ground, bound))]
    if own:
        asked = next((ask.addressees for ask in own if ask.addressees), ())
        return Ask(span, own[0].rule, own[0].confidence, asked or (items.addressees if items.listing else ()), own[0].evidence)
    if not items.listing or not len(span):
        return None
    if items.whole:
        return Ask(span, "ask.list.lead-in", 0.85, items.addressees, items.opened_by)
    first = _FIRST_WORD.match(ground.plain, span.start, span.end)
    if first and lowered(first.group(1)) in words_of(ground.table, "imperatives"):
        return Ask(span, "ask.list.imperative", 0.85, items.addressees, first.group(1))
    if word_list(ground.table.statives).search(ground.plain, span.start, span.end):
        return None
    return Ask(span, "ask.list.noun", 0.6, items.addressees, items.opened_by)


def _content(plain: str, block: Block) -> Span:
    bullet = _BULLET.match(plain, block.span.start, block.span.end)
    return stripped(plain, Span(bullet.end() if bullet else block.span.start, block.span.end))
