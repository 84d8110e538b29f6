"""A composed document as a Word file: named styles, real notes, fields and numbering, nothing hidden."""
