"""What the app can do itself about a finding, and what it leads to where only a person can: one table from mends to edits."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing_app.checks.rules import DAMAGE, RULES
from briefing_app.domain.audience import MASTER
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Excerpt, shown_words
from briefing_app.domain.fidelity.cuts import starts_sentence
from briefing_app.domain.fidelity.edits import Edit, Insert, Keep, Stretch, leave_out, omissions, printed, put_back, tiled
from briefing_app.domain.fidelity.turning import turning_words
from briefing_app.domain.finding import Finding
from briefing_app.domain.pack import (
    Confirmation,
    ExcerptPlacement,
    ImagePlacement,
    NotePlacement,
    Pack,
    Placement,
    Verbatim,
    Wording,
)
from briefing_app.domain.reading import Damage, Reading
from briefing_app.domain.span import Span
from briefing_app.errors import EditRefused
from briefing_app.workbench import editing
from briefing_app.workbench.editing import Edited


class Does(StrEnum):
    """What taking an offer up comes to."""

    EDIT = "edit"
    """The pack is edited at once: ``mended``."""
    ANSWER = "answer"
    """Somebody is asked for name and reason: ``answered``."""
    CLEAR = "clear"
    """Somebody is asked who cleared the pack."""
    REWORD = "reword"
    """Somebody says the placement in our own words."""
    DESCRIBE = "describe"
    """Somebody says what a picture shows."""
    MEET = "meet"
    """Somebody writes the notes for the meeting."""
    GO = "go"
    """The place is shown: ``place_of``."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A mend that can be taken up here and now; its words are ``window.mend.<code>``."""

    code: str
    does: Does


GO = Offer("go", Does.GO)
ANSWER = Offer("confirm", Does.ANSWER)
CLEAR = Offer("clear", Does.CLEAR)
LONGEST = Offer("longest", Does.GO)
ASKED: Mapping[str, tuple[type[Placement], Does]] = {
    "shorten": (ExcerptPlacement, Does.REWORD),
    "adapt-openly": (ExcerptPlacement, Does.REWORD),
    "describe-image": (ImagePlacement, Does.DESCRIBE),
}
"""Mends that take a person's words: for which placements, and how they are asked for."""
NOTES = frozenset({"meeting-empty", "talking-points-many", "talking-point-long"})
"""Findings that are mended in the notes for the meeting."""
_MOST = 2


def offers(pack: Pack, finding: Finding) -> tuple[Offer, ...]:
    """Return what can be done about a finding, the best first, two at most; none where it names no place to go to."""
    return tuple(dict.fromkeys(_offers(pack, finding)))[:_MOST]


def _offers(pack: Pack, finding: Finding) -> Iterator[Offer]:
    if not _exists(pack, finding):
        return
    if finding.code in NOTES:
        yield from (Offer(mend, Does.MEET) for mend in finding.mends)
        return
    made = [offer for mend in finding.mends if (offer := _offer(pack, finding, mend))]
    yield from made
    if finding.placement and all(offer.does in {Does.CLEAR, Does.GO} for offer in made):
        yield GO
    if finding.placement and RULES[finding.code].confirmable:
        yield ANSWER
    if finding.placement:
        yield GO


def _offer(pack: Pack, finding: Finding, mend: str) -> Offer | None:
    if mend in MENDS and MENDS[mend](pack, finding):
        return Offer(mend, Does.EDIT)
    if mend in {"clear", "clear-again"}:
        return CLEAR
    if mend in ASKED and isinstance(_placement(pack, finding), ASKED[mend][0]):
        return Offer(mend, ASKED[mend][1])
    return LONGEST if mend == "shorten-section" and longest_in(pack, finding) else None


def _placement(pack: Pack, finding: Finding) -> Placement | None:
    return editing.placement_of(pack, finding.placement) if finding.placement else None


def _exists(pack: Pack, finding: Finding) -> bool:
    if finding.placement:
        return any(placement.id == finding.placement for _, placement in pack.placements())
    return finding.section is None or any(section.id == finding.section for section in pack.sections)


