"""Objects of verbs of asking: who is asked in the words behind the verb, and behind its repetitions."""

import re

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span
from briefing_app.extraction.asks.actors import actors_among, is_actor, phrase_end, who_act
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.askers import shares_subject
from briefing_app.extraction.asks.further import and_of_others, asked_too, further_clauses
from briefing_app.extraction.asks.ground import Ground, is_own
from briefing_app.extraction.asks.heads import head_of
from briefing_app.extraction.asks.slots import BEFORE_DEED, opens_deed, slot_behind
from briefing_app.extraction.asks.subjects import antecedent, subject_before
from briefing_app.extraction.text.phrases import Pattern, is_role, lowered, word_list, words_of
from briefing_app.extraction.text.spelling import FOLLOWING, LAST_WORD, NEXT_WORD
from briefing_app.extraction.text.verb_forms import deed_at, is_participle, is_passive

_CLAUSE_WORDS = frozenset({"that", "whether", "if"})
_THING = 2
"""How many words a thing has at most that is asked for in English: "urged radical action to"."""
_APPEALING = ("ask.verb.urge", "ask.verb.call-on")
_APPEALED = (*_APPEALING, "ask.verb.ask")
_OF_THINGS = ("ask.verb.ask", "ask.verb.demand", "ask.verb.recommend")
_LINKING = frozenset(
    {"de", "del", "du", "des", "en", "con", "que", "qui", "a", "al", "para", "pour", "d'", "sur", "sobre", "por", "par"}
)
"""How what belongs to those asked goes on behind them: "al ministro en funciones"."""
_CALLED_TO = frozenset({"a", "à"})
_CLAUSE = re.compile(r"\s+(?:que\s|ce\s+qu)")
_THAT_CLAUSE = re.compile(r"\sthat\s(?!(?:he|she|they|we|I|you|it|the)\s)(?=[^,]*$)")
_MINE = ("j'ai", "j'avais")
"""How somebody tells what he begged for once: "j'ai supplié le gardien de"."""
_ONE_THING = re.compile(r"(?i)(?:an?|une?|una)\s")


def asked_behind(ground: Ground, sentence: Span, pattern: Pattern, verb: re.Match[str]) -> tuple[Addressee, ...] | None:
    """Return who is asked in the slot behind ``verb``; None when what stands there makes the phrase no ask."""
    plain, table = ground.plain, ground.table
    if _asks_a_deed(ground, verb):
        return () if pattern.cue.rule in _APPEALING else None
    slot = slot_behind(ground, sentence, pattern, verb.end())
    if slot is None:
        return None
    found = listed(plain, slot, table)
    otherwise = pattern.after is not None and _ends_otherwise(ground, slot, found, things=pattern.cue.rule in _OF_THINGS)
    if otherwise or _is_told(ground, sentence, pattern, verb, found):
        return None
    if any(lowered(one.words) in words_of(table, "object_pronouns") for one in found):
        return _taken_up(ground, sentence, pattern, verb, found)
    certain = table.infinitives and "," not in slot.of(plain)
    if pattern.after is not None and found and not certain and not _could_act(ground, found[0]):
        # "Urged restraint to", "exhortó al diálogo para": a thing is asked for.
        plainly = not pattern.actor and (table.infinitives or len(found[0].words.split()) <= _THING)
        return () if pattern.cue.rule in _APPEALING and plainly else None
    addressees = tuple(one for one in found if lowered(one.words) not in words_of(table, "reader"))
    addressees += asked_too(ground, sentence, slot.end)
    if pattern.after is None and addressees:
        addressees += and_of_others(ground, verb, Span(slot.end, sentence.end))
    if pattern.after is None or pattern.actor:
        addressees = actors_among(plain, addressees, table, ground.names)
    if not addressees and (pattern.actor or (pattern.after is not None and not found)):
        return None
    if addressees and (_asks_a_thing(ground, verb) or _are_acted_upon(ground, pattern, Span(slot.end, sentence.end))):
        return ()
    return addressees + (further_clauses(ground, sentence, verb, slot.end) if pattern.after is None and addressees else ())


def _is_told(ground: Ground, sentence: Span, pattern: Pattern, verb: re.Match[str], found: tuple[Addressee, ...]) -> bool:
    if pattern.after is not None and _is_in_a_story(ground, sentence, pattern, verb, found):
        return True
    return _is_of_rulers(ground, sentence, pattern, verb, found) or _is_clause(ground, verb.end())


