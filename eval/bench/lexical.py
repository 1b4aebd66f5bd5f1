"""Lexical search beside other engines as the corpus grows: `python -m eval.bench.lexical INDEX [--sizes N...] [--peers PYTHON]`.

A seeded generator makes passages from the real text of an index: stretches of 4 to 15 words from anywhere in it, 50 to
90 words a passage, with one word in fifty replaced by a new compound, so that the vocabulary grows with the corpus.
Queries are 8 words, half of them from one stretch. Each engine runs in its own process, one after the other, on one
thread; times are medians of five rounds over the same queries.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from index.fields import TEXT
from index.opened import open_index

SEED = 20
QUERIES = 200
QUERY_WORDS = 8
NEW_WORD_SHARE = 0.02
PEERS = ("bm25s", "tantivy", "rank-bm25")
SIZES = (10_000, 100_000, 1_000_000)
SCRIPT = Path(__file__).with_name("lexical_engines.py")

Int32 = NDArray[np.int32]


def main(arguments: Sequence[str] | None = None) -> int:
    """Generate, measure, print one line per engine and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--peers", type=Path, help="python of an environment with bm25s, tantivy and rank-bm25")
    parser.add_argument("--engines", nargs="+", default=["kildesvar", *PEERS])
    parser.add_argument("--work", type=Path)
    asked = parser.parse_args(arguments)
    index = open_index(asked.index)
    source, terms = np.asarray(index.lexical.forward[TEXT].terms), index.lexical.terms
    index.close()
    for size in asked.sizes:
        with TemporaryDirectory(prefix="kildesvar-lexical-", dir=asked.work) as work:
            folder = Path(work)
            write_material(folder, source, terms, size)
            ours: dict[str, float] = {}
            for engine in asked.engines:
                line = measured(engine, folder, asked.peers)
                ours = line if engine == "kildesvar" else ours
                ratio = {"times ours p50": round(line["p50 ms"] / ours["p50 ms"], 2)} if "p50 ms" in line and ours else {}
                print(json.dumps({"passages": size, **line, **ratio}), flush=True)
    return 0


def measured(engine: str, folder: Path, peers: Path | None) -> dict[str, float]:
    """Run one engine; a peer without an environment is skipped with a word."""
    python = sys.executable if engine == "kildesvar" else peers
    if python is None:
        return {"engine": engine, "skipped": "no --peers environment"}  # type: ignore[dict-item]
    environment = {
        **os.environ,
        "PYTHONPATH": str(SCRIPT.parents[2]),
        **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")},
    }
    command = [str(python), str(SCRIPT), engine, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        return {"engine": engine, "failed": done.stderr.strip().rsplit("\n", 1)[-1][:200]}  # type: ignore[dict-item]
    line: dict[str, float] = json.loads(done.stdout.strip().rsplit("\n", 1)[-1])
    return line


def write_material(folder: Path, source: Int32, terms: Sequence[str], size: int) -> None:
    """Write the passages, the vocabulary and the queries."""
    random = np.random.default_rng(SEED)
    lengths = random.integers(50, 91, size).astype(np.int32)
    tokens = _stretches(source, int(lengths.sum()), random)
    new = np.flatnonzero(random.random(len(tokens)) < NEW_WORD_SHARE)
    compounds = max(1, int(4 * size**0.75))  # Heaps: new words come ever more slowly
    tokens[new] = len(terms) + (random.pareto(0.8, len(new)) * compounds / 50).astype(np.int64) % compounds
    names = [*terms, *(f"{terms[n % len(terms)]}{terms[(n * 7919) % len(terms)]}{n}" for n in range(compounds))]
    np.save(folder / "tokens.npy", tokens)
    np.save(folder / "lengths.npy", lengths)
    (folder / "terms.txt").write_text("\n".join(names), encoding="utf-8")
    np.save(folder / "queries.npy", _queries(tokens, random))


def _stretches(source: Int32, count: int, random: np.random.Generator) -> Int32:
    sizes = random.integers(4, 16, count // 4)
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), count)) + 1]
    starts = random.integers(0, len(source) - 16, len(sizes))
    ends = np.cumsum(sizes)
    places = np.repeat(starts - (ends - sizes), sizes) + np.arange(int(ends[-1]))
    return np.asarray(source[places[:count]], dtype=np.int32)


def _queries(tokens: Int32, random: np.random.Generator) -> Int32:
    """Half of each query's words stand together, half come from anywhere; none twice."""
    queries: list[list[int]] = []
    while len(queries) < QUERIES:
        start = int(random.integers(0, len(tokens) - QUERY_WORDS))
        words = [*tokens[start : start + QUERY_WORDS // 2], *tokens[random.integers(0, len(tokens), QUERY_WORDS // 2)]]
        if len(set(words)) == QUERY_WORDS:
            queries.append([int(word) for word in words])
    return np.array(queries, dtype=np.int32)


if __name__ == "__main__":
    raise SystemExit(main())
