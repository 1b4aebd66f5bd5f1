"""What the styles of an OpenDocument text say of a paragraph or list, by the names they have in the file and come from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ingest.records import BlockKind

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_TITLE = re.compile(r"^(?:title|titel)$", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:caption|illustration|table|billedtekst)$", re.IGNORECASE)
_MOST_PARENTS = 9
BY_HAND = 3  # the level of a heading that only its weight shows: below those of styles
_LONGEST_BOLD = 120  # characters of a bold line that is a heading


class OdtStyles:
    """The paragraph and list styles of one document; `roots` are its content and its styles."""

    def __init__(self, roots: Sequence[Any]) -> None:
        self._styles = {style.get(_STYLE + "name", ""): style for root in roots for style in root.iter(_STYLE + "style")}
        self._lists = {style.get(_STYLE + "name", ""): style for root in roots for style in root.iter(_TEXT + "list-style")}

    def kind(self, paragraph: Any, text: str) -> tuple[BlockKind, int]:
        """What a paragraph is, and its level: a title, a heading set in bold by hand, a caption or text."""
        line = self._line(paragraph.get(_TEXT + "style-name", ""))
        names = [style.get(_STYLE + "name", "").replace("_20_", " ") for style in line]
        if any(map(_TITLE.match, names)):
            return BlockKind.HEADING, 1
        if any(map(_CAPTION.match, names)):
            return BlockKind.CAPTION, 0
        is_bold = _value(line, _FO + "font-weight") == "bold" or self._has_bold_words_only(paragraph)
        is_heading = is_bold and len(text) <= _LONGEST_BOLD and text[-1:] not in ".,;"
        return (BlockKind.HEADING, BY_HAND) if is_heading else (BlockKind.PARAGRAPH, 0)

    def is_hidden(self, span: Any) -> bool:
        """Whether a stretch of words is marked as hidden, which is neither shown nor printed."""
        return _value(self._line(span.get(_TEXT + "style-name", "")), _TEXT + "display") == "none"

    def _has_bold_words_only(self, paragraph: Any) -> bool:
        spans = list(paragraph.iterchildren(_TEXT + "span"))
        loose = (paragraph.text or "") + "".join(span.tail or "" for span in spans)
        if loose.strip() or not spans:
            return False
        return all(_value(self._line(span.get(_TEXT + "style-name", "")), _FO + "font-weight") == "bold" for span in spans)

    def list_level(self, name: str, depth: int) -> Any:
        """How the list style `name` numbers the level `depth` (1 is the outermost), or None."""
        style = self._lists.get(name)
        levels = style.iterchildren() if style is not None else ()
        return next((level for level in levels if level.get(_TEXT + "level") == str(depth)), None)

    def _line(self, name: str) -> list[Any]:
        """A style and those it comes from; a hostile circle ends after a few steps."""
        found: list[Any] = []
        while (style := self._styles.get(name)) is not None and len(found) < _MOST_PARENTS:
            found.append(style)
            name = style.get(_STYLE + "parent-style-name", "")
        return found


def _value(line: Sequence[Any], name: str) -> str:
    """What the first style that says anything of `name` says of it."""
    properties = (style.find(_STYLE + "text-properties") for style in line)
    return next((str(found.get(name)) for found in properties if found is not None and found.get(name)), "")
