"""What extraction did to a text, by kind and place; a rule a family, and a clean document yields none."""
