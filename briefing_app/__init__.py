"""The briefing-pack builder: source documents in, branded Word and PDF briefing packs out, offline.

The house, room by room (an arrow test in ``tests/architecture`` holds who may know whom):

    __main__.py    chooses window or command line; imports neither until chosen
    errors.py      BriefingError: code, parameters, hint, exit code; one subclass per cause
    words.py       the one gettext catalogue: every word a person reads
    paths.py       the only module that finds resources/, templates/ and the user's data folder
    files.py       whole files or none: reading and atomic writing
    typed.py       typed files: plain data to frozen dataclasses and back, refusing what it does not know
    domain/        frozen dataclasses and pure functions, standard library only
    catalogue/     loads and validates templates, audiences, groups and brands
    wordfile/      WordprocessingML that python-docx lacks
    reading/       a file -> Reading
    extraction/    Reading -> suggested excerpts
    library/       documents, originals, excerpts, search, ranking
    packs/         the pack file: load, save, upgrade
    composition/   Pack + Audience + copy -> Briefing
    export/        Briefing + Brand -> Written; verification; writing
    checks/        Pack, Briefing, layout report -> findings
    workbench/     use cases shared by command line and window
    cli/           commands
    desktop/       the window: all of Qt
"""

__version__ = "0.1.0"
