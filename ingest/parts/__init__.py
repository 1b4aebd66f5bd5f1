"""Documents in a file: where each begins, and what it is (title, kind, date, body, author, region, language)."""
