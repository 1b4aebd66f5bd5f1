"""Running heads with a segment that changes: "Havnerådet · møde 3. juni 2026 · Bilag 2", "Referat | Havneudvalget"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.layout.edges import Edge, same_place

SEPARATOR = re.compile(r"\s+[·•|/–—-]\s+|\t+|\s{3,}")
PAGE = re.compile(r"^(?:(?:side|page|s\.)\s*)?\d{1,4}(?:\s*(?:af|of|/)\s*\d{1,4})?$")
FEWEST_LETTERS = 8  # of the segment that stays: "notat" alone heads pages of text as well
FEWEST_WORDS = 4  # of a line without segments in which a number grows


def changing_heads(edges: Sequence[Edge], texts: Iterable[str]) -> Iterator[list[Edge]]:
    """Find groups of lines at one place in the margin that share their first or last segment, or of which one number grows.

    What changes must stand elsewhere among `texts` (all lines of the file), so that nothing is lost with it.
    """
    lines = [" ".join(text.lower().split()) for text in texts]
    inside = [edge for edge in edges if edge.in_margin and not edge.is_heading]
    for end in (0, -1):
        groups: dict[str, list[Edge]] = {}
        for edge in inside:
            shared = SEPARATOR.split(edge.text)[end].strip()
            if len(re.findall(r"[^\W\d_]", shared)) >= FEWEST_LETTERS:
                groups.setdefault(shared, []).append(edge)
        for group in groups.values():
            for same in same_place(group):
                if _is_known(same, lines):
                    yield same
    yield from _counting(inside)


def _is_known(same: Sequence[Edge], lines: Sequence[str]) -> bool:
    """Whether all that changes in the lines is printed elsewhere or is a page number; at least one line must have such a part."""
    heads = {edge.text for edge in same}
    parts = [set(SEPARATOR.split(text)) for text in heads]
    changing = set().union(*parts) - set(parts[0]).intersection(*parts)
    others = [line for line in lines if line not in heads]
    return bool(changing) and all(PAGE.match(part) or any(part in line for line in others) for part in changing)


def _counting(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Lines of the same words in small print of which a number grows with the annexes or chapters: "Bilag 2 til sag 14"."""
    groups: dict[str, list[Edge]] = {}
    for edge in edges:
        if edge.is_small and len(re.findall(r"[^\W\d_]{2,}", edge.key)) >= FEWEST_WORDS:
            groups.setdefault(edge.key, []).append(edge)
    for group in groups.values():
        for same in same_place(group):
            ordered = sorted(same, key=lambda edge: edge.page)
            columns = zip(*(edge.numbers for edge in ordered), strict=False)
            if all(list(column) == sorted(column) and column[-1] - column[0] < len(ordered) for column in columns):
                yield same
