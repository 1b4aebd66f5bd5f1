"""How far a build has come."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Documents done of `total`, the pages they held, and the last document done."""

    done: int
    total: int
    pages: int
    path: str
