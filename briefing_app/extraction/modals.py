"""Modals: which make a sentence an ask, and who is asked by them."""

import re

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.actors import actors_among, is_actor, is_nation, phrase_end
from briefing_app.extraction.addressees import listed
from briefing_app.extraction.cues.form import Cue, CueTable
from briefing_app.extraction.norms import is_law
from briefing_app.extraction.phrases import is_role, likely, lowered, word_list, words_of, words_of_cue
from briefing_app.extraction.subjects import antecedent, is_reported, subject_before
from briefing_app.extraction.telling import tells
from briefing_app.extraction.verb_forms import deed_at, is_done_to, is_participle, is_passive, looks_back

_WORD = re.compile(r"[\w][\w’'.&-]*")
_ELIDED = re.compile(r"^(?:[ldnsjcmtLDNSJCMT]|[qQ]u)[’'](?=\w)")
_FIRST_MODAL = re.compile(
    r"\s(?:can|could|may|should|will|puede|pueden|podría|podrían|peut|peuvent|pourrait|pourraient)\s+(?:and|y|et)$"
)
_QUESTIONED = 4
"""How many words of a subject an indirect question may hold: "me what the mothers"."""
_ANY_ONE = re.compile(r"(?i)\s*(?:an?|una?|une)\s")
_ITS_OWN = re.compile(r"\s*\w+\s+(?:its|their|his|her|sus?|ses|son|sa)\s")
_ADVERBS = 5
"""How many words may hold a passive with its adverbs: "be at least partly granted"."""
_PROGRESSIVE = re.compile(r"\s*be \w+ing\b")
_CEASE = re.compile(r"\s*(?:stop|end|cease|change)\s*(?:[.,;:!–—-]|now\b|$)")
"""What anything must do that is wrong: "the lies have to stop"."""
_RELATIVE = re.compile(r"\s(?:who|which|that|que|qui|quienes)\s")
_HELD_UP = re.compile(r"\s(?:on|of|than|against|upon|sobre)\s")
"""What makes "by" tell of a noun: "be based on claims by the bank"."""
_SAID_BY = re.compile(r"(\S.*)\s([\w'’-]+)(?:\s(?:that|que))?$")
_MODIFIER = re.compile(r"\s(?:of|in|for|to|from|at|with|on|by|who|which|that|de|del|du|des|en|pour|para|que|qui)\s|,")


def asked_by_modal(
    plain: str, table: CueTable, sentence: Span, names: frozenset[str]
) -> tuple[Cue, int, tuple[Addressee, ...], str] | None:
    """Return the modal rule that makes a sentence an ask, where the ask begins, who is asked, the modal; None when none does."""
    first: tuple[Cue, int, str] | None = None
    found: dict[str, Addressee] = {}
    start = sentence.start
    for place, end, cue in _modals(plain, table, sentence):
        if place < start:
            # A shorter modal inside the one before.
            continue
        subject = _without_first_modal(plain, subject_before(plain, table, start, place))
        following = plain[end : min(sentence.end, end + 80)]
        if _frees(subject.of(plain), plain[place:end], table) or _under_law(
            plain[sentence.start : subject.start].strip() or _but_last(subject.of(plain)), table
        ):
            continue
        if _no_ask(subject.of(plain), following, table, cue) or _is_asked_about(plain, table, sentence, subject):
            continue
        if cue.rule.endswith(("must", "should")) and not _acts(plain, table, end, sentence.end):
            continue
        asked = _asked(plain, table, sentence, subject, end, names)
        told = _is_told(subject.of(plain), following, table, cue, asked=bool(asked))
        if told or tells(plain, table, sentence, subject, following):
            continue
        if cue.rule.endswith("need-to") and not asked and not _may_need(subject.of(plain), following, table):
            continue
        if cue.rule.endswith("reported") and not (asked and is_reported(plain, table, sentence, subject.start)):
            continue
        first = first or (cue, _beginning(plain, sentence, subject), " ".join(plain[place:end].split()))
        for addressee in asked:
            found.setdefault(addressee.words.casefold(), addressee)
        start = end
    return (first[0], first[1], tuple(found.values()), first[2]) if first else None


