"""Who wrote a document whose properties name nobody: a label of its own, or the name under its farewell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.records import Passage

_NAME = r"(?P<name>[A-ZÆØÅ][\wæøåéü-]+(?: (?:[A-ZÆØÅ]\.|[A-ZÆØÅ][\wæøåéü-]+))+)"
_MINUTES = re.compile(rf"^\W*(?i:referent|for referatet|referat (?:ved|v/)|minutes (?:by|taken by))\s*:?\s*{_NAME}", re.MULTILINE)
_WRITTEN = re.compile(
    rf"^\W*(?i:udarbejdet af|skrevet af|forfatter|afsender|written by|author|prepared by)\s*:?\s*{_NAME}", re.MULTILINE
)
_SIGNED = re.compile(
    rf"^\W*(?i:(?:med )?venlige? hilsen|bedste hilsner|best regards|yours sincerely)\W*\n+\W*{_NAME}", re.MULTILINE
)
_ASKS_MINUTES = re.compile(r"\b(?:referat\w*|minutes|protokol\w*)\b", re.IGNORECASE)


def written_by(question: str, passages: Iterable[Passage]) -> tuple[str, str, Passage] | None:
    """The name, the words that say so, and their passage; None when nobody is named.

    Minutes are written by whom they call their secretary, other documents by their author or whoever signed.
    """
    read = list(passages)
    for pattern in (_MINUTES,) if _ASKS_MINUTES.search(question) else (_WRITTEN, _SIGNED):
        for passage in read:
            found = pattern.search(passage.text)
            if found is not None:
                return found.group("name"), found.group().strip(), passage
    return None
