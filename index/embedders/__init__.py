"""Embedding models, each a SentenceTransformer folder: the one fitted to the corpus, and named ones."""
