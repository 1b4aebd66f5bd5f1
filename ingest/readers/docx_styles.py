"""What the styles of a Word document say of a paragraph."""

from __future__ import annotations

import re
from typing import Any

from ingest.readers.docx_text import W
from ingest.records import BlockKind

# Built-in styles keep their English name inside the file in every language of Word; templates may not.
_HEADING = re.compile(r"(?:heading|overskrift)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|titel)$", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:caption|billedtekst)$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|indholdsfortegnelse)\s*\d", re.IGNORECASE)
_DEEPEST = 9


class Styles:
    """Looks up paragraph styles by id, with what they inherit."""

    def __init__(self, document: Any) -> None:
        self._elements = {style.get(W + "styleId", ""): style for style in document.styles.element.iter(W + "style")}
        self._levels: dict[str, int] = {}

    def style_id(self, paragraph: Any) -> str:
        """The id of the paragraph's style, or ""."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return str(style.get(W + "val", "")) if style is not None else ""

    def heading_level(self, paragraph: Any) -> int:
        """The level of a heading (1 is the top), 0 for other paragraphs."""
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if own is not None:
            return _level(own)
        style_id = self.style_id(paragraph)
        if style_id not in self._levels:
            self._levels[style_id] = self._style_level(style_id)
        return self._levels[style_id]

    def plain_kind(self, paragraph: Any) -> BlockKind:
        """Paragraph, caption or line of a table of contents, by the name of the style."""
        name = self._name(self.style_id(paragraph))
        if _CONTENTS.match(name):
            return BlockKind.CONTENTS
        return BlockKind.CAPTION if _CAPTION.match(name) else BlockKind.PARAGRAPH

    def numbering(self, style_id: str) -> Any:
        """The numbering (`w:numPr`) that a style brings along, or None."""
        for style in self._line(style_id):
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None:
                return found
        return None

    def _style_level(self, style_id: str) -> int:
        for style in self._line(style_id):
            name = self._name(style.get(W + "styleId", ""))
            if match := _HEADING.match(name):
                return int(match[1])
            if _TITLE.match(name):
                return 1
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None:
                return _level(outline)
        return 0

    def _name(self, style_id: str) -> str:
        style = self._elements.get(style_id)
        name = style.find(W + "name") if style is not None else None
        return str(name.get(W + "val", "")) if name is not None else ""

    def _line(self, style_id: str) -> list[Any]:
        """A style and those it is based on; a hostile circle ends after a few steps."""
        found: list[Any] = []
        while (style := self._elements.get(style_id)) is not None and len(found) < _DEEPEST:
            found.append(style)
            based_on = style.find(W + "basedOn")
            style_id = based_on.get(W + "val", "") if based_on is not None else ""
        return found


def _level(outline: Any) -> int:
    value = str(outline.get(W + "val", "9"))
    return int(value) + 1 if value.isdigit() and int(value) < _DEEPEST else 0
