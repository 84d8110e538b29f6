"""What a hand-over fixes for good: the numbers an audience has seen are its numbers from then on."""

import dataclasses
from collections.abc import Iterable

from briefing_app.composition.entry import ask_numbers
from briefing_app.domain.briefing import Copy
from briefing_app.domain.numbering import frozen_with
from briefing_app.domain.pack import Pack, cleared
from briefing_app.workbench.orders import Outcome


def handed_over(pack: Pack, outcomes: Iterable[Outcome]) -> Pack:
    """Return the pack with the numbers frozen for each audience whose hand-over copy was written.

    A draft is no hand-over: nothing freezes until the pack is cleared. The clearance stands, for numbers are not part of it.
    """
    if not cleared(pack):
        return pack
    given = {each.order.audience for each in outcomes if each.written and each.order.copy is Copy.HAND_OVER}
    frozen = {audience: frozen_with(pack.numbers.get(audience, {}), ask_numbers(pack, audience)) for audience in sorted(given)}
    numbers = {**pack.numbers, **frozen}
    return dataclasses.replace(pack, numbers=numbers) if numbers != pack.numbers else pack
