"""Commands about documents keep their contract: keys, codes, one line for whatever goes wrong."""

import pytest

from tests.workbench import hostile

EXTRACT_KEYS = [
    "document", "kind", "start", "end", "text", "shown", "speaker", "role", "organisation", "attribution", "addressees", "turn", "damage",
    "page", "confidence", "figures", "acronyms",
]  # fmt: skip


def test_extract_prints_an_object_a_line_with_the_keys_of_the_contract(briefing_app, statement):
    ended = briefing_app("extract", "--json", statement)
    assert ended.code == 0
    assert {tuple(record) for record in ended.records} == {tuple(EXTRACT_KEYS)}
    assert {record["document"] for record in ended.records} == {str(statement)}


def test_what_extract_calls_text_is_the_slice_of_what_it_calls_the_text(briefing_app, paper):
    text = briefing_app("extract", "--text", paper).out.removesuffix("\n")
    for record in briefing_app("extract", "--json", paper).records:
        assert text[record["start"] : record["end"]] == record["text"]


def test_extract_explains_which_rule_fired(briefing_app, statement):
    assert all(record["rule"] for record in briefing_app("extract", "--json", "--explain", statement).records)


def test_extract_speaks_to_people_too(briefing_app, statement):
    out = briefing_app("extract", statement).out
    assert "Recommendation · para\u00a02 · to Canada, Mexico, United States" in out
    assert (
        "Quote · para\u00a02 · Julio Rank Wright, Regional Vice President for Latin America, International Rescue Committee" in out
    )


def test_inspect_prints_the_card_and_the_damage(briefing_app, paper):
    record = briefing_app("inspect", "--json", paper).records[0]
    assert list(record) == ["document", "title", "publisher", "date", "language", "pages", "words", "damage"]
    assert (record["date"], record["language"], record["pages"]) == ("2022-06-06", "en", None)
    assert {"garbled", "cut at start", "cut at end", "dead link", "unbalanced"} <= {each["kind"] for each in record["damage"]}
    assert all(list(each) == ["kind", "start", "end"] for each in record["damage"])


def test_inspect_finds_nothing_wrong_with_a_clean_document(briefing_app, statement):
    assert briefing_app("inspect", "--json", statement).records[0]["damage"] == []


def test_inspect_tells_people_the_card_what_was_found_and_the_damage(briefing_app, paper):
    out = briefing_app("inspect", paper).out
    first, *rest = out.splitlines()
    assert first.startswith(f"{paper}: TXT · ")
    assert "damaged in" in first
    assert any(line.startswith("  Title: A Fractured Response") for line in rest)
    assert any(line.startswith("  Damage, garbled: ") for line in rest)


def test_inspect_gives_a_line_a_document_to_scripts_and_pages_of_what_has_pages(briefing_app, statement, tmp_path):
    (tmp_path / "two.pdf").write_bytes(hostile.paper(2))
    records = briefing_app("inspect", "--json", statement, tmp_path / "two.pdf").records
    assert [record["pages"] for record in records] == [None, 2]


def test_extract_prints_the_text_of_a_pdf_too(briefing_app, tmp_path):
    (tmp_path / "one.pdf").write_bytes(hostile.paper(1))
    assert hostile.SENTENCE in briefing_app("extract", "--text", tmp_path / "one.pdf").out


def test_importing_twice_changes_nothing_and_says_so(briefing_app, statement, tmp_path):
    library = tmp_path / "l.briefinglibrary"
    first = briefing_app("import", statement, "--library", library)
    again = briefing_app("import", statement, "--library", library)
    assert (first.code, again.code) == (0, 0)
    assert "excerpts found" in first.out
    assert "known already" in again.out
    assert "nothing changed" in again.out


def test_a_folder_is_imported_without_the_cards_that_lie_in_it(briefing_app, statement, tmp_path):
    ended = briefing_app("import", statement.parent, "--library", tmp_path / "l.briefinglibrary")
    assert ended.code == 0
    assert ".card.toml" not in ended.out


def test_a_bad_file_costs_a_line_and_the_rest_is_done(briefing_app, statement, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    ended = briefing_app("import", empty, tmp_path / "missing.txt", statement, "--library", tmp_path / "l.briefinglibrary")
    assert ended.code == 4
    assert len(ended.err.splitlines()) == 2
    assert "One document is in the library; not read: 2." in ended.out


@pytest.mark.parametrize("command", ["inspect", "extract", "import"])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("binary.txt", b"\0\1\2\3" * 100),
        ("scan.pdf", b"%PDF-1.7\n..."),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 50),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_exit_code_4(briefing_app, tmp_path, monkeypatch, command, name, data):
    (tmp_path / name).write_bytes(data)
    ended = briefing_app(command, tmp_path / name)
    assert ended.code == 4
    assert len(ended.err.splitlines()) == 1
    assert name in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("command", ["inspect", "extract", "import"])
def test_a_missing_file_is_one_line_and_exit_code_4(briefing_app, tmp_path, command):
    ended = briefing_app(command, tmp_path / "nowhere.txt")
    assert (ended.code, len(ended.err.splitlines())) == (4, 1)


def test_search_puts_who_is_asked_by_name_first_and_says_why(briefing_app, statement, paper, tmp_path):
    library = tmp_path / "l.briefinglibrary"
    briefing_app("import", statement, paper, "--library", library)
    records = briefing_app("search", "--audience", "canada", "--json", "--library", library, "--limit", "3").records
    assert list(records[0]) == [*EXTRACT_KEYS, "id", "source", "date", "locator", "why", "score"]
    assert records[0]["addressees"] == ["Canada", "Mexico", "United States"]
    assert records[0]["why"] == ["asked by name"]
    assert len(records) == 3


def test_search_filters_by_kind_addressee_and_words(briefing_app, statement, paper, tmp_path):
    library = tmp_path / "l.briefinglibrary"
    briefing_app("import", statement, paper, "--library", library)
    kinds = {record["kind"] for record in briefing_app("search", "--kind", "quote", "--json", "--library", library).records}
    assert kinds == {"quote"}
    asked = briefing_app("search", "--addressee", "World Bank", "--json", "--library", library).records
    assert [record["addressees"] for record in asked] == [["UNHCR", "United States", "World Bank"]]
    found = briefing_app("search", "ciudad juarez", "--json", "--library", library).records
    assert [record["kind"] for record in found] == ["context"]
    nothing = briefing_app("search", "zebra", "--library", library)
    assert (nothing.code, nothing.out.startswith("Nothing found.")) == (0, True)


def test_a_library_can_be_checked_repaired_and_backed_up(briefing_app, statement, tmp_path):
    library = tmp_path / "l.briefinglibrary"
    briefing_app("import", statement, "--library", library)
    assert briefing_app("library", "check", "--library", library).out == "0 problems found.\n"
    assert briefing_app("library", "repair", "--library", library).code == 0
    copy = tmp_path / "copy.briefinglibrary"
    assert briefing_app("library", "backup", "--to", copy, "--library", library).code == 0
    assert briefing_app("search", "Title 42", "--json", "--library", copy).records


def test_a_damaged_library_is_one_line_and_exit_code_4(briefing_app, tmp_path):
    (tmp_path / "l.briefinglibrary").write_bytes(b"no library at all" * 100)
    ended = briefing_app("search", "--library", tmp_path / "l.briefinglibrary")
    assert (ended.code, len(ended.err.splitlines())) == (4, 1)