def _is_in_a_story(ground: Ground, sentence: Span, pattern: Pattern, verb: re.Match[str], found: tuple[Addressee, ...]) -> bool:
    # "The nurse asked the driver to stop": one asks another, who is no body and holds no office that could act.
    table = ground.table
    words = [lowered(word) for word in verb.group().split()]
    past = is_participle(words[0], table)
    before = LAST_WORD.search(ground.plain, max(sentence.start, verb.start() - 12), verb.start())
    beside = lowered(before.group().strip()) if before else ""
    subject = subject_before(ground.plain, table, sentence.start, verb.start()).of(ground.plain).split()
    mine = bool(subject) and lowered(subject[0]).startswith(_MINE) and pattern.cue.rule in _APPEALED
    told = past and (mine or (pattern.cue.rule == "ask.verb.ask" and not is_own(ground, sentence, verb.start())))
    if not words_of(table, "story_pronouns").isdisjoint((beside, words[0])):
        # "Le exigieron a la mujer que".
        told = any(word.endswith(table.past_endings) for word in words[:2])
    return told and not any(is_actor(one.words, table, ground.names) for one in found)


def _is_of_rulers(ground: Ground, sentence: Span, pattern: Pattern, verb: re.Match[str], found: tuple[Addressee, ...]) -> bool:
    # "The Government is asking pensioners to pay": told of those who rule, unless they ask others who do.
    table = ground.table
    subject = subject_before(ground.plain, table, sentence.start, verb.start()).of(ground.plain)
    head = [lowered(word) for word in head_of(subject, table).split()]
    if pattern.cue.rule != "ask.verb.ask" or words_of(table, "rulers").isdisjoint(head):
        return False
    asked = {lowered(word) for one in found for word in one.words.split()}
    return asked.isdisjoint(words_of(table, "rulers") | words_of(table, "organisation_words") | words_of(table, "bodies"))


def _is_clause(ground: Ground, start: int) -> bool:
    # "Requesting he publish the files": a clause whose conjunction is left out.
    word = NEXT_WORD.match(ground.plain, start)
    told = words_of(ground.table, "he_or_she") | {"they", "we", "i"}
    return ground.table.language == "en" and word is not None and lowered(word.group(1)) in told


def _taken_up(
    ground: Ground, sentence: Span, pattern: Pattern, verb: re.Match[str], found: tuple[Addressee, ...]
) -> tuple[Addressee, ...] | None:
    # "We urge them to" asks of those named before, "wrote to the minister, calling on her to", too; "she told them to" tells.
    verb_word = verb.group().split(maxsplit=1)[0]
    if lowered(verb.group().split()[-1]) in words_of(ground.table, "needing"):
        # "We love the bay and want it to last": a wish.
        return None
    beside = shares_subject(ground.plain, ground.table, sentence, verb.start(), verb_word)
    if beside and pattern.cue.rule in _APPEALING:
        return antecedent(ground.plain, ground.table, Span(sentence.start, verb.start()), ground.names)
    asker = subject_before(ground.plain, ground.table, sentence.start, verb.start())
    reader = written_to(ground, Span(sentence.start, max(sentence.start, asker.start)))
    reader = reader or written_to(ground, Span(asker.start, verb.start()))
    if reader and pattern.cue.rule in _APPEALED:
        return reader
    past = is_participle(lowered(verb_word), ground.table)
    if pattern.cue.rule not in _APPEALED or past or not is_own(ground, sentence, verb.start()):
        return None
    thing = lowered(found[0].words) in words_of(ground.table, "thing_pronouns")
    return antecedent(ground.plain, ground.table, Span(sentence.start, verb.start()), ground.names) if thing else ()


def written_to(ground: Ground, before: Span) -> tuple[Addressee, ...]:
    """Return to whom the sentence says that somebody wrote: "In a letter to the minister, the union urges him to"."""
    plain, table = ground.plain, ground.table
    wrote = word_list(table.wrote_to).search(plain, before.start, before.end)
    if not wrote:
        return ()
    end = phrase_end(plain, wrote.end(), before.end, table)
    found = listed(plain, Span(wrote.end(), max(end, wrote.end())), table)
    return who_act(found, table, ground.names)


