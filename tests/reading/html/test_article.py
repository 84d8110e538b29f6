"""What of a page is the document, and what is the site around it."""

import pytest

from briefing_app.domain.reading import BlockKind
from briefing_app.reading.html.reader import read_html

FIRST = "The valley’s clinics have run out of insulin, and the road that supplied them has been closed since the flood in March."
SECOND = (
    "Three governments promised a convoy within the week; none of the lorries has left its depot, drivers told our team on Monday."
)
THIRD = "We ask the ministers who meet on Thursday to open the northern crossing and to pay for the fuel that the convoy needs."


def read(body, head=""):
    page = (
        f"<!DOCTYPE html><html lang='en'><head><title>Clinics run dry | Valley Aid</title>{head}</head><body>{body}</body></html>"
    )
    return read_html(page.encode(), "page.html", "0" * 64)[0]


def blocks(reading):
    return [(block.kind, block.span.of(reading.text)) for block in reading.blocks]


ARTICLE = f"<article><h1>Clinics run dry</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
WHOLE = [
    (BlockKind.HEADING, "Clinics run dry"),
    (BlockKind.PARAGRAPH, FIRST),
    (BlockKind.PARAGRAPH, SECOND),
    (BlockKind.PARAGRAPH, THIRD),
]


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><ul><li><a href='/'>Home</a><li><a href='/work'>Our work</a></ul></nav>",
        "<div class='cookie-banner'><p>We use cookies so that this site remembers you and your choices. Do you accept them?</p></div>",
        "<div id='onetrust-consent-sdk'>Your choices regarding the small files that we store on your device are respected.</div>",
        "<div class='share-bar'><a href='#'>Share on one site</a> <a href='#'>Share on another</a></div>",
        "<section class='newsletter-signup'><h2>Stay informed</h2><p>Leave your address and get our news each month.</p></section>",
        "<div class='donate-block'><h3>Give today</h3><p>Forty euros buy a week of insulin for one child in the valley.</p></div>",
        "<div class='related-posts'><h3>Read next</h3><ul><li><a href='/a'>A bridge falls</a></ul></div>",
        "<ol class='breadcrumb'><li><a href='/'>Home</a><li><a href='/news'>News</a></ol>",
        "<footer><p>Valley Aid, 4 Mill Lane, Fordham</p></footer>",
        "<div class='comments'><p>I was there last week and can confirm every word of this, sadly.</p></div>",
        "<script>var words = 'The valley has no words of scripts, whatever they say at length in a string like this one.';</script>",
        "<p hidden>Nobody sees this sentence, however long it is made, for the page hides it from all who read it.</p>",
        "<p style='display: none'>Nor this one, which the page hides with a rule of style rather than with an attribute.</p>",
        "<div aria-hidden='true'>Nor this.</div>",
        "<span class='visually-hidden'>Skip to the main part of this page</span>",
        "<noscript><img src='x.gif'>Please turn scripts on to see all of this page.</noscript>",
        "<form><label>Search</label><input name='q'><button>Go</button></form>",
    ],
)
def test_what_belongs_to_the_site_is_left_out_before_after_and_amid_the_article(furniture):
    assert blocks(read(furniture + ARTICLE)) == WHOLE
    assert blocks(read(ARTICLE + furniture)) == WHOLE
    assert blocks(read(ARTICLE.replace(f"<p>{SECOND}", f"{furniture}<p>{SECOND}"))) == WHOLE


@pytest.mark.parametrize("name", ["has-sidebar", "post-with-comments", "share", "newsletter", "no-menu", "related"])
def test_no_name_makes_the_sites_of_what_holds_the_text(name):
    assert blocks(read(f"<div class='{name}'>{ARTICLE}</div>")) == WHOLE


def test_a_quotation_keeps_its_attribution_in_a_footer_whatever_its_class_is():
    quotation = f"<blockquote class='share'><p>{SECOND}</p><footer>— <cite>Ines Varela</cite>, convoy leader</footer></blockquote>"
    found = blocks(read(ARTICLE.replace(f"<p>{SECOND}</p>", quotation)))
    assert found[2:4] == [(BlockKind.BLOCK_QUOTE, SECOND), (BlockKind.BLOCK_QUOTE, "— Ines Varela, convoy leader")]


def test_the_title_is_the_articles_though_it_stands_in_another_part_of_the_page():
    page = f"<header><h1>Clinics run dry</h1><p>By our own reporter</p></header><main><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></main>"
    assert blocks(read(page))[0] == WHOLE[0]
    assert blocks(read(page))[-3:] == WHOLE[1:]


def test_a_page_with_little_text_is_read_whole_rather_than_not_at_all():
    assert read("<div class='menu'><p>Closed today.</p></div>").text == "Closed today."


def test_a_hundred_thousand_nested_elements_are_read():
    reading = read("<div>" * 100_000 + FIRST + "</div>" * 100_000)
    assert reading.text == FIRST


def test_charts_give_no_paragraphs_but_a_short_list_of_names_does():
    chart = "".join(f"<div>{year}</div><div>{year - 1990}</div>" for year in range(2010, 2020))
    assert blocks(read(ARTICLE.replace(f"<p>{SECOND}", f"{chart}<p>{SECOND}"))) == WHOLE
    names = "<p>Ines Varela</p><p>Tom Okoro</p><p>Ana Ruiz</p>"
    assert "Tom Okoro" in read(ARTICLE.replace("</article>", names + "</article>")).text


def test_short_paragraphs_beside_one_long_one_are_not_lost():
    page = f"<div><h2>Asks</h2><p>{FIRST} {SECOND} {THIRD}</p><p>Open the road.</p><div><p>Pay for fuel.</p></div></div>"
    assert [words for _, words in blocks(read(page))] == ["Asks", f"{FIRST} {SECOND} {THIRD}", "Open the road.", "Pay for fuel."]


def test_a_summary_in_the_articles_header_is_kept():
    page = ARTICLE.replace("<p>", f"<header>{SECOND}</header><p>", 1)
    assert blocks(read(page))[1] == (BlockKind.PARAGRAPH, SECOND)
