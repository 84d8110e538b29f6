"""Which words between marks are somebody's, who says so, and which of them are one turn."""
