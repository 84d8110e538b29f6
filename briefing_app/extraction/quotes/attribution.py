"""Which words beside a quoted stretch say who speaks: before it, after it, inside it, or in the paragraph before."""

import re
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.given import gender_of, is_given
from briefing_app.extraction.people.personal import full_names, without_honorifics
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.credits import NOBODY, Credit, Strength, trimmed
from briefing_app.extraction.quotes.said_before import said_before
from briefing_app.extraction.quotes.said_behind import inverted, said_behind, said_inside
from briefing_app.extraction.quotes.saying_subject import subject_before
from briefing_app.extraction.text.phrases import cue_pattern, either, lowered, role_words, word_list, words_of

_WIDEST = 400
"""How far from a stretch its attribution is looked for."""
_LONGEST_OFFICE = 8
_LONGEST_TOLD = 24
_SIGNATURE = re.compile(r"\s*[—–―-]\s*([^\n“”\"«»]{3,90})(?=\n|$|[“\"«])")
_BARE_NAME = re.compile(r"([A-ZÀ-Þ][^\n“”\"«».!?]{3,90})$")
_IN_BRACKETS = re.compile(r"\s*\(([^()\n]{3,60})\)\s*$")

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_OF_PAPERS = frozenset(("annual", "world", "press", "media", "joint", "final", "interim", "s"))
"""What stands before what a paper is, in a line on where words are from."""
DASHES = frozenset("—–-")
"""What opens the words of somebody in a dialogue."""


def credit(plain: str, table: CueTable, stretch: Span, room: Span, line: int) -> Credit:
    """Return the best attribution of a stretch within ``room``: its own sentence; a signature before ``line``."""
    after = Span(stretch.end, min(room.end, stretch.end + _WIDEST))
    before = Span(max(room.start, stretch.start - _WIDEST), stretch.start)
    # "—We wait —said the nurse.": what a dash opens is no letter that a dash signs.
    said_aloud = plain[stretch.start] in DASHES
    found = [
        NOBODY if said_aloud else signed(plain, table, Span(stretch.end, max(stretch.end, min(line, stretch.end + _WIDEST)))),
        said_behind(plain, table, after),
        said_before(plain, table, before),
        said_inside(plain, table, stretch),
    ]
    if plain[before.start : before.end].rstrip().endswith(":") and plain[stretch.end - 2 : stretch.end - 1] in {".", "!", "?"}:
        # "Ana said: “We waited.” The owners say nothing.": a sentence behind an ended one tells of others.
        found.insert(0, found.pop(2))
    return max(found, key=lambda one: (one.strength, one.voice.known, len(one.span) > 0))


def signed(plain: str, table: CueTable, zone: Span, *, bare: bool = False) -> Credit:
    """Return the attribution that a dash and a name at a line's end give, as in letters; ``bare``: without the dash too."""
    line = (
        (_BARE_NAME.match(plain, zone.start, zone.end) if bare else None)
        or _SIGNATURE.match(plain, zone.start, zone.end)
        or _IN_BRACKETS.match(plain, zone.start, zone.end)
    )
    spoken = voice(line.group(1), table) if line else Voice()
    if line is None or not (spoken.names or spoken.role or _is_source(line.group(1), spoken, table)):
        return NOBODY
    return Credit(spoken, trimmed(plain, Span(line.start(1), line.end(1))), "quote.signed", Strength.BESIDE)


def _is_source(words: str, spoken: Voice, table: CueTable) -> bool:
    # "– Harbour Watch, annual report, April 2004, www.watch.example": an organisation, its paper, a date and an address, no more.
    body = spoken.organisation or ""
    rest = words.replace(body, "", 1) if body else words
    known = words_of(table, "months") | words_of(table, "papers") | words_of(table, "articles")
    left = (lowered(word.strip(".,;()’'")) for word in _ADDRESS.sub("", rest).split())
    named = len(body.split()) > 1 or body.isupper()
    return bool(body) and named and all(not word or word.isdigit() or word in known or word in _OF_PAPERS for word in left)


def told(plain: str, table: CueTable, zone: Span) -> Credit:
    """Return the attribution of words right behind a sentence that tells, in the narrator's words, what somebody said."""
    text = zone.of(plain)
    for verb in reversed(list(cue_pattern(table.saying).finditer(plain, zone.start, zone.end))):
        subject = subject_before(text[: verb.start() - zone.start], table)
        spoken = voice(subject, table) if len(subject.split()) <= _LONGEST_TOLD else Voice()
        if not spoken.known:
            found = said_behind(plain, table, Span(max(zone.start, verb.start() - 1), zone.end))
            spoken = found.voice if found.strength is Strength.BESIDE else Voice()
        if spoken.names or spoken.role or (spoken.pronoun and gender_of(subject)):
            return Credit(spoken, Span(zone.start, verb.end()), "quote.told", Strength.BESIDE)
    return NOBODY


def subject_of(plain: str, table: CueTable, zone: Span) -> Credit:
    """Return the attribution of words right behind a sentence whose subject is a person: "Ana Silva wants the pier mended."."""
    comma = plain.find(", ", zone.start, zone.end)
    if table.adjectives and comma >= 0 and word_list(table.occasions).match(plain, zone.start):
        # "Interrogée par la radio, Ana Silva refuse de répondre."
        zone = Span(comma + len(", "), zone.end)
    name = full_names().search(plain, zone.start, zone.end)
    lead = plain[zone.start : name.start()].strip() if name else ""
    titled = not lead or (len(lead.split()) <= _LONGEST_OFFICE and role_words(table).search(lead) and "," not in lead)
    given = name is not None and is_given(without_honorifics(name.group(), table).partition(" ")[0])
    spoken = voice(name.group(), table) if name and titled and given else Voice()
    whole = len(spoken.names) == 1 and " " in spoken.names[0] and not spoken.organisation
    return Credit(Voice(spoken.names), zone, "quote.told", Strength.BESIDE) if whole else NOBODY


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
    spoken = inverted(plain, table, zone, Span(verb.start(), verb.end())).voice
    known = spoken.names or spoken.organisation or spoken.role
    return Credit(spoken, trimmed(plain, zone), "quote.thus", Strength.BESIDE) if known else NOBODY


@cache
def _taken_up(table: CueTable) -> re.Pattern[str]:
    noun = rf"(?i:{either(table.articles + table.demonstratives)})\s?{either(table.taken_up)}(?= [a-zà-ÿ])"
    return re.compile(noun if table.adjectives else r"(?!)")


def lead_in(plain: str, table: CueTable, zone: Span) -> Credit:
    """Return the attribution that a line ending in a colon gives to the paragraphs after it."""
    if not zone.of(plain).rstrip().endswith((":", ",")):
        return NOBODY
    found = said_before(plain, table, zone)
    taken = _taken_up(table).match(plain, zone.start, zone.end)
    if not found.voice.known and taken:
        # "La militante n'y croit guère :": somebody named before.
        found = Credit(voice(taken.group(), table), Span(taken.start(), taken.end()), "", Strength.BESIDE)
    if not found.voice.known and found.strength is Strength.NONE and zone.of(plain).rstrip().endswith(","):
        # "Ana Silva, 16, will be there, too," ends a paragraph: her words are the next one.
        name = full_names().match(plain, zone.start, zone.end)
        spoken = voice(name.group(), table) if name else Voice()
        found = Credit(spoken, Span(name.start(), name.end()), "", Strength.BESIDE) if name and spoken.names else NOBODY
    return Credit(found.voice, found.span, "quote.lead-in", Strength.BESIDE) if found.voice.known else NOBODY
