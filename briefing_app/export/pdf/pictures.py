"""Pictures of a briefing as its pages show them: fitted to the text measure and to half a page."""

from collections.abc import Iterator, Mapping

from briefing_app.domain.briefing import Briefing, Picture
from briefing_app.export.pdf.geometry import MEASURE
from briefing_app.export.photographs import Photograph, Refused

TALLEST = 330.0
"""Greatest height of a picture: half a page."""


def prepared_pictures(briefing: Briefing, media: Mapping[str, bytes]) -> dict[str, Photograph | Refused]:
    """Return each picture of a briefing by SHA-256, ready to be placed, or why it cannot be."""
    named = dict.fromkeys(_named(briefing))
    if not named:
        return {}
    from briefing_app.export.imaging import prepared  # noqa: PLC0415 - Pillow, which few briefings need

    return {key: prepared(media.get(key, b""), MEASURE, TALLEST) for key in named}


def _named(briefing: Briefing) -> Iterator[str]:
    for part in briefing.parts:
        for block in part.blocks:
            if isinstance(block, Picture):
                yield block.media
