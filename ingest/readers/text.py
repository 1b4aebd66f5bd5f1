"""Plain text: one `Line` for each line, tables where strokes show them, pages where the file marks them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.errors import EmptyDocument, LimitExceeded
from ingest.limits import Limits
from ingest.readers.encoding import decode
from ingest.readers.page_marks import split_pages
from ingest.readers.text_emphasis import without_emphasis
from ingest.readers.text_tables import with_tables
from ingest.records import Page, ReadFile

FREE_OF_MARGIN = 0.1  # of the lines may reach into the margin: page numbers, a title


class TextReader:
    """Reads text in UTF-8, UTF-16 or Windows-1252; form feeds and lone leading spaces mark pages."""

    suffixes = frozenset({".txt"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The pages of the file; their number is None where nothing marks a page."""
        text = read_text(path, limits)
        pages = split_pages(without_margin(_lines(text)))
        numbers = range(1, len(pages) + 1) if len(pages) > 1 else [None]
        return ReadFile(
            pages=tuple(
                Page(number=number, content=tuple(without_emphasis(with_tables(lines, number, limits))))
                for number, lines in zip(numbers, pages, strict=True)
            )
        )


def read_text(path: Path, limits: Limits) -> str:
    """The decoded text of a file within the limits. Raises `EmptyDocument` and `LimitExceeded`."""
    text, _ = decode(path.read_bytes())
    if not text.strip():
        raise EmptyDocument(path, "the file holds no text.")
    if len(text) > limits.max_characters:
        raise LimitExceeded(path, f"{len(text)} characters, the limit is {limits.max_characters}. Split the file.")
    return text


def without_margin(lines: Sequence[str]) -> list[str]:
    """The lines less the blank margin on the left that nearly all of them share, as text pulled from a page often has one."""
    indents = sorted(len(line) - len(line.lstrip(" ")) for line in lines if line.strip())
    margin = indents[int(len(indents) * FREE_OF_MARGIN)] if indents else 0
    if not margin:
        return list(lines)
    return [f"{mark}{_less(line.removeprefix(mark), margin)}" for line in lines for mark in ["\f" if line[:1] == "\f" else ""]]


def _less(line: str, margin: int) -> str:
    return line[min(margin, len(line) - len(line.lstrip(" "))) :]


def _lines(text: str) -> list[str]:
    # str.splitlines would also split at form feeds, which mark pages here, and at U+0085.
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
