"""How the blocks of a document are set to be read: by size, weight and indent, never by other words."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from briefing_app.desktop.theme import Theme
from briefing_app.domain.reading import Block, BlockKind
from briefing_app.workbench.reading_view import SeenBlock


def set_blocks(document: QTextDocument, blocks: Sequence[SeenBlock], theme: Theme, *, first: bool) -> None:
    """Put blocks at the end of a document; ``first``: it is empty yet."""
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.beginEditBlock()
    for number, held in enumerate(blocks):
        beginning = first and not number
        block, letters = _formats(held.block, theme, first=beginning)
        if beginning:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(letters)
        else:
            cursor.insertBlock(block, letters)
        cursor.insertText(held.shown.text, letters)
    cursor.endEditBlock()


def _formats(block: Block, theme: Theme, *, first: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
    """Return how a block is set, and its letters."""
    shape, letters = QTextBlockFormat(), QTextCharFormat()
    font = theme.font("reading")
    line = theme.line("reading")
    if block.kind is BlockKind.HEADING:
        font.setWeight(QFont.Weight.DemiBold)
        if block.level <= 1:
            font.setPixelSize(theme.px(21))
        shape.setTopMargin(0 if first else theme.px(14))
        shape.setHeadingLevel(min(6, max(1, block.level)))
    elif block.kind in {BlockKind.FOOTNOTE, BlockKind.TABLE_ROW}:
        font = theme.font("words")
        line = theme.line("words") + theme.px(2)
    indent = {BlockKind.LIST_ITEM: 20 * max(1, block.level), BlockKind.BLOCK_QUOTE: 24}.get(block.kind, 0)
    shape.setLeftMargin(theme.px(indent))
    shape.setBottomMargin(theme.px(6 if block.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW} else 14))
    shape.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    letters.setFont(font)
    letters.setForeground(theme.colour("ink"))
    return shape, letters
