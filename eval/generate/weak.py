"""Weak documents: those whose questions go wrong, that no question could be made from, or that could not be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from eval.records import GoldQuestion, Judgement
from eval.summary import percent
from ingest.records import FileStatus

if TYPE_CHECKING:
    from index.opened import OpenIndex

WEAK_SHARE = 0.5
FINE = frozenset({FileStatus.READ, FileStatus.UNCHANGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakDocument:
    """A document to look at, and why."""

    path: str
    reason: str


def weak_documents(index: OpenIndex, judgements: Sequence[Judgement], made: Sequence[GoldQuestion]) -> list[WeakDocument]:
    """The weak documents by path. `made` are all questions that could be made, `judgements` those that were put."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for judgement in judgements:
        for piece in judgement.question.evidence:
            hits[piece.document].append(judgement.right)
    asked = {piece.document for question in made for piece in question.evidence}
    weak = []
    for report in index.store.file_reports():
        reason = _reason(report.status, report.reason, hits.get(name := PurePosixPath(report.path).name, []), name in asked)
        if reason:
            weak.append(WeakDocument(path=report.path, reason=reason))
    return weak


def _reason(status: FileStatus, why: str, right: Sequence[bool], is_asked: bool) -> str:
    if status not in FINE:
        return f"{status}: {why}" if why else str(status)
    if right and sum(right) / len(right) < WEAK_SHARE:
        return f"only {percent(sum(right) / len(right))} of its {len(right)} questions right"
    return "" if is_asked else "no fact, decision or meeting was read from it"
