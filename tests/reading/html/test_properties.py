"""What a page says of itself becomes its card; what the site says of itself does not."""

import json

import pytest

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.source import Basis
from briefing_app.reading.html.reader import read_html

TEXT = "<p>The road to the valley has been closed since the flood in March, and nobody has said when it will be open again.</p>" * 3


def card(head="", body="", language="en"):
    page = f"<!DOCTYPE html><html lang='{language}'><head>{head}</head><body><main>{body}{TEXT}</main></body></html>"
    return read_html(page.encode(), "page.html", "0" * 64)[1]


def linked(**entries):
    return f"<script type='application/ld+json'>{json.dumps({'@graph': [{'@type': 'WebSite'}, {'@type': 'NewsArticle', **entries}]})}</script>"


def value(known):
    return known.value if known else None


def test_linked_data_tells_title_publisher_date_and_authors():
    said = linked(
        headline="Clinics run dry",
        datePublished="2023-03-06T08:00:00Z",
        author=[{"name": "Ines Varela"}, {"name": "By Tom Okoro"}],
        publisher={"@type": "Organization", "name": "Valley Aid"},
    )
    found = card(said)
    assert (value(found.title), value(found.publisher), value(found.date)) == (
        "Clinics run dry",
        "Valley Aid",
        PartialDate(2023, 3, 6),
    )
    assert [one.value for one in found.authors] == ["Ines Varela", "Tom Okoro"]
    assert found.title.basis is found.date.basis is Basis.FROM_FILE


def test_tags_of_the_head_tell_where_there_is_no_linked_data():
    head = (
        "<meta property='og:title' content='Clinics run dry | Valley Aid'><meta property='og:site_name' content='Valley Aid'>"
        "<meta name='dcterms.issued' content='2023-03'><link rel='canonical' href='https://example.org/clinics'>"
        "<meta name='author' content='admin'>"
    )
    found = card(head, language="en-GB")
    assert (value(found.title), value(found.publisher), value(found.date)) == (
        "Clinics run dry",
        "Valley Aid",
        PartialDate(2023, 3),
    )
    assert (value(found.address), value(found.language), found.authors) == ("https://example.org/clinics", "en-GB", ())


def test_the_heading_is_the_title_where_the_pages_own_is_the_sites():
    head = "<title>Valley Aid</title><meta property='og:site_name' content='Valley Aid'>"
    assert value(card(head, "<h1>Clinics run dry</h1>").title) == "Clinics run dry"


@pytest.mark.parametrize("title", ["Untitled document", "page3_final.html", "Index", "Microsoft Word - road.doc"])
def test_a_title_that_a_program_filled_in_gives_way_to_the_text(title):
    assert value(card(f"<title>{title}</title>", "<h1>Clinics run dry</h1>").title) == "Clinics run dry"


def test_the_day_in_an_address_is_a_date_that_was_concluded():
    found = card("<link rel='canonical' href='https://example.org/2023/03/06/clinics'>")
    assert (found.date.value, found.date.basis) == (PartialDate(2023, 3, 6), Basis.INFERRED)


def test_a_date_amid_the_text_is_another_pages():
    teasers = "".join(f"<p>{TEXT}</p>" for _ in range(8))
    assert card(body=f"{teasers}<p>6 March 2019</p>{teasers}").date is None
    assert value(card(body=f"<h1>Clinics run dry</h1><p>6 March 2019</p>{teasers}").date) == PartialDate(2019, 3, 6)


@pytest.mark.parametrize(
    "said", ["{", "[[[[[[]]]]]]", '"x"', '{"@graph": 3}', '{"@type": ["NewsArticle"], "headline": ["x"], "author": 4}', "null"]
)
def test_linked_data_of_any_form_is_survived(said):
    assert (
        value(card(f"<title>Clinics run dry</title><script type='application/ld+json'>{said}</script>").title) == "Clinics run dry"
    )
