"""Words are the source's or are said not to be."""
