"""Passages made searchable: one immutable generation of records, BM25 and vectors, and the retriever over it."""
