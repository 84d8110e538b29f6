"""What stands at a document's end: names under a letter, readers' words, what was sent with it."""

import pytest

from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.extraction.entry import extract
from briefing_app.reading.entry import read_bytes
from tests.extraction.builders import told

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
