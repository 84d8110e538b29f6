"""From a reading to suggested excerpts: quotes with their speakers, recommendations with their addressees, context.

Where to look (``entry`` calls all of it; cues and the small words in and around names are data, in ``cues/``):

    plain, sentences         the text the rules see, and its sentences
    phrases, tables          phrases and lists of the cue tables made into patterns; which table serves a text
    marks, lost_marks        pairs of quotation marks; quotations one of whose marks is lost
    quotes                   goes through a text's pairs, and the paragraphs an open one runs on into
    speech                   which pairs are somebody's words, and which set off a term or a title
    attribution, dialogue    which words beside a quotation, or before an answer, say whose it is
      said_before              by the words before it
      said_behind              by the words behind it or inside it
      saying_subject           the subject before a verb of saying
      credits, voices          what is found: the attribution, and the speaker as the words give them
    speakers                 such words taken apart into names, role and organisation
      parts                  one part of them between commas
      unnamed                  words without a name: "an old farmer", "the families"
    personal, given          where a person's name begins and ends; given names
    roles                    a role, and where it is held, within a speaker's words: "HRT president", "director at the Centre"
    members                  a member of an organisation: "Rosa Lind of the Harbour Council"
    organisation_names       whether words are an organisation's name
    named                    goes through a whole text for everybody it names, before the quotations are looked at, by
      before_name, behind_name  a role before a name, or behind it, or the organisation there
      told_later               what the next sentence calls whoever was just named
      introduced             whoever is brought in by one name, or by a role alone
      acronyms, shortened    what stands for an organisation's whole name
    people, organisations    what is known of those named: from a surname, a role, an acronym to the fullest name
    described                whom a role without a name stands for: "the official said"
      house                  the organisation a document is from, where an office is told without one
    mentions, turns          where persons are spoken of; who speaks each stretch; which stretches are one turn
    continued                who goes on speaking where a verb of saying has no subject: "agregó"
    asks, asking             which sentences ask somebody to act; whether a phrase of asking asks where it stands
    lists, items, bullets    where lists of asks begin and end; what an item asks; how an item begins
    clauses                  the clause of a long sentence that asks, where the rest tells something else
    modals, objects          who is asked before a modal; who is asked behind a verb of asking
    ground, slots, further   what these rules look at; where the words behind such a verb end; who is asked besides
    letters                  whom an open letter is to
    telling                  modals that ask for nothing: lots, plans, laws, questions, a rule for everybody
    doers                    who is asked elsewhere than beside the verb: named ahead, or as who is to do what is asked for
    subjects, askers, norms  what stands before a verb; whether somebody asks by it, or it is law that does
    verb_forms               infinitives, participles and passives
    actors, addressees       who can act; those asked, taken apart
    body                     the blocks that are no furniture, by
      boilerplate            what contacts, cues of furniture, headings and signatures look like
      letterheads            what letterheads, dates, rolls of names, captions, running heads look like
    context                  narration, outside quotations and asks
    figures/                 numbers with what they count, as of when, by whose count
    queries, near            marks lost to question marks; damage and links by place
"""
