"""Masks civil registration numbers in pages before anything is stored, and tells where they stood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.privacy.cpr import find_numbers
from ingest.privacy.patients import patient_warnings
from ingest.privacy.split_numbers import split_masked
from ingest.records import Block, Box, Cell, Line, Page, Repair
from ingest.tables.text import table_text

MASK = "██████-████"
_ENOUGH_DIGITS = re.compile(r"\d\d.{0,2}\d\d.{0,2}\d\d.{0,3}\d{4}")
_BLANK_IN_NAME = re.compile(r"_|(?<=[^\W\d_])-")
_CUT_OFF = re.compile(r"\d{6}\D?\d{0,3}$")  # records are shortened, perhaps in the middle of a number


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedPages:
    """Pages without civil registration numbers, how many were masked, and for each the box of the line or cell it stands in."""

    pages: tuple[Page, ...]
    count: int = 0
    boxes: tuple[Box, ...] = ()
    warnings: tuple[str, ...] = ()


def mask_pages(pages: Sequence[Page]) -> MaskedPages:
    """The pages with every civil registration number masked; warnings for pages that hold one or seem to be about a patient."""
    boxes: list[Box] = []
    counts: list[int] = []
    masked = []
    for page in pages:
        before = len(boxes)
        content = tuple(_masked(part, boxes) for part in page.content)
        found = sum(part.text.count(MASK) for part in content) - sum(part.text.count(MASK) for part in page.content)
        whole = max(found, len(boxes) - before)
        content, split = _across_lines(content, boxes)
        counts.append(whole + split)
        masked.append(replace(page, content=content) if whole or split else page)
    warnings = [
        f"{_counted(count)} masked{_on_page(page)}; take the file out or clean it"
        for page, count in zip(pages, counts, strict=True)
        if count
    ]
    return MaskedPages(pages=tuple(masked), count=sum(counts), boxes=tuple(boxes), warnings=(*warnings, *patient_warnings(pages)))


def _across_lines(content: Sequence[Line | Block], boxes: list[Box]) -> tuple[tuple[Line | Block, ...], int]:
    """The content with numbers masked that are split over two lines, or two cells side by side; and how many there were."""
    parts = list(content)
    count = 0
    for number, part in enumerate(parts):
        if isinstance(part, Block) and part.table is not None:
            cells, found = _across_cells(part.table.cells, boxes)
            if found:
                table = replace(part.table, cells=cells)
                parts[number], count = replace(part, text=table_text(table), table=table), count + found
    texts = [number for number, part in enumerate(parts) if part.text.strip() and not (isinstance(part, Block) and part.table)]
    for upper, lower in pairwise(texts):
        halves = split_masked(parts[upper].text, parts[lower].text)
        if halves is not None:
            for number, text in zip((upper, lower), halves, strict=True):
                boxes.extend(_boxes(parts[number]))
                parts[number] = replace(parts[number], text=text)
            count += 1
    return tuple(parts), count


def _across_cells(cells: Sequence[Cell], boxes: list[Box]) -> tuple[tuple[Cell, ...], int]:
    found = list(cells)
    count = 0
    for number in range(len(found) - 1):
        halves = split_masked(found[number].text, found[number + 1].text)
        if halves is not None and found[number].row == found[number + 1].row:
            for place, text in zip((number, number + 1), halves, strict=True):
                boxes.extend(box for box in (found[place].box,) if box)
                found[place] = replace(found[place], text=text)
            count += 1
    return tuple(found), count


def _boxes(part: Line | Block) -> tuple[Box, ...]:
    if isinstance(part, Block):
        return part.boxes
    return (part.box,) if part.box else ()


def mask_text(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with its civil registration numbers masked, and the spans (start, end) they had before."""
    if not _ENOUGH_DIGITS.search(text):
        return text, []
    spans = [(number.start, number.end) for number in find_numbers(text)]
    for start, end in reversed(spans):
        text = f"{text[:start]}{MASK}{text[end:]}"
    return text, spans


def mask_path(path: str) -> str:
    """The path of a file with its civil registration numbers masked; there "_" and "-" after a word stand for a blank."""
    _, spans = mask_text(_BLANK_IN_NAME.sub(" ", path))
    for start, end in reversed(spans):
        path = f"{path[:start]}{MASK}{path[end:]}"
    return path


def mask_metadata(metadata: Mapping[str, str]) -> dict[str, str]:
    """What a file claims of itself, masked as its text is."""
    return {name: mask_text(value)[0] for name, value in metadata.items()}


def mask_repairs(repairs: Sequence[Repair]) -> tuple[Repair, ...]:
    """The records of repairs, masked as the text is that they quote."""
    return tuple(replace(repair, before=_masked_record(repair.before), after=_masked_record(repair.after)) for repair in repairs)


def _masked_record(text: str) -> str:
    return _CUT_OFF.sub("…", mask_text(text)[0])


def _masked(part: Line | Block, boxes: list[Box]) -> Line | Block:
    text, spans = mask_text(part.text)
    if isinstance(part, Line):
        if part.box is not None:
            boxes.extend([part.box] * len(spans))
        return replace(part, text=text) if spans else part
    if part.table is None:
        if spans:
            boxes.extend(part.boxes)  # where in the block is not known: paint over all of it
        return replace(part, text=text) if spans else part
    cells = tuple(_masked_cell(cell, boxes) for cell in part.table.cells)
    return part if cells == part.table.cells and not spans else replace(part, text=text, table=replace(part.table, cells=cells))


def _masked_cell(cell: Cell, boxes: list[Box]) -> Cell:
    text, spans = mask_text(cell.text)
    if spans and cell.box is not None:
        boxes.append(cell.box)
    return replace(cell, text=text) if spans else cell


def _counted(count: int) -> str:
    return "1 civil registration number" if count == 1 else f"{count} civil registration numbers"


def _on_page(page: Page) -> str:
    return "" if page.number is None else f" on page {page.number}"
