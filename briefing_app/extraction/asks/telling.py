"""What a modal says that asks for nothing: lots, plans, laws, questions, what comes by itself, a rule for whoever it may be."""

import re

from briefing_app.domain.span import Span
from briefing_app.extraction.asks.actors import is_nation
from briefing_app.extraction.asks.heads import head_of
from briefing_app.extraction.asks.norms import is_law
from briefing_app.extraction.asks.plans import brings_about, foretells, is_by_year, is_each_time, is_on_a_day, is_planned
from briefing_app.extraction.asks.relatives import is_aside, is_of_noun, is_told_of, tells_of_noun
from briefing_app.extraction.asks.subjects import is_in_story
from briefing_app.extraction.cues.form import Cue, CueTable
from briefing_app.extraction.text.phrases import lowered, word_list, words_of, words_of_cue
from briefing_app.extraction.text.spelling import ELIDED, WORD
from briefing_app.extraction.text.verb_forms import is_impersonal_passive, is_participle, is_passive, looks_back

_QUESTIONED = 4
"""How many words of a subject an indirect question may hold: "me what the mothers"."""
_ANY_ONE = re.compile(r"(?i)\s*(?:an?|una?|une)\s")
_ADVERBS = 5
"""How many words may hold a passive with its adverbs: "be at least partly granted"."""
_PROGRESSIVE = re.compile(r"\s*be \w+ing\b")
_SAID_BY = re.compile(r"(\S.*)\s([\w'’-]+)(?:\s(?:that|que))?$")
_ROOM = 80
"""How many characters behind a modal are looked at."""


def is_no_ask(plain: str, table: CueTable, sentence: Span, subject: Span, modal: Span, cue: Cue) -> bool:
    """Tell whether a modal asks for nothing, whoever its subject is."""
    words = subject.of(plain)
    lead = plain[sentence.start : subject.start].strip() or _but_last(words)
    if _frees(words, modal.of(plain), table) or _under_law(lead, table) or _is_for_want(lead, table, cue):
        return True
    following = plain[modal.end : min(sentence.end, modal.end + _ROOM)]
    if tells_of_noun(plain, sentence, subject, table) or is_of_noun(plain, sentence, subject, table):
        return True
    if _asks_nothing(words, following, table, cue) or _is_asked_about(plain, table, sentence, subject):
        return True
    return cue.rule.endswith(("must", "should")) and not _acts(plain, table, modal.end, sentence.end)


def only_tells(plain: str, table: CueTable, sentence: Span, subject: Span, modal: Span, cue: Cue, *, asked: bool) -> bool:
    """Tell whether a modal only tells what somebody's lot is, what is planned, what goes for all; ``asked``: somebody is named."""
    words = subject.of(plain)
    following = plain[modal.end : min(sentence.end, modal.end + _ROOM)]
    if _is_lot(words, following, table, cue, asked=asked) or _tells(plain, table, sentence, subject, following):
        return True
    return cue.rule.endswith("need-to") and not asked and not _may_need(words, following, table)


def _tells(plain: str, table: CueTable, sentence: Span, subject: Span, following: str) -> bool:
    lead = plain[sentence.start : subject.start]
    return (
        is_on_a_day(lead, table)
        or is_each_time(lead, table)
        or is_for_qualifying(lead, table)
        or lowered(lead).rstrip().endswith(table.although)
        or is_by_year(subject.of(plain), table)
        or _goes_for_each(subject.of(plain), following, table)
        or is_aside(subject.of(plain), following, table)
        or is_told_of(plain, table, sentence, subject)
        or is_in_story(plain[sentence.start : subject.end], table)
    )


def is_for_qualifying(lead: str, table: CueTable) -> bool:
    """Tell whether a sentence opens with what somebody wants to get: "to qualify, applicants must", "pour être logé, il faut"."""
    return lead.rstrip().endswith(",") and word_list(table.qualifying).match(lead.lstrip(' “"«\u00a0\u202f')) is not None


def _goes_for_each(subject: str, following: str, table: CueTable) -> bool:
    # "Tout candidat doit prouver": a rule. Those who can act are asked; what is done for everybody, or given them, is asked for.
    words = [lowered(word) for word in WORD.findall(subject)]
    return (
        len(words) > 1
        and words[0] in words_of(table, "each")
        and words[1] not in words_of(table, "actors")
        and not is_passive(following, table)
        and word_list(table.receiving).match(following.lstrip()) is None
    )


