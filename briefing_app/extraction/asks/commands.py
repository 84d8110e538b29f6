"""Commands: "Release the prisoners", "Liberen a los presos", "Mr President, open the gate", "Aujourd'hui, refusons cette loi"."""

import re
from functools import cache

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span
from briefing_app.extraction.asks.ask import Ask
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.asks.heads import long_name
from briefing_app.extraction.asks.hearers import calls, name_behind, name_called, subject_behind, title_called
from briefing_app.extraction.asks.slots import NO_DEED
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import either, lowered, word_list, words_of
from briefing_app.extraction.text.spelling import NEXT_WORD

_EXCLAIMED = re.compile(r"[¡¿\s]*(?:(?:Pero|Y|Mais|Et|But|And|Please|So|Por favor,|De grâce,)\s+(?=\w))?")
_LET_US = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,14}ons-(?:les?|la|nous|y|en|leur|lui)(?!\w)")
"""An imperative that counts the speaker in: "Gérons-le"."""
_JOINED_ON = re.compile(r"[A-ZÁÉÍÓÚ][a-zñ]*[áéíóú][a-zñü]*n(?:nos|l[oa]s?|les?|me)(?:l[oa]s?)?(?!\w)")
"""A command with those whom it is about joined on: "Devuélvannos"."""
_OF_A_FORM = {"es": _JOINED_ON, "fr": _LET_US}
"""Commands that a language tells by their form alone."""
_OF_NO_ACCOUNT = re.compile(r"\s(?:lo\sque|(?:a\s)?quien|(?:de\s|por\s)?donde|como|o\sno)\b")
"""What makes a command none that says that it does not matter: "Hagan lo que hagan"."""
_BEFORE_COMMAND = re.compile(r"[^:;.?!«“]{3,160}\s?:\s+(?:[«“]\s?)?(?=[a-zà-ÿA-Z])|(?:[\w’'-]+\s){0,4}[\w’'-]+,\s+(?=[a-zà-ÿ])")
"""What may stand before an imperative: a few words and a comma, or a clause and a colon."""
_SAID_TO_YOU = re.compile(r"(?:ne\s|n['’])?[a-zà-ÿ]{2,16}ez(?![^\W_])")
_SAID_TO_MANY = ("ez", "ons", "faites", "pression", "non", "stop")
_ELIDED = re.compile(r"^[ldc][’']")
_MARKS_BEHIND = (",", "”", "»", '"')


def commanded(ground: Ground, sentence: Span) -> Ask | None:
    """Return the ask of a sentence in the imperative: "Release the prisoners.", "Cessez de livrer des armes"."""
    return _inflected(ground, sentence) or _uninflected(ground, sentence)


def _inflected(ground: Ground, sentence: Span) -> Ask | None:
    # "Liberen a los presos", "Señores diputados: aprueben la ley": the verb has a form of its own.
    if not ground.table.infinitives:
        return None
    begin = _past_exclamation(ground, sentence)
    called = title_called(ground, Span(begin, sentence.end))
    command = _imperative_at(ground, Span(called.end if called else begin, sentence.end))
    if not command or command.group()[0].isupper() is (called is not None) or _is_of_no_account(ground, command, sentence):
        return None
    asked = called.addressees if called else subject_behind(ground, command, sentence)
    return _ask(sentence, command, asked or ground.reader)


def _uninflected(ground: Ground, sentence: Span) -> Ask | None:
    # "Release the prisoners", "Norland Air, open the books": only its place, and what follows, tell the verb from a noun.
    plain = ground.plain
    called = name_called(ground, sentence)
    opened = Span(called.end if called else sentence.start, sentence.end)
    begin = _past_exclamation(ground, opened)
    command = _imperative_at(ground, Span(begin, sentence.end))
    led = called is not None or bool(plain[opened.start : begin].strip(" ¡¿"))
    if not command or not (plain[command.start()].isupper() or led):
        command = _behind_lead(ground, sentence)
    if not command or _is_of_no_account(ground, command, sentence) or _is_name_told_of(ground, sentence, command):
        return None
    named = _names_next(ground, sentence, command)
    if not (named or _is_verb_there(ground, sentence, command)):
        # "End users", "Release notes": a noun.
        return None
    spoken_to = called.addressees if called else name_behind(ground, command, sentence)
    return _ask(sentence, command, spoken_to or (() if named else ground.reader))