def mended(pack: Pack, finding: Finding, offer: Offer) -> Edited:
    """Return the pack with an offer of kind EDIT taken up; EditRefused when it cannot be, as when the pack is another by now."""
    edited = MENDS[offer.code](pack, finding) if _exists(pack, finding) else None
    if edited is None:
        raise EditRefused("mend-gone")
    return edited


def answered(pack: Pack, finding: Finding, who: str, reason: str, day: PartialDate) -> Edited:
    """Return the pack with somebody answering for a finding by name and reason; EditRefused when its placement is gone."""
    if not _exists(pack, finding):
        raise EditRefused("mend-gone")
    return editing.confirm(pack, finding.placement or "", Confirmation(finding.key, who, reason, day))


def place_of(pack: Pack, finding: Finding, offer: Offer = GO) -> str:
    """Return the placement an offer leads to; empty for none."""
    if not _exists(pack, finding):
        return ""
    return longest_in(pack, finding) if offer == LONGEST else finding.placement or ""


def last_name(pack: Pack) -> str:
    """Return who answered or cleared last, to be proposed again; empty when nobody did."""
    answers = [
        confirmation
        for _, placement in pack.placements()
        if isinstance(placement, ExcerptPlacement)
        for confirmation in placement.confirmations
    ]
    if answers:
        return max(answers, key=lambda confirmation: confirmation.day.sort_key()).who
    return pack.clearance.who if pack.clearance else ""


def longest_in(pack: Pack, finding: Finding) -> str:
    """Return the placement with most words in a finding's section; empty when there is none."""
    section = next((section for section in pack.sections if section.id == finding.section), None)
    audience = finding.audience or MASTER
    lengths = {placement.id: _length(pack, placement, audience) for placement in section.placements} if section else {}
    return max(lengths, key=lambda identifier: lengths[identifier], default="")


def _length(pack: Pack, placement: Placement, audience: str) -> int:
    match placement:
        case NotePlacement(text=text):
            return len(text.of(audience))
        case ExcerptPlacement():
            wording = placement.wording_for(audience)
            if isinstance(wording, Verbatim):
                return sum(
                    len(printed(each.reading, each.excerpt.span, each.edits)) for each in _stretches(pack, placement, wording)
                )
            return sum(len(shown_words(held, pack.reading(held.reading))) for held in map(pack.excerpt, placement.excerpts))
        case _:
            return 0


@dataclass(frozen=True, slots=True)
class _Stretch:
    excerpt: Excerpt
    reading: Reading
    edits: tuple[Edit, ...]


def _stretches(pack: Pack, placement: ExcerptPlacement, wording: Verbatim) -> list[_Stretch]:
    held = wording.stretches or tuple(Stretch(identifier) for identifier in placement.excerpts)
    found = []
    for stretch in held:
        excerpt = pack.excerpt(stretch.excerpt)
        reading = pack.reading(excerpt.reading)
        found.append(_Stretch(excerpt, reading, tiled(excerpt.span, stretch.edits, reading.text)))
    return found


def _placed(pack: Pack, finding: Finding) -> tuple[ExcerptPlacement, Wording] | None:
    placement = _placement(pack, finding)
    if not isinstance(placement, ExcerptPlacement):
        return None
    return placement, placement.wording_for(finding.audience or MASTER)


def _reworded(pack: Pack, finding: Finding, placement: ExcerptPlacement, wording: Wording) -> Edited | None:
    # An audience's own wording is mended where it stands; else what stands for all.
    audience = finding.audience if finding.audience in placement.wordings else MASTER
    edited = editing.reword(pack, placement.id, wording, audience or MASTER)
    return edited if edited.pack != pack else None


_Change = Callable[[_Stretch], tuple[Edit, ...] | None]


def _with_stretches(pack: Pack, finding: Finding, change: _Change) -> Edited | None:
    """Return the pack with each stretch of the finding's quotation changed; None where that is impossible or leaves no words."""
    placement, wording = _placed(pack, finding) or (None, None)
    if placement is None or not isinstance(wording, Verbatim):
        return None
    made: list[Stretch] = []
    for stretch in _stretches(pack, placement, wording):
        edits = change(stretch)
        if edits is None:
            return None
        if any(letter.isalnum() for letter in printed(stretch.reading, stretch.excerpt.span, edits).replace("[…]", "")):
            made.append(Stretch(stretch.excerpt.id, () if edits == (Keep(stretch.excerpt.span),) else edits))
    if not made:
        return None
    whole = len(made) == len(placement.excerpts) and not any(stretch.edits for stretch in made)
    return _reworded(pack, finding, placement, Verbatim() if whole else Verbatim(tuple(made)))


