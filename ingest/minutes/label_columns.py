"""Sections set as tables or columns: a row for a section ("Beslutning | Godkendt"), a box around a decision, and labels that
a lost column left at the beginning of their text ("Beslutning Godkendt.").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.minutes.item_heads import Style, item_heads
from ingest.minutes.section_heads import section_head
from ingest.minutes.section_names import BESIDE_LEVEL, NAMES, folded
from ingest.passages.table_reading import Row, read_table
from ingest.records import Block, BlockKind, Box, Cell, SectionName

_FEWEST = 2  # so often must a label stand at the beginning of a text before it is believed to be one
_LONGEST_LABEL = 6  # words
_LONGEST_FIELD = 10  # words beside a label that is no section: "Ansvarlig", "Frist"
_STYLES = (Style.POINT, Style.CASE, Style.PLAIN, Style.OPEN)
_OF_ITEMS = (SectionName.CASE, SectionName.RECOMMENDATION, SectionName.SUMMARY, SectionName.NEXT_STEPS, SectionName.ECONOMY)
_BARE_NUMBER = re.compile(r"^\d{1,3}\s?[a-z]?\s*[.:)]?$")
_NUMBERS = re.compile(r"^(?:dagsordens?)?(?:punkt|pkt\.?|sag|nr\.?|item)(?:\s?(?:nr\.?|nummer))?\s*:?$", re.IGNORECASE)
_TITLES = re.compile(
    r"^(?:emne|titel|overskrift|sag|sagens titel|punkt|dagsordens?punkt|tema|topic|title|subject)\s*:?$", re.IGNORECASE
)
_RUN_IN = re.compile(r"^(?P<label>[A-ZÆØÅ][a-zæøåé]+)\s+(?P<text>(?:[A-ZÆØÅ\d”\"«].*))$", re.DOTALL)
_OPENS_TEXT = frozenset(name for name, section in NAMES.items() if section is not SectionName.ATTACHMENTS and " " not in name)


def sections_in_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Replace tables and columns that only set sections beside their names by headings with their text; others stay."""
    opened = tuple(each for block in blocks for each in (_of_table(block) or (block,)))
    run_in = _run_in_labels(opened)
    return tuple(each for block in opened for each in _parted(block, run_in))


def _of_table(block: Block) -> tuple[Block, ...]:
    if block.table is None:
        return ()
    rows = read_table(replace(block.table, header_rows=0)).rows
    if block.table.column_count == 1:
        texts = [row.text(0) for row in rows]
        boxed = any(section_head(_text(text, block)) is not None for text in texts)
        return tuple(_text(cell.text.strip(), block) for row in rows if (cell := row.cells[0])) if boxed else ()
    if block.table.column_count != 2 or not _sets_sections(rows, block):
        return ()
    return tuple(_of_rows(rows, block))


def _sets_sections(rows: Sequence[Row], block: Block) -> bool:
    """Whether every row is a label and what it heads, a decision or at least two other sections of an item among them."""
    if not all(_is_head(row, block) or _is_label(row) or not row.text(0) for row in rows) or not rows[0].text(0):
        return False
    names = [head.name for row in rows if (head := section_head(_heading(row.text(0), block))) is not None]
    told = {name for name in names if name in _OF_ITEMS}
    return SectionName.DECISION in names or len(told) >= _FEWEST


def _is_head(row: Row, block: Block) -> bool:
    label = _heading(row.text(0), block)
    return section_head(label) is not None or any(head.style in _STYLES for head in item_heads((label,)))


def _is_label(row: Row) -> bool:
    """Whether a row begins with a few words that are no sentence, such as "Sagen kort", or with a bare number."""
    text = row.text(0)
    return (0 < len(text.split()) <= _LONGEST_LABEL and text[-1] not in ".,;") or _BARE_NUMBER.match(text) is not None


def _of_rows(rows: Sequence[Row], block: Block) -> Iterator[Block]:
    number = ""
    for row in rows:
        label, cell = row.text(0), row.cells[1]
        text = row.text(1)
        if _NUMBERS.match(label) and _BARE_NUMBER.match(text):
            number = text.rstrip(" .:")
        elif _BARE_NUMBER.match(label):
            yield _item(f"{label.rstrip(' .:')}. {text}", block)
        elif _TITLES.match(label) and text:
            yield _item(f"Punkt {number}: {text}" if number else text, block)
            number = ""
        elif any(head.style in _STYLES and not head.title for head in item_heads((_heading(label, block),))):
            yield _item(f"{label.rstrip(' :')}: {text}", block)
        elif any(head.style in _STYLES for head in item_heads((_heading(label, block),))):
            yield _item(label, block)
            yield from _lines(cell, block)
        elif section_head(_heading(label, block)) is None and len(text.split()) < _LONGEST_FIELD and text:
            yield replace(_text(f"{label.rstrip(' :')}: {text}", block), boxes=_boxes(cell, block))
        else:
            if label:
                yield _of_section(label, block)
            yield from _lines(cell, block)


def _of_section(label: str, block: Block) -> Block:
    heading = _heading(label, block)
    return heading if section_head(heading) is not None else replace(heading, level=BESIDE_LEVEL)


def _item(text: str, block: Block) -> Block:
    return replace(_heading(text, block), level=2)


def _lines(cell: Cell | None, block: Block) -> Iterator[Block]:
    """The paragraphs of a cell."""
    for line in cell.text.strip().split("\n") if cell is not None else ():
        if line.strip():
            yield replace(_text(line.strip(), block), boxes=_boxes(cell, block))


def _boxes(cell: Cell | None, block: Block) -> tuple[Box, ...]:
    return (cell.box,) if cell is not None and cell.box is not None else block.boxes


def _heading(text: str, block: Block) -> Block:
    return Block(kind=BlockKind.HEADING, text=text, page_number=block.page_number, level=3)


def _text(text: str, block: Block) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text, page_number=block.page_number, boxes=block.boxes)


def _run_in_labels(blocks: Sequence[Block]) -> frozenset[str]:
    """Find the labels that begin texts again and again; none unless "Beslutning" or the like is among them."""
    counts: Counter[str] = Counter()
    for block in blocks:
        if section_head(block) is not None and block.table is None and folded(block.text) in NAMES:
            return frozenset()  # sections have headings of their own here
        match = _run_in(block)
        if match is not None:
            counts[folded(match["label"])] += 1
    found = frozenset(label for label, count in counts.items() if count >= _FEWEST)
    return found if any(NAMES[label] is SectionName.DECISION for label in found) else frozenset()


def _run_in(block: Block) -> re.Match[str] | None:
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    match = _RUN_IN.match(block.text)
    return match if match is not None and folded(match["label"]) in _OPENS_TEXT else None


def _parted(block: Block, labels: frozenset[str]) -> Iterator[Block]:
    match = _run_in(block) if labels else None
    if match is None or folded(match["label"]) not in labels:
        yield block
        return
    yield replace(block, kind=BlockKind.HEADING, text=match["label"], level=3)
    yield replace(block, text=match["text"])
