"""How list items begin: bullets, dashes, numbers and letters."""

from __future__ import annotations

import re

BULLET = re.compile(r"^(?:[•●○▪■□◦‣⁃∙·►➢✓]|[\uf0a7\uf0b7\uf0fc\uf0d8\uf02d\uf06f]|o(?=\s)|[-–—](?=\s|[A-ZÆØÅ])|\*(?=\s))\s*")
ORDINAL = re.compile(r"^(?:\(?\d{1,2}[.)]|[a-zæøå]\)|\(?[ivx]{1,4}\))\s+(?=\S)|^(?![dk]\.)[a-z]\.\s+(?=[A-ZÆØÅ])")
BARE_NUMBER = re.compile(r"\d+(?:\.\d+)*")  # of an item of a list, or the first cell of a table's row
ALONE = re.compile(r"^(?:[•●○▪■□◦‣⁃∙·►➢✓\uf0a7\uf0b7\uf0fc\uf0d8]|o|[-–—]|\(?\d{1,3}(?:\.\d{1,2}){0,3}[.):]?|[a-zæøå]\))$")


def is_list_marker(text: str) -> bool:
    """Whether the line opens a list item: a bullet, a dash, `1.`, `a)` and the like with text after it."""
    return bool(bullet_of(text) or ORDINAL.match(text))


def bullet_of(text: str) -> str:
    """The bullet at the beginning of a line with text after it, else ""."""
    found = BULLET.match(text)
    return found.group().strip() if found and found.end() < len(text) else ""


def stands_alone(text: str) -> bool:
    """Whether the text is nothing but a list marker or item number, whose text stands beside it."""
    return bool(ALONE.match(text.strip()))
