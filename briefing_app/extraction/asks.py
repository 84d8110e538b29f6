"""Recommendations: which sentences ask somebody to act, by which rule, and who is asked."""

import re
from dataclasses import dataclass, replace
from functools import cache

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.addressees import is_actor, listed, phrase_end
from briefing_app.extraction.cues.form import Cue, CueTable
from briefing_app.extraction.phrases import Pattern, likely, lowered, patterns, word_list, words_of
from briefing_app.extraction.subjects import asked_by_modal, is_held, is_participle, is_passive, speaker_before

_LAST_WORD = re.compile(r"[\w’'-]+\s*$")
_CLAUSE_WORDS = frozenset({"that", "whether", "if"})
_APPEALING = ("ask.verb.urge", "ask.verb.call-on")
_BEFORE_DEED = frozenset({"to", "a", "à", "de", "d'"})
_NO_DEED = frozenset(
    {"the", "this", "that", "these", "those", "all", "both", "which", "whom", "their", "its", "our", "his", "her", "a", "an"}
)
_LONGEST_OTHER = 8
"""Words of one who is asked in a sentence's second half, at most."""
_FOLLOWING = re.compile(r"(?:[nsldNSLD]|[qQ]u)[’']|[\w-]+")
_TITLE_WITHIN = 1500
_NEXT_WORD = re.compile(r"\s*([\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence that asks: the span, the rule that says so, those who are asked."""

    span: Span
    rule: str
    confidence: float
    addressees: tuple[Addressee, ...]
    evidence: str = ""
    """The words that fired the rule."""
    verb: int = 0
    """Where they begin."""
    coordinated: bool = False
    """Whether its verb follows "and": it may be the second of a sentence."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the rules look at: the text, the language's cues, words seen as names, whether the sentence is in the lead paragraph."""

    plain: str
    table: CueTable
    names: frozenset[str]
    lead: bool = False
    reader: tuple[Addressee, ...] = ()
    """Whom a letter is to: its "you"."""


def ask_in(ground: Ground, sentence: Span) -> Ask | None:
    """Return the ask that a sentence makes, or None. Verbs of asking win over needs, needs over modals."""
    words = sentence.of(ground.plain).rstrip("”’»\"' \u00a0\u202f")
    if words.endswith("?"):
        # A question asks for an answer.
        return None
    ask = _by_verb(ground, sentence, words) or _by_modal(ground, sentence) or _wished(ground, sentence)
    if not ask or ask.addressees:
        return ask
    return replace(ask, addressees=_on_part_of(ground, Span(ask.verb or sentence.start, sentence.end)))


def _by_verb(ground: Ground, sentence: Span, words: str) -> Ask | None:
    found = [
        ask for pattern in likely(ground.table.asks, words, ground.table.between) if (ask := _by_pattern(ground, sentence, pattern))
    ]
    if not found:
        return None
    ask = _with_further(found)
    addressed = ask.addressees or not word_list(ground.table.reader_words).search(ground.plain, sentence.start, sentence.end)
    return ask if addressed else replace(ask, addressees=ground.reader)


def _by_modal(ground: Ground, sentence: Span) -> Ask | None:
    asked = asked_by_modal(ground.plain, ground.table, sentence, ground.names)
    if not asked:
        return None
    cue, start, addressees, words = asked
    return Ask(Span(start, sentence.end), cue.rule, cue.confidence, addressees, words)


def _wished(ground: Ground, sentence: Span) -> Ask | None:
    """Return the ask of a sentence that begins as a wish: "Let the minister come", "Que el ministro venga", "Qu'on les libère"."""
    plain, table = ground.plain, ground.table
    wish = word_list(table.wishes).match(plain, sentence.start, sentence.end)
    if not wish or not plain[wish.start()].isupper() or word_list(table.no_wish).match(plain[wish.end() : sentence.end].lstrip()):
        return None
    start = stripped(plain, Span(wish.end(), sentence.end)).start
    end = phrase_end(plain, start, sentence.end, table)
    addressees = tuple(one for one in listed(plain, Span(start, end), table) if is_actor(one.words, table, ground.names))
    if is_passive(plain[end : sentence.end], table):
        addressees = ()
    return Ask(sentence, "ask.need.wish", 0.7, addressees, wish.group().strip(), wish.start())


def _on_part_of(ground: Ground, within: Span) -> tuple[Addressee, ...]:
    # "Exigimos una investigación por parte de la Fiscalía".
    link = word_list(ground.table.part_of).search(ground.plain, within.start, within.end)
    if not link:
        return ()
    end = phrase_end(ground.plain, link.end(), within.end, ground.table)
    found = listed(ground.plain, Span(link.end(), end), ground.table)
    return tuple(one for one in found if is_actor(one.words, ground.table, ground.names))


def _with_further(found: list[Ask]) -> Ask:
    """Return the first ask with those whom further verbs of the same sentence ask: "demanded that A … and urged B to"."""
    first = found[0]
    asked = {one.words.casefold(): one for one in first.addressees}
    for ask in found[1:]:
        apart = all(
            one.span and other.span and not one.span.meets(other.span) for one in ask.addressees for other in asked.values()
        )
        if asked and apart and ask.rule.startswith("ask.verb.") and _parallel(*sorted((first, ask), key=lambda one: one.verb)):
            asked |= {one.words.casefold(): one for one in ask.addressees}
    return replace(first, addressees=tuple(sorted(asked.values(), key=lambda one: one.span or Span(0, 0))))


def _parallel(one: Ask, other: Ask) -> bool:
    # "A demanded that ... and asked B to": joined by "and", and of the same form.
    verbs = [lowered(ask.evidence.split(maxsplit=1)[0]) for ask in (one, other)]
    return other.coordinated and verbs[0][-1] == verbs[1][-1]


def _by_pattern(ground: Ground, sentence: Span, pattern: Pattern) -> Ask | None:
    for match in pattern.before.finditer(ground.plain, sentence.start, sentence.end):
        addressees = _asked(ground, sentence, pattern, match) if pattern.slot else ()
        if addressees is None or _voided(ground, sentence, pattern, match.end()):
            continue
        if not _allowed(ground, sentence, pattern, match, addressed=bool(addressees)):
            continue
        if addressees and _is_verb(pattern.cue):
            addressees = _and_others(ground, sentence, pattern, addressees, match)
        cue = pattern.cue
        if cue.rule == "ask.verb.call-for" and not addressees and ground.lead and not _own(ground, sentence, match.start()):
            # The first paragraph of a release announces what its publisher asks for below.
            continue
        before = _LAST_WORD.search(ground.plain, max(sentence.start, match.start() - 30), match.start())
        second = before is not None and lowered(before.group().strip()) in words_of(ground.table, "and_words")
        return Ask(sentence, cue.rule, cue.confidence, addressees, " ".join(match.group().split()), match.start(), second)
    return None


def _asked(ground: Ground, sentence: Span, pattern: Pattern, verb: re.Match[str]) -> tuple[Addressee, ...] | None:
    """Return who is asked in the slot behind ``verb``; None when what stands there makes the phrase no ask."""
    plain, table = ground.plain, ground.table
    slot = _slot(ground, sentence, pattern, verb.end())
    if slot is None:
        return None
    found = listed(plain, slot, table)
    if pattern.after is not None and lowered(slot.of(plain).split(maxsplit=1)[0]) in _CLAUSE_WORDS:
        return None
    if any(lowered(one.words) in words_of(table, "object_pronouns") for one in found):
        # "We urge them to" asks of those named before; "she told them to" tells.
        past = is_participle(lowered(verb.group().split(maxsplit=1)[0]), table)
        return () if pattern.cue.rule in _APPEALING and not past and _own(ground, sentence, verb.start()) else None
    addressees = tuple(one for one in found if lowered(one.words) not in words_of(table, "reader"))
    if pattern.after is None or pattern.actor:
        addressees = tuple(a for a in addressees if is_actor(a.words, table, ground.names))
    if not addressees and (pattern.actor or (pattern.after is not None and not found)):
        return None
    if pattern.after is None and addressees and is_passive(plain[slot.end : sentence.end], table):
        # "We ask that the families be rehoused": those are acted upon, others are asked.
        return ()
    return addressees


def _and_others(
    ground: Ground, sentence: Span, pattern: Pattern, first: tuple[Addressee, ...], verb: re.Match[str]
) -> tuple[Addressee, ...]:
    """Return those asked and those a second half asks: "urge A to stop and B to go", "que A investigue y que B publique"."""
    plain, table = ground.plain, ground.table
    asked = {one.words.casefold(): one for one in first}
    place = max(one.span.end for one in first if one.span)
    that = pattern.after is None and lowered(verb.group().split()[-1]) in words_of(table, "that_words")
    if pattern.after is None and not that:
        return first
    for joined in word_list(table.and_words).finditer(plain, place, sentence.end):
        start = stripped(plain, Span(joined.end(), sentence.end)).start
        if that:
            again = word_list(table.that_words).match(plain, start, sentence.end)
            start = stripped(plain, Span(again.end(), sentence.end)).start if again else sentence.end
            end = phrase_end(plain, start, sentence.end, table)
            if is_passive(plain[end : sentence.end], table):
                continue
        else:
            link = word_list(table.heading_addressee).match(plain, start, sentence.end)
            start = stripped(plain, Span(link.end() if link else start, sentence.end)).start
            word = _NEXT_WORD.match(plain, start, sentence.end)
            known = word and (
                lowered(word.group(1)) in words_of(table, "articles") | words_of(table, "actors") or word.group(1)[0].isupper()
            )
            found_end = _list_end(pattern.after, ground, start, min(sentence.end, start + 120)) if known and pattern.after else None
            end = found_end if found_end is not None else start
        words = plain[start:end]
        if not words.strip() or re.search(r"[.;:?!]", words):
            continue
        for one in listed(plain, stripped(plain, Span(start, end)), table):
            sure = len(one.words.split()) > 1 or lowered(one.words) in words_of(table, "actors") | words_of(table, "places")
            if sure and is_actor(one.words, table, ground.names) and len(one.words.split()) <= _LONGEST_OTHER:
                asked.setdefault(one.words.casefold(), one)
    return tuple(asked.values())


def ends_asking(plain: str, sentence: Span, table: CueTable) -> bool:
    """Tell whether a line ends in a verb of asking, before a list of those it asks: "We therefore call on:"."""
    end = sentence.start + len(sentence.of(plain).rstrip(" \n:\u00a0\u202f"))
    last = _LAST_WORD.search(plain, sentence.start, end)
    if last and lowered(last.group().strip()) in _verbs(table.asks):
        return True
    return any(
        match.end() >= end
        for pattern in likely(table.asks, sentence.of(plain), table.between)
        if pattern.slot and _is_verb(pattern.cue)
        for match in pattern.before.finditer(plain, sentence.start, end)
    )


@cache
def _verbs(cues: tuple[Cue, ...]) -> frozenset[str]:
    phrases = [phrase for cue in cues if cue.rule.startswith("ask.verb.") for phrase in cue.phrases if "{" in phrase]
    return frozenset(word.replace("_", " ") for phrase in phrases for word in phrase.split()[0].split("|"))


def letter_to(plain: str, table: CueTable) -> tuple[Addressee, ...]:
    """Return whom an open letter is to, as its title says; nobody when the text is none."""
    head = Span(0, min(len(plain), _TITLE_WITHIN))
    for pattern in patterns((table.letters,)):
        match = pattern.before.search(plain, head.start, head.end)
        line = re.compile(r"[^\n:]*").match(plain, match.end()) if match else None
        if line:
            return listed(plain, Span(line.start(), line.end()), table)
    return ()


def _is_verb(cue: Cue) -> bool:
    return cue.rule.startswith("ask.verb.")


def _own(ground: Ground, sentence: Span, verb: int) -> bool:
    return speaker_before(ground.plain, ground.table, sentence.start, verb).own


def _allowed(ground: Ground, sentence: Span, pattern: Pattern, match: re.Match[str], *, addressed: bool) -> bool:
    plain, table, cue = ground.plain, ground.table, pattern.cue
    before = _LAST_WORD.search(plain, max(sentence.start, match.start() - 30), match.start())
    previous = lowered(before.group().strip()) if before else ""
    speaker = speaker_before(plain, table, sentence.start, match.start())
    if is_held(plain, table, sentence.start, match.start()):
        return False
    if _is_verb(cue):
        if previous in table.not_asking or speaker.norm or speaker.power:
            return False
        if not speaker.own and any(pattern.before.fullmatch(previous) for pattern in patterns(table.modals)):
            # "Leaders should press Soria to": those are asked who should press.
            return False
        if cue.speaker_only and not (
            addressed or speaker.somebody or _says_we(table, match.group()) or _is_participle(ground, sentence, match)
        ):
            return False
    if cue.rule == "ask.need.essential" and not pattern.slot:
        following = _NEXT_WORD.match(plain, match.end(), sentence.end)
        return not (following and lowered(following.group(1)) in words_of(table, "recognising"))
    return True


def _is_participle(ground: Ground, sentence: Span, match: re.Match[str]) -> bool:
    # "Hundreds marched, demanding ...": whoever did the one does the other.
    verb = lowered(match.group().split(maxsplit=1)[0])
    before = ground.plain[sentence.start : match.start()].rstrip()
    return verb.endswith(ground.table.participles) and before.endswith((",", *ground.table.and_words))


def _voided(ground: Ground, sentence: Span, pattern: Pattern, end: int) -> bool:
    cue = pattern.cue
    return bool(cue.unless) and word_list(cue.unless).match(ground.plain, end, sentence.end) is not None


def _says_we(table: CueTable, words: str) -> bool:
    return bool(table.own_endings) and lowered(words.split(maxsplit=1)[0]).endswith(table.own_endings)


def _slot(ground: Ground, sentence: Span, pattern: Pattern, start: int) -> Span | None:
    if pattern.after is None:
        return Span(start, phrase_end(ground.plain, start, sentence.end, ground.table))
    depth_free = _list_end(pattern.after, ground, start, sentence.end)
    if depth_free is None:
        return None
    slot = stripped(ground.plain, Span(start, depth_free))
    leading = _NEXT_WORD.match(ground.plain, slot.start, slot.end)
    if leading and lowered(leading.group(1)) in words_of(ground.table, "introductions"):
        # "Requests for delay are to": whoever stands behind a preposition is not asked.
        return None
    word = _NEXT_WORD.match(ground.plain, depth_free)
    if slot.of(ground.plain).endswith(",") and word and lowered(word.group(1)) in words_of(ground.table, "subordinators"):
        # "asked the ministry to stop the dam, which ...": a relative clause, not what is asked.
        return None
    clause = re.search(r"[;:?!]|\.\s", slot.of(ground.plain))
    return slot if len(slot) and not clause else None


def _list_end(pattern: re.Pattern[str], ground: Ground, start: int, end: int) -> int | None:
    passed: int | None = None
    for match in pattern.finditer(ground.plain, start, min(end, start + 400)):
        before = ground.plain[start : match.start()]
        last = _LAST_WORD.search(before)
        if last and last.start() and lowered(last.group().strip()) in words_of(ground.table, "and_words"):
            # "al Gobierno y a los ayuntamientos que": the list goes on.
            continue
        if before.count("(") > before.count(")"):
            continue
        if _opens_deed(ground, match):
            return match.start()
        passed = match.start() if passed is None else passed
    return passed


def _opens_deed(ground: Ground, link: re.Match[str]) -> bool:
    """Tell whether an infinitive follows "to", "a", "de": none does in "the parties to the conflict"."""
    plain, table = ground.plain, ground.table
    if lowered(link.group().strip()) not in _BEFORE_DEED:
        return True
    for word in _FOLLOWING.finditer(plain, link.end(), min(len(plain), link.end() + 60)):
        token = lowered(word.group())
        if not table.infinitives:
            return token not in _NO_DEED and not word.group()[0].isupper() and not token[0].isdigit()
        if token not in words_of(table, "before_infinitive"):
            return token.endswith(table.infinitives) and token not in words_of(table, "portfolios") and word.group()[0].islower()
    return True


def seen_names(plain: str, table: CueTable) -> frozenset[str]:
    """Return the words that stand with a capital inside sentences: names, or parts of them."""
    found = set()
    for match in re.finditer(r"(?<=[a-zà-ÿ,] )(?:[A-ZÀ-Þ][\w-]*)", plain):
        if lowered(match.group()) not in words_of(table, "articles"):
            found.add(match.group())
    return frozenset(found)
