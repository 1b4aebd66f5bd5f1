"""OpenDocument text (.odt): headings, lists, tables and notes (OpenDocument 1.3, part 3)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from ingest.errors import EmptyDocument, EncryptedDocument
from ingest.limits import Limits
from ingest.readers.grid import Grid, span
from ingest.readers.nearest import nearest
from ingest.readers.odt_lists import OpenLists
from ingest.readers.odt_styles import OdtStyles
from ingest.readers.package import opened_package
from ingest.readers.paging import pages_of_blocks
from ingest.records import Block, BlockKind, ReadFile

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_BOXES = frozenset({_DRAW + "text-box", _DRAW + "custom-shape"})
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_NOT_READ = frozenset(
    {_TEXT + "tracked-changes", _TEXT + "note", _OFFICE + "annotation", _TEXT + "table-of-content", _OFFICE + "forms"}
)
_SIGNS = {_TEXT + "tab": "\t", _TEXT + "line-break": "\n", _TEXT + "s": " "}


class OdtReader:
    """Reads `.odt`. Pages are numbered only where the program left marks of the pages it last laid out."""

    suffixes: frozenset[str] = frozenset({".odt"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The blocks of the document. Raises the kinds of `UnreadableDocument`."""
        with opened_package(path, limits, "LibreOffice") as file, zipfile.ZipFile(file) as package:
            if b"manifest:encryption-data" in package.read("META-INF/manifest.xml"):
                raise EncryptedDocument(path)
            content = etree.fromstring(package.read("content.xml"), _PARSER)
            body = content.find(f"{_OFFICE}body/{_OFFICE}text")
            roots = [content]
            if "styles.xml" in package.namelist():
                roots.append(etree.fromstring(package.read("styles.xml"), _PARSER))
            metadata = _metadata(package)
        walk = _Walk(limits, OdtStyles(roots))
        blocks = list(walk.blocks(body)) if body is not None else []
        if not blocks:
            raise EmptyDocument(path, "the document holds no text.")
        if walk.page == 1:
            blocks = [replace(block, page_number=None) for block in blocks]
        return ReadFile(pages=pages_of_blocks(blocks), metadata=metadata)


class _Walk:
    """Goes through a document's body, counting pages and the items of numbered lists."""

    def __init__(self, limits: Limits, styles: OdtStyles) -> None:
        self._limits = limits
        self._styles = styles
        self.page = 1

    def blocks(self, root: Any) -> Iterator[Block]:
        """The blocks under `root`; iterative, so that nesting cannot exhaust the stack."""
        stack: list[tuple[Iterator[Any], int, bool]] = [(iter(root), 0, False)]  # children, depth in lists, whether of a list
        lists = OpenLists(self._styles)
        while stack:
            children, depth, of_list = stack[-1]
            element = next(children, None)
            if element is None:
                stack.pop()
                if of_list:
                    lists.leave()
            elif element.tag in {_TEXT + "h", _TEXT + "p"}:
                yield from self._paragraph(element, depth, lists.label(element))
                # Boxes are read apart: their words are no part of the paragraph they are anchored in.
                stack.append((nearest(element, _BOXES, without=_NOT_READ), depth, False))
            elif element.tag in _BOXES:
                stack.append((iter(element), 0, False))
            elif element.tag == _TEXT + "soft-page-break":
                self.page += 1
            elif element.tag == _TABLE + "table" and (table := self._table(element)) is not None:
                yield table
            elif element.tag not in _NOT_READ:
                is_list = element.tag == _TEXT + "list"
                if is_list:
                    lists.enter(element)
                elif element.tag == _TEXT + "list-item":
                    lists.next_item()
                stack.append((iter(element), depth + is_list, is_list))

    def _paragraph(self, element: Any, depth: int, label: str) -> Iterator[Block]:
        self.page += sum(1 for _ in element.iter(_TEXT + "soft-page-break"))
        text = _text(element, self._styles)
        if text and element.tag == _TEXT + "h":
            level = str(element.get(_TEXT + "outline-level", "1"))
            yield Block(kind=BlockKind.HEADING, text=text, page_number=self.page, level=int(level) if level.isdigit() else 1)
        elif text and not depth:
            kind, depth = self._styles.kind(element, text)
            yield Block(kind=kind, text=text, page_number=self.page, level=depth)
        elif text:
            yield Block(kind=BlockKind.LIST_ITEM, text=f"{label} {text}".strip(), page_number=self.page, level=depth)
        for note in element.iter(_TEXT + "note"):
            words = " ".join(_text(part) for part in note.iter(_TEXT + "p"))
            number = _text(note.find(_TEXT + "note-citation")) if note.find(_TEXT + "note-citation") is not None else ""
            yield Block(kind=BlockKind.CAPTION, text=f"Note {number}: {words}", page_number=self.page)

    def _table(self, element: Any) -> Block | None:
        grid = Grid(self._limits.max_table_cells)
        headers = 0
        for number, row in enumerate(element.iter(_TABLE + "table-row")):
            headers += row.getparent().tag == _TABLE + "table-header-rows"
            column = 0
            for cell in row.iterchildren(_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                repeated = span(cell.get(_TABLE + "number-columns-repeated"))
                if cell.tag == _TABLE + "table-cell":
                    text = "\n".join(filter(None, (_text(part) for part in cell.iter(_TEXT + "p", _TEXT + "h"))))
                    down, across = (span(cell.get(f"{_TABLE}number-{way}-spanned")) for way in ("rows", "columns"))
                    grid.put(number, column, text, down, across)
                column += repeated
        return grid.block(header_rows=headers, kind=BlockKind.TABLE, page_number=self.page)


def _text(element: Any, styles: OdtStyles | None = None) -> str:
    """The words of a paragraph without notes, comments, boxes, deleted and (by the styles) hidden text."""
    found: list[str] = []
    unread = 0
    for event, part in etree.iterwalk(element, events=("start", "end", "comment")):
        is_hidden = styles is not None and part.tag == _TEXT + "span" and styles.is_hidden(part)
        unread += (part.tag in _NOT_READ or part.tag in _BOXES or is_hidden) * (1 if event == "start" else -1)
        if event == "start" and not unread:
            found.append(_SIGNS.get(part.tag, "") + (part.text or ""))
        elif event != "start" and not unread and part is not element:
            found.append(part.tail or "")
    return " ".join("".join(found).split())


def _metadata(package: zipfile.ZipFile) -> dict[str, str]:
    if "meta.xml" not in package.namelist():
        return {}
    root = etree.fromstring(package.read("meta.xml"), _PARSER)
    names = {_DC + "title": "title", _DC + "creator": "author", _META + "creation-date": "created", _DC + "date": "modified"}
    return {names[item.tag]: item.text.strip() for item in root.iter(*names) if item.text and item.text.strip()}
