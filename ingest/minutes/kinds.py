"""What an agenda item is for: approval, orientation, discussion, decision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.records import Block

_KINDS = (
    "Godkendelse|Orientering|Drøftelse|Beslutning|Temadrøftelse|Temamøde|Meddelelser|Udpegning|Valg|Indstilling"
    "|Høring|Eventuelt|Til orientering|Til drøftelse|Til beslutning|Til godkendelse|Approval|Information|Discussion"
    "|Decision"
)
_FIRST = re.compile(rf"^\W*(?:\([^)]*\)\s*)?(?:lukket:?\s*)?(?P<kind>(?:{_KINDS})(?:\s?/\s?\w+)?)\b", re.IGNORECASE)
_FIELD = re.compile(rf"\b(?:punkttype|sagstype|behandlingstype|type)\s*:?\s*(?P<kind>{_KINDS})\b", re.IGNORECASE)
_BEHIND = re.compile(rf"[(\[–-]\s*(?P<kind>{_KINDS}|O|B|D)\s*[)\]]?\s*$", re.IGNORECASE)
_LETTERS = {"o": "Orientering", "b": "Beslutning", "d": "Drøftelse"}


def item_kind(title: str, head: Sequence[Block]) -> str:
    """Read the printed type from a field of the head, or from the beginning or end of the title; "" if none is printed."""
    for block in head:
        field = _FIELD.search(block.text)
        if field:
            return field["kind"]
    found = _FIRST.match(title) or _BEHIND.search(title)
    if found is None:
        return ""
    return _LETTERS.get(found["kind"].lower(), found["kind"][0].upper() + found["kind"][1:])
