"""Addressees as sources word them, in three languages, meet the audiences that ship: by name, or as one of a group."""

import pytest

from briefing_app.catalogue.entries import list_audiences, load_naming
from briefing_app.domain.audience import Meeting, meets
from tests.extraction.builders import asked


def met(audience: str, text: str, language: str) -> tuple[Meeting, str | None] | None:
    ((_, words),) = asked(text, language)
    (held,) = (one for one in list_audiences().entries if one.id == audience)
    found = meets(held, words, load_naming())
    return (found.how, found.group) if found else None


@pytest.mark.parametrize(
    ("audience", "language", "text"),
    [
        ("united-states", "en", "We urge Washington to reopen the border."),
        ("united-states", "en", "The U.S. government must reopen the border."),
        ("united-states", "en", "The road was shut. We call on the United States and Canada to reopen the border."),
        ("united-states", "en", "The White House should reopen the border."),
        ("united-states", "es", "Pedimos a los Estados Unidos que reabran la frontera."),
        ("united-states", "es", "Instamos a Washington a reabrir la frontera."),
        ("united-states", "fr", "Nous appelons les États-Unis à rouvrir la frontière."),
        ("canada", "en", "Canada must share the cost."),
        ("canada", "es", "Instamos al gobierno de Canadá a compartir el costo."),
        ("canada", "fr", "Le Canada doit partager le coût."),
        ("mexico", "es", "México debe cumplir sus compromisos."),
        ("mexico", "fr", "Nous demandons au Mexique de tenir ses promesses."),
        ("unhcr", "es", "Pedimos al ACNUR que abra una oficina."),
        ("unhcr", "fr", "Le HCR doit ouvrir un bureau."),
        ("world-bank", "fr", "La Banque mondiale devrait financer les écoles."),
        ("european-commission", "es", "La Comisión Europea debe abrir vías legales."),
    ],
)
def test_whoever_is_asked_by_name_is_known_in_each_language(audience, language, text):
    assert met(audience, text, language) == (Meeting.NAMED, None)


@pytest.mark.parametrize(
    ("audience", "language", "text", "group"),
    [
        ("united-states", "en", "Donors must pay on time.", "donors"),
        ("canada", "es", "Los donantes deben pagar a tiempo.", "donors"),
        ("united-states", "fr", "Les bailleurs de fonds doivent payer à temps.", "donors"),
        ("mexico", "en", "Host states should open their schools.", "host-states"),
    ],
)
def test_whoever_is_asked_as_one_of_a_group_is_told_apart(audience, language, text, group):
    assert met(audience, text, language) == (Meeting.GROUP, group)


def test_nobody_is_meant_where_another_is_asked():
    assert met("canada", "Mexico must open its schools.", "en") is None
