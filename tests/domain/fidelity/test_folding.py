"""The folding table changes typography and not a word."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.fidelity.folding import FOLDINGS, fold, folded
from tests.domain.texts import passages

INVISIBLE = [character for character, folding in FOLDINGS.items() if not folding]
texts = st.text(alphabet=st.sampled_from([*FOLDINGS, *"ab \"'-;:!?%.,[](é", "\u0301"]), max_size=25)


def words_of(text):
    """The words of a text by letters and digits alone, said without the table's help."""
    for character in INVISIBLE:
        text = text.replace(character, "")
    text = text.replace("ʼ", "’")
    for ligature, letters in (("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st")):
        text = text.replace(ligature, letters)
    return re.findall(r"[\w\u0300-\u036f]+", normalize("NFC", text))


@given(texts | passages())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(texts | passages())
def test_each_folded_code_point_tells_where_it_comes_from_in_order(text):
    result = fold(text)
    assert len(result.text) == len(result.origins)
    assert list(result.origins) == sorted(result.origins)
    if normalize("NFC", text) == text:
        for character, origin in zip(result.text, result.origins, strict=True):
            assert normalize("NFD", character)[0] in normalize("NFD", FOLDINGS.get(text[origin], text[origin]))


@given(texts | passages())
def test_folding_keeps_the_words_and_their_order(text):
    assert words_of(folded(text)) == words_of(text)


@given(texts, texts)
def test_texts_of_other_words_never_fold_alike(one, other):
    if folded(one) == folded(other):
        assert words_of(one) == words_of(other)


@given(passages(), st.data())
def test_one_more_space_between_words_counts_and_one_inside_a_word_does_too(text, data):
    place = data.draw(st.integers(0, len(text)))
    split = f"{text[:place]} {text[place:]}"
    if words_of(split) != words_of(text):
        assert folded(split) != folded(text)


@pytest.mark.parametrize(("one", "other"), [
    ("he said “no” “yes”", 'he said "no" "yes"'),
    ("«\u202fnon\u202f» dit-il", "« non » dit-il"), ("«\u202fnon\u202f» dit-il", "“non” dit-il"), ("«non»", "« non »"),
    ("32\u202f%", "32%"), ("32 %", "32%"), ("Quoi\u202f?", "Quoi?"), ("trois\u00a0: un", "trois: un"),
    ("don’t", "don't"), ("multi\u00adyear", "multiyear"), ("a\u00a0b\n c", "a b c"), ("ﬁnance", "finance"), ("wait…", "wait..."),
    ("turmoil—three", "turmoil-three"), ("été", "e\u0301te\u0301"), ("“\u00a0mot\u00a0”", "“mot”"),
])  # fmt: skip
def test_typography_counts_for_nothing(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [
    ("a b", "ab"), ('he said "no" yes', 'he said "no"yes'), ("he said “no” yes", "he said “no”yes"), ('say "a', 'say"a'), ("now ’twas", "now’twas"),
    ("We", "we"), ("été", "ete"), ("1,000", "1.000"), ("not.", "not"), ("a — b", "a—b"), ("“no”", "‘no’"), ("5 000", "5000"),
])  # fmt: skip
def test_all_else_counts(one, other):
    assert folded(one) != folded(other)
