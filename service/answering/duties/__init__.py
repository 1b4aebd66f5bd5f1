"""Answers when something is due and who has to do it, from sentences, schedules and lists of actions."""
