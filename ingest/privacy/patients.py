"""Pages that seem to be about one patient or citizen, for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.records import Page

_PERSON = re.compile(
    r"\b\d{1,3}[- ]årige?\s+(?:mand|kvinde|dreng|pige|borger|patient|beboer)\b"
    r"|\b(?:borgeren|patienten|barnet)\s+er\s+født\b|\bpt\.\s+er\b",
    re.IGNORECASE,
)
_HEALTH = re.compile(
    r"\b(?:diagnos\w+|indlagt|udskrevet|misbrug\w*|psykiatrisk\w*|demen[st]\w*|handicap\w*|medicin\w*|sygemeld\w*|anbragt|anbringelse\w*"
    r"|journal\w*|lidelse\w*|symptomer|operation\w*|kræft\w*)\b",
    re.IGNORECASE,
)
_NEAR_CHARACTERS = 300


def patient_warnings(pages: Sequence[Page]) -> tuple[str, ...]:
    """A warning for each page where an age and a person stand near words of illness or care."""
    return tuple(
        f"{_place(page)} seems to be about one patient or citizen; let a person check whether it may be published"
        for page in pages
        if any(_near_health(text, match) for text, match in _persons(page))
    )


def _persons(page: Page) -> Iterator[tuple[str, re.Match[str]]]:
    text = " ".join(part.text for part in page.content)
    for match in _PERSON.finditer(text):
        yield text, match


def _near_health(text: str, match: re.Match[str]) -> bool:
    return _HEALTH.search(text, max(0, match.start() - _NEAR_CHARACTERS), match.end() + _NEAR_CHARACTERS) is not None


def _place(page: Page) -> str:
    return "the text" if page.number is None else f"page {page.number}"
