"""A stretch of a sentence that can answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range of characters in a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


def spans_of(matches: Iterable[re.Match[str]]) -> tuple[Span, ...]:
    """The spans of matches, in printed order."""
    return tuple(Span(start=match.start(), end=match.end()) for match in matches)
