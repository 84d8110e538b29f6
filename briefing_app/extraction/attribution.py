"""Which words beside a quoted stretch say who speaks: before it, after it, inside it, or in the paragraph before."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.given import gender_of, is_given
from briefing_app.extraction.personal import full_names
from briefing_app.extraction.phrases import cue_pattern, either, lowered, word_list, words_of, words_of_cue
from briefing_app.extraction.roles import aged_words, without_aside, without_occasion
from briefing_app.extraction.speakers import Voice, age, trimmed, voice

_WIDEST = 400
"""How far from a stretch its attribution is looked for."""
_LONGEST_NEAR = 14
"""A subject of more words than this is narration, not an attribution."""
_SIGNATURE = re.compile(r"\s*[—–―-]\s*([^\n“”\"«»]{3,90})(?=\n|$|[“\"«])")
_BARE_NAME = re.compile(r"([A-ZÀ-Þ][^\n“”\"«».!?]{3,90})$")
_IN_BRACKETS = re.compile(r"\s*\(([^()\n]{3,60})\)\s*$")
_LEADING_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]*\s+){1,5}(?=[a-zà-ÿ,])")
_LEADING_SUBJECT = re.compile(
    r"(?:[a-zà-ÿ’'-]+\s+){0,5}[A-ZÀ-Þ][\w’'.-]*\s+(?:(?:[a-z]{1,3}\s+){0,2}[A-ZÀ-Þ][\w’'.-]*\s+){0,6}(?=[a-zà-ÿ])"
)
_INVERTED_PERFECT = re.compile(
    r"(s[’']est|s[’']était|a|avait|ont|avaient)(?:\s?-\s?(?:t[-’' ]\s?)?|\st[-’'])(ils?|elles?|on)\s+(\w+)(?:\s+(\w+))?"
)
_MANNER = re.compile(r"\s(?:[a-zà-ÿ’'-]+\s){2,6}(?=[A-ZÀ-Þ])")
_QUOTED_BEFORE = re.compile(r"[.!?…][\"”»]\s+")
_ASIDE = re.compile(r"\s[—–]\s[^—–]{3,120}\s[—–]\s")
"""What dashes set off between a subject and its verb."""
_CIRCUMSTANCE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+ [a-zà-ÿ]")
_PARTICIPLE = re.compile(r"(?:ée?s?|[aeiu]d[oa]s?|[iu]e?s?|ed)$")
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+ (?:[a-z]{1,3} ){0,2}[A-ZÀ-Þ]")
_SHORT = 5
"""A word of no more letters is no participle."""
_LONGEST_TOLD = 24
_NEAR_START = re.compile(r"[\s,.;—–\-!?…]*")


@cache
def _clitic(table: CueTable) -> re.Pattern[str]:
    # "explique-t-il", and what is made of it: "explique t-il", "explique-t'il".
    joined = r"(?:\s?-\s?(?:t[-’' ]\s?)?|\st[-’'])"
    return re.compile(rf"{joined}({either(table.clitics)})(?!\w)" if table.clitics else r"(?!)()")


@cache
def _before_verb(table: CueTable) -> re.Pattern[str]:
    # Small words between a subject and its verb of saying.
    return re.compile(rf"\s{either(table.before_saying)}$")


class Strength(IntEnum):
    """How sure it is that words attribute a stretch."""

    NONE = 0
    IN_SENTENCE = 1
    """A verb of saying somewhere in the stretch's own sentence: a fragment in the narrator's voice."""
    BESIDE = 2


@dataclass(frozen=True, slots=True)
class Credit:
    """An attribution found: who, the words that say so, by which rule."""

    voice: Voice
    span: Span
    rule: str
    strength: Strength


NOBODY = Credit(Voice(), Span(0, 0), "", Strength.NONE)


def credit(plain: str, table: CueTable, stretch: Span, room: Span, line: int) -> Credit:
    """Return the best attribution of a stretch within ``room``: its own sentence; a signature before ``line``."""
    after = Span(stretch.end, min(room.end, stretch.end + _WIDEST))
    before = Span(max(room.start, stretch.start - _WIDEST), stretch.start)
    found = [
        signed(plain, table, Span(stretch.end, max(stretch.end, min(line, stretch.end + _WIDEST)))),
        _after(plain, table, after),
        _before(plain, table, before),
        _inside(plain, table, stretch),
    ]
    return max(found, key=lambda one: (one.strength, one.voice.known, len(one.span) > 0))


def signed(plain: str, table: CueTable, zone: Span, *, bare: bool = False) -> Credit:
    """Return the attribution that a dash and a name at a line's end give, as in letters; ``bare``: without the dash too."""
    line = (
        (_BARE_NAME.match(plain, zone.start, zone.end) if bare else None)
        or _SIGNATURE.match(plain, zone.start, zone.end)
        or _IN_BRACKETS.match(plain, zone.start, zone.end)
    )
    spoken = voice(line.group(1), table) if line else Voice()
    if line is None or not (spoken.names or spoken.role):
        return NOBODY
    return Credit(spoken, trimmed(plain, Span(line.start(1), line.end(1))), "quote.signed", Strength.BESIDE)


