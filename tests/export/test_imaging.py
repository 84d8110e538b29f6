"""Pictures made fit for print, and logos made of dots."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from briefing_app.export.imaging import prepared, stamp, too_large
from briefing_app.export.photographs import Photograph, Refused

WIDE, HIGH = 382.7, 330.0


def saved(image, kind="JPEG", **more):
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def shown(data):
    made = prepared(data, WIDE, HIGH)
    assert isinstance(made, Photograph), made
    image = Image.open(io.BytesIO(made.data))
    image.load()
    return made, image


def without_pixels(width, height):
    """Return a PNG that says how large it is, and no more."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_a_photograph_finer_than_paper_shows_is_made_as_fine_as_that():
    made, image = shown(saved(Image.new("RGB", (6000, 3000), "#336699")))

    assert made.width == pytest.approx(WIDE)
    assert image.width == round(WIDE / 72 * 300)
    assert image.getpixel((10, 10)) == pytest.approx((0x33, 0x66, 0x99), abs=3)


def test_a_photograph_that_needs_nothing_keeps_its_own_data():
    data = saved(Image.effect_noise((900, 600), 80).convert("RGB"), quality=71)
    made, image = shown(data)

    assert image.tobytes() == Image.open(io.BytesIO(data)).tobytes()
    assert made.data == data


def test_what_cameras_write_into_a_photograph_is_left_behind_without_touching_the_picture():
    plain = Image.effect_noise((300, 200), 80).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "Secret camera"
    data = saved(plain, exif=exif, comment=b"secret words", progressive=True)
    hidden = data + saved(Image.new("RGB", (20, 20)), exif=exif)
    made, image = shown(hidden)

    assert b"ecret" in hidden
    assert b"ecret" not in made.data
    assert image.tobytes() == Image.open(io.BytesIO(data)).tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright_however_the_camera_was_held(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    made, image = shown(saved(Image.new("RGB", (400, 200), "#336699"), exif=exif))

    assert (image.width > image.height) == (orientation < 5)
    assert made.width / made.height == pytest.approx(image.width / image.height, abs=0.02)


def test_inks_become_the_colours_of_the_screen():
    _, image = shown(saved(Image.new("CMYK", (300, 200), (0, 255, 255, 0))))

    assert image.mode == "RGB"
    red, green, blue = image.getpixel((5, 5))
    assert red > 200
    assert max(green, blue) < 60


def swapped_profile():
    """Return the profile of a screen whose red and blue lights were swapped."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = data.replace(b"rXYZ", b"tmp!").replace(b"bXYZ", b"rXYZ").replace(b"tmp!", b"bXYZ")
    return data.replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be"))


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA")])
def test_a_colour_profile_is_reckoned_in_and_left_out(kind, mode):
    colour = (255, 0, 0, 255)[: len(mode)]
    _, image = shown(saved(Image.new(mode, (300, 200), colour), kind, icc_profile=swapped_profile()))

    assert "icc_profile" not in image.info
    assert image.getpixel((5, 5)) == pytest.approx((0, 0, 255), abs=4)


def test_a_profile_for_colours_of_another_kind_does_no_harm():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    _, image = shown(saved(Image.new("RGB", (300, 200), "#336699"), "PNG", icc_profile=lab))

    assert image.getpixel((5, 5)) == (0x33, 0x66, 0x99)


def test_sixteen_bits_become_the_eight_that_matter():
    _, image = shown(saved(Image.new("I;16", (300, 200), 0x8000), "PNG"))

    assert image.getpixel((5, 5)) in {0x80, (0x80, 0x80, 0x80)}


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_shows_the_paper(mode):
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0)).convert(mode)
    more = {"transparency": image.getpixel((0, 0))} if mode == "P" else {}
    _, image = shown(saved(image, "PNG", **more))

    assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)
    assert "A" not in image.getbands()


@pytest.mark.parametrize("size", [(35_000, 10), (10, 35_000), (12_000, 12_000), (35_000, 35_000)])
def test_a_picture_of_too_many_pixels_is_refused_unopened(size):
    assert prepared(without_pixels(*size), WIDE, HIGH) == Refused("image-too-large")
    assert too_large(without_pixels(*size))


@pytest.mark.parametrize("data", [b"", b"no picture", without_pixels(10, 10), saved(Image.new("RGB", (300, 200)))[:300]])
def test_what_cannot_be_read_is_refused(data):
    assert prepared(data, WIDE, HIGH) == Refused("image-broken")
    assert not too_large(data)
    assert stamp(data) is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 600))
def test_no_damage_makes_more_of_a_picture_than_a_refusal(noise, place):
    data = saved(Image.effect_noise((60, 40), 60))
    damaged = data[:place] + noise + data[place + len(noise) :]

    assert isinstance(prepared(damaged, WIDE, HIGH), Photograph | Refused)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 3000), st.integers(1, 3000))
def test_a_picture_fits_its_room_and_keeps_its_shape(width, height):
    made, _ = shown(saved(Image.new("L", (width, height), 128), "PNG"))

    assert made.width <= WIDE + 0.01
    assert made.height <= HIGH + 0.01
    assert made.width / made.height == pytest.approx(width / height, rel=0.001)
    assert made.width <= width * 0.75 + 0.01


def test_a_logo_of_dots_keeps_its_holes_and_its_shape():
    made = stamp(saved(Image.new("RGBA", (3000, 1500), (200, 0, 0, 0)), "PNG"))
    image = Image.open(io.BytesIO(made.png))

    assert made.proportion == 2
    assert image.height == 800
    assert image.getpixel((5, 5))[3] == 0
