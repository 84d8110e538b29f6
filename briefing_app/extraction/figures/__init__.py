"""Figures of context; ``find`` joins ``numbers``, what is ``counted`` (``nouns``), ``when`` (``dates``) and by ``who``."""
