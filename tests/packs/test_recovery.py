import dataclasses
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from briefing_app.domain.pack import ByAudience
from briefing_app.errors import FileNotRead
from briefing_app.packs import recovery
from tests import builders, strategies

MEDIA = {strategies.fingerprint(): strategies.PICTURE}
PACK = builders.pack()


@settings(max_examples=20)
@given(pack=strategies.packs())
def test_an_unsaved_pack_comes_back_as_it_was(pack, tmp_path_factory):
    folder = tmp_path_factory.mktemp("recovery")
    recovery.write(folder, "session", pack, MEDIA)
    assert recovery.read(folder, "session") == (pack, MEDIA)


def test_copies_are_listed_newest_first_with_what_tells_them_apart(tmp_path):
    recovery.write(tmp_path, "old", PACK, {})
    recovery.write(tmp_path, "new", dataclasses.replace(PACK, title=ByAudience("Other")), {}, Path("/packs/a.briefpack"))
    os.utime(tmp_path / "old" / "copy.json", (1, 1))
    os.utime(tmp_path / "new" / "copy.json", (2, 2))
    assert recovery.copies(tmp_path) == (
        recovery.RecoveryCopy("new", "/packs/a.briefpack", "Other", 2.0),
        recovery.RecoveryCopy("old", None, "What leaders can do", 1.0),
    )


def test_there_are_no_copies_where_none_was_written(tmp_path):
    assert recovery.copies(tmp_path / "nowhere") == ()


def test_a_copy_takes_the_place_of_the_one_before_and_forgets_its_pictures(tmp_path):
    other = {hashlib.sha256(b"b").hexdigest(): b"b"}
    recovery.write(tmp_path, "session", PACK, MEDIA)
    recovery.write(tmp_path, "session", dataclasses.replace(PACK, event="Another"), other)
    pack, media = recovery.read(tmp_path, "session")
    assert (pack.event, media) == ("Another", other)
    assert [path.name for path in (tmp_path / "session" / "media").iterdir()] == list(other)


def test_a_kill_between_the_pictures_and_the_json_leaves_the_copy_before(tmp_path):
    recovery.write(tmp_path, "session", PACK, MEDIA)
    before = (tmp_path / "session" / "copy.json").read_bytes()
    # What such a kill leaves: the next copy's pictures, a part file of its JSON.
    picture = tmp_path / "session" / "media" / hashlib.sha256(b"b").hexdigest()
    picture.write_bytes(b"b")
    (tmp_path / "session" / ".copy.json.1234.part").write_bytes(before[:50])
    assert recovery.read(tmp_path, "session") == (PACK, MEDIA)
    assert [copy.key for copy in recovery.copies(tmp_path)] == ["session"]


def test_pictures_without_json_are_no_copy(tmp_path):
    (tmp_path / "session" / "media").mkdir(parents=True)
    assert recovery.copies(tmp_path) == ()
    with pytest.raises(FileNotRead):
        recovery.read(tmp_path, "session")


def test_a_dropped_copy_is_gone_and_dropping_it_again_does_nothing(tmp_path):
    recovery.write(tmp_path, "session", PACK, MEDIA)
    recovery.write(tmp_path, "other", PACK, MEDIA)
    recovery.drop(tmp_path, "session")
    recovery.drop(tmp_path, "session")
    assert [path.name for path in tmp_path.iterdir()] == ["other"]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"{}", b'{"pack": {}, "readings": 3}', b'{"pack": {}, "readings": ["a"]}', b'{"pack": {}, "readings": []}'],
)
def test_a_damaged_copy_is_listed_without_its_title_and_refused_when_read(tmp_path, data):
    recovery.write(tmp_path, "session", PACK, MEDIA)
    (tmp_path / "session" / "copy.json").write_bytes(data)
    assert [(copy.key, copy.title) for copy in recovery.copies(tmp_path)] == [("session", "")]
    with pytest.raises(FileNotRead):
        recovery.read(tmp_path, "session")


def test_a_copy_with_a_damaged_picture_is_refused(tmp_path):
    recovery.write(tmp_path, "session", PACK, MEDIA)
    (tmp_path / "session" / "media" / strategies.fingerprint()).write_bytes(b"other")
    with pytest.raises(FileNotRead) as caught:
        recovery.read(tmp_path, "session")
    assert caught.value.code == "pack-damaged"
