"""Retrieval on a public collection: built into an index as for a user, measured as BEIR does (nDCG@10, recall@100)."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.collections import Collection
from eval.errors import CollectionInvalid
from eval.metrics.latency import percentile
from eval.metrics.ndcg import ndcg
from eval.metrics.recall import recall
from eval.metrics.reciprocal_rank import reciprocal_rank

if TYPE_CHECKING:
    from index.opened import OpenIndex

DEPTH = 100
PASSAGES = 3 * DEPTH
"""Passages searched: a document counts where its first passage stands, and several passages may be of one document."""
DIGITS = 8


def measure_retrieval(
    collection: Collection, directory: Path, progress: Callable[[int, int], None] | None = None
) -> dict[str, Any]:
    """Build the collection below `directory` and give the mean figures over its queries, with the time per query."""
    from index.opened import open_index

    _build(collection, directory)
    index = open_index(directory / "index")
    try:
        runs, seconds = {}, []
        for number, (query_id, text) in enumerate(collection.queries.items(), start=1):
            started = time.perf_counter()
            runs[query_id] = _ranking(index, text, list(collection.documents))
            seconds.append(time.perf_counter() - started)
            if progress is not None:
                progress(number, len(collection.queries))
    finally:
        index.close()
    return _figures(collection, runs, seconds)


def _build(collection: Collection, directory: Path) -> None:
    from index.build import build

    if not collection.queries:
        raise CollectionInvalid(f"{collection.name}: no query has a relevant document.")
    folder = directory / "documents"
    folder.mkdir(parents=True)
    for number, text in enumerate(collection.documents.values()):
        (folder / f"{number:0{DIGITS}d}.txt").write_text(text, encoding="utf-8")
    build([folder], directory / "index")


def _ranking(index: OpenIndex, text: str, names: list[str]) -> list[str]:
    """Document ids, best first: a document stands where its best passage stands (Dai & Callan 2019, MaxP).

    Near-duplicates, which the search groups under their best passage, follow it.
    """
    from index.records import Query

    found: dict[str, None] = {}
    for scored in index.retriever.search(Query(text=text, k=PASSAGES)):
        for passage in [scored.passage, *index.store.passages(scored.duplicate_ids)]:
            path = index.store.document(passage.document_id).path
            found.setdefault(names[int(Path(path).stem)])
    return list(found)[:DEPTH]


def _figures(collection: Collection, runs: dict[str, list[str]], seconds: list[float]) -> dict[str, Any]:
    judged = [(run, collection.qrels[query_id]) for query_id, run in runs.items()]

    def mean(values: list[float]) -> float:
        return round(sum(values) / len(values), 4)

    return {
        "collection": collection.name,
        "documents": len(collection.documents),
        "queries": len(judged),
        "nDCG@10": mean([ndcg(run, qrels, 10) for run, qrels in judged]),
        "recall@10": mean([recall(run, qrels, 10) for run, qrels in judged]),
        "recall@100": mean([recall(run, qrels, 100) for run, qrels in judged]),
        "reciprocal rank@10": mean([reciprocal_rank(run, qrels, 10) for run, qrels in judged]),
        "p50 ms": round(1000 * percentile(seconds, 50), 2),
        "p95 ms": round(1000 * percentile(seconds, 95), 2),
    }
