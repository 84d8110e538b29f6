"""HTML pages: the article without the site around it."""
