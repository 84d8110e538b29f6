"""Filling a pack from the library: what fits, each passage once."""

from collections import Counter

import pytest

from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.pack import ExcerptPlacement
from briefing_app.domain.template import SectionRole
from briefing_app.library.store import open_library
from briefing_app.paths import resource
from briefing_app.workbench.assembling import filled, new_pack, section_of
from briefing_app.workbench.choosing import audience_of, naming, template_of
from briefing_app.workbench.reading_here import import_one


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with open_library(tmp_path_factory.mktemp("library") / "sample.briefinglibrary") as made:
        for document in sorted(resource("documents").glob("*.txt")):
            import_one(made, document)
        yield made


def made(library, template):
    chosen = template_of(template)
    audiences = [audience_of(identifier) for identifier in ("canada", "unhcr")]
    return filled(new_pack(chosen, audiences, naming(), title="T", event="E", date=PartialDate(2023, 1, 16)), chosen, library)


def kinds(pack, role):
    section = section_of(pack, role)
    assert section is not None
    return [pack.excerpt(name).kind for p in section.placements if isinstance(p, ExcerptPlacement) for name in p.excerpts]


@pytest.mark.parametrize("template", ["summit-delegation", "thematic-pack"])
def test_no_excerpt_is_placed_twice(library, template):
    pack = made(library, template)
    times = Counter(name for _, p in pack.placements() if isinstance(p, ExcerptPlacement) for name in p.excerpts)
    assert times
    assert set(times.values()) == {1}


def test_quotations_stand_among_the_voices_alone_where_a_pack_has_such_a_section(library):
    pack = made(library, "thematic-pack")
    assert set(kinds(pack, SectionRole.VOICES)) == {ExcerptKind.QUOTE}
    assert set(kinds(pack, SectionRole.CONTEXT)) == {ExcerptKind.CONTEXT}


def test_quotations_stand_among_the_context_where_there_are_no_voices(library):
    assert set(kinds(made(library, "summit-delegation"), SectionRole.CONTEXT)) == {ExcerptKind.CONTEXT, ExcerptKind.QUOTE}
