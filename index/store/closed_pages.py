"""Which pages of a file hold anything closed."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int | None, int | None]
"""First and last page, 1-based; None for what has no page."""

WITHOUT_PAGE = 0


def closed_pages(closed: Iterable[Span], opened: Iterable[Span], page_count: int) -> frozenset[int]:
    """Give the pages of closed passages and items, and those without an open passage that follow on them.

    A page without any passage is a picture or a drawing: behind a closed item it is most likely the item's own.
    `WITHOUT_PAGE` stands for what is closed and has no page.
    """
    found = _pages(closed)
    shown = _pages(opened)
    for page in range(2, page_count + 1):
        if page - 1 in found and page not in shown:
            found.add(page)
    return frozenset(found)


def _pages(spans: Iterable[Span]) -> set[int]:
    return {page for first, last in spans for page in range(first or WITHOUT_PAGE, (last or first or WITHOUT_PAGE) + 1)}
