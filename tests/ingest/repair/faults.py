"""How the repair tests write their lines."""

from __future__ import annotations

from ingest.records import Line, Page, Repair
from ingest.repair.repair import repair_pages


def repaired(*pages: str) -> list[str]:
    """The lines of text pages after repair; each argument is a page, its lines separated by newlines."""
    return [line for lines, _ in [_repaired(pages)] for line in lines]


def repairs(*pages: str) -> tuple[Repair, ...]:
    """What was changed."""
    return _repaired(pages)[1]


def _repaired(pages: tuple[str, ...]) -> tuple[list[str], tuple[Repair, ...]]:
    read = [
        Page(number=number, content=tuple(Line(text=line) for line in text.split("\n")))
        for number, text in enumerate(pages, start=1)
    ]
    mended, records = repair_pages(read)
    return [part.text for page in mended for part in page.content], records
