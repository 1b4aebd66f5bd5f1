"""What the chosen of several solutions costs or takes: the decision says which, the background says what it is like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.passages.sentences import sentences
from service.answering.extracts.spans.registry import find
from service.answering.extracts.wanted import Wanted
from service.answering.minutes.decision_units import Unit
from service.understanding.words import words_of

ASKS = re.compile(r"\b(?:valgte|valgt|vedtagne|vedtaget|besluttede|chosen|selected|adopted)\b", re.IGNORECASE)
"""Words that ask for the one that was chosen."""
_CHOSE = re.compile(
    r"(?:\b(?:valgte|vælger|vælges|foretrak|pegede på|besluttede sig for|valget faldt på|chose|selected)|^Det blev|^Vi tager)\s+"
    r"(?:(?:løsningen|modellen|tilbuddet|forslaget|udgaven)\s(?:med|fra|om)\s|(?:the|en|et|den|det)\s)?"
    r"(?P<what>[^.,;:\n]{2,60}?)(?=\s(?:på grund|fordi|da|som|og|til|for|and|because|for|device|solution|model)\b|[.,;:\n]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_CLAUSE = re.compile(r",\s+(?:mens\s)?|;\s+|\s(?:eller|or|with the|mod|mens|og(?=\s\w+\s(?:koster|tilbyder)))\s")


def chosen_in(units: Sequence[Unit]) -> tuple[Unit, str] | None:
    """The unit of a decision that chooses, and what it chooses; None where none does."""
    for unit in units:
        match = _CHOSE.search(unit.text)
        if match is not None:
            return unit, match["what"].strip()
    return None


def told_of(what: str, units: Sequence[Unit], wanted: Sequence[Wanted]) -> tuple[Unit, str] | None:
    """The clause of the background that says of the chosen what is wanted, with its unit; None where none alone does."""
    words = [word for word in words_of(what) if len(word) > 1]
    found = [
        (unit, clause)
        for unit in units
        for clause in _clauses(unit.text)
        if words and all(_holds(clause, word) for word in words) and any(find(kind, clause) for kind in wanted)
    ]
    return found[0] if found else None


def _holds(clause: str, word: str) -> bool:
    """Whether a clause says a word, but for its ending: "elbilen" of "en elbil"."""
    return any(
        said == word or (min(len(said), len(word)) > 3 and (said.startswith(word) or word.startswith(said)))
        for said in words_of(clause)
    )


def _clauses(text: str) -> Iterator[str]:
    for start, end in sentences(text):
        yield from (clause.strip() for clause in _CLAUSE.split(text[start:end]) if clause.strip())
