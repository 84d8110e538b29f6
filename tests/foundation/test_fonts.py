"""The typefaces that ship: fit for a PDF, allowed to be embedded, each with its licence beside it."""

import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from briefing_app.paths import resource

FONTS = sorted(resource("fonts").glob("*.[to]t[fc]"))
LICENCES = {
    "Inter": "LICENSE-inter.txt",
    "Lato": "LICENSE-lato.txt",
    "Noto Sans": "LICENSE-noto.txt",
    "Noto Serif": "LICENSE-noto.txt",
    "Source Sans Pro": "LICENSE-source-sans.txt",
    "Source Serif Pro": "LICENSE-source-serif.txt",
}
"""The file that holds a family's licence."""

EMBEDDABLE, EMBEDDABLE_IN_EDITABLE = 0x0000, 0x0008
"""OS/2 fsType (OpenType 1.9): installable, editable. Restricted (2) and print-and-preview (4) are not enough for a pack."""

LETTERS_OF_OUR_LANGUAGES = "áéíóúüñ¿¡ÁÉÍÓÚÜÑàâæçèéêëîïôœùûÿÀÂÆÇÈÉÊËÎÏÔŒÙÛŸ“”‘’«»–—…·•%€£§°ªº\N{NO-BREAK SPACE}"

every_font = pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in FONTS])


def open_font(path):
    return TTFont(BytesIO(path.read_bytes()), lazy=True)


def family(font):
    """Return the typographic family (name 16), or the plain one (name 1)."""
    return font["name"].getDebugName(16) or font["name"].getDebugName(1)


def test_the_faces_of_both_brands_of_the_window_and_of_the_fallback_are_there():
    assert {family(open_font(path)) for path in FONTS} == set(LICENCES)


@every_font
def test_a_face_is_plain_truetype(path):
    font = open_font(path)
    assert font.sfntVersion == "\x00\x01\x00\x00"
    assert "glyf" in font
    assert "fvar" not in font, "a variable font would silently give its default instance"


@every_font
def test_a_face_may_be_embedded(path):
    assert open_font(path)["OS/2"].fsType in {EMBEDDABLE, EMBEDDABLE_IN_EDITABLE}


@every_font
def test_a_face_has_its_licence_beside_it(path):
    font = open_font(path)
    licence = (path.parent / LICENCES[family(font)]).read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "SIL Open Font License, Version 1.1" in font["name"].getDebugName(13)
    holder = re.search(r"Adobe|Google|tyPoland|Inter Project", font["name"].getDebugName(0)).group()
    assert holder in licence.partition("SIL OPEN FONT LICENSE")[0]


@every_font
def test_a_face_has_the_letters_of_our_languages(path):
    assert not set(map(ord, LETTERS_OF_OUR_LANGUAGES)) - open_font(path).getBestCmap().keys()


@pytest.mark.parametrize("name", ["NotoSans-Regular.ttf", "NotoSerif-Regular.ttf"])
def test_the_fallback_has_the_spaces_and_hyphens_that_the_brands_faces_lack(name):
    assert {0x202F, 0x2011} <= open_font(resource("fonts", name)).getBestCmap().keys()


def test_no_two_files_have_the_same_postscript_name():
    names = [open_font(path)["name"].getDebugName(6) for path in FONTS]
    assert len(set(names)) == len(names)


def test_the_readme_names_every_licence():
    readme = resource("fonts", "README.md").read_text("utf-8")
    assert (
        {path.name for path in resource("fonts").glob("LICENSE*")}
        == set(LICENCES.values())
        == set(re.findall(r"LICENSE-[a-z-]+\.txt", readme))
    )
