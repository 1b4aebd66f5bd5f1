"""From a passage and the words an answer rests on to a citable source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.opened import OpenIndex
from index.records import ScoredPassage
from ingest.records import Access, Passage
from service.records import Source

MOST_SOURCES = 5


class QuoteNotInPassage(ValueError):
    """A quote that does not stand verbatim in its passage: a fault of the answerer, never shown to the asker."""

    def __init__(self, passage_id: str) -> None:
        super().__init__(f"the quote does not stand verbatim in passage {passage_id}")


def source_of(index: OpenIndex, passage: Passage, quote: str) -> Source:
    """The source that shows `quote` on its page.

    `quote` must be a substring of `passage.text`, character by character, and not blank; otherwise raises `QuoteNotInPassage`.
    The page is the passage's first; the address opens it there.
    """
    if not quote.strip() or quote not in passage.text:
        raise QuoteNotInPassage(passage.id)
    document = index.store.document(passage.document_id, may_see(passage))
    return Source(
        document=document.path.rsplit("/", 1)[-1],
        document_id=document.id,
        title=document.title,
        body=document.body,
        date=passage.date or document.date,
        item=passage.item_number,
        section=_section_of(passage),
        page=passage.page_first,
        quote=quote,
        passage=passage.text,
        passage_id=passage.id,
        boxes=passage.boxes,
        url=address_of(document.id, passage.page_first),
        access=passage.access,
    )


def may_see(passage: Passage) -> frozenset[Access]:
    """The access under which a passage's own document is read: the passage was already retrieved within the asker's."""
    return frozenset({Access.OPEN, passage.access})


def address_of(document_id: str, page: int | None) -> str:
    """The address of a page of a document in the service; without a page, of the document."""
    return f"/documents/{document_id}" + (f"#page={page}" if page else "")


def with_nearest(index: OpenIndex, sources: Sequence[Source], passages: Sequence[ScoredPassage]) -> tuple[Source, ...]:
    """An answer's own sources first, then the best other passages whole, up to five in all, each passage once."""
    chosen = distinct(sources)[:MOST_SOURCES]
    seen = {source.passage_id for source in chosen}
    others = (scored.passage for scored in passages if scored.passage.id not in seen and scored.passage.text.strip())
    for passage in others:
        if len(chosen) >= MOST_SOURCES:
            break
        chosen.append(source_of(index, passage, passage.text))
    return tuple(chosen)


def distinct(sources: Iterable[Source]) -> list[Source]:
    """The first source of each passage, in order."""
    kept: dict[str, Source] = {}
    for source in sources:
        kept.setdefault(source.passage_id, source)
    return list(kept.values())


def _section_of(passage: Passage) -> str | None:
    """The standard name of the section, else the nearest heading, else None."""
    if passage.section is not None:
        return passage.section.value
    return passage.heading_path[-1] if passage.heading_path else None
