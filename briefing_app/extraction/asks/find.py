"""Recommendations: which sentences ask somebody to act, by which rule, and who is asked."""

import re
from dataclasses import replace
from functools import cache

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.ask import Ask
from briefing_app.extraction.asks.asking import is_allowed, is_verb, is_voided
from briefing_app.extraction.asks.commands import commanded
from briefing_app.extraction.asks.doers import named_ahead, named_as_doer, taken_up, turned_to
from briefing_app.extraction.asks.ground import Ground, is_own
from briefing_app.extraction.asks.headed import headed
from briefing_app.extraction.asks.heads import long_name
from briefing_app.extraction.asks.hearers import called
from briefing_app.extraction.asks.modals import Modal, asked_by_modal
from briefing_app.extraction.asks.norms import is_law
from briefing_app.extraction.asks.objects import asked_behind, written_to
from briefing_app.extraction.asks.subjects import subject_before
from briefing_app.extraction.asks.wishes import wished
from briefing_app.extraction.cues.form import Cue, CueTable
from briefing_app.extraction.text.phrases import Pattern, either, likely, lowered, word_list, words_of
from briefing_app.extraction.text.spelling import LAST_WORD, NEXT_WORD
from briefing_app.extraction.text.verb_forms import deed_at

_TURNED = re.compile(r"([^?]{20,}?)\s*(?:\s[-–—]{1,2}\s|[—:;])[^?:;—–]*\?")
"""A question behind a statement, joined by a mark."""
_OPENING_WORDS = 5
"""A question from its first words on: "N'est-il pas temps – ... – de", among so many of its words."""
_LONGEST_JOINT = 120
_SET_OFF = re.compile(r",[^,;]{1,90},\s*$")
"""What stands between commas before a verb: "and, as the winter comes, urged"."""


def ask_in(ground: Ground, sentence: Span) -> Ask | None:
    """Return the ask that a sentence makes, or None. Verbs of asking win over needs, needs over modals."""
    words = sentence.of(ground.plain).rstrip("”’»\"' \u00a0\u202f")
    if words.endswith("?"):
        # A question asks for an answer; what stands before it may ask for more: "All should read it - how would they feel?"
        turn = _TURNED.match(ground.plain, sentence.start, sentence.end)
        asked = turn is not None and _is_asked(turn.group(1), ground.table)
        ask = ask_in(ground, Span(sentence.start, turn.end(1))) if turn and not asked else None
        return replace(ask, span=sentence) if ask else None
    wanted = _behind_concession(ground, sentence)
    if wanted != sentence:
        ask = ask_in(ground, wanted)
        return replace(ask, span=sentence) if ask and ask.span == wanted else ask
    ask = (
        _by_verb(ground, sentence, words)
        or _by_modal(ground, sentence)
        or commanded(ground, sentence)
        or _announced(ground, sentence)
    )
    if not ask or ask.addressees:
        return ask
    if ask.rule.startswith("ask.verb."):
        verb = Span(ask.verb, ask.verb + len(ask.evidence))
        meant = taken_up(ground, sentence, verb)
        if meant is None:
            return None
        named = meant or _named_before(ground, sentence, verb)
        if named:
            return replace(ask, addressees=named)
    elif ask.rule == "ask.need.command" and ask.verb > sentence.start:
        lead = Span(sentence.start, ask.verb)
        ahead = named_ahead(ground, sentence, Span(ask.verb, ask.verb))
        return replace(ask, addressees=called(ground, lead) or turned_to(ground, lead) or ahead)
    return replace(ask, addressees=named_as_doer(ground, Span(ask.verb or sentence.start, sentence.end)))


def _is_asked(words: str, table: CueTable) -> bool:
    # "N'est-il pas temps", "¿No es hora", "Pourquoi": a question from its first words on.
    opening = " ".join(words.split()[:_OPENING_WORDS])
    return opening.startswith("¿") or (bool(table.inverted) and _inverted(table).search(opening) is not None)


@cache
def _inverted(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"-{either(table.inverted)}\b|^(?i:{either(table.opens_question)})\b")


def _announced(ground: Ground, sentence: Span) -> Ask | None:
    found = headed(ground, sentence)
    if not found:
        return None
    return Ask(sentence, "ask.need.headed", 0.75, found.addressees, found.words.of(ground.plain), found.words.start)


def _named_before(ground: Ground, sentence: Span, verb: Span) -> tuple[Addressee, ...]:
    # "A los alcaldes les pedimos", "Enviaron a los alcaldes una carta en la que les piden"; "wrote to the minister, asking that".
    ahead = named_ahead(ground, sentence, verb)
    last = LAST_WORD.search(ground.plain, sentence.start, verb.start)
    them = last is not None and lowered(last.group().strip()) in words_of(ground.table, "story_pronouns")
    return ahead or (written_to(ground, Span(sentence.start, verb.start)) if them or not ground.table.infinitives else ())


