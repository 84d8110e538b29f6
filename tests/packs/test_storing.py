import dataclasses
import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.fidelity.edits import Keep, Stretch
from briefing_app.domain.pack import ByAudience, ExcerptPlacement, ImagePlacement, Verbatim
from briefing_app.domain.span import Span
from briefing_app.errors import ExitCode, FileNotRead, FileNotWritten
from briefing_app.packs.parts import FORMAT_VERSION
from briefing_app.packs.storing import load, packed_bytes, save, unpacked
from briefing_app.typed import dump, to_json
from briefing_app.words import LANGUAGES, words_for
from tests import builders, strategies

MEDIA = {strategies.fingerprint(): strategies.PICTURE}
PACK = builders.pack("Asks: r1 r2 | Voices: q1+q2 | Context: c1 n1 f1 | Sources: g1")
BYTES = packed_bytes(PACK, MEDIA, "a.briefpack")
FIXTURES = Path(__file__).parent / "fixtures"


def members(data=BYTES):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def with_contents(change):
    parts = members()
    contents = json.loads(parts["pack.json"])
    change(contents)
    return zipped(parts | {"pack.json": json.dumps(contents)})


def refusal(data):
    with pytest.raises(FileNotRead) as caught:
        unpacked(data, "a.briefpack")
    assert caught.value.exit_code == ExitCode.NOT_READ
    for language in LANGUAGES:
        assert "\n" not in caught.value.line(words_for(language))
    return caught.value


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.packs())
def test_a_saved_pack_loads_as_it_was(pack):
    assert unpacked(packed_bytes(pack, MEDIA, "x"), "x") == (pack, MEDIA)


def test_a_pack_goes_to_disk_and_back_whole(tmp_path):
    save(tmp_path / "new" / "a.briefpack", PACK, MEDIA)
    assert load(tmp_path / "new" / "a.briefpack") == (PACK, MEDIA)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.briefpack"]


def test_the_same_pack_gives_the_same_bytes_whatever_the_order_of_its_media():
    two = MEDIA | {hashlib.sha256(b"b").hexdigest(): b"b"}
    assert packed_bytes(PACK, two, "x") == packed_bytes(PACK, dict(reversed(two.items())), "x")


def test_the_file_is_laid_out_for_people_too():
    parts = members()
    assert list(parts) == [
        "pack.json",
        "readings/reading-paper.json",
        "readings/reading-statement.json",
        f"media/{strategies.fingerprint()}",
    ]
    contents = json.loads(parts["pack.json"])
    assert contents["format_version"] == FORMAT_VERSION
    assert parts["pack.json"].decode().startswith('{\n  "format_version": 1,\n  "media"')
    assert {info.date_time for info in zipfile.ZipFile(BytesIO(BYTES)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_any_identifier_of_a_reading_may_name_its_member():
    reading = dataclasses.replace(PACK.readings[0], id="../é/a b:*?")
    pack = dataclasses.replace(builders.pack("Sources: g1"), readings=(reading,), documents=())
    data = packed_bytes(pack, {}, "x")
    assert unpacked(data, "x")[0] == pack
    assert "readings/..%2F%C3%A9%2Fa%20b%3A%2A%3F.json" in members(data)


def told_or_refused(data):
    try:
        return unpacked(data, "x") == (PACK, MEDIA)
    except FileNotRead as error:
        return bool(error.line(words_for("en")))


@settings(max_examples=400)
@given(st.integers(0, len(BYTES) * 8 - 1))
def test_a_file_with_one_flipped_bit_is_refused_or_tells_the_same(bit):
    data = bytearray(BYTES)
    data[bit // 8] ^= 1 << bit % 8
    assert told_or_refused(bytes(data))


@given(st.integers(0, len(BYTES) - 1))
def test_a_truncated_file_is_refused(end):
    assert refusal(BYTES[:end]).code in {"pack-not-pack", "pack-damaged"}


@given(st.binary(max_size=200), st.integers(0, len(BYTES)))
def test_a_file_with_foreign_bytes_in_it_is_refused_or_tells_the_same(foreign, place):
    assert told_or_refused(BYTES[:place] + foreign + BYTES[place + len(foreign) :])


def without(name):
    return zipped({part: data for part, data in members().items() if part != name})


def dangling(contents):
    contents["pack"]["sections"][0]["placements"][0]["excerpts"] = ["nobody"]


def outside(contents):
    contents["pack"]["excerpts"][0]["span"] = [0, 10**6]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "pack-not-pack"),
        (b"%PDF-1.7", "pack-not-pack"),
        (zipped({}), "pack-not-pack"),
        (zipped({"word/document.xml": b"<w/>"}), "pack-not-pack"),
        (zipped({"pack.json": b"{}"}), "pack-not-pack"),
        (zipped({"pack.json": b"[]"}), "pack-not-pack"),
        (zipped({"pack.json": b'{"format_version": true}'}), "pack-not-pack"),
        (zipped({"pack.json": b"{"}), "not-json"),
        (zipped({"pack.json": b'{"format_version": 1}'}), "missing-key"),
        (zipped({"pack.json": b'{"format_version": 1, "pack": 3, "readings": [], "media": []}'}), "wrong-type-table"),
        (with_contents(lambda c: c.update(notes=1)), "unknown-key"),
        (with_contents(lambda c: c["pack"].update(notes=1)), "unknown-key"),
        (with_contents(lambda c: c["pack"].update(readings=[])), "unknown-key"),
        (with_contents(lambda c: c.update(readings=["reading-paper"])), "pack-stray"),
        (with_contents(lambda c: c.update(readings=["reading-paper", "reading-statement", "more"])), "pack-damaged"),
        (with_contents(lambda c: c.update(readings=["reading-paper", "reading-paper", "reading-statement"])), "pack-damaged"),
        (with_contents(dangling), "pack-dangling"),
        (with_contents(outside), "pack-outside"),
        (without("readings/reading-paper.json"), "pack-damaged"),
        (without(f"media/{strategies.fingerprint()}"), "pack-damaged"),
        (zipped(members() | {f"media/{strategies.fingerprint()}": b"another picture"}), "pack-damaged"),
        (zipped(members() | {"media/" + "0" * 64: b"x"}), "pack-stray"),
        (zipped(members() | {"../../.bashrc": b"x"}), "pack-stray"),
        (zipped(members() | {"thumbnail.png": b"x"}), "pack-stray"),
        (zipped(members() | {"readings/reading-paper.json": members()["readings/reading-statement.json"]}), "pack-damaged"),
        (zipped(members() | {"readings/reading-paper.json": b"[]"}), "wrong-type-table"),
        (zipped(members(), zipfile.ZIP_LZMA), "pack-damaged"),
        (zipped(members() | {"media/" + "0" * 64: bytes(50 * 2**20)}), "pack-too-large"),
        (zipped({f"media/{number}": b"" for number in range(10_001)}, zipfile.ZIP_STORED), "pack-too-large"),
    ],
)
def test_what_is_no_whole_pack_is_refused_in_one_line(data, code):
    assert refusal(data).code == code


