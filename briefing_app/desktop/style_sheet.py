"""The one style sheet, made from tokens; widgets ask for their looks by properties (``kind``, ``tone``, ``type``) and object names.

Properties: a push button's ``kind`` (primary, plain, link), a tool button's ``kind`` (quiet, drop), a label's ``type`` (any of
``tokens.TYPE``) and ``tone`` (any colour), a panel's ``ground`` (desk, surface, card, table; with WA_StyledBackground).
"""

from dataclasses import asdict
from string import Template

from briefing_app.desktop.tokens import RADIUS, SMALLEST, TYPE, Colours
from briefing_app.desktop.typefaces import SANS, SERIF

GROUNDS = ("desk", "surface", "card", "well", "table")
TONES = ("ink", "ink2", "ink3", "accent", "rec", "quote", "context", "warn", "block", "ok", "on_accent")


class _Sheet(Template):
    """``$name`` is a colour, ``$p12`` twelve pixels at the scale in force, ``$r_card`` a radius."""

    idpattern = r"[a-z][a-z0-9_]*"


_RULES = _Sheet("""
QMainWindow, QDialog, QMessageBox { background: $desk; }
QDialog { background: $surface; }
QAbstractItemView { outline: 0; }
QLabel { background: transparent; }

QMenuBar { background: transparent; color: $ink2; spacing: 0; padding: 0; border: 0; }
QMenuBar::item { background: transparent; padding: ${p6}px ${p9}px; border-radius: ${r_chip}px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $well; color: $ink; }
QMenu { background: $card; color: $ink; border: 1px solid $outline; padding: ${p4}px; }
QMenu::item { padding: ${p5}px ${p24}px ${p5}px ${p28}px; border-radius: ${r_chip}px; min-height: ${p18}px; }
QMenu::item:selected { background: $accent_tint; color: $ink; }
QMenu::item:disabled { color: $ink3; }
QMenu::item:disabled:selected { background: transparent; color: $ink3; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::indicator { left: ${p8}px; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QToolTip { background: $card; color: $ink; border: 1px solid $outline; padding: ${p4}px ${p6}px; }

QPushButton, QToolButton { color: $ink; background: transparent; border: 1px solid transparent; border-radius: ${r_control}px; }
QPushButton { padding: 0 ${p12}px; min-height: ${p30}px; font-weight: 500; background: $card; border-color: $outline; }
QToolButton { min-height: ${p28}px; min-width: ${p28}px; padding: 0; }
QPushButton:hover, QToolButton:hover { background: $well; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:disabled { color: $ink3; background: $well; border-color: $line; }
QToolButton:disabled { color: $ink3; background: transparent; }
QPushButton[kind="primary"], QPushButton[kind="plain"]:default { font-weight: 500; }
QPushButton[kind="primary"] { background: $accent_fill; color: $on_accent; border-color: $accent_fill; padding: 0 ${p14}px; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_fill_hover; border-color: $accent_fill_hover; }
QPushButton[kind="primary"]:disabled { color: $ink3; background: $well; border-color: $line; }
QPushButton[kind="link"] { color: $accent; background: transparent; border-color: transparent; padding: 0 ${p4}px; min-height: ${p22}px; }
QPushButton[kind="link"]:hover { background: $accent_tint; }
QPushButton[kind="link"]:disabled { color: $ink3; background: transparent; border-color: transparent; }
QToolButton[kind="drop"] { padding: 0 ${p4}px; min-height: ${p22}px; color: $ink2; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QTextEdit[kind="field"], QPlainTextEdit[kind="field"], QSpinBox, QDoubleSpinBox, QDateEdit {
  background: $card; color: $ink; border: 1px solid $outline; border-radius: ${r_control}px;
  selection-background-color: $select; selection-color: $ink; }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit { padding: 0 ${p10}px; min-height: ${p30}px; }
QTextEdit[kind="field"], QPlainTextEdit[kind="field"] { padding: ${p4}px ${p6}px; }
QLineEdit:hover, QTextEdit[kind="field"]:hover, QPlainTextEdit[kind="field"]:hover { border-color: $ink2; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus { border: 2px solid $accent; padding: 0 ${p10_less_1}px; min-height: ${p30_less_2}px; }
QTextEdit[kind="field"]:focus, QPlainTextEdit[kind="field"]:focus { border: 2px solid $accent; padding: ${p4_less_1}px ${p6_less_1}px; }
QLineEdit:disabled, QTextEdit[kind="field"]:disabled, QPlainTextEdit[kind="field"]:disabled { background: $well; color: $ink3; border-color: $line; }
QLineEdit[kind="bare"] { background: transparent; border: 0; padding: 0; min-height: 0; }
QLineEdit[kind="bare"]:focus { border: 0; padding: 0; min-height: 0; }

QWidget#segments { background: $well; border-radius: ${p8}px; }
QWidget#segments QToolButton { border-radius: ${r_chip}px; min-height: ${p24}px; padding: 0 ${p12}px; color: $ink2; font-weight: 500; }
QWidget#segments QToolButton:hover { background: $hover; color: $ink; }
QWidget#segments QToolButton:checked { background: $raised; color: $ink; border-color: $line; }
QWidget#segments QToolButton:disabled { color: $ink3; }

QListView, QTreeView, QTableView, QScrollArea, QTextEdit, QTextBrowser, QStackedWidget { background: transparent; border: 0; }
QListView[kind="framed"], QTreeView[kind="framed"], QTableView[kind="framed"] { background: $card; border: 1px solid $line; border-radius: ${r_card}px; }
QScrollArea > QWidget > QWidget[ground="clear"] { background: transparent; }
QHeaderView::section { background: transparent; color: $ink3; border: 0; border-bottom: 1px solid $line; padding: ${p4}px ${p8}px; }

QScrollBar:vertical { width: ${p12}px; background: transparent; margin: ${p2}px; }
QScrollBar:horizontal { height: ${p12}px; background: transparent; margin: ${p2}px; }
QScrollBar::handle { background: $faint; border-radius: ${p4}px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $ink3; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $line; }
QFrame[kind="line"] { background: $line; border: 0; }
QFrame[kind="box"] { background: $card; border: 1px solid $line; border-radius: ${r_card}px; }
QFrame[kind="dialog"] { background: $surface; border: 1px solid $line; border-radius: ${r_dialog}px; }
QProgressBar { background: $well; border: 0; border-radius: ${p2}px; max-height: ${p5}px; min-height: ${p5}px; color: transparent; }
QProgressBar::chunk { background: $accent_fill; border-radius: ${p2}px; }
""")

