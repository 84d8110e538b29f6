"""What stands at a document's end: names under a letter, readers' words, what was sent with it."""

import pytest

from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.extraction.entry import extract
from briefing_app.reading.entry import read_bytes
from tests.extraction.builders import quoted, told

STORY = "\n\n".join(
    f"In the {place} the road was shut for nine days in May, and no one came." for place in ("north", "south", "east", "west")
)


@pytest.mark.parametrize(
    "foot",
    [
        "Yours sincerely,\n\nAna Silva (Chair)      Ivo Petrov (Secretary).",
        "SIGNED for and on behalf of the Forum\n\nHarbour Council, Sea Clinic, Norland Aid and Vall Relief.",
        "Comments\n\n1. Someone wrote: this is a very sad story for all of us who live here.",
        "If you no longer wish to receive these messages, write to us with the word STOP.",
        "This article was first published by the Harbour Post and is shown here with its leave.",
        "HNA/DC\nLeave a comment (14)\nDisclaimer: Views expressed here are those of the authors and not of this page.",
        "Ana Silva is director of the Sea Clinic. Readers may write to her at P.O. Box 44, Vall Harbour, and will be answered.",
        "Photographs and footage (free for editorial use until 5 December) at the link above.",
        "H A R B O U R   A I D\nleague of 31 associations",
        "For names of members send a letter to list@harbour.example. Any other questions go to ask@harbour.example.",
        "(*) First signatories: Ana Silva, lawyer; Ivo Petrov, farmer; Rosa Lind (VLB); Karl Berg; The Friends of the Gate.",
        "The whole text of the plan can be found here.",
        "About the Harbour Front\nThe Harbour Front is a league of towns that was founded in 2017.",
    ],
)
def test_the_foot_of_a_document_is_no_narration(foot):
    assert told(f"{STORY}\n\n{foot}") == STORY.split("\n\n")


def test_the_lines_between_a_headline_and_the_story_tell_nothing_of_their_own():
    head = "Road shut\n\n-- Nine days without bread in all the villages of the north, say the farmers\n\n■ The mayor knew of it since May"
    assert told(f"{head}\n\n{STORY}") == STORY.split("\n\n")


def test_a_list_alone_is_told():
    assert told("- Nine days without bread in the villages\n\n- Three boats lost at the harbour gate") == [
        "- Nine days without bread in the villages",
        "- Three boats lost at the harbour gate",
    ]


def told_in_markdown(text: str) -> list[str]:
    reading = read_bytes(text.encode(), "story.md").reading
    return [one.span.of(text) for one in extract(reading, "document") if one.kind is ExcerptKind.CONTEXT]


def test_a_heading_of_several_sentences_is_told():
    lead = "The road was shut for nine days in May. No one came to open it again."
    assert told_in_markdown(f"# Road shut\n\n## **{lead}**\n\n{STORY}") == [f"**{lead}**", *STORY.split("\n\n")]


def test_a_list_of_links_is_no_narration():
    links = "- [How the road was shut for nine days](http://harbour.example/road)\n- [The gate in the month of May](gate.html)"
    assert told_in_markdown(f"{STORY}\n\n## Background\n\n{links}") == STORY.split("\n\n")


@pytest.mark.parametrize(
    "words",
    [
        "The undersigned met in May and found the road shut for nine days in a row.",
        "Comments by the mayor did not help the families who slept at the gate.",
        "Journalists saw the road and the gate, and wrote of nothing else for days.",
        "Signed in 1992, the pact has kept the road open for every farmer since.",
        "Footage shows the road and the gate, and three boats free of their ropes.",
        "A woman said\nthat the mill and the road\nwere shut for nine days.",
    ],
)
def test_a_paragraph_that_begins_like_a_foot_is_narration(words):
    assert told(f"{STORY}\n\n{words}")[-1] == words


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Council asks for boats, 9 May 2006, Page 2",
        "Shadow Minister for Harbours and Island Affairs  Federal Member for Vall  10 May 2006.",
        "Patrons: Ana Silva Ivo Petrov AO Prof Rosa Lind Hon Karl Berg Dr Lena Fisk Paul Ode QC Mira Stone Samir Kahn",
        "Two boats at the gate of Vall, in the last days of May. ANA SILVA FOR THE POST",
    ],
)
def test_furniture_between_paragraphs_is_no_narration(line):
    first, *others = STORY.split("\n\n")
    assert told("\n\n".join([first, line, *others])) == STORY.split("\n\n")


