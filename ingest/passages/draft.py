"""A passage before it has an id and a place in its document."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.passages.stretch import Stretch
from ingest.passages.table_reading import ReadTable, Row
from ingest.records import BlockKind, Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A passage's text with its boxes and the stretch it was cut from. `lead` is context carried over from an earlier passage.

    For rows of a table, `table` is that table as read and `rows` are those of this passage.
    """

    text: str
    stretch: Stretch
    boxes: tuple[Box, ...] = ()
    pages: tuple[int, ...] = ()
    kind: BlockKind = BlockKind.PARAGRAPH
    lead: tuple[str, ...] = ()
    table: ReadTable | None = None
    rows: tuple[Row, ...] = ()
