"""What an item of a list asks, and of whom."""

import re

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.reading import Block
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import all_act, is_actor, phrase_end
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ask import Ask
from briefing_app.extraction.asks.find import ask_in
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.asks.lists import Items
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.bullets import BULLET, COUNTED, LABEL, content, is_item
from briefing_app.extraction.text.phrases import lowered, word_list, words_of
from briefing_app.extraction.text.verb_forms import deed_at, is_participle, is_passive

_BEFORE_AGENT = 7
"""How many words of a noun may stand before who is to do it."""
_ASKS = ("ask.verb.", "ask.need.urged")
_AT_BEGINNING = 40
"""How near its beginning an item's verb of asking must stand, to make asks of the next items."""
_MARKED = re.compile(r"\s*[,:]\s*")
_UP_TO_COMMA = re.compile(r"([^,:;.]{3,90}),")
_OWN_WITHIN = 24
"""Characters within which an item says that its author will do it."""
_LINKS = re.compile(r"(?:[\s–-]*\[[^\]\n]+\]\([^)\n]*\))+\s*")
"""Where an item leads readers, in marks that the reading left: "[The manifesto](manifesto.pdf)"."""
_FIRST_WORD = re.compile(r"\W*([\w’'-]+)")


def item_ask(items: Items, ground: Ground, block: Block, bounds: tuple[Span, ...]) -> Ask | None:
    """Return the ask that a whole list item is, or None when it is no item or only states a fact."""
    if not bounds:
        return None
    counted = items.counts(ground.plain, block)
    label = LABEL.match(ground.plain, block.span.start, block.span.end)
    if label:
        return _by_label(ground, Span(label.end(), bounds[-1].end))
    if not (counted or is_item(ground.plain, block) or items.orders(ground.plain, block)):
        return _addressed(ground, bounds)
    span = content(ground.plain, block, COUNTED if counted else BULLET)
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
    if _LINKS.fullmatch(span.of(plain)):
        return None
    if word_list(table.own_plans).search(plain, span.start, min(span.end, span.start + _OWN_WITHIN)):
        # "First, I will tell of the port": the author's own.
        return None
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
    if items.topics or _is_fact(ground, span, bounds):
        return None
    return Ask(span, "ask.list.noun", 0.45, asked, items.opened_by)


def _by_label(ground: Ground, item: Span) -> Ask | None:
    """Return the ask that stands behind a label of its own: "Recommendation 7. That the Act be amended"."""
    plain, table = ground.plain, ground.table
    own = ask_in(ground, item)
    first = _FIRST_WORD.match(plain, item.start, item.end)
    clause = word_list(table.clause_words).match(plain, item.start, item.end)
    ordered = first is not None and (
        lowered(first.group(1)) in words_of(table, "imperatives") or deed_at(plain, table, item.start, opening=True)
    )
    asked = (own.addressees if own else ()) or _that_they_do(ground, item) or _by_whom(ground, item)
    return Ask(item, "ask.list.labelled", 0.85, asked, first.group(1) if first else "") if own or clause or ordered else None


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
    aside = word_list(ground.table.asides).search(ground.plain, item.start, verbs[0].start()) if verbs else None
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
    return all_act(found, table, ground.names)


def _that_they_do(ground: Ground, item: Span) -> tuple[Addressee, ...]:
    """Return who is to do what an item says in a clause: "That the Council publish its accounts"."""
    plain, table = ground.plain, ground.table
    that = word_list(table.clause_words).match(plain, item.start, item.end)
    start = stripped(plain, Span(that.end(), item.end)).start if that else item.end
    end = phrase_end(plain, start, item.end, table)
    if not that or end <= start or is_passive(plain[end : item.end], table):
        return ()
    found = listed(plain, Span(start, end), table)
    return all_act(found, table, ground.names)


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
    if not all_act(found, table, ground.names):
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
    if first and lowered(first.group(1)) in words_of(table, "indefinite"):
        # "A National Care and Training Program to assist": what is asked for.
        return ()
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
    clause = sure and _opens_clause(plain, Span(end, item.end), table)
    if not (begins or clause or (wanted is not None and not plain[end : wanted.start()].strip()) or (sure and apart)):
        return ()
    named = _UP_TO_COMMA.match(plain, start, item.end) if link else None
    if named and word_list(table.to_do).match(plain, named.end() + 1, item.end):
        # "To the towns and villages, that they ...": a preposition and a comma leave no doubt.
        return listed(plain, Span(start, named.end(1)), table)
    found = listed(plain, Span(start, end), table)
    return found if found and is_actor(found[0].words, table, ground.names) else ()


def _opens_clause(plain: str, rest: Span, table: CueTable) -> bool:
    # "We recommend that: the council open the ward": its verb has the form of a command.
    verb = _FIRST_WORD.match(plain, rest.start, rest.end)
    return (
        verb is not None
        and plain[rest.start : verb.start(1)].isspace()
        and lowered(verb.group(1)) in words_of(table, "imperatives")
    )


def _and_more(plain: str, end: int, limit: int, table: CueTable) -> int:
    # "Donors and lenders to ...": whoever is joined to an actor is one, too.
    joined = word_list(table.and_words).match(plain, end + 1, limit) if plain[end : end + 1].isspace() else None
    more = re.compile(r"\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+(?=\s|[,:])").match(plain, joined.end(), limit) if joined else None
    follows = word_list(table.to_do).match(plain, more.end() + 1, limit) if more else None
    return more.end() if more and (follows or plain[more.end()] in ",:") else end