def _after(plain: str, table: CueTable, zone: Span) -> Credit:
    text = zone.of(plain)
    lead = _NEAR_START.match(text)
    start = lead.end() if lead else 0
    behind = word_list(table.according_behind).match(text, start)
    if behind and "." not in text[:start]:
        source = _relevant(_speaker_words(text[behind.end() :], table), table)
        spoken = voice(source, table)
        if spoken.known:
            place = Span(zone.start + start, zone.start + behind.end() + len(source))
            return Credit(spoken, trimmed(plain, place), "quote.according", Strength.BESIDE)
    inside = _inverted_perfect(plain, table, Span(zone.start + start, zone.end))
    if inside:
        return Credit(inside[0], trimmed(plain, Span(zone.start, inside[1])), "quote.after", Strength.BESIDE)
    verb = cue_pattern(table.saying).search(text, start)
    if not verb or _introduces_next(plain, text, zone):
        return NOBODY
    between = text[start : verb.start()].strip()
    swallowed = _before_verb(table).sub("", f" {_without_reflexive(between, table)}").strip()
    if not swallowed:
        return _inverted(plain, table, zone, Span(zone.start + verb.start(), zone.start + verb.end()))
    spoken = voice(swallowed, table)
    near = len(swallowed.split()) <= _LONGEST_NEAR and "." not in text[:start]
    if spoken.known and (near or len(swallowed.split()) <= 4) and not _is_new_clause(swallowed, table):
        end = zone.start + verb.end()
        rest = plain[end : zone.end].strip(" .,:;\n")
        words = Span(zone.start + start, zone.end if len(rest.split()) <= 6 else end)
        return Credit(spoken, trimmed(plain, words), "quote.after", Strength.BESIDE)
    return Credit(spoken, trimmed(plain, Span(zone.start, zone.start)), "quote.in-sentence", Strength.IN_SENTENCE)


def _introduces_next(plain: str, text: str, zone: Span) -> bool:
    # "“It is over.” Silva told us: “...”": what ends in a colon gives the words behind it.
    ended = plain[max(0, zone.start - 2) : zone.start].rstrip("\"”»’'")[-1:] in {".", "!", "?"}
    return ended and text.rstrip().endswith(":") and text[:1] != ","


def _inverted_perfect(plain: str, table: CueTable, zone: Span) -> tuple[Voice, int] | None:
    """Return whom "a-t-il (encore) déclaré" at the start of ``zone`` stands for, and where it ends."""
    found = _INVERTED_PERFECT.match(plain, zone.start, zone.end)
    if not found:
        return None
    auxiliary = "s'est" if found.group(1).startswith("s") else "a"
    for number in (3, 4, 0):
        # "a-t-il fait observer": or the two words together.
        word = lowered(found.group(number) or "") if number else lowered(f"{found.group(3)} {found.group(4)}")
        # As the table spells it, or agreeing with its subject: "s'est-elle étonnée".
        if {f"{auxiliary} {participle}" for participle in (word, re.sub(r"e?s?$", "", word))} & words_of_cue(table.saying):
            return Voice(pronoun=found.group(2) != "on"), found.end(number)
    return None


