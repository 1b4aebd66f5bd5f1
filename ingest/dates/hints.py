"""Cheap looks at a text before the patterns of a style of dates are tried on it: words it must hold, lower case."""

from __future__ import annotations

DIGITS = tuple("0123456789")
SLASH = ("/",)
MONTH_NAME = ("jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec")
PART = ("primo", "medio", "ultimo", "start", "begynd", "begin", "early", "mid", "slutning", "late", "udgang", "end of", "end\n")
SEASON = ("forår", "sommer", "efterår", "vinter", "spring", "summer", "autumn", "fall", "winter")
HALF = ("halv", "half", "h1", "h2")
QUARTER = ("kvartal", "quarter", "q1", "q2", "q3", "q4", "k1", "k2", "k3", "k4")
WEEK = ("uge", "week")
YEAR = ("19", "20")
