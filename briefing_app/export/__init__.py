"""From a composed document and a brand to a file's bytes, verified before anybody calls it written."""