def _is_new_clause(words: str, table: CueTable) -> bool:
    return lowered(words.split(maxsplit=1)[0]) in words_of(table, "and_words") | words_of(table, "new_clause")


def _without_reflexive(words: str, table: CueTable) -> str:
    kept = word_list(table.reflexives).sub("", words).strip() if table.reflexives else words
    return kept.strip(" ,-—–")


def _inverted(plain: str, table: CueTable, zone: Span, verb: Span) -> Credit:
    # "said Ana Silva, director of the clinic": the speaker follows the verb, up to the clause's end.
    rest = plain[verb.end : zone.end]
    clitic = _clitic(table).match(rest)
    if clitic:
        # "commente-t-elle"; "on" is nobody in particular, but for "dit-on à la Croix-Rouge".
        said = Voice(pronoun=clitic.group(1) != "on")
        end = clitic.end()
        house = word_list(table.at_words + table.heading_addressee).match(rest[end:].lstrip()) if not said.pronoun else None
        if house:
            words = _speaker_words(rest[end:].lstrip()[house.end() :], table)
            said = voice(words, table)
            end = len(rest) if said.known else end
        return Credit(said, trimmed(plain, Span(zone.start, verb.end + end)), "quote.after", Strength.BESIDE)
    heard = word_list(table.hearers).match(rest.lstrip()) if table.hearers else None
    if heard:
        verb = Span(verb.start, verb.end + len(rest) - len(rest.lstrip()) + heard.end())
        rest = plain[verb.end : zone.end]
    words = _relevant(_speaker_words(rest, table), table)
    spoken = voice(words, table)
    if not spoken.known and (manner := _MANNER.match(rest)) and _introduces(lowered(rest.split(maxsplit=1)[0]), table):
        # "says by phone Ana Silva": how it is said stands before who says it.
        spoken = voice(_relevant(_speaker_words(rest[manner.end() :], table), table), table)
        spoken = spoken if spoken.names else Voice()
    if not spoken.known:
        spoken = voice(" ".join(rest.split()[:4]), table)
        words = rest
    following = lowered((rest.strip(" .,;:—\n").split(maxsplit=1) or [""])[0])
    if not spoken.known and table.own_endings and (not following or following in words_of(table, "introductions")):
        # Spanish says "dice" alone, or "dijo en la radio": somebody named before.
        spoken = _without_subject(verb.of(plain), "", table)
    return Credit(spoken, trimmed(plain, Span(zone.start, verb.end + len(words))), "quote.after", Strength.BESIDE)


def _relevant(words: str, table: CueTable) -> str:
    """Return the words up to the first part between commas that says nothing about a speaker."""
    end = 0
    for part in re.finditer(r"[^,]*,?", words):
        joined = word_list(table.and_words).match(part.group().lstrip())
        said = voice(part.group().lstrip()[joined.end() :] if joined else part.group(), table)
        described = _describes(part.group().strip(" ,."), table)
        if end and not described and (not said.known or said.pronoun):
            break
        end = part.end()
    return words[:end] if voice(words[:end], table).known else words


def _describes(part: str, table: CueTable) -> bool:
    # "a nurse", "aged 40", "norlandés de 19 años".
    return any(found.match(part) for found in (word_list(table.describing), aged_words())) or age().fullmatch(part) is not None


@cache
def _tail(table: CueTable) -> re.Pattern[str]:
    goes_on = rf"|\s{either(table.goes_on)}\s(?=[a-z]|[A-Z]\w+day)" if table.goes_on else ""
    return re.compile(rf"[;:]|\.\s+(?=[A-ZÀ-Þ¿¡])|\s[—–-]\s{goes_on}")


