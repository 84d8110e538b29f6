"""What files say of themselves because a program filled it in: titles and names that no document goes by."""

import re

_TITLE = re.compile(
    r"(?:microsoft (?:office )?word|word document|documento? (?:de )?(?:microsoft )?word|powerpoint|presentation|présentation"
    r"|(?:new |nuevo |nouveau )?documento?\s?\d*|unspecified|anonymous|untitled(?: document)?"
    r"|sin título|sans titre|titre|título|title|template|plantilla|modèle"
    r"|index|home|inicio|accueil|print|(?:layout|slide|page|página) \d+|draft|letterhead|none|null|n/?a|test)\b\s*\d*"
    r"(?:\s*[-–—:]\s.*)?",
    re.IGNORECASE,
)
_FILE = re.compile(
    r".*\.(?:docx?|dotx?|odt|rtf|pdf|indd|qxd|pub|pptx?|xlsx?|html?|txt|md|pages|tmp)\b.*|[A-Za-z]:\\.*|file:.*", re.IGNORECASE
)
_CODE = re.compile(r"\S*[_\d]\S*")
_PERSON = re.compile(
    r"(?:python-docx|unspecified|reportlab|author|autora?|auteur|user\s?\d*|usuario|utilisateur|owner|admin(?:istrator|istrador|istrateur)?|"
    r"(?:microsoft|windows|ms) (?:office )?user|un-?named|unknown|anonymous|default|test|pc|hp|dell|lenovo|acer|asus|toshiba|"
    r"un ?known|n/?a|none|null|root|guest|editor|staff|intern|temp|home|office|laptop)\s*\d*",
    re.IGNORECASE,
)
_LONGEST = 300


def sensible_title(value: str | None) -> str | None:
    """Return a title on one line, or None for what a program put there: a file's name, "Document1", a code."""
    title = _bare(value)
    if not 3 < len(title) <= _LONGEST or not any(sign.isalpha() for sign in title):
        return None
    return None if _TITLE.fullmatch(title) or _FILE.fullmatch(title) or _CODE.fullmatch(title) else title


def sensible_person(value: str | None) -> str | None:
    """Return a person's or body's name on one line, or None for a program's, a machine's or an account's."""
    name = _bare(value)
    if not 1 < len(name) <= _LONGEST or not any(sign.isalpha() for sign in name) or "@" in name or "\\" in name:
        return None
    return (
        None if _PERSON.fullmatch(name) or (" " not in name and (name.islower() or any(sign.isdigit() for sign in name))) else name
    )


def _bare(value: str | None) -> str:
    """Return a value on one line, without brackets around all of it: "(anonymous)" is a program's word too."""
    words = " ".join((value or "").split())
    return words[1:-1] if words[:1] == "(" and words[-1:] == ")" and "(" not in words[1:] else words
