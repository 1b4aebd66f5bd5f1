"""Citation recall: does one of the first k sources hold the evidence (cf. Gao et al. 2023, ALCE).

A source holds the evidence when its file is the evidence's and its passage has 70 % of the quote's words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from eval.matching import covered
from eval.records import Evidence

QUOTE_SHARE = 0.7
SOURCES_READ = 5


def cited(evidence: Sequence[Evidence], result: Mapping[str, Any], k: int = SOURCES_READ) -> bool:
    """Whether any piece of evidence stands in any of the first k sources of the result."""
    sources = (result.get("sources") or [])[:k]
    return any(stands_in(piece, source) for piece in evidence for source in sources)


def stands_in(evidence: Evidence, source: Mapping[str, Any]) -> bool:
    """Whether one source of a result holds one piece of evidence."""
    if evidence.item is not None and str(source.get("item")) != evidence.item:
        return False
    text = source.get("passage") or source.get("quote") or ""
    return is_document(evidence.document, source.get("document") or "") and covered(evidence.quote, text) >= QUOTE_SHARE


def is_document(beginning: str, path: str) -> bool:
    """Whether the path's file name begins as the evidence says."""
    return normal(path).rsplit("/", 1)[-1].startswith(normal(beginning))


def normal(name: str) -> str:
    """One form of composed letters: file systems differ."""
    return unicodedata.normalize("NFC", name)
