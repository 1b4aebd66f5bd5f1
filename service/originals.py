"""What of an original file a caller may be handed.

Never a page that holds a closed passage or a picture inside or right after a closed item, never a file that holds one;
and nobody gets a civil registration number:
pages are painted over where one stands, and the file itself is withheld.
"""

from __future__ import annotations

from index.store.reading import Store
from ingest.records import Access, Box, Document
from service.live import Serving

WITHOUT_PAGE = 0
"""How the store names a closed passage of a format without pages."""

IMAGED = frozenset({".pdf"})
"""File types whose pages can be shown as images."""


def visible_pages(serving: Serving, document: Document, access: frozenset[Access]) -> tuple[int, ...]:
    """Give the pages of a document that may be shown as images, ascending; none for formats without pages.

    None either where a number was masked in the text and nobody knows where it stands on the page.
    """
    imaged = any(document.path.lower().endswith(suffix) for suffix in IMAGED)
    if not imaged or document.page_first is None or document.page_last is None:
        return ()
    closed = _closed_pages(serving.index.store, document, access)
    report = serving.masked_files.get(document.path)
    if WITHOUT_PAGE in closed or (report is not None and report.masked_count > len(report.masked)):
        return ()
    return tuple(number for number in range(document.page_first, document.page_last + 1) if number not in closed)


def hides_something(serving: Serving, document: Document, access: frozenset[Access]) -> bool:
    """Whether the file holds anything that the caller may not see."""
    return document.path in serving.masked_files or bool(_closed_pages(serving.index.store, document, access))


def masks(serving: Serving, document: Document, number: int) -> tuple[Box, ...]:
    """Give what is to be painted over on a page."""
    report = serving.masked_files.get(document.path)
    return tuple(box for box in report.masked if box.page_number == number) if report else ()


def _closed_pages(store: Store, document: Document, access: frozenset[Access]) -> frozenset[int]:
    return frozenset() if Access.CLOSED in access else store.closed_pages(document.id)
