"""Forbids internet sockets and name look-ups in every Python process of the tests; Python imports it by its name in those that tests start.

``OFFLINE_RECORD`` names a file: an attempt is written there too, so that code which swallows the refusal still fails its test.
"""

import os
import socket
import sys
from pathlib import Path

RECORD_VARIABLE = "OFFLINE_RECORD"
LOOK_UPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
INTERNET = {socket.AF_INET, socket.AF_INET6}


class WentOnline(RuntimeError):
    """Something opened an internet socket or resolved a name; not an OSError, which code might expect and pass over."""


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raise for what reaches for the internet: an audit hook (PEP 578), so that C code is caught as well."""
    if event in LOOK_UPS or (event == "socket.__new__" and arguments[1] in INTERNET):
        if record := os.environ.get(RECORD_VARIABLE):
            with Path(record).open("a", encoding="utf-8") as file:
                file.write(f"{event} {arguments[1:]}\n")
        raise WentOnline(event)


sys.addaudithook(refuse)
