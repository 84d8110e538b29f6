"""Quotation marks of a paragraph, paired: curly, straight, angle and single, nested, and those that never close."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from briefing_app.domain.span import Span, stripped

_OPENERS = {"“": "double", "„": "double", "‟": "double", "«": "angle", "‹": "lone angle", "‘": "single", "‚": "single"}
_CLOSERS = {"”": "double", "»": "angle", "›": "lone angle"}
_MARK = re.compile(r"[“”„‟«»‹›‘‚\"]")
_DEEPEST = 6
"""Marks nested deeper than this are noise."""
_BEFORE_OPENER = frozenset(" \n\t\u00a0\u202f([{—–-/¿¡")
_SINGLE_CLOSE = re.compile(r"[’'](?!\w)")
_ENDS = frozenset(".!?")
_SHORTEST_OPEN = 6
_VERB = 24
"""How far before a mark the verb of saying begins that stands right before it."""
_LONGEST_TERM = 4
"""Behind more words than this at a paragraph's start, an apostrophe after an s is a plural's."""
_DIALOGUE = re.compile(r"—(?=[\w¿¡])")
_SPOKEN_BEFORE = re.compile(r"\w[^.!?“”\"«»]{0,200}[.,:]\s+$")
"""Between a closed stretch and a mark that opens and never closes: the attribution of both."""
_DASH_BLANK = re.compile(r"—[ \u00a0\u202f](?=[\w¿¡])")
_STRAY_BLANK = re.compile(r'" (?=[A-ZÀ-Þ¿¡])')
_COMMA = re.compile(r",\s")
_DIALOGUE_BACK = re.compile(r"[—–][.,;:]?\s")
_DIALOGUE_END = re.compile(r"\s[—–](?=\w)|\s\((?=\w)")
_STRAIGHT_SINGLE = re.compile(r"(?<![\w’'])'(?=[^\W\d_])")
_TERM = re.compile(r"'(?:\w[\w-]*|[\w-]+(?: {1,2}[\w-]+){1,4}(?<!s))'(?= {1,2}[a-z])")
"""Words set off at a paragraph's start: "'Fair share' is what they call it"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch between marks, marks included. Not ``closed``: it runs to the end of its paragraph."""

    span: Span
    family: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Marked:
    """The outermost pairs of a paragraph in order, and the first closing mark that nothing opened (its end), if any."""

    pairs: tuple[Pair, ...]
    stray: int | None = None
    dangling: int | None = None
    """Where a mark opens in the middle of the paragraph and never closes."""


def marked(
    plain: str,
    span: Span,
    dialogue: re.Pattern[str] | None = None,
    articles: re.Pattern[str] | None = None,
    said: re.Pattern[str] | None = None,
) -> Marked:
    """Return the pairs in a paragraph, linear in its length.

    ``dialogue`` are the verbs of saying of a language where a dash before a paragraph's first word opens speech; no term that is
    set off begins with one of ``articles``. Right behind one of ``said`` a straight single mark opens speech.
    """
    stack: list[tuple[str, int]] = []
    pairs: list[Pair] = []
    stray: int | None = None
    lone: int | None = None
    for mark in _MARK.finditer(plain, span.start, span.end):
        place = mark.start()
        family, opens = _role(plain, place, span, stack)
        if opens:
            _restart(plain, family, place, stack, pairs)
            if family == "single":
                lone = lone if (alone := _single(plain, place, span, articles)) else place
                pairs += alone
            elif len(stack) < _DEEPEST:
                stack.append((family, place))
            continue
        index = next((at for at in range(len(stack) - 1, -1, -1) if stack[at][0] == family), None)
        if index is not None:
            pairs.append(Pair(Span(stack[index][1], place + 1), family))
            del stack[index:]
        elif stray is None and place > span.start:
            stray = place + 1
    pairs += _straight_singles(plain, span, said) + (_dashed(plain, span, dialogue) if dialogue else [])
    stack, pairs = _opened_again(plain, stack, pairs)
    dangling = next((place for family, place in stack if family in {"double", "angle"}), None)
    for family, place in stack:
        spoken = [pair.span.end for pair in pairs if pair.family == family and pair.closed and pair.span.end <= place]
        if _may_stay_open(plain, place, span) or (spoken and _SPOKEN_BEFORE.search(plain[spoken[-1] : place])):
            end = span.start + len(span.of(plain).rstrip())
            pairs.append(Pair(Span(place, end), family, closed=False))
            dangling = None
            break
    return Marked(_outermost(pairs), stray, lone if dangling is None and not pairs else dangling)


