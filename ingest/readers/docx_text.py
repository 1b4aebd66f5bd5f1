"""The text of WordprocessingML elements (ECMA-376 part 1, chapter 17)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.readers.nearest import nearest

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"

# Deleted and moved-away text is not the document's; text boxes are read apart; a fallback repeats its choice; the
# properties of a paragraph hold the places of its tabs, which are no tabs.
_NOT_READ = frozenset({W + "pPr", W + "del", W + "moveFrom", W + "txbxContent", W + "instrText", _FALLBACK})
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
    """The words of a paragraph on its lines, without deleted and hidden text, field codes, notes and text boxes."""
    lines = (" ".join(line.split()) for line in _written(paragraph).split("\n"))
    return "\n".join(line for line in lines if line)


def tab_count(paragraph: Any) -> int:
    """How many tabs stand between the words of a paragraph."""
    return _written(paragraph).count("\t")


def tabbed_text(paragraph: Any) -> str:
    """The words of a paragraph on one line, with its tabs."""
    return "\t".join(" ".join(part.split()) for part in _written(paragraph).split("\t"))


def _written(paragraph: Any) -> str:
    """What is written in a paragraph, with its tabs and line breaks. Iterative: nesting may be deep."""
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
        elif element.tag not in _NOT_READ and not _is_hidden(element):
            stack.append(iter(element))
    return "".join(found)


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in a paragraph, each once: a fallback for old programs repeats its choice."""
    repeated = {_FALLBACK} if next(paragraph.iter(_CHOICE), None) is not None else set()
    return nearest(paragraph, {W + "txbxContent"}, without=repeated)


def is_bold(paragraph: Any) -> bool:
    """Whether all words of a paragraph are set in bold by hand."""
    runs = [run for run in paragraph.iter(W + "r") if any((text.text or "").strip() for text in run.iterchildren(W + "t"))]
    return bool(runs) and all(_is_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def _is_hidden(run: Any) -> bool:
    """Whether a run is marked as hidden text, which is neither shown nor printed."""
    return run.tag == W + "r" and _is_on(run.find(f"{W}rPr/{W}vanish"))


def _is_on(switch: Any) -> bool:
    return switch is not None and switch.get(W + "val", "true") not in {"false", "0", "none", "off"}


def page_breaks(element: Any) -> int:
    """How many pages Word began inside the element when it last laid the document out."""
    return sum(1 for _ in element.iter(W + "lastRenderedPageBreak"))


def note_numbers(paragraph: Any, kind: str) -> list[str]:
    """The ids of the notes of a kind ("footnote", "endnote") that a paragraph refers to, in order."""
    return [reference.get(W + "id", "") for reference in paragraph.iter(f"{W}{kind}Reference")]
