"""Whose a stretch is by the words before it: "Ana Silva said:", "According to Ana Silva,", "Ana Silva, director:"."""

import re
from functools import cache

from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.personal import full_names
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.credits import NOBODY, Credit, Strength, trimmed
from briefing_app.extraction.quotes.saying_subject import introduces, opens_without_subject, subject_before, without_subject
from briefing_app.extraction.text.phrases import cue_pattern, either, lowered, role_words, word_list, words_of
from briefing_app.extraction.text.tables import name_table

_LONGEST_OFFICE = 8
_LEADING_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]*\s+){1,5}(?=[a-zà-ÿ,])")
_CLOSED = re.compile(r"[»”\"],?\s+$")
_LEADING_SUBJECT = re.compile(
    r"(?:[a-zà-ÿ’'-]+\s+){0,5}[A-ZÀ-Þ][\w’'.-]*\s+(?:(?:[a-z]{1,3}\s+){0,2}[A-ZÀ-Þ][\w’'.-]*\s+){0,6}(?=[a-zà-ÿ])"
)


_LONGEST_LABEL = 24


@cache
def _manner(table: CueTable) -> re.Pattern[str]:
    # How somebody is when they say what a colon opens.
    return re.compile(rf"(?:^|,\s)((?:[^\s,]+\s){{1,7}}){either(table.copulas)}\s(?:muy\s|más\s)?[a-zà-ÿ]+:$")


def said_before(plain: str, table: CueTable, zone: Span) -> Credit:
    """Return the attribution that the words before a stretch give it."""
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
    apart = bool(table.own_endings) and gap.lstrip().startswith(",") and not gap.rstrip().endswith(":")
    # "Vall (HRT) – «We wait», says Ana Silva:": right behind a closing mark the subject comes behind its verb.
    behind_mark = bool(table.adjectives) and _CLOSED.search(text[: verb.start()]) is not None
    subject = "" if behind_mark else subject_before(text[: verb.start()], table)
    spoken = _first_subject(subject, table) if _is_coordinated(text[: verb.start()], table) else Voice()
    aside = apart and text[: verb.start()].rstrip().endswith(",") and not (spoken.names or "," in subject)
    aside = aside and not voice(subject, table).names
    # "Un niño, puntualizó, “tiene ...”": no comma parts a subject from its verb.
    subject = "" if aside else subject
    spoken = spoken if spoken.known or aside else voice(subject, table)
    if not (spoken.names or spoken.organisation) and lowered(verb.group()).endswith(table.participles):
        shared = _sharing(subject or text[: verb.start()], table)
        spoken = shared if shared.known else spoken
    if not spoken.known:
        heard = lowered(verb.group()) in words_of(table, "told")
        # "Además, lamentó, el gobierno “...”": what follows the comma is no subject of the verb.
        after = lowered((gap.split(maxsplit=1) or [""])[0])
        # "atiende al bien del puerto": nor is what a preposition parts from it.
        from_house = bool(table.own_endings) and word_list(table.belonging).match(gap.lstrip()) is not None
        of_another = bool(table.adjectives) and after in words_of(table, "introductions") | words_of(table, "subordinators")
        of_another = of_another and not from_house
        inverted = voice(gap.strip(" ,:\n"), table) if not (heard or apart or of_another) else Voice()
        spoken = inverted if inverted.known else without_subject(verb.group(), gap, table)
    if not spoken.known and (apart or opens_without_subject(text[: verbs[0].start()], table)):
        # "También cuestionó que las lanchas “...”".
        spoken = Voice(pronoun=True)
    first = lowered((subject.split(maxsplit=1) or [""])[0])
    bare = bool(table.adjectives) and not spoken.known
    if (not subject or introduces(first, table) or bare) and (spoken.pronoun or spoken.somebody or not spoken.known):
        # "Rey said that on these visits, they saw “...”": the sentence has a subject of its own.
        spoken = next(filter(_is_named, (voice(subject_before(text[: one.start()], table), table) for one in verbs[:-1])), spoken)
    words = Span(zone.start + max(0, text.rfind(subject, 0, verb.start())), zone.end) if subject else zone
    words = Span(zone.start + verb.start(), zone.end) if aside else words
    if len(gap.split()) <= 1 or (text.rstrip().endswith((":", ",", "—", "–")) and len(gap.split()) <= 16):
        return Credit(spoken, trimmed(plain, words), "quote.before", Strength.BESIDE)
    if table.own_endings and spoken.pronoun:
        # "Precisó que ... “...”": what else the sentence tells is narration.
        zone = Span(zone.start, zone.start + verbs[0].end())
    return Credit(spoken, trimmed(plain, zone), "quote.in-sentence", Strength.IN_SENTENCE)


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
    spoken = _titled(words, table)
    lead = None if spoken.known else _LEADING_NAME.match(words.lstrip())
    spoken = voice(lead.group(), table) if lead else spoken
    for clause in () if spoken.known else reversed(list(word_list(name_table().before_name).finditer(words))):
        # "The march comes days after Ivo Petrov, the mayor, made a plea, saying": or that of the clause that names somebody.
        name = full_names().match(words, clause.end() + 1)
        behind = words[name.end() :].split(",")[1:2] if name and words[name.end() : name.end() + 1] == "," else []
        spoken = voice(", ".join([name.group(), *behind]), table) if name else spoken
        if spoken.names:
            return spoken
    return spoken if spoken.known else Voice()


def _titled(words: str, table: CueTable) -> Voice:
    # "Trade minister Ana Silva criticised the plan, saying".
    name = full_names().search(words)
    before = words[: name.start()] if name else ""
    titled = len(before.split()) <= _LONGEST_OFFICE and role_words(table).search(before) and "," not in before
    spoken = voice(words[: name.end()], table) if name and titled else Voice()
    return spoken if spoken.names else Voice()


def _label(plain: str, table: CueTable, zone: Span) -> Credit:
    # "Ana Silva, director:" before a stretch names its speaker without a verb.
    words = stripped(plain, zone)
    if not words.of(plain).endswith(":") or len(words.of(plain).split()) > _LONGEST_LABEL:
        return NOBODY
    manner = _manner(table).search(words.of(plain)) if table.own_endings else None
    if manner:
        # "Al abrir la sesión, la funcionaria fue tajante:": whoever was brief, clear or blunt.
        spoken = voice(manner.group(1), table)
        place = Span(words.start + manner.start(1), words.end)
        return Credit(spoken, trimmed(plain, place), "quote.label", Strength.BESIDE) if spoken.known else NOBODY
    spoken = voice(words.of(plain).rstrip(":"), table)
    if spoken.names or (spoken.role and spoken.organisation):
        return Credit(spoken, trimmed(plain, zone), "quote.label", Strength.BESIDE)
    return NOBODY
