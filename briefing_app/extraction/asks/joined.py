"""Neighbouring sentences that ask together, and are one ask."""

from bisect import bisect_right
from dataclasses import replace

from briefing_app.domain.excerpt import Addressee
from briefing_app.domain.span import Span
from briefing_app.extraction.asks.ask import Ask


def joined(plain: str, asks: list[Ask], bounds: tuple[Span, ...]) -> list[Ask]:
    """Return a paragraph's asks, in order, one for neighbouring sentences that ask the same of the same.

    Those that ask of nobody are one where nothing else is in the paragraph, whose sentences are ``bounds``.
    """
    found: list[Ask] = []
    together = _is_nothing_else(asks, bounds)
    for ask in asks:
        last = found[-1] if found else None
        if (
            last
            and (ask.addressees or together)
            and _keys(last.addressees) == _keys(ask.addressees)
            and not plain[last.span.end : ask.span.start].strip()
        ):
            found[-1] = replace(last, span=Span(last.span.start, ask.span.end))
        else:
            found.append(ask)
    return found


def _is_nothing_else(asks: list[Ask], bounds: tuple[Span, ...]) -> bool:
    # Verbs of asking say who asks: "The union demands ... The council wants ..." are two.
    alike = [ask.span for ask in asks if ask.rule.split(".")[1] != "verb"]
    starts = [span.start for span in alike]
    return all((at := bisect_right(starts, bound.end - 1)) > 0 and alike[at - 1].meets(bound) for bound in bounds)


def _keys(addressees: tuple[Addressee, ...]) -> tuple[str, ...]:
    return tuple(addressee.words.casefold() for addressee in addressees)
