"""Asks: grouped by whom they are asked of, numbered, each with its source line."""

from itertools import groupby

from briefing_app.composition.citing import source_line
from briefing_app.composition.quoting import quoted
from briefing_app.composition.reach import Asked, Standing, addressee_words, in_order, placed, printed_order
from briefing_app.composition.setting import Setting
from briefing_app.domain.audience import in_words
from briefing_app.domain.briefing import Ask, AskGroup, Run, Text, plain
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.leaning import opening_words
from briefing_app.domain.pack import Adapted, ExcerptPlacement, Section, Translated, Verbatim


def ask_groups(setting: Setting, section: Section) -> tuple[AskGroup, ...]:
    """Return the asks of one section for the copy's audience, in groups under their addressees' names."""
    mine = {placement.id for placement in section.placements}
    pairs = [pair for pair in printed_order(setting.pack, setting.audience) if pair[0].id in mine]
    titled = [(_title(setting, placement, how), placement) for placement, how in pairs]
    return tuple(
        AskGroup(setting.words.say("print.asked-of"), title, tuple(ask(setting, placement) for _, placement in group))
        for title, group in groupby(titled, key=lambda pair: pair[0])
    )


def _title(setting: Setting, placement: ExcerptPlacement, how: Asked | None) -> str:
    """Return the name of a group: "Canada, with Mexico and the United States", "Canada, as a donor"."""
    words = setting.words
    if how is None or setting.audience is None:
        told = words.join(_addressees(setting, placement, addressee_words(setting.pack, placement)))
        told = told or words.say("print.asked.anyone")
        return told[:1].upper() + told[1:]
    name = setting.name(setting.audience)
    match how.standing:
        case Standing.NAMED if how.others:
            others = [_in_sentence(setting, identifier) for identifier in how.others]
            return words.say("print.asked.with", audience=name, others=words.join(others))
        case Standing.NAMED:
            return name
        case Standing.GROUP:
            group = setting.pack.naming.group(how.group or "")
            said = (setting.audience.several and group.capacity_of_several) or group.capacity if group else {}
            capacity = in_words(said, setting.language)
            return words.say("print.asked.as", audience=name, capacity=capacity)
        case Standing.TO_RAISE:
            return words.say("print.asked.raise", audience=name, others=words.join(_addressees(setting, placement, how.others)))
        case Standing.UNADDRESSED:
            return words.say("print.asked.among", audience=name)


def _addressees(setting: Setting, placement: ExcerptPlacement, spoken: tuple[str, ...]) -> list[str]:
    """Return a source's words for those it asks; in a copy of another language the names it has for them, where there are any."""
    languages = {setting.tag(setting.quoted_language(excerpt)) for excerpt in placed(setting.pack, placement)}
    return list(spoken) if languages == {None} else [_named_here(setting, words) for words in spoken]


def _named_here(setting: Setting, words: str) -> str:
    """Return what the copy's language calls an audience or a group that these words, as a whole, mean; else the words."""
    said, pack = words.casefold(), setting.pack
    for audience in in_order(pack):
        names = (*audience.name.values(), *audience.aliases, *pack.naming.countries.get(audience.country or "", ()))
        if said in {name.casefold() for name in names}:
            return setting.name(audience)
    for group in pack.naming.groups:
        if said in {form.casefold() for forms in group.words.values() for form in forms}:
            name = in_words(group.name, setting.language)
            # Names of groups stand as headings; among the words for them is the form that stands in a sentence.
            own = group.words.get(setting.language.split("-", maxsplit=1)[0], ())
            return next((form for form in own if form.casefold() == name.casefold()), name)
    return words


def _in_sentence(setting: Setting, identifier: str) -> str:
    audience = setting.pack.audience(identifier)
    return in_words(audience.in_sentence or audience.name, setting.language)


def ask(setting: Setting, placement: ExcerptPlacement) -> Ask:
    """Return one ask as printed in the copy."""
    excerpts = placed(setting.pack, placement)
    lead, rest, form = ask_words(setting, excerpts, placement)
    return Ask(setting.numbers[placement.id], lead, rest, source_line(setting, excerpts, form), placement.id)


_FEW = 12
"""Words of an ask that tell it from others in a table."""


def in_few_words(setting: Setting, placement: ExcerptPlacement) -> str:
    """Return what an ask is about in a few words: its lead, else how it begins."""
    lead, rest, _ = ask_words(setting, placed(setting.pack, placement), placement)
    language = next((run.language for run in rest if run.language), setting.language)
    return plain(lead).rstrip(",.;:") or opening_words(plain(rest), language, _FEW)


def ask_words(setting: Setting, excerpts: tuple[Excerpt, ...], placement: ExcerptPlacement) -> tuple[Text, Text, str]:
    """Return an ask's lead, the rest, and the key of what its source line begins with."""
    wording = placement.wording_for(setting.audience_id)
    match wording:
        case Adapted(lead, rest):
            return (Run(setting.own(lead), strong=True),), (Run(setting.own(rest)),) if rest else (), "print.based-on"
        case Translated(language):
            words = [rendering.words for excerpt in excerpts for rendering in excerpt.renderings if rendering.language == language]
            return (), (Run(" ".join(words), language=setting.tag(language)),), "print.our-translation-of"
        case Verbatim():
            parts = quoted(setting, excerpts, wording)
            tag = setting.tag(setting.quoted_language(excerpts[0]))
            return (), (Run(" ".join(part.words for part in parts), language=tag),), ""
