"""Spaces in our own words, as each language prints them; a source's words keep theirs."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.composition.entry import compose
from briefing_app.composition.marks import own_words
from briefing_app.domain.briefing import Copy, Paragraph, Quotation, plain
from briefing_app.domain.pack import ByAudience
from tests.builders import audience, pack


@pytest.mark.parametrize(
    ("typed", "language", "printed"),
    [
        ("Qui paie ? Tous ; vite !", "fr", "Qui paie\u202f? Tous\u202f; vite\u202f!"),
        ("La demande : agir", "fr", "La demande\u00a0: agir"),
        ("« Agir »", "fr-FR", "«\u202fAgir\u202f»"),
        ("Qui paie ? La demande : agir", "fr-CA", "Qui paie? La demande\u00a0: agir"),
        ("32 % des enfants", "fr", "32\u202f% des enfants"),
        ("32 % de los niños", "es", "32\u00a0% de los niños"),
        ("à 10:30, voir http://example.org ?", "fr", "à 10:30, voir http://example.org\u202f?"),
        ("Who pays ? 32 %", "en", "Who pays ? 32 %"),
        ("Agir; payer!", "fr", "Agir; payer!"),
    ],
)
def test_spaces_before_signs_are_those_of_the_language(typed, language, printed):
    assert own_words(typed, language) == printed


@given(st.text("ab 1:;!?«»%\u00a0\u202f", max_size=30), st.sampled_from(["en", "es", "fr", "fr-CA"]))
def test_nothing_but_spaces_is_ever_changed_and_a_second_time_nothing_at_all(typed, language):
    once = own_words(typed, language)

    assert "".join(once.split()) == "".join(typed.split())
    assert own_words(once, language) == once


def test_our_words_are_printed_so_and_the_words_of_a_source_as_they_are():
    made = pack("Asks: r1 | Voices: q1 n1", audiences="canada")
    voices = made.sections[1]
    note = dataclasses.replace(voices.placements[1], text=ByAudience("Qui paie ?"))
    made = dataclasses.replace(
        made,
        audiences=(audience("canada", language="fr"),),
        title=ByAudience("Que faire ?"),
        bottom_line=ByAudience("Agir : maintenant !"),
        sections=(made.sections[0], dataclasses.replace(voices, placements=(voices.placements[0], note))),
    )
    composed = compose(made, "canada", Copy.HAND_OVER)
    blocks = [block for part in composed.parts for block in part.blocks]

    assert blocks[0].title == "Que faire\u202f?"
    assert plain(blocks[1].text) == "Agir\u00a0: maintenant\u202f!"
    assert [plain(block.text) for block in blocks if isinstance(block, Paragraph)] == ["Qui paie\u202f?"]
    assert any(isinstance(block, Quotation) for block in blocks)
