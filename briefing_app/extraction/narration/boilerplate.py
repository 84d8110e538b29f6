"""What is no excerpt: contacts, links, what a cue gives away, unmarked headings, signatures, what publishers tell of themselves."""

import re

from briefing_app.domain.reading import Block, BlockKind
from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.narration.letterheads import is_letterhead
from briefing_app.extraction.narration.notices import is_notice
from briefing_app.extraction.text.phrases import likely, word_list

_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.|https?://|\bwww\.\w|\bP\.?\s?O\.?\sBox\b|\bB\.\s?P\.\s\d|(?i:case\spostale|apartado\spostal)\s\d|hrlc\.org|\.(?:org|com|net|int)\b"
)
_BEGINS_ADDRESS = re.compile(r"[\W_]{0,4}(?:[\w.+-]{1,64}@[\w-]{1,64}\.|https?://|www\.)")
_TELEPHONE = re.compile(r"(?:\+|\(0|\b0|\b\d{2,4}[ )/-]{1,2})\d[\d ()/-]{5,}\d")
_SENTENCE_END = re.compile(r"[.!?…;:,]\s{0,3}[”’»\"')\]*_]{0,3}\s*$")
_JUNK = re.compile(r"[^A-Za-záéíóúñçàèêôû]+")
_ANCHOR = re.compile(r"\{(?:#|:\s?[.#])[^}\s]+")
_SMALL_LETTER = re.compile(r"[a-zß-ÿ]")
_QUOTATION = re.compile(r"[“«\"][^“”«»\"]*[”»\"]$")
_QUOTED = re.compile(r"[“”«»\"]")
_LINE = re.compile(r"[^\W_][^\n]*")
_LONGEST_CONTACT = 60
_SHORT_CONTACT = 30
_LONGEST_CUED = 45
_FEWEST_PARTED = 4
_CERTAIN_CUE = 3
"""A cue of so many words at a block's start leaves no doubt: "if you no longer wish"."""
_LONGEST_HEADING = 16
_LONGEST_HEADLINE = 30
_SHORTEST_HEADLINE = 6
_LONGEST_LINE = 8
_END = 0.5
_FEWEST_SHOUTED = 3
_LONGEST_SHOUTED = 24
_SMALL_SHARE = 0.1
_LOOK = 40
_SHORT_LINE = 8
_SMALL_WORD = 3
_INITIALS = 3
"""A line of no more words may end in a stop without being a sentence: "E. S. D."."""
_MARKED_TITLE = re.compile(r"[“«\"][^”»\"]{3,90}[”»\"]\s?:\s")
"""How a headline begins that quotes: "«No nos dejen solos»: el clamor de los pueblos"."""
_SENTENCE_BREAK = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ¿¡])")
_KICKER = re.compile(r"\s*(?:[■●▪►•*]|[–—-]{1,2})\s")
_NEW_SENTENCE = re.compile(r"\w{4}[.!?]\s+[A-ZÀ-Þ¿¡“«\"]|[!?]\s+\S")


def is_boilerplate(plain: str, block: Block, table: CueTable) -> bool:
    """Tell whether a block is furniture around the text: nothing of it is ever an excerpt."""
    words = block.span.of(plain).strip()
    if block.kind is BlockKind.RULE or sum(map(str.isalpha, words)) < 2 or is_letterhead(words, table):
        return True
    count = len(words.split())
    if count < _LONGEST_CONTACT and _is_contact(plain, block.span, table):
        return True
    if count < _LONGEST_CONTACT and is_notice(plain, block.span, table):
        return True
    if words.count(";") >= _FEWEST_PARTED and _opens_roll(plain, block.span, table):
        return True
    return count < _LONGEST_CUED and (_has_cue(plain, block.span, table) or _is_foot(plain, block.span, table))


def has_number(words: str) -> bool:
    """Tell whether words hold a number to call."""
    return _TELEPHONE.search(words) is not None


def has_address(words: str) -> bool:
    """Tell whether words hold a number to call or an address to write to."""
    return has_number(words) or _ADDRESS.search(words) is not None


def _is_contact(plain: str, span: Span, table: CueTable) -> bool:
    words = span.of(plain).strip()
    if _tells_where_each(words) or _BEGINS_ADDRESS.match(words) or _TELEPHONE.search(words):
        return True
    if not _ADDRESS.search(words):
        return False
    return _tells_where(plain, span, table) or (len(words.split()) < _SHORT_CONTACT and not _is_prose(words))


