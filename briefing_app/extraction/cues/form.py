"""The form of the cue tables: families of phrases with an example and a counter-example, and plain lists of words."""

from dataclasses import dataclass

from briefing_app.extraction.cues.ask_form import AskWords
from briefing_app.extraction.cues.figure_form import FigureCues


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One family of phrases that fires one rule. What is made of a cue or a table is kept by which it is, not by what it holds.

    A phrase is words with blanks between them. ``a|b`` is either word, ``a_b`` two words of one alternative, ``word?`` a word
    that may be missing, ``…`` at most a line of other words, ``@verb`` all forms of a verb that the table lists, ``{X}`` those
    who are asked. What follows ``{X}`` must come and ends their list; at a phrase's end their list is what reads like one, and
    may be empty. ``{A}`` is the same, but must hold an actor. ``{D}`` is what is to be done: an infinitive must follow.
    """

    rule: str
    phrases: tuple[str, ...]
    example: str
    """A sentence in which the rule must fire."""
    counter: str
    """A sentence in which it must not."""
    confidence: float = 0.8
    unless: tuple[str, ...] = ()
    """What right behind the phrase makes it none: "it is time for lunch"."""
    speaker_only: bool = False
    """Whether things fire it as well as persons do ("the storm calls for"), so that its subject must be somebody."""


@dataclass(frozen=True, slots=True, eq=False)
class CueTable(AskWords):
    """All cues of one language. Each is a file of data beside this module.

    Lists of words are lower case with straight apostrophes.
    """

    language: str
    frequent: tuple[str, ...]
    """Words that tell the language of a text whose reading names none."""
    abbreviations: tuple[str, ...]
    """Words that a full stop follows without ending a sentence, without that stop."""
    starters: tuple[str, ...]
    """Words that begin a sentence even after an abbreviation such as "U.S."."""
    verbs: tuple[str, ...]
    """Verbs of asking, each with all its forms: "instar: insta instan ..."; ``@instar`` in a phrase stands for them."""
    asks: tuple[Cue, ...]
    modals: tuple[Cue, ...]
    """Modals whose subject is asked."""
    letters: Cue
    """How a letter's title begins, before whom it is to."""
    actors: tuple[str, ...]
    """Nouns for those who can act on an ask."""
    instruments: tuple[str, ...]
    """Nouns that end names of things that cannot act: "the National Plan"."""
    rulers: tuple[str, ...]
    """Nouns for whoever rules: what they ask of people is told, not asked."""
    parts_of: tuple[str, ...]
    """Nouns for parts of a body, before it: "all levels of government"."""
    places: tuple[str, ...]
    """Names of countries, and capitals that stand for their governments."""
    introductions: tuple[str, ...]
    """Words that open a phrase before the subject."""
    subordinators: tuple[str, ...]
    """Words after which a new subject begins."""
    and_words: tuple[str, ...]
    whoever: tuple[str, ...]
    """Words that are nobody without the clause behind them: "those who"."""
    such_as: tuple[str, ...]
    """What comes after replaces what stands before: "governments such as A and B"."""
    one_by_one: tuple[str, ...]
    """How those begin whose names follow one by one: "both parties, A and B,"."""
    including: tuple[str, ...]
    """What comes after joins what stands before: "all parties, in particular A"."""
    articles: tuple[str, ...]
    singular_articles: tuple[str, ...]
    """Articles, and prepositions that hold one, before a single noun."""
    adjectives: tuple[str, ...]
    """Endings of adjectives that follow their noun: "autoridades federales"."""
    like_adjectives: tuple[str, ...]
    """Endings of subjunctives and adverbs that end as such adjectives do: "que el Gobierno presente"."""
    levels: tuple[str, ...]
    """Words for whose government is meant, halves of a pair: "State and Territory governments"."""
    heads_of: tuple[str, ...]
    """ "leaders of", before several names: the names are asked."""
    describing: tuple[str, ...]
    """Words that open a description after a speaker's name: "Ana Silva, a nurse who", "Ana Silva, now in Lima"."""
    relatives: tuple[str, ...]
    """What opens a clause on whoever was just named: "a nurse who"."""
    ends_name: tuple[str, ...]
    """What opens such a clause, or one on when and how, behind a speaker's name and description."""
    left_over: tuple[str, ...]
    """Those of them that end the words on a speaker where the clause was cut off."""
    goes_on: tuple[str, ...]
    """Words behind a speaker with which the narration goes on: "said Ana Silva before the vote"."""
    role_of: tuple[str, ...]
    """ "a role that", opening a bracket that names somebody as one of those before it."""
    given_by: tuple[str, ...]
    """What stands before those from whom something is asked: "leadership from the council"."""
    by_words: tuple[str, ...]
    """What names the actor of a passive."""
    causes: tuple[str, ...]
    """Small words by which several words with capitals are an organisation's name: "Ana Silva of Harbours Without Walls"."""
    behind_office: tuple[str, ...]
    """What may follow a noun for an office in small letters, besides where it is held: "responsible"."""
    offices: tuple[str, ...]
    """Nouns for offices whose names hold lists: "Department for Environment, Food and Rural Affairs"."""
    clause_words: tuple[str, ...]
    """What opens a clause that says what is asked: "that"."""
    upon: tuple[str, ...]
    """What stands before those whom the same verb asks again: "and on donors to"."""
    optative: tuple[str, ...]
    """How a sentence begins that wishes somebody to act: "let the minister come"."""
    not_meant: tuple[str, ...]
    """What turns down or wonders at what "should" be: "the notion that", "it is odd that"."""
    wishing: tuple[str, ...]
    """Words behind which "that we must" asks, and does not tell of what stands before: "I believe that we must"."""
    no_wishes: tuple[str, ...]
    """What makes a sentence that begins as a wish none: "que les choses soient claires"."""
    rulings: tuple[str, ...]
    """What courts do before what they say must be: "held that"."""
    conceding: tuple[str, ...]
    """How a sentence begins that grants something before what it wants: "while we accept that"."""
    turning_away: tuple[str, ...]
    """How a clause begins, behind a comma, that turns from what is asked to what is so: "whereas", "sin embargo"."""
    concluding: tuple[str, ...]
    """How a clause begins, behind a comma, that asks because of what stands before: "por lo que"."""
    joined_names: tuple[str, ...]
    """Names with an "and" of their own."""
    saying: Cue
    """Verbs of saying, as they stand beside direct speech."""
    according: Cue
    """ "according to": the speaker follows."""
    attributable: Cue
    """How a line tells who speaks in all that is quoted below."""
    dialogue_dash: bool
    """Whether a dash before a paragraph's first word opens speech."""
    hearers: tuple[str, ...]
    """To whom it is said, between the verb and the speaker or behind both: "to reporters", "a la prensa"."""
    occasions: tuple[str, ...]
    """What begins where the speaker's description ends: "in an interview", "lors d'une"."""
    before_saying: tuple[str, ...]
    """Small words between a subject and its verb of saying: "Ana Silva also said"."""
    new_clause: tuple[str, ...]
    """Words, besides "and", with which another clause begins before the verb of saying: "but Ana Silva said"."""
    prepositions: tuple[str, ...]
    """Words that lead, behind a verb of saying, to where and how it is said, where its subject may be left out."""
    clitics: tuple[str, ...]
    """Pronouns that a verb of saying takes behind it with a hyphen: "dit-elle"."""
    reflexives: tuple[str, ...]
    """Words between a quotation and an inverted verb of saying ("s'inquiète")."""
    honorifics: tuple[str, ...]
    he_or_she: tuple[str, ...]
    """Those of the pronouns that stand for one person."""
    pronouns: tuple[str, ...]
    """Personal pronouns that stand for a speaker."""
    things: tuple[str, ...]
    """Pronouns that stand for an organisation, not for a person."""
    organisation_nouns: tuple[str, ...]
    """ "the organisation": stands for the organisation that speaks."""
    papers: tuple[str, ...]
    """Those of them that are papers: they speak for their publisher, and have authors rather than directors."""
    roles: tuple[str, ...]
    """Nouns for what a person is."""
    indefinite: tuple[str, ...]
    """How "a nurse" begins, behind a name."""
    agents: tuple[str, ...]
    """Endings of nouns for what a person is: behind a name they say its role."""
    one_of: tuple[str, ...]
    """How it is told that somebody is one of many, before the noun: "Ana Silva, one of the 40 volunteers"."""
    taken_up: tuple[str, ...]
    """Nouns by which somebody who was named is taken up again: "the official said"."""
    its: tuple[str, ...]
    """What stands before the office of one who belongs to the organisation spoken of: "its director"."""
    fields: tuple[str, ...]
    """Words that end the name of a field of work: before an office it is no organisation ("Human Rights Commissioner")."""
    ends_role: tuple[str, ...]
    """Words behind a role that tell something else of the person: "nurse based in Vall"."""
    persons: tuple[str, ...]
    """Nouns that say no more of a person than that there is one: "one woman said"."""
    another: tuple[str, ...]
    """How one of several nobody knows is told from the others: "another nurse"."""
    office_words: tuple[str, ...]
    """Words in the names of offices, which are no name of a person: "Comisionado Nacional"."""
    plural: tuple[str, ...]
    """Endings of verbs of saying that several share: whoever they are is no one person."""
    told: tuple[str, ...]
    """Verbs of saying behind which stands who hears: "Ana Silva told Radio Vall"."""
    demonstratives: tuple[str, ...]
    """How one who was named is pointed at: "this former teacher"."""
    thus: tuple[str, ...]
    """How a brief sentence behind a quotation begins that tells who spoke: "So warns Ana Silva"."""
    only_behind: tuple[str, ...]
    """Verbs that tell of a speaker only right behind a quotation and its comma: ", craint Ana Silva"."""
    helping: tuple[str, ...]
    """Verbs before a verb of saying in the infinitive: "finit par admettre Ana Silva"."""
    helped: tuple[str, ...]
    """Verbs of saying in the infinitive."""
    spoke: tuple[str, ...]
    """Verbs that tell, in such a sentence only, that somebody spoke: "Thus spoke Ana Silva"."""
    aside: tuple[str, ...]
    """What turns to the next speaker without a comma: "for his part"."""
    bodies: tuple[str, ...]
    """Words in the names of what a state holds, which "the group" does not stand for."""
    finite: tuple[str, ...]
    """Endings of verbs that tell what somebody did: behind a noun for a person, its sentence goes on."""
    kin: tuple[str, ...]
    """Nouns for what a person is to another."""
    his_or_her: tuple[str, ...]
    """How a paper of somebody named before begins: "her letter"."""
    led_by: tuple[str, ...]
    """Participles between an organisation and who leads it: "the body headed by Ana Silva"."""
    leading: tuple[str, ...]
    """How a clause begins that says what somebody leads: "who directs"."""
    naming: tuple[str, ...]
    """Words before quotation marks that set off a name or a term: "so-called"."""
    titled: tuple[str, ...]
    """What has a title, which stands in quotation marks right behind it: "the forum “Water and Peace”"."""
    women_endings: tuple[str, ...]
    """Endings of nouns for what a woman is: "directrice"."""
    likewise: tuple[str, ...]
    """How one who was named is given a further role: "dijo el también coordinador"."""
    according_behind: tuple[str, ...]
    """ "According to" behind a quotation, before whoever said it."""
    behind_name: tuple[str, ...]
    """What stands behind a speaker's name and tells where or when: "Ana Silva in Lima"."""
    at_words: tuple[str, ...]
    """What stands between a role and an organisation."""
    held_at: tuple[str, ...]
    """Those of ``at_words`` behind which any name is an organisation: "director at Amparo"."""
    held_for: tuple[str, ...]
    """Those of ``at_words`` behind which several words with capitals are one, unless a place: "director for Norland Relief"."""
    in_place: tuple[str, ...]
    """What stands between an organisation and where it is: "director of the agency in Norland"."""
    copulas: tuple[str, ...]
    """Verbs between a person's name and what they are: "Rosa Lind is the director"."""
    belonging: tuple[str, ...]
    """What stands between a person's name and an organisation: "Rosa Lind of the Harbour Council"."""
    of_place: tuple[str, ...]
    """Those of ``belonging`` before a place of one word, never a surname: "Ana Silva of Norland"."""
    particles: tuple[str, ...]
    """Small words inside a person's name."""
    organisation_words: tuple[str, ...]
    """Words inside names of organisations and never of persons."""
    geography: tuple[str, ...]
    """Words inside names of places: "Vall Harbour" is nobody."""
    recommendation_headings: Cue
    own_plans: tuple[str, ...]
    """How an author says what they will do: "I will"."""
    tells_of_items: tuple[str, ...]
    """What makes a line that ends in a colon tell: its items are no asks."""
    topics: tuple[str, ...]
    """What makes a line on recommendations tell of what they are: its items are topics, no asks."""
    heading_addressee: tuple[str, ...]
    """What names the addressee in a heading: "Recommendations to ..."."""
    to_do: tuple[str, ...]
    """What stands between those asked and what they are to do, in a list's item: "donors to fund the plan"."""
    imperatives: tuple[str, ...]
    statives: tuple[str, ...]
    """Verbs that state a fact: a list item with one, and no ask, is none."""
    tells_of_itself: tuple[str, ...]
    """What stands behind an organisation's name where it tells, at a text's end, what it is: "is a", "brings together"."""
    sign_offs: tuple[str, ...]
    """How the end of a letter or statement begins: names and copies follow."""
    readers: tuple[str, ...]
    """Over what readers wrote: nothing below is the document's."""
    about: tuple[str, ...]
    """How a heading over what a publisher says of itself begins."""
    publishers: tuple[str, ...]
    """Of whom such a heading speaks."""
    boilerplate: Cue
    offers: Cue
    """What a page offers whoever reads it: subscriptions, accounts, letters of news."""
    press_events: Cue
    """What the press is asked to, at an hour that stands beside it."""
    pictures: tuple[str, ...]
    """What names who made a picture, behind the words below it: "Photo: Ana Silva"."""
    titles: Cue
    """How a text's first line says what it is, without an article: "Joint statement by"."""
    authors: tuple[str, ...]
    """Who a text is by, where its foot tells of them."""
    announces: tuple[str, ...]
    """What makes a line that ends in a colon say no more than that a list comes: "the following points:"."""
    vocatives: tuple[str, ...]
    """How words to those who are addressed begin: "Mr President, dear friends:"."""
    months: tuple[str, ...]
    numbered: tuple[str, ...]
    """What a number names rather than counts: "article 31"."""
    figures: FigureCues
    """The words around numbers."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """What names are made of, in whatever language a text is: lists of words as in a ``CueTable``."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    either: tuple[str, ...]
    """Of women and men alike."""
    surnames: tuple[str, ...]
    """Nouns for what a person is that are surnames, too."""
    letters: tuple[str, ...]
    """What stands behind a name: seats, degrees, orders."""
    of_women: tuple[str, ...]
    """Words before a woman's name, or in its place: "Ms", "she"."""
    of_men: tuple[str, ...]
    women_articles: tuple[str, ...]
    """Articles before what a woman is: "la ministre"."""
    men_articles: tuple[str, ...]
    within_person: tuple[str, ...]
    """Small words inside a person's full name: "Ana de la Cruz"."""
    within_organisation: tuple[str, ...]
    """Small words inside the name of an organisation: "Network for the Rights of Migrants"."""
    before_elision: tuple[str, ...]
    """Those of them before an elided article: "Ligue pour l'Eau"."""
    before_short_of: tuple[str, ...]
    """What joins a name of several words whose first word stands for it: "Cercle citoyen pour la Loue"."""
    articles: tuple[str, ...]
    """Articles before the word that stands for an organisation: "the Circle"."""
    of_one: tuple[str, ...]
    """Those of them before a word that is made a name of its own; their first letter may be a capital."""
    contracted: tuple[str, ...]
    """Articles that a preposition holds, before such a word: "du Cercle"."""
    before_bracket: tuple[str, ...]
    """Small words, besides a language's articles and particles, in the words before an acronym's bracket."""
    between_initials: tuple[str, ...]
    """Small words that give an acronym no letter."""
    before_name: tuple[str, ...]
    """Words before a full name that opens a sentence: "When Ana Silva arrived"."""
    years: tuple[str, ...]
    """What stands behind an age."""
    years_joined: tuple[str, ...]
    """What an age leans on: "-year-old"."""
    within_place: tuple[str, ...]
    """Small words inside the name of a place: "San Juan del Valle"."""
    before_role: tuple[str, ...]
    """Articles before a role that brings somebody in: "A nurse at the port had told us"."""
    indefinite: tuple[str, ...]
    """Those of them that tell that nobody is known yet."""
    out_of_many: tuple[str, ...]
    """What stands before them, with a comma, where one of several speaks: "One of us, a nurse, said"."""
    country_letters: tuple[str, ...]
    """Letters of countries, which before an office are a part of it: "U.S. President"."""
    women_nouns: tuple[str, ...]
    """Nouns that tell a woman where nobody is named: "his wife said"."""
    men_nouns: tuple[str, ...]
    houses: tuple[str, ...]
    """Words in names of organisations that are names themselves: "Oxfam"."""
    named_after: tuple[str, ...]
    """Words behind a person's name with which it is a house's: "Ana Silva Foundation"."""
    saints: tuple[str, ...]
    """Words before a given name with which it is a place's: "San Luis Rey"."""
    titles: tuple[str, ...]
    """Titles of the church, of learning, of ranks: between an office and a name they tell of the name; the office is the role."""
    house_offices: tuple[str, ...]
    """Offices that, named without a place, are held at the organisation a document is from: "National Secretary"."""
    house_aides: tuple[str, ...]
    """Those that are so with a field before or behind them alone: "policy officer", "head of advocacy"."""
    any_house: tuple[str, ...]
    """Nouns that stand for any organisation, whatever words are in its name: "the organisation's director"."""
    group_nouns: tuple[str, ...]
    """Nouns behind a name and a comma by which it is an organisation's: "Amparo, a shelter"."""
    no_houses: tuple[str, ...]
    """Words in names of what is no such organisation, but something of a state or of one."""
    presided: tuple[str, ...]
    """Words in names of bodies that have presidents of their own: "Law Society"."""
    sent_out: tuple[str, ...]
    """Words that a letterhead has behind a name for what is sent out: "HRT Press Briefing Notes"."""
    ranks: tuple[str, ...]
    """Which of several holders of an office somebody is: "deputy"."""
    house_fields: tuple[str, ...]
    """What offices in such an organisation are for: "policy"."""
    of_state: tuple[str, ...]
    """Words in the names of what a state holds, which issues no such document."""
    formerly: tuple[str, ...]
    """What stands before a title that somebody had: "former Senator"."""
    seats: tuple[str, ...]
    """Titles before a name that are an office where a party stands before them: "Greens Senator Ana Silva"."""
    tenure: tuple[str, ...]
    """What stands between an office and the year in which it began or ended: "until May 2015"."""
