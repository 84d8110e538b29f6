"""What of a page is the site and not the document: by element, role, name of class, and whether it is shown at all."""

import re

from briefing_app.reading.html.tree import Node


def _table(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


NEVER_TEXT = _table(
    "script style template noscript head button input select textarea svg canvas iframe object embed audio video map dialog",
    "datalist progress meter applet frameset noframes",
)
"""Elements that hold no words of a document."""
_SITE = _table("nav menu amp-sidebar amp-consent amp-social-share amp-ad amp-user-notification amp-sticky-ad")
_ROLES = _table(
    "navigation banner contentinfo search complementary dialog alertdialog alert menu menubar toolbar tablist form button"
)
_SURE = _table(
    "cookie cookies consent gdpr onetrust cookiebanner cookiebar breadcrumb breadcrumbs newsletter newsletters subscribe",
    "addthis sharethis sharedaddy sharebar share sharing social socials socialmedia compartir comparte partager partage",
    "signup login paywall donate donation donations outbrain taboola disqus comment comments respond popup modal lightbox",
    "sidebar navbar nav menu navigation navbox pagination pager skiplink jumplinks sitemap masthead toolbar topbar",
    "advert advertisement advertisements adsbygoogle adsense related relacionados relacionadas recirc recirculation readmore",
    "commentlist shareaholic subscription noprint editsection promo promos trending mostread popular teaser teasers",
)
"""Words in a class or id that name a part of the site."""
_THREAD = _table("comment comments commentlist disqus discussion guestbook replies")
"""Words that name what readers wrote."""
_LIKELY = _table("footer header banner widget widgets ad ads sponsor sponsored tags tag meta byline print tools rail aside search")
"""Words that name a part of the site where little or nothing but links is in it."""
_NOT_SO = _table("has with no without show hide is js not page post single body")
"""Words before such a word that say something of an element around it: ``has-sidebar``."""
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_SHY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.IGNORECASE)
_READ_OUT = _table("sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only u-hidden hidden")
"""Classes for words that only a screen reader says: labels of buttons, mostly."""


def is_hidden(node: Node) -> bool:
    """Tell whether a browser would not show the element, or only a screen reader would say it."""
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    if _SHY.search(attributes.get("style", "")):
        return True
    return bool(_READ_OUT.intersection(attributes.get("class", "").split()))


def is_sites_own(node: Node) -> bool:
    """Tell whether an element is a part of the site by what it is or calls itself."""
    if node.tag in _SITE or node.attributes.get("role", "").lower() in _ROLES:
        return True
    return _named(node, _SURE)


def is_thread(node: Node) -> bool:
    """Tell whether an element calls itself what readers wrote."""
    return _named(node, _THREAD) or node.attributes.get("itemtype", "").endswith("schema.org/Comment")


def may_be_sites(node: Node) -> bool:
    """Tell whether an element is a part of the site if it says next to nothing."""
    return node.tag in {"aside", "header", "footer", "form"} or _named(node, _LIKELY)


def _named(node: Node, words: frozenset[str]) -> bool:
    for name in f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}".split():
        parts = [part.lower() for part in _WORDS.findall(name)]
        if any(part in words and not (at and parts[at - 1] in _NOT_SO) for at, part in enumerate(parts)):
            return True
    return False
