"""The library: documents, their originals and readings, excerpts, search; how it is stored shows nowhere outside."""
