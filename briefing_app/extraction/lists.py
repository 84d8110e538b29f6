"""Lists of asks: items under a heading of recommendations, or after a line that says who is asked."""

import re
from dataclasses import dataclass, field

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.addressees import is_actor, listed, phrase_end
from briefing_app.extraction.asks import Ask, ask_in, ends_asking
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.modals import asked_in_heading
from briefing_app.extraction.objects import Ground
from briefing_app.extraction.phrases import likely, lowered, patterns, word_list, words_of
from briefing_app.extraction.verb_forms import deed_at, is_participle, is_passive

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?|"
    r"(?:primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav|noven|d[ée]cim)[oa]|"
    r"premi[èe]re(?:ment)?|(?:premi|deuxi|troisi|quatri|cinqui|sixi|septi|huiti|neuvi|dixi)[èe]me?(?:ment)?|premier"
)
_BULLET = re.compile(
    r"\s*(?:[•·●▪◦‣➢►■▶\uf0b7*–—-]|\(?\d{1,2}(?:[.)][-–]?|\.?[°º]\.?\)?)|\(?(?:[a-z]|[ivx]{1,4}|[IVX]{1,4})[.)]|(?i:"
    + _ORDINAL
    + r")(?:[:)]|\.[-–—]?)|o(?=[ \t]{2}))[ \t]+"
)
_COUNTED = re.compile(rf"\s*(?i:{_ORDINAL}|finally|lastly|finalmente|por último|enfin),\s+")
"""How an item begins under a sentence that says how many follow: "We ask for two things. First, ..."."""
_SO_MANY = re.compile(
    r"(?i)\b(?:two|three|four|five|six|seven|dos|tres|cuatro|cinco|seis|siete|deux|trois|quatre|cinq|sept|[2-9])\s+(?:\w+\s+)?"
    r"(?:things|steps|measures|demands|requests|points|actions|cosas|medidas|demandas|peticiones|pasos|puntos|exigencias|acciones|"
    r"choses|mesures|demandes|étapes|exigences)\b"
)
_ASIDE = re.compile(
    r"(?i)\b(?:that|which|who|whose|where|before|after|until|unless|if|when|while|so|que|qui|dont|où|quien|quienes|cuando|si|antes|"
    r"después|hasta|donde|avant|après|lorsque|quand|tant)\b"
)
"""How a clause begins that says what something is or when: its verb does not make a fact of an item."""
_UNNAMED = frozenset({"for", "para", "pour"})
_BEFORE_AGENT = 7
"""How many words of a noun may stand before who is to do it."""
_LONGEST_SUB_HEADING = 14
_SHORT_QUESTION = 8
_ASKS = ("ask.verb.", "ask.need.urged")
_AT_BEGINNING = 40
"""How near its beginning an item's verb of asking must stand, to make asks of the next items."""
_TITLE = re.compile(r"\s*[A-ZÀ-Þ](?:\S*\s+\S|[^\W\d]{3,}\s*$)")
_SIGN = re.compile(r"\s*(?:[•·●▪◦‣➢►■▶\uf0b7–-]|\(?[a-z]\)|\([ivx]{1,4}\))[ \t]+")
_MARKED = re.compile(r"\s*[,:]\s*")
_LABEL = re.compile(r"[\s*_]*[A-ZÀ-Þ][^.:;!?\n]{2,60}:[\s*_]+(?=[A-ZÀ-Þ])")
"""A word or two before an item that say what it is about: "Water: Open the wells"."""
_IMPERATIVE = re.compile(r"[\s*_]*([A-ZÀ-Þ][\w’'-]*)\s+(?=[a-zà-ÿ])")
_FURTHER = re.compile(r"\s(?:in|of|at|from|with|who|under|en|de|del|du|des|que|qui)\s")
_UP_TO_COMMA = re.compile(r"([^,:;.]{3,90}),")
_FIRST_WORD = re.compile(r"\W*([\w’'-]+)")


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
    counted: bool = False
    """The lead-in says how many asks follow: each begins with its number in words."""
    asked_first: bool = False
    """An item of the list that is gone through began with a verb of asking: those behind it ask, too."""
    opened_by: str = ""
    """The heading or lead-in that opened the list."""

    def pass_by(self, plain: str, block: Block) -> None:
        """Take note of a heading or of furniture between text blocks."""
        words = block.span.of(plain)
        heading = next(
            (match for pattern in patterns((self.table.recommendation_headings,)) if (match := pattern.before.search(words))), None
        )
        heads = block.kind is BlockKind.HEADING
        addressed = self._sub_heading(plain, block.span, alone=heads) if self.listing else ()
        if heading:
            self.opened_by = " ".join(words.split()[:_LONGEST_SUB_HEADING])
            self.listing, self.whole = True, False
            named = _after(plain, Span(block.span.start + heading.end(), block.span.end), self.table)
            self.addressees = named or asked_in_heading(plain, self.table, block.span, self.names)
        elif addressed or any(self._is_heading(above) for above in block.path):
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
        last = bounds[-1]
        self.counted = False
        if len(bounds) == 1 and last.of(plain).endswith("?") and len(last.of(plain).split()) <= _SHORT_QUESTION:
            # "What do we ask for?" heads a list, too.
            self.pass_by(plain, block)
            return
        if not last.of(plain).rstrip().endswith(":"):
            asked = ask_in(self._ground(plain), last) if _SO_MANY.search(plain, last.start, last.end) else None
            if asked:
                self._open(plain, last, asked)
                self.counted = True
                return
            self.listing = self.listing and not self.whole and len(block.span.of(plain).split()) < 60
            self.whole = self.each = False
            return
        addressed = self._sub_heading(plain, last) if self.listing else ()
        if addressed:
            self.whole, self.addressees = False, addressed
            return
        asked = ask_in(self._ground(plain), last)
        self.each = ends_asking(plain, last, self.table)
        heading = any(
            pattern.before.search(plain, last.start, last.end) for pattern in patterns((self.table.recommendation_headings,))
        )
        if asked or heading or self.each:
            self._open(plain, last, asked)

    def counts(self, plain: str, block: Block) -> bool:
        """Tell whether a paragraph is an item by its first word, under a sentence that says how many follow."""
        return self.counted and _COUNTED.match(plain, block.span.start, block.span.end) is not None

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
        self.opened_by = " ".join(line.of(plain).split()[-_LONGEST_SUB_HEADING:])
        self.listing, self.whole = True, asked is not None or self.each
        named = asked.addressees if asked else _after(plain, line, self.table, prose=True)
        # "Governments should take these steps:" under "Recommendations for governments", "Such laws should:": the heading's hold.
        self.addressees = named or (self.addressees if going_on else ())

    def _is_heading(self, words: str) -> bool:
        return any(pattern.before.search(words) for pattern in patterns((self.table.recommendation_headings,)))

    def _sub_heading(self, plain: str, span: Span, *, alone: bool = False) -> tuple[Addressee, ...]:
        """Return whom a line among recommendations names: "To donors:", "The Government of Norland".

        ``alone``: it is a heading, so that "To the operator" will do without a colon.
        """
        words = span.of(plain).rstrip(" :.*_\n")
        if not words or len(words.split()) > _LONGEST_SUB_HEADING:
            return ()
        whole = stripped(plain, Span(span.start, span.start + len(words)))
        link = word_list(self.table.heading_addressee).match(plain, whole.start, whole.end)
        if not link and likely(self.table.modals, words):
            # "The Government should:" is a sentence that goes on below.
            return ()
        found = listed(plain, Span(link.end() if link else whole.start, whole.end), self.table)
        sure = link is not None and span.of(plain).rstrip(" *_\n").endswith(":")
        if link and alone and lowered(link.group()) not in _UNNAMED:
            # "To the operator", "Aux transporteurs": an article is said or is part of the preposition.
            sure = bool(link.group()[-1] in "lxu" or word_list(self.table.articles).match(plain, link.end() + 1, whole.end))
        if link and lowered(link.group()) in _UNNAMED and found and are_served(found[0], self.table):
            return ()
        return found if sure or all(is_actor(one.words, self.table, self.names) for one in found) else ()


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
    if lowered(link.group()) in _UNNAMED and found and are_served(found[0], table):
        return ()
    # "the forum, in its letter to the Governor, has made these demands": what follows the first may be no name.
    return found[:1] + tuple(one for one in found[1:] if is_actor(one.words, table, frozenset()))


