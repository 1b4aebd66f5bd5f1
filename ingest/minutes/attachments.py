"""The attachments of an agenda item."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.records import Block

_MARKER = re.compile(r"^\s*(?:[•●▪■◦‣\-–—*]|\(?\d{1,3}[.)])\s+")

# A filing system prints its own number and access before a name, and the document's number or type behind it.
_FILED = re.compile(r"^\s*\d{1,3}\s+(?:\(?(?:åben|lukket)t?\)?)\s*[-–:]?\s+(?=\S)", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(r"\s+\(?\d{4,9}[/-]\d{2,7}\)?\s*$")
_TYPE_BEHIND = re.compile(r"\s+\((?:pdf|docx?|xlsx?)\b[^)]*\)\s*$", re.IGNORECASE)


def attachments(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Read the attachments' names, one in a block or several divided by semicolons; of repeated names the fuller stays."""
    names: list[str] = []
    for block in blocks:
        for part in re.split(r";\s+|\n", block.text):
            name = _without_filing(part)
            if len(name) > 2 and name not in names:
                names = [each for each in names if not name.startswith(each)]
                names.append(name)
    return tuple(names)


def _without_filing(part: str) -> str:
    part = _TYPE_BEHIND.sub("", part)
    filed = _FILED.match(part)
    return _NUMBER_BEHIND.sub("", part[filed.end() :]).strip() if filed else _MARKER.sub("", part).strip()
