"""Persons and organisations: names, offices and bodies in words, and all that a document tells of those it names."""