def test_a_member_that_unfolds_to_more_than_it_announces_is_cut_off_and_refused():
    # The same bomb with both its announced sizes forged to three bytes.
    parts = members() | {"media/" + "0" * 64: bytes(3 * 2**20)}
    data = zipped(parts)
    forged = data.replace((3 * 2**20).to_bytes(4, "little"), (3).to_bytes(4, "little"))
    assert forged != data
    assert refusal(forged).code in {"pack-damaged", "pack-stray"}


def test_a_pack_of_a_newer_version_is_refused_with_both_versions_whatever_else_is_in_it():
    error = refusal(zipped({"pack.json": b'{"format_version": 7, "novelty": {}}', "signatures/1": b"x"}))
    assert error.code == "pack-newer"
    assert (error.parameters["found"], error.parameters["known"]) == (7, FORMAT_VERSION)
    assert "format 7" in error.line(words_for("en"))


@pytest.mark.parametrize("name", ["gone.briefpack", "folder"])
def test_a_missing_file_or_a_folder_is_refused(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileNotRead) as caught:
        load(tmp_path / name)
    assert caught.value.code in {"file-missing", "file-is-folder"}


def test_a_pack_that_could_not_be_loaded_again_is_not_written_and_the_old_file_stays(tmp_path):
    path = tmp_path / "a.briefpack"
    save(path, PACK, MEDIA)
    old = path.read_bytes()
    section = PACK.sections[0]
    for placement in (
        ExcerptPlacement("p", ("nobody",)),
        ExcerptPlacement("p", ("r1",), Verbatim((Stretch("r1", (Keep(Span(0, 1)),)),))),
        ExcerptPlacement("p", ("r1",), Verbatim((Stretch("r2"),))),
        ImagePlacement("p", "0" * 64, ByAudience()),
    ):
        broken = dataclasses.replace(PACK, sections=(dataclasses.replace(section, placements=(placement,)),))
        with pytest.raises(ValueError, match="pack-"):
            save(path, broken, MEDIA)
    with pytest.raises(ValueError, match="pack-damaged"):
        save(path, PACK, {"0" * 64: b"a picture under another's name"})
    assert path.read_bytes() == old


def test_a_pack_that_cannot_be_written_leaves_nothing_half_written(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(FileNotWritten) as caught:
        save(tmp_path / "file" / "a.briefpack", PACK, MEDIA)
    assert caught.value.exit_code == ExitCode.NOT_WRITTEN
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_text_that_packs_as_only_bombs_do_is_still_saved_and_loaded():
    long = builders.reading("a" * (3 * 2**20), id="long")
    pack = dataclasses.replace(PACK, readings=(*PACK.readings, long))
    assert unpacked(packed_bytes(pack, MEDIA, "x"), "x")[0] == pack


@pytest.mark.parametrize("version", range(1, FORMAT_VERSION + 1))
def test_a_pack_of_every_version_there_was_still_loads_to_what_it_held(version):
    # The files are what programs of that version wrote, and are never written again. What they hold is beside them, as data.
    pack, media = load(FIXTURES / f"version-{version}.briefpack")
    assert media == MEDIA
    assert to_json(dump(pack)) == (FIXTURES / f"version-{version}.json").read_bytes()
    assert pack.clearance is not None
    assert {type(placement).__name__ for _, placement in pack.placements()} == {
        "ExcerptPlacement", "NotePlacement", "FigurePlacement", "ImagePlacement", "GeneratedPlacement",
    }  # fmt: skip
