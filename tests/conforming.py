"""What every PDF that the project writes is held to: PDF/UA-1 and PDF/A-2a by independent checkers."""

import io

import page
import pikepdf

PROFILES = ("ua1", "2a")


def shortcomings(data):
    """Return the rules of either standard that a file breaks, and what is wrong with its syntax."""
    found = [
        f"{failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]
    with pikepdf.open(io.BytesIO(data)) as file:
        return found + [str(problem) for problem in file.check_pdf_syntax()]


def conforming(data):
    """Return a file's bytes, once they have been found to keep both standards."""
    assert shortcomings(data) == []
    return data
