"""A pack stands alone: all that it names is in it."""

import dataclasses

import pytest

from briefing_app.domain.audience import MASTER
from briefing_app.domain.consistency import Inconsistency, inconsistencies
from briefing_app.domain.excerpt import Addressee, Attribution, Rendering, RenderingStatus
from briefing_app.domain.fidelity.edits import Keep, Omit, Stretch
from briefing_app.domain.pack import Adapted, ByAudience, MeetingNotes, Question, TalkingPoint, Translated, Verbatim
from briefing_app.domain.reading import Block, BlockKind, Damage, DamageKind
from briefing_app.domain.span import Span
from tests.builders import audience, pack

OUTLINE = "Asks: r1 r2@canada | Voices: q1+q2 | Context: c1 n1 i1 | Figures: f2 | Sources: g1"
WHOLE = pack(OUTLINE)


def with_excerpt(identifier, **changes):
    held = tuple(dataclasses.replace(one, **changes) if one.id == identifier else one for one in WHOLE.excerpts)
    return dataclasses.replace(WHOLE, excerpts=held)


def with_placement(identifier, of=WHOLE, **changes):
    sections = tuple(
        dataclasses.replace(
            section, placements=tuple(dataclasses.replace(p, **changes) if p.id == identifier else p for p in section.placements)
        )
        for section in of.sections
    )
    return dataclasses.replace(of, sections=sections)


def with_reading(**changes):
    return dataclasses.replace(WHOLE, readings=(dataclasses.replace(WHOLE.readings[0], **changes), *WHOLE.readings[1:]))


def verbatim(excerpt, *edits):
    return Verbatim((Stretch(excerpt, edits),))


R1 = WHOLE.excerpt("r1").span


def test_a_pack_as_it_should_be_has_nothing_wrong():
    assert inconsistencies(WHOLE) == ()


def test_what_a_pack_may_well_do_is_not_called_wrong():
    done = dataclasses.replace(
        with_placement("p-r1", wording=verbatim("r1", Omit(Span(R1.start, R1.start + 3)), Keep(Span(R1.start + 3, R1.end))), wordings={"canada": Adapted("Act.")}),
        numbers={"canada": {"p-r1": "R1", "p-gone": "R2"}, MASTER: {"p-r1": "R1"}},
        meetings={"canada": MeetingNotes(talking_points=(TalkingPoint("Say it.", "p-r1"), TalkingPoint("And this.")), questions=(Question("Why?", "So.", excerpt="c1"), Question("How?", "Thus.")))},
        bottom_line=ByAudience("x", {"unhcr": "y"}),
    )  # fmt: skip
    assert inconsistencies(done) == ()


def test_a_translation_that_is_there_may_be_asked_for():
    rendering = Rendering("es", "Actúen.", RenderingStatus.OURS)
    assert inconsistencies(with_placement("p-r1", of=with_excerpt("r1", renderings=(rendering,)), wording=Translated("es"))) == ()