def test_a_headline_of_several_sentences_or_with_a_quotation_is_no_narration():
    for headline in (
        "Harbour council finds new mistakes in plans for boats.",
        "The mayor on the road: “Good. Not enough. More”",
        "Bread is short. The road is shut",
    ):
        assert told(f"{headline}\n\n{STORY}") == STORY.split("\n\n")


def test_what_leads_to_a_list_is_told_where_the_list_tells():
    lead = "Some of the things that the farmers lost in May are these:"
    items = ["• nine boats that stood at the harbour gate;", "• the road to all of the northern villages."]
    assert told("\n\n".join([STORY, lead, *items])) == [*STORY.split("\n\n"), lead, *items]
    asks = ["• The council must open the road again;", "• The council must mend the boats."]
    assert told("\n\n".join([STORY, lead, *asks])) == STORY.split("\n\n")


def test_where_a_story_was_written_is_no_narration_of_its_own():
    assert told(f"Puerto Vale, Norland. The mayor said on Monday: “We have no bread.”\n\n{STORY}") == STORY.split("\n\n")


STORIES = {
    "en": STORY,
    "es": "\n\n".join(
        f"En el {place} la carretera estuvo cerrada nueve días en mayo, y nadie vino."
        for place in ("norte", "sur", "este", "oeste")
    ),
    "fr": "\n\n".join(
        f"La route {place} a été fermée pendant neuf jours en mai, et personne n'est venu."
        for place in ("nord", "sud", "est", "ouest")
    ),
}


@pytest.mark.parametrize(
    ("language", "foot"),
    [
        ("en", "Enjoyed this article? Become a member today and help keep our reporting free for everyone."),
        ("en", "Create your free account or log in to continue reading this story."),
        ("en", "Media contact - Lena Holm - 0400 555 019"),
        ("en", "Commissioner Holm will hold a press conference on Friday, 14 May at 10.30am in the harbour hall (13 Quay St)."),
        ("en", "WHAT: Press conference\nWHEN: Friday 14 May, 10.30 am\nWHERE: Harbour Hall, 13 Quay Street"),
        ("en", "A full version of the letter is available [here.][1]"),
        ("en", "This entry was posted on Friday, May 14th, 2011 at 10:14 am and is filed under News."),
        ("en", "We look forward to hearing from you."),
        ("en", "* Peter Mwangi is president of the Harbour Front."),
        ("es", "Hazte socia y ayúdanos a seguir contando lo que otros callan."),
        ("es", "La comisionada Silva ofrecerá una rueda de prensa el viernes 14 de mayo a las 10.30 en la sala del puerto."),
        ("es", "Agradecemos de antemano su atención y quedamos a la espera de su respuesta."),
        ("es", "Organizaciones firmantes: Frente del Puerto, Clínica del Mar, Amparo, Socorro de Vall."),
        ("es", "La autora es profesora de derecho en la Universidad de Norlandia."),
        ("fr", "Créez votre compte gratuit ou connectez-vous pour continuer la lecture de cet article."),
        ("fr", "La commissaire Petit tiendra une conférence de presse vendredi 14 mai à 10 h 30 dans la salle du port."),
        ("fr", "Nous vous prions d'agréer, Monsieur le Ministre, l'expression de notre haute considération."),
        ("fr", "L'autrice est professeure de droit à l'université de Norlande."),
    ],
)
def test_words_to_whoever_reads_are_no_narration(language, foot):
    assert told(f"{STORIES[language]}\n\n{foot}", language) == STORIES[language].split("\n\n")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The camp has free access to water, but a licence is needed to sell bread inside the gate."),
        ("en", "The mayor told a press conference at 10.30 am on Friday that nine boats had been lost since May."),
        ("en", "Peter Mwangi is president of the Harbour Front."),
        ("es", "En rueda de prensa, a las 10.30 horas, el alcalde informó de que nueve barcas se habían perdido."),
        ("fr", "Lors d'une conférence de presse à 10 h 30, le maire a annoncé la perte de neuf bateaux."),
    ],
)
def test_what_is_told_of_the_same_things_is_narration(language, words):
    assert told(f"{STORIES[language]}\n\n{words}", language)[-1] == words


