"""Noise fault 9: a line printed twice around a page break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.repair.draft import DraftLine, RepairLog

STEP = "line printed twice"

_MIN_WORDS = 4
_EDGE_LINES = 4  # how far from the break: running headers and footers may stand in between


def drop_repeated_lines(lines: Sequence[DraftLine], log: RepairLog) -> None:
    """Drop the second of two equal lines at the end of a page and the start of the next, if it stands nowhere else."""
    counts = Counter(text for line in lines if (text := _key(line)))
    pages: dict[int, list[DraftLine]] = {}
    for line in lines:
        if line.text.strip():
            pages.setdefault(line.page, []).append(line)
    for page, following in pages.items():
        ending = {_key(line) for line in pages.get(page - 1, [])[-_EDGE_LINES:]}
        for line in following[:_EDGE_LINES]:
            key = _key(line)
            # More than twice in the file: a running header, which is for the layout to judge.
            if key and key in ending and counts[key] == 2:
                line.dropped = True
                log.note(STEP, line, line.text, "")


def _key(line: DraftLine) -> str:
    words = line.text.split()
    return " ".join(words) if len(words) >= _MIN_WORDS else ""