_LENGTHS = (2, 4, 5, 6, 8, 9, 10, 12, 14, 18, 22, 24, 28, 30, 32)


def style_sheet(colours: Colours, scale: float) -> str:
    """Return the sheet for one scheme's colours, every length and size of type multiplied by ``scale``."""
    lengths = {f"p{length}": round(length * scale) for length in _LENGTHS}
    # What has the keyboard gets a border one pixel wider: so much less inside it, or the words would jump.
    narrower = {
        "p10_less_1": lengths["p10"] - 1,
        "p30_less_2": lengths["p30"] - 2,
        "p4_less_1": lengths["p4"] - 1,
        "p6_less_1": lengths["p6"] - 1,
    }
    radii = {f"r_{name}": round(radius * scale) for name, radius in RADIUS.items()}
    rules = _RULES.substitute({**asdict(colours), **lengths, **narrower, **{name: str(radius) for name, radius in radii.items()}})
    return "\n".join([rules, *_tones(colours), *_grounds(colours), *_types(scale)])


def _tones(colours: Colours) -> list[str]:
    return [f'QLabel[tone="{tone}"] {{ color: {getattr(colours, tone)}; }}' for tone in TONES]


def _grounds(colours: Colours) -> list[str]:
    return [f'QWidget[ground="{ground}"] {{ background: {getattr(colours, ground)}; }}' for ground in GROUNDS]


def _types(scale: float) -> list[str]:
    rules = []
    for name, kind in TYPE.items():
        families = ", ".join(f'"{family}"' for family in (SERIF if kind.serif else SANS))
        size = max(SMALLEST, round(kind.size * scale))
        rules.append(
            f'QLabel[type="{name}"], QLineEdit[type="{name}"], QToolButton[type="{name}"], QPushButton[type="{name}"] '
            f"{{ font-family: {families}; font-size: {size}px; font-weight: {kind.weight}; }}"
        )
    return rules
