"""Word documents (DOCX): the accepted text with its structure."""