def _opened_again(plain: str, stack: list[tuple[str, int]], pairs: list[Pair]) -> tuple[list[tuple[str, int]], list[Pair]]:
    """Return what stays open, and the pairs with those that were opened before several sentences and closed behind the last.

    "“We waited. “Nobody came,” Ana said.": lines that stood apart before somebody copied them into one.
    """
    left, grown = set(stack), list(pairs)
    places = sorted(place for _, place in stack)
    families = {place: family for family, place in stack}
    end = 0
    for number in sorted(range(len(pairs)), key=lambda number: pairs[number].span):
        closed = pairs[number]
        first = closed.span.start
        for place in reversed(places[bisect_left(places, end) : bisect_left(places, first)]):
            sentence_ends = plain[place:first].rstrip()[-1:] in _ENDS and plain[closed.span.end - 2] in _ENDS | {","}
            if not (closed.closed and families[place] == closed.family and sentence_ends):
                break
            first = place
            left.discard((closed.family, place))
        grown[number] = replace(closed, span=Span(first, closed.span.end))
        end = max(end, closed.span.end)
    return [one for one in stack if one in left], grown


def _role(plain: str, place: int, span: Span, stack: list[tuple[str, int]]) -> tuple[str, bool]:
    character = plain[place]
    before = plain[place - 1] if place > span.start else " "
    after = plain[place + 1] if place + 1 < span.end else " "
    starts = before in _BEFORE_OPENER or before in _OPENERS
    is_open = any(family == "double" for family, _ in stack)
    if character == '"' and after == " " and _STRAY_BLANK.match(plain, place, span.end) and not plain[span.start : place].strip():
        # '" We waited," she said.': a blank behind the mark that opens a paragraph.
        return "double", True
    if character == '"':
        return "double", starts and not after.isspace() and not (is_open and not after.isalnum() and after not in "¿¡[(‘'…")
    if character == "“":
        return "double", not (is_open and not starts and (after.isspace() or after in ".,;:!?)"))
    if character == "”":
        return "double", starts and not is_open and (after.isalnum() or after in "¿¡[")
    if character == "»" and not stack and not plain[span.start : place].strip() and after.isalnum():
        # Spanish printers begin each further paragraph of a quotation with the closing mark.
        return "angle", True
    if character in _OPENERS:
        return _OPENERS[character], character != "‘" or (starts and not after.isspace())
    return _CLOSERS[character], False


def _restart(plain: str, family: str, place: int, stack: list[tuple[str, int]], pairs: list[Pair]) -> None:
    # A mark at a line's start while the same is open: a line for each paragraph of one quotation; the last ran to its line's end.
    if stack and stack[0][0] == family and len(stack) == 1 and plain[:place][-1:] == "\n":
        opened = stack.pop()[1]
        end = place
        while end > opened and plain[end - 1].isspace():
            end -= 1
        pairs.append(Pair(Span(opened, end), family, closed=False))


def _single(plain: str, place: int, span: Span, articles: re.Pattern[str] | None) -> list[Pair]:
    # The sign that closes is an apostrophe too: "‘The nurses’ ward is shut.", in a paragraph whose mark never closes.
    following = plain.find("‘", place + 1, span.end)
    stop = span.end if following < 0 else following
    first: int | None = None
    plural: int | None = None
    for mark in _SINGLE_CLOSE.finditer(plain, place + 2, stop):
        if plain[mark.start() - 1] in ",.!?…" or (plain[mark.start() - 1].isspace() and not plain[mark.end() : stop].strip()):
            return [Pair(Span(place, mark.end()), "single")]
        if plain[mark.start() - 1] != "s" and first is None:
            first = mark.end()
        plural = plural or mark.end()
    whole = stripped(plain, Span(place, span.end))
    long = len(whole.of(plain).split()) >= _SHORTEST_OPEN
    alone = following < 0 and not plain[span.start : place].strip() and plain[whole.end - 1] in ".!?…,:"
    most = 1 if articles and articles.match(plain, place + 1) else _LONGEST_TERM
    if first is None and long and alone and (plural is None or len(plain[place:plural].split()) > most):
        return [Pair(whole, "single", closed=False)]
    end = first or plural
    return [Pair(Span(place, end), "single")] if end else []


