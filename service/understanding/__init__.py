"""What a question means: its language, its kind, what it names, and the whole question behind a follow-up."""
