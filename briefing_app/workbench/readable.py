"""Which files can be brought in, as a person chooses them: the endings of every format there is a reader for.

A test holds this to the readers' own table. They are not asked here: loading them all takes longer than a dialog has to open,
and the window leaves reading to a process of its own.
"""

SUFFIXES_READ = ("pdf", "docx", "docm", "dotx", "html", "htm", "xhtml", "mhtml", "mht", "md", "markdown", "txt", "text")
"""Endings without their dots."""
