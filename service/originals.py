"""What of an original file a caller may be handed: never a page that holds a closed passage, never a file that holds one."""

from __future__ import annotations

from index.store.reading import Store
from ingest.records import Access, Document

WITHOUT_PAGE = 0
"""How the store names a closed passage of a format without pages."""

IMAGED = frozenset({".pdf"})
"""File types whose pages can be shown as images."""


def visible_pages(store: Store, document: Document, access: frozenset[Access]) -> tuple[int, ...]:
    """Give the pages of a document that may be shown as images, ascending; none for formats without pages."""
    imaged = any(document.path.lower().endswith(suffix) for suffix in IMAGED)
    if not imaged or document.page_first is None or document.page_last is None:
        return ()
    closed = _closed_pages(store, document, access)
    if WITHOUT_PAGE in closed:  # nobody knows on which page the closed words stand
        return ()
    return tuple(number for number in range(document.page_first, document.page_last + 1) if number not in closed)


def hides_something(store: Store, document: Document, access: frozenset[Access]) -> bool:
    """Whether the file holds anything that the caller may not see."""
    return bool(_closed_pages(store, document, access))


def _closed_pages(store: Store, document: Document, access: frozenset[Access]) -> frozenset[int]:
    return frozenset() if Access.CLOSED in access else store.closed_pages(document.id)
