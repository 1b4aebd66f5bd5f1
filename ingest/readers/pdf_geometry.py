"""Where things stand on a displayed PDF page: user space (origin bottom left, unrotated) → points from the top left of the view.

PDF 32000-1:2008, 7.7.3.3: a page shows its crop box, turned clockwise by `/Rotate`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ingest.records import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """The visible rectangle of a page in user space, and by how many degrees (0, 90, 180, 270) a viewer turns it clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    @property
    def width(self) -> float:
        """Width of the displayed page in points."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the displayed page in points."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def displayed(self, x: float, y: float) -> tuple[float, float]:
        """The point (x, y) of user space as (from the left, from the top) on the displayed page."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, page_number: int, left: float, bottom: float, right: float, top: float) -> Box:
        """The rectangle of user space as a box of the displayed page; a broken number (NaN, infinity) counts as 0."""
        left, bottom, right, top = (each if math.isfinite(each) else 0.0 for each in (left, bottom, right, top))
        ax, ay = self.displayed(left, bottom)
        bx, by = self.displayed(right, top)
        return Box(page_number=page_number, x0=min(ax, bx), top=min(ay, by), x1=max(ax, bx), bottom=max(ay, by))

    def user_rectangle(self, box: Box) -> tuple[float, float, float, float]:
        """(left, bottom, right, top) in user space of a box of the displayed page: the inverse of `box`."""
        ax, ay = self._user(box.x0, box.top)
        bx, by = self._user(box.x1, box.bottom)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def _user(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y + self.left, x + self.bottom
        if self.rotation == 180:
            return self.right - x, y + self.bottom
        if self.rotation == 270:
            return self.right - y, self.top - x
        return x + self.left, self.top - y
