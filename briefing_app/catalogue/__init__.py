"""Templates, audiences, groups and brands: loads, validates and saves those that ship and the user's own."""