def are_served(one: Addressee, table: CueTable) -> bool:
    """Tell whether "for" names those for whom something is asked: "Recommendations for people in the camps"."""
    head = _FURTHER.split(one.words, maxsplit=1)[0].split()
    return any(lowered(word) in words_of(table, "bearers") for word in head)


def is_item(plain: str, block: Block) -> bool:
    """Tell whether a block is a list item, marked by its reading or by a bullet or number of its own."""
    return block.kind is BlockKind.LIST_ITEM or bool(_BULLET.match(plain, block.span.start, block.span.end))


def is_bulleted(plain: str, block: Block) -> bool:
    """Tell whether a block begins with a bullet of its own; a number may be a heading's."""
    return bool(_SIGN.match(plain, block.span.start, block.span.end))


def item_ask(items: Items, ground: Ground, block: Block, bounds: tuple[Span, ...]) -> Ask | None:
    """Return the ask that a whole list item is, or None when it is no item or only states a fact."""
    if not bounds:
        return None
    counted = items.counts(ground.plain, block)
    if not (counted or is_item(ground.plain, block) or items.orders(ground.plain, block)):
        return _addressed(ground, bounds)
    span = _content(ground.plain, block, _COUNTED if counted else _BULLET)
    if len(bounds) > 1 and bounds[-1].of(ground.plain).rstrip().endswith(":"):
        # What comes last opens a list below.
        bounds = bounds[:-1]
        span = Span(span.start, max(span.start, bounds[-1].end))
    within = (Span(max(bound.start, span.start), bound.end) for bound in bounds if bound.end > span.start)
    own = [ask for bound in within if (ask := ask_in(ground, bound))]
    if own:
        items.asked_first = items.asked_first or _begins_asking(own[0], span)
        asked = next((ask.addressees for ask in own if ask.addressees), ())
        asked = asked or _named_first(ground, span, sure=items.each)
        return Ask(span, own[0].rule, own[0].confidence, asked or (items.addressees if items.listing else ()), own[0].evidence)
    addressed = _addressed(ground, (Span(span.start, bounds[-1].end),)) if len(span) else None
    return addressed if addressed or not len(span) else _by_its_list(items, ground, block, span, bounds)


