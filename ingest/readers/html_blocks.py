"""Headings, paragraphs, lists and tables of an HTML element, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from ingest.limits import Limits
from ingest.readers.html_main import is_button
from ingest.readers.html_table import table_block
from ingest.readers.html_terms import terms_of
from ingest.records import Block, BlockKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
) | frozenset(_HEADINGS)
_LONGEST_BOLD = 120  # characters of a bold line, or of a question, that is a heading
LINE_BREAK = "\v"  # for "<br>", while the text is gathered: line feeds of the markup mean nothing
_EMPTY_LINE = re.compile(r"\v\s*\v")
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")


def blocks_of_html(root: Tag, limits: Limits) -> Iterator[Block]:
    """The blocks under `root`. Iterative, so that deep nesting cannot exhaust the stack."""
    stack: list[Iterator[PageElement]] = [iter(root.children)]
    depths = [0]  # list depth of each level of the stack
    breaking = [True]  # whether text ends where the element of this level does; inside "<b>" and its like it goes on
    inline: list[str] = []
    before = root.find_previous(list(_HEADINGS))
    above = _HEADINGS[before.name] if isinstance(before, Tag) else 1  # the level of the last heading with a number
    scope = _Scope()
    while stack:
        child = next(stack[-1], None)
        if breaking[-1] if child is None else _breaks(child):
            yield from scope.told(_paragraph(inline, depths[-1], above))
        if child is None:
            stack.pop()
            depths.pop()
            breaking.pop()
            scope.left(len(stack))
        elif isinstance(child, NavigableString):
            inline.append(str(child))
        elif isinstance(child, Tag):
            whole = _whole(child, limits, above)
            above = _HEADINGS.get(child.name, above)
            if whole is not None:
                yield from scope.told(whole)
                scope.headed(child, whole, len(stack))
            elif child.name == "br":
                inline.append(LINE_BREAK)
            else:
                stack.append(iter(child.children))
                depths.append(_depth(child, depths[-1]))
                breaking.append(child.name in _CONTAINERS)


class _Scope:
    """Knows where the heading of an accordion's part ends: what follows stands under the last proper heading again."""

    def __init__(self) -> None:
        self._proper: Block | None = None
        self._level = 0  # of the stack, at which the open part of an accordion stands; 0 where none is open
        self._ended = False

    def headed(self, tag: Tag, blocks: list[Block], level: int) -> None:
        """A tag was read as a whole."""
        if tag.name in _HEADINGS and blocks:
            self._proper, self._level, self._ended = blocks[0], 0, False
        elif blocks and (tag.name == "summary" or is_button(tag)):
            self._level, self._ended = level, False

    def left(self, level: int) -> None:
        """An element was left; `level` elements are still open."""
        if level < self._level:
            self._level, self._ended = 0, True

    def told(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks, after the proper heading if they stand below an accordion and have no heading of their own."""
        for block in blocks:
            if self._ended and self._proper is not None and block.kind is not BlockKind.HEADING:
                yield self._proper
            self._ended = False
            yield block


def _breaks(child: PageElement) -> bool:
    """Whether a child begins a new paragraph."""
    return isinstance(child, Tag) and (child.name in _CONTAINERS or is_button(child))


def on_its_lines(text: str) -> str:
    """The text with white space folded, on the lines that its breaks make."""
    lines = (_SPACE.sub(" ", line).strip() for line in text.split(LINE_BREAK))
    return "\n".join(line for line in lines if line)


def text_of(tag: Tag) -> str:
    """The words of a tag with white space folded, as a browser shows them."""
    return _SPACE.sub(" ", tag.get_text(" " if tag.find(["br", "p", "div"]) else "")).strip()


def _whole(tag: Tag, limits: Limits, above: int) -> list[Block] | None:
    """The blocks of a tag that is taken as a whole (heading, table), or None for one to be walked through.

    A heading that has no number of its own stands one below `above`, the level of the last that has.
    """
    if tag.name == "dl" and (terms := list(terms_of(tag))):
        return [Block(kind=BlockKind.LIST_ITEM, text=text, level=1) for text in terms]
    if tag.name in _HEADINGS or _is_heading_by_hand(tag) or tag.name in {"summary", "dt"} or is_button(tag):
        text = text_of(tag)
        return [Block(kind=BlockKind.HEADING, text=text, level=_HEADINGS.get(tag.name) or min(above + 1, 6))] if text else []
    if tag.name == "table" and tag.find("table") is None:
        table = table_block(tag, limits)
        return None if table is None else [table]
    if tag.name in {"caption", "figcaption"}:
        text = text_of(tag)
        return [Block(kind=BlockKind.CAPTION, text=text)] if text else []
    return None


def _depth(tag: Tag, depth: int) -> int:
    if tag.name in {"ul", "ol"}:
        return depth + 1
    return depth


def _is_heading_by_hand(tag: Tag) -> bool:
    """Whether a paragraph is one short line, all of it bold, that is no sentence: what writers set for a heading."""
    if tag.name != "p" or tag.find_parent(["li", "td", "th", "dd", "blockquote"]) is not None:
        return False
    text = text_of(tag)
    if not text or len(text) > _LONGEST_BOLD or text[-1] in ".,;:" or tag.find(["br", "img"]) is not None:
        return False
    bold = "".join(part.get_text("") for part in tag.find_all(["b", "strong"]) if part.find_parent(["b", "strong"]) is None)
    return "".join(bold.split()) == "".join(text.split())


def _paragraph(inline: list[str], depth: int, above: int) -> Iterator[Block]:
    """The text gathered as paragraphs or list items; a question on a line of its own is the heading of its answer."""
    raw = "".join(inline)
    inline.clear()
    for part in _EMPTY_LINE.split(raw):
        text = on_its_lines(part)
        question, _, answer = text.partition("\n")
        if answer and not depth and question.endswith("?") and len(question) <= _LONGEST_BOLD:
            yield Block(kind=BlockKind.HEADING, text=question, level=min(above + 1, 6))
            text = answer
        if text:
            yield Block(kind=BlockKind.LIST_ITEM if depth else BlockKind.PARAGRAPH, text=text, level=depth)
