"""Words of a text with the terms by which they are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[’'´`&/-]?[^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word with its half-open place in the text, its own term ("" for a stop word) and the terms of its parts.

    `turns` are the turns of several words ("træde i kraft") whose longest word it is.
    """

    text: str
    start: int
    end: int
    term: str
    parts: tuple[str, ...]
    turns: tuple[str, ...] = ()
