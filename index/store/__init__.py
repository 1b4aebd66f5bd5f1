"""The records of a generation in SQLite, and copies of the original files."""
