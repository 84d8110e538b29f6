"""The PDF reader: characters with their boxes, made into lines, columns, paragraphs and blocks by rules of our own."""
