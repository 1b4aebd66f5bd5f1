"""Running heads, feet and page numbers: found by repetition and place on the page, not by what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.layout.edges import SAME_PLACE_POINTS, Edge, same_place
from ingest.layout.running_segments import changing_heads
from ingest.records import Line, Page

MARGIN = 0.12  # of the page's height, at the top and at the bottom
EDGE_LINES = 2  # the first and last lines of a page, wherever they stand
LEAST_PAGES = 3
LEAST_SHARE = 0.45  # of the pages between its first and last appearance: heads may stand on every second page
LEAST_SHARE_OF_HEADING = 0.6  # of all pages, for a line printed like a heading
NEIGHBOURS = 3  # pages before and after that must not hold other text at its place
LONGEST = 120  # characters
LARGER = 1.08  # times the body's font size
SMALLER = 0.95

FOOT = 0.07  # of the page's height, at the bottom
APART = 2.5  # line heights between the text of a page and a foot that stands on this page only
LARGEST_DAY = 31  # larger numbers are no days, months or page numbers
AUTHORITY = re.compile(r"\b(?:kommune|region|forvaltning\w*|center|styrelse\w*|sekretariat\w*)\b", re.IGNORECASE)

PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:(?:side|page|s\.|pag\.?)\s*\d{1,4}(?:\s*(?:af|of|/|-)\s*\d{1,4})?|\d{1,4}\s*(?:/|af|of)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—])\W{0,3}$",
    re.IGNORECASE,
)
ENDS_IN_PAGE_NUMBER = re.compile(r"(?:side|page)\s*\d{1,4}\s*(?:af|of|/)\s*\d{1,4}\W{0,2}$", re.IGNORECASE)


def without_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages without running heads, feet and page numbers; all of it stays where hardly anything else would."""
    body = body_size(pages)
    edges = [edge for number, page in enumerate(pages) for edge in _edges(page, number, body)]
    repeated = _repeated(edges, pages)
    for furniture in (repeated, {edge for edge in repeated if edge.in_margin}):
        kept = tuple(_without(page, _to_drop(page, number, edges, furniture)) for number, page in enumerate(pages))
        if not _is_emptied(pages, kept):
            return kept
    return tuple(pages)


