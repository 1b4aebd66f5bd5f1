"""Labels in a margin of their own: "Beslutning" on the left, its text on the right, row after row.

Read line by line, the label would be the first word of its text; read column by column, it would stand apart from it. A label
becomes a heading above its text; terms with a short explanation each become a table of two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import mean

from ingest.boxes import around
from ingest.layout.rows import Row, box_of, joined_lines
from ingest.minutes.labels import labelled
from ingest.minutes.section_names import BESIDE_LEVEL, folded, is_usual
from ingest.records import Block, BlockKind, Cell, Line, Table
from ingest.tables.text import table_text

SAME_PLACE_POINTS = 3.0
NARROWEST_GAP = 4.0  # points between a label and its text
WIDEST_MARGIN = 0.45  # of the width that labels and texts take up
LONGEST_LABEL = 32  # characters of a line of a label
MOST_LABEL_LINES = 3
MOST_LABEL_WORDS = 6
LEAST_LABELS = 2
LEAST_WORDS = 6  # of a text, on average: shorter ones are the cells of a table or the fields of a head
LONGEST_EXPLANATION = 60  # words
FEWEST_TERMS = 3
LONGEST_FIELD = 10  # words beside a label that is no section: "Ansvarlig", "Frist"
LONGEST_TITLE = 25  # words
_UNENDED = re.compile(r"(?:\b(?:og|samt|for|i|af|and|of)|[-,/&])\s*$")
POINT = re.compile(r"^(?:(?:dagsordens?)?punkt|pkt\.?|sag|item)\s*(?:nr\.?\s*)?\d{1,3}[a-z]?\W*$", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Labelled:
    """A label, the rows [start, stop) it and its text take up, and the lines of both."""

    start: int
    stop: int
    label: list[Line]
    text: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The label in one line."""
        return " ".join(line.text.strip() for line in self.label)

    @property
    def says(self) -> str:
        """The text in one line."""
        return " ".join(line.text.strip() for line in self.text)

    @property
    def length(self) -> int:
        """The number of words of the text."""
        return sum(len(line.text.split()) for line in self.text)

    @property
    def is_section(self) -> bool:
        """Whether the label is a usual heading of minutes, or the number of an agenda item."""
        key = folded(self.words)
        return is_usual(key) or POINT.match(self.words) is not None

    @property
    def is_field(self) -> bool:
        """Whether the label ends in a colon, or is one of a meeting's head: on one line with its text it is understood."""
        return self.words.endswith(":") or (labelled(self.words) is not None and not self.is_section)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBand:
    """Rows [start, stop) of a page that are set as labels beside texts, and what they say in reading order."""

    start: int
    stop: int
    content: tuple[Line | Block, ...]


def side_bands(rows: Sequence[Row], page_number: int) -> list[SideBand]:
    """The stretches of a page with labels in the margin, from the top."""
    for x in _text_edges(rows):
        bands = _bands(rows, x)
        if _are_labels([each for band in bands for each in band], x):
            return [
                SideBand(start=band[0].start, stop=band[-1].stop, content=tuple(_content(band, page_number))) for band in bands
            ]
    return []


def _text_edges(rows: Sequence[Row]) -> list[float]:
    """Where the second segment of rows begins, the commonest place first."""
    places = [round(box_of(row.segments[1]).x0) for row in rows if len(row.segments) == 2]
    near = {x: sum(abs(x - other) <= 1 for other in places) for x in places}
    return [float(x) for x in sorted(near, key=lambda x: (-near[x], x))][:3]


def _bands(rows: Sequence[Row], x: float) -> list[list[Labelled]]:
    bands: list[list[Labelled]] = []
    for number, row in enumerate(rows):
        left = [line for line in row.segments if box_of(line).x0 < x - SAME_PLACE_POINTS]
        right = [line for line in row.segments if box_of(line).x0 >= x - SAME_PLACE_POINTS]
        goes_on = bool(bands) and bands[-1][-1].stop == number
        if not _is_row(left, right, x, first_lines=goes_on):
            continue
        if left and right and _begins_at(right, x):
            if not goes_on:
                bands.append([])
            elif _is_more(bands[-1][-1], rows, number):
                _add(bands[-1][-1], left, right, number)
                continue
            bands[-1].append(Labelled(start=number, stop=number + 1, label=left, text=right))
        elif goes_on:
            _add(bands[-1][-1], left, right, number)
    return bands


