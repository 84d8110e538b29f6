"""Figures of context passages: the number, what it counts, as of when, by whose count; and acronyms that they explain."""

import dataclasses
import sys

import pytest

from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.span import Span
from briefing_app.extraction.cues.figure_form import FigureCues
from briefing_app.extraction.figures.find import figures as figures_of
from briefing_app.extraction.text.tables import LANGUAGES, table_of
from tests.extraction.builders import found


def figures(language: str, text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return the figures of a text's only passage, each as its number, what it counts, as of when and by whose count."""
    (excerpt,) = found(text, ExcerptKind.CONTEXT, language)
    assert all(excerpt.span.holds(figure.span) for figure in excerpt.figures)
    return [(figure.span.of(text), figure.counts, figure.as_of, figure.counted_by) for figure in excerpt.figures]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "An estimated 340,000 children were out of school in 2018, according to the Ministry of Education.",
            [("340,000", "children", "in 2018", "Ministry of Education")],
        ),
        ("en", "The trust spent US$4.5 million on 12 schools and on meals.", [("US$4.5 million", "", None, None), ("12", "schools", None, None)]),
        ("en", "Some 8 % of girls leave, and 2.3 million people have fled since May.", [("8 %", "of girls", None, None), ("2.3 million", "people", "since May", None)]),
        (
            "es",
            "Según Amparo Internacional, 3 mil 200 personas y 14 mil millones de pesos se perdieron desde 2010.",
            [("3 mil 200", "personas", "desde 2010", "Amparo Internacional"), ("14 mil millones", "pesos", "desde 2010", "Amparo Internacional")],
        ),
        ("fr", "En 2015, la fondation a versé 23 millions d'euros aux écoles.", [("23 millions", "euros", "En 2015", None)]),
        ("fr", "Depuis mai 2013, 89 personnes ont été blessées.", [("89", "personnes", "Depuis mai 2013", None)]),
    ],
)  # fmt: skip
def test_a_figure_says_what_it_counts_as_of_when_and_by_whose_count(language, text, expected):
    assert figures(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Article 31 of the treaty was adopted on 14 May 1951."),
        ("en", "Articles 12, 14 and 31 of the treaty and Rule 9 were read out in Room 4 of the court."),
        ("en", "The office at the harbour opened in 2019 and closed again."),
        ("en", "See page 12 and section 4.2 of the report for more."),
        ("en", "The hearing began at 9.15am on 3 March and went on until 6 pm that evening."),
        ("en", "Families sleep in the Ward 3 area and at 27 Harbour Road, Level 2."),
        ("en", "A 41-year-old driver and a boy aged 9 were taken to the clinic."),
        ("en", "Ten years ago the valley had one nurse; two years later it had none at all."),
        ("es", "El 16 de agosto y el 3 y 4 de mayo se cerró el puerto del valle."),
        ("es", "El 45 periodo de sesiones empezó a las 10:30 horas en la sala 4."),
        ("es", "Un joven de 19 años, Elsa Peña, de 34 años, y niños de 6 a 12 años duermen en el puerto."),
        ("es", "La ley 45 de 2012 y los artículos 12 y 14 del reglamento siguen vigentes en el estado."),
        ("es", "Hace más de 20 años que las niñas viven con sus abuelos en la sierra."),
        ("fr", "Un jeune de 22 ans, Marc Dubois, 31 ans, et des enfants de 6 à 16 ans dorment au port."),
        ("fr", "Vers 19 heures, il y a dix ans, le car est parti ; 48 heures plus tard, il était vide."),
        ("fr", "L'article 45 du pacte et les articles 12 et 14 du code datent du 3 mai 1998."),
        ("fr", "Les trois plaignants vivent depuis le 1er janvier chez leurs deux tantes."),
    ],
)
def test_dates_times_ages_addresses_ordinals_and_numbers_of_articles_are_no_figures(language, text):
    assert figures(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He was sentenced to 12 years in prison, and the camp has stood for over twenty years.", [("12", "years in prison"), ("twenty", "years")]),
        ("es", "Fue condenado a una pena de 20 años de prisión y aguarda en el puerto.", [("20", "años de prisión")]),
        ("fr", "Il a été condamné à 18 ans de réclusion et à 3 000 € d'amende.", [("18", "ans de réclusion"), ("3 000 €", "d'amende")]),
    ],
)  # fmt: skip
def test_terms_of_years_are_figures_though_ages_are_none(language, text, expected):
    assert [told[:2] for told in figures(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "One in five children goes to bed hungry, and three out of ten families owe rent.", [("One in five", "children"), ("three out of ten", "families")]),
        ("en", "Between 40 and 60 families sleep in the hall, and 1,200 to 1,500 tents stand outside.", [("Between 40 and 60", "families"), ("1,200 to 1,500", "tents")]),
        ("es", "3 de cada 10 niños y una de cada tres mujeres carecen de agua.", [("3 de cada 10", "niños"), ("una de cada tres", "mujeres")]),
        ("es", "Entre 300 y 400 personas viven ahí, y de 20 a 25 familias llegan cada semana.", [("Entre 300 y 400", "personas"), ("de 20 a 25", "familias")]),
        ("fr", "Un enfant sur cinq et trois familles sur dix manquent d'eau.", [("Un enfant sur cinq", ""), ("trois familles sur dix", "")]),
        ("fr", "De 200 à 700 mineurs isolés et entre 20 et 30 familles dorment au hangar.", [("De 200 à 700", "mineurs isolés"), ("entre 20 et 30", "familles")]),
        ("en", "The road was shut between 2010 and 2015, when 40 carts in 12 villages stood still.", [("40", "carts"), ("12", "villages")]),
    ],
)  # fmt: skip
def test_a_ratio_or_a_range_is_one_figure(language, text, expected):
    assert [told[:2] for told in figures(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Forty bodies signed, and a hundred and twenty volunteers came.", [("Forty", "bodies"), ("a hundred and twenty", "volunteers")]),
        ("en", "Only four clinics are open, and six people died when the roof fell on the two nurses.", [("four", "clinics"), ("six", "people")]),
        ("en", "Half of the wells are dry, and thousands of families left.", [("Half", "of the wells"), ("thousands", "families")]),
        ("es", "Tres mil familias, un millón de vecinos y decenas de miles de niños dependen del río.", [("Tres mil", "familias"), ("un millón", "vecinos"), ("decenas de miles", "niños")]),
        ("es", "La mitad de los pozos están secos, y mil 200 huertos se perdieron.", [("La mitad", "de los pozos"), ("mil 200", "huertos")]),
        ("fr", "Une centaine de bénévoles et quarante associations ont signé le texte.", [("Une centaine", "bénévoles"), ("quarante", "associations")]),
        ("fr", "Cette crue porte à neuf le nombre de puits dans la vallée.", [("neuf", "puits")]),
    ],
)  # fmt: skip
def test_numbers_in_words_are_figures_where_they_count(language, text, expected):
    assert [told[:2] for told in figures(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "About 30 detained asylum seekers and 12 more families currently remain there.", ["detained asylum seekers", "more families"]),
        ("en", "Twelve health, education and welfare bodies run 5 rows of canvas huts.", ["health, education and welfare bodies", "rows of canvas huts"]),
        ("en", "The fund paid $5 million in humanitarian aid, €30 per day and £2.5m worth of blankets.", ["in humanitarian aid", "per day", "worth of blankets"]),
        ("en", "Nearly 44% of the rural population lives on 88 farms and fields.", ["of the rural population", "farms and fields"]),
        ("en", "Last week the number of tents rose to 1,340 along the river.", ["tents"]),
        ("es", "Llegaron 25 Estados miembros de la Liga y 230 menores no acompañados que cruzaron la sierra.", ["Estados miembros de la Liga", "menores no acompañados"]),
        ("es", "Unos 90 niños viven ahí y 61 por ciento de la población rural tiene hambre.", ["niños", "de la población rural"]),
        ("es", "Las 17 casas y albergues dieron de comer a 400 personas a bordo del tren.", ["casas y albergues", "personas"]),
        ("fr", "Les 2 565 détenus de plus de 60 ans et 27 % des ménages ruraux souffrent.", ["détenus", "des ménages ruraux"]),
        ("fr", "Près de 300 femmes excisées vivant en ville et 140 demandeurs d'asile attendent.", ["femmes excisées", "demandeurs d'asile"]),
    ],
)  # fmt: skip
def test_what_is_counted_is_a_whole_noun_and_no_more(language, text, expected):
    assert [told[1] for told in figures(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The war that began in March 2011 has killed 55,000 people in the valley.", [None]),
        ("en", "Last year the hospital treated 640 patients, 212 of them children.", ["Last year", "Last year"]),
        ("en", "Some 120 people, mostly farmers, were moved in June 2014 after the river rose.", ["in June 2014"]),
        ("en", "It paid for 80 beds, which is more than last year.", [None]),
        ("es", "El informe dice que sólo en 2015, casi cuatro mil personas se ahogaron.", ["en 2015"]),
        ("fr", "Les prisons comptaient au 1er novembre 72.809 détenus.", ["au 1er novembre"]),
        ("en", "It housed 11,500 families last year and 7,800 families in 2011.", ["last year", "in 2011"]),
        ("es", "La guerra, que empezó en marzo de 2011, dejó 12 mil muertos.", [None]),
        ("es", "En los últimos diez años cerraron 17 escuelas.", ["En los últimos diez años"]),
        ("es", "Fue la peor sequía del valle el año pasado y murieron 900 reses.", ["el año pasado"]),
        ("fr", "Au 1er janvier 2014, les hangars comptaient 2 565 familles.", ["Au 1er janvier 2014"]),
        ("fr", "La guerre qui a commencé en mars 2011 a tué 55 000 personnes.", [None]),
        ("fr", "En septembre et octobre 2014, le hangar a accueilli 640 marins.", ["En septembre et octobre 2014"]),
    ],
)  # fmt: skip
def test_a_date_is_a_figures_only_in_its_own_clause(language, text, expected):
    assert [told[2] for told in figures(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "UNHCR says that 600 people live in the hall.", "UNHCR"),
        ("en", "Figures from the Harbour Council show that 31 per cent of tenants owe rent.", "Harbour Council"),
        ("en", "Some 640 hectares burned, according to new data from the Forest Service.", "Forest Service"),
        ("en", "The Harbour Trust said earlier this week that it feeds 600 people.", "Harbour Trust"),
        ("en", "Ana Silva said 600 people sleep in the hall.", "Ana Silva"),
        ("es", "Hay 40 mil reses en el valle, según reveló hoy la ONU.", "ONU"),
        ("fr", "On compte 640 places, d'après les chiffres du ministère de la Justice dévoilés mercredi.", "ministère de la Justice"),
        ("fr", "La France compte donc 640 places dans ses prisons.", None),
        ("en", "An estimated 640 hectares burned, and a report found that 12 barns were lost.", None),
        ("es", "La ONU calcula que 38 mil personas viven en los campos.", "ONU"),
        ("es", "El 44 por ciento de las familias debe la renta, según datos de la Red del Agua.", "Red del Agua"),
        ("es", "Murieron 95 mil reses, indicó un informe del Consejo del Puerto.", "Consejo del Puerto"),
        ("es", "La región registró 300 casos de fiebre en el valle.", None),
        ("fr", "L'ONU estime que 38 000 personnes vivent dans les camps.", "ONU"),
        ("fr", "Le Haut Conseil des Ports (HCP) estime que deux millions de tonnes sont perdues.", "Haut Conseil des Ports"),
        ("fr", "L'association a recensé 34 cas dans la vallée.", None),
    ],
)  # fmt: skip
def test_whoever_counted_is_named_where_the_sentence_does(language, text, expected):
    assert {told[3] for told in figures(language, text)} == {expected}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_around_numbers_are_lower_case_with_straight_apostrophes(language):
    cues = table_of(language).figures
    for field in dataclasses.fields(FigureCues):
        value = getattr(cues, field.name)
        for word in value if isinstance(value, tuple) else ():
            assert word == word.lower().replace("’", "'"), (field.name, word)


@pytest.mark.parametrize(
    ("language", "piece"),
    [("en", "12 people in May 2015 and "), ("en", "a hundred and twenty said that "), ("es", "mil 200 de cada "), ("fr", "trois familles de la ")],
)  # fmt: skip
def test_looking_for_figures_takes_calls_in_proportion_to_the_length_of_a_sentence(language, piece):
    def calls(times: int) -> int:
        counted = 0

        def count(_frame, event, _argument):
            nonlocal counted
            counted += event in {"call", "c_call"}

        text = piece * times
        sys.setprofile(count)
        try:
            figures_of(text, Span(0, len(text)), table_of(language))
        finally:
            sys.setprofile(None)
        return counted

    calls(10)
    assert calls(400) < 2.2 * calls(200)


def test_an_acronym_is_explained_where_its_name_stands_before_it_in_brackets():
    text = "The Harbour Relief Trust (HRT) opened a clinic in the valley."
    (excerpt,) = found(text, ExcerptKind.CONTEXT)
    ((acronym, name, place),) = ((one.acronym, one.name, one.span.of(text)) for one in excerpt.definitions)
    assert (acronym, name, place) == ("HRT", "Harbour Relief Trust", "HRT")