def _trimmed(pack: Pack, finding: Finding) -> Edited | None:
    """Leave the damaged words out; where something is missing, the sentence it is missing from."""
    return _with_stretches(pack, finding, lambda stretch: _past(stretch, finding.code))


def _past(stretch: _Stretch, code: str) -> tuple[Edit, ...] | None:
    edits, text, span = stretch.edits, stretch.reading.text, stretch.excerpt.span
    for hurt in _hurt(stretch, code):
        gone = hurt if len(hurt) else _sentence_at(text, span, hurt.start)
        edits = leave_out(span, edits, gone, text)
    return edits


def _hurt(stretch: _Stretch, code: str) -> Iterator[Span]:
    kept = [edit.span for edit in stretch.edits if not isinstance(edit, Insert) and edit.kind != "omit"]
    if code == "uncertain-repair":
        repairs = (repair.span for repair in stretch.reading.repairs if not repair.certain)
        yield from (span for span in repairs if any(each.holds(span) for each in kept))
        return
    damage: Damage
    for damage in stretch.reading.damage:
        if DAMAGE[damage.kind] == code and any(damage.touches(each) for each in kept):
            yield damage.span


def _sentence_at(text: str, span: Span, place: int) -> Span:
    """Return the sentence of a passage that ``place`` stands in or at the end of, with the space after it."""
    starts = [at for at in range(span.start + 1, span.end) if text[at - 1].isspace() and starts_sentence(text, at, span.start)]
    before = max((at for at in starts if at < place), default=span.start)
    after = min((at for at in starts if at > before and at >= place), default=span.end)
    return Span(before, after)


def _words_back(pack: Pack, finding: Finding) -> Edited | None:
    """Put back what was left out around a word that turns the meaning, or take our own such word out."""
    at = finding.parameters.get("at")

    def change(stretch: _Stretch) -> tuple[Edit, ...] | None:
        text, span = stretch.reading.text, stretch.excerpt.span
        if finding.code == "turning-inserted":
            language = stretch.reading.language
            kept = [each for each in stretch.edits if not (isinstance(each, Insert) and turning_words(each.words, language))]
            # Nothing is put back; the edits alone are joined where an insertion stood between them.
            return put_back(span, kept, Span(span.start, span.start), text)
        edits = stretch.edits
        for omitted in omissions(edits):
            if isinstance(at, int) and omitted.start <= at < omitted.end:
                edits = put_back(span, edits, omitted, text)
        return edits

    return _with_stretches(pack, finding, change)


def _whole_words(pack: Pack, finding: Finding) -> Edited | None:
    held = _placed(pack, finding)
    return _reworded(pack, finding, held[0], Verbatim()) if held else None


def _one_kept(pack: Pack, finding: Finding) -> Edited | None:
    return editing.remove(pack, [finding.placement]) if finding.placement else None


def _more_pages(pack: Pack, finding: Finding) -> Edited | None:
    taken = finding.parameters.get("taken")
    if not isinstance(taken, int | float):
        return None
    if finding.section is None:
        return Edited(replace(pack, pages=math.ceil(taken)), "budget")
    sections = tuple(replace(each, budget=taken) if each.id == finding.section else each for each in pack.sections)
    return Edited(replace(pack, sections=sections), "budget", frozenset({finding.section}))


MENDS: Mapping[str, Callable[[Pack, Finding], Edited | None]] = {
    "trim-damage": _trimmed,
    "put-words-back": _words_back,
    "restore-words": _whole_words,
    "use-original": _whole_words,
    "keep-one": _one_kept,
    "raise-budget": _more_pages,
}
"""Mends that are an edit of the pack; each returns None where it cannot be done."""
