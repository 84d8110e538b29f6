import dataclasses

from briefing_app.domain.source import Basis, Card, KnownText
from briefing_app.library.merging import merged_card


def known(value, basis=Basis.STATED):
    return KnownText(value, basis)


def test_of_two_cards_what_was_typed_stays_and_otherwise_the_new_reading_counts():
    old = Card(title=known("Typed", Basis.TYPED), publisher=known("Old"), kind=known("Kept"), authors=(known("Ana", Basis.TYPED),))
    new = Card(title=known("Read"), publisher=known("New"), address=known("https://example.org"), authors=(known("Eva"),))
    assert merged_card(old, new) == dataclasses.replace(old, publisher=known("New"), address=known("https://example.org"))
