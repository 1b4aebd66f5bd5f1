"""Fits the weights of ranking and confidence to question sets; run by hand when features change, never at question time."""
