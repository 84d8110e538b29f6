"""Where lists of asks begin and end: under a heading of recommendations, or after a line that says who is asked."""

import re
from dataclasses import dataclass, field
from functools import cache

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import all_act, phrase_end, who_act
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ask import Ask
from briefing_app.extraction.asks.find import ask_in, ends_asking
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.asks.heads import head_of
from briefing_app.extraction.asks.modals import asked_in_heading
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.bullets import COUNTED, is_item
from briefing_app.extraction.text.phrases import either, likely, lowered, word_list, words_of

_MOST_COUNTED = 12
"""No longer list of asks says in words how many there are."""
_LINE = re.compile(r"[^\n]+")
_LONGEST_SUB_HEADING = 14
_SHORT_QUESTION = 8
_SHORTEST_TELLING = 3
_TITLE = re.compile(r"\s*[A-ZÀ-Þ](?:\S*\s+\S|[^\W\d]{3,}\s*$)")
_LABEL = re.compile(r"[\s*_]*[A-ZÀ-Þ][^.:;!?\n]{2,60}:[\s*_]+(?=[A-ZÀ-Þ])")
"""A word or two before an item that say what it is about: "Water: Open the wells"."""
_IMPERATIVE = re.compile(r"[\s*_]*([A-ZÀ-Þ][\w’'-]*)\s+(?=[a-zà-ÿ])")


@dataclass(slots=True)
class Items:
    """Whether the text is inside a list of asks, and who is asked there. Filled while blocks are gone through in order."""

    table: CueTable
    names: frozenset[str]
    reader: tuple[Addressee, ...] = ()
    """Whom a letter is to."""
    listing: bool = False
    whole: bool = False
    """A lead-in asks already: each item is an ask whatever its form."""
    addressees: tuple[Addressee, ...] = field(default=())
    each: bool = False
    """The lead-in ends in its verb of asking: each item begins with those whom it asks."""
    topics: bool = False
    """The lead-in tells what recommendations are about: nouns below are topics."""
    counted: bool = False
    """The lead-in says how many asks follow: each begins with its number in words."""
    asked_first: bool = False
    """An item of the list that is gone through began with a verb of asking: those behind it ask, too."""
    pledged: tuple[Addressee, ...] | None = None
    """Who was asked to sign pledges, where the text told so: a heading that counts them opens a list of what is asked."""
    opened_by: str = ""
    """The heading or lead-in that opened the list."""

    def pass_by(self, plain: str, block: Block) -> None:
        """Take note of a heading or of furniture between text blocks."""
        words = block.span.of(plain)
        if self._opens_pledges(words):
            return
        heading = self._heading(words)
        heads = block.kind is BlockKind.HEADING
        addressed = self._sub_heading(plain, block.span, alone=heads) if self.listing else ()
        if heading:
            self.opened_by = " ".join(words.split()[:_LONGEST_SUB_HEADING])
            self.listing, self.whole, self.topics = True, False, False
            named = _after(plain, Span(block.span.start + heading.end(), block.span.end), self.table)
            self.addressees = named or asked_in_heading(plain, self.table, block.span, self.names)
        elif addressed or any(self._heading(above) for above in block.path):
            self.whole, self.addressees = False, addressed
            self.listing = True
        elif block.kind is BlockKind.HEADING or _TITLE.match(words):
            self.listing = self.whole = False
            self.addressees = ()

    def read(self, plain: str, block: Block, bounds: tuple[Span, ...]) -> None:
        """Take note of a text block: a line that ends in a colon may open a list, other prose closes one."""
        if not bounds or is_item(plain, block) or self.counts(plain, block) or self.orders(plain, block):
            return
        self.asked_first = False
        self._note_pledges(plain, bounds)
        if len(bounds) == 1 and self._opens_pledges(block.span.of(plain)):
            return
        last = bounds[-1]
        self.counted = False
        if len(bounds) == 1 and last.of(plain).endswith("?") and len(last.of(plain).split()) <= _SHORT_QUESTION:
            # "What do we ask for?" heads a list, too.
            self.pass_by(plain, block)
            return
        ended = last.of(plain).rstrip()
        if not ended.endswith(":"):
            # "The union calls on the council to fund works that will", and below the works.
            unfinished = ended[-1:].islower()
            so_many = _so_many(self.table, self.table.counted_asks).search(plain, last.start, last.end) is not None
            asked = ask_in(self._ground(plain), last) if so_many or unfinished else None
            if asked:
                self._open(plain, last, asked)
                self.counted = so_many
                return
            self.listing = self.listing and not self.whole and len(block.span.of(plain).split()) < 60
            self.whole = self.each = False
            return
        asked = ask_in(self._ground(plain), last)
        self.each = ends_asking(plain, last, self.table)
        addressed = self._sub_heading(plain, last) if self.listing and not asked and not self.each else ()
        if addressed:
            self.whole, self.addressees = False, addressed
            return
        heading = self._heading(last.of(plain))
        if asked or heading or self.each:
            self._open(plain, last, asked)
            self.topics = not asked and not self.each and word_list(self.table.topics).search(last.of(plain)) is not None
        elif self.listing and word_list(self.table.tells_of_items).search(last.of(plain)) and not self._goes_on(last.of(plain)):
            # "The report looks at:", "The network will:": what follows is no ask.
            self.listing = self.whole = False

    def _note_pledges(self, plain: str, bounds: tuple[Span, ...]) -> None:
        # "The network asked the candidates to sign five pledges": the list of them stands below.
        so_many = _so_many(self.table, self.table.counted_pledges)
        for bound in bounds:
            asked = ask_in(self._ground(plain), bound) if so_many.search(plain, bound.start, bound.end) else None
            if asked:
                acting = who_act(asked.addressees, self.table, self.names)
                self.pledged = tuple(_head(one, self.table) for one in acting)

    def _opens_pledges(self, words: str) -> bool:
        # "Five pledges for the ports", not "Our five pledges".
        spelled = {lowered(word) for word in words.split()}
        own = words_of(self.table, "first_person") | words_of(self.table, "ours")
        if self.pledged is None or len(words.split()) > _LONGEST_SUB_HEADING or not spelled.isdisjoint(own):
            return False
        if not _so_many(self.table, self.table.counted_pledges).search(words):
            return False
        self.opened_by = " ".join(words.split())
        self.listing, self.whole, self.topics = True, False, False
        self.addressees = self.pledged
        return True

    def _goes_on(self, words: str) -> bool:
        # "Such laws should:", "This means:".
        return bool(likely(self.table.modals, words)) or len(words.split()) < _SHORTEST_TELLING

    def counts(self, plain: str, block: Block) -> bool:
        """Tell whether a paragraph is an item by its first word, under a sentence that says how many follow."""
        return self.counted and COUNTED.match(plain, block.span.start, block.span.end) is not None

    def orders(self, plain: str, block: Block) -> bool:
        """Tell whether a paragraph in a list of asks is an item by its imperative, with a label or not: "Water: Open it"."""
        if not self.listing:
            return False
        label = _LABEL.match(plain, block.span.start, block.span.end)
        start = stripped(plain, Span(label.end() if label else block.span.start, block.span.end)).start
        word = _IMPERATIVE.match(plain, start, block.span.end)
        return word is not None and lowered(word.group(1)) in words_of(self.table, "imperatives")

    def _ground(self, plain: str) -> Ground:
        return Ground(plain, self.table, self.names, reader=self.reader)

    def _open(self, plain: str, line: Span, asked: Ask | None) -> None:
        going_on = self.listing
        self.topics = False
        self.opened_by = " ".join(line.of(plain).split()[-_LONGEST_SUB_HEADING:])
        self.listing, self.whole = True, asked is not None or self.each
        named = asked.addressees if asked else _after(plain, line, self.table, prose=True)
        # "Governments should take these steps:" under "Recommendations for governments", "Such laws should:": the heading's hold.
        self.addressees = named or (self.addressees if going_on and not self.each else ())

    def _heading(self, words: str) -> re.Match[str] | None:
        return _heading_in(words, self.table)

    def _sub_heading(self, plain: str, span: Span, *, alone: bool = False) -> tuple[Addressee, ...]:
        """Return whom a line among recommendations names: "To donors:", "The Government of Norland".

        ``alone``: it is a heading, so that "To the operator" will do without a colon.
        """
        words = span.of(plain).rstrip(" :.*_\n")
        if not words or len(words.split()) > _LONGEST_SUB_HEADING:
            return ()
        whole = stripped(plain, Span(span.start, span.start + len(words)))
        link = word_list(self.table.heading_addressee).match(plain, whole.start, whole.end)
        if not link and (likely(self.table.modals, words) or word_list(self.table.tells_of_items).search(words)):
            # "The Government should:" is a sentence that goes on below.
            return ()
        found = listed(plain, Span(link.end() if link else whole.start, whole.end), self.table)
        sure = link is not None and span.of(plain).rstrip(" *_\n").endswith(":")
        if link and alone and lowered(link.group()) not in words_of(self.table, "for_whom"):
            # "To the operator", "Aux transporteurs": an article is said or is part of the preposition.
            sure = bool(link.group()[-1] in "lxu" or word_list(self.table.articles).match(plain, link.end() + 1, whole.end))
        if link and lowered(link.group()) in words_of(self.table, "for_whom") and found and are_served(found[0], self.table):
            return ()
        return found if sure else all_act(found, self.table, self.names)


