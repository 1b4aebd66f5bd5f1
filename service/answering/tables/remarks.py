"""What stands near a table about one of its cells: the note behind its mark, a line that names its row and column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.facts.sentences import sentences_of
from ingest.records import Access, BlockKind, Fact, Passage
from service.answering.sources import source_of
from service.records import Source
from service.understanding.vocabulary import task_name
from service.understanding.words import same_word, stem, words_of

_MARK = re.compile(r"(?P<mark>\*+|\d\)|[a-z]\)|[¹²³⁴⁵])\s*$")
_BLANK = re.compile(r"^\W*$")
_DASH = re.compile(r"^[–—-]$")
MOST_PASSAGES = 5
"""So many passages behind the table's are read for remarks."""
LEAST_STEM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A sentence near a table, verbatim in its passage."""

    text: str
    passage: Passage

    def source(self, index: OpenIndex) -> Source:
        """The place where it stands."""
        return source_of(index, self.passage, self.text)


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: a dash, a question mark; its mark apart."""
    return _BLANK.match(without_mark(text)) is not None


def is_dash(text: str) -> bool:
    """Whether a cell, or a sign of a key, is a dash."""
    return _DASH.match(without_mark(text)) is not None


def without_mark(text: str) -> str:
    """A cell's text without the mark of its note: "F*" is F, "–  1)" a dash."""
    bare = _MARK.sub("", text.strip()).strip()
    return bare if bare or not text.strip() else text.strip()


def note_on(cell: Fact, index: OpenIndex, access: frozenset[Access]) -> Remark | None:
    """The note that a cell's mark points at: the nearest line behind the table that begins with the mark."""
    match = _MARK.search(cell.object)
    if match is None:
        return None
    begins = re.compile(rf"^\s*{re.escape(match['mark'])}\)?[\s.:]\s*(?P<note>\S.*)$", re.MULTILINE)
    for passage in _near(cell, index, access):
        found = begins.search(passage.text)
        if found:
            return Remark(text=found["note"].strip(), passage=passage)
    return None


def remark_on(cell: Fact, index: OpenIndex, access: frozenset[Access], *, of_row: bool = False) -> Remark | None:
    """The first sentence near the table that names the cell's row and a word of its column.

    With `of_row` also one that begins with the row alone.
    """
    row, column = words_of(cell.subject), words_of(task_name(cell.relation))
    told: Remark | None = None
    for passage in _near(cell, index, access):
        for sentence in (each for line in passage.text.split("\n") for each in sentences_of(line)):
            if sentence not in passage.text or not _all_named(row, words_of(sentence)):
                continue
            if any(_is_named(word, words_of(sentence)) for word in column):
                return Remark(text=sentence, passage=passage)
            if of_row and told is None and _begins_with(sentence, row):
                told = Remark(text=sentence, passage=passage)
    return told


def _near(cell: Fact, index: OpenIndex, access: frozenset[Access]) -> Sequence[Passage]:
    """The text passages behind the cell's, on to the next few, and those of the passage itself."""
    passages = index.store.passages_of_document(cell.document_id, access)
    at = next((place for place, passage in enumerate(passages) if passage.id == cell.passage_id), len(passages))
    return [passage for passage in passages[at : at + 1 + MOST_PASSAGES] if passage.kind is not BlockKind.TABLE]


def _all_named(row: Sequence[str], words: Sequence[str]) -> bool:
    return bool(row) and all(any(same_word(each, word) for word in words) for each in row)


def _is_named(word: str, words: Sequence[str]) -> bool:
    root = stem(word)
    return any(same_word(word, other) or (len(root) >= LEAST_STEM and other.startswith(root)) for other in words)


def _begins_with(sentence: str, row: Sequence[str]) -> bool:
    return _all_named(row, words_of(sentence)[: len(row)])
