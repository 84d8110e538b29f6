"""What a text says of itself, and what a sidecar says instead."""

from pathlib import Path

import pytest

from briefing_app.domain.source import Basis, Card
from briefing_app.errors import ExitCode, FileNotRead
from briefing_app.reading.entry import read_bytes, read_file
from briefing_app.words import LANGUAGES, Words

TEXT = "The ministers met in the capital and agreed on a framework for the region, which donors must fund."


def card(text: str, name: str = "a.txt") -> Card:
    return read_bytes(text.encode(), name).card


def date(text: str) -> str | None:
    known = card(text).date
    return known.value.iso() if known else None


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("6 June 2022", "2022-06-06"),
        ("June 6, 2022", "2022-06-06"),
        ("Geneva, 6th June 2022", "2022-06-06"),
        ("6 de junio de 2022", "2022-06-06"),
        ("Ciudad de México, a 1º de setiembre del 2022", "2022-09-01"),
        ("le 6 juin 2022", "2022-06-06"),
        ("Paris, le 1er août 2022", "2022-08-01"),
        ("2022-06-06", "2022-06-06"),
        ("Ref. 12/008 18/07/2002", "2002-07-18"),
        ("June 2022", "2022-06"),
        ("For immediate release: Thursday 14 May 2015", "2015-05-14"),
        ("31 June 2022", None),
        ("5/6/2022", None),
        ("May 2022 be a better year for all of those who had to leave their home behind", None),
    ],
)
def test_a_date_on_a_line_of_the_head_is_the_documents(line: str, iso: str | None) -> None:
    assert date(f"Ministers must act\n\n{line}\n\n{TEXT}\n") == iso


def test_a_date_on_a_line_by_itself_at_the_end_and_a_dateline_count_too() -> None:
    assert date(f"{TEXT}\n\n{TEXT} Again.\n\n23 December 2015\n") == "2015-12-23"
    assert date(f"WASHINGTON, June 6, 2022 — {TEXT}\n") == "2022-06-06"


@pytest.mark.parametrize(
    "text",
    [
        f"After the 2023 summit in the capital during January 9 and 10, {TEXT}",
        f"On 6 June 2022 the ministers met. {TEXT}",
        f"Since 6 June 2022, nothing was done: {TEXT}",
        f"{TEXT} They met on 6 June 2022.",
    ],
)
def test_a_date_in_running_text_is_not_the_documents(text: str) -> None:
    assert date(text) is None


def test_a_title_is_the_first_line_that_is_no_label_and_loses_its_date() -> None:
    text = f"Media release\n\nhttps://a.example/b\n\nMinisters must act on protection 24 July 2017\n\n{TEXT}\n"
    known = card(text)
    assert known.title is not None
    assert known.address is not None
    assert known.date is not None
    assert (known.title.value, known.title.basis) == ("Ministers must act on protection", Basis.STATED)
    assert (known.address.value, known.date.value.iso()) == ("https://a.example/b", "2017-07-24")


def test_an_opening_sentence_is_no_title() -> None:
    assert card(f"{TEXT}\n\n{TEXT} Again.\n").title is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "en"),
        ("Los ministros se reunieron en la capital y acordaron un marco para la región que los donantes deben financiar.", "es"),
        (
            "Les ministres se sont réunis dans la capitale et ont adopté un cadre pour la région que les bailleurs doivent financer.",
            "fr",
        ),
        ("Die Minister trafen sich in der Hauptstadt und einigten sich auf einen Rahmen für die Region.", "de"),
        ("1 2 3", None),
    ],
)
def test_the_language_is_inferred_from_its_commonest_words(text: str, language: str | None) -> None:
    known = card(text).language
    assert (known.value if known else None) == language
    assert known is None or known.basis is Basis.INFERRED


def test_a_line_of_copyright_names_the_publisher_and_the_text_its_short_form() -> None:
    known = card(f"{TEXT}\n\nThe Office for Safe Passage (OSP) agreed.\n\n© 2022 Office for Safe Passage. All rights reserved.\n")
    assert known.publisher is not None
    assert known.short_publisher is not None
    assert (known.publisher.value, known.short_publisher.value) == ("Office for Safe Passage", "OSP")


def test_an_abbreviation_or_a_photographers_mark_alone_names_no_publisher() -> None:
    known = card(f"The Office for Safe Passage (OSP) agreed. {TEXT}\n\nFamilies at the border. © Agency/Jane Doe\n")
    assert (known.publisher, known.short_publisher) == (None, None)


def test_front_matter_speaks_for_the_file() -> None:
    known = card(f'---\ntitle: "On asylum"\ndate: 2021-03\nlang: es\nauthor: A. Name\n---\n\n# Another title\n\n{TEXT}\n', "a.md")
    assert known.title is not None
    assert known.date is not None
    assert known.language is not None
    assert (known.title.value, known.title.basis, known.date.value.iso()) == ("On asylum", Basis.FROM_FILE, "2021-03")
    assert (known.language.value, [author.value for author in known.authors]) == ("es", ["A. Name"])


def beside(folder: Path, toml: str) -> Path:
    path = folder / "statement.txt"
    path.write_text(f"6 June 2022\n\n{TEXT}\n", encoding="utf-8")
    path.with_name("statement.txt.card.toml").write_text(toml, encoding="utf-8")
    return path


def test_a_sidecar_wins_and_leaves_the_rest(tmp_path: Path) -> None:
    known = read_file(beside(tmp_path, 'title = "T"\ndate = 2023-01-16\nauthors = ["A", "B"]\n')).card
    assert known.title is not None
    assert known.date is not None
    assert known.language is not None
    assert (known.title.value, known.title.basis) == ("T", Basis.FROM_FILE)
    assert (known.date.value.iso(), known.date.basis) == ("2023-01-16", Basis.FROM_FILE)
    assert [author.value for author in known.authors] == ["A", "B"]
    assert (known.language.value, known.language.basis) == ("en", Basis.INFERRED)


@pytest.mark.parametrize(
    ("toml", "code", "key"),
    [
        ('titel = "T"', "card-unknown-key", "titel"),
        ("title = 3", "card-bad-value", "title"),
        ('title = " "', "card-bad-value", "title"),
        ('date = "June"', "card-bad-value", "date"),
        ('date = "2023-02-30"', "card-bad-value", "date"),
        ('language = "English"', "card-bad-value", "language"),
        ("authors = [1]", "card-bad-value", "authors"),
        ("title = ", "card-malformed", None),
    ],
)
def test_a_wrong_sidecar_is_refused_naming_file_and_key(tmp_path: Path, toml: str, code: str, key: str | None) -> None:
    path = beside(tmp_path, toml)
    with pytest.raises(FileNotRead) as caught:
        read_file(path)
    refused = caught.value
    assert (refused.code, refused.parameters.get("key"), refused.exit_code) == (code, key, ExitCode.NOT_READ)
    for language in LANGUAGES:
        assert "statement.txt.card.toml" in refused.line(Words(language))
