"""Facts read from tables and sentences, each with the passage it stands in: one file for each kind."""