def _by_its_list(items: Items, ground: Ground, block: Block, span: Span, bounds: tuple[Span, ...]) -> Ask | None:
    """Return the ask that an item is by the list that it stands in."""
    plain, table = ground.plain, ground.table
    first = _FIRST_WORD.match(plain, span.start, span.end)
    begins = first.group(1) if first else ""
    ordered = bool(begins) and (
        lowered(begins) in words_of(table, "imperatives") or deed_at(plain, table, span.start, opening=True)
    )
    if not items.listing:
        # "1. We demand that ... 2. Open the wells": the first item asks, so that these do.
        return Ask(span, "ask.list.imperative", 0.7, (), begins) if ordered and items.asked_first else None
    doers = _by_whom(ground, span) or _that_they_do(ground, span)
    named = () if doers else _named_first(ground, span, sure=items.each)
    asked = items.addressees or doers
    if named:
        return Ask(span, "ask.list.named", 0.85, named, items.opened_by)
    if items.whole:
        return Ask(span, "ask.list.lead-in", 0.85, asked, items.opened_by)
    if ordered or items.orders(plain, block):
        return Ask(span, "ask.list.imperative", 0.85, items.addressees, begins)
    if _is_fact(ground, span, bounds):
        return None
    return Ask(span, "ask.list.noun", 0.45, asked, items.opened_by)


def _begins_asking(ask: Ask, item: Span) -> bool:
    return ask.rule.startswith(_ASKS) and ask.verb - item.start < _AT_BEGINNING


def _is_fact(ground: Ground, item: Span, bounds: tuple[Span, ...]) -> bool:
    """Tell whether an item's first sentence has a verb of being outside its clauses: "before a well is closed" has none."""
    end = next((bound.end for bound in bounds if bound.end > item.start), item.end)
    found = word_list(ground.table.statives).finditer(ground.plain, item.start, end)
    # "The need to have a licence": an infinitive states nothing.
    verbs = [
        verb
        for verb in found
        if not word_list(ground.table.to_do).fullmatch(ground.plain[max(item.start, verb.start() - 3) : verb.start()].strip())
    ]
    aside = _ASIDE.search(ground.plain, item.start, verbs[0].start()) if verbs else None
    return len(verbs) > 1 or (len(verbs) == 1 and aside is None)


def _by_whom(ground: Ground, item: Span) -> tuple[Addressee, ...]:
    """Return who is to do what an item says in a noun: "Payment by all parties of the salaries", "Respeto, por los Estados, a"."""
    plain, table = ground.plain, ground.table
    by = word_list(table.by_words + table.part_of).search(plain, item.start, item.end)
    before = plain[item.start : by.start()].split() if by else []
    if not by or not 0 < len(before) <= _BEFORE_AGENT or is_participle(lowered(before[-1].rstrip(",")), table):
        return ()
    end = phrase_end(plain, by.end(), item.end, table)
    end -= end == item.end and plain[end - 1] == "."
    found = listed(plain, Span(by.end(), max(by.end(), end)), table)
    return found if found and all(is_actor(one.words, table, ground.names) for one in found) else ()


