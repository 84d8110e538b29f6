"""The names of languages that files may carry (BCP 47, RFC 5646): what is none says nothing to a screen reader."""

import re

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def language_tag(words: str) -> str:
    """Return a language's name as files carry it, ``fr-CA`` for ``fr_CA`` too; empty for words that name none so."""
    tag = words.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else ""