def _is_row(left: Sequence[Line], right: Sequence[Line], x: float, *, first_lines: bool) -> bool:
    """Whether a row may be one of labels and texts: at most one short label, and nothing across the gap."""
    if len(left) > 1 or len(right) > 1 or not (left or right):
        return False
    if left and (box_of(left[0]).x1 > x - NARROWEST_GAP or len(left[0].text.strip()) > LONGEST_LABEL):
        return False
    return bool(right) or first_lines


def _begins_at(lines: Sequence[Line], x: float) -> bool:
    return abs(box_of(lines[0]).x0 - x) <= SAME_PLACE_POINTS


def _is_more(above: Labelled, rows: Sequence[Row], number: int) -> bool:
    """Whether a label beside the text of a label goes on with that: right below it, and beginning with a small letter, or
    behind a word that something must follow ("Ældre- og").
    """
    last = box_of(above.label[-1])
    this = rows[number].segments[0]
    close = box_of(this).top - last.bottom < last.bottom - last.top
    goes_on = this.text.strip()[:1].islower() or _UNENDED.search(above.label[-1].text) is not None
    return close and len(above.label) < MOST_LABEL_LINES and goes_on


def _add(above: Labelled, left: Sequence[Line], right: Sequence[Line], number: int) -> None:
    above.label.extend(left)
    above.text.extend(right)
    above.stop = number + 1


def _are_labels(found: Sequence[Labelled], x: float) -> bool:
    """Whether the labels of a page are such: narrow, few words, no sentences, and beside texts that say more."""
    own = [each for each in found if not each.is_field]
    if not own or (len(own) < LEAST_LABELS and not own[0].is_section):
        return False
    left = min(box_of(line).x0 for each in own for line in each.label)
    right = max(box_of(line).x1 for each in own for line in each.text)
    if x - left > WIDEST_MARGIN * (right - left):
        return False
    if any(len(each.label) > MOST_LABEL_LINES or len(each.words.split()) > MOST_LABEL_WORDS for each in own):
        return False
    if any(re.search(r"[.,;]$|^\W*[\d.,%\s]+\W*$|^[a-zæøå]", each.words) for each in own):
        return False
    named = sum(each.is_section for each in own)
    if 2 * named >= len(own):
        return True
    return mean(each.length for each in own) >= LEAST_WORDS and any(_is_text(each) for each in own)


def _is_text(each: Labelled) -> bool:
    """Whether what stands beside a label is text, not a cell: several lines, or a sentence."""
    return len(each.text) > 1 or (each.length >= LEAST_WORDS and each.text[-1].text.rstrip().endswith("."))


def _content(band: Sequence[Labelled], page_number: int) -> Iterator[Line | Block]:
    if _are_terms(band):
        yield _table(band, page_number)
        return
    for each in band:
        if each.is_field:
            yield joined_lines([each.label[0], each.text[0]]) if each.text else each.label[0]
            yield from each.label[1:]
            yield from each.text[1:]
        elif not each.is_section and 0 < each.length < LONGEST_FIELD:
            yield replace(joined_lines([*each.label, *each.text]), text=f"{each.words}: {each.says}")
        elif POINT.match(each.words) and each.length <= LONGEST_TITLE:
            yield _heading([*each.label, *each.text], page_number, level=2)
        else:
            yield _heading(each.label, page_number, level=BESIDE_LEVEL)
            yield from each.text


def _are_terms(band: Sequence[Labelled]) -> bool:
    """Whether a band is a list of terms, each with a few words on it, and no sections of a text."""
    if len(band) < FEWEST_TERMS or any(each.is_field or each.is_section for each in band):
        return False
    return all(0 < each.length <= LONGEST_EXPLANATION for each in band)


def _heading(lines: Sequence[Line], page_number: int, *, level: int) -> Block:
    text = " ".join(line.text.strip() for line in lines)
    boxes = tuple(box_of(line) for line in lines)
    return Block(kind=BlockKind.HEADING, text=text, page_number=page_number, level=level, boxes=boxes)


def _table(band: Sequence[Labelled], page_number: int) -> Block:
    cells: list[Cell] = []
    for row, each in enumerate(band):
        for column, lines in enumerate((each.label, each.text)):
            joined = joined_lines(lines)
            cells.append(Cell(text="\n".join(line.text.strip() for line in lines), row=row, column=column, box=joined.box))
    table = Table(cells=tuple(cells), header_rows=0, row_count=len(band), column_count=2)
    outline = around([cell.box for cell in cells if cell.box])
    return Block(kind=BlockKind.TABLE, text=table_text(table), page_number=page_number, boxes=(outline,), table=table)