def asked_in_heading(plain: str, table: CueTable, heading: Span, names: frozenset[str]) -> tuple[Addressee, ...]:
    """Return who is asked in a heading that no sentence is: "What the Government must do"."""
    for place, _, _ in _modals(plain, table, heading):
        found = listed(plain, _bare(plain, subject_before(plain, table, heading.start, place), table), table)
        if found and all(is_actor(one.words, table, names) for one in found):
            return found
    return ()


def _is_general(subject: str, following: str) -> bool:
    # "A utility must recover its costs": so it is with all of them; nobody is asked.
    return _ANY_ONE.match(subject) is not None and _ITS_OWN.match(following) is not None


def _without_first_modal(plain: str, subject: Span) -> Span:
    # "Norland can and must": the first of two modals is no part of the subject.
    first = _FIRST_MODAL.search(subject.of(plain))
    return Span(subject.start, subject.start + first.start()) if first else subject


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


def _no_ask(subject: str, following: str, table: CueTable, cue: Cue) -> bool:
    words = lowered(" ".join(subject.split()))
    if words in words_of(table, "first_person") or not words or _is_shared(words, table):
        return True
    if lowered(words.split()[-1]) in words_of(table, "before_noun"):
        return True
    if cue.rule.endswith("need-to") and words.split()[-1] in words_of(table, "before_need"):
        # "They will have to pay": foretold, or freed of it.
        return True
    if not _WORD.search(following) and (cue.rule.endswith("need-to") or words.split()[-1] in words_of(table, "impersonal")):
        # "As it should", "only the people have to."
        return True
    if _is_planned(words, following, table, should=cue.rule.endswith("should")):
        return True
    if _foretells(words, following, table) and not _brings_about(subject, following, table):
        return True
    if _ELIDED.sub("", words.split()[-1]) in words_of(table, "questions"):
        # "what should follow", "how they should be paid": asked about, not for.
        return True
    if word_list(table.not_modal_before).match(following.lstrip()):
        return True
    if cue.rule.endswith("need-to") and words.split()[-1] in words_of(table, "impersonal"):
        # "The flour that it needs to bake".
        return True
    return looks_back(following, table) or (words.split()[-1] in words_of(table, "impersonal") and _is_remarked(following, table))


def _is_supposed(following: str, cue: Cue, *, asked: bool) -> bool:
    # "The boat should be arriving", "the minister must be joking". "Councils should be helping" asks.
    return _PROGRESSIVE.match(following) is not None and (not asked or cue.rule.endswith("must"))


def _is_remarked(following: str, table: CueTable) -> bool:
    # "It should be noted" asks for nothing; "this should be repaired", "they should be paid" do.
    if word_list(table.outcomes).match(following.lstrip()):
        return True
    words = [lowered(word.rstrip(".,")) for word in _WORD.findall(following[:80])[:_ADVERBS]]
    done = bool(words) and words[0] in table.passive and any(is_participle(word, table) for word in words[1:])
    return word_list(table.recognising).match(following) is not None and not done


def _frees(subject: str, modal: str, table: CueTable) -> bool:
    # "Nobody will have to hide": freed, not asked.
    return lowered(modal.rstrip()).endswith((" to", " que")) and lowered((subject.split() or [""])[0]) in words_of(table, "nobody")


def _but_last(subject: str) -> str:
    # "Under the Act the Minister": where no comma parts the law from those it binds.
    return " ".join(subject.split()[:-2])


def _under_law(lead: str, table: CueTable) -> bool:
    # "Under the Convention, a State must": law reported.
    first = lowered((lead.split(maxsplit=1) or [""])[0])
    said = _SAID_BY.search(lead)
    if said and lowered(said.group(2)) in words_of_cue(table.saying) and is_law(said.group(1), table):
        # "The Act says the board must".
        return True
    return first in words_of(table, "under_law") and word_list(table.norms).search(lead) is not None


