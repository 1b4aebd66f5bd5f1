"""Text set in columns: stretches of a page where no line crosses a vertical strip and running text stands on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.rows import Row, rows_of
from ingest.records import Box, Line

LEAST_LINES = 4  # of each column
GUTTER_POINTS = 5.0
SAME_PLACE_POINTS = 3.0
FULL_LINE = 0.7  # of the usual width of a column
LEAST_FULL_SHARE = 0.6  # of the lines of a column
MOST_CUT = 0.3  # of the lines of a column may hold wide gaps, as justified text has now and then
LEAST_WORDS = 4  # a line, on average
NARROWEST = 90.0  # points


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Rows [start, stop) of a page that are set in columns, the second of which begins at `x`."""

    start: int
    stop: int
    x: float


def widest_band(rows: Sequence[Row]) -> Band | None:
    """The band with most rows, None where the rows are set in one column; of equal ones the leftmost."""
    found = (_band(rows, x) for x in _starts(rows))
    return max((band for band in found if band), key=lambda band: (band.stop - band.start, -band.x), default=None)


def sides(rows: Sequence[Row], band: Band) -> tuple[list[Line], list[Line]]:
    """The lines of the band left of its strip and right of it."""
    lines = [line for row in rows[band.start : band.stop] for line in row.segments]
    left = [line for line in lines if _box(line).x0 < band.x - SAME_PLACE_POINTS]
    return left, [line for line in lines if _box(line).x0 >= band.x - SAME_PLACE_POINTS]


def _starts(rows: Sequence[Row]) -> list[float]:
    """Where lines begin that could be those of a second column: at least `LEAST_LINES` at the same place."""
    places: dict[int, int] = {}
    for row in rows:
        for line in row.segments:
            places[round(_box(line).x0)] = places.get(round(_box(line).x0), 0) + 1
    leftmost = min(places, default=0)
    near = {x: sum(places.get(x + step, 0) for step in (-1, 0, 1)) for x in places}
    return sorted(float(x) for x, count in near.items() if count >= LEAST_LINES and x > leftmost + NARROWEST)


def _band(rows: Sequence[Row], x: float) -> Band | None:
    """The longest run of rows that respect the strip before x, from the first to the last with a line at x."""
    best: Band | None = None
    first: int | None = None
    last = 0
    for number, row in enumerate((*rows, None)):
        if row is None or any(
            _box(line).x0 < x - SAME_PLACE_POINTS and _box(line).x1 > x - GUTTER_POINTS for line in row.segments
        ):
            if first is not None and (best is None or last + 1 - first > best.stop - best.start):
                best = Band(start=first, stop=last + 1, x=x)
            first = None
        elif any(abs(_box(line).x0 - x) <= SAME_PLACE_POINTS for line in row.segments):
            first, last = (number if first is None else first), number
    return best if best and all(_is_running(rows_of(side)) for side in sides(rows, best)) else None


def _is_running(rows: Sequence[Row]) -> bool:
    """Whether a column is running text, not cells of a table: lines of words, in one piece, most as long as the long ones."""
    if len(rows) < LEAST_LINES or sum(len(row.segments) > 1 for row in rows) > MOST_CUT * len(rows):
        return False
    if sum(len(line.text.split()) for row in rows for line in row.segments) < LEAST_WORDS * len(rows):
        return False
    widths = sorted(_box(row.segments[-1]).x1 - _box(row.segments[0]).x0 for row in rows)
    usual = widths[int(len(widths) * 0.9)]
    return usual >= NARROWEST and sum(width > FULL_LINE * usual for width in widths) >= LEAST_FULL_SHARE * len(widths)


def _box(line: Line) -> Box:
    if line.box is None:
        raise ValueError(f"a line without a box stands in no column: {line.text[:40]!r}")
    return line.box
