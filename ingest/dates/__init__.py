"""Dates and periods in Danish and English, in the styles people write them, normalised."""
