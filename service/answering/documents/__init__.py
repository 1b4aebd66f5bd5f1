"""Answers about documents themselves: their day and who wrote them."""
