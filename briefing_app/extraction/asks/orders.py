"""Orders and wishes: "Release the prisoners", "Mr President, open the gate", "Let the inspectors in"."""

import re

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import is_actor, phrase_end
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ask import Ask
from briefing_app.extraction.asks.commands import inflected_command, is_of_no_account
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.asks.led_commands import behind_lead
from briefing_app.extraction.asks.slots import NO_DEED
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import is_role, lowered, word_list, words_of
from briefing_app.extraction.text.verb_forms import is_passive

_LONGEST_LET = 6
"""How many words say who is to be let do something."""
_SHORTEST_WISH = 3
"""A wish of fewer words is a saying: "Que así sea"."""
_LET_HAPPEN = re.compile(
    r"(?:permit\w+|toler\w+|acept\w+|evitar|impedir|miedo\sde|temor\sde|permett\w+|tolér\w+|accept\w+|empêcher|éviter|peur)\s(?:que|qu['’])"
    r"[^.?!]*[.?!][\s”»\"]*$"
)
"""What the sentence before refuses, so that "que" goes on with it: "no permitiremos que vengan. Que entren"."""
_SO_FOLLOWS = re.compile(r",\s+(?:et\s+|y\s+)?(?:c['’]est|ce\ssera|será)\s")
"""What makes a wish a condition: "qu'ils répondent, et c'est la porte"."""
_SAID_BEHIND = re.compile(r",\s+(?=[a-zà-ÿ'’]+(?:\s[a-zà-ÿ'’]+)?\s(?:el|la|los|las|un|una|le|les|l['’]|une?)\b|si\s)")
"""Where a clause may begin that says who wishes: ", demandó el padre", ", fue la exigencia"."""
_EXCLAIMED = re.compile(r"[¡¿\s]*(?:(?:Pero|Y|Mais|Et|But|And|Please|So|Por favor,|De grâce,)\s+(?=\w))?")
_SPOKEN_TO = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*){0,3}(?=,\s)")
_SPOKEN_TO_BEHIND = re.compile(r",\s([A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*){0,3})(?=,|!|$)")
"""Somebody's name or title between commas."""
_ENDS = re.compile(r"[^\W\d]{4,}\.$")
_NAMED_NEXT = re.compile(r"\s+[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3}(?:\s(?:now|today|at once|immediately))?[.!]?$")
"""Whom or what a brief order names: "Free Rosa Lind!", "Close Fort Amparo"."""
_URGED = re.compile(r"\s[^,:;.?!]{3,50}(?:!|\b(?:now|today|immediately|at once)[.!]?$)")
"""How a slogan ends: "Stop deportations now!"."""
_MARKS_BEHIND = (",", "”", "»", '"')
_LET_US = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,14}ons-(?:les?|la|nous|y|en|leur|lui)(?!\w)")
"""An imperative that counts the speaker in: "Gérons-le"."""
_NEXT_WORD = re.compile(r"\s*([\w’'-]+)")
_LAST_WORD = re.compile(r"([\w’'-]+)\s*$")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'&-]*(?: (?:(?:of|for|and|the|in) )?[A-ZÀ-Þ][\w’'&-]*){0,7}")


def wished(ground: Ground, sentence: Span) -> Ask | None:
    """Return the ask of a sentence that begins with a wish: "Let the minister come", "Que los diputados bajen"."""
    plain, table = ground.plain, ground.table
    wish = word_list(table.optative).match(plain, sentence.start, sentence.end)
    rest = plain[wish.end() : sentence.end] if wish else ""
    told = _SAID_BEHIND.split(rest, maxsplit=1)[0]
    idle = word_list(table.statives).search(told) or _SO_FOLLOWS.search(rest) or word_list(table.no_wishes).match(rest.lstrip())
    feared = _is_feared(rest, table) or _LET_HAPPEN.search(plain[max(0, sentence.start - 200) : sentence.start]) is not None
    if not wish or idle or feared:
        return None
    start = stripped(plain, Span(wish.end(), sentence.end)).start
    end = phrase_end(plain, start, sentence.end, table)
    passive = is_passive(plain[end : sentence.end], table)
    found = () if passive or end == start else listed(plain, Span(start, end), table)
    addressees = tuple(one for one in found if is_actor(one.words, table, ground.names))
    if _is_let(rest, table.let_in, table) or (not addressees and _is_let(rest, table.permitted, table)):
        return Ask(sentence, "ask.wish", 0.5, (), " ".join(plain[wish.start() : end].split()) or wish.group())
    if len(rest.split()) < _SHORTEST_WISH or (table.language == "en" and not addressees):
        return None
    return Ask(sentence, "ask.wish", 0.5, addressees, " ".join(plain[wish.start() : end].split()))


