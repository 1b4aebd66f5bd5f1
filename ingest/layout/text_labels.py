"""Labels in a margin of their own in plain text: "Beslutning   Godkendt.", the texts all beginning in the same column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.layout.side_labels import LEAST_LABELS, LONGEST_FIELD, LONGEST_LABEL, LONGEST_TITLE, MOST_LABEL_WORDS, POINT
from ingest.minutes.labels import labelled
from ingest.minutes.section_names import BESIDE_LEVEL, folded, is_usual
from ingest.records import Block, BlockKind, Line, Page

BESIDE = re.compile(r"^(?P<label>\S(?:[^\t]*?\S)?)(?P<gap>\s{2,})(?P<text>\S.*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """A line with a label, and the column where its text begins."""

    label: str
    text: str
    column: int

    @property
    def is_section(self) -> bool:
        key = folded(self.label)
        return is_usual(key) or POINT.match(self.label) is not None

    @property
    def is_field(self) -> bool:
        return self.label.endswith(":") or (labelled(self.label) is not None and not self.is_section)


def with_side_labels(page: Page) -> Page:
    """The page of plain text with its labels as headings above their texts; others, and pages with positions, as they are."""
    lines = [item for item in page.content if isinstance(item, Line)]
    if any(line.box for line in lines):
        return page
    found = [each for line in lines if (each := _beside(line.text)) is not None]
    columns = Counter(each.column for each in found if each.is_section)
    column = max(columns, key=lambda column: (columns[column], -column), default=None)
    if column is None or columns[column] < LEAST_LABELS or not _are_labels([each for each in found if each.column == column]):
        return page
    return replace(page, content=tuple(_read(page.content, column, page.number)))


def _beside(text: str) -> _Beside | None:
    match = BESIDE.match(text.expandtabs(8))
    if match is None or len(match["label"]) > LONGEST_LABEL or len(match["label"].split()) > MOST_LABEL_WORDS:
        return None
    return _Beside(label=match["label"], text=match["text"].strip(), column=match.start("text"))


def _are_labels(found: Sequence[_Beside]) -> bool:
    own = [each for each in found if not each.is_field]
    return 2 * sum(each.is_section for each in own) >= len(own)


def _read(content: Sequence[Line | Block], column: int, page_number: int | None) -> Iterator[Line | Block]:
    for item in content:
        found = _beside(item.text) if isinstance(item, Line) else None
        if not isinstance(item, Line):
            yield item
        elif found is None or found.column != column:
            indent = len(item.text) - len(item.text.lstrip(" "))
            yield replace(item, text=item.text[column:]) if indent == column else item
        elif found.is_field:
            yield item
        elif POINT.match(found.label) and len(found.text.split()) <= LONGEST_TITLE:
            yield Block(kind=BlockKind.HEADING, text=f"{found.label} {found.text}", page_number=page_number, level=2)
        elif not found.is_section and len(found.text.split()) < LONGEST_FIELD:
            yield replace(item, text=f"{found.label}: {found.text}")
        else:
            yield Block(kind=BlockKind.HEADING, text=found.label, page_number=page_number, level=BESIDE_LEVEL)
            yield replace(item, text=found.text)
