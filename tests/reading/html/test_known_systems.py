"""Pages as well-known systems write, save and send them: the article whole, with its card, and nothing of the site."""

import re

import pytest

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.reading import BlockKind, shown
from briefing_app.errors import FileNotRead
from briefing_app.reading.entry import read_bytes
from tests.reading.html.pages import ARTICLE, BODY, FIRST, FURNITURE, ITEMS, LAST, PAGES, SAID, SECOND, SPEAKER, TITLE, mhtml

PUBLISHED = ("wordpress", "drupal", "sharepoint", "react", "amp", "old tables", "saved from a browser")


def said(reading):
    """Return the blocks of a reading as they are shown; the cells of a row stay apart."""
    return [
        block.span.of(reading.text) if block.kind is BlockKind.TABLE_ROW else shown(reading, block.span) for block in reading.blocks
    ]


@pytest.mark.parametrize("system", PAGES)
def test_an_article_comes_out_whole_and_in_order_with_its_title_and_day(system):
    read = read_bytes(PAGES[system]().encode(), f"{system}.html")
    found = said(read.reading)
    assert [words for words in found if words in ARTICLE] == list(ARTICLE)
    assert read.card.title
    assert read.card.title.value == TITLE
    assert read.card.date
    assert read.card.date.value == PartialDate(2021, 5, 4)
    assert not read.reading.damage


@pytest.mark.parametrize("system", PAGES)
def test_nothing_of_the_site_is_in_it(system):
    found = said(read_bytes(PAGES[system]().encode(), f"{system}.html").reading)
    assert [words for words in found if any(words.startswith(each) or f" {each}" in words for each in FURNITURE)] == []


@pytest.mark.parametrize("system", PUBLISHED)
def test_the_publisher_is_known_where_the_page_says_it(system):
    card = read_bytes(PAGES[system]().encode(), f"{system}.html").card
    assert card.publisher
    assert card.publisher.value == "River Watch"


@pytest.mark.parametrize("system", PAGES)
def test_quotations_items_and_rows_are_what_they_are(system):
    reading = read_bytes(PAGES[system]().encode(), f"{system}.html").reading
    kinds = dict(zip(said(reading), (block.kind for block in reading.blocks), strict=True))
    assert {kinds[words] for words in (SAID, SPEAKER)} == {BlockKind.BLOCK_QUOTE}
    assert {kinds[item] for item in ITEMS} == {BlockKind.LIST_ITEM}
    assert kinds["Vell\t4\t0"] is BlockKind.TABLE_ROW


@pytest.mark.parametrize("charset", ["utf-16", "utf-8-sig", "windows-1252"])
def test_a_page_is_the_same_in_any_character_set(charset):
    page = re.sub(r'<meta charset="utf-8">', f'<meta charset="{charset}">', PAGES["drupal"]())
    assert [words for words in said(read_bytes(page.encode(charset), "page.html").reading) if words in ARTICLE] == list(ARTICLE)


def test_a_page_in_an_arabic_set_is_read_in_it():
    words = "تعبر إحدى عشرة عبارة النهر بعد حلول الظلام، وأربع منها لا تحمل مصباحا يراه من على الضفة الأخرى."
    page = f'<html dir="rtl" lang="ar"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><body><p>{words}</p></body></html>'
    reading = read_bytes(page.encode("windows-1256"), "page.html").reading
    assert (reading.text, reading.language) == (words, "ar")


def test_a_page_saved_in_one_file_is_read_with_the_address_it_came_from():
    read = read_bytes(mhtml(PAGES["wordpress"]()), "page.mhtml")
    assert [words for words in said(read.reading) if words in ARTICLE] == list(ARTICLE)
    assert read.card.address
    assert read.card.address.value == "https://riverwatch.example/2021/05/04/lamps"


def test_a_page_of_frames_without_words_says_where_they_are():
    with pytest.raises(FileNotRead) as told:
        read_bytes(b"<html><frameset cols='9,*'><frame src='menu.htm'><frame src='text.htm'></frameset></html>", "index.htm")
    assert told.value.code == "file-only-frames"


