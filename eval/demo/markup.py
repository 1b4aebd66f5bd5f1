"""The markup of the sources: `! title`, `## item`, `### section`, `- bullet`, `1. number`, `| a | b |`, `% speaker's note`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARKS = {"! ": "title", "## ": "item", "### ": "section", "- ": "bullet", "| ": "row", "% ": "note"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A line of a demo source: what it is, its text, and for a row its cells."""

    kind: str
    text: str
    cells: tuple[str, ...] = ()


def elements(source: str) -> Iterator[Element]:
    """Read a source line by line; blank lines fall away."""
    for line in source.splitlines():
        if line.strip():
            yield _element(line)


def _element(line: str) -> Element:
    if line.strip() == "@contents":
        return Element(kind="contents", text="")
    if re.match(r"\d+\. ", line):
        return Element(kind="number", text=line)
    for mark, kind in MARKS.items():
        if line.startswith(mark):
            text = line.removeprefix(mark).strip()
            cells = tuple(cell.strip() for cell in text.rstrip("|").split("|")) if kind == "row" else ()
            return Element(kind=kind, text=text, cells=cells)
    return Element(kind="paragraph", text=line.strip())
