"""Questions with known answers, as far as fitting needs them: DESIGN.md, "Question sets"."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A question, what its answer must and must not hold, and where the evidence stands: (beginning of the file name, words)."""

    id: str
    question: str
    context: tuple[str, ...]
    answerable: bool
    must_include: tuple[tuple[str, ...], ...]
    must_not_include: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]


def read_gold(path: Path) -> Iterator[Gold]:
    """The questions of a JSON Lines file in order; evidence given only as hashes is left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            record = json.loads(line)
            yield Gold(
                id=record["id"],
                question=record["question"],
                context=tuple(record.get("context", ())),
                answerable=record.get("answerable", True),
                must_include=tuple(tuple(each) for each in record.get("must_include", ())),
                must_not_include=tuple(record.get("must_not_include", ())),
                evidence=tuple(
                    (each["doc"], each["quote"]) for each in record.get("evidence", ()) if isinstance(each["quote"], str)
                ),
            )


def holds(text: str, gold: Gold) -> bool:
    """Whether a text has one of each of the alternatives it must have, and none of what it must not."""
    folded = f" {fold(text).strip()} "
    return all(any(fold(each) in folded for each in alternatives) for alternatives in gold.must_include) and not any(
        fold(each) in folded for each in gold.must_not_include
    )


def evidence_share(gold: Gold, file_name: str, text: str) -> float:
    """The greatest share of a piece of evidence's words, repeats counted, that stands in a text of the right file."""
    have = Counter(_words(text))
    return max((_share(quote, have) for start, quote in gold.evidence if fold(file_name).startswith(fold(start))), default=0.0)


def fold(text: str) -> str:
    """Lower case, one kind of dash and space."""
    text = unicodedata.normalize("NFC", text).lower().replace("\u00ad", "")
    return re.sub(r"\s+", " ", re.sub(r"[\u2010\u2011\u2013]", "-", text))


def _share(quote: str, have: Counter[str]) -> float:
    need = Counter(_words(quote))
    return sum((need & have).values()) / max(1, sum(need.values()))


def _words(text: str) -> Sequence[str]:
    return re.findall(r"\w+", re.sub(r"(\w)-\s+(\w)", r"\1\2", fold(text)))
