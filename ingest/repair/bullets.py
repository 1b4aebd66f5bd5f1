"""Noise fault 17: bullets of which only a bare leading space is left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.repair.draft import DraftLine, RepairLog

STEP = "bare bullet"

# A number or the name of a figure begins a numbered heading or a caption, not a bullet.
_BARE = re.compile(r" (?=[^\W\d_])(?!(?:Figur|Tabel|Boks|Bilag|Side|Kapitel)\s\d)")
_NEAR_LINES = 4


def mark_bare_bullets(lines: Sequence[DraftLine], log: RepairLog) -> None:
    """Give a line with one leading space its bullet back, in place, where another such line stands near on the page."""
    places = [place for place, line in enumerate(lines) if _BARE.match(line.text) and not line.decoded and not line.positioned]
    for before, place, after in zip([-99, *places], places, [*places[1:], len(lines) + 99], strict=False):
        near = [other for other in (before, after) if abs(other - place) <= _NEAR_LINES]
        if any(lines[other].page == lines[place].page for other in near):
            line = lines[place]
            log.note(STEP, line, line.text, f"•{line.text}")
            line.text = f"•{line.text}"
