"""The form of those lists of a cue table that tell asks from what looks like one, and who is asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class AskWords:
    """Words around verbs of asking and modals, of one language."""

    criticism: tuple[str, ...]
    """What follows a modal that looks back ("should have taken"): endings of participles with ``*`` in front, or whole words."""
    perfect: tuple[str, ...]
    """The auxiliaries between such a modal and its participle."""
    not_modal_before: tuple[str, ...]
    """What follows a modal that is none there: "se debe a"."""
    happening: tuple[str, ...]
    """Verbs of what comes by itself: "the bridge should open in May" foretells."""
    outcomes: tuple[str, ...]
    """Verbs of what something that cannot act brings: "the reform should bring"."""
    scheduled: tuple[str, ...]
    """Verbs after a modal that, with a day, say what somebody is to do by a plan: "doit présenter son plan vendredi"."""
    enduring: tuple[str, ...]
    """Verbs of what people must do who can do nothing else: "queue", "walk"."""
    dates: tuple[str, ...]
    """Words that say when."""
    on_day: tuple[str, ...]
    """How a sentence opens that says first on which day something is to happen: "en septembre, le conseil doit"."""
    by_year: tuple[str, ...]
    """How a plan's year begins, where a subject would stand: "para el 2016"."""
    each: tuple[str, ...]
    """How a subject begins that is whoever it may be: "tout candidat doit"."""
    denying: tuple[str, ...]
    """How a verb that is denied begins: "ne le sont pas"."""
    opens_need: tuple[str, ...]
    """What needs a further word to ask, which quotation marks may part from it: "il est « urgent de"."""
    passive: tuple[str, ...]
    """Auxiliaries after a modal that make its subject the one acted upon, when a participle follows."""
    told_passive: tuple[str, ...]
    """Auxiliaries of a passive that is no infinitive: "it is vital that the files are kept"."""
    dispositions: tuple[str, ...]
    """Participles that say how somebody is minded: "must be committed to peace" is no passive."""
    receiving: tuple[str, ...]
    """Verbs after a modal that make its subject the one who gets something."""
    between: tuple[str, ...]
    """What may stand between a verb of asking and those it asks: "today", "este jueves"."""
    announcing: tuple[str, ...]
    """Nouns that announce behind a colon what is asked for: "our demand is simple: a ferry"."""
    messages: tuple[str, ...]
    """Nouns that do so where an imperative follows: "the message is clear: open the gate"."""
    plain_words: tuple[str, ...]
    """What is said of a demand before it is told: "our demand is simple: a ferry"."""
    own_saying: tuple[str, ...]
    """How authors speak to those named ahead: "to the council we say: pay"."""
    aims: tuple[str, ...]
    """Nouns for what somebody is to do first: "the priority of the council must be to"."""
    let_in: tuple[str, ...]
    """What others, whoever they are, are to be let do: "let the inspectors in"."""
    permitted: tuple[str, ...]
    """What those are to be let do who cannot act: "let the children go"."""
    told_them: tuple[str, ...]
    """How a story says what somebody was told to do: "she was told that she must"."""
    denials: tuple[str, ...]
    """What denies: "it is not the duty of"."""
    gathering: tuple[str, ...]
    """What people do to ask for something: "joined with others to call for"."""
    before_deed: tuple[str, ...]
    """What stands between it and the verb of asking: "to"."""
    anybody: tuple[str, ...]
    """Whoever it may be: "if anybody presses others"."""
    enquiries: tuple[str, ...]
    """What readers may send, and where to: "enquiries should be directed to"."""
    needing: tuple[str, ...]
    """Verbs of wanting: "we need a board of experts to" asks for a thing."""
    not_asking: tuple[str, ...]
    """Words before a verb of asking, one or two, that make it a noun, an infinitive or a denial: "their call on", "to urge"."""
    first_person: tuple[str, ...]
    quantities: tuple[str, ...]
    """How a subject of many begins: "more than forty organisations", "un collectif"."""
    own_endings: tuple[str, ...]
    """Endings of verbs that say "we" without the word."""
    participles: tuple[str, ...]
    """Endings of verbs that share the subject of the clause before: "marched, demanding"."""
    impersonal: tuple[str, ...]
    """Subjects that are nobody: "it", "there"."""
    beside_verb: tuple[str, ...]
    """What stands between a subject and its modal: "the council still must"."""
    things_to_do: tuple[str, ...]
    """What stands before those who must do something, where it is spoken of: "the first thing the council must do"."""
    inverting: tuple[str, ...]
    """How a sentence begins whose subject stands behind its modal: "only then should the council"."""
    besides: tuple[str, ...]
    """Adverbs of a whole sentence, before its subject: "perhaps the council should"."""
    behind_agent: tuple[str, ...]
    """What begins behind those by whom something must be done: "by the council before winter"."""
    before_other_agent: tuple[str, ...]
    """What makes "by" tell of a noun: "be based on claims by the bank"."""
    before_noun: tuple[str, ...]
    """Words after which a modal is a noun: "a must", "the urgent need to"."""
    culprits: tuple[str, ...]
    """Those of ``bearers`` who are asked all the same: "those responsible must pay"."""
    bearers: tuple[str, ...]
    """Those whose lot a text tells: "families must walk for hours" asks for nothing."""
    powers: tuple[str, ...]
    """Those whose orders and requests are told: "the army urged residents to leave"."""
    commands: tuple[str, ...]
    """Imperatives that can stand at the beginning of prose: "release", "libérez"."""
    deeds: tuple[str, ...]
    """What is asked for, before those who are to do it: "action by the council"."""
    part_of: tuple[str, ...]
    """What names in an ask without a subject those who are to act: "on the part of"."""
    infinitives: tuple[str, ...]
    """Endings of infinitives; none where they have no ending."""
    like_infinitives: tuple[str, ...]
    """Nouns that end as infinitives do: "le ministre de la mer"."""
    reflexive_infinitives: tuple[str, ...]
    """Endings of infinitives that make a passive where it is said who does it: "tipificarse por los jueces"."""
    before_infinitive: tuple[str, ...]
    """What may stand before an infinitive: "ne pas"."""
    before_gerund: tuple[str, ...]
    """Prepositions that make nouns of participles: "its commitment to standing"."""
    mended: tuple[str, ...]
    """What "will need to be" done is asked for: "reviewed"."""
    before_need: tuple[str, ...]
    """What makes a prediction or a denial of needing: "they will have to"."""
    further: tuple[str, ...]
    """How a clause opens that leaves out its subject, who was named before: "Asimismo, pidieron"."""
    demanded: tuple[str, ...]
    """Subjects of needing that ask though they cannot act: "more needs to be done", "this practice has to end"."""
    norms: tuple[str, ...]
    """Words for laws and treaties: what these ask is reported law."""
    within_law: tuple[str, ...]
    """Small words inside a law's or an organisation's name: "Bill of Rights Committee"."""
    in_laws: tuple[str, ...]
    """Words of organisations' names that laws' names hold, too: "Bill of Rights"."""
    under_law: tuple[str, ...]
    """How a clause begins that says by which law something must be done: "under"."""
    asked_about: tuple[str, ...]
    """Those of ``questions`` that open one at a sentence's start, too: "how the wards should be run remains open"."""
    questions: tuple[str, ...]
    """Words that open an indirect question: "he asked whether"."""
    object_pronouns: tuple[str, ...]
    """Who is asked in a story and not in an appeal: "she asked him to"."""
    story_pronouns: tuple[str, ...]
    """Who was asked in a story, before the verb: "le pidieron que"."""
    past_endings: tuple[str, ...]
    """Endings of the verbs that tell so."""
    imperfect: tuple[str, ...]
    """Endings of verbs by which a relative clause tells what others asked for: "los diputados que pedían"."""
    stressing: tuple[str, ...]
    """Verbs behind which what had to be done is asked for: "subrayó que los pozos debían ser abiertos"."""
    law_says: tuple[str, ...]
    """How it is told what a law says: "indica que"."""
    although: tuple[str, ...]
    """How a clause opens that grants what ought to be: "aunque la Junta debe"."""
    lacking: tuple[str, ...]
    """How a clause opens that says for want of what somebody will have to: "faute de crédits, le centre devra"."""
    qualifying: tuple[str, ...]
    """How a sentence opens that tells what somebody must do for what they are to get: "pour être régularisé, il faut"."""
    each_time: tuple[str, ...]
    """How a sentence opens that says how often something is to happen: "chaque année, l'agence doit"."""
    periods: tuple[str, ...]
    """The spans of time that may follow there."""
    clause_openers: tuple[str, ...]
    """How a clause begins before the one that takes up its subject: "if the council wants peace, it should"."""
    turning_to: tuple[str, ...]
    """Verbs and nouns of turning to somebody, whom a pronoun takes up: "a écrit au ministre pour lui demander"."""
    meeting: tuple[str, ...]
    """Such verbs that need no preposition: "a saisi le ministre pour lui demander"."""
    to_them: tuple[str, ...]
    """The pronouns that take up whoever is asked, before the verb: "lui", "leur"."""
    auxiliaries: tuple[str, ...]
    """What may stand between such a pronoun and its verb: "lui a demandé"."""
    ending: tuple[str, ...]
    """Verbs of coming to an end, behind a modal that opens a sentence: "doit cesser la pratique"."""
    definite: tuple[str, ...]
    """Articles that begin another noun behind whoever is asked."""
    addressed: tuple[str, ...]
    """Nouns, beside those of offices and of whoever rules, that may stand first as those who are asked: "À la police, ..."."""
    ours: tuple[str, ...]
    """What says that something is the author's own: "our pledges"."""
    called: tuple[str, ...]
    """How a sentence begins that calls those it asks: "messieurs les députés"."""
    by_deadline: tuple[str, ...]
    """What makes of a day a term: "doit être libéré d'ici vendredi" asks, "doit être libéré vendredi" foretells."""
    wrote_to: tuple[str, ...]
    """What stands before whoever is written to: "in a letter to the minister"."""
    thing_pronouns: tuple[str, ...]
    """Pronouns that stand for a body: "it"."""
    reader_words: tuple[str, ...]
    """How a letter speaks of its reader: "you"."""
    nobody: tuple[str, ...]
    """How a subject that is nobody begins."""
    reader: tuple[str, ...]
    """Whoever reads is asked: nobody is named."""
    recognising: tuple[str, ...]
    """Verbs of seeing and saying: "it is important to recognise" asks for nothing."""
    attaching: tuple[str, ...]
    """What attaches further words to a noun, which is the head of what stands before: "the council of the two regions"."""
    relative_pronouns: tuple[str, ...]
    """How a clause begins that tells more of whoever was just named: "the council, which"."""
    entitled: tuple[str, ...]
    """Participles that make the quoted words behind them a title: "a report titled “It is time to act”"."""
    counted_asks: tuple[str, ...]
    """Nouns for asks that are counted before they are told: "three things have to change"."""
    counted_pledges: tuple[str, ...]
    """The same of what somebody is asked to promise: "three pledges"."""
    hopes_against: tuple[str, ...]
    """What somebody will not have, or fears, where "que" follows: a wish behind it goes on with that."""
    behind_asked: tuple[str, ...]
    """What stands behind those who are asked and is no part of who they are: "the council as a whole"."""
    lasting: tuple[str, ...]
    """How words begin, behind those who are asked, that say for how long they have been."""
    doing: tuple[str, ...]
    """Participles, before a preposition, that say what those who are asked do: "leaders meeting in the capital"."""
    done_by_many: tuple[str, ...]
    """The same behind a plural alone, besides those that end in "ing": "those gathered in the square"."""
    in_which: tuple[str, ...]
    """What stands before that in which somebody is told of: "ministers in a note"."""
    left_by_verb: tuple[str, ...]
    """What a verb's own preposition leaves behind a name: "invitó a los maestros a"."""
    letter_about: tuple[str, ...]
    """What begins behind whoever a letter is to: "an open letter to the minister on the closures"."""
    first_modals: tuple[str, ...]
    """Modals that stand before another of the same subject: "Norland can and must"."""
    asides: tuple[str, ...]
    """How a clause within an item begins that says what something is or when: its verb makes no fact of the item."""
    their_own: tuple[str, ...]
    """How one begins who is told of with what is theirs: "a utility must recover its costs"."""
    at_once: tuple[str, ...]
    """What ends a brief order: "Stop deportations now"."""
    asked_things: tuple[str, ...]
    """How a thing begins that is asked for: "pide al Gobierno un plan que"."""
    of_words: tuple[str, ...]
    """What stands between a noun and whose it is, besides an elision: "the priority of the council"."""
    office_of: tuple[str, ...]
    """What stands between an office and what it is for: "the Department for Ports"."""
    inverted: tuple[str, ...]
    """Subjects that a hyphen joins to the verb of a question: "faut-il"."""
    opens_question: tuple[str, ...]
    """How a question begins: "pourquoi"."""
    within_name: tuple[str, ...]
    """Small words inside a name that begins as a verb does: "Save the Shore", in whatever language."""
    for_whom: tuple[str, ...]
    """What may stand before those for whom something is asked, as before those of whom it is: "recommendations for"."""
