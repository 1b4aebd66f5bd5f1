"""Page images with marks, kept for a while: the pages around an answer are asked for again and again."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ingest.records import Box

RENDERING = 1
"""Counts changes of how pages look, so that a browser does not keep an old image."""

KEPT_IMAGES = 48


@lru_cache(maxsize=KEPT_IMAGES)
def page_image(path: Path, number: int, boxes: tuple[Box, ...], scale: float) -> bytes:
    """Give a page (1-based) of a PDF as a PNG with `scale` pixels per point and the boxes marked.

    The path holds the file's checksum, so that an image kept is never of another file.
    """
    from ingest.rendering import render_page

    return render_page(path, number, boxes=boxes, scale=scale)