def _that_they_do(ground: Ground, item: Span) -> tuple[Addressee, ...]:
    """Return who is to do what an item says in a clause: "That the Council publish its accounts"."""
    plain, table = ground.plain, ground.table
    that = word_list(table.clause_words).match(plain, item.start, item.end)
    start = stripped(plain, Span(that.end(), item.end)).start if that else item.end
    end = phrase_end(plain, start, item.end, table)
    if not that or end <= start or is_passive(plain[end : item.end], table):
        return ()
    found = listed(plain, Span(start, end), table)
    return found if found and all(is_actor(one.words, table, ground.names) for one in found) else ()


def _addressed(ground: Ground, bounds: tuple[Span, ...]) -> Ask | None:
    """Return the ask of a paragraph that begins with those it is to: "Al ministerio, que publique", "To donors: fund the plan"."""
    plain, table = ground.plain, ground.table
    whole = Span(bounds[0].start, bounds[-1].end)
    link = word_list(table.heading_addressee).match(plain, whole.start, whole.end)
    if not link or not plain[whole.start].isupper():
        return None
    start = stripped(plain, Span(link.end(), whole.end)).start
    end = phrase_end(plain, start, whole.end, table)
    mark = _MARKED.match(plain, end, whole.end)
    to_do = word_list(table.to_do).match(plain, mark.end(), whole.end) if mark else None
    word = _FIRST_WORD.match(plain, mark.end(), whole.end) if mark else None
    imperative = word and ":" in mark.group() and lowered(word.group(1)) in words_of(table, "imperatives") if mark else False
    if not mark or not (to_do or imperative):
        return None
    found = listed(plain, Span(start, end), table)
    if not found or not all(is_actor(one.words, table, ground.names) for one in found):
        return None
    return Ask(whole, "ask.list.named", 0.85, found, link.group().strip())


def _named_first(ground: Ground, item: Span, *, sure: bool) -> tuple[Addressee, ...]:
    """Return whom an item names before what it asks: "Donors to fund the plan", "To the ministry: publish the figures".

    ``sure``: its lead-in ended in a verb of asking, so that names alone will do.
    """
    plain, table = ground.plain, ground.table
    if word_list(table.commands).match(plain, item.start, item.end):
        # "ALTO INMEDIATO a las redadas": no name, though in capitals.
        return ()
    first = _FIRST_WORD.match(plain, item.start, item.end)
    if table.language == "en" and first and lowered(first.group(1)) in words_of(table, "imperatives"):
        # "Require companies to publish": they are not asked.
        return ()
    link = word_list(table.heading_addressee).match(plain, item.start, item.end)
    start = stripped(plain, Span(link.end() if link else item.start, item.end)).start
    end = _and_more(plain, phrase_end(plain, start, item.end, table), item.end, table)
    rest = plain[end : item.end]
    begins = re.match(r"\s*[:,]", rest) if link else None
    wanted = word_list(table.to_do).search(plain, end, min(item.end, end + 120))
    apart = wanted is not None and not re.search(r"[.;:]", plain[end : wanted.start()])
    certain = _UP_TO_COMMA.match(plain, start, item.end) if link else None
    begins = begins or (certain and word_list(table.to_do).match(plain, certain.end() + 1, item.end))
    if not (begins or (wanted is not None and not plain[end : wanted.start()].strip()) or (sure and apart)):
        return ()
    named = _UP_TO_COMMA.match(plain, start, item.end) if link else None
    if named and word_list(table.to_do).match(plain, named.end() + 1, item.end):
        # "To the towns and villages, that they ...": a preposition and a comma leave no doubt.
        return listed(plain, Span(start, named.end(1)), table)
    found = listed(plain, Span(start, end), table)
    return found if found and is_actor(found[0].words, table, ground.names) else ()


def _and_more(plain: str, end: int, limit: int, table: CueTable) -> int:
    # "Donors and lenders to ...": whoever is joined to an actor is one, too.
    joined = word_list(table.and_words).match(plain, end + 1, limit) if plain[end : end + 1].isspace() else None
    more = re.compile(r"\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+(?=\s|[,:])").match(plain, joined.end(), limit) if joined else None
    follows = word_list(table.to_do).match(plain, more.end() + 1, limit) if more else None
    return more.end() if more and (follows or plain[more.end()] in ",:") else end


def _content(plain: str, block: Block, sign: re.Pattern[str]) -> Span:
    bullet = sign.match(plain, block.span.start, block.span.end)
    return stripped(plain, Span(bullet.end() if bullet else block.span.start, block.span.end))
