"""Modals: which make a sentence an ask, and who is asked by them."""

import re
from dataclasses import dataclass, replace
from functools import cache

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.actors import actors_among, all_act, phrase_end
from briefing_app.extraction.asks.addressees import listed
from briefing_app.extraction.asks.heads import head_of, relative
from briefing_app.extraction.asks.norms import is_law
from briefing_app.extraction.asks.subjects import antecedent, is_reported, subject_before
from briefing_app.extraction.asks.telling import is_no_ask, only_tells
from briefing_app.extraction.cues.form import Cue, CueTable
from briefing_app.extraction.text.phrases import either, is_role, likely, lowered, word_list, words_of
from briefing_app.extraction.text.spelling import WORD
from briefing_app.extraction.text.verb_forms import deed_at, is_done_to, is_impersonal_passive, is_passive

_TO_BE = re.compile(r"\s*(?:(?:now|also|therefore)\s)?(?:be to|ser|être de|être d['’])(?=[\s\w])")
_OWNER = re.compile(r"(.{3,60}?)(?:['’]s|(?<=s)['’])\s")
_OF = re.compile(r"\s(?:of|for|de|du|des|del)\s(?:(?:la|los|las|l['’])\s?)?")
"""Whose an aim is: "the Government's first step", "the priority of the council"."""


@dataclass(frozen=True, slots=True)
class Modal:
    """The modal that makes a sentence an ask: its rule, where it stands, where the ask begins, and who is asked."""

    cue: Cue
    span: Span
    start: int
    addressees: tuple[Addressee, ...] = ()


def asked_by_modal(plain: str, table: CueTable, sentence: Span, names: frozenset[str]) -> Modal | None:
    """Return the modal that makes a sentence an ask; None when none does."""
    first: Modal | None = None
    found: dict[str, Addressee] = {}
    start = sentence.start
    for place, end, cue in _modals(plain, table, sentence):
        if place < start:
            # A shorter modal inside the one before.
            continue
        subject = _without_first_modal(plain, table, subject_before(plain, table, start, place))
        modal = Span(place, end)
        if not first and _opens_passive(plain, table, sentence, modal):
            # "Doivent être supprimés les frais": what is to be done stands behind.
            return Modal(cue, modal, sentence.start)
        if is_no_ask(plain, table, sentence, subject, modal, cue):
            continue
        asked = _asked(plain, table, sentence, subject, end, names)
        if only_tells(plain, table, sentence, subject, modal, cue, asked=bool(asked)):
            continue
        if cue.rule.endswith("reported") and not _is_reported_ask(plain, table, sentence, subject, modal, asked=bool(asked)):
            continue
        first = first or Modal(cue, modal, _beginning(plain, sentence, subject))
        for addressee in asked:
            if start > sentence.start and lowered(addressee.words.split()[0]) in words_of(table, "imperatives") | words_of(
                table, "passive"
            ):
                # "Norland must ratify the treaty and its parliament must", "The mines must be cleared, and Norland should".
                continue
            found.setdefault(addressee.words.casefold(), addressee)
        start = end
    return replace(first, addressees=tuple(found.values())) if first else None


def _is_reported_ask(plain: str, table: CueTable, sentence: Span, subject: Span, modal: Span, *, asked: bool) -> bool:
    # "Said that the State had to open", "stressed that the wells had to be opened"; "announced that it had to be put off" tells.
    stressed = word_list(table.stressing).search(plain, sentence.start, subject.start) is not None
    done = stressed and is_passive(plain[modal.end : sentence.end], table)
    return (asked or done) and is_reported(plain, table, sentence, subject.start)


def _opens_passive(plain: str, table: CueTable, sentence: Span, modal: Span) -> bool:
    opens = not any(character.isalnum() for character in plain[sentence.start : modal.start])
    following = plain[modal.end : sentence.end]
    ended = word_list(table.ending).match(_past_adverbs(following, table)) is not None
    return opens and bool(table.infinitives) and (ended or is_impersonal_passive(_past_adverbs(following, table), table))