@pytest.mark.parametrize(
    "heading",
    ["5 comments", "3 thoughts on “Lamps”", "Leave a reply", "12 commentaires", "4 comentarios", "Comments (5)", "Comments"],
)
def test_what_readers_wrote_is_left_out_though_it_is_more_than_the_article(heading):
    thread = "".join(f"<div><p>Reader {n} says that {SECOND.lower()}</p><a href='#r{n}'>Reply</a></div>" for n in range(30))
    page = f"<html><body><div><h1>{TITLE}</h1>{BODY}</div><div><div><h3>{heading}</h3></div><div>{thread}</div></div></body></html>"
    assert said(read_bytes(page.encode(), "page.html").reading) == [TITLE, *ARTICLE]


@pytest.mark.parametrize("named", ["comments", "comment-list", "disqus_thread", "commentlist"])
def test_a_thread_by_name_is_left_out_though_it_is_more_than_the_article(named):
    thread = "".join(f"<div class='c'><p>Reader {n} says that {SECOND.lower()}</p></div>" for n in range(30))
    page = f"<html><body><div><h1>{TITLE}</h1>{BODY}</div><div id='{named}'>{thread}</div></body></html>"
    assert said(read_bytes(page.encode(), "page.html").reading) == [TITLE, *ARTICLE]


@pytest.mark.parametrize(
    "heading",
    [
        "Comments on the draft law",
        "Responses to the flood",
        "Share responsibility for the ferries",
        "Partager la charge",
        "Contact",
    ],
)
def test_a_chapter_is_no_thread_for_the_words_of_its_heading(heading):
    page = f"<html><body><h1>{TITLE}</h1><p>{FIRST}</p><h2>{heading}</h2><p>{SECOND}</p><p>{LAST}</p></body></html>"
    assert said(read_bytes(page.encode(), "page.html").reading) == [TITLE, FIRST, heading, SECOND, LAST]


def test_a_sentence_about_rights_or_privacy_stays():
    about = "The privacy policy of the port office says nothing about cameras, and copyright in the maps of 1950 lapsed long ago."
    page = f"<html><body><h1>{TITLE}</h1><p>{FIRST}</p><p>{about}</p><p>{LAST}</p></body></html>"
    assert about in said(read_bytes(page.encode(), "page.html").reading)


def test_a_quotation_pulled_out_is_left_out_once_and_one_that_stands_alone_is_kept():
    pulled = f"<aside class='quote'><p>{SECOND}</p></aside>"
    page = f"<html><body><h1>{TITLE}</h1><p>{FIRST}</p>{pulled}<p>{SECOND} {LAST}</p></body></html>"
    assert said(read_bytes(page.encode(), "page.html").reading) == [TITLE, FIRST, f"{SECOND} {LAST}"]
    alone = page.replace(f"<p>{SECOND} {LAST}</p>", f"<p>{LAST}</p>").replace("aside", "section")
    assert said(read_bytes(alone.encode(), "page.html").reading) == [TITLE, FIRST, SECOND, LAST]


def test_contents_that_lead_into_the_page_itself_stay():
    contents = "<div><a href='#a'>The count</a> | <a href='#b'>The lamps</a> | <a href='#c'>The landings</a></div>"
    page = f"<html><body><h1>{TITLE}</h1>{contents}<p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert "The count | The lamps | The landings" in said(read_bytes(page.encode(), "page.html").reading)
    assert "The count" not in read_bytes(page.replace("'#", "'/").encode(), "page.html").reading.text


def test_lists_in_exported_documents_keep_their_depth():
    items = "".join(f"<ul class='c5 lst-kix_9x-{depth} start'><li>{item}</li></ul>" for depth, item in enumerate(ITEMS))
    page = f"<html><body class='doc-content'><p class='title'>{TITLE}</p><p>{FIRST}</p>{items}<p>{LAST}</p></body></html>"
    reading = read_bytes(page.encode(), "page.html").reading
    assert [block.level for block in reading.blocks if block.kind is BlockKind.LIST_ITEM] == [1, 2, 3]
