"""Markdown (CommonMark's headings, lists, tables and paragraphs; not its finer points)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.errors import EmptyDocument
from ingest.limits import Limits
from ingest.readers.grid import Grid
from ingest.readers.text import read_text
from ingest.records import Block, BlockKind, Page, ReadFile

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_UNDERLINE = re.compile(r"(=+|-{3,})\s*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,9}[.)]))\s+(.*)")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"(?=[^-]*-)[\s|:-]*$")
_LINK = re.compile(r"!?\[([^\]]{0,500})\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(r"(\*\*|__|(?<![\w*])[*_](?=\S)|(?<=\S)[*_](?![\w*])|`)")
_FRONT_MATTER = re.compile(r"(title|titel|author|forfatter|date|dato):(.*)", re.IGNORECASE)
_NAMES = {"titel": "title", "forfatter": "author", "date": "created", "dato": "created"}


class MarkdownReader:
    """Reads `.md`; no pages, so the page number is None."""

    suffixes: frozenset[str] = frozenset({".md", ".markdown"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The blocks of the document."""
        lines = read_text(path, limits).replace("\r\n", "\n").split("\n")
        metadata, start = _front_matter(lines)
        blocks = tuple(_blocks(lines[start:], limits))
        if not blocks:
            raise EmptyDocument(path, "the file holds no text.")
        return ReadFile(pages=(Page(number=None, content=blocks),), metadata=metadata)


def _front_matter(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """What the lines between two "---" at the top claim, and where the text begins."""
    if lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:60]):
        return {}, 0
    end = next(number for number, line in enumerate(lines[1:], start=1) if line.strip() == "---")
    found = [(match[1].lower(), match[2].strip().strip("\"'")) for line in lines[1:end] if (match := _FRONT_MATTER.match(line))]
    return {_NAMES.get(name, name): value for name, value in found if value}, end + 1


def _blocks(lines: Sequence[str], limits: Limits) -> Iterator[Block]:
    open_text: list[str] = []
    open_kind, open_level = BlockKind.PARAGRAPH, 0
    rows: list[str] = []
    for line in [*lines, ""]:
        if rows and not _ROW.match(line):
            yield from _table(rows, limits)
            rows = []
        heading, item = _HEADING.match(line), _ITEM.match(line)
        underlined = _UNDERLINE.match(line) if open_text and open_kind is BlockKind.PARAGRAPH else None
        if not (line.strip() and not heading and not item and not underlined and not _ROW.match(line)):
            if open_text:
                kind, level = (BlockKind.HEADING, 1 if line[0] == "=" else 2) if underlined else (open_kind, open_level)
                yield Block(kind=kind, text=_plain(" ".join(open_text)), level=level)
                open_text, open_kind, open_level = [], BlockKind.PARAGRAPH, 0
            title = heading[2].rstrip().rstrip("#").rstrip() if heading else ""
            if heading and title:
                yield Block(kind=BlockKind.HEADING, text=_plain(title), level=len(heading[1]))
            elif item and not _RULE.match(line):
                open_kind, open_level = BlockKind.LIST_ITEM, 1 + len(item[1].expandtabs(4)) // 2
                open_text = [f"{item[2]} {item[3]}" if item[2] else item[3]]
            elif _ROW.match(line):
                rows.append(line)
        elif not line.startswith("```"):
            open_text.append(line.strip())


def _table(rows: Sequence[str], limits: Limits) -> Iterator[Block]:
    grid = Grid(limits.max_table_cells)
    header = 1 if len(rows) > 1 and _RULE.match(rows[1]) else 0
    for number, row in enumerate(row for row in rows if not _RULE.match(row)):
        for column, cell in enumerate(re.split(r"(?<!\\)\|", row.strip().strip("|"))):
            grid.put(number, column, _plain(cell.strip()))
    block = grid.block(header_rows=header, kind=BlockKind.TABLE)
    if block is not None:
        yield block


def _plain(text: str) -> str:
    """The words without link targets and emphasis marks."""
    return _MARKS.sub("", _LINK.sub(r"\1", text)).replace("\\|", "|").strip()
