"""Votes and reservations: who voted for, against or not at all."""

from __future__ import annotations

import re

from ingest.passages.sentences import sentences

_VOTE = re.compile(
    r"\b(?:stemte[rs]?|stemmer(?:ne)?|stemmetal|undlod|undlader|imod\b.{0,30}\bvar|tog forbehold|tager forbehold"
    r"|mindretalsudtalelse"
    r"|afstemning|voted|abstained)\b",
    re.IGNORECASE,
)


def votes(decision: str) -> tuple[str, ...]:
    """Find the sentences of a decision that tell of votes and reservations, verbatim and in order."""
    found: list[str] = []
    for line in decision.split("\n"):
        found.extend(line[start:end].strip() for start, end in sentences(line) if _VOTE.search(line[start:end]))
    return tuple(found)
