"""``export --print``: files for a printer, beside the exported ones and made of their pages."""

import pypdfium2 as pdfium
import pytest

from briefing_app.cli.printing import counts_of
from briefing_app.errors import UsageError
from tests.cli.test_making import filled, library

__all__ = ["filled", "library"]


def pages(path):
    with pdfium.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_each_audience_gets_a_file_with_two_pages_a_sheet(briefing_app, filled, tmp_path):
    ended = briefing_app("export", filled, "--all", tmp_path / "out", "--print", "two-up")

    assert ended.code == 0, ended.err
    made = sorted((tmp_path / "out").glob("*-print.pdf"))
    exported = sorted((tmp_path / "out").glob("*-hand-over.pdf"))
    assert [path.name for path in made] == [f"{path.stem}-print.pdf" for path in exported]
    assert all(path.name.isascii() for path in made)
    assert all(str(path) in ended.out for path in made)
    for file, printed in zip(exported, made, strict=True):
        assert len(pages(printed)) == -(-len(pages(file)) // 2)


def test_all_audiences_stand_in_one_file_as_often_as_wanted(briefing_app, filled, tmp_path):
    ended = briefing_app(
        "export", filled, "--all", tmp_path, "--print", "collated", "--copies", "2", "--copies", "canada=3", "--copy", "hand-over"
    )

    assert ended.code == 0, ended.err
    (made,) = tmp_path.glob("*-print.pdf")
    titled = [text for text in pages(made) if "Page 1 of" in text]
    assert sum("Delegation of Canada" in text for text in titled) == 3
    assert len(titled) == 3 + 2 * (len(list(tmp_path.glob("*-hand-over.pdf"))) - 1)


def test_a_print_file_that_is_there_is_kept_unless_told_otherwise(briefing_app, filled, tmp_path):
    arguments = ("export", filled, "--all", tmp_path, "--print", "two-up", "--audience", "canada")
    briefing_app(*arguments)
    (made,) = tmp_path.glob("*-print.pdf")
    made.write_bytes(b"mine")
    for path in tmp_path.glob("*-canada-*"):
        if path != made:
            path.unlink()

    assert briefing_app(*arguments).code == 5
    assert made.read_bytes() == b"mine"
    assert briefing_app(*arguments, "--force").code == 0
    assert made.read_bytes() != b"mine"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--to", "x.pdf", "--audience", "canada", "--print", "two-up"),
        ("--all", "out", "--copies", "2"),
        ("--all", "out", "--print", "two-up", "--copies", "2"),
        ("--all", "out", "--print", "collated", "--copies", "many"),
        ("--all", "out", "--print", "collated", "--copies", "atlantis=2"),
        ("--all", "out", "--print", "collated", "--copies", "501"),
        ("--all", "out", "--binding", "40"),
    ],
)
def test_what_makes_no_sense_is_wrong_use_and_writes_nothing(briefing_app, filled, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    ended = briefing_app("export", filled, *arguments)

    assert ended.code == 2
    assert not list(tmp_path.glob("out/*"))
    assert "Traceback" not in ended.err


def test_copies_are_counted_for_all_then_for_those_named():
    assert counts_of(("2", "b=5", "c=0"), ("a", "b", "c")) == {"a": 2, "b": 5, "c": 0}
    with pytest.raises(UsageError):
        counts_of(("-1",), ("a",))


def test_room_for_binding_moves_odd_pages_right_and_even_ones_left(briefing_app, filled, tmp_path):
    arguments = ("export", filled, "--audience", "canada", "--to")
    briefing_app(*arguments, tmp_path / "plain.pdf")
    briefing_app(*arguments, tmp_path / "bound.pdf", "--binding", "5")

    def foots(path):
        with pdfium.PdfDocument(path) as document:
            return [page.get_textpage().get_charbox(0)[0] for page in document]

    plain, bound = foots(tmp_path / "plain.pdf"), foots(tmp_path / "bound.pdf")
    moved = [after - before for before, after in zip(plain, bound, strict=True)]
    assert moved == pytest.approx([5 * 72 / 25.4 * (1 if place % 2 == 0 else -1) for place in range(len(moved))], abs=0.05)
    assert pages(tmp_path / "plain.pdf") == pages(tmp_path / "bound.pdf")
