"""The report of a run: one HTML file without anything from outside, for the screen and for paper."""
