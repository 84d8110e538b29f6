"""English cues."""

from briefing_app.extraction.cues.form import Cue, CueTable

ENGLISH = CueTable(
    language="en",
    frequent=(
        "it", "we", "he", "said", "was", "have", "be", "not", "at", "the", "of", "and", "to", "in", "that", "is", "for", "are",
        "with", "on", "by",
    ),
    abbreviations=(
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "hon", "rev", "st", "jr", "sr",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "nos", "art", "arts", "para",
        "paras", "p", "pp", "vol", "ch", "fig", "figs", "ed", "eds", "e.g", "i.e", "cf", "vs", "approx", "inc", "ltd", "co",
        "corp", "u.s", "u.n", "u.k", "e.u", "a.m", "p.m", "ph.d", "dept", "tel", "fax", "mob", "al", "resp", "ca", "op", "cit",
    ),
    starters=(
        "the", "this", "that", "these", "those", "it", "its", "we", "our", "he", "she", "they", "their", "in", "on", "at", "for",
        "as", "but", "and", "however", "there", "when", "while", "after", "since", "with", "such", "if",
    ),
    asks=(
        Cue(
            "ask.verb.urge",
            (
                "urge|urges|urged|urging {X} to",
                "encourage|encourages|encouraged|encouraging {X} to",
                "implore|implores|implored|beseech|beseeches {X} to",
                "press|presses|pressed {X} to",
                "invite|invites|invited {X} to",
                "advise|advises|advised {X} to",
                "urge|urges|urged that {X} should|must",
            ),
            "We urge the government to reopen the border.",
            "To urge patience would change nothing.",
            0.9,
        ),
        Cue(
            "ask.verb.call-on",
            (
                "call|calls|called|calling on|upon {X} to",
                "call|calls|called|calling on|upon {X} for",
                "appeal|appeals|appealed|appealing to {X} to",
                "appeal|appeals|appealed|appealing to {X} for",
                "look|looks|looking to {X} to",
            ),
            "The network calls on all parties to let aid through.",
            "The Convention calls upon States to spare the harvest.",
            0.9,
        ),
        Cue(
            "ask.verb.ask",
            (
                "ask|asks|asked|asking {X} to",
                "requested {X} to",
                "request|requests|requested that {X} should|be",
                "request|requests|requested that {X}",
                "want|wants {X} to",
                "expect|expects {X} to",
            ),
            "I am asking the council to publish the figures.",
            "They asked whether the road was open.",
            0.8,
        ),
        Cue(
            "ask.verb.call-for",
            (
                "call|calls|calling for {A} to",
                "call|calls|calling for",
                "call|calls|calling again for",
                "advocate|advocates|advocating for",
                "appeal|appeals|appealing for",
            ),
            "We continue calling for a fair asylum system.",
            "The storm calls for caution at sea.",
            0.75,
            speaker_only=True,
        ),
        Cue(
            "ask.verb.recommend",
            (
                (
                    "recommend|recommends|recommended|recommending|propose|proposes|proposed|demand|demands|demanded that {X} "
                    "should|must"
                ),
                "recommend|recommends|recommended|recommending|propose|proposes|proposed|demand|demands|demanded that {X}",
                "suggest|suggests|suggested|insist|insists|insisted that {X} should|must",
                "recommend|recommends|recommending",
                "demand|demands|demanding",
            ),
            "The committee recommends that the ministry publish its data.",
            "The realities of displacement demand attention.",
            0.8,
            speaker_only=True,
        ),
        Cue(
            "ask.need.requires-that",
            (
                "require|requires|required that {X}",
                "demand|demands that {X}",
            ),
            "Meeting the goal requires that donors keep their pledges.",
            "The journey requires two days.",
            0.85,
        ),
        Cue(
            "ask.need.require-from",
            (
                "will|would require|need|demand … from {A}",
                "require|requires|need|needs … from {A}",
                "what is needed|required from {X} is|are",
                "is|are needed|required|expected from {A}",
            ),
            "The plan will require steady funding from donor countries.",
            "They will need hours to walk home from school.",
            0.85,
        ),
        Cue(
            "ask.need.required",
            (
                (
                    "support|funding|action|approach|approaches|solution|solutions|investment|effort|efforts|coordination|"
                    "cooperation|collaboration|measures|reform|reforms|change|changes|assistance|aid|protection|access|resources|"
                    "leadership|response|commitment|commitments|help|finance|financing|policy|policies|strategy|steps|pathways|"
                    "services|safeguards|guidance|oversight|accountability|transparency|dialogue|engagement is|are urgently|also|"
                    "still|now|desperately? required|needed|called_for|essential|imperative"
                ),
            ),
            "Greater support is required to keep the clinics open.",
            "Two forms of identity were required at the gate.",
            0.7,
        ),
        Cue(
            "ask.need.need-for",
            (
                "the|a|an urgent|clear|pressing? need for {A} to",
                "responsibility of {A} to",
                "is|are up to {A} to",
            ),
            "We described the need for donors to act together.",
            "The need for water is great.",
            0.8,
        ),
        Cue(
            "ask.need.time",
            (
                "it is|'s now|high|past? time for {A} to",
                "it is|'s now|high|past? time that {X}",
                "now is the time for {A} to",
                "the time has come for {A} to",
                "it is|'s now|high|past? time for all|every … to",
                "it is time to",
            ),
            "Now is the time for governments to share responsibility.",
            "It is time for lunch.",
            0.85,
        ),
        Cue(
            "ask.need.essential",
            (
                (
                    "it is|'s also|therefore|now|equally? essential|imperative|crucial|vital|critical|important|necessary|urgent|"
                    "indispensable that {X}"
                ),
                "it is|'s also|therefore|now|equally? essential|imperative|crucial|vital|critical|necessary|urgent for {A} to",
                "it is|'s also|therefore|now|equally? essential|imperative|crucial|vital|critical|necessary|urgent to",
            ),
            "It is essential that registration stays free.",
            "It is important to recognise that many cannot return.",
            0.8,
        ),
        Cue(
            "ask.need.priority",
            (
                "must|should be|remain|become a|the|our? top|first|urgent|key? priority",
            ),
            "Protecting children must be a priority.",
            "Safety has been a priority for years.",
            0.8,
        ),
        Cue(
            "ask.need.no-one",
            (
                "no one|body|child|person|woman|refugee should|must",
                "nobody should|must",
            ),
            "No one should be sent back to danger.",
            "No one came to the gate.",
            0.8,
        ),
    ),
    modals=(
        Cue(
            "ask.modal.must",
            ("must",),
            "All parties must let the convoys through.",
            "We must now hire forty people.",
            0.8,
        ),
        Cue(
            "ask.modal.should",
            ("should", "ought_to"),
            "Donors should pay on time.",
            "The mayor should have warned us.",
            0.8,
        ),
        Cue(
            "ask.modal.need-to",
            ("need_to", "needs_to", "have_to", "has_to"),
            "Governments need to share the cost.",
            "We need to leave at six.",
            0.7,
        ),
    ),
    criticism=(
        "*ed", "been", "taken", "done", "known", "given", "made", "seen", "come", "gone", "told", "had", "put", "let", "kept",
        "left", "held", "found", "brought", "shown", "begun", "chosen", "said", "sent", "led", "met", "paid", "built", "heard",
    ),
    perfect=("have",),
    not_modal_before=(),
    passive=("be", "been", "get"),
    receiving=("have", "receive", "be able", "enjoy", "get", "benefit"),
    not_asking=(
        "to", "not", "never", "the", "a", "this", "that", "their", "his", "her", "its", "any", "no", "who", "for", "by",
    ),
    first_person=("we", "i", "we all", "i also", "we also", "we now"),
    own_endings=(),
    impersonal=(
        "it", "there", "this", "that", "these", "those", "which", "who", "what", "they", "he", "she", "you", "one",
    ),
    norms=(
        "convention", "conventions", "treaty", "treaties", "protocol", "covenant", "law", "laws", "legislation", "act",
        "article", "articles", "constitution", "directive", "regulation", "statute", "principle",
    ),
    recognising=(
        "recognise", "recognize", "note", "remember", "understand", "stress", "point", "say", "see", "know", "acknowledge",
        "emphasise", "emphasize", "mention", "add", "look", "consider", "be",
    ),
    actors=(
        "government", "governments", "state", "states", "donor", "donors", "country", "countries", "nation", "nations",
        "authority", "authorities", "leader", "leaders", "party", "parties", "forces", "institution", "institutions",
        "organisation", "organisations", "organization", "organizations", "agency", "agencies", "community", "communities",
        "minister", "ministers", "ministry", "ministries", "parliament", "parliaments", "congress", "senate", "commission",
        "council", "union", "company", "companies", "employers", "police", "officials", "members", "stakeholders",
        "belligerents", "administration", "army", "military", "president", "presidents", "secretary", "department",
        "departments", "actors", "partners", "funders", "businesses", "banks", "bank", "lawmakers", "legislators", "politicians",
        "policymakers", "mayor", "mayors", "municipalities", "cities", "society", "world", "ngos", "groups", "signatories",
        "delegations", "summit", "embassy", "prosecutors", "courts", "judges", "schools", "hospitals", "airlines", "insurers",
        "court", "office", "service",
    ),
    introductions=(
        "as", "in", "at", "with", "while", "where", "when", "if", "however", "therefore", "finally", "furthermore", "moreover",
        "although", "though", "given", "after", "before", "since", "because", "for", "to", "on", "under", "until", "once", "by",
        "during", "despite", "without", "instead", "meanwhile", "similarly", "ultimately", "first", "firstly", "second",
        "secondly", "third", "thirdly", "simultaneously", "additionally", "pending", "so", "thus", "today", "now", "clearly",
        "together", "from", "among", "through", "throughout", "across", "considering", "recognising", "recognizing", "rather",
    ),
    subordinators=(
        "that", "because", "if", "whether", "but", "said", "says", "say", "believe", "believes", "therefore", "then", "when",
        "while", "where", "although", "unless", "until", "so",
    ),
    and_words=("and", "or", "as well as", "along with", "together with"),
    such_as=("such as", "namely", "like"),
    including=("including", "in particular", "especially", "particularly", "notably", "above all"),
    articles=("the", "a", "an", "his", "her", "their", "our", "my", "its"),
    heads_of=(
        "leaders", "governments", "presidents", "prime ministers", "authorities", "heads of state", "parliaments", "peoples",
        "ministers", "representatives", "delegations", "heads",
    ),
    describing=("a", "an", "the", "who", "whose", "now", "one of"),
    role_of=("a role that", "a role which", "a role", "roles that", "a part that", "as"),
    by_words=("by",),
    joined_names=(
        "trinidad and tobago", "antigua and barbuda", "bosnia and herzegovina", "saint kitts and nevis", "st kitts and nevis",
        "saint vincent and the grenadines", "sao tome and principe", "são tomé and príncipe",
    ),
    saying=Cue(
        "quote.saying",
        (
            "said", "says", "say", "saying", "told", "tells", "added", "adds", "added", "stated", "states", "explained",
            "explains", "warned", "warns", "concluded", "concludes", "continued", "noted", "notes", "argued", "argues", "asked",
            "asks", "answered", "replied", "commented", "comments", "declared", "announced", "insisted", "stressed", "stresses",
            "emphasised", "emphasized", "recalled", "remarked", "reported", "wrote", "writes", "tweeted", "claimed", "claims",
            "admitted", "observed", "pointed out", "points out", "called", "described", "responded", "reads", "read", "urged",
            "according to", "acknowledged", "lamented", "cautioned", "complained", "quipped", "joked", "predicted", "pledged",
            "vowed", "suggested", "agreed", "testified", "shouted", "exclaimed", "went on", "maintained", "recounted", "opined",
            "charged", "countered", "quoted", "confirmed", "tells",
        ),
        "“The road is closed again,” said Ivo Petrov.",
        "The so-called “safe road” is closed again.",
        0.8,
    ),
    according=Cue(
        "quote.according",
        ("according to", "in the words of", "as"),
        "According to Ana Silva, “the clinic has had no water since Monday”.",
        "According to the plan, the “green line” stays.",
        0.8,
    ),
    dialogue_dash=False,
    reflexives=(),
    honorifics=(
        "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "hon", "senator", "sen", "rep",
        "rev", "father", "sister",
    ),
    pronouns=("he", "she", "they", "i", "we", "who"),
    organisation_nouns=(
        "organisation", "organization", "agency", "ngo", "charity", "group", "network", "coalition", "statement", "report",
        "letter", "commission", "council", "centre", "center", "press release", "aid group", "body", "blog", "company",
        "department", "campaign", "petition",
    ),
    roles=(
        "president", "director", "minister", "secretary", "spokesperson", "spokespeople", "spokesman", "spokeswoman",
        "representative", "coordinator", "co-ordinator", "commissioner", "chair", "chairman", "chairwoman", "chairperson",
        "chief", "head", "officer", "manager", "adviser", "advisor", "ambassador", "envoy", "lawyer", "solicitor", "barrister",
        "nurse", "doctor", "physician", "teacher", "mayor", "governor", "senator", "researcher", "analyst", "economist",
        "expert", "specialist", "campaigner", "activist", "advocate", "defender", "organiser", "organizer", "author", "editor",
        "journalist", "reporter", "founder", "co-founder", "leader", "member", "fellow", "counsel", "attorney", "judge",
        "rapporteur", "delegate", "consultant", "professor", "lecturer", "student", "farmer", "mother", "father", "resident",
        "refugee", "worker", "volunteer", "executive", "ceo", "congressman", "congresswoman", "pastor", "bishop", "captain",
        "engineer", "scientist", "psychologist", "psychiatrist", "midwife", "surgeon", "neighbour", "neighbor", "owner",
        "premier", "chancellor", "strategist", "aide", "general", "colonel", "sheriff", "treasurer", "trustee", "partner",
        "candidate", "nominee", "senior", "deputy", "speaker", "lead", "supervisor", "detective", "sergeant", "prosecutor",
        "historian",
    ),
    at_words=("at the", "at", "of the", "of", "for the", "for", "with the", "with", "from the", "in the"),
    particles=(
        "de", "la", "del", "van", "von", "der", "den", "di", "da", "dos", "bin", "al", "el", "ibn", "le", "du", "ter", "y",
    ),
    organisation_words=(
        "commission", "centre", "center", "committee", "council", "association", "international", "organisation", "organization",
        "agency", "agencies", "institute", "university", "college", "foundation", "society", "network", "coalition", "alliance",
        "union", "ministry", "department", "government", "group", "fund", "office", "court", "bank", "nations", "rights",
        "watch", "relief", "rescue", "programme", "program", "federation", "league", "party", "parliament", "congress", "senate",
        "house", "post", "times", "news", "trust", "charity", "church", "school", "hospital", "company", "corporation", "forum",
        "action", "service", "services", "campaign", "states", "team", "board", "administration", "bureau", "press", "guardian",
        "project",
    ),
    recommendation_headings=Cue(
        "ask.list.heading",
        (
            "recommendation|recommendations", "what must happen", "what needs to happen", "our asks|calls", "key asks",
            "calls to action", "call to action", "we call on|for", "what we ask", "policy asks",
        ),
        "Recommendations to host governments",
        "Background to the crisis",
        0.8,
    ),
    heading_addressee=("to", "for"),
    imperatives=(
        "accelerate", "adopt", "allocate", "allow", "amend", "apply", "appoint", "assess", "avoid", "build", "close", "commit",
        "conduct", "consider", "consult", "continue", "contribute", "convene", "coordinate", "create", "deliver", "design",
        "develop", "do", "double", "eliminate", "enable", "end", "engage", "enhance", "ensure", "establish", "expand", "extend",
        "facilitate", "finance", "fund", "give", "grant", "guarantee", "halt", "harmonize", "hold", "honour", "identify",
        "implement", "improve", "include", "increase", "integrate", "introduce", "invest", "investigate", "issue", "keep",
        "launch", "lead", "lift", "limit", "maintain", "make", "measure", "meet", "mobilise", "mobilize", "monitor", "open",
        "organise", "oversee", "pass", "pay", "permit", "phase", "prevent", "prioritise", "prioritize", "promote", "protect",
        "provide", "publish", "put", "pursue", "raise", "ratify", "recognise", "recognize", "reduce", "reform", "refrain",
        "release", "remove", "repeal", "replace", "report", "require", "rescind", "resettle", "resolve", "respect", "restore",
        "review", "revise", "revoke", "safeguard", "scale", "secure", "set", "share", "sign", "simplify", "stop", "strengthen",
        "submit", "support", "suspend", "sustain", "take", "train", "treat", "update", "uphold", "use", "work", "withdraw",
    ),
    statives=(
        "is", "are", "was", "were", "has", "have", "had", "remains", "remain", "impose", "undermine", "face", "faces",
    ),
    boilerplate=Cue(
        "boilerplate",
        (
            "media|press contact|contacts|enquiries|inquiries|release|office", "for immediate release",
            "for further|more information", "further information|comments", "for interviews?", "contact :", "contacts :",
            "embargoed until|for", "embargo :", "follow us|the on|at", "follow … on twitter|facebook|instagram|x",
            "like … on facebook", "subscribe|unsubscribe", "all rights reserved", "copyright", "last modified|updated",
            "read|watch|download|see … here|statement|report|video", "available on|at|from the following link", "following link",
            "click here", "notes|note to editors|editors", "end|ends", "public document",
            "telephone|phone|tel|fax|mob|facsimile :", "share this", "sign up", "terms of use", "privacy policy",
            "is|are available at|from|on", "is at http|https|www", "ai index", "news service", "news flash", "about the irc",
            "media contact", "notes for editors", "about us", "donate",
        ),
        "For more information: press office, +41 22 555 01 01",
        "The office was closed and families slept outside.",
        0.8,
    ),
    months=(
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ),
)  # fmt: skip
