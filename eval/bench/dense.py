"""Ways to find nearest vectors as the corpus grows: `python -m eval.bench.dense INDEX [--sizes N...] [--ways NAME...]`.

A seeded generator makes passages from the real text of an index (stretches of 4 to 15 words from anywhere in it, 50 to 90
words a passage) and queries of 8 words, half of them from one stretch; both are embedded with the index' own embedder.
Each way is built from the same vectors and asked one query at a time on one thread. `recall` is the share of the exact ten
(and hundred) nearest that it finds; `index MB` is what the FAISS index holds, `with vectors` what is read besides.
Times are medians of five rounds.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.opened import OpenIndex, open_index

SEED = 20
QUERIES = 200
QUERY_WORDS = 8
ROUNDS = 5
TEN, HUNDRED = 10, 100
SIZES = (10_000, 50_000, 100_000)
TRAINED_ON = 100_000
BLOCK = 10_000

Float32 = NDArray[np.float32]
Search = Callable[[Float32, int], NDArray[np.int64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A FAISS index by its factory string; `refine` times the wanted count goes on to the vectors themselves (0: none)."""

    name: str
    factory: str
    refine: int = 0
    search: int = 0  # efSearch of HNSW, nprobe of IVF


def ways(count: int, dimension: int) -> list[Way]:
    """What is compared at a size."""
    lists = max(16, int(4 * count**0.5))
    return [
        Way(name="flat", factory="Flat"),
        Way(name="8 bit", factory="SQ8"),
        Way(name="PQ 4 bit, refined x10", factory=f"PQ{dimension // 2}x4fs", refine=10),
        Way(name="PQ 4 bit, refined x3", factory=f"PQ{dimension // 2}x4fs", refine=3),
        Way(name="HNSW 32, ef 64", factory="HNSW32,Flat", search=64),
        Way(name="HNSW 32, ef 200", factory="HNSW32,Flat", search=200),
        Way(name="IVF-PQ, 32 probes, refined x10", factory=f"IVF{lists},PQ{dimension // 2}x4fs", refine=10, search=32),
        Way(name="IVF-SQ8, 32 probes", factory=f"IVF{lists},SQ8", search=32),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Generate, measure, print one line per size and way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--ways", nargs="+", help="only ways whose name begins with one of these")
    asked = parser.parse_args(arguments)
    index = open_index(asked.index)
    for size in asked.sizes:
        vectors, queries = material(index, size)
        for line in measured(vectors, queries, asked.ways):
            print(json.dumps({"passages": size, **line}), flush=True)
    index.close()
    return 0


def measured(vectors: Float32, queries: Float32, only: Sequence[str] | None) -> Iterator[dict[str, Any]]:
    """One line per way; the first is the exact scan, which the others are held against."""
    import faiss

    faiss.omp_set_num_threads(1)
    exact = np.stack([_exact(vectors, query, HUNDRED) for query in queries])
    for way in ways(len(vectors), vectors.shape[1]):
        if only and not way.name.startswith(tuple(only)):
            continue
        started = time.perf_counter()
        index = faiss.index_factory(vectors.shape[1], way.factory, faiss.METRIC_INNER_PRODUCT)
        index.train(vectors[:: max(1, len(vectors) // TRAINED_ON)])
        index.add(vectors)
        built = time.perf_counter() - started
        search = _search(index, vectors, way)
        rounds = [_round(search, queries) for _ in range(ROUNDS)]
        yield {
            "way": way.name,
            "recall@10": round(_recall(search, queries, exact[:, :TEN], TEN), 3),
            "recall@100": round(_recall(search, queries, exact, HUNDRED), 3),
            "p50 ms": round(float(np.median([np.median(each) for each in rounds])) * 1000, 2),
            "p95 ms": round(float(np.median([np.percentile(each, 95) for each in rounds])) * 1000, 2),
            "index MB": round(len(faiss.serialize_index(index)) / 1e6),
            "with vectors MB": round(vectors.nbytes / 1e6) if way.refine else 0,
            "build s": round(built, 1),
        }


def _search(index: Any, vectors: Float32, way: Way) -> Search:
    if way.factory.startswith("HNSW"):
        index.hnsw.efSearch = way.search
    elif way.factory.startswith("IVF"):
        index.nprobe = way.search

    def search(query: Float32, count: int) -> NDArray[np.int64]:
        found: NDArray[np.int64] = index.search(query[None, :], max(1, way.refine) * count)[1][0]
        if not way.refine:
            return found
        found = found[found >= 0]
        return found[np.argsort(-(vectors[found] @ query), kind="stable")[:count]]

    return search


def _exact(vectors: Float32, query: Float32, count: int) -> NDArray[np.int64]:
    cosines = vectors @ query
    some = np.argpartition(-cosines, count)[:count]
    return some[np.argsort(-cosines[some], kind="stable")]


def _recall(search: Search, queries: Float32, exact: NDArray[np.int64], count: int) -> float:
    hits = [len(np.intersect1d(search(query, count), right)) for query, right in zip(queries, exact, strict=True)]
    return sum(hits) / (count * len(queries))


def _round(search: Search, queries: Float32) -> list[float]:
    times = []
    for query in queries:
        started = time.perf_counter()
        search(query, HUNDRED)
        times.append(time.perf_counter() - started)
    return times


def material(index: OpenIndex, size: int) -> tuple[Float32, Float32]:
    """Vectors of `size` made passages and of the queries, float32, unit rows."""
    documents = index.store.documents()
    words = [word for each in documents for passage in index.store.passages_of_document(each.id) for word in passage.text.split()]
    random = np.random.default_rng(SEED)
    vectors = np.empty((size, index.embedder.dimension), dtype=np.float32)
    for start in range(0, size, BLOCK):
        texts = [_passage(words, random) for _ in range(min(BLOCK, size - start))]
        vectors[start : start + len(texts)] = index.embedder.encode_passages(texts)
    half = QUERY_WORDS // 2
    queries = [
        " ".join(_stretch(words, half, random) + [words[n] for n in random.integers(0, len(words), half)]) for _ in range(QUERIES)
    ]
    return vectors, np.stack([index.embedder.encode_query(text) for text in queries])


def _passage(words: Sequence[str], random: np.random.Generator) -> str:
    made: list[str] = []
    length = int(random.integers(50, 91))
    while len(made) < length:
        made += _stretch(words, int(random.integers(4, 16)), random)
    return " ".join(made[:length])


def _stretch(words: Sequence[str], count: int, random: np.random.Generator) -> list[str]:
    start = int(random.integers(0, len(words) - count))
    return list(words[start : start + count])


if __name__ == "__main__":
    raise SystemExit(main())
