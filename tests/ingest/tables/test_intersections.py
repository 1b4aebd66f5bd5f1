"""Cells are found between lines as pdfplumber finds them."""

import random

import pytest

from ingest.tables.intersections import Rectangle, cells_of, crossings, merged_lines, touching

NEAR = 3.0


def groups_of(lines: list[Rectangle]) -> list[list[Rectangle]]:
    """The groups of cells between some lines."""
    return touching(cells_of(crossings(*merged_lines(lines, NEAR), NEAR)))


def test_three_level_and_three_upright_lines_make_four_cells() -> None:
    """Lines that end a point short of each other, and a row line drawn in two strokes, still close the cells."""
    level: list[Rectangle] = [(0, 0, 100, 0), (0, 20, 49, 20), (51, 20, 100, 20), (1, 40, 100, 40)]
    upright: list[Rectangle] = [(0, 0, 0, 40), (50, 1, 50, 39), (100, 0, 100, 40)]
    assert groups_of([*level, *upright]) == [[(0, 0, 50, 20), (0, 20, 50, 40), (50, 0, 100, 20), (50, 20, 100, 40)]]


def test_lines_near_each_other_are_one_at_their_mean() -> None:
    """10 and 12 become 11; 30 stands apart."""
    level, upright = merged_lines([(0, 10, 5, 10), (4, 12, 9, 12), (0, 30, 9, 30)], NEAR)
    assert (level, upright) == ([(0, 11, 9, 11), (0, 30, 9, 30)], [])


def test_tables_apart_are_told_apart_and_a_frame_around_text_is_no_group() -> None:
    """Two tables of two cells each and a box; the higher table comes first."""
    frame: list[Rectangle] = [(0, 90, 50, 90), (0, 99, 50, 99), (0, 90, 0, 99), (50, 90, 50, 99)]
    lines = [*_two_cells(50), *_two_cells(0), *frame]
    assert groups_of(lines) == [[(0, top, 20, top + 10), (20, top, 40, top + 10)] for top in (0, 50)]


@pytest.mark.parametrize("seed", range(5))
def test_any_lines_give_the_cells_that_pdfplumber_gives(seed: int) -> None:
    """Sixty drawings of up to forty lines on a coarse, uneven grid, compared to the bit."""
    table = pytest.importorskip("pdfplumber.table")
    chance = random.Random(seed)  # noqa: S311 - drawings, not secrets
    for _ in range(60):
        lines = _drawn(chance)
        edges = table.merge_edges([_edge(line) for line in lines], NEAR, NEAR, NEAR, NEAR)
        cells = table.intersections_to_cells(table.edges_to_intersections(edges, NEAR, NEAR))
        assert groups_of(lines) == table.cells_to_tables(cells)


def _two_cells(top: float) -> list[Rectangle]:
    level: list[Rectangle] = [(0, y, 40, y) for y in (top, top + 10)]
    return [*level, *((x, top, x, top + 10) for x in (0, 20, 40))]


def _drawn(chance: random.Random) -> list[Rectangle]:
    places = [10 * chance.randrange(10) + chance.uniform(-2, 2) for _ in range(chance.randrange(2, 9))]
    lines: list[Rectangle] = []
    for _ in range(chance.randrange(2, 40)):
        start, end = sorted(chance.choices(places, k=2))
        place = chance.choice(places)
        lines.append((start, place, end, place) if chance.random() < 0.5 else (place, start, place, end))
    return lines


def _edge(line: Rectangle) -> dict[str, float | str]:
    x0, top, x1, bottom = line
    orientation = "h" if top == bottom else "v"
    sizes = {"width": x1 - x0, "height": bottom - top}
    return {"object_type": "line", "orientation": orientation, "x0": x0, "top": top, "x1": x1, "bottom": bottom, **sizes}