def body_size(pages: Sequence[Page]) -> float:
    """The font size of most characters of the file, 0.0 where no line has one."""
    sizes: dict[float, int] = {}
    for page in pages:
        for item in page.content:
            if isinstance(item, Line) and item.font_size:
                size = round(item.font_size * 2) / 2
                sizes[size] = sizes.get(size, 0) + len(item.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _is_emptied(before: Sequence[Page], after: Sequence[Page]) -> bool:
    filled = sum(bool(page.content) for page in before)
    return sum(bool(page.content) for page in after) * 2 < filled


def _to_drop(page: Page, number: int, edges: Sequence[Edge], repeated: set[Edge]) -> set[int]:
    """Of the furniture, the lines with nothing but furniture between them and the top or the bottom of the page."""
    found = {edge.index for edge in edges if edge.page == number and (edge in repeated or _is_page_number(page, edge, edges))}
    found |= {edge.index for edge in edges if edge.page == number and edge.is_small and _is_lone_foot(page, edge, edges)}
    if page.number is None:
        return found | {
            n for n, item in enumerate(page.content) if isinstance(item, Line) and PAGE_NUMBER.match(item.text.strip())
        }
    lines = _by_height(page)
    upper = [index for index, line in lines if line.box is None or line.box.top < page.height / 2]
    lower = [index for index, line in reversed(lines) if line.box is None or line.box.top >= page.height / 2]
    return {*takewhile(found.__contains__, upper), *takewhile(found.__contains__, lower)}


def _without(page: Page, dropped: set[int]) -> Page:
    if not dropped:
        return page
    return replace(page, content=tuple(item for index, item in enumerate(page.content) if index not in dropped))


def _by_height(page: Page) -> list[tuple[int, Line]]:
    """The lines with text and their indices from the top; in the page's order where a line has no box."""
    lines = [(index, item) for index, item in enumerate(page.content) if isinstance(item, Line) and item.text.strip()]
    if all(line.box for _, line in lines):
        lines.sort(key=lambda pair: pair[1].box.top if pair[1].box else 0.0)
    return lines


def _edges(page: Page, number: int, body: float) -> list[Edge]:
    if page.number is None and not page.height:
        return []
    lines = _by_height(page)
    near = {index for index, _ in (*lines[:EDGE_LINES], *lines[-EDGE_LINES:])}
    return [
        _edge(line, page, number, index, body)
        for index, line in lines
        if len(line.text) <= LONGEST and (index in near or _in_margin(line, page))
    ]


def _edge(line: Line, page: Page, number: int, index: int, body: float) -> Edge:
    text = " ".join(line.text.lower().split())
    size = line.font_size or body
    return Edge(
        text=text,
        key=re.sub(r"\d+", "#", text),
        numbers=tuple(int(digits) for digits in re.findall(r"\d{1,9}", text)),
        page=number,
        top=line.box.top if line.box else None,
        index=index,
        in_margin=_in_margin(line, page),
        is_small=bool(body) and size < body * SMALLER,
        is_heading=bool(body) and (size > body * LARGER or line.bold),
    )


def _in_margin(line: Line, page: Page) -> bool:
    if line.box is None or not page.height:
        return False
    return line.box.bottom < page.height * MARGIN or line.box.top > page.height * (1 - MARGIN)


def _repeated(edges: list[Edge], pages: Sequence[Page]) -> set[Edge]:
    """Edges whose words come again at the same place on enough pages of a stretch of the file."""
    groups: dict[str, list[Edge]] = {}
    for edge in edges:
        groups.setdefault(edge.key, []).append(edge)
    found: set[Edge] = set()
    for group in groups.values():
        for same in same_place(group):
            if _is_furniture(same, edges, len(pages)) and _count_pages(same):
                found.update(same)
    texts = [item.text for page in pages for item in page.content]
    for same in changing_heads(edges, texts):
        if _is_furniture(same, edges, len(pages)):
            found.update(same)
    return found


def _is_furniture(same: list[Edge], edges: list[Edge], page_count: int) -> bool:
    pages = {edge.page for edge in same}
    span = max(pages) - min(pages) + 1
    in_margin = all(edge.in_margin for edge in same)
    least = (LEAST_PAGES if page_count > LEAST_PAGES else 2) if in_margin else LEAST_PAGES + 1
    if len(pages) < least or len(pages) < LEAST_SHARE * span:
        return False
    if any(edge.is_heading for edge in same) and len(pages) < LEAST_SHARE_OF_HEADING * page_count:
        return False
    return all(edge.is_small for edge in same) or not _place_is_shared(same, pages, edges)


def _count_pages(same: list[Edge]) -> bool:
    """Whether the numbers in the lines stay the same or grow with the pages, as page numbers do and case numbers do not."""
    for place in range(len(same[0].numbers)):
        values = [edge.numbers[place] if place < len(edge.numbers) else 0 for edge in same]
        offsets = [value - edge.page for value, edge in zip(values, same, strict=True)]
        common = max(max(values.count(value) for value in values), max(offsets.count(offset) for offset in offsets))
        if common < 0.8 * len(same):
            return False
    return True


def _place_is_shared(same: list[Edge], pages: set[int], edges: list[Edge]) -> bool:
    """Whether pages around hold other text at that height: then it is where the text begins or ends, not a head or foot."""
    top = same[0].top
    if top is None:
        return False
    near = range(min(pages) - NEIGHBOURS, max(pages) + NEIGHBOURS + 1)
    other = {
        edge.page
        for edge in edges
        if edge.page in near and edge.page not in pages and edge.top is not None and abs(edge.top - top) <= SAME_PLACE_POINTS
    }
    return len(other) * 2 > len(pages)


def _is_lone_foot(page: Page, edge: Edge, edges: Sequence[Edge]) -> bool:
    """Whether a small line at the very bottom, apart from the text, only repeats words of the page or names an authority.

    A number that stands nowhere before it, of a case perhaps, is not lost.
    """
    line = page.content[edge.index]
    lines = [item for item in page.content if isinstance(item, Line) and item is not line and item.box and item.text.strip()]
    if not isinstance(line, Line) or line.box is None or line.box.top < page.height * (1 - FOOT) or not lines:
        return False
    height = line.box.bottom - line.box.top
    beside = [other.box for other in lines if other.box and other.box.top < page.height * (1 - FOOT)]
    if not beside or line.box.top - max(box.bottom for box in beside) < APART * height:
        return False
    words = re.findall(r"[^\W\d_]{2,}", line.text.lower())
    known = set(re.findall(r"[^\W\d_]{2,}", " ".join(other.text for other in lines).lower()))
    names = AUTHORITY.search(line.text) is not None and not edge.numbers and "@" not in line.text
    told = re.findall(r"\d+", " ".join(other.text for other in lines))
    told += [str(number) for other in edges if other.page < edge.page for number in other.numbers]
    new = {number for number in edge.numbers if number > LARGEST_DAY} - set(map(int, told))
    return bool(words) and not new and (known.issuperset(words) or names)


def _is_page_number(page: Page, edge: Edge, edges: Sequence[Edge]) -> bool:
    """Whether a line is a page number: it says so, or it is a number in the margin that grows by one from page to page."""
    line = page.content[edge.index]
    text = line.text.strip()
    if PAGE_NUMBER.match(text):
        return True
    if not edge.in_margin:
        return False
    if ENDS_IN_PAGE_NUMBER.search(text):
        return True
    if edge.key != "#":
        return False
    steps = {
        (other.page - edge.page, other.numbers[0] - edge.numbers[0]) for other in edges if other.key == "#" and other.numbers
    }
    return (1, 1) in steps or (-1, -1) in steps
