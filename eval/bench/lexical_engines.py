"""One lexical engine, measured in a process of its own: `python lexical_engines.py ENGINE FOLDER`; prints one JSON object.

FOLDER holds `tokens.npy` (int32, all passages' terms one after the other), `lengths.npy`, `terms.txt` and
`queries.npy` (int32, `(n, 8)`). Every engine gets the same terms, so tokenising is nobody's cost. Needs numpy and the
engine alone, so that the peers can live in an environment of their own.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

K = 10
ROUNDS = 5
SLOW_QUERIES = 5
Search = Callable[[Any], Any]


def main() -> int:
    """Build, save, load and query one engine."""
    engine, folder = sys.argv[1], Path(sys.argv[2])
    before = _peak_mb()
    started = time.perf_counter()
    search, loaded = ENGINES[engine](folder)
    queries = np.load(folder / "queries.npy")
    if engine == "rank-bm25":
        queries = queries[:SLOW_QUERIES]
    rounds = [_round(search, queries) for _ in range(1 if engine == "rank-bm25" else ROUNDS)]
    times = [sorted(each) for each in rounds]
    print(
        json.dumps(
            {
                "engine": engine,
                "build s": round(loaded["built"] - started, 2),
                "load s": round(loaded["load"], 3),
                "peak MB": round(_peak_mb() - before),
                "p50 ms": round(float(np.median([each[len(each) // 2] for each in times])) * 1000, 3),
                "p95 ms": round(float(np.median([each[int(len(each) * 0.95)] for each in times])) * 1000, 3),
            }
        )
    )
    return 0


def _round(search: Search, queries: Any) -> list[float]:
    times = []
    for query in queries:
        started = time.perf_counter()
        search(query)
        times.append(time.perf_counter() - started)
    return times


def kildesvar(folder: Path) -> tuple[Search, dict[str, float]]:
    """Ours: exact scores of BM25Okapi from memory-mapped arrays."""
    from index.lexical.arrays import open_arrays, save_arrays
    from index.lexical.okapi import Okapi
    from index.lexical.postings import Postings, postings_of
    from index.lexical.pruned import TopFinder
    from index.lexical.weighted import Weighted, text_alone

    tokens, lengths = np.load(folder / "tokens.npy", mmap_mode="r"), np.load(folder / "lengths.npy")
    okapi = Okapi(postings_of(tokens, lengths, _term_count(folder)))
    out = folder / "kildesvar"
    out.mkdir(exist_ok=True)
    save_arrays(okapi.postings, out, "text")
    save_arrays(text_alone(okapi), out, "weights")
    np.save(out / "idf.npy", okapi.idf)
    built = time.perf_counter()
    okapi = Okapi(open_arrays(Postings, out, "text"), idf=np.load(out / "idf.npy"))
    finder = TopFinder(open_arrays(Weighted, out, "weights"), np.arange(len(lengths), dtype=np.int32))

    def search(query: Any) -> Any:
        terms = query.tolist()
        return finder.top([(term, 1.0) for term in terms], K, exact=lambda rows: okapi.scores_of(terms, rows))

    search(np.load(folder / "queries.npy")[0])
    return search, {"built": built, "load": time.perf_counter() - built}


def bm25s(folder: Path) -> tuple[Search, dict[str, float]]:
    """https://github.com/xhluca/bm25s, its own index format, memory-mapped, numpy backend."""
    import bm25s as library
    from bm25s.tokenization import Tokenized

    terms = _terms(folder)
    retriever = library.BM25(method="atire", k1=1.5, b=0.75)
    retriever.index(Tokenized(ids=_lists(folder), vocab={term: n for n, term in enumerate(terms)}), show_progress=False)
    retriever.save(folder / "bm25s")
    built = time.perf_counter()
    loaded = library.BM25.load(folder / "bm25s", mmap=True)

    def search(query: Any) -> Any:
        return loaded.retrieve([[terms[term] for term in query]], k=K, show_progress=False, n_threads=0)

    search(np.load(folder / "queries.npy")[0])
    return search, {"built": built, "load": time.perf_counter() - built}


def tantivy(folder: Path) -> tuple[Search, dict[str, float]]:
    """https://github.com/quickwit-oss/tantivy-py: terms joined by spaces, one writer thread."""
    import tantivy as library

    terms = _terms(folder)
    schema = library.SchemaBuilder().add_text_field("text", stored=False, tokenizer_name="whitespace").build()
    (folder / "tantivy").mkdir(exist_ok=True)
    index = library.Index(schema, path=str(folder / "tantivy"))
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for ids in _lists(folder):
        writer.add_document(library.Document(text=" ".join(terms[term] for term in ids)))
    writer.commit()
    writer.wait_merging_threads()
    built = time.perf_counter()
    opened = library.Index.open(str(folder / "tantivy"))
    searcher = opened.searcher()

    def search(query: Any) -> Any:
        parts = [(library.Occur.Should, library.Query.term_query(schema, "text", terms[term])) for term in query]
        return searcher.search(library.Query.boolean_query(parts), K)

    search(np.load(folder / "queries.npy")[0])
    return search, {"built": built, "load": time.perf_counter() - built}


def rank_bm25(folder: Path) -> tuple[Search, dict[str, float]]:
    """https://github.com/dorianbrown/rank_bm25: nothing to save or load."""
    from rank_bm25 import BM25Okapi

    terms = _terms(folder)
    scorer = BM25Okapi([[terms[term] for term in ids] for ids in _lists(folder)])
    built = time.perf_counter()

    def search(query: Any) -> Any:
        scores = scorer.get_scores([terms[term] for term in query])
        return np.argpartition(-scores, K)[:K]

    return search, {"built": built, "load": 0.0}


ENGINES: dict[str, Callable[[Path], tuple[Search, dict[str, float]]]] = {
    "kildesvar": kildesvar,
    "bm25s": bm25s,
    "tantivy": tantivy,
    "rank-bm25": rank_bm25,
}


def _terms(folder: Path) -> list[str]:
    return (folder / "terms.txt").read_text(encoding="utf-8").split("\n")


def _term_count(folder: Path) -> int:
    return len(_terms(folder))


def _lists(folder: Path) -> Sequence[list[int]]:
    tokens, ends = np.load(folder / "tokens.npy"), np.cumsum(np.load(folder / "lengths.npy"))
    return [part.tolist() for part in np.split(tokens, ends[:-1])]


def _peak_mb() -> float:
    """The most memory this process ever held. `getrusage` would count what its parent held before the start."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    raise SystemExit(main())
