"""Fits the weights of ranking and confidence to the question sets of the repository: `python -m eval.fitting`."""
