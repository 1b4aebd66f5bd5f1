"""Answers from table facts: who runs which task where, by the cell that holds it and what the legend says its words mean."""
