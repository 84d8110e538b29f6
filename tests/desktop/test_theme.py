"""The look: contrasts that hold, sizes that grow with the system's, light and dark that follow it."""

from dataclasses import asdict, fields
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from briefing_app.desktop import theme as themes
from briefing_app.desktop.style_sheet import GROUNDS, TONES, style_sheet
from briefing_app.desktop.theme import Theme, palette, theme_of
from briefing_app.desktop.tokens import DARK, LIGHT, SHAPE_CONTRASTS, SMALLEST, TEXT_CONTRASTS, TYPE, Colours
from briefing_app.domain.brand import contrast
from briefing_app.paths import resource

SCHEMES = {"light": LIGHT, "dark": DARK}
every_scheme = pytest.mark.parametrize("scheme", SCHEMES)


@pytest.fixture(autouse=True)
def _as_it_was(app):
    yield
    themes.apply(app, "light")


def pairs(needed):
    return [
        pytest.param(SCHEMES[scheme], *pair, id=f"{pair[0]} on {pair[1]}, {scheme}") for scheme, pair in product(SCHEMES, needed)
    ]


@pytest.mark.parametrize(("colours", "ink", "ground"), pairs(TEXT_CONTRASTS))
def test_words_can_be_read_on_what_they_stand_on(colours, ink, ground):
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize(("colours", "edge", "ground"), pairs(SHAPE_CONTRASTS))
def test_edges_and_signs_can_be_seen_on_what_they_stand_on(colours, edge, ground):
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3


def test_every_colour_that_words_are_set_in_is_held_to_its_contrast():
    inks = {ink for ink, _ in TEXT_CONTRASTS}
    assert set(TONES) <= inks


def test_nothing_is_set_smaller_than_twelve_pixels():
    assert all(kind.size >= SMALLEST == 12 for kind in TYPE.values())
    assert Theme(scale=0.5).font("small").pixelSize() == 12


@pytest.mark.parametrize("name", TYPE)
def test_type_and_lines_grow_with_the_system(name):
    assert Theme(scale=2).font(name).pixelSize() == 2 * TYPE[name].size
    assert Theme(scale=2).line(name) == 2 * TYPE[name].line


def test_a_system_that_sets_small_type_makes_nothing_smaller():
    assert 1 <= themes.system_scale() <= themes.LARGEST_SCALE


@pytest.mark.parametrize(("name", "family"), [(name, "Source Serif Pro" if kind.serif else "Inter") for name, kind in TYPE.items()])
def test_the_two_voices_are_the_bundled_typefaces(app, name, family):
    themes.apply(app, "light")
    found = QFontInfo(theme_of(app).font(name))
    assert found.family() == family
    assert found.weight() == TYPE[name].weight


def test_fonts_of_a_theme_are_not_shared():
    Theme().font("body").setPixelSize(40)
    assert Theme().font("body").pixelSize() == 13


def test_figures_of_one_width_can_be_asked_for():
    assert Theme().font("small", figures=True).featureTags()
    assert not Theme().font("small").featureTags()


@every_scheme
def test_a_scheme_can_be_forced(app, scheme):
    assert themes.apply(app, scheme) == theme_of(app) == Theme(scheme, theme_of(app).scale)
    assert app.palette().color(QPalette.ColorRole.Window).name().upper() == SCHEMES[scheme].desk


def test_light_and_dark_follow_the_system(app):
    themes.apply(app)
    hints = app.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme_of(app).dark
    assert app.palette().color(QPalette.ColorRole.Text).name().upper() == DARK.ink
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme_of(app).dark


def test_a_forced_scheme_does_not_follow_the_system(app):
    themes.apply(app, "light")
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme_of(app).dark


def test_a_widget_that_is_shown_takes_on_the_other_scheme(app, qtbot):
    themes.apply(app, "light")
    window = QWidget()
    qtbot.addWidget(window)
    window.setProperty("ground", "surface")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    window.resize(20, 20)
    window.show()
    assert window.grab().toImage().pixelColor(10, 10).name().upper() == LIGHT.surface
    themes.apply(app, "dark")
    assert window.grab().toImage().pixelColor(10, 10).name().upper() == DARK.surface


def test_a_larger_scale_reaches_widgets_by_their_properties(app, qtbot):
    themes.apply(app, "light", 1.0)
    label, field = QLabel("Key asks"), QLineEdit()
    for widget in (label, field):
        qtbot.addWidget(widget)
    label.setProperty("type", "heading")
    field.ensurePolished()
    label.ensurePolished()
    assert QFontInfo(label.font()).pixelSize() == 15
    usual = field.sizeHint().height()
    themes.apply(app, "light", 2.0)
    assert QFontInfo(label.font()).pixelSize() == 30
    assert field.sizeHint().height() >= 2 * usual - 4


def test_targets_are_at_least_24_pixels_high(app, qtbot):
    themes.apply(app, "light", 1.0)
    for kind in ("primary", "plain", "link"):
        button = QPushButton("Done")
        qtbot.addWidget(button)
        button.setProperty("kind", kind)
        button.ensurePolished()
        assert button.sizeHint().height() >= 24


@every_scheme
def test_what_is_disabled_is_told_apart_in_the_palette(scheme):
    made = palette(Theme(scheme))
    active, disabled = (
        made.color(group, QPalette.ColorRole.Text) for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
    )
    assert active.name().upper() == SCHEMES[scheme].ink
    assert disabled.name().upper() == SCHEMES[scheme].ink3


@every_scheme
@pytest.mark.parametrize("scale", [1, 1.25, 2])
def test_the_sheet_is_filled_in_whole(scheme, scale):
    sheet = style_sheet(SCHEMES[scheme], scale)
    rules = sheet.partition("*/")[2]
    assert "$" not in rules
    assert rules.count("{") == rules.count("}")
    assert all(f'ground="{ground}"' in rules for ground in GROUNDS)


def test_the_sheet_names_no_colour_of_its_own():
    assert "#" not in resource("style", "window.qss").read_text("utf-8").replace("QWidget#segments", "").partition("*/")[2]


def test_schemes_name_the_same_colours_in_one_form():
    assert {field.name for field in fields(Colours)} == asdict(LIGHT).keys() == asdict(DARK).keys()
    assert all(value == value.upper() and len(value) == 7 for colours in SCHEMES.values() for value in asdict(colours).values())


def test_where_no_theme_was_applied_the_plain_light_one_is_in_force(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert theme_of(widget) == Theme()
