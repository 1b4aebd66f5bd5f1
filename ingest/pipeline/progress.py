"""How far a build has come."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.records import Access


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Documents done of `total`, the pages they held, and the last document done."""

    done: int
    total: int
    pages: int
    path: str
    access: Access = Access.OPEN  # of the last document: a closed one is not to be named to everybody
