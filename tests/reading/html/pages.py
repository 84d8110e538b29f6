"""Pages as well-known systems write them, each with one article of ours in the midst of what a site puts around it."""

import quopri
from collections.abc import Callable, Mapping

TITLE = "Lamps for the river ferries"
FIRST = (
    "Eleven ferries cross the Orne after dark, and four of them carry no lamp that the other bank could see, our wardens counted."
)
SECOND = (
    "Since the spring the landing at Vell has stood without a light, so that crews steer by the windows of the houses above it."
)
SAID = "We have rowed with a torch between our teeth for two winters, and nobody came to ask how many of us fell in."
SPEAKER = "— Odile Renard, ferry warden, River Watch"
ITEMS = (
    "The port office should buy lamps for the four dark ferries before winter.",
    "The county should light the landing at Vell.",
    "Schools ought to give children a reflecting band.",
)
ROWS = (("Landing", "Ferries", "Lamps"), ("Vell", "4", "0"), ("Marn", "7", "7"))
LAST = "The wardens will count again in September and publish what they find beside what was promised to them this week."

ARTICLE = (FIRST, SECOND, SAID, SPEAKER, *ITEMS, *("\t".join(row) for row in ROWS), LAST)
"""What a reader must find of the body, in order, a block each."""

_TABLE = "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS) + "</table>"
_LIST = "<ul>" + "".join(f"<li>{item}</li>" for item in ITEMS) + "</ul>"
_QUOTE = f"<blockquote><p>{SAID}</p><footer>{SPEAKER}</footer></blockquote>"
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>{_QUOTE}{_LIST}{_TABLE}<p>{LAST}</p>"

_THREAD = "".join(
    f"<li class='{{item}}'><div class='{{author}}'>Reader {number}</div><div class='{{words}}'><p>I cross there each evening with"
    f" the cart, and my neighbour says that number {number} had a lamp once which somebody took.</p></div><a>Reply</a></li>"
    for number in range(1, 6)
)


def _thread(item: str, author: str, words: str) -> str:
    return _THREAD.format(item=item, author=author, words=words)


def _wordpress() -> str:
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>{TITLE} – River Watch</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="River Watch">
<meta property="article:published_time" content="2021-05-04T08:00:00+00:00"></head>
<body class="post-template-default single single-post has-sidebar"><a class="skip-link screen-reader-text" href="#c">Skip to content</a>
<header id="masthead" class="site-header"><p class="site-title">River Watch</p><nav><ul><li><a href="/">Home</a><li><a>About</a></ul></nav></header>
<main id="c"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time datetime="2021-05-04">May 4, 2021</time></span> by <a>admin</a></div></header>
<div class="entry-content">{BODY}
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a>Twitter</a><li><a>Facebook</a></ul></div>
<div class="wp-block-group has-background"><p>Sign up to our letter and never miss a count of lamps on the river again, it is free of charge.</p></div>
</div><footer class="entry-footer">Posted in <a>News</a> Tagged <a>Lamps</a></footer></article>
<nav class="post-navigation"><a>Previous: Oars counted</a><a>Next: Rope tested</a></nav>
<section id="comments-area" class="discussion"><h2>5 thoughts on “{TITLE}”</h2><ol class="thread">{_thread("comment even depth-1", "comment-author vcard", "comment-content")}</ol></section>
</main><aside class="widget-area"><h2>Recent posts</h2><ul><li><a>Oars counted</a><li><a>Rope tested</a></ul></aside>
<footer class="site-footer"><p>© 2021 River Watch. All rights reserved.</p><p>Proudly powered by WordPress</p></footer></body></html>"""


def _drupal() -> str:
    return f"""<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>{TITLE} | River Watch</title>
<meta name="dcterms.date" content="2021-05-04"><meta name="dcterms.publisher" content="River Watch"></head>
<body class="path-node page-node-type-article"><div class="dialog-off-canvas-main-canvas"><div class="layout-container">
<header role="banner"><a href="/">Home</a><nav role="navigation"><h2 class="visually-hidden">Main navigation</h2><ul><li><a>Work</a></ul></nav></header>
<div class="region region-breadcrumb"><nav><ol><li><a>Home</a></li><li><a>News</a></li></ol></nav></div>
<main role="main"><div class="layout-content"><div class="region region-content"><div class="block block-page-title-block"><h1><span class="field field--name-title">{TITLE}</span></h1></div>
<article class="node node--type-article"><footer class="node__meta"><div class="node__submitted">Submitted by <span>press</span> on <span>Tue, 05/04/2021 - 08:00</span></div></footer>
<div class="node__content"><div class="clearfix text-formatted field field--name-body field__item">{BODY}</div>
<div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__items"><div class="field__item"><a>Lamps</a></div></div></div>
<section class="field field--name-comment"><h2>Comments</h2>{_thread("x", "y", "z").replace("li", "article")}</section></div></article></div></div></main>
<footer class="site-footer"><div class="region region-footer"><p>Copyright River Watch 2021 | <a>Privacy policy</a> | <a>Terms of use</a></p></div></footer></div></div></body></html>"""


def _sharepoint() -> str:
    return f"""<!DOCTYPE html><html lang="en-us"><head><title>\n\t{TITLE}\n</title><meta name="GENERATOR" content="Microsoft SharePoint">
