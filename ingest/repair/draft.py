"""What the repairs work on: lines that may change, and the list of what was changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ingest.records import Repair

# The report must stay readable, and a hostile file must not fill it.
_MAX_RECORDS_A_STEP = 100
_MAX_CHARACTERS = 120


@dataclass(slots=True, kw_only=True)
class DraftLine:
    """A line under repair. `page` counts pages from 0, also where they have no number.

    `dropped` lines are left out; `decoded` lines were glyph numbers, in which hyphens and spaces are lost;
    `positioned` lines come from a format that knows where they stand, so that leading spaces mean nothing.
    """

    text: str
    page: int = 0
    page_number: int | None = None
    positioned: bool = False
    dropped: bool = False
    decoded: bool = False


@dataclass(slots=True)
class RepairLog:
    """Collects what was changed, at most a hundred records a step; the others are counted."""

    records: list[Repair] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)

    def note(self, step: str, line: DraftLine, before: str, after: str) -> None:
        """Record a change."""
        self._counts[step] += 1
        if self._counts[step] <= _MAX_RECORDS_A_STEP:
            before, after = before[:_MAX_CHARACTERS], after[:_MAX_CHARACTERS]
            self.records.append(Repair(step=step, page_number=line.page_number, before=before, after=after))

    def finished(self) -> tuple[Repair, ...]:
        """The records in the order of the pages, and one for the rest of each step that had too many."""
        rest = [
            Repair(step=step, page_number=None, before="", after=f"and {count - _MAX_RECORDS_A_STEP} more")
            for step, count in sorted(self._counts.items())
            if count > _MAX_RECORDS_A_STEP
        ]
        return (*sorted(self.records, key=lambda record: record.page_number or 0), *rest)
