"""From a reading to suggested excerpts: quotes with their speakers, recommendations with their addressees, context.

``entry`` calls all of it; cues and the small words in and around names are data, in ``cues/``. A room knows those above it alone.

text/                        the words that the rules see
    plain, sentences         the text without its furniture, and its sentences
    phrases, tables          phrases and lists of the cue tables made into patterns; which table serves a text
    spelling                 how words are found: any, the next, the last before a place
    verb_forms, bullets      infinitives, participles and passives; how an item of a list begins
    queries, near            marks lost to question marks; damage and links by place
people/                      persons and organisations: names, offices and bodies
    speakers                 words that name a speaker, taken apart into names, role and organisation: ``voices``
      parts, unnamed         one part of them between commas; words without a name: "an old farmer", "the families"
    personal, given          where a person's name begins and ends; given names
    roles, held_at           a role before a name: "HRT president"; where one behind it is held: "director at the Centre"
      joint_offices          an office that several hold: "the co-chairs of the League, Ana Silva and Ivo Petrov"
      members                a member: "Rosa Lind of the Harbour Council"
      told_roles             what somebody is where no role stands at the name: "a beekeeper", "who runs the clinic"
      office_lists           offices whose names hold a list: "Minister for Relief and Ports"
    organisation_names       whether words are an organisation's name; ``groups``: by what the text says of them
    named                    goes through a whole text for everybody it names, before the quotations are looked at, by
      before_name, behind_name, told_later  a role before a name, or behind it, or in the next sentence
      introduced             whoever is brought in by one name, or by a role alone
      acronyms, shortened    what stands for an organisation's whole name
    known, organisations     what is known of those named: from a surname, a role, an acronym to the fullest name
      described, house       whom a role without a name stands for; whose document it is, where an office is told without one
      house_offices, owners  which offices are held there; "Relief Org's Ana Silva"
      for_another, subjects  who speaks for another; which body the sentence before is about
    mentions                 where persons are spoken of
quotes/                      somebody's words between marks
    marks, lost_marks        pairs of quotation marks; quotations one of whose marks is lost
    candidates               a text's pairs, and the paragraphs an open one runs on into
    find                     goes through them, and through the lines around them: ``lines_beside``
    speech                   which pairs are somebody's words, and which set off a term or a title
    attribution, dialogue    which words beside a quotation, or before an answer, say whose it is; ``credits`` is what comes of it
      said_before, said_behind, saying_subject  by the words before it, behind or inside it; the subject before a verb of saying
      subject_words, said_where  which words behind such a verb name its subject, and which say where it was said
      bodies                 which organisation "it said" stands for
    stretches                one quoted stretch of one paragraph
    own_speakers, continued  who speaks it by the words beside it; a verb of saying without subject: "agregó"
    turns, words_alone       which stretches are one turn; whose words are that stand without an attribution
asks/                        who is asked for what
    find, asking, ask        which sentences ask somebody to act; whether a phrase of asking asks there; what an ask is
      commands, hearers      "Open the wells", and to whom it is said; ``wishes``: "Que se abran"; ``headed``: behind a colon
    joined                   neighbouring sentences that ask together
    lists, items, list_heads where lists of asks begin and end; what an item asks; a heading in one paragraph with its items
    clauses                  the clause of a long sentence that asks, where the rest tells something else
    modals, objects, doers   who is asked before a modal, behind a verb of asking, elsewhere
      ground, slots, further, letters  what these see; where words behind a verb end; who is asked too; a letter
    telling, norms           modals that ask for nothing: lots, laws, questions; ``plans`` and forecasts; ``relatives``
    subjects, askers         what stands before a verb; whether somebody asks by it
    actors, addressees       who can act; those asked, taken apart: ``heads`` and ``tails`` of their names
narration/                   the narrator's own paragraphs
    body                     the blocks that are no furniture, by what ``boilerplate``, ``letterheads`` and ``notices`` know of it
    run_in                   headers and contacts run into a paragraph
    context                  narration, outside quotations and asks
figures/                     numbers with what they count, as of when, by whose count
"""
