"""What cleaner copies offer a document, and where two passages differ."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.library.store import open_library
from briefing_app.workbench.comparing_copies import differences, offers, offers_in
from briefing_app.workbench.reading_here import import_one
from tests.workbench import copies


def test_of_several_copies_each_damaged_excerpt_is_offered_one(tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as library:
        for name, text in (("damaged.txt", copies.DAMAGED), ("clean.md", copies.paper()), ("clean.html", copies.page())):
            (tmp_path / name).write_text(text, "utf-8")
            import_one(library, tmp_path / name)
        damaged = library.documents()[0]
        found = offers(library, damaged.id)
        assert [each.clean.words for each in found] == [copies.ASK]
        assert offers_in(library.path, damaged.id) == found
        assert offers(library, "gone") == ()


def test_differences_are_told_in_whole_words():
    before, after = differences("open its admiss)4(ion pro gramme now", "open its admission programme now")
    assert [each.of("open its admiss)4(ion pro gramme now") for each in before] == ["admiss)4(ion pro gramme"]
    assert [each.of("open its admission programme now") for each in after] == ["admission programme"]


@given(st.lists(st.sampled_from(["one", "two", "three", " ", "\n"])), st.lists(st.sampled_from(["one", "two", "four", " "])))
def test_without_their_differences_two_passages_are_the_same_words(first, second):
    texts = "".join(first), "".join(second)
    left = []
    for text, spans in zip(texts, differences(*texts), strict=True):
        kept = "".join("" if any(span.start <= at < span.end for span in spans) else letter for at, letter in enumerate(text))
        left.append(kept.split())
    assert left[0] == left[1]
