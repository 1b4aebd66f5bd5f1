"""The marks of list items in OpenDocument text: they are printed, but not written in the file."""

from __future__ import annotations

from typing import Any

from ingest.readers.odt_styles import OdtStyles

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_MOST_LETTERS = 26


class OpenLists:
    """The lists that are open where the walk through a document is, each with its style and the number of its item."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._open: list[tuple[str, int, str]] = []  # style, number of the item, the list's own name
        self._ended: dict[str, int] = {}  # the last number of a list by its name, for lists that go on with it
        self._last_of_style: dict[tuple[str, int], int] = {}
        self._is_new = False

    def enter(self, element: Any) -> None:
        """A list begins; one inside another has its style unless it names one."""
        style = str(element.get(_TEXT + "style-name", "")) or (self._open[-1][0] if self._open else "")
        before = self._ended.get(str(element.get(_TEXT + "continue-list", "")), 0)
        if element.get(_TEXT + "continue-numbering") == "true":
            before = self._last_of_style.get((style, len(self._open)), 0)
        self._open.append((style, before, str(element.get(_XML + "id", ""))))

    def next_item(self) -> None:
        """The next item of the innermost list begins."""
        if self._open:
            style, number, name = self._open[-1]
            self._open[-1] = style, number + 1, name
            self._is_new = True

    def leave(self) -> None:
        """The innermost list ends."""
        style, number, name = self._open.pop()
        self._ended[name] = self._last_of_style[style, len(self._open)] = number

    def label(self, paragraph: Any) -> str:
        """What is printed before the paragraph: only before the first of an item."""
        if not self._open or not self._is_new or not "".join(paragraph.itertext()).strip():
            return ""
        self._is_new = False
        style, number, _ = self._open[-1]
        level = self._styles.list_level(style, len(self._open))
        if level is None:
            return ""
        if level.tag == _TEXT + "list-level-style-number":
            return _number(level, number)
        return "•" if level.tag == _TEXT + "list-level-style-bullet" else ""


def _number(level: Any, count: int) -> str:
    start = str(level.get(_TEXT + "start-value", "1"))
    count += int(start) - 1 if start.isdigit() else 0
    form = str(level.get(_STYLE + "num-format", ""))
    if not form:
        return ""
    printed = chr(ord(form) + count - 1) if form in {"a", "A"} and 0 < count <= _MOST_LETTERS else str(count)
    return f"{level.get(_STYLE + 'num-prefix', '')}{printed}{level.get(_STYLE + 'num-suffix', '')}"
