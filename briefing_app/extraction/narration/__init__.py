"""The narrator's own paragraphs, and the furniture that is nobody's."""
