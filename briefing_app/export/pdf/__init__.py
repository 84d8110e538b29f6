"""A composed document as PDF pages: fonts, lines, blocks, pages, furniture and drawing, each in a module of its own."""
