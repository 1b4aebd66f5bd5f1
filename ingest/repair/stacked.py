"""Noise fault 13: a year stacked in a narrow table cell as "20" over "20"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.repair.draft import DraftLine, RepairLog

STEP = "stacked number"

_CENTURY = re.compile(r"(?:19|20)$")
_REST = re.compile(r"\d\d$")


def join_stacked_numbers(cell: Sequence[DraftLine], log: RepairLog) -> None:
    """Close up a year that is split over two lines of one table cell, in place."""
    for upper, lower in pairwise(cell):
        if _CENTURY.match(upper.text.strip()) and _REST.match(lower.text.strip()):
            year = upper.text.strip() + lower.text.strip()
            log.note(STEP, upper, f"{upper.text} {lower.text}", year)
            upper.text, lower.dropped = year, True
