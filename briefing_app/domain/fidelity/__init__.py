"""Quote fidelity: what may differ in print, edits that cannot lie, grades, and words that turn a meaning."""
