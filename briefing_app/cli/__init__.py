"""The command line: commands, and how they speak."""
