"""An answer as one JSON object: what `ask --json` prints and `eval --out` writes a line of."""

from __future__ import annotations

from typing import Any

from service.records import Answer, Conflict, Source


def result_of(answer: Answer, question_id: str = "") -> dict[str, Any]:
    """The result with the keys that other programs rely on; dates are ISO 8601, seconds are rounded to microseconds."""
    return {
        "id": question_id,
        "question": answer.question,
        "understood_as": answer.understood_as,
        "answer": answer.text,
        "abstained": answer.abstained,
        "kind": answer.kind,
        "language": answer.language.value,
        "confidence": round(answer.confidence, 4),
        "as_of": answer.as_of.isoformat() if answer.as_of else None,
        "seconds": round(answer.seconds, 6),
        "stage_seconds": {name: round(seconds, 6) for name, seconds in answer.stage_seconds},
        "sources": [_source(source) for source in answer.sources],
        "conflicts": [_conflict(conflict) for conflict in answer.conflicts],
        "coverage": _coverage(answer),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.document,
        "document_id": source.document_id,
        "title": source.title,
        "body": source.body,
        "date": source.date.isoformat() if source.date else None,
        "item": source.item,
        "section": source.section,
        "page": source.page,
        "quote": source.quote,
        "passage": source.passage,
        "url": source.url,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {"text": conflict.text, "source": _source(conflict.source)}


def _coverage(answer: Answer) -> dict[str, Any] | None:
    coverage = answer.coverage
    if coverage is None:
        return None
    return {
        "documents": coverage.document_count,
        "newest_date": coverage.newest_date.isoformat() if coverage.newest_date else None,
        "unreadable": list(coverage.unreadable),
    }
