"""What the rules of asking look at: a text, its language, its names and its reader."""

from dataclasses import dataclass

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span, stripped
from briefing_app.extraction.asks.subjects import speaker_before
from briefing_app.extraction.cues.form import CueTable
from briefing_app.extraction.text.phrases import word_list


@dataclass(frozen=True, slots=True)
class Ground:
    """What the rules look at: the text, the language's cues, words seen as names, whether the sentence is in the lead paragraph."""

    plain: str
    table: CueTable
    names: frozenset[str]
    lead: bool = False
    reader: tuple[Addressee, ...] = ()
    """Whom a letter is to: its "you"."""

    def bared(self, one: Addressee) -> Addressee:
        """Return an addressee without the preposition that names it again: "al ayuntamiento", "on donors"."""
        span = one.span or Span(0, 0)
        link = word_list(self.table.heading_addressee + self.table.upon).match(self.plain, span.start, span.end)
        bare = stripped(self.plain, Span(link.end(), span.end)) if link else span
        article = word_list(self.table.articles).match(self.plain, bare.start, bare.end)
        bare = stripped(self.plain, Span(article.end(), span.end)) if article and article.end() < bare.end else bare
        return Addressee(" ".join(bare.of(self.plain).split()), bare) if len(bare) else one


def is_own(ground: Ground, sentence: Span, verb: int) -> bool:
    """Tell whether it is the publisher that asks by the verb at ``verb``."""
    return speaker_before(ground.plain, ground.table, sentence.start, verb).own
