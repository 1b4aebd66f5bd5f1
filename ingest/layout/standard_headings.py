"""The standard headings of minutes, agendas and notes in Danish administration."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

LIST = "standard_headings.txt"


def is_standard(text: str) -> bool:
    """Whether the text is one of the standard names, with or without a colon."""
    return text.rstrip(" :").lower() in _names() and text[:1].isupper()


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    lines = files("ingest.layout").joinpath(LIST).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
