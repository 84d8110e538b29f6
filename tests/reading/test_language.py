"""Languages are named when they are sure: the house's three by their words, others by words or script."""

import pytest

from briefing_app.reading.language import language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers must open the road to the valley and pay for the fuel of the lorries."),
        ("es", "Los ministros deben abrir la carretera."),
        ("fr", "Les ministres doivent ouvrir la route."),
        (
            "pt",
            "Os ministros devem abrir a estrada e pagar o combustível que os caminhões das organizações levam para as famílias.",
        ),
        ("it", "I ministri devono aprire la strada e pagare il carburante di cui hanno bisogno i camion delle organizzazioni."),
        (
            "de",
            "Die Minister müssen die Straße öffnen und den Treibstoff für die Lastwagen bezahlen, die auf dem Weg ins Tal sind.",
        ),
        (
            "ca",
            "Els ministres han d’obrir la carretera i pagar el combustible dels camions que porten ajuda a les famílies de la vall.",
        ),
        ("ar", "يجب على الوزراء فتح الطريق"),
        ("uk", "Міністри повинні відкрити дорогу і заплатити за пальне."),
        ("ru", "Министры должны открыть дорогу."),
        ("ja", "大臣は道路を開けてください。"),
        ("zh", "部长们必须开放道路"),
        (None, "Fordham 2023"),
        (None, ""),
        (None, "12 34 — 56"),
    ],
)
def test_a_language_is_named_when_it_is_sure(language, text):
    assert language_of(text) == language
