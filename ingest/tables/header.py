"""How many leading rows of a table are its header."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.records import Cell

HEADER_WORDS = frozenset(
    [
        "adresse",
        "afgørelse",
        "aktivitet",
        "ansvar",
        "ansvarlig",
        "antal",
        "art",
        "beløb",
        "beslutning",
        "beskrivelse",
        "bemærkning",
        "bemærkninger",
        "bilag",
        "budget",
        "dato",
        "deadline",
        "dokument",
        "emne",
        "enhed",
        "formål",
        "forslag",
        "forvaltning",
        "frist",
        "funktion",
        "handling",
        "hvad",
        "hvem",
        "hvornår",
        "indsats",
        "indstilling",
        "kommune",
        "kommuner",
        "kr",
        "kr.",
        "kontakt",
        "kriterie",
        "mail",
        "mål",
        "måned",
        "navn",
        "nr",
        "nr.",
        "område",
        "opgave",
        "opgaver",
        "organisation",
        "parti",
        "periode",
        "projekt",
        "punkt",
        "region",
        "regnskab",
        "resultat",
        "rolle",
        "sag",
        "status",
        "stilling",
        "sted",
        "telefon",
        "tid",
        "tidsplan",
        "tidspunkt",
        "tiltag",
        "titel",
        "type",
        "udgift",
        "udvalg",
        "uge",
        "år",
        "action",
        "date",
        "name",
        "owner",
        "role",
        "task",
    ]
)
LEAST_LABELS = 2  # beside the empty corner of a matrix
LONGEST_HEADER = 80  # characters
LONGEST_OTHER_HEADER = 3  # words of the one header of two that is no usual word
YEAR = re.compile(r"^(?:19|20)\d{2}(?:\s*[-–/]\s*(?:\d{2}|\d{4}))?$")
NUMBER = re.compile(r"^[\s\d.,:%/+–-]+(?:kr\.?|mio\.?|pct\.?|%)?$", re.IGNORECASE)


def header_rows(cells: Sequence[Cell], row_count: int, column_count: int, bold_rows: frozenset[int] = frozenset()) -> int:
    """The number of leading header rows, 0 when nothing speaks for one (a legend, a list of labels and values).

    For a header: cells merged across columns above others; bold set against a body that is not; or label-like texts above
    columns that look different. `bold_rows` are the rows printed wholly in bold.
    """
    if row_count < 2:
        return 0
    spanned = _spanned_rows(cells, row_count, column_count)
    if spanned:
        return spanned
    bold = _leading_bold(bold_rows, row_count)
    if bold:
        return bold
    first = [cell for cell in cells if cell.row == 0]
    if not _label_like(first, column_count):
        return 0
    known = [cell.text.strip(" :").lower() in HEADER_WORDS for cell in first]
    if sum(known) * 2 >= len(first) and (column_count > 2 or all(known) or _may_head(first[known.index(False)].text)):
        return 1
    if column_count < 3 or len(first) < column_count or not _is_unlike_all_below(cells, first):
        return 0
    if any(cell.text.strip(" :").lower() in HEADER_WORDS for cell in first):
        return 1
    if not first[0].text.strip():
        return 1
    below = _texts_below(cells)
    return int(any(_differs(below.get(cell.column, ()), cell) for cell in first[1:]))


def _may_head(text: str) -> bool:
    """Whether a text beside a usual header word may head the other column: "Formål | At sikre ro om natten" is a row."""
    return len(text.split()) <= LONGEST_OTHER_HEADER and not text.rstrip().endswith(".")


def _is_unlike_all_below(cells: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Whether every cell of the first row has a text of its own that comes nowhere again."""
    texts = [cell.text.strip().lower() for cell in first]
    if not texts[0] and len(texts) > LEAST_LABELS:
        texts = texts[1:]  # the empty corner of a matrix
    below = {cell.text.strip().lower() for cell in cells if cell.row > 0}
    return all(texts) and len(set(texts)) == len(texts) and below.isdisjoint(texts)


def _spanned_rows(cells: Sequence[Cell], row_count: int, column_count: int) -> int:
    """Rows of a split header: a first row with a cell over several (not all) columns reaches down to the row that splits it."""
    first = [cell for cell in cells if cell.row == 0]
    wide = [cell for cell in first if 1 < cell.column_span < column_count and cell.text.strip()]
    if not wide:
        return 0
    deep = max(cell.row_span for cell in first)
    depth = max(deep, 2)
    return depth if depth < row_count and _label_like([cell for cell in cells if cell.row < depth], column_count) else 0


def _leading_bold(bold_rows: frozenset[int], row_count: int) -> int:
    count = 0
    while count in bold_rows:
        count += 1
    return count if count <= max(row_count // 2, 1) and count < row_count else 0


def _label_like(first: Sequence[Cell], column_count: int) -> bool:
    """Whether the cells read like labels: short, no sentence, no number, hardly one empty."""
    texts = [cell.text.strip() for cell in first]
    filled = [text for text in texts if text]
    if len(filled) * 2 < len(texts) or not filled or (column_count > 1 and len(first) < 2):
        return False
    return all(_is_label(text) for text in filled[1:])


def _is_label(text: str) -> bool:
    if len(text) > LONGEST_HEADER or text.endswith((".", ";", "!")):
        return False
    return bool(YEAR.match(text)) or not NUMBER.match(text)


def _texts_below(cells: Sequence[Cell]) -> dict[int, list[str]]:
    """The texts of each column below the first row: of all columns at once, since a sheet may have thousands."""
    texts: dict[int, list[str]] = {}
    for cell in cells:
        if cell.row > 0 and (text := cell.text.strip()):
            texts.setdefault(cell.column, []).append(text)
    return texts


def _differs(body: Sequence[str], header: Cell) -> bool:
    """Whether the column under the header looks unlike it: numbers, lists, sentences, or much longer texts."""
    if not body:
        return False
    listed = "," not in header.text
    unlike = sum(
        bool(NUMBER.match(text)) or text.endswith(".") or (listed and ", " in text) or len(text) > 3 * len(header.text) + 20
        for text in body
    )
    return unlike * 2 > len(body)
