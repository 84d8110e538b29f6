"""Use cases shared by command line and window."""
