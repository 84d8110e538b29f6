"""Adding notes, headings, key figures and pictures."""

import dataclasses
import hashlib
from pathlib import Path

import pytest

from briefing_app.domain.excerpt import Figure
from briefing_app.domain.pack import Adapted
from briefing_app.domain.span import Span
from briefing_app.errors import EditRefused, FileNotRead
from briefing_app.packs.storing import load
from briefing_app.workbench import editing
from briefing_app.workbench.adding import OfferedFigure, as_adapted, figure_added, figures_in, note_added, picture_added
from briefing_app.workbench.session import Session
from tests.builders import pack

PNG = b"\x89PNG\r\n\x1a\n" + b"rest"


def texts(made, section):
    held = next(each for each in made.sections if each.id == section)
    return [placement.id for placement in held.placements]


def test_a_note_and_a_heading_are_put_where_they_are_wanted():
    made = pack("Context: c1 c2")
    noted = note_added(made, "s-context", 1, "Between them.", identifier=lambda: "new")
    assert texts(noted.pack, "s-context") == ["p-c1", "new", "p-c2"]
    headed = note_added(noted.pack, "s-context", 0, "Why", heading=True, identifier=lambda: "head")
    assert editing.placement_of(headed.pack, "head").level == 2
    assert (noted.code, headed.code) == ("add-note", "add-heading")


def test_nothing_is_added_where_only_notes_of_a_meeting_print():
    with pytest.raises(EditRefused, match="section-made-of-notes"):
        note_added(pack("Meeting: g1"), "s-meeting", 0, "x")
    with pytest.raises(EditRefused, match="section-gone"):
        note_added(pack("Asks: r1"), "elsewhere", 0, "x")


def test_a_key_figure_stands_in_its_excerpt_or_is_refused():
    made = pack("Context: c2")
    assert figures_in(made, "c2") == (OfferedFigure("2022"), OfferedFigure("32%"))
    added = figure_added(made, "s-context", 1, "c2", " 32% ", "of new arrivals", identifier=lambda: "fig")
    placed = editing.placement_of(added.pack, "fig")
    assert (placed.number, placed.label.text, placed.excerpt) == ("32%", "of new arrivals", "c2")
    for wrong in ("33%", "3", "", "22"):
        with pytest.raises(EditRefused, match="figure-not-there"):
            figure_added(made, "s-context", 1, "c2", wrong, "of them")


def with_figures(made, excerpt, *figures):
    """The pack, its excerpt stating figures: each the number's words, what it counts, and as of when."""
    held = made.excerpt(excerpt)
    text = made.reading(held.reading).text
    starts = [text.index(number, held.span.start) for number, *_ in figures]
    stated = [
        Figure(Span(start, start + len(number)), counts, as_of)
        for start, (number, counts, as_of) in zip(starts, figures, strict=True)
    ]
    changed = dataclasses.replace(held, figures=tuple(stated))
    return dataclasses.replace(made, excerpts=tuple(changed if each.id == excerpt else each for each in made.excerpts))


def test_figures_found_are_offered_first_with_what_they_count_and_no_part_of_them_again():
    made = with_figures(pack("Context: c2"), "c2", ("32%", "of all arrivals", "in 2022"))
    assert figures_in(made, "c2") == (OfferedFigure("32%", "of all arrivals"), OfferedFigure("2022"))


def test_what_a_figure_counts_is_not_offered_in_another_language_than_the_packs():
    made = with_figures(pack("Context: c2"), "c2", ("32%", "of all arrivals", None))
    assert figures_in(dataclasses.replace(made, language="fr"), "c2")[0] == OfferedFigure("32%")


def test_a_picture_comes_with_its_bytes_and_is_saved_as_long_as_it_is_placed(tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(PNG)
    session = Session(None, pack("Context: c1"))
    session.do(picture_added(session.pack, "s-context", 0, path, identifier=lambda: "pic"))
    name = hashlib.sha256(PNG).hexdigest()
    assert session.media == {name: PNG}
    session.save(tmp_path / "a.briefpack")
    assert load(tmp_path / "a.briefpack") == (session.pack, {name: PNG})
    session.undo()
    session.save(tmp_path / "b.briefpack")
    assert load(tmp_path / "b.briefpack")[1] == {}
    session.redo()
    session.save(tmp_path / "b.briefpack")
    assert load(tmp_path / "b.briefpack")[1] == {name: PNG}


def test_what_is_no_picture_is_refused(tmp_path):
    (tmp_path / "x.png").write_bytes(b"GIF89a")
    with pytest.raises(EditRefused, match="picture-unknown"):
        picture_added(pack("Context: c1"), "s-context", 0, tmp_path / "x.png")
    with pytest.raises(FileNotRead):
        picture_added(pack("Context: c1"), "s-context", 0, Path(tmp_path / "gone.png"))


def test_our_own_words_begin_with_the_sources_or_with_what_they_were():
    made = pack("Asks: r1 r2", wordings={"r2": Adapted("Fund", "them.")})
    assert as_adapted(made, "p-r1", "master").lead.startswith("The government of Canada must widen")
    assert as_adapted(made, "p-r2", "canada") == Adapted("Fund", "them.")
    with pytest.raises(KeyError):
        as_adapted(pack("Context: n1"), "p-n1", "master")


def test_a_text_for_all_can_take_the_place_of_an_audiences_own():
    made = pack("Context: n1")
    own = editing.write_text(made, "p-n1", "For Canada.", "canada").pack
    for_all = editing.write_text(own, "p-n1", "For all.", instead_of="canada").pack
    assert editing.placement_of(for_all, "p-n1").text.other == {}
    assert editing.placement_of(for_all, "p-n1").text.of("canada") == "For all."
    titled = editing.retitle_section(made, "s-context", "Own", "canada").pack
    assert editing.retitle_section(titled, "s-context", "All", instead_of="canada").pack.sections[0].title.of("canada") == "All"
