"""Text set in columns: stretches of a page where no line crosses a vertical strip and running text stands on both sides.

Where columns hold little text, headings and short lines, the order in which the file draws its lines speaks for them: the
writer's program draws one column to its end and then the other, but the cells of a table row by row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.layout.rows import Row, box_of, rows_of
from ingest.records import Box, Line

LEAST_LINES = 4  # of each column
GUTTER_POINTS = 5.0
SAME_PLACE_POINTS = 3.0
FULL_LINE = 0.7  # of the usual width of a column
LEAST_FULL_SHARE = 0.6  # of the lines of a column
MOST_CUT = 0.3  # of the lines of a column may hold wide gaps, as justified text has now and then
LEAST_WORDS = 4  # a line, on average
NARROWEST = 90.0  # points
LEAST_DRAWN_LINES = 2  # of each column that is drawn apart from the other
LEAST_DRAWN_WORDS = 3  # a line of such a column, on average

Drawn = Mapping[Box, int]  # the place of each line in the order in which the file draws them


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Rows [start, stop) of a page that are set in columns, the second of which begins at `x`; which is read first."""

    start: int
    stop: int
    x: float
    right_first: bool = False


def widest_band(rows: Sequence[Row], drawn: Drawn) -> Band | None:
    """The band with most rows, None where the rows are set in one column; of equal ones the leftmost."""
    found = (_band(rows, x, drawn) for x in _starts(rows))
    return max((band for band in found if band), key=lambda band: (band.stop - band.start, -band.x), default=None)


def sides(rows: Sequence[Row], band: Band) -> tuple[list[Line], list[Line]]:
    """The lines of the band on the two sides of its strip, those to be read first first."""
    lines = [line for row in rows[band.start : band.stop] for line in row.segments]
    left = [line for line in lines if box_of(line).x0 < band.x - SAME_PLACE_POINTS]
    right = [line for line in lines if box_of(line).x0 >= band.x - SAME_PLACE_POINTS]
    return (right, left) if band.right_first else (left, right)


def _starts(rows: Sequence[Row]) -> list[float]:
    """Where lines begin that could be those of a second column: some at the same place."""
    places: dict[int, int] = {}
    for row in rows:
        for line in row.segments:
            places[round(box_of(line).x0)] = places.get(round(box_of(line).x0), 0) + 1
    leftmost = min(places, default=0)
    near = {x: sum(places.get(x + step, 0) for step in (-1, 0, 1)) for x in places}
    return sorted(float(x) for x, count in near.items() if count >= LEAST_DRAWN_LINES and x > leftmost + NARROWEST)


def _band(rows: Sequence[Row], x: float, drawn: Drawn) -> Band | None:
    """The longest run of rows that respect the strip before x, from the first to the last with a line at x."""
    best: Band | None = None
    first: int | None = None
    last = 0
    for number, row in enumerate((*rows, None)):
        if row is None or not _respects(row, x):
            if first is not None and (best is None or last + 1 - first > best.stop - best.start):
                best = Band(start=first, stop=last + 1, x=x)
            first = None
        elif any(abs(box_of(line).x0 - x) <= SAME_PLACE_POINTS for line in row.segments):
            first, last = (number if first is None else first), number
    if best is None:
        return None
    left, right = sides(rows, best)
    if _begin_at(right, x) >= LEAST_LINES and all(_is_running(rows_of(side)) for side in (left, right)):
        return _longer(rows, best, drawn)
    return _drawn_apart(rows, best, drawn)


def _begin_at(lines: Sequence[Line], x: float) -> int:
    return sum(abs(box_of(line).x0 - x) <= SAME_PLACE_POINTS for line in lines)


def _respects(row: Row, x: float) -> bool:
    """Whether no line of the row runs through the strip before x."""
    return not any(box_of(line).x0 < x - SAME_PLACE_POINTS and box_of(line).x1 > x - GUTTER_POINTS for line in row.segments)


def _longer(rows: Sequence[Row], band: Band, drawn: Drawn) -> Band:
    """The band with the rows below that only its left column holds: those drawn before the right column is."""
    begins = min((drawn[box_of(line)] for line in sides(rows, band)[1] if box_of(line) in drawn), default=0)
    stop = band.stop
    while (
        stop < len(rows)
        and _respects(rows[stop], band.x)
        and all(drawn.get(box_of(line), begins) < begins for line in rows[stop].segments)
    ):
        stop += 1
    return replace(band, stop=stop)


def _drawn_apart(rows: Sequence[Row], band: Band, drawn: Drawn) -> Band | None:
    """The band (with what belongs to its left column below), if the file draws the whole of one side before the other."""
    longer = _longer(rows, band, drawn)
    left, right = sides(rows, longer)
    if not all(_is_worded(rows_of(side)) for side in (left, right)):
        return None
    before, after = (_places(side, drawn) for side in (left, right))
    if not before or not after:
        return None
    if max(before) < min(after):
        return longer
    return replace(band, right_first=True) if max(after) < min(before) else None


def _places(lines: Sequence[Line], drawn: Drawn) -> list[int]:
    return [drawn[box_of(line)] for line in lines if box_of(line) in drawn]


def _is_worded(rows: Sequence[Row]) -> bool:
    """Whether a side holds lines of words without wide breaks between them, as a column does and single cells do not."""
    if len(rows) < LEAST_DRAWN_LINES or (any(len(row.segments) > 1 for row in rows) and len(rows) < LEAST_LINES):
        return False
    words = sum(len(line.text.split()) for row in rows for line in row.segments)
    return words >= LEAST_DRAWN_WORDS * len(rows)


def _is_running(rows: Sequence[Row]) -> bool:
    """Whether a column is running text, not cells of a table: lines of words, in one piece, most as long as the long ones."""
    if len(rows) < LEAST_LINES or sum(len(row.segments) > 1 for row in rows) > MOST_CUT * len(rows):
        return False
    if sum(len(line.text.split()) for row in rows for line in row.segments) < LEAST_WORDS * len(rows):
        return False
    widths = sorted(box_of(row.segments[-1]).x1 - box_of(row.segments[0]).x0 for row in rows)
    usual = widths[int(len(widths) * 0.9)]
    return usual >= NARROWEST and sum(width > FULL_LINE * usual for width in widths) >= LEAST_FULL_SHARE * len(widths)
