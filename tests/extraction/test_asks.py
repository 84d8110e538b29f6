"""Recommendations and those who are asked; context around them."""

import pytest

from tests.extraction.builders import asked, told


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        ("en", "We urge the leaders of Canada, Mexico and Chile to act.", ["Canada", "Mexico", "Chile"]),
        ("en", "We urge institutions such as the UNHCR and the World Bank to engage the European Commission.", ["UNHCR", "World Bank"]),
        ("en", "We call on donors, host states and civil society to act.", ["donors", "host states", "civil society"]),
        ("en", "All parties, in particular the Norlandic and Sorian forces, must clear the road.", ["All parties", "Norlandic and Sorian forces"]),
        ("en", "We ask Trinidad and Tobago to act.", ["Trinidad and Tobago"]),
        ("en", "We urge the country’s leaders and institutions to act.", ["country’s leaders and institutions"]),
        ("en", "The camp should be closed by the interior ministry.", ["interior ministry"]),
        ("en", "Families should not be moved without notice.", []),
        ("en", "The plan will require steady support from donor countries to succeed.", ["donor countries"]),
        ("es", "Instamos a los gobiernos de México, Guatemala y Honduras a actuar.", ["México", "Guatemala", "Honduras"]),
        ("es", "Los donantes y las agencias deben actuar.", ["donantes", "agencias"]),
        ("es", "Pedimos al ministerio y a los ayuntamientos que abran las escuelas.", ["ministerio", "ayuntamientos"]),
        ("en", "We urge them to reopen the bridge.", []),
        ("es", "Es indispensable que los archivos sean abiertos.", []),
        ("fr", "Nous appelons la France et l'Union européenne à agir.", ["France", "Union européenne"]),
        ("en", "Canada should open an office in the valley by next winter.", ["Canada"]),
        ("es", "El ACNUR debería abrir una oficina antes de junio.", ["ACNUR"]),
    ],
)  # fmt: skip
def test_all_who_are_asked_are_named_and_nobody_else(language, text, addressees):
    ((words, found),) = asked(text, language)
    assert words == text
    assert found == addressees


@pytest.mark.parametrize(
    "text",
    [
        "The mayor should have taken an earlier train.",
        "The ministry should have drawn a better map.",
        "He asked them to wait outside.",
        "We must leave at six, and we will.",
        "The bridge should open in May.",
        "Should the border open, people will cross.",
        "Must the border stay shut for years to come?",
        "The Convention calls upon States to protect refugees.",
        "It is also important to recognise that many still cannot return.",
        "The agency knows the need to repair bridges.",
    ],
)
def test_the_past_the_authors_own_plans_questions_and_law_are_no_asks(text):
    assert asked(f"The road was shut on Monday.\n\n{text}") == []


def test_sentences_that_ask_the_same_of_the_same_are_one_passage():
    text = "All cities should open their gates to ferries. All cities must waive the fee. Nobody knows when."
    assert asked(text) == [("All cities should open their gates to ferries. All cities must waive the fee.", ["All cities"])]


def test_an_item_under_a_heading_of_recommendations_that_states_a_fact_is_none():
    text = "Recommendations to donors\n\n• Fund legal advice.\n\n• Old permits have caused long queues for years."
    assert asked(text) == [("Fund legal advice.", ["donors"])]
    assert told(text) == ["• Old permits have caused long queues for years."]


def test_a_heading_that_tells_what_others_ask_for_opens_a_list():
    text = (
        "Ce que demandent les associations\n\n– au préfet : l’ouverture des gymnases ;\n\n– aux bailleurs : le versement du solde."
    )
    assert [named for _, named in asked(text, "fr")] == [["préfet"], ["bailleurs"]]


def test_asks_inside_a_quotation_have_no_marks():
    assert asked("“The road is shut. Donors must pay for lorries,” said Ana Silva.") == [
        ("Donors must pay for lorries", ["Donors"])
    ]


def test_context_is_what_is_left_of_a_paragraph():
    text = "The road was shut for nine days. Donors must pay for lorries. Some 4,000 people wait at the pass."
    assert told(text) == ["The road was shut for nine days.", "Some 4,000 people wait at the pass."]


@pytest.mark.parametrize(
    "text",
    [
        "Media contact: Ana Silva, +41 22 555 01 01",
        "12 March 2023",
        "Home | About | Contact | Search",
        "Our recommendations are available on the following link:",
        "A Fractured Response",
        "Copyright Harbour Trust 2020. All rights reserved.",
    ],
)
def test_furniture_is_nothing(text):
    assert told(f"{text}\n\nThe road was shut for nine days.") == ["The road was shut for nine days."]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Share of girls in school: it fell to a third in May."),
        ("en", "Published figures hide how many boats were lost."),
        ("es", "Imágenes de satélite muestran nueve aldeas quemadas."),
        ("es", "Compartir la carga fue la promesa de mayo."),
        ("fr", "Partager la charge était la promesse de mai."),
        ("fr", "Retrouver un logement prend plus de neuf mois."),
    ],
)
def test_narration_that_begins_as_furniture_does_is_narration(language, text):
    assert told(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Families must walk for six hours to reach the clinic."),
        ("en", "The army urged villagers to leave before the storm."),
        ("es", "Las familias deben caminar seis horas hasta la clínica."),
        ("es", "La suma que debe el municipio pasa de dos millones."),
        ("es", "No estamos pidiendo limosna."),
        ("fr", "Les familles doivent marcher six heures jusqu’au dispensaire."),
        ("fr", "Le juge a recommandé que la porte reste ouverte."),
    ],
)
def test_lots_debts_and_orders_are_told_and_not_asked(language, words):
    assert asked(words, language) == []


@pytest.mark.parametrize(
    ("language", "words", "addressees"),
    [
        ("en", "We implore all parties to the conflict to spare the clinic.", ["all parties to the conflict"]),
        ("fr", "Le réseau presse le Conseil de sécurité d’agir.", ["Conseil de sécurité"]),
        ("es", "Exigimos una investigación por parte de la Fiscalía.", ["Fiscalía"]),
        ("fr", "Les États se doivent de coopérer.", ["États"]),
        ("fr", "Les bailleurs sont, eux, invités à payer leur part.", ["bailleurs"]),
        ("es", "Las empresas que pagan tarde deben rendir cuentas.", ["empresas"]),
        ("es", "Exigimos que el Gobierno presente las cifras.", ["Gobierno"]),
        ("en", "What the government must do is open the road.", ["government"]),
        ("es", "Pide al ministro la retirada de la norma y al alcalde más plazas.", ["ministro", "alcalde"]),
    ],
)
def test_those_asked_are_named_whole_and_without_what_stands_beside_them(language, words, addressees):
    assert [named for _, named in asked(words, language)] == [addressees]
