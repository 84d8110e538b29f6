"""Imperatives behind a few words of the same sentence, and who is called by these."""

import re

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span
from briefing_app.extraction.asks.actors import is_actor
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.ground import Ground
from briefing_app.extraction.text.phrases import lowered, word_list, words_of

_BEFORE_COMMAND = re.compile(r"[^:;.?!«“]{3,160}\s?:\s+(?:[«“]\s?)?(?=[a-zà-ÿA-Z])|(?:[\w’'-]+\s){0,4}[\w’'-]+,\s+(?=[a-zà-ÿ])")
"""What may stand before an imperative: a few words and a comma, or a clause and a colon."""
_SAID_TO_YOU = re.compile(r"(?:ne\s|n['’])?[a-zà-ÿ]{2,16}ez(?![^\W_])")
_SAID_TO_MANY = ("ez", "ons", "faites", "pression", "non", "stop")
_ELIDED = re.compile(r"^[ldc][’']")


def behind_lead(ground: Ground, sentence: Span) -> re.Match[str] | None:
    """Return the imperative behind a few words: "Aujourd'hui, refusons cette loi", "... lance un appel : rejetez ce texte".

    Only of a form that nothing else has.
    """
    plain, table = ground.plain, ground.table
    lead = _BEFORE_COMMAND.match(plain, sentence.start, sentence.end) if table.language == "fr" else None
    if not lead:
        return None
    if _calls(ground, lead.group()):
        # "Monsieur le ministre, recevez-les": any verb of that form.
        return _SAID_TO_YOU.match(plain, lead.end(), sentence.end)
    first = _ELIDED.sub("", _first(lead.group()))
    introduced = first in words_of(table, "introductions") or lowered(lead.group()).rstrip(" ,") in words_of(table, "between")
    named = lead.group().rstrip(" «“\u00a0\u202f").endswith(":")
    command = word_list(table.commands).match(plain, lead.end(), sentence.end) if introduced or named else None
    return command if command and command.group().endswith(_SAID_TO_MANY) else None


def called(ground: Ground, lead: Span) -> tuple[Addressee, ...]:
    """Return who is called before an imperative: "Monsieur le ministre, recevez-les"."""
    words = lead.of(ground.plain)
    if not _calls(ground, words):
        return ()
    found = listed(ground.plain, Span(lead.start + words.index(" "), lead.start + words.rindex(",")), ground.table)
    return tuple(one for one in found if is_actor(one.words, ground.table, ground.names))


def _calls(ground: Ground, lead: str) -> bool:
    calling = _first(lead) in words_of(ground.table, "honorifics") | words_of(ground.table, "called")
    return calling and " " in lead and lead.rstrip().endswith(",")


def _first(words: str) -> str:
    return lowered((words.split(maxsplit=1) or [""])[0]).strip("«“ ,")
