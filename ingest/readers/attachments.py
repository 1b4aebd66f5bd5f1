"""Files inside an e-mail: read like files of their own, their text put behind the message as blocks without pages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from pathlib import Path, PurePosixPath

from ingest.errors import LimitExceeded, UnreadableDocument
from ingest.layout.blocks import blocks_of
from ingest.limits import Limits
from ingest.readers.detect import BY_SUFFIX, Format
from ingest.readers.registry import reader_for
from ingest.records import Block, BlockKind
from ingest.repair.repair import repair_pages

_MOST = 50  # attachments of one message


class Attachments:
    """The attachments of one message; `warnings` tell which could not be read, once their blocks were taken."""

    def __init__(self, message: EmailMessage, limits: Limits) -> None:
        self._parts = [part for part in message.iter_attachments() if part.get_filename()]
        self._limits = limits
        self.warnings: list[str] = []

    def blocks(self) -> Iterator[Block]:
        """For each attachment its name as a list item or, where its text was read, as a heading over it."""
        for number, part in enumerate(self._parts):
            name = " ".join(str(part.get_filename()).split())
            inside = self._read(part, name) if number < _MOST else ()
            if inside:
                yield Block(kind=BlockKind.HEADING, text=f"Vedhæftet: {name}", level=1)
                yield from inside
            else:
                yield Block(kind=BlockKind.LIST_ITEM, text=f"Vedhæftet: {name}", level=1)

    def _read(self, part: MIMEPart, name: str) -> tuple[Block, ...]:
        suffix = PurePosixPath(name).suffix.lower()
        data = part.get_payload(decode=True)
        if BY_SUFFIX.get(suffix) in {None, Format.EMAIL} or not isinstance(data, bytes):
            return ()
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, f"vedhæftet{suffix}")
                path.write_bytes(data)
                return self._blocks(path)
        except UnreadableDocument as error:
            self.warnings.append(f"the attachment {name}: {error.reason}")
            return ()

    def _blocks(self, path: Path) -> tuple[Block, ...]:
        read = reader_for(path).read(path, self._limits)
        if len(read.pages) > self._limits.max_pages:
            raise LimitExceeded(path, f"{len(read.pages)} pages, the limit is {self._limits.max_pages}. Save it as a file.")
        self.warnings.extend(f"the attachment: {warning}" for warning in read.warnings)
        return tuple(_without_places(block) for block in blocks_of(repair_pages(read.pages)[0]))


def _without_places(block: Block) -> Block:
    """The block without its page and boxes: they are those of the attachment, which the viewer of the message cannot show."""
    table = block.table
    if table is not None:
        table = replace(table, cells=tuple(replace(cell, box=None) for cell in table.cells))
    return replace(block, page_number=None, boxes=(), table=table)
