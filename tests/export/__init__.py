"""What leaves the house: the written files, opened again."""
