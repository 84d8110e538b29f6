"""Checks a test pack as the app does: composed for an audience, with a layout report or none, each finding sayable."""

import dataclasses

from briefing_app.checks.entry import check
from briefing_app.composition.entry import compose
from briefing_app.domain.briefing import Copy
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.fidelity.edits import Stretch
from briefing_app.domain.pack import Clearance, Confirmation, Verbatim, content_digest
from briefing_app.domain.span import Span
from briefing_app.words import LANGUAGES, words_for


def findings(pack, audience="canada", copy=Copy.HAND_OVER, report=None):
    """Return all findings of a copy; each has its words, and its mends theirs, in each language."""
    found = check(pack, audience, compose(pack, audience, copy), report)
    for finding in found:
        for words in map(words_for, LANGUAGES):
            assert words.say(f"finding.{finding.code}", **finding.parameters)
            assert all(words.say(f"mend.{mend}") for mend in finding.mends)
    return found


def codes(pack, audience="canada", copy=Copy.HAND_OVER, report=None):
    """Return the codes found, but for the one that every pack nobody cleared has."""
    return [finding.code for finding in findings(pack, audience, copy, report) if finding.code != "not-cleared"]


def one(pack, code, **options):
    """Return the one finding of that code."""
    (finding,) = [each for each in findings(pack, **options) if each.code == code]
    return finding


def cleared(pack):
    """Return the pack as somebody cleared it."""
    return dataclasses.replace(pack, clearance=Clearance("A. Diallo", PartialDate(2023, 1, 12), content_digest(pack)))


def confirmed(pack, finding):
    """Return the pack with the finding answered for on its placement."""
    answer = Confirmation(finding.key, "A. Diallo", "Checked against the recording", PartialDate(2023, 1, 12))
    return placements(pack, finding.placement, confirmations=(answer,))


def placements(pack, identifier, **fields):
    """Return the pack with a placement's fields replaced."""
    sections = tuple(
        dataclasses.replace(
            section,
            placements=tuple(dataclasses.replace(each, **fields) if each.id == identifier else each for each in section.placements),
        )
        for section in pack.sections
    )
    return dataclasses.replace(pack, sections=sections)


def excerpts(pack, identifier, **fields):
    """Return the pack with an excerpt's fields replaced."""
    held = tuple(dataclasses.replace(each, **fields) if each.id == identifier else each for each in pack.excerpts)
    return dataclasses.replace(pack, excerpts=held)


def readings(pack, identifier, **fields):
    """Return the pack with a reading's fields replaced."""
    held = tuple(dataclasses.replace(each, **fields) if each.id == identifier else each for each in pack.readings)
    return dataclasses.replace(pack, readings=held)


def cards(pack, identifier, **fields):
    """Return the pack with entries of a document's card replaced."""
    held = tuple(
        dataclasses.replace(each, card=dataclasses.replace(each.card, **fields)) if each.id == identifier else each
        for each in pack.documents
    )
    return dataclasses.replace(pack, documents=held)


def edited(pack, name, *edits):
    """Return the pack with the source's words of a placed excerpt edited: each edit is made of its span and text."""
    excerpt = pack.excerpt(name)
    text = pack.reading(excerpt.reading).text
    made = ()
    for edit in edits:
        made = edit(excerpt.span, made, text)
    return placements(pack, f"p-{name}", wording=Verbatim((Stretch(name, made),)))


def place_of(pack, name, words):
    """Return where words stand in the reading of an excerpt."""
    excerpt = pack.excerpt(name)
    start = pack.reading(excerpt.reading).text.index(words, excerpt.span.start)
    return Span(start, start + len(words))
