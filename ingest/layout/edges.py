"""Lines near the edges of pages, which may be running heads, feet and page numbers."""

from __future__ import annotations

from dataclasses import dataclass

SAME_PLACE_POINTS = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line near the edge of a page: its words in small letters, the same with numbers as `#` (`key`), the numbers, its page
    (0-based), top and index.
    """

    text: str
    key: str
    numbers: tuple[int, ...]
    page: int
    top: float | None
    index: int
    in_margin: bool
    is_small: bool
    is_heading: bool


def same_place(group: list[Edge]) -> list[list[Edge]]:
    """Edges of the same words, apart by their place on the page."""
    places: list[list[Edge]] = []
    for edge in sorted(group, key=lambda edge: (edge.top or 0.0, edge.page)):
        if places and (places[-1][-1].top or 0.0) + SAME_PLACE_POINTS >= (edge.top or 0.0):
            places[-1].append(edge)
        else:
            places.append([edge])
    return places
