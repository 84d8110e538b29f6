"""What must hold in a catalogue's file beyond the types of its keys."""

import re
from collections.abc import Mapping

from briefing_app.catalogue.naming import country_names
from briefing_app.catalogue.shelves import Shelf, ids
from briefing_app.domain.audience import MASTER, Audience, Group
from briefing_app.domain.template import Template
from briefing_app.errors import FileNotRead
from briefing_app.words import LANGUAGES

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def check_template(template: Template, source: str) -> None:
    """Refuse a template that could not make a pack."""
    check_texts(template.name, "name", source)
    check_texts(template.description, "description", source)
    if template.kicker is not None:
        check_texts(template.kicker, "kicker", source)
    if not template.sections:
        raise FileNotRead("missing-key", path=source, key="sections")
    for place, section in enumerate(template.sections):
        check_texts(section.title, f"sections[{place}].title", source)
        check_range(section.fill, (0, 100), f"sections[{place}].fill", source)
        if section.budget is not None:
            check_range(section.budget, (0.1, 100), f"sections[{place}].budget", source)
    check_range(template.pages, (1, 500), "pages", source)
    check_choice(template.brand, ids(Shelf.BRANDS), "brand", source)


def check_audience(audience: Audience, source: str) -> None:
    """Refuse an audience that could not be written to."""
    if audience.id == MASTER:
        raise FileNotRead("bad-value", path=source, key="id", value=MASTER)
    check_texts(audience.name, "name", source)
    check_texts(audience.formal, "formal", source)
    if audience.in_sentence is not None:
        check_texts(audience.in_sentence, "in_sentence", source)
    for place, alias in enumerate(audience.aliases):
        check_said(alias, f"aliases[{place}]", source)
    for place, group in enumerate(audience.groups):
        check_choice(group, ids(Shelf.GROUPS), f"groups[{place}]", source)
    if audience.country is not None and audience.country not in country_names():
        raise FileNotRead("bad-country", path=source, key="country", value=audience.country)
    check_language(audience.language, "language", source)
    if audience.language.split("-", maxsplit=1)[0] not in LANGUAGES:
        raise FileNotRead("bad-choice", path=source, key="language", value=audience.language, allowed=", ".join(LANGUAGES))


def check_group(group: Group, source: str) -> None:
    """Refuse a group that nobody could be met in."""
    check_texts(group.name, "name", source)
    check_texts(group.capacity, "capacity", source)
    if group.capacity_of_several is not None:
        check_texts(group.capacity_of_several, "capacity_of_several", source)
    for language, words in group.words.items():
        check_language(language, f"words.{language}", source)
        for place, word in enumerate(words):
            check_said(word, f"words.{language}[{place}]", source)


def check_texts(texts: Mapping[str, str], key: str, source: str) -> None:
    """Refuse a text by language that lacks English, says nothing or names a language in no known form."""
    if LANGUAGES[0] not in texts:
        raise FileNotRead("missing-key", path=source, key=f"{key}.{LANGUAGES[0]}")
    for language, text in texts.items():
        check_language(language, f"{key}.{language}", source)
        check_said(text, f"{key}.{language}", source)


def check_language(language: str, key: str, source: str) -> None:
    """Refuse what is no language tag (BCP 47, its common part): ``en``, ``fr-CA``."""
    if not _LANGUAGE.fullmatch(language):
        raise FileNotRead("bad-language", path=source, key=key, value=language)


def check_said(text: str, key: str, source: str) -> None:
    """Refuse a text that says nothing."""
    if not text.strip():
        raise FileNotRead("empty-text", path=source, key=key)


def check_range(number: float, bounds: tuple[float, float], key: str, source: str) -> None:
    """Refuse a number outside its bounds."""
    if not bounds[0] <= number <= bounds[1]:
        raise FileNotRead("out-of-range", path=source, key=key, value=f"{number:g}", low=f"{bounds[0]:g}", high=f"{bounds[1]:g}")


def check_choice(value: str, allowed: tuple[str, ...], key: str, source: str) -> None:
    """Refuse a value that is none of those there are."""
    if value not in allowed:
        raise FileNotRead("bad-choice", path=source, key=key, value=value, allowed=", ".join(allowed))