BROKEN = {
    "a placement twice": (pack("Asks: r1 | Context: c1", sections=WHOLE.sections[:1] * 2), "id-twice", "p-r1", ""),
    "an excerpt twice": (dataclasses.replace(WHOLE, excerpts=WHOLE.excerpts + WHOLE.excerpts[:1]), "id-twice", "r1", ""),
    "an audience twice": (pack(OUTLINE, audiences="canada unhcr canada"), "id-twice", "canada", ""),
    "an audience called master": (dataclasses.replace(WHOLE, audiences=(*WHOLE.audiences, audience(MASTER))), "audience-reserved", MASTER, ""),
    "a group nobody defined": (dataclasses.replace(WHOLE, audiences=(*WHOLE.audiences, audience("x", groups=("g7",)))), "group-unknown", "x", "g7"),
    "an excerpt of no document": (with_excerpt("r1", document="gone"), "document-missing", "r1", "gone"),
    "an excerpt of no reading": (with_excerpt("r1", reading="gone"), "reading-missing", "r1", "gone"),
    "a document of no reading": (dataclasses.replace(WHOLE, readings=WHOLE.readings[1:]), "reading-missing", "paper", "reading-paper"),
    "an excerpt past its text": (with_excerpt("r1", span=Span(0, 99_999)), "span-outside", "r1", ""),
    "an excerpt of nothing": (with_excerpt("r1", span=Span(3, 3)), "span-outside", "r1", ""),
    "an addressee past the text": (with_excerpt("r1", addressees=(Addressee("x", Span(0, 99_999)),)), "span-outside", "r1", ""),
    "a speaker past the text": (with_excerpt("q1", attribution=Attribution("x", spans=(Span(0, 99_999),))), "span-outside", "q1", ""),
    "damage past the text": (with_reading(damage=(Damage(DamageKind.SPLIT, Span(0, 99_999)),)), "span-outside", "reading-paper", ""),
    "blocks out of order": (with_reading(blocks=(Block(BlockKind.PARAGRAPH, Span(0, 9)), Block(BlockKind.PARAGRAPH, Span(5, 12)))), "blocks-disordered", "reading-paper", ""),
    "a placement of nothing": (with_placement("p-r1", excerpts=()), "placement-empty", "p-r1", ""),
    "a placement of an excerpt that is gone": (with_placement("p-r1", excerpts=("gone",)), "excerpt-missing", "p-r1", "gone"),
    "a figure of an excerpt that is gone": (with_placement("p-f2", excerpt="gone"), "excerpt-missing", "p-f2", "gone"),
    "excerpts of two turns together": (with_placement("p-q1", excerpts=("q1", "r1")), "turn-mixed", "p-q1", ""),
    "excerpts of no turn together": (with_placement("p-r1", excerpts=("r1", "r2")), "turn-mixed", "p-r1", ""),
    "a stretch of another placement's excerpt": (with_placement("p-r1", wording=verbatim("r2")), "stretch-foreign", "p-r1", "r2"),
    "edits that leave a gap": (with_placement("p-r1", wording=verbatim("r1", Keep(Span(R1.start, R1.end - 1)))), "edits-unfit", "p-r1", "r1"),
    "edits for one audience that cut a word": (with_placement("p-r1", wordings={"canada": verbatim("r1", Keep(Span(R1.start, R1.start + 1)), Omit(Span(R1.start + 1, R1.end)))}), "edits-unfit", "p-r1", "r1"),
    "a translation there is none of": (with_placement("p-r1", wording=Translated("es")), "rendering-missing", "p-r1", "r1"),
    "a placement for an unknown audience": (with_placement("p-r2", audiences=("mars",)), "audience-unknown", "p-r2", "mars"),
    "a wording for an unknown audience": (with_placement("p-r1", wordings={"mars": Verbatim()}), "audience-unknown", "p-r1", "mars"),
    "a note for an unknown audience": (with_placement("p-n1", text=ByAudience("x", {"mars": "y"})), "audience-unknown", "p-n1", "mars"),
    "a caption for an unknown audience": (with_placement("p-i1", caption=ByAudience("x", {"mars": "y"})), "audience-unknown", "p-i1", "mars"),
    "a figure's label for an unknown audience": (with_placement("p-f2", label=ByAudience("x", {"mars": "y"})), "audience-unknown", "p-f2", "mars"),
    "a section's title for an unknown audience": (dataclasses.replace(WHOLE, sections=(dataclasses.replace(WHOLE.sections[0], title=ByAudience("x", {"mars": "y"})), *WHOLE.sections[1:])), "audience-unknown", "s-asks", "mars"),
    "a title for an unknown audience": (dataclasses.replace(WHOLE, title=ByAudience("x", {"mars": "y"})), "audience-unknown", "pack", "mars"),
    "a meeting with an unknown audience": (dataclasses.replace(WHOLE, meetings={"mars": MeetingNotes()}), "audience-unknown", "pack", "mars"),
    "numbers of an unknown audience": (dataclasses.replace(WHOLE, numbers={"mars": {"p-r1": "R1"}}), "audience-unknown", "pack", "mars"),
    "a number of another form": (dataclasses.replace(WHOLE, numbers={"canada": {"p-r1": "1"}}), "number-unfit", "canada", "1"),
    "a number given twice": (dataclasses.replace(WHOLE, numbers={"canada": {"p-r1": "R1", "p-r2": "R1"}}), "number-twice", "canada", "R1"),
    "a talking point for an ask that is gone": (dataclasses.replace(WHOLE, meetings={"canada": MeetingNotes(talking_points=(TalkingPoint("x", "gone"),))}), "placement-missing", "canada", "gone"),
    "an answer grounded on nothing": (dataclasses.replace(WHOLE, meetings={"canada": MeetingNotes(questions=(Question("x", "y", excerpt="gone"),))}), "excerpt-missing", "canada", "gone"),
}  # fmt: skip


@pytest.mark.parametrize(("broken", "code", "subject", "named"), BROKEN.values(), ids=BROKEN)
def test_what_does_not_hold_is_named_with_what_it_is_about(broken, code, subject, named):
    assert Inconsistency(code, subject, named) in inconsistencies(broken)
