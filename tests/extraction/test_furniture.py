"""What stands at a document's end: names under a letter, readers' words, what was sent with it."""

import pytest

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
        "About the Harbour Front\nThe Harbour Front is a league of towns that was founded in 2017.",
    ],
)
def test_the_foot_of_a_document_is_no_narration(foot):
    assert told(f"{STORY}\n\n{foot}") == STORY.split("\n\n")


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