def _ask(sentence: Span, command: re.Match[str], asked: tuple[Addressee, ...]) -> Ask:
    return Ask(sentence, "ask.need.command", 0.65, asked, command.group(), command.start())


def _past_exclamation(ground: Ground, within: Span) -> int:
    opening = _EXCLAIMED.match(ground.plain, within.start, within.end)
    return opening.end() if opening else within.start


def _imperative_at(ground: Ground, rest: Span) -> re.Match[str] | None:
    of_a_form = _OF_A_FORM.get(ground.table.language)
    command = word_list(ground.table.commands).match(ground.plain, rest.start, rest.end)
    return command or (of_a_form.match(ground.plain, rest.start, rest.end) if of_a_form else None)


def _is_of_no_account(ground: Ground, command: re.Match[str], within: Span) -> bool:
    # "Hagan lo que hagan": what is done does not matter.
    return _OF_NO_ACCOUNT.match(ground.plain, command.end(), within.end) is not None


def _behind_lead(ground: Ground, sentence: Span) -> re.Match[str] | None:
    # "Aujourd'hui, refusons cette loi", "... lance un appel : rejetez ce texte": of a form that nothing else has.
    plain, table = ground.plain, ground.table
    lead = _BEFORE_COMMAND.match(plain, sentence.start, sentence.end) if table.language == "fr" else None
    if not lead:
        return None
    if calls(ground, lead.group()):
        # "Monsieur le ministre, recevez-les": any verb of that form.
        return _SAID_TO_YOU.match(plain, lead.end(), sentence.end)
    first = _ELIDED.sub("", lowered((lead.group().split(maxsplit=1) or [""])[0]).strip("«“ ,"))
    introduced = first in words_of(table, "introductions") or lowered(lead.group()).rstrip(" ,") in words_of(table, "between")
    named = lead.group().rstrip(" «“\u00a0\u202f").endswith(":")
    command = word_list(table.commands).match(plain, lead.end(), sentence.end) if introduced or named else None
    return command if command and command.group().endswith(_SAID_TO_MANY) else None


def _names_next(ground: Ground, sentence: Span, command: re.Match[str]) -> bool:
    # "Free Rosa Lind!": the whole of it is the command and a name.
    plain = ground.plain
    ended = plain[sentence.end - 1] in ".!" or plain[sentence.end : sentence.end + 1] in _MARKS_BEHIND
    return ended and _named_next(ground.table).match(plain, command.end(), sentence.end) is not None


@cache
def _named_next(table: CueTable) -> re.Pattern[str]:
    name = r"[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3}"
    at_once = rf"(?:\s{either(table.at_once)})?" if table.at_once else ""
    return re.compile(rf"\s+{name}{at_once}[.!]?$")


@cache
def _urged(table: CueTable) -> re.Pattern[str]:
    """Return a pattern that finds how a slogan ends: "Stop deportations now!"."""
    at_once = rf"|\b{either(table.at_once)}[.!]?$" if table.at_once else ""
    return re.compile(rf"\s[^,:;.?!]{{3,50}}(?:!{at_once})")


def _is_verb_there(ground: Ground, sentence: Span, command: re.Match[str]) -> bool:
    """Tell whether what can be an imperative is one: by a form of its own, or by what follows."""
    plain, table = ground.plain, ground.table
    if " " in command.group() or table.infinitives or _urged(table).match(plain, command.end(), sentence.end):
        return True
    following = NEXT_WORD.match(plain, command.end(), sentence.end)
    word = lowered(following.group(1)) if following else ""
    known = words_of(table, "articles") | words_of(table, "object_pronouns") | NO_DEED
    return word in known or word.endswith(table.participles)


def _is_name_told_of(ground: Ground, sentence: Span, command: re.Match[str]) -> bool:
    # "Save the Shore director Ana Silva said": an organisation's name.
    name = long_name(ground.table).match(ground.plain, command.start(), sentence.end)
    rest = Span(name.end(), sentence.end) if name and name.end() > command.end() else Span(sentence.end, sentence.end)
    return word_list(ground.table.saying.phrases + ground.table.statives).search(ground.plain, rest.start, rest.end) is not None