def _speaker_words(rest: str, table: CueTable) -> str:
    # "M. Petit", "Dr. Silva": a stop after an honorific ends nothing.
    start = 0
    for told in word_list(table.hearers + table.occasions).finditer(rest):
        # "a indiqué, cet après-midi, Ana Silva": what stands before the speaker ends nothing.
        ahead = rest[: told.start()]
        if told.start() > 1 and (not ahead.islower() or voice(ahead, table).known):
            rest = ahead
            break
    while cut := _tail(table).search(rest, start):
        before = rest[: cut.start()].split()
        if cut.group().startswith(".") and before and _is_abbreviated(before[-1], table):
            start = cut.end()
            continue
        return rest[: cut.start()]
    return rest


def _is_abbreviated(word: str, table: CueTable) -> bool:
    # "M. Petit", "Margaret T. Hollis", "St. Olaf's".
    spelled = lowered(word.lstrip("(“"))
    return spelled in words_of(table, "honorifics") | words_of(table, "abbreviations") or (len(word) == 1 and word.isupper())


def _before(plain: str, table: CueTable, zone: Span) -> Credit:
    text = zone.of(plain)
    verbs = list(cue_pattern(table.saying).finditer(text))
    according = cue_pattern(table.according).match(text.lstrip(" ,\n"))
    if according:
        shift = len(text) - len(text.lstrip(" ,\n"))
        named = text[shift + according.end() :].rstrip(" ,:\n")
        said = cue_pattern(table.saying).search(named)
        spoken = voice(named[: said.start()] if said else named, table)
        if spoken.known:
            return Credit(spoken, trimmed(plain, zone), "quote.according", Strength.BESIDE)
    if not verbs:
        return _label(plain, table, zone)
    verb = verbs[-1]
    gap = text[verb.end() :]
    subject = _before_subject(text[: verb.start()], table)
    spoken = _first_subject(subject, table) if _is_coordinated(text[: verb.start()], table) else Voice()
    spoken = spoken if spoken.known else voice(subject, table)
    if not spoken.known and lowered(verb.group()).endswith(table.participles or ("\0",)):
        spoken = _sharing(text[: verb.start()], table)
    if not spoken.known:
        heard = lowered(verb.group()) in words_of(table, "told")
        inverted = voice(gap.strip(" ,:\n"), table) if not heard else Voice()
        spoken = inverted if inverted.known else _without_subject(verb.group(), gap, table)
    first = lowered((subject.split(maxsplit=1) or [""])[0])
    if (not subject or _introduces(first, table)) and (spoken.pronoun or spoken.somebody or not spoken.known):
        # "Rey said that on these visits, they saw “...”": the sentence has a subject of its own.
        spoken = next(filter(_is_named, (voice(_before_subject(text[: one.start()], table), table) for one in verbs[:-1])), spoken)
    words = Span(zone.start + max(0, text.rfind(subject, 0, verb.start())), zone.end) if subject else zone
    if len(gap.split()) <= 1 or (text.rstrip().endswith((":", ",", "—", "–")) and len(gap.split()) <= 16):
        return Credit(spoken, trimmed(plain, words), "quote.before", Strength.BESIDE)
    return Credit(spoken, trimmed(plain, zone), "quote.in-sentence", Strength.IN_SENTENCE)


def _without_subject(verb: str, gap: str, table: CueTable) -> Voice:
    # Spanish says "dice" alone: somebody named before; "dicen" is no one person.
    if gap.strip(" ,:\n") or not table.own_endings:
        return Voice()
    several = bool(table.plural) and lowered(verb).endswith(table.plural)
    return Voice(somebody=True) if several else Voice(pronoun=True)


def _is_named(spoken: Voice) -> bool:
    return bool(spoken.names or spoken.organisation)


