"""Which stretches are one turn, and who speaks those that name nobody."""

from dataclasses import replace

from briefing_app.domain.reading import Block
from briefing_app.domain.span import Span
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.people.known import People
from briefing_app.extraction.people.voices import Voice
from briefing_app.extraction.quotes.credits import Strength
from briefing_app.extraction.quotes.stretches import Stretch, adjoining, only_credit
from briefing_app.extraction.quotes.words_alone import given_to_others, teller_of


def with_turns(plain: str, blocks: tuple[Block, ...], chosen: list[Stretch], people: People) -> tuple[Stretch, ...]:
    """Return the stretches with the numbers of their turns, and with speakers where their neighbours tell them."""
    chains: list[list[Stretch]] = []
    beside: list[bool] = []
    for stretch in chosen:
        near = bool(chains) and _adjacent(plain, blocks, chains[-1][-1], stretch, people.table)
        if near and not _brings_in(chains[-1][-1], stretch):
            chains[-1].append(stretch)
        else:
            chains.append([stretch])
            beside.append(near)
    voices = {
        _who(one.speaker): one.speaker for one in chosen if one.speaker.known and not one.fragment and not one.speaker.somebody
    }
    only = next(iter(voices.values())) if len(voices) == 1 else None
    done: list[Stretch] = []
    apart = {chain[0].span for chain, near in zip(chains, beside, strict=True) if not near}
    for chain in _parted(plain, chains, people):
        spoken = _filled(chain)
        if not spoken[0].speaker.known:
            spoken = given_to_others(plain, spoken, done[-1] if done else None, only, people)
        turn = done[-1].turn if done else 0
        for number, one in enumerate(spoken):
            turn += (number == 0 and one.span in apart) or _who(one.speaker) != _who(done[-1].speaker)
            done.append(replace(one, turn=turn))
    return tuple(done)


def _brings_in(one: Stretch, other: Stretch) -> bool:
    # "“...”" alone, then "La abogada, Ana Silva, fue más tajante: “...”": whom a paragraph brings in did not speak before it.
    ahead = other.block != one.block and other.credit.span.end <= other.span.start
    return one.closed and not one.speaker.known and bool(other.speaker.names) and ahead


def _parted(plain: str, chains: list[list[Stretch]], people: People) -> list[list[Stretch]]:
    """Return the chains, cut behind words that close and belong to whoever the sentence before them tells of.

    "Ana Silva said the port was full.", "“I met a mother.”", "“We can do better,” said Ivo Petrov.": the mother met her.
    """
    parted: list[list[Stretch]] = []
    for chain in chains:
        named = next((n for n, one in enumerate(chain) if one.speaker.known or one.credit.strength), 0)
        first = chain[0]
        if named and first.closed and not first.fragment and chain[named].block != chain[named - 1].block:
            last = parted[-1][-1] if parted else None
            before = Span(max(last.span.end, last.credit.span.end) if last else 0, first.span.start)
            teller = teller_of(plain, before, Voice(), people)
            if teller.known and chain[named].speaker.known and _who(teller) != _who(chain[named].speaker):
                parted += [chain[:named], chain[named:]]
                continue
        parted.append(chain)
    return parted


def _who(speaker: Voice) -> tuple[tuple[str, ...], str | None]:
    return speaker.names, None if speaker.names else speaker.organisation or speaker.role


def _filled(chain: list[Stretch]) -> list[Stretch]:
    speaker = next((one.speaker for one in chain if one.speaker.known), Voice())
    filled = []
    for one in chain:
        if one.credit.voice.pronoun and one.credit.strength is Strength.BESIDE and not one.speaker.known:
            # "she told us", and nobody named can be meant.
            filled.append(one)
            continue
        speaker = one.speaker if one.speaker.known else speaker
        filled.append(replace(one, speaker=speaker))
    return filled


def _adjacent(plain: str, blocks: tuple[Block, ...], one: Stretch, other: Stretch, table: CueTable) -> bool:
    """Tell whether nothing but attribution and furniture stands between two stretches."""
    if other.block == one.block:
        between = Span(one.span.end, other.span.start)
        return adjoining(plain, between, one, other, table)
    if other.block != one.block + 1 or (other.rule == "quote.answer" and len(other.credit.span)):
        return False
    after = Span(one.span.end, max(one.span.end, blocks[one.block].span.end))
    before = Span(min(blocks[other.block].span.start, other.span.start), other.span.start)
    said = (one.credit.span, other.credit.span)
    return only_credit(plain, after, said) and only_credit(plain, before, said)