def _is_general(subject: str, following: str, table: CueTable) -> bool:
    # "A utility must recover its costs": so it is with all of them; nobody is asked.
    theirs = following.split(maxsplit=2)[1:2]
    return _ANY_ONE.match(subject) is not None and bool(theirs) and theirs[0] in words_of(table, "their_own")


def _asks_nothing(subject: str, following: str, table: CueTable, cue: Cue) -> bool:
    words = lowered(" ".join(subject.split()))
    if not words:
        # "Deben abrirse los pozos", "Debe el consejo abrir": whoever must act, or what must be done, stands behind.
        return not (is_impersonal_passive(following, table) or _opens_with_actor(following, table))
    if _asks_of_nobody(words, following, table):
        return True
    last = words.split()[-1]
    needs = cue.rule.endswith("need-to")
    if needs and last in words_of(table, "before_need") and not _will_be_mended(last, following, table):
        # "They will have to pay": foretold, or freed of it.
        return True
    if not WORD.search(following) and (needs or last in words_of(table, "impersonal")):
        # "As it should", "only the people have to."
        return True
    if is_planned(words, following, table, should=cue.rule.endswith("should")):
        return True
    foretold = f"{following} {subject}" if cue.rule.endswith("should") else following
    demanded = not table.infinitives and cue.rule.endswith("must") and is_passive(following, table)
    if not demanded and foretells(words, foretold, table) and not brings_about(subject, following, table):
        return True
    if needs and last in words_of(table, "impersonal"):
        # "The flour that it needs to bake".
        return True
    return looks_back(following, table) or (last in words_of(table, "impersonal") and _is_remarked(following, table))


def _opens_with_actor(following: str, table: CueTable) -> bool:
    words = [lowered(word) for word in WORD.findall(following)[:3]]
    return (
        bool(table.infinitives)
        and len(words) > 1
        and words[0] in words_of(table, "articles")
        and words[1] in words_of(table, "actors")
    )


def _asks_of_nobody(words: str, following: str, table: CueTable) -> bool:
    last = words.rsplit(maxsplit=1)[-1]
    if words in words_of(table, "first_person") or _is_shared(words, table) or last in words_of(table, "before_noun"):
        return True
    if not set(words.split()).isdisjoint(words_of(table, "enquiries")) and is_passive(following, table):
        # "Enquiries should be directed to the office."
        return True
    # "what should follow", "how they should be paid": asked about, not for.
    asked_about = ELIDED.sub("", last) in words_of(table, "questions")
    return asked_about or word_list(table.not_modal_before).match(following.lstrip()) is not None


def _will_be_mended(before: str, following: str, table: CueTable) -> bool:
    # "The training will need to be reviewed" asks.
    words = [lowered(word.strip(".,")) for word in following.split()[:4]]
    return before == "will" and is_passive(following, table) and not words_of(table, "mended").isdisjoint(words)


def _is_supposed(following: str, cue: Cue, *, asked: bool) -> bool:
    # "The boat should be arriving", "the minister must be joking". "Councils should be helping" asks.
    return _PROGRESSIVE.match(following) is not None and (not asked or cue.rule.endswith("must"))


def _is_remarked(following: str, table: CueTable) -> bool:
    # "It should be noted" asks for nothing; "this should be repaired", "they should be paid" do.
    if word_list(table.outcomes).match(following.lstrip()):
        return True
    words = [lowered(word.rstrip(".,")) for word in WORD.findall(following[:80])[:_ADVERBS]]
    done = bool(words) and words[0] in table.passive and any(is_participle(word, table) for word in words[1:])
    return word_list(table.recognising).match(following) is not None and not done


def _frees(subject: str, modal: str, table: CueTable) -> bool:
    # "Nobody will have to hide": freed, not asked.
    return lowered(modal.rstrip()).endswith((" to", " que")) and lowered((subject.split() or [""])[0]) in words_of(table, "nobody")


