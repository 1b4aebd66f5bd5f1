"""From the blocks of one file to its documents, meetings, agenda items, passages and facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.passages.headings import stretches_by_headings
from ingest.passages.identity import content_id, passages_of
from ingest.passages.pack import pack
from ingest.records import Access, AgendaItem, Block, BlockKind, Document, DocumentKind, Fact, Meeting, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """Everything that was read from the blocks of one file, in printed order."""

    documents: tuple[Document, ...]
    meetings: tuple[Meeting, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = ()


def assemble(path: str, sha256: str, blocks: Sequence[Block], metadata: Mapping[str, str], warnings: Sequence[str]) -> Assembled:
    """Turn the blocks of the file at `path` (relative to the corpus folder) into records.

    `metadata` is what the file claims of itself and is used only where the text says nothing. Never raises for odd
    content: a file without structure becomes one document with plain passages.
    """
    document = _document(path, sha256, blocks, metadata, warnings)
    drafts = [draft for stretch in stretches_by_headings(blocks) for draft in pack(stretch)]
    return Assembled(documents=(document,), passages=passages_of(drafts, document, ()))


def _document(path: str, sha256: str, blocks: Sequence[Block], metadata: Mapping[str, str], warnings: Sequence[str]) -> Document:
    pages = [block.page_number for block in blocks if block.page_number is not None]
    headings = [block.text for block in blocks if block.kind is BlockKind.HEADING]
    name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ")
    return Document(
        id=content_id(path, "0"),
        path=path,
        part=0,
        sha256=sha256,
        title=headings[0] if headings else metadata.get("title") or name,
        kind=DocumentKind.OTHER,
        date=None,
        body=None,
        author=metadata.get("author") or None,
        region=None,
        access=Access.OPEN,
        language="da",
        page_first=min(pages, default=None),
        page_last=max(pages, default=None),
        warnings=tuple(warnings),
    )
