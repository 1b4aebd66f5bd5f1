"""What the peers get: the texts, either our passages with their context or chunks of fixed size, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eval.matching import covered
from eval.metrics.cited import QUOTE_SHARE, is_document
from eval.records import Evidence

if TYPE_CHECKING:
    from index.opened import OpenIndex

CHUNK_WORDS = 180
OVERLAP_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text that can be found: `text` is searched, `verbatim` is what the document says there."""

    path: str
    text: str
    verbatim: str

    def holds(self, evidence: Evidence) -> bool:
        """Whether it is of the evidence's document and has 70 % of the quote's words."""
        return is_document(evidence.document, self.path) and covered(evidence.quote, self.verbatim) >= QUOTE_SHARE


def passages_of(index: OpenIndex) -> list[Text]:
    """Our passages with title and headings in front, as anybody would index them."""
    return [
        Text(path=document.path, text="\n".join([document.title, *passage.heading_path, passage.text]), verbatim=passage.text)
        for document in index.store.documents()
        for passage in index.store.passages_of_document(document.id)
    ]


def chunks_of(index: OpenIndex) -> list[Text]:
    """Chunks of a fixed number of words with an overlap, whatever the text is: what a first attempt indexes."""
    return [
        Text(path=document.path, text=chunk, verbatim=chunk)
        for document in index.store.documents()
        for chunk in chunks("\n".join(passage.text for passage in index.store.passages_of_document(document.id)).split())
    ]


def chunks(words: Sequence[str]) -> Iterator[str]:
    """Windows of `CHUNK_WORDS` words, each beginning `OVERLAP_WORDS` before the end of the one before."""
    step = CHUNK_WORDS - OVERLAP_WORDS
    for start in range(0, max(1, len(words) - OVERLAP_WORDS), step):
        yield " ".join(words[start : start + CHUNK_WORDS])
