"""Answers numbers from tables: one cell, the least and the most of a column, and the cell of a municipality's council."""
