"""From lines to cells, by the search over intersections (Nurminen 2013, "Algorithmic extraction of data in tables").

The same cells, to the bit, as pdfplumber's `merge_edges`, `edges_to_intersections`, `intersections_to_cells` and
`cells_to_tables` give (tested): importing pdfplumber costs a reading process more than searching the tables of a file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby, pairwise
from operator import itemgetter

Rectangle = tuple[float, float, float, float]
"""x0, top, x1, bottom; a line is one without width or height."""
Point = tuple[float, float]

_X0, _TOP, _X1, _BOTTOM = map(itemgetter, range(4))


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """The lines that meet in a point."""

    upright: set[Rectangle] = field(default_factory=set)
    level: set[Rectangle] = field(default_factory=set)


def merged_lines(lines: Iterable[Rectangle], tolerance: float) -> tuple[list[Rectangle], list[Rectangle]]:
    """The level and the upright lines of a page; those closer than `tolerance` (points) become one."""
    level: list[Rectangle] = []
    upright: list[Rectangle] = []
    for line in lines:
        (level if line[1] == line[3] else upright).append(line)
    return (
        _joined(_snapped(level, _TOP, _lowered, tolerance), _TOP, 0, tolerance),
        _joined(_snapped(upright, _X0, _shifted, tolerance), _X0, 1, tolerance),
    )


def crossings(level: Sequence[Rectangle], upright: Sequence[Rectangle], tolerance: float) -> dict[Point, Crossing]:
    """Where upright lines meet level ones, or nearly do (within `tolerance` points)."""
    found: dict[Point, Crossing] = {}
    for line in upright:
        x, top, _, bottom = line
        for other in level:
            x0, y, x1, _ = other
            if top <= y + tolerance and bottom >= y - tolerance and x >= x0 - tolerance and x <= x1 + tolerance:
                crossing = found.setdefault((x, y), Crossing())
                crossing.upright.add(line)
                crossing.level.add(other)
    return found


def cells_of(found: dict[Point, Crossing]) -> list[Rectangle]:
    """The smallest rectangle to the lower right of each crossing whose four sides are drawn."""
    points = sorted(found)
    columns: defaultdict[float, list[Point]] = defaultdict(list)
    rows: defaultdict[float, list[Point]] = defaultdict(list)
    cells: list[Rectangle] = []
    for point in reversed(points):  # so that the columns and rows hold what is below and to the right
        x, top = point
        corner = _opposite(found, point, columns[x], rows[top])
        if corner is not None:
            cells.append((x, top, *corner))
        columns[x].insert(0, point)
        rows[top].insert(0, point)
    return cells[::-1]


def touching(cells: Sequence[Rectangle]) -> list[list[Rectangle]]:
    """Groups of cells that share corners, from the top; a cell alone is no group."""
    groups: list[list[Rectangle]] = []
    waiting = list(cells)
    while waiting:
        group, corners = [waiting[0]], set(_corners(waiting[0]))
        waiting, before = waiting[1:], 0
        while before != len(group):
            before, apart = len(group), []
            for cell in waiting:
                if corners.isdisjoint(_corners(cell)):
                    apart.append(cell)
                else:
                    corners.update(_corners(cell))
                    group.append(cell)
            waiting = apart
        groups.append(group)
    groups.sort(key=lambda group: min((cell[1], cell[0]) for cell in group))
    return [group for group in groups if len(group) > 1]


def _opposite(found: dict[Point, Crossing], point: Point, below: Sequence[Point], right: Sequence[Point]) -> Point | None:
    own = found[point]
    reached = [other for other in right if own.level & found[other].level]
    for under in below:
        if not own.upright & found[under].upright:
            continue
        for beside in reached:
            corner = found.get((beside[0], under[1]))
            if corner and corner.upright & found[beside].upright and corner.level & found[under].level:
                return beside[0], under[1]
    return None


def _snapped(
    lines: Sequence[Rectangle], place: Callable[[Rectangle], float], moved: Callable[[Rectangle, float], Rectangle], near: float
) -> list[Rectangle]:
    """Lines that lie near each other, moved to their mean; in ascending order of their places, else as they came."""
    values = sorted({place(line) for line in lines})
    number = dict(zip(values, _clusters(values, near), strict=True))
    clusters: defaultdict[int, list[Rectangle]] = defaultdict(list)
    for line in lines:
        clusters[number[place(line)]].append(line)
    found: list[Rectangle] = []
    for _, cluster in sorted(clusters.items()):
        mean = sum(map(place, cluster)) / len(cluster)
        found += [moved(line, mean - place(line)) for line in cluster]
    return found


def _clusters(values: Sequence[float], near: float) -> Iterable[int]:
    """The number of the cluster of each of some ascending values."""
    number = 0
    if values:
        yield number
    for last, value in pairwise(values):
        number += value > last + near
        yield number


def _joined(lines: Iterable[Rectangle], place: Callable[[Rectangle], float], start: int, near: float) -> list[Rectangle]:
    """Lines at the same place that meet end to end, or nearly do, as one. `start` is the index of where they begin."""
    groups = (sorted(group, key=itemgetter(start)) for _, group in groupby(sorted(lines, key=place), key=place))
    return list(chain.from_iterable(_one_behind_the_other(group, start, near) for group in groups))


def _one_behind_the_other(lines: Sequence[Rectangle], start: int, near: float) -> list[Rectangle]:
    joined = [lines[0]]
    for line in lines[1:]:
        last = joined[-1]
        if line[start] > last[start + 2] + near:
            joined.append(line)
        elif line[start + 2] > last[start + 2]:
            joined[-1] = (*last[:2], line[2], last[3]) if start == 0 else (*last[:3], line[3])
    return joined


def _lowered(line: Rectangle, by: float) -> Rectangle:
    return line[0], line[1] + by, line[2], line[3] + by


def _shifted(line: Rectangle, by: float) -> Rectangle:
    return line[0] + by, line[1], line[2] + by, line[3]


def _corners(cell: Rectangle) -> tuple[Point, Point, Point, Point]:
    x0, top, x1, bottom = cell
    return (x0, top), (x0, bottom), (x1, top), (x1, bottom)