def _acts(plain: str, table: CueTable, modal_end: int, limit: int) -> bool:
    # "La suma que debe el municipio supera": a debt, where no infinitive follows.
    following = _WORD.findall(plain[modal_end : min(limit, modal_end + 90)])
    return (
        not table.infinitives or not following or any(lowered(word.rstrip(".")).endswith(table.infinitives) for word in following)
    )


def _is_told(subject: str, following: str, table: CueTable, cue: Cue, *, asked: bool) -> bool:
    # "Families must walk for hours": their lot, no ask. What is done to them, what they get and what they decide is asked for.
    spelled = {_ELIDED.sub("", lowered(token)) for token in _WORD.findall(subject)}
    theirs = words_of(table, "bearers") | words_of(table, "pronouns")
    endured = not spelled.isdisjoint(theirs) and word_list(table.enduring).match(following.lstrip()) is not None
    if _is_supposed(following, cue, asked=asked) or (not asked and (endured or _is_general(subject, following))):
        return True
    if cue.rule.endswith("should"):
        return False
    head = [_ELIDED.sub("", lowered(word)) for word in _WORD.findall(_MODIFIER.split(subject, maxsplit=1)[0])]
    if not any(word in words_of(table, "bearers") for word in head[-2:]) or is_nation(" ".join(subject.split()), table):
        return False
    rest = following.lstrip()
    first = lowered((_WORD.findall(rest) or [""])[0])
    return not (is_passive(following, table) or word_list(table.receiving).match(rest) or first in table.passive)


def _is_asked_about(plain: str, table: CueTable, sentence: Span, subject: Span) -> bool:
    # "He asked whether the school should stay open."
    before = lowered(plain[max(sentence.start, subject.start - 40) : subject.start])
    words = [_ELIDED.sub("", word) for word in _WORD.findall(before)]
    if words and words[-1] in words_of(table, "questions"):
        return True
    inside = [_ELIDED.sub("", lowered(word)) for word in _WORD.findall(subject.of(plain))]
    opens = inside[0] if inside else ""
    if opens in words_of(table, "asked_about") and len(inside) > 1:
        return True
    inside = inside[1:]
    return any(word in words_of(table, "questions") for word in inside[-_QUESTIONED:])


def _may_need(subject: str, following: str, table: CueTable) -> bool:
    # "Families have to walk for hours" tells; "governments have to act" and "more needs to happen" ask.
    tokens = {_ELIDED.sub("", lowered(token)) for token in _WORD.findall(subject)}
    known = words_of(table, "actors") | words_of(table, "demanded")
    enabled = word_list(tuple(verb for verb in table.receiving if " " in verb)).match(following.lstrip()) is not None
    return bool(tokens & known) or enabled or is_passive(following, table) or _CEASE.match(following) is not None


def _foretells(subject: str, following: str, table: CueTable) -> bool:
    """Tell whether a modal says what will come: something, not somebody, opens, begins or arrives at a date."""
    verb = word_list(table.happening).match(following.lstrip())
    if not verb or any(_ELIDED.sub("", token) in words_of(table, "actors") for token in subject.split()):
        return False
    return bool(word_list(table.dates + table.months).search(following, verb.end()) or re.search(r"\b(?:19|20)\d\d\b", following))


def _is_planned(subject: str, following: str, table: CueTable, *, should: bool) -> bool:
    # "La réforme devrait permettre": hoped of what cannot act; "la ministre doit présenter son plan vendredi": the day's programme.
    known = any(_ELIDED.sub("", token) in words_of(table, "actors") for token in subject.split())
    if should and not known and word_list(table.outcomes).match(following.lstrip()):
        return True
    verb = word_list(table.scheduled).match(following.lstrip())
    day = word_list(table.dates + table.months).search(following.lstrip(), verb.end()) if verb else None
    return day is not None


