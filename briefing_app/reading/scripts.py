"""Which language a text is in by its letters alone, where hardly any other is written with them."""

import re

_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ar", "\u0600-\u06ff\u0750-\u077f"),
    ("ru", "\u0400-\u04ff"),
    ("el", "\u0370-\u03ff"),
    ("he", "\u0590-\u05ff"),
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af"),
    ("zh", "\u4e00-\u9fff"),
    ("hi", "\u0900-\u097f"),
    ("bn", "\u0980-\u09ff"),
    ("th", "\u0e00-\u0e7f"),
    ("my", "\u1000-\u109f"),
    ("am", "\u1200-\u137f"),
    ("hy", "\u0530-\u058f"),
    ("ka", "\u10a0-\u10ff"),
)
"""Languages, with the letters of their script. The commonest language of a script stands for it."""
_APART: dict[str, tuple[tuple[str, str], ...]] = {
    "ar": (("ur", "ٹڈڑںےہھ"), ("ps", "ټډړښګڼېۍ"), ("fa", "پچژگیک")),
    "ru": (("uk", "іїєґ"), ("bg", "ѝ"), ("sr", "ђјљњћџ"), ("mn", "өү")),
    "zh": (("ja", "のはをにがでと"),),
    "hi": (("mr", "ळ"),),
}
"""Letters that one language of a script has and its commonest one lacks."""
_WESTERN = re.compile("[\0-\u024f\u1e00-\u1eff\u2000-\u22ff\ufb00-\ufb06]+")
_FEWEST = 0.004
"""Share of such letters that tells the language."""
_MOST = 0.5
_LOOKED_AT = 100_000


def language_by_script(text: str) -> str | None:
    """Return the language of a text most of whose letters belong to one script of its own, else None."""
    sample = text[:_LOOKED_AT]
    others = _WESTERN.sub("", sample)
    if len(others) < 2:
        return None
    letters = sum(map(str.isalpha, sample))
    for language, script in _SCRIPTS:
        own = len(re.findall(f"[{script}]", others))
        share = 0.2 if language == "ja" else _MOST  # the rest of Japanese is Chinese characters
        if own > 1 and own > share * letters:
            return next((other for other, signs in _APART.get(language, ()) if _has(sample, signs, own)), language)
    return None


def _has(sample: str, signs: str, letters: int) -> bool:
    return sum(sample.count(sign) for sign in signs) > _FEWEST * letters