<meta name="date" content="2021-05-04"><meta property="og:site_name" content="River Watch"></head><body><form id="aspnetForm" method="post" action="./lamps.aspx">
<input type="hidden" name="__VIEWSTATE" value="x"><div id="s4-ribbonrow" class="s4-pr"><div id="globalNavBox"><a>Sign In</a></div></div>
<div id="s4-workspace"><div id="s4-bodyContainer"><div id="s4-titlerow"><h1 id="pageTitle"><span id="DeltaPlaceHolderPageTitleInTitleArea">{TITLE}</span></h1></div>
<div id="sideNavBox" class="ms-dialogHidden"><ul><li><a>Documents</a></li><li><a>Calendar</a></li><li><a>Site contents</a></li></ul></div>
<div id="contentBox"><div id="DeltaPlaceHolderMain"><div class="ms-rtestate-field"><div>{BODY}</div></div></div></div></div></div></form></body></html>"""


def _react() -> str:
    div = BODY.replace("<p>", '<div class="sc-aXZVg jQwSrC">').replace("</p>", "</div>")
    return f"""<!doctype html><html lang="en"><head><title>{TITLE}</title><script type="application/ld+json">{{"@context":"https://schema.org",
"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2021-05-04T08:00:00Z","publisher":{{"@type":"Organization","name":"River Watch"}}}}</script></head>
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"><div class="css-1q2w3e"><div class="css-bar" role="navigation"><a>Menu</a></div>
<div class="css-main"><div class="css-9x"><h1 class="css-h">{TITLE}</h1><div class="css-d">4 May 2021</div><button>Listen</button><div class="css-body">{div}</div>
<div class="css-foot"><div>Was this helpful?</div><button>Yes</button><button>No</button></div></div></div>
<div class="css-low"><span>© River Watch 2021</span><a>Privacy</a><a>Cookies</a></div></div></div><script>window.__DATA__={{"body":"{FIRST}"}}</script></body></html>"""


def _amp() -> str:
    return f"""<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{TITLE}</title><link rel="canonical" href="https://riverwatch.example/2021/05/04/lamps">
<meta property="og:site_name" content="River Watch"><style amp-boilerplate>body{{visibility:hidden}}</style></head><body>
<amp-sidebar id="s"><ul><li><a>Home</a></li></ul></amp-sidebar><header class="amp-wp-header"><a>River Watch</a></header>
<article class="amp-wp-article"><header><h1>{TITLE}</h1><div class="amp-wp-meta amp-wp-byline">press</div></header>
<amp-img src="a.jpg" alt="A ferry"></amp-img><div class="amp-wp-article-content">{BODY}</div><amp-social-share type="email"></amp-social-share></article>
<amp-consent id="k"><div>We and our partners store data on your device. Do you agree to this use of your data?</div></amp-consent>
<footer class="amp-wp-footer"><p>Powered by a plugin</p><a href="#top">Back to top</a></footer></body></html>"""


def _old_tables() -> str:
    font = BODY.replace("<p>", '<p><font face="Arial" size="2">').replace("</p>", "</font></p>")
    menu = "<br>".join(f'<a href="{name}.htm"><font size=1>{name}</font></a>' for name in ("Home", "Counts", "Wardens", "Links"))
    return f"""<HTML><HEAD><TITLE>River Watch - {TITLE}</TITLE><META NAME="date" CONTENT="2021-05-04"><META NAME="DC.Publisher" CONTENT="River Watch"></HEAD>
<BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="780" BORDER=0 CELLPADDING=0><TR><TD COLSPAN=2 HEIGHT=60><IMG SRC="logo.gif" ALT="River Watch"></TD></TR>
<TR VALIGN=TOP><TD WIDTH=140 BGCOLOR="#CCCCCC">{menu}</TD><TD><TABLE WIDTH="100%"><TR><TD><H1><FONT FACE="Arial">{TITLE}</FONT></H1>{font}</TD></TR></TABLE></TD></TR>
<TR><TD COLSPAN=2 ALIGN=CENTER><FONT SIZE=1>© 2021 River Watch. All rights reserved. | <a href="mailto:x@riverwatch.example">Webmaster</a><BR>You are visitor number 10432</FONT></TD></TR></TABLE></BODY></HTML>"""


def _saved() -> str:
    body = BODY.replace("<p>", '<p data-v-1f="">')
    return f"""<!DOCTYPE html>\n<!-- saved from url=(0042)https://riverwatch.example/2021/05/04/lamps -->\n<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>{TITLE} | River Watch</title><meta property="og:site_name" content="River Watch"><link rel="stylesheet" href="./{TITLE}_files/main.css"></head><body>