def _past_adverbs(following: str, table: CueTable) -> str:
    adverb = word_list(table.between + table.besides).match(following.lstrip())
    return (following.lstrip()[adverb.end() :] if adverb else following).lstrip()


def asked_in_heading(plain: str, table: CueTable, heading: Span, names: frozenset[str]) -> tuple[Addressee, ...]:
    """Return who is asked in a heading that no sentence is: "What the Government must do"."""
    for place, _, _ in _modals(plain, table, heading):
        found = listed(plain, _bare(plain, subject_before(plain, table, heading.start, place), table), table)
        if all_act(found, table, names):
            return found
    return ()


def _without_first_modal(plain: str, table: CueTable, subject: Span) -> Span:
    # "Norland can and must": the first of two modals is no part of the subject.
    first = _first_modal(table).search(subject.of(plain))
    return Span(subject.start, subject.start + first.start()) if first else subject


@cache
def _first_modal(table: CueTable) -> re.Pattern[str]:
    return re.compile(rf"\s{either(table.first_modals)}\s+{either(table.and_words)}$")


def _modals(plain: str, table: CueTable, sentence: Span) -> list[tuple[int, int, Cue]]:
    found = []
    for pattern in likely(table.modals, sentence.of(plain)):
        found += [
            (match.start(), match.end(), pattern.cue)
            for match in pattern.before.finditer(plain, sentence.start, sentence.end)
            if (not pattern.deed or deed_at(plain, table, match.end()))
            and not word_list(pattern.cue.unless).match(plain, match.end(), sentence.end)
        ]
    return sorted(found, key=lambda item: item[0])


def _beginning(plain: str, sentence: Span, subject: Span) -> int:
    # "With 60,000 people in the open, donors must ...": the figure is a fact of its own, the ask begins with its subject.
    lead = plain[sentence.start : subject.start]
    return subject.start if re.match(r"(?:With|Con|Avec)\s[^,]*\d", lead) and lead.rstrip().endswith(",") else sentence.start


def _asked(
    plain: str, table: CueTable, sentence: Span, subject: Span, modal_end: int, names: frozenset[str]
) -> tuple[Addressee, ...]:
    following = plain[modal_end : sentence.end]
    if not len(subject) or word_list(table.inverting).fullmatch(plain, subject.start, subject.end):
        return _behind_modal(plain, table, Span(modal_end, sentence.end), names)
    if is_passive(following, table) or is_done_to(following, table):
        limit = min(sentence.end, modal_end + 160)
        # "must be closed, said the Union for ...": who says so is a clause of its own.
        apart = plain.find(",", modal_end, limit)
        said = word_list(table.saying.phrases).search(plain, apart, limit) if apart > 0 else None
        by = word_list(table.by_words).search(plain, modal_end, said.start() if said else limit)
        if not by or word_list(table.dates + table.months).match(plain, by.end() + 1, sentence.end):
            return ()
        tail = re.compile(r"[^,.;:”\"»]{1,80}").match(plain, by.end(), sentence.end)
        held_up = word_list(table.before_other_agent).search(plain, modal_end, by.start())
        words = tail.group() if tail and not held_up else ""
        cut = word_list(table.behind_agent).search(words)
        agent = Span(by.end(), by.end() + (cut.start() if cut else len(words)))
        return actors_among(plain, listed(plain, agent, table), table, names)
    aimed = _whose_aim(plain, table, subject, following, names)
    if aimed:
        return aimed
    if _gets(subject.of(plain), following, table) or is_law(subject.of(plain), table):
        return ()
    if lowered(subject.of(plain)) in words_of(table, "thing_pronouns"):
        return antecedent(plain, table, Span(sentence.start, subject.start), names)
    last = subject.of(plain).split()[-1:]
    if table.infinitives and last and lowered(last[0]) in words_of(table, "clause_words"):
        return _told(plain, Span(subject.start, subject.end - len(last[0])), table, names)
    subject = _bare(plain, _behind_thing(plain, _without_introduction(plain, subject, table), table), table)
    found = actors_among(plain, listed(plain, subject, table), table, names)
    return found or _before_relative(plain, table, Span(sentence.start, subject.start))


