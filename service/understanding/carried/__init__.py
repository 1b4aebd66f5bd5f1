"""The ways a follow-up takes over the question before it, one idea a file: each gives the whole question, or None."""
