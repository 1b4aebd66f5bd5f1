"""BM25 over passages, served from arrays."""
