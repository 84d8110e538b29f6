import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.catalogue.brands import load_brand
from briefing_app.export.pdf.fonts import faces_of
from briefing_app.export.pdf.setting import Manner, set_text
from briefing_app.export.pdf.typescale import Typescale
from briefing_app.export.pdf.words import Piece

LETTERS = st.text("abcdefghijklmnop", min_size=1, max_size=9)


def scale(brand="neutral"):
    return Typescale(load_brand(brand), faces_of(load_brand(brand)))


def lines(text, measure=200.0, manner=Manner.RUNNING, role="body", language="en", **more):
    setting = set_text((Piece(text, scale().style(role)),), measure, manner, language=language, **more)
    return ["".join(fragment.text for _, fragment in line.fragments) for line in setting.lines]


def setting_of(text, measure=200.0, manner=Manner.RUNNING):
    return set_text((Piece(text, scale().style("body")),), measure, manner)


@given(words=st.lists(LETTERS, min_size=1, max_size=60), measure=st.floats(60, 400), manner=st.sampled_from(Manner))
def test_no_line_is_wider_than_its_measure_and_no_word_is_lost(words, measure, manner):
    setting = setting_of(" ".join(words), measure, manner)

    assert all(line.width <= measure + 0.02 for line in setting.lines)
    assert "".join(fragment.text for line in setting.lines for _, fragment in line.fragments).split() == words


@given(words=st.lists(LETTERS, min_size=12, max_size=60))
def test_a_last_line_is_no_stub_where_narrower_lines_can_prevent_it(words):
    running, plain = setting_of(" ".join(words), 300), setting_of(" ".join(words), 300, Manner.PLAIN)

    assert len(running.lines) == len(plain.lines)
    if len(plain.lines) > 1 and running.lines != plain.lines:
        assert plain.lines[-1].width < 0.16 * 300 <= running.lines[-1].width


@pytest.mark.parametrize(
    "tied",
    [
        "16\u00a0January",
        "32\u202f%",
        "1\u20072",
        "6 June 2022",
        "para 3",
        "Title 42",
        "16 de enero",
        "peut-être\u202f;",
        "word – and",
    ],
)
def test_what_is_read_in_one_breath_stays_on_a_line(tied):
    together = " ".join(tied.split(" ")[:2])
    for measure in range(60, 200, 3):
        assert any(together in line for line in lines(f"Some words before {tied} and some words after", float(measure)))


@pytest.mark.parametrize(
    ("language", "heading", "weak"),
    [
        ("en", "Sharing responsibility for people on the move in the Americas", {"for", "on", "the", "in"}),
        ("es", "Compartir la responsabilidad de las personas en movimiento por las Américas", {"la", "de", "las", "en", "por"}),
        ("fr", "Partager la responsabilité des personnes en mouvement dans les Amériques", {"la", "des", "en", "dans", "les"}),
    ],
)
def test_a_line_of_a_heading_never_ends_in_a_weak_word(language, heading, weak):
    for measure in range(180, 400, 10):
        set_lines = lines(heading, float(measure), Manner.BALANCED, "h2", language)
        assert not {line.split()[-1] for line in set_lines[:-1]} & weak


def test_a_heading_is_balanced_without_taking_more_lines():
    heading = "Sharing responsibility for people on the move in the Americas"

    even, greedy = lines(heading, 382.7, Manner.BALANCED, "title"), lines(heading, 382.7, Manner.PLAIN, "title")

    assert len(even) == len(greedy) == 2
    assert even[0].strip() == "Sharing responsibility for people"


def test_a_word_wider_than_a_line_is_cut_and_named():
    setting = setting_of("see https://www.example.org/a/very/long/address/that/goes/on/and/on and more", 120)

    assert setting.broken == ("https://www.example.org/a/very/long/address/that/goes/on/and/on",)
    assert all(line.width <= 120.02 for line in setting.lines)


def test_an_em_dash_lets_a_line_end_after_it():
    assert len(lines("wordsandwords—wordsandwords", 100.0)) == 2
    assert setting_of("wordsandwords—wordsandwords", 100).broken == ()


def test_kerning_counts_and_ligatures_do_not():
    face = scale("signal").style("body").faces.first

    assert sum(face.measured("AV")) < face.printed_width("A") + face.printed_width("V")
    assert len(face.measured("efficient ti fi")) == len("efficient ti fi")


def test_a_character_the_face_lacks_comes_from_another_face():
    setting = setting_of("α → \u202f ● ώ ɲ", 300)

    assert setting.missing == ()
    assert len({fragment.face.key for line in setting.lines for _, fragment in line.fragments}) > 1


def test_a_hung_mark_leaves_the_text_on_its_edge():
    marked = set_text((Piece("“Words", scale().style("pull")),), 300.0, Manner.RUNNING, 6.0)

    assert marked.lines[0].start == -6.0
    assert marked.lines[0].fragments[0][0] == -6.0