def _is_let(rest: str, what: tuple[str, ...], table: CueTable) -> bool:
    # "Let the inspectors in", "Let them stay": who is to let them is not said.
    words = rest.split()
    known = words_of(table, "articles") | words_of(table, "object_pronouns") | NO_DEED
    found = word_list(what).search(rest, rest.find(words[0]) + len(words[0])) if words and lowered(words[0]) in known else None
    return found is not None and len(rest[: found.start()].split()) <= _LONGEST_LET


def _is_feared(rest: str, table: CueTable) -> bool:
    # "Que ce régime ne s'installe": a denial of which half is missing says what somebody fears.
    half = re.search(r"\b(?:ne\s|n['’])", rest) if table.language == "fr" else None
    return half is not None and re.search(r"\b(?:pas|plus|jamais|rien|personne|aucune?|que|ni)\b", rest[half.end() :]) is None


def commanded(ground: Ground, sentence: Span) -> Ask | None:
    """Return the ask of a sentence in the imperative: "Release the prisoners.", "Cessez de livrer des armes"."""
    plain, table = ground.plain, ground.table
    inflected = inflected_command(ground, sentence)
    if inflected:
        return inflected
    spoken_to = _spoken_to(ground, _SPOKEN_TO.match(plain, sentence.start, sentence.end))
    opening = _EXCLAIMED.match(
        plain, spoken_to[0].span.end + 1 if spoken_to and spoken_to[0].span else sentence.start, sentence.end
    )
    begin = opening.end() if opening else sentence.start
    command = word_list(table.commands).match(plain, begin, sentence.end)
    command = command or (_LET_US.match(plain, begin, sentence.end) if table.language == "fr" else None)
    led = spoken_to or (opening is not None and opening.group().strip(" ¡¿"))
    if not command or not (plain[command.start()].isupper() or led):
        command = behind_lead(ground, sentence)
    if not command or is_of_no_account(ground, command, sentence) or _is_name_told_of(ground, sentence, command):
        return None
    spoken_to = spoken_to or _spoken_to(ground, _SPOKEN_TO_BEHIND.search(plain, command.end(), sentence.end))
    following = _NEXT_WORD.match(plain, command.end(), sentence.end)
    word = lowered(following.group(1)) if following else ""
    known = words_of(table, "articles") | words_of(table, "object_pronouns") | NO_DEED
    plainly = " " in command.group() or bool(table.infinitives)
    ended = plain[sentence.end - 1] in ".!" or plain[sentence.end : sentence.end + 1] in _MARKS_BEHIND
    urged = not table.infinitives and _URGED.match(plain, command.end(), sentence.end) is not None
    named = ended and _NAMED_NEXT.match(plain, command.end(), sentence.end) is not None
    if not (plainly or named or urged or word in known or word.endswith(table.participles)):
        # "End users", "Release notes": a noun.
        return None
    asked = spoken_to or (() if named else ground.reader)
    return Ask(sentence, "ask.need.command", 0.65, asked, command.group(), command.start())


def _is_name_told_of(ground: Ground, sentence: Span, command: re.Match[str]) -> bool:
    # "Save the Shore director Ana Silva said": an organisation's name.
    name = _NAME.match(ground.plain, command.start(), sentence.end)
    rest = Span(name.end(), sentence.end) if name and name.end() > command.end() else Span(sentence.end, sentence.end)
    return word_list(ground.table.saying.phrases + ground.table.statives).search(ground.plain, rest.start, rest.end) is not None


def _spoken_to(ground: Ground, found: re.Match[str] | None) -> tuple[Addressee, ...]:
    # "Open the books, Norland Air, and publish the list", "Mr President, open the gate".
    if not found:
        return ()
    group = found.lastindex or 0
    words = found.group(group).strip()
    words = words[:-1] if _ENDS.search(words) else words
    last = lowered(words.split()[-1])
    before = _LAST_WORD.search(ground.plain, max(0, found.start() - 30), found.start())
    if (
        group
        and before
        and (lowered(before.group(1)) in words_of(ground.table, "actors") or is_role(before.group(1), ground.table))
    ):
        # "Give the regulator, NHA, the power": its name.
        return ()
    titled = lowered(words.split()[0].rstrip(".")) in words_of(ground.table, "honorifics") or is_role(last, ground.table)
    somebody = titled or is_actor(words, ground.table, ground.names)
    return (Addressee(words, Span(found.start(group), found.start(group) + len(words))),) if somebody else ()
