"""PDF pages: lines, pages, and the file around them."""
