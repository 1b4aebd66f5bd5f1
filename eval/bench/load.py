"""How the service holds up: many users asking while rebuilds go live, beside a bare FastAPI endpoint in the same run.

    python -m eval.bench.load [--seconds 60] [--users 50] [--rebuilds 1] [--corpus DIR] [--questions FILE.jsonl]

Says requests per second, p50 and p95 in milliseconds, failures, the processor time of the server a request, and its memory
at the start, after each rebuild and at the end. The corpus is built again beside the running service, at even distances,
and goes live: once, half-way through, if not told otherwise.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx
import numpy as np

Rebuild = Callable[[], None] | None
SECONDS_TO_SWITCH = 2.0
"""The service looks every second whether there is a new generation."""

BARE = """
import sys, uvicorn
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Ask(BaseModel):
    question: str
@app.post("/api/ask")
async def ask(body: Ask):
    return {"answer": body.question}
@app.get("/readyz")
async def readyz():
    return {}
uvicorn.run(app, port=int(sys.argv[1]), access_log=False, log_level="error")
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One run. Latencies in milliseconds, memory in mebibytes."""

    name: str
    requests: int
    failed: int
    per_second: float
    p50_ms: float
    p95_ms: float
    cpu_ms: float
    memory_mib: tuple[float, ...]
    generations: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the service, then the bare endpoint; print one JSON object a line. Status 1 when any request failed."""
    asked = _parser().parse_args(arguments)
    questions = [json.loads(line)["question"] for line in asked.questions.read_text("utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        _build(asked.corpus, index)
        served = _measure("kildesvar", _service(index), questions, asked, partial(_build, asked.corpus, index))
    bare = _measure("bare FastAPI endpoint", [sys.executable, "-c", BARE], questions, asked, None)
    for figures in (served, bare):
        print(json.dumps({name: getattr(figures, name) for name in Figures.__slots__}, ensure_ascii=False))
    return 1 if served.failed else 0


def _service(index: Path) -> list[str]:
    return [sys.executable, "-m", "service.cli.main", "serve", "--index", str(index), "--port"]


def _build(corpus: Path, index: Path) -> None:
    command = [sys.executable, "-m", "service.cli.main", "build", str(corpus), "--index", str(index), "--workers", "1", "--again"]
    subprocess.run(command, check=True, capture_output=True)


def _measure(name: str, command: list[str], questions: list[str], asked: argparse.Namespace, rebuild: Rebuild) -> Figures:
    port = _free_port()
    environment = {**os.environ, "KILDESVAR_REQUESTS_PER_MINUTE": "1000000", "KILDESVAR_BURST_REQUESTS": "1000000"}
    process = subprocess.Popen([*command, str(port)], env=environment, stderr=subprocess.DEVNULL)
    try:
        return asyncio.run(_run(name, f"http://127.0.0.1:{port}", process.pid, questions, asked, rebuild))
    finally:
        process.terminate()
        process.wait(timeout=30)


async def _run(name: str, address: str, pid: int, questions: list[str], asked: argparse.Namespace, rebuild: Rebuild) -> Figures:
    limits = httpx.Limits(max_connections=asked.users, max_keepalive_connections=asked.users)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        await _ready(client)
        await asyncio.gather(*(client.post("/api/ask", json={"question": question}) for question in questions[:20]))
        memory, cpu = [_memory_mib(pid)], _cpu_seconds(pid)
        seen: list[tuple[float, int, str]] = []
        start = time.perf_counter()
        users = [
            _user(client, questions[number % len(questions) :] + questions, start + asked.seconds, seen)
            for number in range(asked.users)
        ]
        await asyncio.gather(*users, _rebuild_on(asked, rebuild, lambda: memory.append(_memory_mib(pid))))
        seconds = time.perf_counter() - start
    times = np.array([taken for taken, _, _ in seen]) * 1000
    return Figures(
        name=name,
        requests=len(seen),
        failed=sum(status != httpx.codes.OK for _, status, _ in seen),
        per_second=round(len(seen) / seconds, 1),
        p50_ms=round(float(np.percentile(times, 50)), 1),
        p95_ms=round(float(np.percentile(times, 95)), 1),
        cpu_ms=round((_cpu_seconds(pid) - cpu) * 1000 / len(seen), 1),
        memory_mib=(*memory, _memory_mib(pid)),
        generations=len({generation for _, _, generation in seen}),
    )


async def _user(client: httpx.AsyncClient, questions: list[str], until: float, seen: list[tuple[float, int, str]]) -> None:
    """Ask one question after another until the time is up; a lost connection counts as status 0."""
    turn = 0
    while (now := time.perf_counter()) < until:
        try:
            response = await client.post("/api/ask", json={"question": questions[turn % len(questions)]})
            seen.append((time.perf_counter() - now, response.status_code, response.json().get("generation", "")))
        except httpx.HTTPError:
            seen.append((time.perf_counter() - now, 0, ""))
        turn += 1


async def _rebuild_on(asked: argparse.Namespace, rebuild: Rebuild, note: Callable[[], None]) -> None:
    """Rebuild at even distances, as long as one rebuild takes less than that."""
    start = time.perf_counter()
    if rebuild is None:
        return
    for number in range(1, asked.rebuilds + 1):
        await asyncio.sleep(start + asked.seconds * number / (asked.rebuilds + 1) - time.perf_counter())
        await asyncio.to_thread(rebuild)
        await asyncio.sleep(SECONDS_TO_SWITCH)
        note()


async def _ready(client: httpx.AsyncClient) -> None:
    for _ in range(600):
        try:
            if (await client.get("/readyz")).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        await asyncio.sleep(0.1)
    raise TimeoutError("the server did not start")


def _memory_mib(pid: int) -> float:
    """Resident memory, as the kernel counts it (proc(5), statm)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1024**2, 1)


def _cpu_seconds(pid: int) -> float:
    """Processor time in user and system mode so far (proc(5), stat, fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="eval.bench.load", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--rebuilds", type=int, default=1)
    parser.add_argument("--corpus", type=Path, default=Path("eval/demo/corpus"))
    parser.add_argument("--questions", type=Path, default=Path("eval/demo/questions.jsonl"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
