"""How words are found: any, the next behind a place, the last before one, and a word without what is elided before it."""

import re

WORD = re.compile(r"[\w][\w’'.&-]*")
NEXT_WORD = re.compile(r"\s*([\w’'-]+)")
LAST_WORD = re.compile(r"([\w’'-]+)\s*$")
FOLLOWING = re.compile(r"(?:[nsldNSLD]|[qQ]u)[’']|[\w-]+")
"""A word, or what is elided before one."""
ELIDED = re.compile(r"^(?:[ldnsjcmtLDNSJCMT]|[qQ]u)[’'](?=\w)")
