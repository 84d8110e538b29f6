"""Hypothesis strategies for texts as advocacy officers meet them: small vocabularies, so that words come back and collide."""

from hypothesis import strategies as st

from briefing_app.domain.reading import Inline, InlineKind, Reading, Repair
from briefing_app.domain.span import Span
from tests.builders import reading

WORDS = (
    "we", "We", "not", "must", "leaders", "Leaders", "U.S.", "Mr.", "don’t", "can’t", "cannot", "non-refugees", "multi-year", "32%",
    "2.5", "million", "l’asile", "n’est", "Canada’s", "[sic]", "“yes”", "(some)", "turmoil—three", "É́t\u00ade", "A", "go.", "Go!", "if,",
    "héros", "«\u202foui\u202f»", "…", "[…]", "'90s",
)  # fmt: skip
"""Words with all that typography and meaning hang on."""

GAPS = (" ", " ", " ", "\n", "\n\n", "\u00a0", "  ")

words = st.sampled_from(WORDS)


@st.composite
def passages(draw, least=1, most=14):
    """Words with gaps of all kinds between them."""
    chosen = draw(st.lists(words, min_size=least, max_size=most))
    gaps = draw(st.lists(st.sampled_from(GAPS), min_size=len(chosen), max_size=len(chosen)))
    return "".join(word + gap for word, gap in zip(chosen, gaps, strict=True)).strip()


@st.composite
def spans(draw, text, least=0):
    """A span of a text."""
    start = draw(st.integers(0, max(0, len(text) - least)))
    return Span(start, draw(st.integers(min(start + least, len(text)), len(text))))


@st.composite
def readings(draw, text=None):
    """A reading with links, emphasis and repairs anywhere, nested and overlapping."""
    made = draw(passages()) if text is None else text
    inlines = []
    for _ in range(draw(st.integers(0, 3))):
        outer = draw(spans(made))
        inner = draw(spans(outer.of(made)))
        content = Span(outer.start + inner.start, outer.start + inner.end)
        inlines.append(Inline(draw(st.sampled_from(InlineKind)), outer, content))
    shown = st.sampled_from(("", "we", "not", "mended words", " ", "\n\n", "-"))
    repairs = tuple(
        Repair(draw(spans(made)), draw(shown), "rule", certain=draw(st.booleans())) for _ in range(draw(st.integers(0, 3)))
    )
    return reading(made, inlines=tuple(inlines), repairs=repairs)


def bare(text: str, **overrides: object) -> Reading:
    """A reading without markup."""
    return reading(text, **overrides)