def _is_for_want(lead: str, table: CueTable, cue: Cue) -> bool:
    # "Faute de crédits, le centre devra fermer": what misfortune brings.
    return cue.rule.endswith("have-to") and word_list(table.lacking).match(lead) is not None


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
    following = WORD.findall(plain[modal_end : min(limit, modal_end + 90)])
    return (
        not table.infinitives
        or not following
        or any(
            lowered(word.rstrip(".")).endswith(table.infinitives) and lowered(word.rstrip(".")) not in table.like_infinitives
            for word in following
        )
    )


def _is_lot(subject: str, following: str, table: CueTable, cue: Cue, *, asked: bool) -> bool:
    # "Families must walk for hours": their lot, no ask. What is done to them, what they get and what they decide is asked for.
    if word_list(table.culprits).match(subject.lstrip()):
        return False
    spelled = {ELIDED.sub("", lowered(token)) for token in WORD.findall(subject)}
    theirs = words_of(table, "bearers") | words_of(table, "pronouns")
    if cue.rule.endswith("must") and _is_of_whoever(subject, table) and not is_passive(following, table):
        return True
    endured = not spelled.isdisjoint(theirs) and word_list(table.enduring).match(following.lstrip()) is not None
    if _is_supposed(following, cue, asked=asked) or (not asked and (endured or _is_general(subject, following, table))):
        return True
    if cue.rule.endswith("should"):
        return False
    head = [ELIDED.sub("", lowered(word)) for word in WORD.findall(head_of(subject, table))]
    if not any(word in words_of(table, "bearers") for word in head[-2:]) or is_nation(" ".join(subject.split()), table):
        return False
    rest = following.lstrip()
    first = lowered((WORD.findall(rest) or [""])[0])
    return not (is_passive(following, table) or word_list(table.receiving).match(rest) or first in table.passive)


def _is_of_whoever(subject: str, table: CueTable) -> bool:
    # "Quien pide asilo debe demostrar": a rule. "Quien mató al pescador debe responder" asks.
    whoever = word_list(table.anybody).match(subject.lstrip()) if table.infinitives else None
    does = subject.lstrip()[whoever.end() :].split()[:1] if whoever else []
    return bool(does) and not lowered(does[0]).endswith(table.past_endings)


def _is_asked_about(plain: str, table: CueTable, sentence: Span, subject: Span) -> bool:
    # "He asked whether the school should stay open."
    before = lowered(plain[max(sentence.start, subject.start - 40) : subject.start])
    words = [ELIDED.sub("", word) for word in WORD.findall(before)]
    if words and words[-1] in words_of(table, "questions"):
        return True
    inside = [ELIDED.sub("", lowered(word)) for word in WORD.findall(subject.of(plain))]
    opens = inside[0] if inside else ""
    if opens in words_of(table, "asked_about") and len(inside) > 1:
        return True
    inside = inside[1:]
    return any(word in words_of(table, "questions") for word in inside[-_QUESTIONED:])


def _may_need(subject: str, following: str, table: CueTable) -> bool:
    # "Families have to walk for hours" tells; "governments have to act" and "more needs to happen" ask.
    tokens = {ELIDED.sub("", lowered(token)) for token in WORD.findall(subject)}
    known = words_of(table, "actors") | words_of(table, "demanded")
    if not tokens & known and word_list(table.under_law[:1]).search(subject) and word_list(table.norms).search(subject):
        # "Fines due under the decree have to be paid in dollars": law reported.
        return False
    enabled = word_list(tuple(verb for verb in table.receiving if " " in verb)).match(following.lstrip()) is not None
    return bool(tokens & known) or enabled or is_passive(following, table) or _has_to_end(following, table)


def _has_to_end(following: str, table: CueTable) -> bool:
    # "The lies have to stop": what anything must do that is wrong.
    rest = following.lstrip()
    verb = word_list(table.ending).match(rest)
    behind = rest[verb.end() :].lstrip() if verb else ""
    return verb is not None and (not behind[:1].isalnum() or word_list(table.at_once).match(behind) is not None)


def _is_shared(words: str, table: CueTable) -> bool:
    # "We will triple our programme and must hire": the author's subject holds for the second verb too.
    tokens = words.split()
    return lowered(tokens[0]) in words_of(table, "first_person") and tokens[-1] in words_of(table, "and_words")
