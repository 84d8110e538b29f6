"""The tiny language of test packs says what it promises."""

import pytest

from briefing_app.domain.consistency import inconsistencies
from briefing_app.domain.excerpt import original
from briefing_app.domain.pack import ExcerptPlacement, FigurePlacement, GeneratedPlacement, ImagePlacement, NotePlacement
from tests.builders import RECOMMENDATIONS, audience, brand, excerpt, pack, reading


def test_an_outline_gives_sections_by_role_with_what_is_placed_in_them():
    made = pack("Asks: r1 r2@canada | Voices: q1+q2 | Context: c1 n1 i1 | Figures: f2 | Sources: g1")
    assert [(section.role, [placement.id for placement in section.placements]) for section in made.sections] == [
        ("asks", ["p-r1", "p-r2"]),
        ("voices", ["p-q1"]),
        ("context", ["p-c1", "p-n1", "p-i1"]),
        ("figures", ["p-f2"]),
        ("sources", ["p-g1"]),
    ]
    kinds = [type(placement) for _, placement in made.placements()]
    assert kinds == [ExcerptPlacement] * 4 + [NotePlacement, ImagePlacement, FigurePlacement, GeneratedPlacement]
    assert made.excerpt("q1").turn == made.excerpt("q2").turn is not None
    assert made.sections[0].placements[1].audiences == ("canada",)


@pytest.mark.parametrize(
    "outline", ["Asks: r1", "Asks: r1 r1 | Voices: q1+q2 q3 | Context: c1 n1 i1 | Figures: f1 f2 | Sources: g1", "Voices: q1"]
)
def test_a_built_pack_stands_alone(outline):
    assert inconsistencies(pack(outline)) == ()


def test_every_excerpt_of_a_built_pack_is_a_slice_of_its_reading():
    made = pack("Asks: r1 r7 r8 | Voices: q1 q5 | Context: c1 c9")
    words = [original(one, made.reading(one.reading)) for one in made.excerpts]
    assert words[0] == RECOMMENDATIONS[0][0]
    assert len(set(words)) == len(words) == 7


def test_words_and_addressees_can_be_said_otherwise():
    made = pack("Asks: r1", texts={"r1": "Donors must act."}, addressees={"r1": ("Donors",)})
    assert [(one.words, one.span.of(made.readings[0].text)) for one in made.excerpt("r1").addressees] == [("Donors", "Donors")]


def test_smaller_builders_take_overrides():
    assert audience("kenya", order=3).formal == {"en": "Delegation of Kenya"}
    assert brand(name="Ours").name == "Ours"
    of = reading("One.\n\nTwo.")
    assert [block.number for block in of.blocks] == [1, 2]
    assert original(excerpt(of, "Two."), of) == "Two."
