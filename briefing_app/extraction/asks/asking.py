"""Whether a phrase of asking asks where it stands: who asks by it, and in what clause."""

import re

from briefing_app.domain.span import Span
from briefing_app.extraction.asks.actors import phrase_end
from briefing_app.extraction.asks.askers import asked_by_many, is_one_of_nouns, opens_without_subject, says_we, shares_subject
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.asks.subjects import Speaker, is_reported, speaker_before, subject_before
from briefing_app.extraction.asks.telling import is_for_qualifying
from briefing_app.extraction.cues.form import Cue
from briefing_app.extraction.text.phrases import Pattern, lowered, patterns, word_list, words_of
from briefing_app.extraction.text.spelling import NEXT_WORD
from briefing_app.extraction.text.verb_forms import deed_at

_LAST_WORDS = re.compile(r"(?:[\w’'-]+\s+)?([\w’'-]+)\s*$")
_POSSESSIVE = ("'s", "s'")
"""How the owner of a noun ends: "the union's call for"."""
_LAST_OF = re.compile(r"\s([\w’'-]+)\s+from\s*$")
_REQUIRING = ("ask.need.requires-that", "ask.need.require-from")
_OPEN_TITLE = re.compile(r"\s[“«\"‘'][^”»\"’]{0,90}$")
"""Quotation marks that open right behind a word and are not closed yet."""
_TO_DO = re.compile(r"\s+d(?:e\s+|['’])")
_ROOM = 120
_TO_US = re.compile(
    r"(?i)(?:\bnous\s+(?:(?:a|ont|avait|avaient|aurait|auraient)\s+)?|\b[mt](?:e\s+|['’])(?:(?:a|ont|avait|avaient)\s+)?)$"
)
"""What stands before a verb that tells what was asked of those who speak: "ils nous ont demandé de"."""
_OURS = ("ask.need.we", "ask.need.together")
_REASONS = frozenset({"why"})
"""Questions that ask all the same: "that is why we must act"."""


def is_verb(cue: Cue) -> bool:
    """Tell whether a family of phrases is of verbs of asking."""
    return cue.rule.startswith("ask.verb.")


def is_allowed(ground: Ground, sentence: Span, pattern: Pattern, match: re.Match[str], *, addressed: bool) -> bool:
    """Tell whether what ``match`` found asks there: by whom, of whom and in what clause it does."""
    plain, table, cue = ground.plain, ground.table, pattern.cue
    if _is_in_title(ground, Span(sentence.start, match.start())):
        # "El informe, titulado “Es hora de actuar”": a name.
        return False
    if word_list(table.rulings).search(plain, sentence.start, match.start()):
        # "the court held that no person should": law reported.
        return False
    speaker = speaker_before(plain, table, sentence.start, match.start())
    if cue.rule == "ask.need.reported" and not is_reported(plain, table, sentence, match.start()):
        return False
    if cue.rule in _REQUIRING and speaker.norm:
        return False
    if is_verb(cue):
        may = _may_ask(ground, sentence, pattern, match, speaker) and (addressed or not _is_told_them(ground, sentence, match))
        if cue.rule == "ask.verb.incite" and not _is_named_asker(ground, sentence, match, speaker):
            return False
        return may and (not cue.speaker_only or addressed or speaker.somebody or _has_subject(ground, sentence, match))
    return _may_need(ground, sentence, pattern, match)


def _is_in_title(ground: Ground, before: Span) -> bool:
    marks = _OPEN_TITLE.search(ground.plain, before.start, before.end)
    called = word_list(ground.table.entitled).finditer(ground.plain, before.start, marks.start()) if marks else ()
    return marks is not None and any(word.end() == marks.start() for word in called)