def _is_coordinated(words: str, table: CueTable) -> bool:
    # "criticised the plan, and said": the subject is that of the verb before.
    last = words.rstrip(" ,").rsplit(maxsplit=1)[-1:]
    return bool(last) and lowered(last[0]) in words_of(table, "and_words")


def _first_subject(words: str, table: CueTable) -> Voice:
    article = word_list(table.articles).match(words)
    words = words[article.end() :].strip() if article else words
    found = _LEADING_SUBJECT.match(words)
    told = found and words[found.end() :].split(maxsplit=1)
    if not found or not told or lowered(told[0]) in words_of(table, "at_words") | words_of(table, "particles"):
        return Voice()
    spoken = voice(found.group(), table)
    return spoken if spoken.names or spoken.organisation else Voice()


def _sharing(words: str, table: CueTable) -> Voice:
    # "Dean criticised the plan, saying": the participle's subject is the sentence's.
    lead = _LEADING_NAME.match(words.lstrip())
    return voice(lead.group(), table) if lead else Voice()


def _before_subject(words: str, table: CueTable) -> str:
    # Adverbs before the verb, introductions before the subject ("In a joint statement, ") and earlier clauses fall away.
    words = _ASIDE.sub(" ", _QUOTED_BEFORE.split(words)[-1])
    closed = words.rstrip().endswith(",")
    words = words.strip(" ,;\n")
    words = without_aside(words, table)
    parts = words.split(",")
    while len(parts) > 1 and parts[0].split() and _introduces(lowered(parts[0].split()[0]), table):
        parts.pop(0)
    if lowered(parts[-1].strip()) in words_of(table, "persons"):
        # "Du côté du port, on assure": nobody in particular.
        return parts[-1].strip()
    while len(parts) > 1 and _is_circumstance(parts[0].strip(), parts[1].strip(), table):
        parts.pop(0)
    if closed and len(parts) == 1 and parts[0].split() and _introduces(lowered(parts[0].split()[0]), table):
        # "In a statement, added that": whoever was named before.
        return ""
    words = ",".join(parts).strip()
    joined = word_list(table.and_words).match(words)
    words = without_occasion(words[joined.end() :].strip() if joined else words, table)
    clauses = list(word_list(table.subordinators).finditer(words))
    if clauses and words[clauses[-1].end() :].strip():
        words = words[clauses[-1].end() :].strip(" ,")
    return _before_verb(table).sub("", words)


def _is_circumstance(part: str, following: str, table: CueTable) -> bool:
    # "Assis à côté d'Ali, Samir Petit, ...", "Interrogée sur le port, la ministre ...": where and how somebody says it.
    first = part.partition(" ")[0]
    if not _CIRCUMSTANCE.match(part) or is_given(first) or lowered(first) in words_of(table, "honorifics"):
        return False
    return bool(_FULL_NAME.match(following) or (_PARTICIPLE.search(first) and word_list(table.articles).match(following)))


def _introduces(word: str, table: CueTable) -> bool:
    # "Speaking from Lima, ...": a participle shares the subject that comes.
    return word in words_of(table, "introductions") or (len(word) > _SHORT and word.endswith(table.participles or ("\0",)))


def _label(plain: str, table: CueTable, zone: Span) -> Credit:
    # "Ana Silva, director:" before a stretch names its speaker without a verb.
    words = stripped(plain, zone)
    if not words.of(plain).endswith(":") or len(words.of(plain).split()) > 24:
        return NOBODY
    spoken = voice(words.of(plain).rstrip(":"), table)
    if spoken.names or (spoken.role and spoken.organisation):
        return Credit(spoken, trimmed(plain, zone), "quote.label", Strength.BESIDE)
    return NOBODY


