import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.excerpt import Excerpt, ExcerptKind, Standing
from briefing_app.domain.reading import DamageKind
from briefing_app.domain.span import Span
from briefing_app.library.ranking import Hit, Reason, Why, fitness_for, ranked
from tests import builders

READING = builders.reading("Words.")


def hit(identifier="e", *, reasons=(), date="2022", place=0, damage=(), standing=Standing.SUGGESTED, score=0.0):
    excerpt = Excerpt(
        identifier, "document", "reading", Span(place, place + 1), ExcerptKind.CONTEXT, damage=damage, standing=standing
    )
    document = builders.document(READING, card=builders.card("Title", "Publisher", date))
    return Hit(excerpt, document, "Words.", score=score, why=tuple(Why(reason) for reason in reasons))


IN_ORDER = [
    hit("by name", reasons=(Reason.BY_NAME,), damage=(DamageKind.GARBLED,), date="2001"),
    hit("in a group", reasons=(Reason.IN_GROUP, Reason.HOLDS_WORDS)),
    hit("of nobody", reasons=(Reason.UNADDRESSED,)),
    hit("named in a quote", reasons=(Reason.NAMED_IN_QUOTE,)),
    hit("better match", score=3.0, date="2001"),
    hit("newest", date="2023-02", standing=Standing.SUGGESTED),
    hit("new", date="2023-01-05"),
    hit("of that month", date="2023-01"),
    hit("confirmed", standing=Standing.CONFIRMED),
    hit("edited", standing=Standing.EDITED),
    hit("first in its text", place=1),
    hit("later in its text", place=2),
    hit("damaged", damage=(DamageKind.CUT_AT_END,), score=9.0, standing=Standing.CONFIRMED, date="2024"),
]


@given(st.permutations(IN_ORDER))
def test_hits_come_in_one_order_whatever_order_they_were_found_in(shuffled):
    assert [each.excerpt.id for each in ranked(shuffled)] == [each.excerpt.id for each in IN_ORDER]


def test_how_an_excerpt_fits_an_audience():
    pack = builders.pack(
        "Asks: r1 r2 r3 | Voices: q1 q2 | Context: c1", texts={"q2": "“Canada can lead.”", "c1": "Canada is cold."}
    )
    fits = fitness_for(pack.audience("canada"), pack.naming)
    unaddressed = dataclasses.replace(pack.excerpt("r1"), addressees=())

    def why(excerpt, *, may_name=True):
        return fits(excerpt, excerpt.span.of(pack.reading(excerpt.reading).text), may_name)

    assert why(pack.excerpt("r1")) == Why(Reason.BY_NAME)
    assert why(pack.excerpt("r2")) == Why(Reason.IN_GROUP, "donors")
    assert why(pack.excerpt("r3")) is None
    assert why(unaddressed) == Why(Reason.UNADDRESSED)
    assert why(pack.excerpt("q1")) is None
    assert why(pack.excerpt("q2")) == Why(Reason.NAMED_IN_QUOTE)
    assert why(pack.excerpt("q2"), may_name=False) is None
    assert why(pack.excerpt("c1")) is None
