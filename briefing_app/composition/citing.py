"""Citations in words: source lines, notes, locators."""

from briefing_app.composition.marks import NO_BREAK, apart
from briefing_app.composition.setting import NoteBook, Setting
from briefing_app.domain.briefing import Run, SourceLine
from briefing_app.domain.citation import CitedSource
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.reading import Locator, locate
from briefing_app.domain.source import Card, titled
from briefing_app.words import Words


def locator_words(locator: Locator, words: Words) -> str:
    """Return where a passage is: "Introduction, para 3", "page 4, para 12"; empty when nothing is known."""
    return _places_words((locator,), words)


def locator_of(setting: Setting, excerpts: tuple[Excerpt, ...]) -> str:
    """Return where the excerpts of one document are: "Introduction, paras 3 and 6; Annex, para 2"."""
    located = [locate(setting.reading_of(excerpt), excerpt.span) for excerpt in excerpts]
    grouped: dict[tuple[tuple[str, ...], int | None], list[Locator]] = {}
    for locator in located:
        grouped.setdefault((locator.path, locator.page), []).append(locator)
    places = (_places_words(tuple(together), setting.words) for together in grouped.values())
    return apart(places, setting.language)


def _places_words(together: tuple[Locator, ...], words: Words) -> str:
    """Return several places under one heading, on one page, as one."""
    parts = list(together[0].path[-1:])
    if together[0].page:
        parts.append(words.say("print.page", page=together[0].page))
    numbers = sorted({number for locator in together if locator.first for number in range(locator.first, locator.last + 1)})
    if len(numbers) == 1:
        parts.append(words.say("print.para", number=numbers[0]))
    elif numbers and numbers == list(range(numbers[0], numbers[-1] + 1)) and len(numbers) > 2:
        parts.append(words.say("print.paras", first=numbers[0], last=numbers[-1]))
    elif numbers:
        parts.append(words.say("print.paras-listed", numbers=words.join([str(number) for number in numbers])))
    return ", ".join(parts)


def date_words(card: Card, words: Words) -> str:
    """Return a card's date in the one form of the copy; empty when it has none."""
    if not card.date:
        return ""
    value = card.date.value
    return words.date(value.year, value.month, value.day).replace(" ", NO_BREAK)


def short_publisher(card: Card) -> str:
    """Return the shortest name of the publisher there is."""
    known = card.short_publisher or card.publisher
    return known.value if known else ""


def full_publisher(card: Card) -> str:
    """Return the publisher's name with its short form: "International Rescue Committee (IRC)"."""
    if not card.publisher:
        return short_publisher(card)
    short = card.short_publisher.value if card.short_publisher else ""
    return f"{card.publisher.value} ({short})" if short and short != card.publisher.value else card.publisher.value


def _description(source: CitedSource, title: str, publisher: str, setting: Setting) -> str:
    return ", ".join(part for part in (publisher, title, date_words(source.document.card, setting.words)) if part)


def _short_title(source: CitedSource) -> str:
    card = source.document.card
    return card.short_title.value if card.short_title else titled(source.document)


def short_form(setting: Setting, excerpts: tuple[Excerpt, ...]) -> str:
    """Return source and place at their shortest: "S1, Introduction, para 3"."""
    source = setting.sources[excerpts[0].document]
    return ", ".join(part for part in (source.number, locator_of(setting, excerpts)) if part)


def source_line(setting: Setting, excerpts: tuple[Excerpt, ...], lead: str) -> SourceLine:
    """Return the source of an ask on one line, and shorter forms: the title gives way, the locator never.

    ``lead`` is the key of the words before it ("Based on {source}"), or empty.
    """
    source = setting.sources[excerpts[0].document]
    place = locator_of(setting, excerpts)
    publisher = short_publisher(source.document.card)
    titles = dict.fromkeys((titled(source.document), _short_title(source)))
    described = [_description(source, title, publisher, setting) for title in titles]
    forms = [", ".join(part for part in (text, place) if part) + f" ({source.number})" for text in described]
    forms.append(short_form(setting, excerpts))
    worded = [setting.words.say(lead, source=form) if lead else form for form in forms]
    return SourceLine(worded[0], tuple(worded[1:]))


def note(setting: Setting, book: NoteBook, excerpts: tuple[Excerpt, ...], *remarks: str) -> int:
    """Add the note for a passage and return its number: the source in full at its first mention, then its number and the place."""
    source = setting.sources[excerpts[0].document]
    if source.number in book.named:
        text = short_form(setting, excerpts)
    else:
        book.named.add(source.number)
        described = _description(source, titled(source.document), full_publisher(source.document.card), setting)
        text = ", ".join(part for part in (described, locator_of(setting, excerpts)) if part) + f" ({source.number})"
    return book.call((Run(" ".join((f"{text}.", *remarks))),))
