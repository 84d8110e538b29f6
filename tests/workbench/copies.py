"""One policy paper as several files have it: as published, edited later, and damaged on its way."""

TITLE = "A roof for every winter"
PARAGRAPHS = (
    "Winter reached the valley in the first days of November, and 40,000 people were still living in tents.",
    "Donors should fund shelters for several years, so that nobody has to move again each spring.",
    "“We have repaired the same roof three times since May,” said Ana Duarte, who runs the camp at Lomas.",
    "Prices of timber rose by half in twelve months, while the allowance for rent stayed where it was.",
    "The government of Canada must open its admission programme to families who lost their homes.",
    "Local builders know how to raise a wall against the wind, yet few of them are ever paid to do it.",
    "UNHCR should register new arrivals within two weeks of their first request for help.",
    "Nothing of this is new: the same was written after the floods, and again after the storm.",
    "Schools in the upper valley opened six weeks late, for their rooms were full of families.",
    "Host states should let people on the move work from the day on which they are registered.",
    "Every district has a plan for snow, but in only three of them does it name a place to sleep.",
    "A warm room is not a favour; it is what stands between a cold night and a funeral.",
)
ASK = PARAGRAPHS[4]
QUOTED = "“We have repaired the same roof three times since May,”"


def paper(*paragraphs, title=TITLE):
    """Return the paper as a Markdown file's text."""
    return "\n\n".join((f"# {title}", *(paragraphs or PARAGRAPHS))) + "\n"


def with_changed(before, after):
    """Return the paper with words replaced."""
    text = paper()
    assert before in text
    return text.replace(before, after)


HURT = ASK.replace("admission programme", "admiss)4(ion p)6(rogramme")
"""What a bad extraction made of an ask."""
DAMAGED = with_changed(ASK, HURT)


def page():
    """Return the paper as a web page."""
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    return f"<!DOCTYPE html><html lang='en'><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"
