"""Lines of a page become headings, paragraphs, list items and tables, in reading order."""
