"""Repairs stand beside the text; what they mend is damage still."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.reading import REJOINED, DamageKind, Reading, shown
from briefing_app.domain.span import Span
from briefing_app.reading.entry import read_bytes
from briefing_app.reading.repairs import repairs_of

FULL = "The road to the harbour was shut for nine days in May, and no one came."


def read(text: str) -> Reading:
    return read_bytes(text.encode(), "a.txt").reading


def misread(text: str, times: int = 1) -> str:
    """Return what becomes of UTF-8 that is read as Latin-1."""
    for _ in range(times):
        text = text.encode().decode("latin-1")
    return text


def test_c1_controls_are_shown_as_the_marks_they_were_and_stay_in_the_text() -> None:
    text = "\x93Es un número creciente\x94, dijo \x91ayer\x92."
    reading = read(text)
    assert reading.text == text
    assert shown(reading, Span(0, len(text))) == "“Es un número creciente”, dijo ‘ayer’."
    assert all(repair.certain for repair in reading.repairs)
    assert {damage.kind for damage in reading.damage} == {DamageKind.MOJIBAKE}


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("words", ["El Comité recomienda una política pública.", "It’s “here” – now.", "François et Noël à l’été."])
def test_mojibake_is_shown_mended(words: str, times: int) -> None:
    text = misread(words, times)
    reading = read(text)
    assert reading.text == text
    assert shown(reading, Span(0, len(text))) == words
    assert DamageKind.MOJIBAKE in {damage.kind for damage in reading.damage}


def test_mojibake_that_gives_rare_signs_is_mended_without_certainty() -> None:
    assert [repair.certain for repair in read(f"The sign {misread('ι')} was read.").repairs] == [False]


@pytest.mark.parametrize(
    "text",
    ["« CHÂ »", "“CAFÉ” y “LIBERTÉ”", "Âge, Île, œuvre", "São Paulo, maçã", "Ünlü, Øresund", "Ã la carte", "ÀÉÎÕÜ ñandú"],
)
def test_capitals_with_accents_are_left_alone(text: str) -> None:
    assert read(f"{text} is what it says.").repairs == ()


@given(st.text(alphabet="abc ÀÉÍÓÚÑÇàéíóúñçâêîôûëïü’“”«»–—…¿¡\u00a0", max_size=60))
def test_spanish_and_french_letters_and_marks_need_no_repair(text: str) -> None:
    assert read(f"a {text}").repairs == ()


def test_character_references_are_shown_as_their_characters() -> None:
    text = "Food &amp; water &#8212; now; R&D; AT&T."
    reading = read(text)
    assert shown(reading, Span(0, len(text))) == "Food & water — now; R&D; AT&T."
    assert reading.damage == ()


def test_replacement_characters_are_damage_that_nothing_mends() -> None:
    text = "El Comit\ufffd recomienda una pol\ufffd\ufffdtica."
    reading = read(text)
    last = text.rindex("\ufffd") + 1
    assert [damage.span for damage in reading.damage] == [Span(8, 9), Span(last - 2, last)]
    assert reading.repairs == ()


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("‚Äúcaf√© noir‚Äù", "“café noir”"),
        ("They donвЂ™t know", "They don’t know"),
        ("dÃ©placÃ©s Ã  Lyon", "déplacés à Lyon"),
        ("Â«Â 20Â£Â Â»", "«\u00a020£\u00a0»"),
    ],
)
def test_words_of_other_sets_and_halves_of_signs_are_mended_but_not_surely(text: str, mended: str) -> None:
    repairs = repairs_of(text)
    assert shown(Reading("r", "f", "text-1", text, repairs=repairs), Span(0, len(text))) == mended
    assert not all(repair.certain for repair in repairs)


@pytest.mark.parametrize("text", ["SÃO PAULO: MAÇÃ”", "l’État est là", "Ã la carte", "谷歌(微博)“好”", "Київ — «так»", "√2 ≈ 1.41"])
def test_rare_signs_that_are_right_stay(text: str) -> None:
    assert not repairs_of(text)


def test_empty_lines_amid_a_sentence_are_shown_as_one_blank_and_stay_in_the_text() -> None:
    text = f"{FULL}\n\nThe council met in the month of June and voted for the new road to\n\nthe harbour and the mill.\n"
    reading = read(text)
    (repair,) = reading.repairs
    assert (repair.span.of(text), repair.shown, repair.rule, repair.certain) == ("\n\n", " ", REJOINED, True)
    assert shown(reading, Span(text.index("The council"), len(text) - 1)).endswith("new road to the harbour and the mill.")
    assert reading.text == text


def test_empty_lines_between_sentences_and_before_list_items_are_left_alone() -> None:
    text = f"{FULL}\n\nThe council met in June and voted.\n\nthe mill was shut.\n\nWe ask the council to\n\n- open the road\n- mend the mill\n"
    assert read(text).repairs == ()


def test_backslashes_before_many_quotation_marks_are_hidden_and_before_few_left() -> None:
    text = r"""L\'ONG a dit : \"Nous restons.\" Elle l\'a dit hier."""
    assert shown(read(text), Span(0, len(text))) == """L'ONG a dit : "Nous restons." Elle l'a dit hier."""
    assert read(r"The path C:\'new' was gone by noon.").repairs == ()