def _may_need(ground: Ground, sentence: Span, pattern: Pattern, match: re.Match[str]) -> bool:
    """Tell whether a phrase of needing asks there: not denied, in no clause that tells, and for something to be done."""
    plain, table, rule = ground.plain, ground.table, pattern.cue.rule
    if is_for_qualifying(plain[sentence.start : match.start()], table):
        return False
    if rule == "ask.need.duty" and _is_denied(ground, sentence, match.start()):
        return False
    if rule == "ask.need.turn" and not _is_turn(ground, sentence, match):
        return False
    if rule in _OURS and _is_aside(ground, sentence, match.start()):
        return False
    if rule == "ask.need.require-from" and table.language == "en":
        # "We need a board of people from": no deed that is asked of them.
        from_whom = _LAST_OF.search(match.group())
        return from_whom is None or lowered(from_whom.group(1)) in words_of(table, "deeds")
    if rule == "ask.need.essential" and not pattern.slot:
        following = NEXT_WORD.match(plain, match.end(), sentence.end)
        return not (following and lowered(following.group(1)) in words_of(table, "recognising"))
    return True


def _is_turn(ground: Ground, sentence: Span, match: re.Match[str]) -> bool:
    # "Au gouvernement d'agir", at a sentence's start and with nothing between those whose turn it is and what they are to do.
    opens = not any(map(str.isalnum, ground.plain[sentence.start : match.start()]))
    end = phrase_end(ground.plain, match.end(), sentence.end, ground.table) if opens else match.end()
    to_do = _TO_DO.match(ground.plain, end, sentence.end) if end > match.end() else None
    return to_do is not None and deed_at(ground.plain, ground.table, to_do.end())


def _is_denied(ground: Ground, sentence: Span, place: int) -> bool:
    # "It is not the duty of fishermen to".
    words = [lowered(word) for word in ground.plain[max(sentence.start, place - 40) : place].split()[-2:]]
    return any(word in words_of(ground.table, "denials") or word.endswith("n't") for word in words)


def _is_aside(ground: Ground, sentence: Span, place: int) -> bool:
    # "If we must close", "a question that we must settle", "how we should pay": no ask, where "I believe that we must" is one.
    words = [lowered(word.strip(',;“”"')) for word in ground.plain[max(sentence.start, place - 80) : place].split()]
    if not words:
        return False
    if ground.table.infinitives and words[-1] in words_of(ground.table, "relatives") - words_of(ground.table, "clause_words"):
        return True
    if words[-1] in words_of(ground.table, "clause_words"):
        return words[-2:-1] != [] and words[-2] not in words_of(ground.table, "wishing")
    return words[-1] in words_of(ground.table, "questions") and words[-1] not in _REASONS


def _is_named_asker(ground: Ground, sentence: Span, match: re.Match[str], speaker: Speaker) -> bool:
    # "Elle incite les élus à": so does whatever happens.
    last = subject_before(ground.plain, ground.table, sentence.start, match.start()).of(ground.plain).split()[-1:]
    pronoun = bool(last) and lowered(last[0]) in words_of(ground.table, "pronouns") | words_of(ground.table, "impersonal")
    return speaker.own or (speaker.somebody and not pronoun)


def _may_ask(ground: Ground, sentence: Span, pattern: Pattern, match: re.Match[str], speaker: Speaker) -> bool:
    """Tell whether a verb of asking is one there: no noun, not denied, and with something that it asks."""
    plain, table = ground.plain, ground.table
    before = _LAST_WORDS.search(plain, max(sentence.start, match.start() - 30), match.start())
    previous = lowered(before.group(1)) if before else ""
    verb = _verb(match)
    denied = before is not None and " ".join(lowered(before.group()).split()) in table.not_asking
    if previous in words_of(table, "before_deed") and _has_purpose(ground, sentence, match.start()):
        # "They joined with others to call for": what they did it for.
        return True
    if _is_of_name(ground, sentence, match.start()) or _asks_whoever(ground, sentence, match.start()):
        return False
    # "Leur demander" has them for its object; "leur demande" may be a noun.
    theirs = previous in table.to_them and verb != "demande"
    if ((denied or previous in table.not_asking) and not theirs) or previous.endswith(_POSSESSIVE) or speaker.norm or speaker.power:
        return False
    relative = previous in words_of(table, "relatives") and not (before and lowered(before.group()).startswith("lo "))
    if relative and verb.endswith(table.imperfect):
        # "Los diputados, que pedían": what others asked for once.
        return False
    if not speaker.own and any(modal.before.fullmatch(previous) for modal in patterns(table.modals)):
        # "Leaders should press Soria to": those are asked who should press.
        return False
    if _is_foretold(ground, pattern, previous, own=speaker.own):
        return False
    bare = not pattern.slot and len(match.group().split()) == 1
    behind = plain[match.end() : sentence.end].lstrip()
    # "We demand, yet again, the release": the remark parts the verb from what it asks.
    remark = word_list(table.between).match(behind, 1 + len(behind[1:]) - len(behind[1:].lstrip())) if behind[:1] == "," else None
    behind = behind[remark.end() :].lstrip(" ,") if remark and behind[remark.end() :][:1] == "," else behind
    if bare and (not any(character.isalnum() for character in behind) or behind.startswith((",", ";", ")"))):
        # "The senator demanded": it says whose words stand before. "The union's new demands, ...": a noun.
        return False
    return not is_one_of_nouns(plain, table, sentence, match.start(), verb)


