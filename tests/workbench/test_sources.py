"""Documents as the Sources room lists them."""

import dataclasses

import pytest

from briefing_app.domain.excerpt import ExcerptKind, Standing
from briefing_app.domain.reading import shown
from briefing_app.domain.showing import Showing
from briefing_app.library.store import open_library
from briefing_app.paths import resource
from briefing_app.words import Words
from briefing_app.workbench.looking_through import said_around
from briefing_app.workbench.reading_here import import_one
from briefing_app.workbench.sources import about, damage_told, found, matching, particulars, renewed, source, worded


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as held:
        for path in sorted(resource("documents").glob("*.txt")):
            import_one(held, path)
        yield held


def test_rejected_excerpts_are_out_of_sight_but_count_as_looked_at(library):
    document = library.documents()[0]
    before = source(library, document)
    library.update_excerpt(dataclasses.replace(before.excerpts[0], standing=Standing.REJECTED))
    library.update_excerpt(dataclasses.replace(before.excerpts[1], standing=Standing.CONFIRMED))
    after = source(library, document)
    assert (len(after.excerpts), after.looked_at, after.of) == (len(before.excerpts) - 1, 2, before.of)
    assert sum(after.kinds.values()) == len(after.excerpts)


def test_rows_are_in_the_order_of_the_text_and_say_which_stand_within_another(library):
    held = source(library, library.documents()[0])
    rows = found(held)
    assert [each.excerpt.span.start for each in rows] == sorted(each.excerpt.span.start for each in rows)
    for row in rows:
        around = [other for other in held.excerpts if other is not row.excerpt and other.span.holds(row.excerpt.span)]
        assert row.inside == bool(around)
    assert any(each.inside for each in rows)


def test_a_row_gets_its_words_and_place_when_they_are_asked_for_and_keeps_them(library):
    held = source(library, library.documents()[0])
    (row, *others) = found(held)
    showing = Showing(library.reading(row.excerpt.reading))
    said = worded(showing, row, Words("en"))
    assert said.words == " ".join(shown(showing.reading, row.excerpt.span).split())
    assert said.place
    again = found(held, (said, *others))
    assert again[0] is said
    assert all(one is other for one, other in zip(again[1:], others, strict=True))


@pytest.mark.parametrize("standing", [Standing.CONFIRMED, Standing.EDITED, Standing.REJECTED])
def test_a_document_renewed_for_an_excerpt_is_as_if_it_were_looked_up(library, standing):
    document = library.documents()[0]
    held = source(library, document)
    for excerpt in held.excerpts[:3]:
        library.update_excerpt(dataclasses.replace(excerpt, standing=standing))
        held = renewed(library, held, {excerpt.id, "somebody-else"})
        assert held == source(library, document)
    library.remove_excerpt(excerpt.id)
    assert renewed(library, held, {excerpt.id}) == source(library, document)
    library.add_excerpt(excerpt)
    assert renewed(library, held, {excerpt.id}) == source(library, document)


def test_an_ask_within_a_quotation_is_said_by_who_is_quoted(library):
    held = source(library, library.documents()[0])
    quotes = [each for each in held.excerpts if each.kind is ExcerptKind.QUOTE]
    asks = [
        each for each in held.excerpts if each.kind is ExcerptKind.RECOMMENDATION and any(q.span.holds(each.span) for q in quotes)
    ]
    assert asks
    assert {said_around(each, held.excerpts).name for each in asks} == {quotes[0].attribution.name}
    assert said_around(quotes[0], held.excerpts) is None


def test_documents_are_found_by_title_file_name_and_what_was_found_in_them(library):
    first, second = library.documents()
    assert matching(library, first.card.title.value.upper()) >= {first.id}
    assert matching(library, second.name) == {second.id}
    assert matching(library, "compact initiatives") == {first.id}
    assert matching(library, "zebra") == frozenset()


def test_lines_about_a_document_say_publisher_date_language_and_length(library):
    document = library.documents()[0]
    assert about(document, Words("en")).startswith("IRC · ")
    line = particulars(document, None, 485, Words("fr"))
    assert "janvier 2023 · anglais · " in line
    assert "mots" in line


def test_damage_is_told_a_kind_a_line(library):
    clean, hurt = (library.reading(each.reading) for each in library.documents())
    assert damage_told(clean, Words("en")) == ()
    told = damage_told(hurt, Words("en"))
    assert len(told) == len({each.kind for each in hurt.damage})
