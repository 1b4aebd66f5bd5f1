"""The sentences of passages one by one, as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.passages.sentences import sentences
from ingest.records import Passage


def sentences_in(passages: Iterable[Passage]) -> Iterator[tuple[Passage, str]]:
    """Each sentence of each line, verbatim in its passage, in the order of the passages; a table's row is a line."""
    for passage in passages:
        for line in passage.text.split("\n"):
            for start, end in sentences(line):
                yield passage, line[start:end].strip()