def _verb(match: re.Match[str]) -> str:
    # "Nous demandons, à nouveau, la fin": without what parts it from the remark behind.
    return lowered(match.group().split(maxsplit=1)[0].rstrip(","))


def _has_purpose(ground: Ground, sentence: Span, verb: int) -> bool:
    return word_list(ground.table.gathering).search(ground.plain, max(sentence.start, verb - _ROOM), verb) is not None


def _is_of_name(ground: Ground, sentence: Span, verb: int) -> bool:
    # "On World Ferry Safety Day": no verb, where other words have no capital.
    plain = ground.plain
    before = plain[sentence.start : verb].split()
    capitals = bool(before) and plain[verb].isupper() and before[-1][0].isupper() and not before[-1].isupper()
    return capitals and before[-1][-1].isalnum() and any(word[0].islower() for word in plain[verb : sentence.end].split()[:6])


def _asks_whoever(ground: Ground, sentence: Span, verb: int) -> bool:
    # "If anybody presses others to": so a law speaks.
    subject = lowered(subject_before(ground.plain, ground.table, sentence.start, verb).of(ground.plain))
    return " ".join(subject.split()) in words_of(ground.table, "anybody")


def _is_foretold(ground: Ground, pattern: Pattern, previous: str, *, own: bool) -> bool:
    # "The committee will recommend a ferry": a plan.
    return not own and pattern.cue.rule == "ask.verb.recommend" and previous in words_of(ground.table, "before_need")


def _is_told_them(ground: Ground, sentence: Span, match: re.Match[str]) -> bool:
    # "Le pidieron que firmara": what was asked of one in a story.
    before = _LAST_WORDS.search(ground.plain, max(sentence.start, match.start() - 30), match.start())
    verb = _verb(match)
    if _TO_US.search(ground.plain, max(sentence.start, match.start() - 30), match.start()) and not verb.endswith("ons"):
        return ground.table.language == "fr"
    told = before is not None and lowered(before.group(1)) in words_of(ground.table, "story_pronouns")
    return told and verb.endswith(ground.table.past_endings)


def _has_subject(ground: Ground, sentence: Span, match: re.Match[str]) -> bool:
    plain, table, verb = ground.plain, ground.table, _verb(match)
    return (
        says_we(table, verb)
        or asked_by_many(plain, table, sentence, match.start(), verb)
        or _is_seen(ground, sentence, match.start())
        or shares_subject(plain, table, sentence, match.start(), verb)
        or opens_without_subject(plain, table, sentence, match.start(), verb)
    )


def _is_seen(ground: Ground, sentence: Span, verb: int) -> bool:
    # "Safewater calls for": one word with a capital that stands so inside sentences, too, is a name.
    return subject_before(ground.plain, ground.table, sentence.start, verb).of(ground.plain) in ground.names


def is_voided(ground: Ground, sentence: Span, pattern: Pattern, end: int) -> bool:
    """Tell whether what stands behind a phrase of asking makes it none: "it is time for lunch"."""
    cue = pattern.cue
    return bool(cue.unless) and word_list(cue.unless).match(ground.plain, end, sentence.end) is not None
