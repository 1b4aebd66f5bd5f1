"""Running heads, feet and page numbers: found by repetition and place on the page, not by what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ingest.records import Line, Page

MARGIN = 0.12  # of the page's height, at the top and at the bottom
EDGE_LINES = 2  # the first and last lines of a page, wherever they stand
SAME_PLACE_POINTS = 6.0
LEAST_PAGES = 3
LEAST_SHARE = 0.3  # of the pages between its first and last appearance
LONGEST = 120  # characters
HEADING_SIZE = 1.15  # times the body's font size: a title that comes again is no furniture

PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:(?:side|page|s\.|pag\.?)\s*\d{1,4}(?:\s*(?:af|of|/|-)\s*\d{1,4})?|\d{1,4}\s*(?:/|af|of)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—])\W{0,3}$",
    re.IGNORECASE,
)
ENDS_IN_PAGE_NUMBER = re.compile(r"(?:side|page)\s*\d{1,4}\s*(?:af|of|/)\s*\d{1,4}\W{0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line near the edge of a page: its words with numbers as `#`, its page (0-based), height on it and index there."""

    key: str
    page: int
    top: float | None
    index: int
    in_margin: bool


def without_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages without running heads, feet and page numbers."""
    body = body_size(pages)
    edges = [edge for number, page in enumerate(pages) for edge in _edges(page, number, body)]
    repeated = _repeated(edges, len(pages))
    drop: dict[int, set[int]] = {}
    for edge in edges:
        line = pages[edge.page].content[edge.index]
        text = line.text.strip()
        if edge in repeated or PAGE_NUMBER.match(text) or (edge.in_margin and _is_page_number(text, edge, edges)):
            drop.setdefault(edge.page, set()).add(edge.index)
    return tuple(_without(page, _outermost(page, drop.get(number, set()))) for number, page in enumerate(pages))


def _outermost(page: Page, dropped: set[int]) -> set[int]:
    """Of the lines to drop, those with nothing but such lines between them and the top or the bottom of the page."""
    order = [index for index, _ in _by_height(page)]
    top = set(takewhile(dropped.__contains__, order))
    return top | set(takewhile(dropped.__contains__, reversed(order)))


def _by_height(page: Page) -> list[tuple[int, Line]]:
    """The lines with text and their indices from the top; in the page's order where a line has no box."""
    lines = [(index, item) for index, item in enumerate(page.content) if isinstance(item, Line) and item.text.strip()]
    if all(line.box for _, line in lines):
        lines.sort(key=lambda pair: pair[1].box.top if pair[1].box else 0.0)
    return lines


def body_size(pages: Sequence[Page]) -> float:
    """The font size of most characters of the file, 0.0 where no line has one."""
    sizes: dict[float, int] = {}
    for page in pages:
        for item in page.content:
            if isinstance(item, Line) and item.font_size:
                size = round(item.font_size * 2) / 2
                sizes[size] = sizes.get(size, 0) + len(item.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _without(page: Page, dropped: set[int]) -> Page:
    if page.number is None:
        dropped = dropped | {
            n for n, item in enumerate(page.content) if isinstance(item, Line) and PAGE_NUMBER.match(item.text.strip())
        }
    if not dropped:
        return page
    return replace(page, content=tuple(item for index, item in enumerate(page.content) if index not in dropped))


def _edges(page: Page, number: int, body: float) -> list[Edge]:
    if page.number is None and not page.height:
        return []
    lines = _by_height(page)
    near = {index for index, _ in (*lines[:EDGE_LINES], *lines[-EDGE_LINES:])}
    edges = []
    for index, line in lines:
        in_margin = _in_margin(line, page)
        large = body and line.font_size and line.font_size > body * HEADING_SIZE
        if len(line.text) <= LONGEST and not large and (in_margin or index in near):
            edges.append(
                Edge(key=_key(line.text), page=number, top=line.box.top if line.box else None, index=index, in_margin=in_margin)
            )
    return edges


def _in_margin(line: Line, page: Page) -> bool:
    if line.box is None or not page.height:
        return False
    return line.box.bottom < page.height * MARGIN or line.box.top > page.height * (1 - MARGIN)


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.lower().split()))


def _repeated(edges: list[Edge], page_count: int) -> set[Edge]:
    """Edges whose words come again at the same place on enough pages of a stretch of the file."""
    groups: dict[str, list[Edge]] = {}
    for edge in edges:
        groups.setdefault(edge.key, []).append(edge)
    found: set[Edge] = set()
    for group in groups.values():
        for same in _same_place(group):
            pages = {edge.page for edge in same}
            span = max(pages) - min(pages) + 1
            least = LEAST_PAGES if page_count > LEAST_PAGES else 2
            margin = all(edge.in_margin for edge in same)
            if len(pages) >= (least if margin else LEAST_PAGES + 1) and len(pages) >= span * (
                LEAST_SHARE if margin else 2 * LEAST_SHARE
            ):
                found.update(same)
    return found


def _same_place(group: list[Edge]) -> list[list[Edge]]:
    """Edges of the same words, apart by their place on the page."""
    places: list[list[Edge]] = []
    for edge in sorted(group, key=lambda edge: (edge.top or 0.0, edge.page)):
        if places and (places[-1][-1].top or 0.0) + SAME_PLACE_POINTS >= (edge.top or 0.0):
            places[-1].append(edge)
        else:
            places.append([edge])
    return places


def _is_page_number(text: str, edge: Edge, edges: list[Edge]) -> bool:
    """Whether a line in the margin is a page number: it says so, or it is a number that grows by one from page to page."""
    if ENDS_IN_PAGE_NUMBER.search(text):
        return True
    return edge.key == "#" and any(other.key == "#" and abs(other.page - edge.page) == 1 for other in edges)
