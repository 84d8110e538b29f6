"""Who speaks, as one place of a text words it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as one place of the text words it. ``names`` are persons; none: the organisation, or nobody known."""

    names: tuple[str, ...] = ()
    role: str | None = None
    organisation: str | None = None
    pronoun: bool = False
    """A pronoun, or "the organisation": somebody named elsewhere."""
    theirs: str = ""
    """The role is one at "the organisation", by this word: the one named elsewhere."""
    whole: str | None = None
    """The role with that word, for where nothing in the document tells which organisation it is."""
    ahead: bool = False
    """The acronym of the organisation stands before the role: "HRT president"."""
    thing: bool = False
    """The pronoun is "it": an organisation named right before."""
    somebody: bool = False
    """One whom "a" or "another" brings in: nobody named before."""

    @property
    def known(self) -> bool:
        """Tell whether anything at all is said about the speaker."""
        return bool(self.names or self.role or self.organisation or self.pronoun or self.somebody)