def _is_foot(plain: str, span: Span, table: CueTable) -> bool:
    # Several lines, most of which begin as furniture does: "Leave a comment", "Related stories".
    lines = list(_LINE.finditer(plain, span.start, span.end))
    if len(lines) < 2:
        return False
    cued = sum(
        any(pattern.before.match(plain, line.start(), line.end()) for pattern in likely((table.boilerplate,), line.group()))
        for line in lines
    )
    return 2 * cued > len(lines)


def _tells_where_each(words: str) -> bool:
    # "For details write to ... . Other questions go to ... ."
    said = [one for one in _SENTENCE_BREAK.split(words) if one.strip()]
    return len(said) > 1 and all(_ADDRESS.search(one) for one in said)


def _tells_where(plain: str, span: Span, table: CueTable) -> bool:
    # "... For more information visit www...": the sentence before it belongs to the same foot.
    sentence = re.compile(r"(?:^|[.!?]\s+)")
    starts = {match.end() for match in sentence.finditer(plain, span.start, span.end)}
    return any(
        match.start() in starts
        for pattern in likely((table.boilerplate,), span.of(plain))
        for match in pattern.before.finditer(plain, span.start, span.end)
    )


def _has_cue(plain: str, span: Span, table: CueTable) -> bool:
    # Cues count at the start of a line, or at the end of a short block ("... on the following link:").
    words = span.of(plain)
    for pattern in likely((table.boilerplate,), words):
        for match in pattern.before.finditer(plain, span.start, span.end):
            before = _JUNK.sub("", plain[span.start : match.start()])
            after = plain[match.end() : span.end].strip(" .:*_\n[]()0123456789")
            line = plain[match.end() : span.end].partition("\n")[0].strip(" .:*_")
            if not before and (len(match.group().split()) >= _CERTAIN_CUE or not line):
                return True
            if not before and (len(after.split()) < 14 or ":" in match.group()):
                return not (_is_prose(words) and len(after.split()) > 6 and ":" not in words)
            if len(words.split()) < 30 and not after and not _QUOTED.search(words):
                return True
    return False


def _is_prose(words: str) -> bool:
    return len(words.split()) > 12 and bool(re.search(r"[.!?][”’»\"')]*\s*$", words))


def _opens_roll(plain: str, span: Span, table: CueTable) -> bool:
    # "(*) First signatories: Ana Silva, lawyer; Ivo Petrov (VLB); ...": a cue with a colon, however long the list.
    start = re.compile(r"[\W_]*").match(plain, span.start, span.end)
    place = start.end() if start else span.start
    found = (pattern.before.match(plain, place, span.end) for pattern in likely((table.boilerplate,), span.of(plain)))
    return any(match and match.group().endswith(":") for match in found)


def is_heading_like(plain: str, block: Block, *, cut: bool, goes_on: bool = False) -> bool:
    """Tell whether a block is a heading, title or byline, marked or not: short, ending as no sentence does (unless ``cut``).

    ``goes_on``: the text before it ends amid a sentence.
    """
    if block.kind is BlockKind.HEADING:
        return True
    words = block.span.of(plain).strip()
    if _ANCHOR.search(words):
        return True
    if (goes_on and words[:1].islower()) or words.count("“") > words.count("”") or words.count('"') % 2:
        # Part of a sentence, or of somebody's words, that lines or pages broke.
        return False
    if _is_shouted(words):
        return True
    if _SENTENCE_END.search(words) and not words.endswith(","):
        return False
    limit = _LONGEST_HEADING // 2 if cut else _LONGEST_HEADING
    if "\n" in words and all(len(line.split()) <= _LONGEST_LINE for line in words.splitlines()):
        # A letterhead, or names one below the other.
        lines = [line for line in words.splitlines() if len(line.split()) > _INITIALS]
        return not any(_SENTENCE_END.search(line.rstrip(",")) for line in lines)
    return len(words.split()) <= limit and not _NEW_SENTENCE.search(_QUOTATION.sub("", words))


def _is_shouted(words: str) -> bool:
    # A title in capitals, whatever it ends with: "NO MORE BOATS! NO MORE LIVES!".
    if len(_SMALL_LETTER.findall(words[:_LOOK])) > _LOOK // 4 or _QUOTED.search(words):
        return False
    limit = _LONGEST_SHOUTED if _SENTENCE_END.search(words) else 2 * _LONGEST_SHOUTED
    small = len(_SMALL_LETTER.findall(words))
    return _FEWEST_SHOUTED <= len(words.split()) <= limit and small <= _SMALL_SHARE * sum(map(str.isalpha, words))


def is_salutation(plain: str, block: Block, table: CueTable) -> bool:
    """Tell whether a block is no more than whom a letter or a speech is to: "Mr President, dear friends:"."""
    words = block.span.of(plain).strip()
    if not words.endswith(":") or "," not in words or len(words.split()) > _LONGEST_HEADING:
        return False
    # Not "Mr Silva, director of the port, said:".
    return all(word_list(table.vocatives).match(part.strip()) for part in words.split(","))


