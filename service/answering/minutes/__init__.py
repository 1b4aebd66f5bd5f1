"""Answers from minutes: what was decided, who was there, numbers of cases and documents."""
