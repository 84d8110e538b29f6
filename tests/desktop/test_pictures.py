"""The pictures of the window can be drawn: one combination at any time, all of them on a long day."""

import pytest
from PySide6.QtGui import QImage

from tests.pictures import LANGUAGES, SCHEMES, SIZES, draw

SCREENS = {
    "about", "audiences", "brought-in", "bug", "clearing", "confirming", "export-during", "export-end", "export-start", "keys",
    "library-search", "main", "main-without-preview", "meeting", "new-pack", "paper", "password", "picture", "problems",
    "sources-card", "sources-cleaner-copy", "sources-damaged", "sources-empty", "sources-page", "sources-text", "start", "states",
    "trim", "turning", "unsaved", "wording",
}  # fmt: skip


def test_every_screen_is_drawn_in_one_combination(app, tmp_path):
    written = draw(app, tmp_path, schemes=["dark"], languages=["fr"], sizes=["1100x700"])
    assert {path.name for path in written} == {f"{screen}-dark-fr-1100.png" for screen in SCREENS}
    main = QImage(str(tmp_path / "main-dark-fr-1100.png"))
    assert (main.width(), main.height()) == (1100, 700)
    assert main.pixelColor(5, 5).lightness() < 60


@pytest.mark.long
def test_every_screen_is_drawn_in_every_combination(app, tmp_path):
    assert len(draw(app, tmp_path)) == len(SCREENS) * len(SCHEMES) * len(LANGUAGES) * len(SIZES)
