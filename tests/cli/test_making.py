"""Commands that make packs and files: what is written, what is held back, and how it is said."""

import pytest

from briefing_app.packs.storing import load, save
from briefing_app.workbench import editing


@pytest.fixture
def library(briefing_app, statement, paper, tmp_path):
    path = tmp_path / "l.briefinglibrary"
    briefing_app("import", statement, paper, "--library", path)
    return path


@pytest.fixture
def filled(briefing_app, library, tmp_path):
    path = tmp_path / "summit.briefpack"
    ended = briefing_app(
        "new", path, "--template", "summit-delegation", "--audience", "canada", "--audience", "unhcr", "--title", "A title",
        "--event", "A summit", "--date", "2023-01-16", "--fill", "--library", library,
    )  # fmt: skip
    assert ended.code == 0, ended.err
    return path


def test_a_filled_pack_asks_its_audiences_in_the_sources_own_words(briefing_app, filled):
    pack, _ = load(filled)
    asked = {addressee.words for excerpt in pack.excerpts for addressee in excerpt.addressees}
    assert {"Canada", "UNHCR"} <= asked
    assert pack.title.text == "A title"
    assert pack.date.iso() == "2023-01-16"


def test_filling_places_nothing_twice_and_nothing_damaged(briefing_app, filled):
    pack, _ = load(filled)
    placed = [p.excerpts for _, p in pack.placements() if hasattr(p, "excerpts")]
    assert len(placed) == len(set(placed))
    assert not any(set(excerpt.damage) for excerpt in pack.excerpts)


def test_a_pack_is_not_made_over_another(briefing_app, filled):
    before = filled.read_bytes()
    ended = briefing_app("new", filled, "--template", "summit-delegation", "--audience", "canada")
    assert (ended.code, len(ended.err.splitlines())) == (5, 1)
    assert filled.read_bytes() == before


def test_check_prints_findings_with_the_keys_of_the_contract(briefing_app, filled):
    ended = briefing_app("check", filled, "--audience", "canada", "--json")
    assert {tuple(record) for record in ended.records} == {("code", "severity", "where", "message", "mends")}
    assert {record["severity"] for record in ended.records} <= {"blocks", "mend", "info"}
    assert ended.code == (3 if any(record["severity"] == "blocks" for record in ended.records) else 0)


@pytest.mark.parametrize("name", ["pack.pdf", "pack.docx"])
def test_one_copy_goes_to_the_file_named(briefing_app, filled, tmp_path, name):
    ended = briefing_app("export", filled, "--to", tmp_path / name, "--audience", "canada")
    assert ended.code == 0, ended.err
    assert (tmp_path / name).read_bytes()[:4] == {"pack.pdf": b"%PDF", "pack.docx": b"PK\3\4"}[name]


def test_several_audiences_and_files_may_be_named_in_one_go(briefing_app, library, tmp_path):
    path = tmp_path / "two.briefpack"
    ended = briefing_app("new", path, "--template", "summit-delegation", "--audience", "canada", "unhcr", "--library", library)
    assert ended.code == 0, ended.err
    assert [audience.id for audience in load(path)[0].audiences] == ["canada", "unhcr"]
    ended = briefing_app("export", path, "--to", tmp_path / "a.pdf", tmp_path / "a.docx", "--audience", "unhcr")
    assert ended.code == 0, ended.err
    assert (tmp_path / "a.pdf").exists()
    assert (tmp_path / "a.docx").exists()


def test_all_copies_go_to_a_folder_under_speaking_names(briefing_app, filled, tmp_path):
    ended = briefing_app("export", filled, "--all", tmp_path / "out")
    assert ended.code == 0, ended.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        f"a-summit-{audience}-{copy}"
        for audience in ("canada", "unhcr")
        for copy in ("hand-over.pdf", "hand-over.docx", "internal.pdf", "internal.docx", "working.docx")
    )


def test_files_that_are_there_stay_until_told_otherwise(briefing_app, filled, tmp_path):
    out = tmp_path / "pack.pdf"
    out.write_bytes(b"mine")
    ended = briefing_app("export", filled, "--to", out, "--audience", "canada")
    assert (ended.code, len(ended.err.splitlines()), out.read_bytes()) == (5, 1, b"mine")
    assert briefing_app("export", filled, "--to", out, "--audience", "canada", "--force").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--to", "pack.odt", "--audience", "canada"], 2),
        (["--to", "pack.pdf", "--audience", "canada", "--copy", "working"], 2),
        (["--to", "pack.pdf"], 2),
        (["--to", "pack.pdf", "--audience", "atlantis"], 2),
        (["--to", "pack.pdf", "--all", "out", "--audience", "canada"], 2),
        ([], 2),
        (["--to", "pack.pdf", "--audience", "canada", "--brand", "none"], 2),
    ],
)
def test_what_cannot_be_exported_is_one_line(briefing_app, filled, tmp_path, monkeypatch, arguments, code):
    monkeypatch.chdir(tmp_path)
    ended = briefing_app("export", filled, *arguments)
    assert (ended.code, len(ended.err.splitlines())) == (code, 1)
    assert not (tmp_path / "pack.pdf").exists()


def test_a_folder_that_cannot_be_written_is_one_line_and_exit_code_5(briefing_app, filled, tmp_path):
    (tmp_path / "file").write_text("no folder")
    ended = briefing_app("export", filled, "--to", tmp_path / "file" / "pack.pdf", "--audience", "canada")
    assert (ended.code, len(ended.err.splitlines())) == (5, 1)


@pytest.mark.parametrize("data", [b"", b"PK\3\4 but no zip", b"%PDF-1.7"])
@pytest.mark.parametrize("command", ["check", "export"])
def test_a_file_that_is_no_pack_is_one_line_and_exit_code_4(briefing_app, tmp_path, command, data):
    (tmp_path / "x.briefpack").write_bytes(data)
    more = ["--to", tmp_path / "pack.pdf"] if command == "export" else []
    ended = briefing_app(command, tmp_path / "x.briefpack", *more)
    assert (ended.code, len(ended.err.splitlines())) == (4, 1)


def test_the_same_pack_gives_the_same_bytes(briefing_app, filled, tmp_path):
    for folder in ("one", "two"):
        briefing_app("export", filled, "--all", tmp_path / folder, "--audience", "canada")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_cleared_packs_numbers_freeze_in_its_file_when_it_is_handed_over(briefing_app, filled, tmp_path):
    pack, media = load(filled)
    save(filled, editing.clear(pack, "L. Moreau", pack.date).pack, media)
    ended = briefing_app("export", filled, "--to", tmp_path / "c.pdf", "--audience", "canada")
    assert ended.code == 0, ended.err
    assert list(load(filled)[0].numbers) == ["canada"]
