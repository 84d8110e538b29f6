"""Figures of context passages; ``find`` puts together which ``numbers`` there are, what is ``counted``, ``when`` and by ``who``."""