def _brings_about(subject: str, following: str, table: CueTable) -> bool:
    # "Norland should open an office by May": a name, and something that it opens.
    article = word_list(table.articles).match(subject)
    name = subject[article.end() :].split() if article else subject.split()
    verb = word_list(table.happening).match(following.lstrip())
    done_to = verb and word_list(table.articles).match(following.lstrip(), verb.end() + 1)
    return bool(done_to) and bool(name) and all(word[0].isupper() or word in table.particles for word in name)


def _is_shared(words: str, table: CueTable) -> bool:
    # "We will triple our programme and must hire": the author's subject holds for the second verb too.
    tokens = words.split()
    return lowered(tokens[0]) in words_of(table, "first_person") and tokens[-1] in words_of(table, "and_words")


def _beginning(plain: str, sentence: Span, subject: Span) -> int:
    # "With 60,000 people in the open, donors must ...": the figure is a fact of its own, the ask begins with its subject.
    lead = plain[sentence.start : subject.start]
    return subject.start if re.match(r"(?:With|Con|Avec)\s[^,]*\d", lead) and lead.rstrip().endswith(",") else sentence.start


def _asked(
    plain: str, table: CueTable, sentence: Span, subject: Span, modal_end: int, names: frozenset[str]
) -> tuple[Addressee, ...]:
    following = plain[modal_end : sentence.end]
    if word_list(table.inverting).fullmatch(plain, subject.start, subject.end):
        return _behind_modal(plain, table, Span(modal_end, sentence.end), names)
    if is_passive(following, table) or is_done_to(following, table):
        by = word_list(table.by_words).search(plain, modal_end, min(sentence.end, modal_end + 160))
        if not by:
            return ()
        tail = re.compile(r"[^,.;:”\"»]{1,80}").match(plain, by.end(), sentence.end)
        words = tail.group() if tail and not _HELD_UP.search(plain, modal_end, by.start()) else ""
        cut = re.search(
            r"\s(?:without|with|before|after|by|in|on|until|to|so|sin|con|antes|para|sans|avec|avant|pour|afin)\s", words
        )
        agent = Span(by.end(), by.end() + (cut.start() if cut else len(words)))
        return actors_among(plain, listed(plain, agent, table), table, names)
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


def _behind_modal(plain: str, table: CueTable, rest: Span, names: frozenset[str]) -> tuple[Addressee, ...]:
    # "Only then should the council pay".
    start = stripped(plain, rest).start
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
    head = _MODIFIER.split(subject, maxsplit=1)[0].split()
    return word_list(table.receiving).match(following.lstrip()) is not None and not (head and is_role(head[-1], table))


def _told(plain: str, before: Span, table: CueTable, names: frozenset[str]) -> tuple[Addressee, ...]:
    # "Recordó a los municipios que deben": those to whom it is said must act.
    links = list(word_list(table.upon).finditer(plain, before.start, before.end))
    found = listed(plain, Span(links[0].end(), before.end), table) if links else ()
    return found if found and all(is_actor(one.words, table, names) for one in found) else ()


def _before_relative(plain: str, table: CueTable, lead: Span) -> tuple[Addressee, ...]:
    # "Las empresas que se benefician deben": a relative clause stands between those asked and the modal.
    relative = _RELATIVE.search(plain, lead.start, lead.end)
    words = _WORD.findall(plain[lead.start : relative.start()]) if relative else []
    if (
        not relative
        or not words
        or lowered(words[-1]) not in words_of(table, "actors")
        or lowered(words[0]) not in words_of(table, "articles")
    ):
        return ()
    return listed(plain, Span(lead.start, relative.start()), table)


def _bare(plain: str, subject: Span, table: CueTable) -> Span:
    # "Aucun État ne doit", "Les États se doivent": neither the denial nor the pronoun is theirs.
    words = list(_WORD.finditer(plain, subject.start, subject.end))
    while len(words) > 1 and lowered(words[-1].group()) in words_of(table, "beside_verb"):
        words.pop()
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
    for token in reversed(list(_WORD.finditer(words))):
        if not token.group()[0].isupper() or token.start() == 0:
            break
        start = token.start()
    return Span(subject.start + start, subject.end) if start < len(words) else subject
