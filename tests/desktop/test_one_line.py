"""The library's filters keep to their lines, in three languages and however narrow the pane is."""

import pytest
from PySide6.QtGui import QFontMetricsF

from briefing_app.desktop.theme import theme_of
from briefing_app.desktop.widgets.filter_row import FilterRow
from briefing_app.domain.audience import Audience
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.words import LANGUAGES, Words

INNER = 320
"""The library pane's usual width inside its margins."""

COUNTS = {ExcerptKind.RECOMMENDATION: 10, ExcerptKind.QUOTE: 4, ExcerptKind.CONTEXT: 8}
CANADA = Audience(
    id="canada",
    name={"en": "Canada", "es": "Canadá", "fr": "Canada"},
    formal={"en": "Delegation of Canada"},
    in_sentence={"en": "Canada", "es": "Canadá", "fr": "le Canada"},
)


def filters(qtbot, language, width):
    row = FilterRow(Words(language))
    qtbot.addWidget(row)
    row.offer((), (CANADA,), (), COUNTS)
    row.serve(CANADA)
    row.count(COUNTS)
    row.setFixedWidth(width)
    row.show()
    return row


def lines(*widgets):
    return {widget.geometry().center().y() for widget in widgets}


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_and_kinds_stand_in_a_line_each_and_say_all_their_words(app, qtbot, language):
    row = filters(qtbot, language, INNER)
    drops = (row.source, row.addressee, row.order)
    assert len(lines(*row.chips.values())) == 1
    assert len(lines(*drops)) == 1
    assert all(drop.width() >= drop.sizeHint().width() for drop in drops)
    metrics = QFontMetricsF(theme_of().font("small"))
    for chip in row.chips.values():
        assert chip.width() >= metrics.horizontalAdvance(chip.text()) + 14 + 3 * 3
        assert chip.geometry().right() <= INNER


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_narrow_pane_the_longest_words_fade_and_nothing_leaves_the_pane(app, qtbot, language):
    row = filters(qtbot, language, 240)
    for widget in (*row.chips.values(), row.source, row.addressee, row.order):
        assert 0 <= widget.geometry().left() < widget.geometry().right() <= 240
    assert len(lines(*row.chips.values())) == 1
