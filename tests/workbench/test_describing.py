"""What inspect tells people: the card and how it is known, what was found, and the worst damage with its place."""

import pytest

from briefing_app.domain.reading import word_count
from briefing_app.paths import resource
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench.describing import described, headline
from briefing_app.workbench.reading_here import find
from tests.workbench import copies


@pytest.fixture(scope="module")
def paper():
    return find(resource("documents", "002_bad612b76351d99b.txt"))


def lines(found, language="en"):
    return list(described(found, Words(language)))


def test_a_line_says_what_a_file_is_how_long_and_how_damaged(paper, tmp_path):
    told = headline("a.txt", paper, word_count(paper.reading), Words("en"))
    assert told == f"a.txt: TXT · {word_count(paper.reading)} words · English · damaged in {len(paper.reading.damage)} places"
    (tmp_path / "clean.html").write_text(copies.page(), "utf-8")
    assert headline("b", find(tmp_path / "clean.html"), 3, Words("en")) == "b: HTML · 3 words · English · no damage found"


def test_each_entry_of_the_card_says_how_it_is_known(paper, tmp_path):
    assert "Date: 6 June 2022 (from the file, or the card beside it)" in lines(paper)
    (tmp_path / "clean.md").write_text(copies.paper(), "utf-8")
    told = lines(find(tmp_path / "clean.md"))
    assert f"Title: {copies.TITLE} (the document says so)" in told
    assert "Language: English (concluded from its words)" in told
    assert "Date: not known" in told


def test_the_worst_damage_of_each_kind_is_shown_in_whole_words_where_it_is(paper):
    told = lines(paper)
    at = next(place for place, line in enumerate(told) if line.startswith("Damage, garbled"))
    assert told[at + 1].strip().startswith("Introduction, para")
    quoted = told[at + 1].partition("“")[2].rstrip("”")
    assert quoted in " ".join(paper.reading.text.split())
    assert all(
        sum(each.startswith("  ") for each in told[place + 1 : place + 4]) <= 2
        for place, line in enumerate(told)
        if line.startswith("Damage")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_said_in_every_language(paper, language):
    assert len(lines(paper, language)) == len(lines(paper))
