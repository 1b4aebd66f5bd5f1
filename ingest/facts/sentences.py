"""The sentences of a passage, one line at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.passages.sentences import sentences

_MARKER = re.compile(r"^\s*(?:[•●▪■◦‣\-–—*]|\(?\d{1,2}[.)](?=\s[A-ZÆØÅ]))\s+")


def sentences_of(text: str) -> Iterator[str]:
    """Give the sentences in order, each verbatim, without the bullet or number of a list before it."""
    for line in text.split("\n"):
        for start, end in sentences(line):
            sentence = _MARKER.sub("", line[start:end]).strip()
            if sentence:
                yield sentence
