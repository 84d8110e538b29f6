import pytest

from briefing_app.errors import FileNotWritten, UsageError
from briefing_app.library.copying import backup
from briefing_app.library.maintenance import check
from briefing_app.library.store import open_library
from tests import builders
from tests.library.shelf import bring_in, filled


def test_a_backup_is_a_whole_library(library, tmp_path):
    filled(library, builders.pack("Asks: r1 r2 | Voices: q1"))
    to = tmp_path / "elsewhere" / "copy"
    backup(library, to)
    with open_library(to) as copy:
        assert copy.documents() == library.documents()
        assert copy.excerpts("paper") == library.excerpts("paper")
        assert check(copy) == ()
    assert sorted(path.name for path in to.parent.iterdir()) == ["copy", "copy.originals"]


def test_a_backup_over_an_older_one_replaces_it(library, tmp_path):
    to = tmp_path / "copy"
    backup(library, to)
    bring_in(library, "Donors should pay.")
    backup(library, to)
    with open_library(to) as copy:
        assert copy.documents() == library.documents()


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(library, tmp_path):
    bring_in(library, "Donors should pay.")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FileNotWritten) as told:
        backup(library, tmp_path / "file" / "copy")
    assert told.value.code == "folder-is-file"
    for target, code in ((library.path, "backup-onto-itself"), (tmp_path, "target-is-folder")):
        with pytest.raises(UsageError) as refused:
            backup(library, target)
        assert refused.value.code == code
    assert check(library) == ()


def test_a_backup_goes_on_without_an_original_that_is_gone(library, tmp_path):
    document = bring_in(library, "Donors should pay.")
    library.originals.path(document.file).unlink()
    backup(library, tmp_path / "copy")
    with open_library(tmp_path / "copy") as copy:
        assert copy.documents() == (document,)
        assert [problem.code for problem in check(copy)] == ["original-missing"]