def _behind_concession(ground: Ground, sentence: Span) -> Span:
    # "While we accept that the State must act, it must not …": what is granted is not asked for.
    granted = word_list(ground.table.conceding).match(ground.plain, sentence.start, sentence.end)
    turn = ground.plain.find(", ", granted.end(), sentence.end) if granted else -1
    return stripped(ground.plain, Span(turn + 1, sentence.end)) if turn > 0 else sentence


def _by_verb(ground: Ground, sentence: Span, words: str) -> Ask | None:
    by_pattern = [
        asks
        for pattern in likely(ground.table.asks, words, ground.table.between)
        if (asks := _by_pattern(ground, sentence, pattern))
    ]
    if not by_pattern:
        return None
    further = [ask for asks in by_pattern[1:] for ask in asks] + by_pattern[0][1:]
    ask = _as_told(ground, sentence, _by_modal_too(ground, sentence, _with_further(by_pattern[0][0], further)))
    addressed = ask.addressees or not word_list(ground.table.reader_words).search(ground.plain, sentence.start, sentence.end)
    return ask if addressed else replace(ask, addressees=ground.reader)


def _by_modal(ground: Ground, sentence: Span) -> Ask | None:
    asked = asked_by_modal(ground.plain, ground.table, sentence, ground.names)
    if not asked:
        return wished(ground, sentence)
    ruled = word_list(ground.table.rulings + ground.table.not_meant).search(ground.plain, sentence.start, sentence.end)
    if (ruled and ruled.end() < asked.span.start) or _is_in_law(ground, Span(sentence.start, asked.span.start)):
        # "Section 1 provides that the minister must": law reported.
        return None
    return _ask_of(ground, asked, Span(asked.start, sentence.end))


def _is_in_law(ground: Ground, before: Span) -> bool:
    # "The resolution says that they must": law reported, too.
    said = word_list(ground.table.law_says).finditer(ground.plain, before.start, before.end)
    subjects = (subject_before(ground.plain, ground.table, before.start, verb.start()).of(ground.plain) for verb in said)
    return any(is_law(re.split(r",\s*(?:y|e|et)?\s*", subject)[-1], ground.table) for subject in subjects)


def _as_told(ground: Ground, sentence: Span, ask: Ask) -> Ask:
    # "Que les maires ouvrent les puits, demandent les familles": the words that ask stand before who asks.
    turned = ground.plain[sentence.start : ask.verb].rstrip().endswith((",", "”", "»", '"'))
    if ask.addressees or not turned or not ask.rule.startswith("ask.verb."):
        return ask
    told = ask_in(ground, Span(sentence.start, ask.verb)) or _by_modal(ground, sentence)
    return replace(told, span=sentence) if told and told.addressees and told.span.start == sentence.start else ask


def _ask_of(ground: Ground, modal: Modal, span: Span) -> Ask:
    words = " ".join(modal.span.of(ground.plain).split())
    return Ask(span, modal.cue.rule, modal.cue.confidence, modal.addressees, words)


def _by_modal_too(ground: Ground, sentence: Span, ask: Ask) -> Ask:
    # "The government must end the impunity": the need names nobody, the modal's subject does.
    if ask.addressees or not ask.rule.startswith("ask.need."):
        return ask
    asked = asked_by_modal(ground.plain, ground.table, sentence, ground.names)
    return _ask_of(ground, asked, sentence) if asked and asked.addressees else ask


def _with_further(first: Ask, further: list[Ask]) -> Ask:
    """Return the first ask with those whom further verbs of the same sentence ask: "demanded that A … and urged B to"."""
    asked = {one.words.casefold(): one for one in first.addressees}
    for ask in further:
        apart = all(
            one.span and other.span and not one.span.meets(other.span) for one in ask.addressees for other in asked.values()
        )
        if asked and apart and ask.rule.startswith("ask.verb.") and _parallel(*sorted((first, ask), key=lambda one: one.verb)):
            asked |= {one.words.casefold(): one for one in ask.addressees}
    return replace(first, addressees=tuple(sorted(asked.values(), key=lambda one: one.span or Span(0, 0))))


def _parallel(one: Ask, other: Ask) -> bool:
    # "A demanded that ... and asked B to": joined by "and", and of the same form.
    verbs = [lowered(ask.evidence.split(maxsplit=1)[0]) for ask in (one, other)]
    return other.coordinated and (verbs[0][-1] == verbs[1][-1] or not any(verb.endswith(("s", "d", "g")) for verb in verbs))


