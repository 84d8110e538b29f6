"""Who is meant where a text names somebody shortly, or not at all."""

from briefing_app.domain.excerpt import ExcerptKind
from tests.extraction.builders import found


def speakers(text: str, language: str) -> list[str | None]:
    return [quote.attribution.name if quote.attribution else None for quote in found(text, ExcerptKind.QUOTE, language)]


def test_the_first_of_two_surnames_leads_to_the_full_name():
    text = (
        "«El puente cayó», dijo Rosa Lima Vargas, alcaldesa de Vall.\n\nLa obra costó nueve millones.\n\n"
        "«Nadie vino a verlo, explicó Lima. Seguimos solos». «Yo sí vine», respondió Luis Rey."
    )
    assert speakers(text, "es") == ["Rosa Lima Vargas", "Rosa Lima Vargas", "Luis Rey"]


def test_words_that_nobody_is_said_to_speak_are_those_of_whom_the_narration_named_last():
    text = (
        "“The well is dry,” said Ana Silva. “It is not,” said Ivo Petrov.\n\nSilva took us to the well on Monday.\n\n"
        "“You can hear the stone fall. It takes a while, and there is no splash.”"
    )
    assert speakers(text, "en") == ["Ana Silva", "Ivo Petrov", "Ana Silva"]


def test_words_between_two_people_named_are_nobodys():
    text = (
        "“The well is dry,” said Ana Silva. “It is not,” said Ivo Petrov.\n\nSilva took Petrov to the well on Monday.\n\n"
        "“You can hear the stone fall. It takes a while, and there is no splash.”"
    )
    assert speakers(text, "en") == ["Ana Silva", "Ivo Petrov", None]


def test_he_or_she_is_nobody_where_no_person_is_named():
    text = "Harbour Relief (HR) works in Vall.\n\n“We left at night and walked for nine days,” she told the team."
    assert speakers(text, "en") == [None]


def test_a_role_that_no_table_knows_is_told_by_its_article():
    (quote,) = found("“The hives are gone,” said Ana Silva, a glassblower whose shop burned down.", ExcerptKind.QUOTE, "en")
    assert quote.attribution
    assert quote.attribution.role == "glassblower"


def test_short_names_of_organisations_lead_to_the_whole_name():
    text = (
        "The Northern Lakes Network met in Vall.\n\n“The boats are full,” said the Rev. Ivo Petrov, chairman of the Network. "
        "“So is the quay,” said Ana Silva."
    )
    first = found(text, ExcerptKind.QUOTE, "en")[0]
    assert first.attribution
    assert (first.attribution.role, first.attribution.organisation) == ("chairman", "Northern Lakes Network")


def test_who_tells_in_the_narrators_words_goes_on_in_their_own():
    text = (
        "“The ferry is late,” said Ana Silva.\n\n"
        "The beekeeper, Rosa Lind, said that the island had no bread. “It never comes in May,” she added."
    )
    assert speakers(text, "en") == ["Ana Silva", "Rosa Lind"]


def test_a_name_behind_the_first_word_of_a_sentence_is_known():
    text = "“The ferry is late,” said Ana Silva.\n\nWhen Rosa Lind came home the harbour was shut. “I slept in the boat,” she recalled."
    assert speakers(text, "en") == ["Ana Silva", "Rosa Lind"]


def test_a_reflexive_verb_inside_the_marks_names_the_speaker():
    text = "« Nous avons soif, s’agace Léa Morel, et le puits est à côté. »\n\nLa route est fermée.\n\n« Je reste », dit Paul Roy."
    assert speakers(text, "fr") == ["Léa Morel", "Paul Roy"]


def roles(text: str, language: str) -> list[tuple[str | None, str | None]]:
    said = [quote.attribution for quote in found(text, ExcerptKind.QUOTE, language)]
    return [(one.role, one.organisation) if one else (None, None) for one in said]


def test_the_last_word_of_a_name_leads_to_the_whole_name_in_a_role():
    text = "The Lower Vall Moot met again.\n\n“We sold the goats,” said Ana Silva, convener of the Moot."
    assert roles(text, "en") == [("convener", "Lower Vall Moot")]


