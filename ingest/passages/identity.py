"""Identity: passages get ids that stay the same as long as the document's path and the passage's text do."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.passages.draft import Draft
from ingest.records import Document, Passage

BETWEEN_PASSAGES = "\n\n"


def content_id(*parts: str) -> str:
    """Give the first 16 hexadecimal digits of the SHA-256 of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def passages_of(drafts: Iterable[Draft], document: Document, item_ids: Sequence[str]) -> tuple[Passage, ...]:
    """Give the drafts of a document their ids, numbers and places in its text; `item_ids[i]` is that of agenda item i."""
    passages: list[Passage] = []
    seen: Counter[str] = Counter()
    offset = 0
    for order, draft in enumerate(drafts):
        stretch = draft.stretch
        item_id = None if stretch.item is None else item_ids[stretch.item]
        key = content_id(document.id, item_id or "", draft.text)
        seen[key] += 1
        passages.append(
            Passage(
                id=key if seen[key] == 1 else content_id(key, str(seen[key])),
                document_id=document.id,
                order=order,
                text=draft.text,
                heading_path=(*stretch.heading_path, *draft.lead),
                item_id=item_id,
                item_number=stretch.item_number,
                section=stretch.section,
                page_first=min(draft.pages, default=None),
                page_last=max(draft.pages, default=None),
                boxes=draft.boxes,
                char_start=offset,
                char_end=offset + len(draft.text),
                access=stretch.access,
                date=document.date,
                kind=draft.kind,
                weight=stretch.weight,
            )
        )
        offset += len(draft.text) + len(BETWEEN_PASSAGES)
    return tuple(passages)
