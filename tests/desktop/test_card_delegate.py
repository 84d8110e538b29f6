"""How a card is painted: what it starts with, how high it stands, what can be pressed on it."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint

from briefing_app.desktop.models.library_model import LibraryModel, Role
from briefing_app.desktop.theme import apply, theme_of
from briefing_app.desktop.widgets.card_delegate import room_for_reason
from briefing_app.desktop.widgets.card_list import CardList
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.library.store import open_library
from briefing_app.workbench.finding_excerpts import Finder, Query
from briefing_app.workbench.placing import Placed
from tests.builders import NAMING
from tests.library.shelf import bring_in, suggest

FIRST = "Families left their homes because the harvest failed for the third year in a row and no help came to the villages."
SECOND = "The border stayed closed to all of them, and the shelters on the other side were full long before winter."
THIRD = "A summit can change that: leaders should open safe routes, fund shelters, and share the work between them fairly."


@pytest.fixture
def cards(qtbot, app, words, tmp_path):
    """Return a list with one long card and one short, looked through for a word."""
    apply(app, "light", 1.0)
    with open_library(tmp_path / "library") as library:
        long = f"{FIRST} {SECOND} {THIRD}"
        document = bring_in(library, f"{long}\n\nShort.")
        suggest(library, document, long, "Short.", kind=ExcerptKind.CONTEXT)
        finder = Finder(library)

        def look(typed):
            model.show(finder.find(Query(typed), NAMING), NAMING, Placed())

        model = LibraryModel(finder, words)
        made = CardList(model, words)
        qtbot.addWidget(made)
        made.resize(344, 500)
        made.show()
        qtbot.waitExposed(made)
        made.look = look
        look("")
        yield made


def text_painted(cards, row):
    index = cards.model().index(row)
    width = cards.cards.card_rect(cards.visualRect(index)).width() - 28
    return cards.cards._block(index.data(Role.CARD), width, theme_of()).text


def test_a_closed_card_begins_with_the_sentence_of_a_hit_that_would_not_be_seen(cards):
    cards.look("harvest")
    assert text_painted(cards, 0).startswith(FIRST)
    cards.look("summit")
    assert text_painted(cards, 0) == THIRD
    cards.cards.opened = cards.model().index(0).data(Role.ID)
    assert text_painted(cards, 0) == f"{FIRST} {SECOND} {THIRD}"


def test_a_closed_card_is_three_lines_high_at_most_and_a_short_one_less(cards):
    cards.setCurrentIndex(QModelIndex())
    heights = [cards.visualRect(cards.model().index(row)).height() for row in range(2)]
    assert heights[0] - heights[1] == 2 * theme_of().line("words")


def test_the_height_follows_the_width(cards):
    assert cards.visualRect(cards.model().index(1)).width() < 344
    cards.choose(0)
    narrow = cards.visualRect(cards.model().index(0)).height()
    cards.resize(600, 500)
    assert cards.visualRect(cards.model().index(0)).height() < narrow


def test_sizes_of_type_twice_as_large_make_cards_higher(cards, app):
    before = cards.visualRect(cards.model().index(0)).height()
    apply(app, "light", 2.0)
    try:
        assert cards.visualRect(cards.model().index(0)).height() > 1.5 * before
    finally:
        apply(app, "light", 1.0)


def test_the_card_under_the_pointer_is_hovered_and_its_action_lit(qtbot, cards):
    index = cards.model().index(0)
    action = cards.cards.action_rect(cards.visualRect(index), index)
    qtbot.mouseMove(cards.viewport(), action.center())
    assert cards.cards.pointed == index.data(Role.ID)
    qtbot.mouseMove(cards.viewport(), cards.visualRect(index).bottomLeft() + QPoint(30, -30))
    assert cards.cards.pointed == ""


def test_what_the_pack_has_cannot_be_pressed_again(cards):
    index = cards.model().index(0)
    excerpt = index.data(Role.EXCERPT)
    cards.model().mark_placed(Placed(frozenset({excerpt.id})))
    assert cards.cards.action_rect(cards.visualRect(index), index).isEmpty()


@pytest.mark.parametrize(
    ("named", "reason", "room"),
    [(100, 80, 80), (200, 150, 100), (290, 150, 100), (290, 40, 40), (0, 400, 300)],
    ids=["both fit", "the reason gives way", "a third is left to it", "a short one stays whole", "alone"],
)
def test_whom_a_card_asks_is_read_before_why_it_stands_where_it_does(named, reason, room):
    assert room_for_reason(named, reason, 300) == room
