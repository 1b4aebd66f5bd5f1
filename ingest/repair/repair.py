"""The repairs of one file, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.records import Page, Repair


def repair_pages(pages: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[Repair, ...]]:
    """The pages with their faults mended, and what was changed, in page order."""
    return tuple(pages), ()
