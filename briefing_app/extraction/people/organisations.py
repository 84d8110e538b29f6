"""Every organisation a document names: acronyms, short names and nouns lead to the fullest name it gives."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.acronyms import matched_by_initials, named_by, spelled_by
from briefing_app.extraction.people.given import is_given
from briefing_app.extraction.people.held_at import ANY
from briefing_app.extraction.people.speakers import voice
from briefing_app.extraction.text.phrases import either, is_role, lowered, word_list
from briefing_app.extraction.text.tables import name_table

_DEFINED = re.compile(r"\(([A-ZÀ-Þ][A-Za-z-]{0,3}[A-ZÀ-Þ]{1,6}s?)\)")
_SPELLED = re.compile(r"\(([A-ZÀ-Þ][a-zà-ÿ]{2,11})\)")
"""Letters that make a word: "(Olriva)"."""
_BEFORE = 30
NEARBY = 400
"""How far before a quotation the organisation is named whose director "its director" is, or somebody without a name brought in."""


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"{either(name_table().articles)}\s+|l[’']", re.IGNORECASE)


@cache
def _publishing(table: CueTable) -> re.Pattern[str]:
    by = either((*table.by_words, *table.at_words))
    small = either(name_table().within_organisation)
    run = rf"[A-ZÀ-Þ][\w’'&-]+(?: (?:{small} ){{0,2}}[A-ZÀ-Þ][\w’'&-]+){{0,7}}"
    return re.compile(
        rf"(?<!\w){either(table.papers)}(?: [a-zà-ÿ]+){{0,4}} {by}\s?(?:{either(table.articles)}\s?)?(?:[a-zà-ÿ]+ ){{0,4}}({run})"
    )


@dataclass(slots=True)
class Organisations:
    """What is known so far of organisations. ``last`` moves while a document is gone through in order."""

    table: CueTable
    acronyms: dict[str, str] = field(default_factory=dict)
    """What each stands for."""
    named: list[tuple[int, str]] = field(default_factory=list)
    """Where organisations are named, in order."""
    short_names: dict[str, str] = field(default_factory=dict)
    """From the one word that stands for an organisation to its whole name: "the Circle"."""
    spoken_of: Counter[str] = field(default_factory=Counter)
    """How often each organisation is named, by its whole name or the noun in it."""
    published: list[tuple[int, str]] = field(default_factory=list)
    """Where papers are said to be somebody's, in order: "un informe de la red Lago Abierto"."""
    subjects: frozenset[str] = frozenset()
    """Those that an apposition or the lead's subject makes known: of them the text tells."""
    kinds: dict[str, set[str]] = field(default_factory=dict)
    """By which nouns each is named: "the group Harbour Watch"."""
    last: str | None = None
    """The one that spoke last."""
    near: str | None = None
    """The one that the paragraph of the words that are being resolved is about."""

    def called(self, place: int, noun: str) -> str | None:
        """Return the organisation, named last before ``place``, that the text calls by a noun: "the group Harbour Watch".

        A paper stands for whoever published it.
        """
        if noun in self.table.papers:
            index = bisect_left(self.published, (place, ""))
            return self.expanded(place, self.published[index - 1][1]) if index else None
        before = self.named[: bisect_left(self.named, (place, ""))]
        return next((name for _, name in reversed(before) if noun and noun in self.kinds.get(name, ())), None)

    def is_in_name(self, noun: str) -> bool:
        """Tell whether a noun is in an organisation's name, or names one as what it is: "the group Harbour Watch"."""
        return any(noun in kinds for kinds in self.kinds.values()) or any(
            noun in lowered(name).split() and noun != lowered(name) for _, name in self.named
        )

    def meant(self, place: int, noun: str = "") -> str | None:
        """Return what "the organisation" at ``place`` is: one with ``noun`` in its name, the last to speak, or the first."""
        index = bisect_left(self.named, (place, "")) - 1
        before, after = self.named[: index + 1], self.named[index + 1 :]
        for _, named in (*reversed(before), *after):
            if noun and noun in lowered(named).split() and noun != lowered(named):
                return named
        if noun in name_table().any_house:
            # "the group" is no programme.
            before = [one for one in before if set(lowered(one[1]).split()).isdisjoint(name_table().no_houses)]
        often = max((name for _, name in before), key=lambda name: self.spoken_of[name], default=None)
        often = None if lowered(often or "") in self.table.places else often
        return self.near or self.last or next(iter(self.acronyms.values()), often) or None

    def whose(self, place: int, theirs: str) -> str | None:
        """Return what "its director" or "director of the network" at ``place`` is at; None rather than another one."""
        noun = theirs.strip(ANY)
        before = bisect_left(self.named, (place, "")) - 1
        if not noun and before >= 0 and place - self.named[before][0] < NEARBY:
            return self.named[before][1]
        found = (self.called(place, noun) if noun and self.table.own_endings else None) or self.meant(place, noun)
        if found and noun in self.kinds.get(found, ()):
            return found
        alone = " " not in noun or (found is not None and noun in lowered(found))
        told = found in {self.last, self.near, *self.subjects, *self.acronyms.values()}
        known = found is not None and (told or noun in lowered(found) or self.spoken_of[found] > 1)
        if self._is_of_another_kind(noun, found or ""):
            return None
        return found if alone and known and not self._is_other_body(noun, found or "") else None

    def _is_of_another_kind(self, noun: str, found: str) -> bool:
        # "the commission's chairman" chairs no campaign; "the group's" may be at any.
        kinds = self.kinds.get(found, set())
        other = bool(noun) and noun not in name_table().any_house and noun not in kinds and noun not in lowered(found).split()
        return other and not self.table.adjectives

    def _is_other_body(self, noun: str, found: str) -> bool:
        # "leader of the group" leads no ministry.
        names = set(lowered(found).split())
        return bool(noun) and noun not in names and not names.isdisjoint(self.table.bodies)

    def held_at(self, role: str) -> tuple[str, str] | None:
        """Return role and organisation of "convener of the Moot" where the document has the name's whole form elsewhere."""
        for link in reversed(list(word_list(self.table.at_words).finditer(role))):
            held = _article().sub("", role[link.end() :].strip())
            full = self.short_names.get(lowered(held)) or (held if held in self.spoken_of else None)
            before = role[: link.start()].split()[-1:]
            if full and before and (before[0].islower() or is_role(before[0], self.table)):
                return role[: link.start()].strip(), full
        return None

    def expanded(self, place: int, organisation: str | None) -> str | None:
        """Return an acronym's full name where the document gives one."""
        last = lowered(organisation or "").rsplit(maxsplit=1)[-1:]
        if organisation and last and last[0] in self.short_names and self._is_kind(organisation.split()[0]):
            # "the Framon Centre": its kind and its short name.
            return self.short_names[last[0]]
        first, _, rest = (organisation or "").partition(" ")
        whole = f"{self.acronyms.get(first, '')} {rest}"
        if rest and first in self.acronyms and whole in self.spoken_of:
            # "HRT Vall" is "Harbour Relief Trust Vall".
            return whole
        if organisation and " " not in organisation and organisation not in self.acronyms:
            if lowered(organisation) in self.short_names:
                return self.short_names[lowered(organisation)]
            return self.meant(place, lowered(organisation)) if self._is_kind(organisation) else organisation
        return self.acronyms.get(organisation, organisation) if organisation else None

    def learn_kinds(self, plain: str) -> None:
        """Remember the nouns that stand before names: "el grupo de Vecinos por el Lago"; and whose papers are."""
        if self.table.adjectives:
            self._learn_publishers(plain)
        of = either((*self.table.at_words, *self.table.belonging))
        behind = re.compile(rf"(?<!\w){either(self.table.organisation_nouns)}\s(?:{of}\s?)?(?:{either(self.table.articles)}\s?)?$")
        for place, name in self.named:
            noun = behind.search(plain, max(0, place - _BEFORE), place)
            if noun:
                self.kinds.setdefault(name, set()).add(noun.group().split()[0])

    def _learn_publishers(self, plain: str) -> None:
        # "un informe publicado por el centro británico Harbour Watch".
        for paper in _publishing(self.table).finditer(plain):
            name = paper.group(1)
            if not is_given(name.partition(" ")[0]) and lowered(name) not in self.table.places:
                self.published.append((paper.start(1), name))

    def count(self, words: Counter[str]) -> None:
        """Tell how often each is spoken of, by how often the text has each word with a capital."""
        self.spoken_of = Counter(name for _, name in self.named)
        for name in self.spoken_of:
            kind = next((word for word in name.split() if lowered(word) in self.table.organisation_words), "")
            self.spoken_of[name] += words[kind]

    def _is_kind(self, word: str) -> bool:
        # "the Institute": a word for what an organisation is, with the whole name elsewhere.
        return (
            not word.isupper()
            and lowered(word) not in name_table().houses
            and lowered(word) in self.table.organisation_words
            and any(lowered(word) in lowered(name).split() and " " in name for _, name in self.named)
        )


def with_acronyms(plain: str, table: CueTable) -> Organisations:
    """Return the organisations that a text gives acronyms of, in brackets or by their initials."""
    found = Organisations(table)
    for match in _DEFINED.finditer(plain):
        name = named_by(plain, match.start(), match.group(1), table)
        if name and not voice(name, table).names:
            found.acronyms.setdefault(match.group(1), name)
            found.named.append((match.start(), name))
    for match in _SPELLED.finditer(plain) if table.adjectives else ():
        name = spelled_by(plain, match.start(), match.group(1), table)
        if name:
            found.acronyms.setdefault(match.group(1), name)
            found.named.append((match.start(), name))
    matched_by_initials(plain, found.acronyms)
    return found


def defined(plain: str, span: Span, table: CueTable) -> tuple[tuple[str, str, Span], ...]:
    """Return the acronyms that a passage explains in brackets, the names they stand for, and where they are."""
    found = []
    for match in _DEFINED.finditer(plain, span.start, span.end):
        name = named_by(plain, match.start(), match.group(1), table)
        if name:
            found.append((match.group(1), name, Span(match.start(1), match.end(1))))
    return tuple(found)
