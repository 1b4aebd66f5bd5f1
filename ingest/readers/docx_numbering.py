"""The numbers that Word puts before paragraphs: they are not in the text but are printed ("2.1", "b)")."""

from __future__ import annotations

import re
from typing import Any

from ingest.readers.docx_styles import Styles
from ingest.readers.docx_text import W
from ingest.readers.roman import roman

_NUMBERING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_PLACE = re.compile(r"%([1-9])")


class Numbering:
    """Counts the numbered paragraphs of one document, list by list."""

    def __init__(self, document: Any) -> None:
        part = next((relation.target_part for relation in document.part.rels.values() if relation.reltype == _NUMBERING), None)
        root = part.element if part is not None and hasattr(part, "element") else None
        self._styles = Styles(document)
        self._abstract = {} if root is None else {item.get(W + "abstractNumId"): item for item in root.iter(W + "abstractNum")}
        self._of_list = {} if root is None else {item.get(W + "numId"): _abstract_id(item) for item in root.iter(W + "num")}
        self._counts: dict[str, list[int]] = {}

    def label(self, paragraph: Any, style_id: str) -> tuple[str, int]:
        """What is printed before the paragraph ("•" for a bullet) and its depth in the list, from 1; "" and 0 outside lists."""
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        if properties is None:
            properties = self._styles.numbering(style_id)
        number, level = _value(properties, "numId"), int(_value(properties, "ilvl") or 0)
        abstract = self._of_list.get(number)
        if abstract is None or not 0 <= level < 9:
            return "", 0
        levels = (
            {item.get(W + "ilvl"): item for item in self._abstract[abstract].iter(W + "lvl")}
            if abstract in self._abstract
            else {}
        )
        counts = self._count(abstract, level, levels)
        return _printed(levels, level, counts), level + 1

    def _count(self, abstract: str, level: int, levels: dict[str, Any]) -> list[int]:
        counts = self._counts.setdefault(abstract, [0] * 9)
        counts[level] = counts[level] + 1 if counts[level] else _start(levels.get(str(level)))
        counts[level + 1 :] = [0] * (8 - level)
        return counts


def _abstract_id(item: Any) -> str:
    reference = item.find(W + "abstractNumId")
    return str(reference.get(W + "val")) if reference is not None else ""


def _value(properties: Any, name: str) -> str | None:
    found = properties.find(W + name) if properties is not None else None
    value = found.get(W + "val") if found is not None else None
    return str(value) if value is not None and str(value).isdigit() else None


def _start(level: Any) -> int:
    return int(_value(level, "start") or 1)


def _printed(levels: dict[str, Any], level: int, counts: list[int]) -> str:
    definition = levels.get(str(level))
    text = definition.find(W + "lvlText") if definition is not None else None
    pattern = str(text.get(W + "val") or "") if text is not None else ""
    if not _PLACE.search(pattern):
        return "•" if pattern else ""
    return _PLACE.sub(lambda match: _number(levels.get(str(int(match[1]) - 1)), counts[int(match[1]) - 1]), pattern)


def _number(definition: Any, count: int) -> str:
    found = definition.find(W + "numFmt") if definition is not None else None
    style = str(found.get(W + "val")) if found is not None else "decimal"
    if style.endswith("Letter") and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if style.startswith("upper") else letter
    if style.endswith("Roman"):
        return roman(count).upper() if style.startswith("upper") else roman(count)
    return str(count)
