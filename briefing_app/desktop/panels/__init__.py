"""The panes of the window; they show and ask, and never change anything themselves."""