def test_a_word_within_a_name_stands_for_no_organisation():
    text = "Le collectif Amis du Large tient une clinique.\n\n« Le quai est froid », dit Léa Morel, présidente de Gens du Large."
    assert roles(text, "fr") == [("présidente de Gens du Large", None)]


def test_the_director_of_an_organisation_is_at_the_one_named_before():
    text = (
        "The Harbour Relief Council met on Monday. The Harbour Relief Council meets each May.\n\n"
        "The Lower Vall Water Network said it had waited for years. “Now we have a pipe,” said its director, Ana Silva."
    )
    assert roles(text, "en") == [("director", "Lower Vall Water Network")]


def test_an_organisation_that_a_noun_does_not_name_is_none():
    text = "El Ministerio de Pesca calla.\n\n«Cerramos mañana», dijo Iván Sola, vocal de la plataforma norteña."
    assert roles(text, "es") == [("vocal de la plataforma norteña", None)]


def test_two_offices_each_with_its_place_are_told_whole():
    text = "« Le pont est tombé », dit Léa Morel, vice-présidente du Conseil de Vall et porte-parole du Cercle nautique."
    assert roles(text, "fr") == [("vice-présidente du Conseil de Vall et porte-parole du Cercle nautique", None)]


def test_a_role_begins_behind_a_dash():
    text = "VALL, 3 May 2021 – The chief surveyor of the coast, Ana Silva, came home today.\n\n“The cliff has moved,” Silva said."
    ((role, _),) = roles(text, "en")
    assert role
    assert role.startswith("chief surveyor")


def test_what_somebody_names_is_no_role():
    text = "La société évoque un manque de 90 tonnes. « Le quai est pourri. »"
    assert roles(text, "fr") in ([], [(None, None)])


def test_she_is_the_nurse_of_whom_the_narration_told_and_nobody_named_before():
    text = (
        "“The ferry is late,” said Ana Silva, director of Harbour Relief.\n\n"
        "A nurse at the port had seen nine boats. “I counted them at dawn, and again at noon,” she said."
    )
    assert speakers(text, "en") == ["Ana Silva", None]
    assert roles(text, "en")[1] == ("nurse at the port", None)


def test_a_role_said_again_is_the_whole_role_of_whom_it_brought_in():
    text = "The headteacher of a school near Vall asked for desks. “We sit on the floor,” the headteacher said."
    assert roles(text, "en") == [("headteacher of a school near Vall", None)]


def test_a_widow_beside_a_name_is_who_bears_the_name():
    text = "Rosa Lind, a widow from Vall, was told to wait. “I have waited for nine years,” she said. “I can wait.”"
    assert speakers(text, "en") == ["Rosa Lind", "Rosa Lind"]


def test_a_given_name_alone_is_whom_she_stands_for():
    text = (
        "“The ferry is late,” said Ivo Petrov.\n\nRosa had sold her boat in May. “They gave me half of what it cost,” she told us."
    )
    assert speakers(text, "en") == ["Ivo Petrov", "Rosa"]


def test_a_given_name_with_a_trade_behind_it_has_that_role():
    text = "Parmi eux, Muriel, boulangère à Vall. « Le four est froid depuis lundi », dit-elle.\n\n« Oui », dit Paul Roy."
    assert roles(text, "fr")[0] == ("boulangère à Vall", None)


def test_whole_sentences_between_the_narrators_are_somebodys_words():
    text = "The bishop, Ivo Petrov, spoke at length. “We buried nine of them in May. Nobody came.” Then he left."
    assert [quote.span.of(text) for quote in found(text, ExcerptKind.QUOTE, "en")] == [
        "“We buried nine of them in May. Nobody came.”"
    ]


def test_a_slogan_within_a_sentence_is_nobodys_words():
    assert not found("The sign “We will not be moved from this shore” hung on the gate.", ExcerptKind.QUOTE, "en")


def test_words_at_a_texts_start_are_those_of_the_one_person_the_lead_names():
    text = (
        "VALL – The harbour pilot, Ana Silva, came home today.\n\n“I saw nine boats in one night. None of them had a light.”\n\n"
        "The harbour was dark. “We had no radio,” said Ivo Petrov. “Nor oars,” said Rosa Lind."
    )
    assert speakers(text, "en") == ["Ana Silva", "Ivo Petrov", "Rosa Lind"]


