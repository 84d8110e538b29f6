"""Documents on their way into the library from the window: progress, stopping in the middle of a file, locked files, and goodbye."""

import pytest

from briefing_app.desktop.bringing_in import BringingIn
from briefing_app.desktop.telling import Telling
from briefing_app.desktop.widgets.tray import Tray
from briefing_app.library.store import open_library
from briefing_app.workbench.arriving import Kinship
from briefing_app.workbench.reading_jobs import reading_worker
from tests.workbench import copies, hostile


@pytest.fixture(scope="module")
def worker():
    made = reading_worker()
    yield made
    made.close()


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as opened:
        yield opened


@pytest.fixture
def bringing(qtbot, library, worker):
    made = BringingIn(library, worker)
    yield made
    made.close()


@pytest.fixture
def written(tmp_path):
    def put(name, data):
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return put


def brought(qtbot, bringing, paths, password=None):
    with qtbot.waitSignal(bringing.ended) as ended:
        bringing.bring(paths, password)
    return ended.args[0]


def test_a_folder_comes_in_with_how_far_it_is_and_how_long_the_rest_takes(qtbot, bringing, library, written):
    for number in range(3):
        folder = written(f"{number}.md", f"# {number}\n\nDonors must fund shelters in place {number}.\n").parent
    written("photo.png", b"\x89PNG\r\n\x1a\n")
    told = []
    bringing.progressed.connect(lambda *where: told.append(where))
    assert [each.document.name for each in brought(qtbot, bringing, [folder])] == ["0.md", "1.md", "2.md"]
    assert [where[:2] for where in told] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert told[0][2] is None
    assert told[1][2] > 0
    assert told[3][2] == 0


def test_a_locked_file_is_asked_for_and_comes_in_with_its_password(qtbot, bringing, library, written):
    path = written("locked.pdf", hostile.locked("opens", "owns"))
    (refused,) = brought(qtbot, bringing, [path])
    assert (refused.fault.code, refused.path) == ("file-needs-password", path)
    (wrong,) = brought(qtbot, bringing, [path], "guess")
    assert wrong.fault.code == "wrong-password"
    (done,) = brought(qtbot, bringing, [path], "opens")
    assert done.fault is None
    assert library.documents() == (done.document,)


def test_a_file_that_is_there_already_is_not_read_again_and_a_locked_one_asks_for_nothing(qtbot, bringing, library, written):
    locked, plain = written("locked.pdf", hostile.locked("opens", "owns")), written("a.md", copies.paper())
    first = brought(qtbot, bringing, [locked, plain], "opens")
    again = brought(qtbot, bringing, [locked, plain])
    assert [(each.known, each.document) for each in again] == [(True, each.document) for each in first]
    assert [each.excerpts for each in again] == [each.excerpts for each in first]


def test_what_arrives_is_seen_by_whoever_has_the_library_open(qtbot, bringing, library, written):
    (done,) = brought(qtbot, bringing, [written("a.md", copies.paper())])
    assert library.documents() == (done.document,)
    assert len(library.excerpts(done.document.id)) == done.excerpts > 0
    assert library.reading(done.document.reading).file == done.document.file


def test_a_library_that_is_gone_takes_no_file_and_says_so(qtbot, bringing, library, written, tmp_path):
    library.path.unlink()
    library.path.mkdir()
    (refused,) = brought(qtbot, bringing, [written("a.md", copies.paper())])
    assert refused.fault is not None
    assert refused.document is None


def test_stopping_ends_the_file_at_hand_keeps_what_is_in_and_leaves_the_reader_ready(qtbot, bringing, library, written):
    first = written("a.md", copies.paper())
    long = written("long.pdf", hostile.many_pages(9_000))
    with qtbot.waitSignal(bringing.ended) as ended:
        bringing.progressed.connect(lambda done, _total, _left: bringing.stop() if done == 1 and bringing.busy else None)
        bringing.bring([first, long])
    assert [each.document.name for each in ended.args[0]] == ["a.md"]
    assert not bringing.busy
    bringing.progressed.disconnect()
    (after,) = brought(qtbot, bringing, [written("b.html", copies.page())])
    assert (after.kinship, len(library.documents())) == (Kinship.COPY, 2)


def test_what_is_told_says_how_long_the_rest_may_take(qtbot, words):
    tray = Tray()
    qtbot.addWidget(tray)
    telling = Telling(words, lambda: tray)
    telling.importing(3, 20, 41.0)
    assert telling.standing("import").sentence.text() == "Reading 3 of 20 documents. You can go on working. About 40 seconds left."
    telling.importing(0, 20)
    assert telling.standing("import").sentence.text() == "Reading 0 of 20 documents. You can go on working."
