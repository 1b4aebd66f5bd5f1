"""Nearest passages by vector, with FAISS."""