def is_self_description(plain: str, span: Span, table: CueTable) -> bool:
    """Tell whether a paragraph at a text's end says what its publisher is: "Relief Org is a network of ..."."""
    words = span.of(plain)
    opened = word_list(table.about).match(words.lstrip(" *_"))
    if opened and re.match(r"\s*(?:[^\n:–—-]{0,40})[:–—-]\s", words.lstrip(" *_")[opened.end() :]):
        return True
    verb = word_list(table.tells_of_itself).search(words)
    if not verb or _QUOTED.search(words):
        return False
    name = words[: verb.start()].strip(" ,*_")
    article = word_list(table.articles).match(name)
    name = re.sub(r"\s*\([^)]*\)", "", name[article.end() :].strip() if article else name).split(",")[0]
    known = bool(name[:1].isupper()) and len(name.split()) <= _LONGEST_LINE and not re.search(r"[.;:?!]\s", name)
    return known and name.lower() in plain[: span.start].lower() and word_list(table.organisation_nouns).search(words) is not None


def begins(plain: str, block: Block, words: tuple[str, ...], *, whole: bool = False) -> bool:
    """Tell whether a block of the text's second half begins with such words; ``whole``: its first line is no more than them."""
    line = block.span.of(plain).strip(" #*_>|[()\n").split("\n", maxsplit=1)[0]
    found = word_list(words).match(line)
    if block.span.start < len(plain) * _END or not found:
        return False
    rest = re.sub(r"[\W\d_]+", " ", line[found.end() :]).split()
    if not rest or whole:
        return not rest
    sentence = line.endswith((".", "!", "?")) and len(rest) > _SMALL_WORD
    return not sentence and (len(rest) < _SHORT_LINE or line[found.end() :].lstrip()[0] in ",:;.–—-")


def is_headline(plain: str, block: Block, table: CueTable) -> bool:
    """Tell whether the first words of a text are its headline: several sentences or somebody's words that never end.

    One that ends with a stop has no article: "Harbour council finds mistakes in new plan for boats."
    """
    words = block.span.of(plain).strip()
    tokens = words.rstrip(".").split()
    if words.endswith(("!", "?")) and len(tokens) <= _LONGEST_HEADING and not _NEW_SENTENCE.search(words[:-1]):
        return True
    if words.endswith(".") and _SHORTEST_HEADLINE <= len(tokens) <= _LONGEST_HEADING and not _NEW_SENTENCE.search(words[:-1]):
        return words[:1].isupper() and not word_list(table.articles).search(words)
    paired = words.count("“") == words.count("”") and words.count("«") == words.count("»") and not words.count('"') % 2
    return len(words.split()) <= _LONGEST_HEADLINE and ends_open(plain, block) and paired


def is_marked_title(plain: str, block: Block) -> bool:
    """Tell whether a line that begins with a quotation is a headline: what follows behind a colon tells of it."""
    return _MARKED_TITLE.match(plain, block.span.start, block.span.end) is not None


def ends_open(plain: str, block: Block) -> bool:
    """Tell whether a block ends as no sentence does."""
    return not _SENTENCE_END.search(block.span.of(plain))


def is_kicker(plain: str, block: Block) -> bool:
    """Tell whether a block is like the lines under a headline that tell its story in brief: behind a sign, without a stop."""
    marked = block.kind is BlockKind.LIST_ITEM or _KICKER.match(plain, block.span.start, block.span.end)
    return bool(marked) and ends_open(plain, block)


def is_signature(plain: str, block: Block) -> bool:
    """Tell whether a block behind a letter's end holds names: it is no sentence, or most of its longer words have a capital."""
    words = block.span.of(plain)
    longer = [token.strip('([“"*_') for token in words.split() if len(token) > _SMALL_WORD]
    capital = sum(token[:1].isupper() for token in longer)
    return not _SENTENCE_END.search(words) or 2 * capital > len(longer)


def is_about(plain: str, block: Block, table: CueTable) -> bool:
    """Tell whether a heading near the end opens what a publisher says of itself: "About Relief Org", "About the authors"."""
    words = block.span.of(plain).strip(" #*_:\n").partition("\n")[0]
    if block.span.start < len(plain) / 2 or len(words.split()) > _LONGEST_LINE:
        return False
    cue = word_list(table.about).match(words)
    rest = words[cue.end() :].strip() if cue else ""
    article = word_list(table.articles).match(rest)
    rest = rest[article.end() :].strip() if article else rest
    return bool(cue) and (not rest or rest[0].isupper() or word_list(table.publishers).search(rest) is not None)