def _are_acted_upon(ground: Ground, pattern: Pattern, rest: Span) -> bool:
    # "We ask that the families be rehoused", "called for the council to be able to": others are asked.
    following = rest.of(ground.plain)
    if pattern.after is None:
        return is_passive(following, ground.table, told=True)
    link = pattern.after.match(following.lstrip())
    if link and lowered(link.group().strip()) not in BEFORE_DEED and is_passive(following, ground.table):
        # "Requesting that the flights be put off".
        return True
    done = following.lstrip()[link.end() :] if link and pattern.cue.rule == "ask.verb.call-for" else ""
    return is_passive(done, ground.table) or word_list(ground.table.receiving).match(done) is not None


def _could_act(ground: Ground, one: Addressee) -> bool:
    """Tell whether an addressee may be somebody: not when it is one thing that no table knows to act."""
    plain, table = ground.plain, ground.table
    words = head_of(one.words, table).split()
    head = _THAT_CLAUSE.split(one.words, maxsplit=1)[0].split()
    if any(lowered(word) in words_of(table, "statives") for word in head):
        # "Put questions that he cannot": a clause.
        return False
    if not one.span or any(not word.islower() for word in words) or is_actor(one.words, table, ground.names):
        return True
    head = [lowered(word) for word in words]
    known = (
        words_of(table, "bearers") | words_of(table, "reader") | words_of(table, "whoever") | words_of(table, "organisation_nouns")
    )
    if any(word in known or is_role(word, table) for word in head) or lowered(one.words) in words_of(table, "object_pronouns"):
        return True
    before = LAST_WORD.search(plain, max(0, one.span.start - 12), one.span.start)
    article = lowered(before.group().strip()) if before else ""
    if table.infinitives:
        return article not in words_of(table, "singular_articles")
    return article in words_of(table, "articles") or head[-1].endswith("s")


def _asks_a_thing(ground: Ground, verb: re.Match[str]) -> bool:
    # "We need a board of experts to".
    wants = lowered(verb.group().split()[-1]) in words_of(ground.table, "needing")
    return wants and _ONE_THING.match(ground.plain, verb.end()) is not None


def _asks_a_deed(ground: Ground, verb: re.Match[str]) -> bool:
    """Tell whether an infinitive follows the verb at once: "exhortó a revisar" asks nobody by name."""
    return lowered(verb.group().split()[-1]) in BEFORE_DEED and deed_at(ground.plain, ground.table, verb.end())


def _ends_otherwise(ground: Ground, slot: Span, found: tuple[Addressee, ...], *, things: bool) -> bool:
    """Tell whether what ends a slot is no conjunction of what somebody is to do. ``things``: the verb asks for things, too."""
    plain, table = ground.plain, ground.table
    if lowered(slot.of(plain).split(maxsplit=1)[0]) in _CLAUSE_WORDS:
        return True
    if not table.infinitives:
        return False
    named = phrase_end(plain, slot.start, slot.end, table)
    # "pide al Gobierno un plan que": a thing is asked for, and "que" tells more of it.
    rest = plain[named : slot.end].split(maxsplit=1)
    deed = named > slot.start and named < slot.end and deed_at(plain, table, named)
    linked = (
        not rest
        or not rest[0][0].islower()
        or lowered(rest[0]) in _LINKING | words_of(table, "and_words")
        or "," in plain[named : named + 1]
    )
    thing = named > slot.start and (deed or _opens_thing(ground, Span(named, slot.end)) or (things and not linked))
    return thing or not _called_to_something(ground, slot, found)


def _opens_thing(ground: Ground, behind: Span) -> bool:
    word = behind.of(ground.plain).split(maxsplit=1)
    return len(word) > 1 and word[0] in words_of(ground.table, "asked_things")


def _called_to_something(ground: Ground, slot: Span, found: tuple[Addressee, ...]) -> bool:
    # "Llama a los países a la unidad" asks; "llamó a su hermano a gritos" does not: with no infinitive, somebody who can act.
    link = FOLLOWING.search(ground.plain, slot.end)
    clause = link is not None and _CLAUSE.match(ground.plain, link.end()) is not None
    if not link or lowered(link.group()) not in _CALLED_TO or clause or opens_deed(ground, link):
        return True
    return any(is_actor(one.words, ground.table, ground.names) for one in found)
