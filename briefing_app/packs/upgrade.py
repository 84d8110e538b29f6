"""Brings the plain data of older pack files to the version in force, one version at a time."""

from collections.abc import Callable, Mapping

from briefing_app.errors import FileNotRead
from briefing_app.packs.parts import FORMAT_VERSION, Plain

Step = Callable[[Plain], Plain]

STEPS: Mapping[int, Step] = {}
"""Version -> what makes its data that of the next version. Every version but the one in force has a step, and a fixture file."""


def upgraded(plain: Plain, version: int, source: str, *, steps: Mapping[int, Step] = STEPS, target: int = FORMAT_VERSION) -> Plain:
    """Return data of ``version`` as data of the ``target`` version.

    FileNotRead (``pack-damaged``) where a step does not find what it needs.
    """
    for place in range(version, target):
        try:
            plain = steps[place](plain)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            # The data is whatever somebody's file holds: nothing proved its shape yet.
            raise FileNotRead("pack-damaged", path=source, part="pack.json") from error
    return plain
