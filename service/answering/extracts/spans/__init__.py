"""Finders of the words in a sentence that can answer a kind of question, one kind a file."""
