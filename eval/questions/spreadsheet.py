"""Question sets as an editor keeps them: one question a row in a CSV or Excel file, columns named in Danish or English.

In a cell, `;` separates what must all be said, `|` separates alternatives, and earlier questions are separated by `|`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "nr", "no"),
    "question": ("question", "spørgsmål"),
    "answer": ("answer", "svar"),
    "answerable": ("answerable", "kan besvares"),
    "must_include": ("must include", "skal indeholde"),
    "must_not_include": ("must not include", "må ikke indeholde"),
    "doc": ("document", "dokument"),
    "quote": ("quote", "citat"),
    "item": ("item", "punkt"),
    "context": ("earlier questions", "tidligere spørgsmål"),
    "lang": ("language", "sprog"),
    "type": ("type", "kind"),
}
YES, NO = frozenset({"", "ja", "yes", "true", "1", "sand", "x"}), frozenset({"nej", "no", "false", "0", "falsk"})


def read_csv(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a CSV file (comma, semicolon or tab) with their 1-based line numbers. Raises `ValueError` with a sentence."""
    text = _decoded(path.read_bytes())
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = max(",;\t", key=first.count)
    return _rows(csv.reader(io.StringIO(text), delimiter=delimiter))


def _decoded(content: bytes) -> str:
    """Excel writes UTF-8 with a mark, or the Windows code page."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_excel(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of an Excel file's first sheet with their 1-based row numbers. Raises `ValueError` with a sentence."""
    from openpyxl import load_workbook

    with path.open("rb") as file:  # opened here: the library leaves a file open that it fails to read
        try:
            sheet = load_workbook(file, read_only=True, data_only=True).worksheets[0]
            rows = [["" if cell is None else _cell(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        except Exception as error:  # a file that is not what its name says fails in many ways
            raise ValueError("this is not an Excel file that can be read.") from error
    return _rows(rows)


def _cell(value: Any) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _rows(rows: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = enumerate(rows, start=1)
    columns = _columns(next(reader, (1, []))[1])
    for number, cells in reader:
        named = {name: cells[place].strip() for name, place in columns.items() if place < len(cells)}
        if any(named.values()):
            yield number, _line(named)


def _columns(header: Sequence[str]) -> dict[str, int]:
    names = [" ".join(cell.lower().replace("_", " ").split()) for cell in header]
    found = {key: names.index(alias) for key, aliases in COLUMNS.items() for alias in aliases if alias in names}
    missing = [" or ".join(COLUMNS[key]) for key in ("id", "question") if key not in found]
    if missing:
        raise ValueError(f"the first row must name the columns; missing: {', '.join(missing)}.")
    return found


def _line(row: dict[str, str]) -> dict[str, Any]:
    """A row as a line of a JSON lines file. An `answerable` that is neither yes nor no is left for the check to refuse."""
    answerable = row.get("answerable", "").lower()
    line: dict[str, Any] = {
        "id": row["id"],
        "question": row["question"],
        "answer": row.get("answer", ""),
        "answerable": True if answerable in YES else False if answerable in NO else row["answerable"],
        "must_include": [_split(group, "|") for group in _split(row.get("must_include", ""), ";")],
        "must_not_include": _split(row.get("must_not_include", ""), ";"),
        "context": _split(row.get("context", ""), "|"),
        "lang": row.get("lang") or None,
        "type": row.get("type") or None,
        "evidence": [],
    }
    if row.get("doc"):
        line["evidence"] = [
            {"doc": row["doc"], "quote": row.get("quote", "")} | ({"item": row["item"]} if row.get("item") else {})
        ]
    return line


def _split(cell: str, separator: str) -> list[str]:
    return [part.strip() for part in cell.split(separator) if part.strip()]
