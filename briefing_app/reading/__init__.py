"""A file becomes a Reading and a Card: formats, decoding, structure, damage."""