def _straight_singles(plain: str, span: Span, said: re.Pattern[str] | None) -> list[Pair]:
    # A straight single mark is an apostrophe nearly always: it opens where speech may begin, and closes after punctuation.
    start = span.start + len(span.of(plain)) - len(span.of(plain).lstrip())
    pairs: list[Pair] = []
    for mark in _STRAIGHT_SINGLE.finditer(plain, start, span.end):
        place = mark.start()
        if pairs and place < pairs[-1].span.end:
            continue
        end = _straight_end(plain, place, span.end)
        if place == start:
            term = _TERM.match(plain, place, span.end)
            if end is None and term is None:
                return [Pair(Span(place, start + len(span.of(plain)[start - span.start :].rstrip())), "single", closed=False)]
            pairs.append(Pair(Span(place, term.end() if term and (end is None or term.end() < end) else end or place), "single"))
        elif end is not None and (_may_speak(plain, place, span, pairs) or _is_told(plain, Span(place, end), span, said)):
            pairs.append(Pair(Span(place, end), "single"))
    return pairs


def _straight_end(plain: str, place: int, limit: int) -> int | None:
    for mark in _SINGLE_CLOSE.finditer(plain, place + 2, limit):
        if plain[mark.start() - 1] in ",.!?…" or plain[mark.end() : mark.end() + 1] == ",":
            return mark.end()
    return None


def _may_speak(plain: str, place: int, span: Span, pairs: list[Pair]) -> bool:
    # "Ana said: 'We waited.'", and "..., Ana said, 'and nobody came.'" behind other words of hers.
    before = plain[span.start : place].rstrip()[-1:]
    return (before in {":", ".", "!", "?"} and plain[place + 1].isupper()) or (bool(pairs) and before == ",")


def _is_told(plain: str, stretch: Span, span: Span, said: re.Pattern[str] | None) -> bool:
    # "Ana said 'We waited, and nobody came.'": several words that begin a sentence, right behind the verb.
    before = plain[max(span.start, stretch.start - _VERB) : stretch.start].rstrip(" ,")
    begins = plain[stretch.start + 1].isupper() and len(stretch.of(plain).split()) > _LONGEST_TERM
    return begins and said is not None and any(verb.end() == len(before) for verb in said.finditer(before))


def _dashed(plain: str, span: Span, saying: re.Pattern[str]) -> list[Pair]:
    # Spanish and French dialogue: a dash before a paragraph's first word; a second dash or a bracket begins the attribution.
    start = span.start + len(span.of(plain)) - len(span.of(plain).lstrip())
    opened = _DIALOGUE.match(plain, start, span.end)
    if not opened:
        return _dashed_list_or_speech(plain, Span(start, span.end), saying)
    stop = _DIALOGUE_END.search(plain, opened.end(), span.end)
    words = plain[start : stop.start() if stop else span.end].rstrip()
    pairs = [Pair(Span(start, start + len(words)), "dash")]
    while stop and (back := _DIALOGUE_BACK.search(plain, stop.end(), span.end)):
        # "—No hay agua —dijo Ana—. Nadie responde.": after the attribution's second dash she goes on.
        stop = _DIALOGUE_END.search(plain, back.end(), span.end)
        more = stripped(plain, Span(back.end(), stop.start() if stop else span.end))
        if len(more):
            pairs.append(Pair(more, "dash"))
    return pairs


def _dashed_list_or_speech(plain: str, span: Span, saying: re.Pattern[str]) -> list[Pair]:
    # "— La route est coupée, dit Paul.": with a blank behind it the dash may be a list's, so the verb of saying decides.
    if not _DASH_BLANK.match(plain, span.start, span.end):
        return []
    for comma in _COMMA.finditer(plain, span.start + 2, span.end):
        if saying.match(plain, comma.end(), span.end):
            return [Pair(Span(span.start, comma.start()), "dash")]
    return []


def _may_stay_open(plain: str, place: int, span: Span) -> bool:
    # An opening mark without its pair is believed where speech begins: at a paragraph's or line's start, or after a colon.
    before = plain[span.start : place].rstrip(" \t\u00a0\u202f*_>—–-")
    return not before or before.endswith((":", "\n"))


def _outermost(pairs: list[Pair]) -> tuple[Pair, ...]:
    kept: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.span.start, -pair.span.end)):
        if not kept or pair.span.start >= kept[-1].span.end:
            kept.append(pair)
    return tuple(kept)
