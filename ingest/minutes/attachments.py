"""The attachments of an agenda item."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.records import Block

_MARKER = re.compile(r"^\s*(?:[•●▪■◦‣\-–—*]|\(?\d{1,3}[.)])\s+")


def attachments(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Read the attachments' names, one in a block or several divided by semicolons; of repeated names the fuller stays."""
    names: list[str] = []
    for block in blocks:
        for part in re.split(r";\s+|\n", block.text):
            name = _MARKER.sub("", part).strip()
            if len(name) > 2 and name not in names:
                names = [each for each in names if not name.startswith(each)]
                names.append(name)
    return tuple(names)
