"""Measures answers and retrieval against question sets, compares runs, reports, and guards new generations."""
