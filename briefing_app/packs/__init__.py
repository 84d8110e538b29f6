"""The pack file: loads, saves and upgrades it, and keeps recovery copies of unsaved work."""
