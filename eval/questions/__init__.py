"""Question sets: read from JSON lines or a spreadsheet, checked line by line, written, and made from feedback."""
