"""Benchmarks: one question a file, results as JSON lines with commit, corpus and seed."""