def _whose_aim(plain: str, table: CueTable, subject: Span, following: str, names: frozenset[str]) -> tuple[Addressee, ...]:
    # "The first act of the new council must be to", "The council's priority should be to": what the council is to do.
    aim = word_list(table.aims).search(plain, subject.start, subject.end) if _TO_BE.match(following) else None
    if not aim:
        return ()
    owner = _OWNER.match(plain, subject.start, aim.start())
    of_it = _OF.match(plain, aim.end(), subject.end)
    whose = owner.span(1) if owner else (of_it.end(), subject.end) if of_it else (aim.end(), aim.end())
    found = listed(plain, Span(*whose), table)
    return all_act(found, table, names)


def _behind_modal(plain: str, table: CueTable, rest: Span, names: frozenset[str]) -> tuple[Addressee, ...]:
    # "Only then should the council pay".
    start = stripped(plain, rest).start
    if deed_at(plain, table, start):
        return ()
    end = phrase_end(plain, start, rest.end, table)
    acted_upon = is_passive(plain[end : rest.end], table)
    return () if acted_upon else actors_among(plain, listed(plain, Span(start, end), table), table, names)


def _behind_thing(plain: str, subject: Span, table: CueTable) -> Span:
    # "The first thing the council must do": the council must, and no thing.
    thing = word_list(table.things_to_do).match(plain, subject.start, subject.end)
    rest = stripped(plain, Span(thing.end(), subject.end)) if thing else subject
    return rest if len(rest) else subject


def _gets(subject: str, following: str, table: CueTable) -> bool:
    # "Families should receive their papers", but "the mayor must receive the families".
    head = head_of(subject, table).split()
    return word_list(table.receiving).match(following.lstrip()) is not None and not (head and is_role(head[-1], table))


def _told(plain: str, before: Span, table: CueTable, names: frozenset[str]) -> tuple[Addressee, ...]:
    # "Recordó a los municipios que deben": those to whom it is said must act.
    links = list(word_list(table.upon).finditer(plain, before.start, before.end))
    found = listed(plain, Span(links[0].end(), before.end), table) if links else ()
    return all_act(found, table, names)


def _before_relative(plain: str, table: CueTable, lead: Span) -> tuple[Addressee, ...]:
    # "Las empresas que se benefician deben": a relative clause stands between those asked and the modal.
    clause = relative(table).search(plain, lead.start, lead.end)
    words = WORD.findall(plain[lead.start : clause.start()]) if clause else []
    if (
        not clause
        or not words
        or lowered(words[-1]) not in words_of(table, "actors")
        or lowered(words[0]) not in words_of(table, "articles")
    ):
        return ()
    return listed(plain, Span(lead.start, clause.start()), table)


def _bare(plain: str, subject: Span, table: CueTable) -> Span:
    # "Aucun État ne doit", "Les États se doivent": neither the denial nor the pronoun is theirs.
    words = list(WORD.finditer(plain, subject.start, subject.end))
    while len(words) > 1 and lowered(words[-1].group()) in words_of(table, "beside_verb"):
        words.pop()
    while len(words) > 2 and lowered(words[0].group()) in words_of(table, "besides"):
        words.pop(0)
    first = lowered(words[0].group()) if words else ""
    beside = len(words) > 1 and (first in words_of(table, "nobody") or first in words_of(table, "questions"))
    return Span(words[1 if beside else 0].start(), words[-1].end()) if words else subject


def _without_introduction(plain: str, subject: Span, table: CueTable) -> Span:
    # "By joining the pact Norland must": no comma tells where the subject begins; the name at its end does.
    words = subject.of(plain)
    first = words.split(maxsplit=1)[0] if words.split() else ""
    if lowered(first) not in words_of(table, "introductions"):
        return subject
    start = len(words)
    for token in reversed(list(WORD.finditer(words))):
        if not token.group()[0].isupper() or token.start() == 0:
            break
        start = token.start()
    return Span(subject.start + start, subject.end) if start < len(words) else subject
