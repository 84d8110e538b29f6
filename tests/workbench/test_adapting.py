"""Saying a placed excerpt in our own words: what it starts from and what reaches whom."""

import pytest

from briefing_app.domain.audience import MASTER
from briefing_app.domain.fidelity.edits import Keep, Omit, Stretch
from briefing_app.domain.pack import Adapted, Verbatim
from briefing_app.workbench import editing
from briefing_app.workbench.adapting import adapting, count_words, reworded
from tests.builders import RECOMMENDATIONS, pack
from tests.checks.looking import codes

PACK = pack("Asks: r1 | Voices: q2+q3 n1")
MINE = Adapted("Widen admission.", "Begin with families at risk.")


def wording(made, audience=MASTER):
    return editing.placement_of(made, "p-r1").wording_for(audience)


def test_it_starts_from_the_sources_words():
    what = adapting(PACK, "p-r1")
    assert (what.source, what.held, what.adapted) == (RECOMMENDATIONS[0][0], Adapted(""), False)
    assert adapting(PACK, "p-q2").source.count("\n\n") == 1


def test_it_goes_on_from_our_words():
    what = adapting(reworded(PACK, adapting(PACK, "p-r1"), MINE, MASTER).pack, "p-r1")
    assert (what.held, what.adapted, what.verbatim) == (MINE, True, Verbatim())


def test_going_back_finds_the_edits_there_were():
    span = PACK.excerpt("r1").span
    trimmed = Verbatim((Stretch("r1", (Keep(type(span)(span.start, span.end - 1)), Omit(type(span)(span.end - 1, span.end)))),))
    made = editing.reword(PACK, "p-r1", trimmed).pack
    mine = reworded(made, adapting(made, "p-r1", "canada"), MINE, "canada").pack
    assert adapting(mine, "p-r1", "canada").verbatim == trimmed


def test_our_words_are_for_all_or_for_one_audience():
    what = adapting(PACK, "p-r1", "canada")
    alone = reworded(PACK, what, MINE, "canada").pack
    assert (wording(alone, "canada"), wording(alone, "unhcr")) == (MINE, Verbatim())
    again = adapting(alone, "p-r1", "canada")
    assert again.audience == "canada"
    for_all = reworded(alone, again, MINE, MASTER).pack
    assert (wording(for_all, "canada"), wording(for_all, "unhcr")) == (MINE, MINE)
    assert editing.placement_of(for_all, "p-r1").wordings == {}


def test_a_note_is_ours_already():
    with pytest.raises(KeyError):
        adapting(PACK, "p-n1")


def test_words_are_counted_as_the_checks_count_them():
    what = adapting(PACK, "p-r1")
    for number in (what.most_lead, what.most_lead + 1):
        lead = " ".join(["word"] * number)
        made = reworded(PACK, what, Adapted(lead), MASTER).pack
        assert ("lead-long" in codes(made)) == (count_words(lead) > what.most_lead)
