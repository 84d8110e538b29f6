"""The start page lists what its window has room for, and says how much more there is."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from briefing_app.desktop import theme as themes
from briefing_app.desktop.panels.start_page import StartPage
from briefing_app.desktop.recents import Recent
from briefing_app.desktop.widgets.holding_row import HoldingRow
from briefing_app.desktop.widgets.start_rows import PackRow, TemplateCard
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.workbench.holdings import Holding
from briefing_app.workbench.templates import all_templates


def documents(number):
    return tuple(Holding(str(each), f"{each}.txt", f"Paper {each}", {ExcerptKind.QUOTE: 1}, 0) for each in range(number))


@pytest.fixture
def page(app, qtbot, words):
    themes.apply(app, "light", 1.0)
    made = StartPage(words)
    qtbot.addWidget(made)
    made.resize(1440, 852)
    made.show()
    made.show_recents(())
    made.show_templates(all_templates().entries)
    yield made
    themes.apply(app, "light")


def listed(page, kind):
    QApplication.processEvents()  # what a layout was given is shown in the next turn
    return [each for each in page.findChildren(kind) if each.isVisibleTo(page)]


def told(page):
    return [label.text() for label in listed(page, QLabel)]


def test_few_documents_are_all_listed(page):
    page.show_holdings(documents(3), sample=False)
    assert len(listed(page, HoldingRow)) == 3
    assert not any("more" in text for text in told(page))


@pytest.mark.parametrize("size", [(1440, 852), (1100, 652), (1920, 1032)])
def test_many_documents_are_counted_where_the_page_would_not_hold_them(page, qtbot, size):
    page.resize(*size)
    page.show_holdings(documents(40), sample=False)
    rows = len(listed(page, HoldingRow))
    assert 1 <= rows < 40
    assert f"and {40 - rows} more" in told(page)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)


def test_a_higher_window_lists_more_of_both(page):
    page.show_holdings(documents(40), sample=False)
    page.show_recents([Recent(f"/{each}.briefpack", f"Pack {each}", 3, "2026-03-01") for each in range(3)])
    few, packs = len(listed(page, HoldingRow)), len(listed(page, PackRow))
    page.resize(1440, 1600)
    assert len(listed(page, HoldingRow)) > few
    assert len(listed(page, PackRow)) == 4 > packs


def test_no_row_is_squeezed(page, qtbot):
    page.show_holdings(documents(40), sample=False)
    page.resize(960, 552)
    qtbot.waitUntil(lambda: all(row.height() == row.sizeHint().height() for row in listed(page, HoldingRow)))


def test_templates_fill_their_row_and_say_what_they_print(page, qtbot):
    page.show_holdings(documents(2), sample=False)
    qtbot.waitUntil(lambda: all(card.width() > 400 for card in listed(page, TemplateCard)))
    cards = sorted(listed(page, TemplateCard), key=lambda card: card.x())
    assert cards[0].x() == page.drop.x()
    assert len({card.width() for card in cards}) == 1
    assert any("and a cover" in card.accessibleName() for card in cards)
