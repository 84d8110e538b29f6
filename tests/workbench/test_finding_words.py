"""What a finding says in each language: numbers, days and lists as the language writes them."""

import pytest

from briefing_app.domain.finding import Finding, Severity
from briefing_app.words import Words
from briefing_app.workbench.finding_words import finding_words


def said(language, code, **parameters):
    return finding_words(Finding(code, Severity.MEND, parameters=parameters), Words(language))


@pytest.mark.parametrize(("language", "written"), [("en", "2.5"), ("es", "2,5"), ("fr", "2,5")])
def test_a_part_of_a_page_has_the_decimal_mark_of_the_language(language, written):
    sentence = said(language, "pages-over", taken=2.5, room=2.0)
    assert written in sentence
    assert "2.0" not in sentence
    assert "2,0" not in sentence


@pytest.mark.parametrize(
    ("language", "written"), [("en", "16 January 2023"), ("es", "16 de enero de 2023"), ("fr", "16 janvier 2023")]
)
def test_a_day_is_written_out(language, written):
    assert written in said(language, "source-later", source="A note", date="2023-01-16", pack="2022-06")


@pytest.mark.parametrize(("language", "written"), [("en", "Ana and Luis"), ("es", "Ana y Luis"), ("fr", "Ana et Luis")])
def test_several_things_are_a_list_of_the_language(language, written):
    assert written in said(language, "speakers-differ", names=("Ana", "Luis"))


def test_other_words_may_stand_in_for_a_detail():
    finding = Finding("figure-not-in-source", Severity.MEND, parameters={"number": "32"})
    assert "<32>" in finding_words(finding, Words("en"), {"number": "<32>"})


def test_the_key_of_a_finding_is_plain_whatever_its_details_are():
    assert (
        Finding("overrun", Severity.MEND, parameters={"taken": 2.0, "room": 1.25, "where": "a"}).key
        == "overrun(room=1.25,taken=2,where=a)"
    )
    assert (
        Finding("speakers-differ", Severity.MEND, parameters={"names": ("Ana", "Luis")}).key == "speakers-differ(names=Ana, Luis)"
    )
