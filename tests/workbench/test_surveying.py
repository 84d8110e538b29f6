"""What of a folder is read: documents in order, whatever their names say, and the rest counted by kind."""

import os
import sys

import pytest

from briefing_app.workbench.surveying import survey

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
TEXT = b"Donors must act."
PAGE = b"<!DOCTYPE html><html><body>Donors must act.</body></html>"


@pytest.fixture
def folder(tmp_path):
    def filled(**files):
        for name, data in files.items():
            path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return tmp_path

    return filled


def names(found, folder):
    return [path.relative_to(folder).as_posix() for path in found.files]


def test_documents_of_a_folder_and_of_those_in_it_come_in_the_order_of_their_names(folder):
    made = folder(b_dot_txt=TEXT, a_dot_md=TEXT, deep__c_dot_html=PAGE, deep__deeper__d_dot_pdf=b"%PDF-1.7", plain=TEXT)
    found = survey([made])
    assert names(found, made) == ["a.md", "b.txt", "deep/c.html", "deep/deeper/d.pdf", "plain"]
    assert not found.skipped


def test_what_tells_about_the_folder_is_left_out_and_counted_unless_it_is_named(folder):
    made = folder(a_dot_txt=TEXT, README_dot_md=TEXT, deep__readme_dot_txt=TEXT, deep__readme_dot_pdf=b"%PDF-1.7", readmes=TEXT)
    found = survey([made])
    assert names(found, made) == ["a.txt", "deep/readme.pdf", "readmes"]
    assert found.skipped == {"README": 2}
    assert names(survey([made / "README.md"]), made) == ["README.md"]


def test_what_is_no_document_is_counted_by_its_kind(folder):
    made = folder(
        a_dot_txt=TEXT,
        one_dot_png=PNG,
        two_dot_jpeg=PNG,
        look_dot_css=b"p {}",
        run_dot_js=b"let a",
        data_dot_csv=b"a,b",
        zip_dot_zip=b"PK\x05\x06",
    )
    found = survey([made])
    assert names(found, made) == ["a.txt"]
    assert found.skipped == {"PNG": 2, "CSS": 1, "JS": 1, "CSV": 1, "ZIP": 1}
    assert next(iter(found.skipped)) == "PNG"


def test_what_is_called_a_document_is_read_whatever_is_in_it_and_a_document_whatever_it_is_called(folder):
    made = folder(a_dot_pdf=PNG, b_dot_docx=TEXT, c_dot_download=b"%PDF-1.7", d_dot_html=TEXT)
    assert names(survey([made]), made) == ["a.pdf", "b.docx", "c.download", "d.html"]


def test_hidden_files_sidecars_and_the_parts_of_saved_pages_are_passed_over_in_silence(folder):
    made = folder(
        _dot_hidden_dot_txt=TEXT,
        _dot_git__a_dot_txt=TEXT,
        a_dot_txt=TEXT,
        a_dot_txt_dot_card_dot_toml=b"title = 'A'",
        page_dot_html=PAGE,
        page_files__frame_dot_html=PAGE,
        other_files__kept_dot_txt=TEXT,
    )
    found = survey([made])
    assert names(found, made) == ["a.txt", "other_files/kept.txt", "page.html"]
    assert not found.skipped


def test_files_that_are_named_are_taken_as_they_are_and_each_once(folder):
    made = folder(a_dot_png=PNG, b_dot_txt=TEXT)
    found = survey([made / "a.png", made / "gone.txt", made, made / "b.txt"])
    assert names(found, made) == ["a.png", "gone.txt", "b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders, and links need a right of their own")
def test_pipes_are_passed_over_links_that_lead_nowhere_are_told_and_circles_are_not_walked(folder):
    made = folder(a_dot_txt=TEXT)
    os.mkfifo(made / "pipe.txt")
    (made / "nowhere.txt").symlink_to(made / "gone.txt")
    (made / "again").symlink_to(made)
    assert [name for name in names(survey([made]), made) if name != "again"] == ["a.txt", "nowhere.txt"]
