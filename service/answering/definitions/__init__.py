"""Answers what a term or an abbreviation means, by the corpus' own words."""
