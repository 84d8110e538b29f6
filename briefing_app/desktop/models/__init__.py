"""Qt models over the session's values; rows change from what an edit says has changed."""
