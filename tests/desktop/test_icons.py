"""Icons: all of one house, tinted by the theme when drawn, sharp at any scale."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from briefing_app import desktop
from briefing_app.desktop import theme as themes
from briefing_app.desktop.icons import paint_icon
from briefing_app.desktop.live_icons import icon
from briefing_app.desktop.style_images import IMAGES, style_images
from briefing_app.desktop.theme import Theme
from briefing_app.desktop.tokens import DARK, LIGHT
from briefing_app.desktop.widgets.kind_icon import kind_icon
from briefing_app.desktop.widgets.kind_shape import NOTE, paint_kind
from briefing_app.desktop.widgets.severity_shape import paint_severity
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.finding import Severity
from briefing_app.paths import resource

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))
MODULES = sorted(Path(desktop.__file__).parent.rglob("*.py"))
SIZE = QSize(16, 16)


@pytest.fixture(autouse=True)
def _light(app):
    themes.apply(app, "light")
    yield
    themes.apply(app, "light")


def strongest(image):
    """Return the colour of the pixel that covers most."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha)


def close(one, other):
    return all(abs(a - b) <= 3 for a, b in zip(one.getRgb()[:3], QColor(other).getRgb()[:3], strict=True))


def drawn(draw):
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def shapes(image):
    """Return which pixels are covered: a shape without its colour."""
    return tuple(image.pixelColor(x, y).alpha() > 100 for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_wanted_somewhere_in_the_window(name):
    assert any(f'"{name}"' in module.read_text("utf-8") for module in MODULES)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn(name):
    assert any(shapes(icon(name).pixmap(SIZE).toImage()))


def test_the_licence_lies_beside_the_icons():
    assert "ISC License" in resource("icons", "LICENSE-lucide.txt").read_text("utf-8")


def test_a_name_that_no_icon_has_is_met_at_once():
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_an_icon_follows_the_theme(app):
    made = icon("minus", "accent")
    assert close(strongest(made.pixmap(SIZE, 4.0).toImage()), LIGHT.accent)
    themes.apply(app, "dark")
    assert close(strongest(made.pixmap(SIZE, 4.0).toImage()), DARK.accent)


def test_an_icon_that_cannot_be_used_is_faint():
    assert close(strongest(icon("minus").pixmap(SIZE, 4.0, QIcon.Mode.Disabled).toImage()), LIGHT.faint)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_has_as_many_pixels_as_the_screen(ratio):
    picture = icon("search").pixmap(SIZE, ratio)
    assert picture.size() == SIZE * ratio
    assert picture.devicePixelRatio() == ratio


def test_copies_of_an_icon_that_somebody_changes_stay_alive():
    copies = [QIcon(icon("lock")) for _ in range(20)]
    for copy in copies:
        copy.addPixmap(QPixmap(5, 5))
    gc.collect()
    assert all(any(shapes(copy.pixmap(SIZE).toImage())) for copy in copies)


def test_a_small_icon_has_the_stronger_line():
    def share(side):
        image = drawn(lambda painter: paint_icon(painter, "minus", QRectF(0, 0, side, side), QColor("black")))
        return sum(image.pixelColor(x, y).alpha() for x in range(40) for y in range(40)) / side**2

    assert share(12) > 1.05 * share(18) > 1.1 * share(36)


def test_kinds_are_told_apart_by_shape_alone():
    seen = {
        shapes(drawn(lambda painter, kind=kind: paint_kind(painter, kind, QRectF(4, 4, 32, 32), Theme())))
        for kind in (*ExcerptKind, NOTE)
    }
    assert len(seen) == 4


def test_severities_are_told_apart_by_shape_alone():
    seen = {
        shapes(drawn(lambda painter, each=each: paint_severity(painter, each, QRectF(4, 4, 32, 32), Theme()))) for each in Severity
    }
    assert len(seen) == 3


@pytest.mark.parametrize("kind", [*ExcerptKind, NOTE])
def test_a_kind_has_an_icon_that_follows_the_theme(app, kind):
    light = kind_icon(kind).pixmap(SIZE).toImage()
    themes.apply(app, "dark")
    assert kind_icon(kind).pixmap(SIZE).toImage() != light


def test_pictures_for_the_sheet_are_there_in_both_schemes():
    for colours in (LIGHT, DARK):
        made = style_images(colours)
        assert made.keys() == IMAGES.keys()
        assert all(not QPixmap(path).isNull() for path in made.values())
