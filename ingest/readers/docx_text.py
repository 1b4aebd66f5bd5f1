"""The text of WordprocessingML elements (ECMA-376 part 1, chapter 17)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# Deleted and moved-away text is not the document's; text boxes are read apart; a fallback repeats its choice.
_NOT_READ = frozenset({W + "del", W + "moveFrom", W + "txbxContent", W + "instrText", _FALLBACK})
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": ""}
_WRAPPERS = frozenset({W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml", W + "smartTag"})


def parts_of(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body, cell or text box, also inside content controls. Iterative: nesting may be deep."""
    stack = [iter(parent)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in _WRAPPERS:
            stack.append(iter(element))
        elif element.tag in {W + "p", W + "tbl"}:
            yield element


def paragraph_text(paragraph: Any) -> str:
    """The words of a paragraph, without deleted text, field codes, notes and text boxes."""
    found: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == W + "t":
            found.append(element.text or "")
        elif element.tag in _SIGNS:
            found.append(_SIGNS[element.tag])
        elif element.tag not in _NOT_READ:
            stack.append(iter(element))
    return " ".join("".join(found).split())


def page_breaks(element: Any) -> int:
    """How many pages Word began inside the element when it last laid the document out."""
    return sum(1 for _ in element.iter(W + "lastRenderedPageBreak"))


def note_numbers(paragraph: Any) -> list[str]:
    """The ids of the footnotes and endnotes that a paragraph refers to, in order."""
    return [reference.get(W + "id", "") for reference in paragraph.iter(W + "footnoteReference")]
