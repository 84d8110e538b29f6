"""A pack that may not leave the house as it is: garbled words of the sample paper placed for some audiences."""

from briefing_app.domain.pack import ExcerptPlacement
from briefing_app.domain.reading import DamageKind
from briefing_app.domain.template import SectionRole
from briefing_app.workbench import editing
from briefing_app.workbench.assembling import grounded, section_of

GARBLED = "placed-garbled"
"""The identifier of the placement that holds copies back."""


def with_garbled_words(library, pack, *audiences):
    """Return the edit that places a garbled excerpt of a library at the end of the context, for these audiences alone."""
    excerpts = (each for document in library.documents() for each in library.excerpts(document.id))
    garbled = next(each for each in excerpts if DamageKind.GARBLED in each.damage)
    placement = ExcerptPlacement(GARBLED, (garbled.id,), audiences=audiences)
    section = section_of(pack, SectionRole.CONTEXT) or pack.sections[0]
    return editing.put(pack, section.id, len(section.placements), [placement], [grounded(library, garbled)])
