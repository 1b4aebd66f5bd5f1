"""Where the records of one file stand in a generation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The file at `path` has the passage rows from `first_row` on, `row_count` of them.

    Its agenda items and facts have positions above `first_position`, `position_count` of them.
    """

    path: str
    first_row: int
    row_count: int
    first_position: int
    position_count: int

    @property
    def end_row(self) -> int:
        """The row behind its last one."""
        return self.first_row + self.row_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A segment of the generation before, and how far its rows and positions move in this one."""

    segment: Segment
    row_shift: int
    position_shift: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Neighbouring rows that move together: from `first_row` up to `end_row` (half-open) of the generation before."""

    first_row: int
    end_row: int
    row_shift: int


def runs_of(moves: list[Move]) -> list[Run]:
    """Join neighbours that move equally far. `moves` are in ascending order of rows; segments without rows are left out."""
    runs: list[Run] = []
    for move in moves:
        segment = move.segment
        if not segment.row_count:
            continue
        last = runs[-1] if runs else None
        if last is not None and last.end_row == segment.first_row and last.row_shift == move.row_shift:
            runs[-1] = Run(first_row=last.first_row, end_row=segment.end_row, row_shift=move.row_shift)
        else:
            runs.append(Run(first_row=segment.first_row, end_row=segment.end_row, row_shift=move.row_shift))
    return runs