@cache
def _so_many(table: CueTable, nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds how many of what these nouns name follow: "three urgent demands"."""
    values = (numeral.rsplit(maxsplit=1) for numeral in table.figures.numerals)
    numbers = tuple(word for word, value in values if 1 < int(value) <= _MOST_COUNTED)
    return re.compile(rf"(?i)\b(?:{either(numbers)}|\d{{1,2}})\s+(?:\w+\s+)?{either(nouns)}\b")


def _head(one: Addressee, table: CueTable) -> Addressee:
    # "the candidates of two towns": below, they are the candidates.
    words = head_of(one.words, table)
    return Addressee(words, Span(one.span.start, one.span.start + len(words))) if one.span else one


def _heading_in(words: str, table: CueTable) -> re.Match[str] | None:
    # "Recommendations", "What must be done".
    cue = (table.recommendation_headings,)
    return next((match for pattern in likely(cue, words) if (match := pattern.before.search(words))), None)


def _after(plain: str, span: Span, table: CueTable, *, prose: bool = False) -> tuple[Addressee, ...]:
    link = word_list(table.heading_addressee).search(plain, span.start, span.end)
    if not link:
        return ()
    words = Span(link.end(), span.end)
    if prose:
        # "The forum, in its letter to the governor, has made these demands": more follows than those who are asked.
        words = Span(link.end(), phrase_end(plain, link.end(), span.end, table))
    text = words.of(plain).rstrip(" :.*_\n")
    found = listed(plain, Span(words.start, words.start + len(text)), table)
    if lowered(link.group()) in words_of(table, "for_whom") and found and are_served(found[0], table):
        return ()
    # "the forum, in its letter to the Governor, has made these demands": what follows the first may be no name.
    return found[:1] + who_act(found[1:], table, frozenset())


def are_served(one: Addressee, table: CueTable) -> bool:
    """Tell whether "for" names those for whom something is asked: "Recommendations for people in the camps"."""
    head = head_of(one.words, table).split()
    return any(lowered(word) in words_of(table, "bearers") for word in head)