def test_she_is_nobody_where_only_men_were_named():
    text = (
        "“The oven is cold,” said Peter Lind, a baker in Vall. “So is the shop,” said Thomas Rey.\n\n"
        "“We left at night and walked for nine days,” she told us."
    )
    assert speakers(text, "en") == ["Peter Lind", "Thomas Rey", None]


def test_a_name_may_begin_with_its_particle_or_hold_an_elided_one():
    text = "« Le mil est cher », indique le secrétaire général, El Hadj Omar Sow. « Trop cher », dit Jean d’Arvor, berger."
    assert speakers(text, "fr") == ["El Hadj Omar Sow", "Jean d’Arvor"]


def test_a_title_within_a_name_begins_none():
    text = "«Faltan camas», dijo una médica del hospital Nuestra Señora de los Mares."
    assert speakers(text, "es") == [None]
    assert roles(text, "es") == [("médica del hospital Nuestra Señora de los Mares", None)]


def test_one_of_many_is_what_all_of_them_are():
    text = "« La soupe est prête », sourit Paul Roy, l’un des 30 bénévoles. « Enfin », dit Léa Morel, l’une des quatre absentes."
    assert roles(text, "fr") == [("bénévole", None), (None, None)]


def test_where_somebody_young_is_from_is_what_they_are():
    text = "«Corrí», cuenta Walter, norlandés de 19 años. «Yo no», dijo Rosa, de 20 años."
    assert roles(text, "es") == [("norlandés de 19 años", None), (None, None)]


def test_an_office_before_a_name_begins_with_its_article():
    text = "El alma del río es el capitán de los Prácticos, Ivo Lima, que no duerme. «El agua sube cada noche», dijo Lima."
    assert roles(text, "es") in ([("capitán de los Prácticos", None)], [("capitán", "Prácticos")])


def test_the_organisation_may_stand_behind_a_comma():
    text = "“The quay is full,” said Silva.\n\nSigned: Ana Silva, President, Harbour Alliance"
    assert roles(text, "en") == [("President", "Harbour Alliance")]


def test_two_words_say_in_an_inverted_perfect():
    text = "Le pilote, Paul Roy, est resté. « La digue tient encore », a-t-il fait observer.\n\n« Non », dit Léa Morel."
    assert speakers(text, "fr") == ["Paul Roy", "Léa Morel"]


def said_by(text: str, language: str) -> tuple[str | None, str | None, str | None]:
    quote = found(text, ExcerptKind.QUOTE, language)[0].attribution
    assert quote is not None
    return quote.name, quote.role, quote.organisation


def test_the_acronym_behind_a_name_with_an_elided_article_leads_to_the_whole_name():
    text = "L’Office régional des digues (ORD) publie ses comptes. « Les digues tiennent », relève l’ORD dans son bilan."
    assert speakers(text, "fr") == ["Office régional des digues"]


def test_the_last_noun_of_a_role_is_that_of_the_organisation_it_stands_for():
    text = (
        "Lumière du large (LDL) ferme ses bureaux. La directrice des opérations de l’association, Anna Ruel, l’a annoncé lundi.\n\n"
        "« Nous partons », regrette Mme Ruel."
    )
    assert said_by(text, "fr") == ("Anna Ruel", "directrice des opérations", "Lumière du large")


def test_an_office_held_at_the_organisation_in_a_country_keeps_the_country():
    text = (
        "Faro Internacional presentó su informe. La directora ejecutiva de la organización en Soria, Marta Ruiz, habló con la prensa."
        "\n\n«Nadie responde», dijo Ruiz."
    )
    assert said_by(text, "es") == ("Marta Ruiz", "directora ejecutiva en Soria", "Faro Internacional")


def test_a_title_before_a_surname_is_the_office_of_whom_it_names():
    text = "Administrator Ivo Petrov visited Vall on Monday.\n\n“The camp is full,” Administrator Petrov said."
    assert said_by(text, "en")[:2] == ("Ivo Petrov", "Administrator")