def _is_joined(ground: Ground, sentence: Span, verb: int) -> bool:
    # "and urged", "and we also urge", "and, as the winter comes, urged".
    plain, table = ground.plain, ground.table
    before = plain[max(sentence.start, verb - _LONGEST_JOINT) : verb]
    if before.rstrip().endswith(","):
        # "urges A to ..., asks B to ... and calls on C".
        return True
    set_off = _SET_OFF.search(before)
    beside = words_of(table, "first_person") | words_of(table, "thing_pronouns") | words_of(table, "between")
    for words in (before, before[: set_off.start()] if set_off else ""):
        left = [lowered(word.strip(",;")) for word in words.split()]
        while left and left[-1] in beside:
            left.pop()
        if left and left[-1] in words_of(table, "and_words"):
            return True
    return False


def _by_pattern(ground: Ground, sentence: Span, pattern: Pattern) -> list[Ask]:
    found = []
    for match in pattern.before.finditer(ground.plain, sentence.start, sentence.end):
        if (is_verb(cue := pattern.cue) and _is_of_asker(ground, sentence, match)) or (
            pattern.deed and not deed_at(ground.plain, ground.table, match.end())
        ):
            continue
        if pattern.slot and not ground.table.infinitives and ground.plain.startswith("-", match.end()):
            # "Press-release".
            continue
        addressees = asked_behind(ground, sentence, pattern, match) if pattern.slot else ()
        if addressees is None or is_voided(ground, sentence, pattern, match.end()):
            continue
        ahead = _named_before(ground, sentence, Span(*match.span())) if ground.table.infinitives and is_verb(cue) else ()
        known = bool(addressees or ahead)
        if not is_allowed(ground, sentence, pattern, match, addressed=known):
            continue
        if ground.lead and not addressees and _is_announced(ground, sentence, cue, match):
            continue
        joined = _is_joined(ground, sentence, match.start())
        evidence = " ".join(match.group().split())
        found.append(Ask(sentence, cue.rule, cue.confidence, addressees, evidence, match.start(), joined))
    return found


def _is_of_asker(ground: Ground, sentence: Span, match: re.Match[str]) -> bool:
    # "Press Freedom Norland calls on": a name that begins as a verb of asking does, before the verb.
    plain = ground.plain
    if (
        match.start() != sentence.start
        or match.end() >= sentence.end
        or not (plain[match.start()].isupper() and plain[match.end()].isupper())
    ):
        return False
    name = long_name(ground.table).match(plain, match.start(), sentence.end)
    behind = NEXT_WORD.match(plain, name.end(), sentence.end) if name else None
    return behind is not None and lowered(behind.group(1)) in _verbs(ground.table.asks) and behind.group(1).endswith(("s", "d"))


def _is_announced(ground: Ground, sentence: Span, cue: Cue, match: re.Match[str]) -> bool:
    # "The network continues calling for": the first paragraph of a release announces what its publisher asks for below.
    going_on = lowered(match.group().split(maxsplit=1)[0]).endswith(ground.table.participles)
    return going_on and cue.rule == "ask.verb.call-for" and not is_own(ground, sentence, match.start())


def ends_asking(plain: str, sentence: Span, table: CueTable) -> bool:
    """Tell whether a line ends in a verb of asking, before a list of those it asks: "We therefore call on:"."""
    end = sentence.start + len(sentence.of(plain).rstrip(" \n:\u00a0\u202f"))
    last = LAST_WORD.search(plain, sentence.start, end)
    if last and lowered(last.group().strip()) in _verbs(table.asks):
        return True
    return any(
        match.end() >= end
        for pattern in likely(table.asks, sentence.of(plain), table.between)
        if pattern.slot and is_verb(pattern.cue)
        for match in pattern.before.finditer(plain, sentence.start, end)
    )


@cache
def _verbs(cues: tuple[Cue, ...]) -> frozenset[str]:
    phrases = [phrase for cue in cues if cue.rule.startswith("ask.verb.") for phrase in cue.phrases if "{" in phrase]
    return frozenset(word.replace("_", " ") for phrase in phrases for word in phrase.split()[0].split("|"))


def seen_names(plain: str, table: CueTable) -> frozenset[str]:
    """Return the words that stand with a capital inside sentences: names, or parts of them."""
    found = set()
    for match in re.finditer(r"(?:(?<=[a-zà-ÿ,] )|(?<= [dl]['’]))(?:[A-ZÀ-Þ][\w-]*)", plain):
        if lowered(match.group()) not in words_of(table, "articles"):
            found.add(match.group())
    common = {lowered(word) for word in found} & set(re.findall(r"[a-zà-ÿ][\w-]*", plain))
    return frozenset(word for word in found if lowered(word) not in common)
