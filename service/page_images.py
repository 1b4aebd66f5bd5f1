"""Page images with marks, kept for a while: the pages around an answer are asked for again and again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from ingest.records import Box
from ingest.rendering import locate, render_page

RENDERING = 1
"""Counts changes of how pages look, so that a browser does not keep an old image."""

KEPT_IMAGES = 48
KEPT_PLACES = 512


@lru_cache(maxsize=KEPT_IMAGES)
def page_image(path: Path, number: int, scale: float, highlights: tuple[Box, ...], masks: tuple[Box, ...]) -> bytes:
    """Give a page (1-based) of a PDF as a PNG with `scale` pixels a point, marked and painted over.

    The path holds the file's checksum, so that an image kept is never of another file.
    """
    return render_page(path, number, scale=scale, highlights=highlights, masks=masks)


@lru_cache(maxsize=KEPT_PLACES)
def _located(path: Path, number: int, quote: str) -> tuple[Box, ...]:
    return locate(path, number, quote)


def highlights_of(path: Path, number: int, passages: Sequence[tuple[Box, ...]], quote: str) -> tuple[Box, ...]:
    """Give what to mark on a page: the quote where at least half of it is found there, else the passages' own boxes."""
    found = _located(path, number, quote) if quote and passages else ()
    return found or tuple(box for boxes in passages for box in boxes if box.page_number == number)
