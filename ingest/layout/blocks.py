"""Lines → blocks: what is heading, paragraph, list item or table, in reading order, whole across line and page breaks."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.layout.building import BlockBuilder
from ingest.layout.furniture import body_size, without_furniture
from ingest.layout.label_grids import with_fields
from ingest.layout.lines import printed_lines
from ingest.layout.order import in_reading_order
from ingest.layout.tables import with_joined_tables
from ingest.layout.text_labels import with_side_labels
from ingest.records import Block, Page


def blocks_of(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks of a file in reading order; ready blocks pass through, tables cut by a page break are joined."""
    kept = [with_side_labels(in_reading_order(page)) for page in without_furniture(pages)]
    blocks = BlockBuilder(printed_lines(kept), body_size(kept)).built()
    return with_fields(with_joined_tables(blocks))
