"""Commands whose verb has a form of its own: "Liberen a los presos", and those to whom they are said."""

import re
from dataclasses import replace

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span
from briefing_app.extraction.asks.actors import is_actor, phrase_end
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ask import Ask
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.text.phrases import is_role, lowered, word_list, words_of

_EXCLAIMED = re.compile(r"[¡¿\s]*(?:(?:Pero|Y|Mais|Et|But|And)\s+(?=\w))?")
_SPOKEN_TO = re.compile(r"[A-ZÀ-Þ][^,;:.!?¡¿«»“”\"]{3,90}[,:]\s+(?=[a-zà-ÿ])")
"""Whom a sentence speaks to, before its command: "Señores diputados: "."""
_LET_US = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,14}ons-(?:les?|la|nous|y|en|leur|lui)(?!\w)")
"""An imperative that counts the speaker in: "Gérons-le"."""
_JOINED_ON = re.compile(r"[A-ZÁÉÍÓÚ][a-zñ]*[áéíóú][a-zñü]*n(?:nos|l[oa]s?|les?|me)(?:l[oa]s?)?(?!\w)")
"""A command with those whom it is about joined on: "Devuélvannos"."""
_OF_NO_ACCOUNT = re.compile(r"\s(?:lo\sque|(?:a\s)?quien|(?:de\s|por\s)?donde|como|o\sno)\b")
"""What makes a command none that says that it does not matter: "Hagan lo que hagan"."""
_SAID_TO = re.compile(r"[\s!.,”»\"]*[”»\"][\s,]*[\w-]+\s((?:a|al|aux?|à)\s)")
"""How it is said behind a quotation to whom it is: ", gritó a los diputados"."""
_ANOTHER = re.compile(r"(?<!\sde)(?<!\s[yàa])(?<!,)(?<!\set)\s(?:el|la|los|las|le|les)\s")
"""Where, behind those to whom something is said, begins who says it."""
_ARTICLE = 3
_LONGEST_LEAD = 160
_NEXT_WORD = re.compile(r"\s*([\w’'-]+)")


def inflected_command(ground: Ground, sentence: Span) -> Ask | None:
    """Return the ask of a sentence that is such a command: "Señores diputados: aprueben la ley"."""
    plain, table = ground.plain, ground.table
    if not table.infinitives:
        return None
    opening = _EXCLAIMED.match(plain, sentence.start, sentence.end)
    begin = opening.end() if opening else sentence.start
    spoken_to = _spoken_to(ground, Span(begin, sentence.end))
    begin = spoken_to.end if spoken_to else begin
    command = _command_at(ground, Span(begin, sentence.end), capital=spoken_to is None)
    if not command:
        return None
    asked = (
        listed(plain, Span(spoken_to.start, spoken_to.end - 2), table) if spoken_to else _subject_behind(ground, command, sentence)
    )
    return Ask(sentence, "ask.need.command", 0.65, asked or ground.reader, command.group(), command.start())


def told_them(ground: Ground, block: Span, ask: Ask) -> Ask:
    """Return a command in a quotation with those to whom the narrator says that it is said.

    "Un llamado a las empresas: “Cierren ...”", "“Denuncien ...”, arengó a las maestras".
    """
    plain, table = ground.plain, ground.table
    if ask.addressees or ask.rule != "ask.need.command" or not table.infinitives:
        return ask
    before = plain[block.start : ask.span.start].rstrip(' \n“«"¡\u00a0\u202f—–')
    if before.endswith(":"):
        end = block.start + len(before[:-1].rstrip())
        found = _hearers(ground, Span(max(block.start, end - _LONGEST_LEAD), end), last=True)
    else:
        said = _SAID_TO.match(plain, ask.span.end, block.end)
        found = _hearers(ground, Span(said.start(1), min(block.end, said.end() + _LONGEST_LEAD)), last=False) if said else ()
    return replace(ask, addressees=found) if found else ask


def _hearers(ground: Ground, told: Span, *, last: bool) -> tuple[Addressee, ...]:
    plain, table = ground.plain, ground.table
    links = list(word_list(table.upon).finditer(plain, told.start, told.end))
    for link in reversed(links) if last else links[:1]:
        end = phrase_end(plain, link.end(), told.end, table)
        another = None if last else _ANOTHER.search(plain, link.end() + _ARTICLE, end)
        end = another.start() if another else end
        found = listed(plain, Span(link.end(), end), table) if end > link.end() and (end == told.end or not last) else ()
        if found and all(_is_somebody(one.words, ground) for one in found):
            return found
    return ()


def _is_somebody(words: str, ground: Ground) -> bool:
    return lowered(words.split(maxsplit=1)[0]) in words_of(ground.table, "bearers") or is_actor(words, ground.table, ground.names)


def is_of_no_account(ground: Ground, command: re.Match[str], within: Span) -> bool:
    """Tell whether a command says that what is done does not matter: "Hagan lo que hagan"."""
    return _OF_NO_ACCOUNT.match(ground.plain, command.end(), within.end) is not None


def _command_at(ground: Ground, rest: Span, *, capital: bool) -> re.Match[str] | None:
    plain, table = ground.plain, ground.table
    command = word_list(table.commands).match(plain, rest.start, rest.end)
    if not command and table.language != "en":
        command = (_LET_US if table.language == "fr" else _JOINED_ON).match(plain, rest.start, rest.end)
    if not command or plain[command.start()].isupper() is not capital:
        return None
    return None if is_of_no_account(ground, command, rest) else command


def _spoken_to(ground: Ground, rest: Span) -> Span | None:
    # "Señores magistrados del Tribunal: resuelvan", "Ministers, open the port".
    plain, table = ground.plain, ground.table
    found = _SPOKEN_TO.match(plain, rest.start, rest.end)
    if not found or not word_list(table.commands).match(plain, found.end(), rest.end):
        return None
    words = list(re.finditer(r"[\w’'-]+", plain[rest.start : found.end()]))
    first = lowered(words[0].group())
    titles = {first, first.removesuffix("s"), first.removesuffix("es")} & words_of(table, "honorifics")
    courteous = bool(titles) and len(words) > 1
    if not courteous and first not in words_of(table, "actors") and not is_role(first, table):
        # "Je m'adresse au ministre : ouvrez".
        return None
    start = rest.start + (words[1].start() if courteous else 0)
    named = listed(plain, Span(start, found.end() - 2), table)
    return Span(start, found.end()) if named and all(is_actor(one.words, table, ground.names) for one in named) else None


def _subject_behind(ground: Ground, command: re.Match[str], sentence: Span) -> tuple[Addressee, ...]:
    # "Retire el ejército a sus tropas": who is to do it stands between the verb and what is to be done.
    plain, table = ground.plain, ground.table
    article = _NEXT_WORD.match(plain, command.end(), sentence.end)
    if table.language != "es" or not article or lowered(article.group(1)) not in ("el", "la", "los", "las"):
        return ()
    end = phrase_end(plain, article.start(1), sentence.end, table)
    behind = _NEXT_WORD.match(plain, end, sentence.end)
    follows = behind is not None and lowered(behind.group(1)) in (words_of(table, "articles") | {"a"}) - {"del"}
    found = listed(plain, Span(article.start(1), end), table) if follows and end > article.start(1) else ()
    return found if found and all(is_actor(one.words, table, ground.names) for one in found) else ()