<div class="cc-window cc-banner" role="dialog">This website uses cookies to ensure you get the best experience. <a>Got it</a></div>
<div class="main-wrap"><img src="./{TITLE}_files/logo.png"><h1>{TITLE}</h1>{body}
<aside class="pullquote"><p>“{SAID}”</p></aside>
<div class="author-box"><h4>About the author</h4><p>Press is the desk of River Watch that answers the telephone on working days.</p></div>
<iframe src="./{TITLE}_files/saved_resource.html"></iframe></div>
<div id="fb-root"></div><p class="legal">Copyright © 2021 River Watch. Registered in the county of Orne under number 5512. <a>Privacy</a></p></body></html>"""


def _word() -> str:
    body = BODY.replace(
        "<p>", '<p class=MsoNormal style="margin-bottom:8.0pt"><span lang=EN-GB style="mso-fareast-language:EN-US">'
    )
    body = (
        body.replace("</p>", "<o:p></o:p></span></p>").replace("<ul>", "").replace("</ul>", "").replace("</li>", "<o:p></o:p></p>")
    )
    bullet = (
        '<p class=MsoListParagraph style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="font-family:Symbol">'
        '<span style="mso-list:Ignore">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp; </span></span></span><![endif]>'
    )
    body = body.replace("<li>", bullet)
    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><title>{TITLE}</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>press</o:Author><o:Created>2021-05-04T08:00:00Z</o:Created></o:DocumentProperties></xml><![endif]-->
<style>p.MsoNormal {{margin:0cm}}</style></head><body lang=EN-GB><div class=WordSection1><p class=MsoTitle>{TITLE}<o:p></o:p></p><p class=MsoNormal>4 May 2021</p>{body}</div></body></html>"""


def _google_docs() -> str:
    body = BODY.replace("<p>", '<p class="c3"><span class="c1">').replace("</p>", "</span></p>")
    body = body.replace("<li>", '<li class="c2 li-bullet-0"><span class="c1">').replace("</li>", "</span></li>")
    return f"""<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">.c1{{color:#000}}</style></head>
<body class="c9 doc-content"><p class="c5 title" id="h.abc"><span class="c0">{TITLE}</span></p><p class="c4"><span class="c1">4 May 2021</span></p><p class="c4"><span></span></p>{body}</body></html>"""


def _outlook() -> str:
    body = BODY.replace("<p>", "<p class=MsoNormal>")
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{TITLE}</title></head><body lang="EN-GB"><div class="WordSection1">
<p class="MsoNormal"><b><span lang="EN-US">From:</span></b><span lang="EN-US"> River Watch press &lt;press@riverwatch.example&gt;<br><b>Sent:</b> 04 May 2021 09:12<br><b>To:</b> Friends<br><b>Subject:</b> {TITLE}</span></p>{body}
</div></body></html>"""


def _frames() -> str:
    return f"""<html><head><title>{TITLE}</title><meta name="date" content="2021-05-04"></head><frameset cols="160,*"><frame src="menu.htm"><frame src="lamps.htm">
<noframes><body><h1>{TITLE}</h1>{BODY}</body></noframes></frameset></html>"""


PAGES: Mapping[str, Callable[[], str]] = {
    "wordpress": _wordpress,
    "drupal": _drupal,
    "sharepoint": _sharepoint,
    "react": _react,
    "amp": _amp,
    "old tables": _old_tables,
    "saved from a browser": _saved,
    "saved by Word": _word,
    "exported from Google Docs": _google_docs,
    "an Outlook mail": _outlook,
    "frames": _frames,
}

FURNITURE = (
    "Skip to", "Home", "Posted on", "Share this", "Sign up", "Tagged", "Previous:", "thoughts on", "Reply", "I cross there", "Recent posts",
    "All rights", "powered by", "Powered by", "Copyright", "Privacy", "Submitted by", "Tags", "Comments", "Sign In", "Documents", "enable JavaScript",
    "helpful", "Listen", "©", "Back to top", "partners", "visitor number", "Webmaster", "cookies", "About the author", "Wardens", "saved_resource",
)  # fmt: skip
"""Words of sites, none of which stands in the article."""


def mhtml(page: str) -> bytes:
    """Return a page as browsers save it in one file."""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://riverwatch.example/2021/05/04/lamps\r\nSubject: x\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n\r\n\r\n'
        "------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-0@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://riverwatch.example/2021/05/04/lamps\r\n\r\n"
    )
    tail = "\r\n------MultipartBoundary--x----\r\nContent-Type: text/css\r\n\r\np { margin: 0 }\r\n------MultipartBoundary--x------\r\n"
    return head.encode() + quopri.encodestring(page.encode()) + tail.encode()