def told(plain: str, table: CueTable, zone: Span) -> Credit:
    """Return the attribution of words right behind a sentence that tells, in the narrator's words, what somebody said."""
    text = zone.of(plain)
    for verb in reversed(list(cue_pattern(table.saying).finditer(plain, zone.start, zone.end))):
        subject = _before_subject(text[: verb.start() - zone.start], table)
        spoken = voice(subject, table) if len(subject.split()) <= _LONGEST_TOLD else Voice()
        if not spoken.known:
            found = _after(plain, table, Span(max(zone.start, verb.start() - 1), zone.end))
            spoken = found.voice if found.strength is Strength.BESIDE else Voice()
        if spoken.names or spoken.role or (spoken.pronoun and gender_of(subject)):
            return Credit(spoken, Span(zone.start, verb.end()), "quote.told", Strength.BESIDE)
    return NOBODY


def likely_thus(plain: str, zone: Span, table: CueTable) -> bool:
    """Tell whether a passage begins like "So warns Ana Silva"."""
    return word_list(table.thus).match(plain, zone.start, zone.end) is not None


def thus(plain: str, table: CueTable, zone: Span) -> Credit:
    """Return the attribution that a brief sentence behind a quotation gives: "So warns Ana Silva, president of the Circle."."""
    opening = word_list(table.thus).match(plain, zone.start, zone.end)
    start = opening.end() if opening else zone.start
    verb = next(
        (found for words in (table.saying.phrases, table.spoke) if (found := word_list(words).match(plain, start + 1, zone.end))),
        None,
    )
    if not opening or not verb:
        return NOBODY
    spoken = _inverted(plain, table, zone, Span(verb.start(), verb.end())).voice
    known = spoken.names or spoken.organisation or spoken.role
    return Credit(spoken, trimmed(plain, zone), "quote.thus", Strength.BESIDE) if known else NOBODY


def lead_in(plain: str, table: CueTable, zone: Span) -> Credit:
    """Return the attribution that a line ending in a colon gives to the paragraphs after it."""
    if not zone.of(plain).rstrip().endswith((":", ",")):
        return NOBODY
    found = _before(plain, table, zone)
    if not found.voice.known and found.strength is Strength.NONE and zone.of(plain).rstrip().endswith(","):
        # "Ana Silva, 16, will be there, too," ends a paragraph: her words are the next one.
        name = full_names().match(plain, zone.start, zone.end)
        spoken = voice(name.group(), table) if name else Voice()
        found = Credit(spoken, Span(name.start(), name.end()), "", Strength.BESIDE) if name and spoken.names else NOBODY
    return Credit(found.voice, found.span, "quote.lead-in", Strength.BESIDE) if found.voice.known else NOBODY


def _inside(plain: str, table: CueTable, stretch: Span) -> Credit:
    # French and Spanish put "dit X" between commas inside the marks.
    if table.language == "en":
        return NOBODY
    verbs = cue_pattern(table.saying)
    for comma in re.finditer(r"[,?!]\s+", plain[stretch.start : stretch.end]):
        place = stretch.start + comma.end()
        perfect = _inverted_perfect(plain, table, Span(place, stretch.end))
        if perfect and perfect[0].pronoun:
            return Credit(perfect[0], trimmed(plain, Span(place, perfect[1])), "quote.inside", Strength.BESIDE)
        reflexive = word_list(table.reflexives).match(plain, place) if table.reflexives else None
        verb = verbs.match(plain, reflexive.end() if reflexive else place, stretch.end)
        if verb:
            clitic = _clitic(table).match(plain, verb.end(), stretch.end)
            if clitic and clitic.group(1) != "on":
                return Credit(Voice(pronoun=True), trimmed(plain, Span(place, clitic.end())), "quote.inside", Strength.BESIDE)
            end = re.compile(r"[^.;:!?»”]*").match(plain, verb.end(), stretch.end)
            words = plain[verb.end() : end.end() if end else verb.end()]
            spoken = voice(words, table)
            if spoken.known and (spoken.names or spoken.role or spoken.organisation):
                return Credit(spoken, trimmed(plain, Span(place, verb.end() + len(words))), "quote.inside", Strength.BESIDE)
    return NOBODY