@pytest.mark.parametrize(
    ("language", "foot"),
    [
        ("en", "Media contact: Lena Holm 0400 555 019"),
        ("en", "For interviews call Lena Holm on 0400 555 019."),
        ("en", "ENDS"),
        ("es", "Más información: prensa@puerto.example"),
        ("fr", "Contact presse : Anne Petit, 06 55 50 19 00"),
    ],
)
def test_a_contact_run_on_behind_the_last_sentence_leaves_it_narration(language, foot):
    assert told(f"{STORIES[language]} {foot}", language) == STORIES[language].split("\n\n")


@pytest.mark.parametrize(
    ("language", "header"),
    [
        ("en", "NINE BOATS ADRIFT"),
        ("en", "HARBOUR PARTY NEWS 06/112 FRIDAY 3 MARCH 2006 SENATOR LENA HOLM HEAD OF THE HARBOUR PARTY THE TOLL GOES ON"),
        ("es", "NUEVE BARCAS A LA DERIVA"),
        ("fr", "NEUF BATEAUX À LA DÉRIVE"),
    ],
)
def test_a_header_in_capitals_run_into_the_first_sentence_is_left_out(language, header):
    assert told(f"{header} {STORIES[language]}", language) == STORIES[language].split("\n\n")


def test_acronyms_and_places_in_capitals_stay_in_their_sentence():
    for words in (
        "NORTHGATE, NORLAND, MAY 9 – The union has found nine boats adrift since May.",
        "UNHCR has found nine boats adrift off the coast since May.",
        "HARBOUR PARTY LEADER Lena Holm has found nine boats adrift off the coast since May.",
    ):
        assert told(f"{words}\n\n{STORY}") == [words, *STORY.split("\n\n")]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "THE HARBOUR AND ITS BOATS - THE PLIGHT OF NORLAND ."),
        ("en", "NO MORE BOATS! NO MORE LOST LIVES!"),
        ("en", "How many more boats must be lost?"),
        (
            "en",
            "Speech by Lena Holm, High Commissioner for Harbours, to the forty-first session of the Council, Northgate, 14 May 2011.",
        ),
        ("en", "Mr President, distinguished members of the Council, dear friends:"),
        ("es", "¡El consejo quiere callar a los pescadores!"),
        ("es", "Carta abierta a los ministros de la costa con motivo de su reunión en el puerto."),
        ("es", "Señor Presidente, distinguidos miembros del Consejo, amigas y amigos:"),
        ("fr", "FAMILLES SANS TOIT : LE CONSEIL MANQUE ENCORE À SA PAROLE."),
        ("fr", "Déclaration commune de neuf organisations sur la situation des familles dans le port de Vall, 14 mai 2011."),
    ],
)
def test_a_title_that_ends_as_a_sentence_does_is_no_narration(language, title):
    assert told(f"{title}\n\n{STORIES[language]}", language) == STORIES[language].split("\n\n")


def test_a_sentence_about_a_statement_is_narration():
    words = "The statement by nine groups was handed to the council in Northgate on 14 May."
    assert told(f"{words}\n\n{STORY}") == [words, *STORY.split("\n\n")]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Families wait at the gate of the harbour clinic in the winter rain. Photo: The Harbour Front"),
        ("en", "A nurse weighs a child in the clinic. Photo by Lena Holm"),
        ("en", "— Harbour Council, Report on the winter, 2011, p. 14"),
        ("en", "The following are the points on which the two sides have agreed so far:"),
        ("es", "Una enfermera pesa a un niño en la clínica. Foto de Ana Silva"),
        ("es", "(2) Véase el informe del Consejo del Puerto, mayo de 2011, págs. 14-15."),
        ("fr", "Des bateaux dans le port à l'aube. Crédits : Anne Petit / Secours du Port"),
        ("fr", "Voici les points sur lesquels les deux parties se sont mises d'accord :"),
    ],
)
def test_captions_sources_and_what_announces_a_list_are_no_narration(language, line):
    first, *others = STORIES[language].split("\n\n")
    assert told("\n\n".join([first, line, *others]), language) == [first, *others]


def test_a_line_that_names_who_speaks_is_no_salutation():
    for line in ("Mr Ivo Petrov, director of the Harbour Front, said:", "Mrs Lena Holm, president, told the council:"):
        (words,) = quoted(f"{STORY}\n\n{line}\n\n“We have no bread and no one comes.”")
        assert words[1] in ("Ivo Petrov", "Lena Holm")
