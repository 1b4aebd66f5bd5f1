"""Run one peer: `python run.py TEXTS.jsonl QUERIES.jsonl ENGINE MODEL`, in the peers' environment. Prints one JSON object."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from engines import ENGINES

K = 50
WARM_UP = 3


def main(texts_file: str, queries_file: str, engine: str, model: str) -> None:
    """Build, warm up, ask every question once; print the rankings, the seconds to build and the milliseconds per question."""
    texts = [json.loads(line) for line in Path(texts_file).read_text(encoding="utf-8").splitlines()]
    queries = [json.loads(line) for line in Path(queries_file).read_text(encoding="utf-8").splitlines()]
    started = time.perf_counter()
    search = ENGINES[engine](texts, model)
    built = time.perf_counter() - started
    for question in queries[:WARM_UP]:
        search(question, K)
    rankings, milliseconds = [], []
    for question in queries:
        started = time.perf_counter()
        rankings.append(search(question, K))
        milliseconds.append(1000 * (time.perf_counter() - started))
    print(json.dumps({"rankings": rankings, "milliseconds": milliseconds, "build seconds": built}))


if __name__ == "__main__":
    main(*sys.argv[1:])
