"""Danish words and turns that stand for each other, a file a field."""
