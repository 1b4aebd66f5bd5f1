"""Votes and reservations: who voted for, against or not at all."""

from __future__ import annotations

import re

from ingest.passages.sentences import sentences

_VOTE = re.compile(
    r"\b(?:stemte[rs]?|stemmer(?:ne)?|stemmetal|undlod|undlader|imod\b.{0,30}\bvar|tog forbehold|tager forbehold|taget forbehold"
    r"|mindretalsudtalelse|mindretallet|særstandpunkt|protokoltilførsel|protokollat|(?:tilført|tilførte|tilføjet|til) protokollen"
    r"|(?:kunne|kan) ikke (?:tiltræde|støtte|stemme)|(?:et|udvalgets|rådets) flertal|enstemmig[te]*|enighed om at forkaste"
    r"|(?:var|er|gik|går) imod\b|were against|afstod fra|stemte blankt"
    r"|hverken for eller imod|med \d+ (?:stemmer )?(?:mod|imod) \d+"
    r"|\d+ (?:stemmer )?for(?:,| og) \d+ (?:stemmer )?imod"
    r"|afstemning|voted|abstained|unanimous(?:ly)?|majority)\b",
    re.IGNORECASE,
)


def votes(decision: str) -> tuple[str, ...]:
    """Find the sentences of a decision that tell of votes and reservations, verbatim and in order."""
    found: list[str] = []
    for line in decision.split("\n"):
        found.extend(line[start:end].strip() for start, end in sentences(line) if _VOTE.search(line[start:end]))
    return tuple(found)
