"""Whether it is said who speaks, in what role, and whether it is one person who does."""

from collections.abc import Iterator

from briefing_app.checks.fidelity import is_quotation
from briefing_app.checks.scene import Check, Scene
from briefing_app.domain.finding import Finding
from briefing_app.domain.source import titled


def speakers(scene: Scene) -> Iterator[Finding]:
    """Find quotations without a speaker or without role and organisation."""
    for section, placement in scene.excerpt_placements():
        if not is_quotation(scene, section, placement):
            continue
        said = [excerpt.attribution for excerpt in scene.excerpts(placement) if excerpt.attribution]
        named = next((each for each in said if each.name or each.organisation), None)
        if named is None:
            yield scene.found("quote-without-speaker", section, placement)
        elif named.name and not (named.role or named.organisation):
            yield scene.found("quote-without-role", section, placement, speaker=named.name)


def one_speaker(scene: Scene) -> Iterator[Finding]:
    """Find quotations put together from the words of several people: one name would stand under all of them."""
    for section, placement in scene.excerpt_placements():
        if is_quotation(scene, section, placement):
            names = dict.fromkeys(excerpt.attribution.line[0] for excerpt in scene.excerpts(placement) if excerpt.attribution)
            known = tuple(name for name in names if name)
            if len(known) > 1:
                yield scene.found("speakers-differ", section, placement, names=known)


def roles_of_another_time(scene: Scene) -> Iterator[Finding]:
    """Find speakers whose name and role are known for another time than their document's."""
    for section, placement in scene.excerpt_placements():
        if not is_quotation(scene, section, placement):
            continue
        for excerpt in scene.excerpts(placement):
            document = scene.pack.document(excerpt.document)
            held = excerpt.attribution.as_of if excerpt.attribution else None
            date = document.card.date.value if document.card.date else None
            if held and date and not (held.iso().startswith(date.iso()) or date.iso().startswith(held.iso())):
                yield scene.found("as-of-differs", section, placement, source=titled(document), held=held.iso(), date=date.iso())
                break


CHECKS: tuple[Check, ...] = (speakers, one_speaker, roles_of_another_time)
