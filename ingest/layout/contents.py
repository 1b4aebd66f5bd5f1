"""Tables of contents: lines with dotted leaders and a page number, and lists of titles that only repeat headings to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.layout.lines import PrintedLine
from ingest.records import Block

# A run of leaders is looked at from its first dot only: from each of them, a long one takes the square of its length.
LEADERS = re.compile(r"(?<!\.)(?<!\.\s)(?:(?:\.[ \t]?){4,}[ \t]*\d{1,4}\s*$|(?:\.\s?){8,}\s*$)|(?<!_)_{5,}\s*\d{1,4}\s*$")
PAGE_AT_END = re.compile(r"\s\d{1,4}\s*$")
TITLE = re.compile(r"^(?:indhold(?:sfortegnelse)?|dagsordens?oversigt|punktoversigt|(?:table of )?contents)\s*:?$", re.IGNORECASE)
NUMBER = re.compile(r"^(?:punkt|pkt\.?|sag)?\s*\d{1,3}(?:\.\d{1,2})*\s*[.:)–-]?\s*", re.IGNORECASE)
LONGEST_ENTRY = 120  # characters of one line of an entry
LONGEST_WRAP = 4  # lines of one entry
LONG_KEY = 25  # characters that tell titles apart, though one of them is wrapped or cut
LONGEST_LIST = 80  # entries without page numbers


def contents_lines(lines: Sequence[PrintedLine | Block]) -> frozenset[int]:
    """The indices of the lines that belong to a table of contents (not its title)."""
    leaders = [n for n, line in enumerate(lines) if isinstance(line, PrintedLine) and LEADERS.search(line.text)]
    found = _between(leaders, lines) if len(leaders) > 1 else set(leaders)
    for number, line in enumerate(lines):
        if isinstance(line, PrintedLine) and TITLE.match(line.text):
            found |= _up_to_first(number, lines, found) or _announced(number, lines)
    return frozenset(found)


def _between(leaders: list[int], lines: Sequence[PrintedLine | Block]) -> set[int]:
    """Lines with leaders, the wrapped beginnings between them, and closing entries that lost their dots."""
    found = {leaders[0]}
    for before, after in pairwise(leaders):
        found.add(after)
        gap = range(before + 1, after)
        if len(gap) <= 3 * LONGEST_WRAP and all(_is_entry_part(lines[n]) for n in gap):
            found.update(gap)
    for last in leaders:
        number = last + 1
        while number < len(lines) and number not in found and _is_numbered_entry(lines[number]):
            found.add(number)
            number += 1
    return found


def _is_entry_part(line: PrintedLine | Block) -> bool:
    return isinstance(line, PrintedLine) and len(line.text) < LONGEST_ENTRY


def _is_numbered_entry(line: PrintedLine | Block) -> bool:
    return isinstance(line, PrintedLine) and bool(PAGE_AT_END.search(line.text)) and not line.gap and _is_entry_part(line)


def _up_to_first(title: int, lines: Sequence[PrintedLine | Block], found: set[int]) -> set[int]:
    """The first entry with its wrapped beginning: from under the title to the first line with leaders."""
    first = next((n for n in range(title + 1, min(title + 2 + LONGEST_WRAP, len(lines))) if n in found), None)
    return set(range(title + 1, first + 1)) if first is not None else set()


def _announced(title: int, lines: Sequence[PrintedLine | Block]) -> set[int]:
    """Lines under the title whose words stand again as a line of their own further down, after a number or not."""
    later: dict[str, int] = {}
    for number, line in enumerate(lines):
        if isinstance(line, PrintedLine) and number > title:
            later[_key(line.text)] = number
    found: set[int] = set()
    seen: set[str] = set()
    first = lines[title + 1] if title + 1 < len(lines) else None
    for number in range(title + 1, min(title + LONGEST_LIST, len(lines))):
        line = lines[number]
        if not isinstance(line, PrintedLine) or not isinstance(first, PrintedLine) or _opens_body(line, first, seen):
            break
        key = _key(line.text)
        seen.add(key)
        if len(key) > 3 and _comes_again(key, number, later, lines):
            found.update(range(max(found, default=title) + 1, number + 1))
        elif number - max(found, default=title) >= LONGEST_WRAP:
            break
    return found


def _opens_body(line: PrintedLine, first: PrintedLine, seen: set[str]) -> bool:
    """Whether the list is over: another font than its first entry's, its first number once more, or without numbers a title."""
    if (line.font_size, line.bold) != (first.font_size, first.bold):
        return True
    number = _number(first.text)
    if number:
        return bool(seen) and _number(line.text) == number
    return _key(line.text) in seen


def _number(text: str) -> str:
    found = NUMBER.match(text)
    return re.sub(r"\D", "", found.group()) if found else ""


def _comes_again(key: str, number: int, later: dict[str, int], lines: Sequence[PrintedLine | Block]) -> bool:
    if later.get(key, 0) > number + 1:
        return True
    if len(key) < LONG_KEY:
        return False
    return any(isinstance(line, PrintedLine) and _key(line.text).startswith(key[:40]) for line in lines[number + 2 :])


def _key(text: str) -> str:
    return " ".join(NUMBER.sub("", text.strip()).lower().split())
