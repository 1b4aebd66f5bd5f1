"""A page of the benchmarks' rows, plotted: `python -m eval.bench.page ROWS.jsonl OUT.html`. Of each variant the newest counts."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from html import escape
from math import log10
from pathlib import Path
from typing import Any

from eval.report.document import html_document
from eval.report.tables import bar, table

Row = dict[str, Any]
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 340, 50, 30, 16, 44
LABEL_WIDTH, LABEL_HEIGHT = 160, 14
DECADES = (-1, 0, 1, 2, 3)  # 0.1 ms to 1 s
INTRODUCED = {
    "peers": "Our retriever and other tools on the same questions: where the evidence stands, and how long a question takes. "
    "“Chunks” are windows of 180 words, “passages” are ours with title and headings in front. The hybrid peers used the "
    "English all-MiniLM-L6-v2. Our ranking was tuned on questions of the shared set, not on the demo; the machine was busy.",
    "question set": "The answers to the development sets and the demo set.",
    "answering": "The same questions with each answerer switched off.",
    "retrieval": "The same questions with parts of the ranking set to nothing.",
    "command line": "Whole processes, from start to end.",
}
COLUMNS = {
    "peers": ("recall@1", "recall@5", "recall@10", "reciprocal rank", "p50 ms", "p95 ms", "texts", "failed"),
    "question set": ("questions", "right", "cited", "wrong answers", "false refusals", "p50 ms", "p95 ms"),
    "answering": ("right", "wrong answers", "false refusals", "failed", "p50 ms"),
    "retrieval": ("recall@1", "recall@5", "reciprocal rank", "nDCG@10", "p50 ms"),
    "command line": ("p50 ms", "most ms"),
}


def page(rows: Sequence[Row]) -> str:
    """The page: for each benchmark and corpus a table, for the peers a plot of quality against speed."""
    newest = {(line["benchmark"], line["corpus"], line["variant"]): line for line in rows}
    parts = []
    for benchmark, text in INTRODUCED.items():
        corpora = sorted({corpus for kind, corpus, _ in newest if kind == benchmark})
        if corpora:
            parts.append(f"<h2>{escape(benchmark.capitalize())}</h2><p>{escape(text)}</p>")
        for corpus in corpora:
            lines = [line for (kind, of, _), line in newest.items() if (kind, of) == (benchmark, corpus)]
            parts.append(f"<h3>{escape(corpus)}</h3>{_plot(lines) if benchmark == 'peers' else ''}{_table(benchmark, lines)}")
    commits = ", ".join(sorted({str(line["commit"]) for line in newest.values()}))
    return html_document(
        "Benchmarks",
        f'<h1>Benchmarks</h1><p class="soft">Commits {escape(commits)}; two cores, no graphics card.</p>{"".join(parts)}',
        more_style="svg { max-width: 46rem; }",
    )


def _table(benchmark: str, lines: Sequence[Row]) -> str:
    columns = [column for column in COLUMNS[benchmark] if any(column in line for line in lines)]
    first = next((column for column in ("recall@1", "right") if column in columns), None)
    rows = [
        [escape(line["variant"]), *(_cell(line.get(column)) for column in columns), *([bar(line.get(first))] if first else [])]
        for line in lines
    ]
    return table(["", *columns, *([""] if first else [])], rows, frozenset(range(1, len(columns) + 1)))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if isinstance(value, float) and value <= 1 else escape(str(value))


def _plot(lines: Sequence[Row]) -> str:
    """Evidence in first place against the time per question, which is drawn in powers of ten."""
    found = sorted((line for line in lines if "recall@1" in line), key=lambda line: -float(line["recall@1"]))
    labels: list[tuple[float, float]] = []
    dots = "".join(_dot(line, labels) for line in found)
    named = 'role="img" aria-label="quality against speed"'
    return f'<figure><svg viewBox="0 0 {WIDTH} {HEIGHT}" {named}>{_axes()}{dots}</svg></figure>'


def _dot(line: Row, labels: list[tuple[float, float]]) -> str:
    """A dot with its name; a name that would cover one of `labels`, which lie above, moves down."""
    x, y = _x(float(line["p50 ms"])), _y(float(line["recall@1"]))
    below = max((taken + LABEL_HEIGHT for other, taken in labels if abs(other - x) < LABEL_WIDTH), default=0.0)
    labels.append((x, max(y, below)))
    beside = f'x="{x - 9:.0f}" text-anchor="end"' if x > WIDTH * 0.6 else f'x="{x + 9:.0f}"'
    name = f'<text {beside} y="{max(y, below) + 4:.0f}">{escape(line["variant"])}</text>'
    return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="5"/>{name}'


def _axes() -> str:
    parts = [f'<path class="axis" d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}"/>']
    for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        y = _y(share)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{share:.1f}</text>')
    middle_text = 'text-anchor="middle"'
    parts += [f'<text x="{_x(10.0**power):.1f}" y="{HEIGHT - 26}" {middle_text}>{10.0**power:g} ms</text>' for power in DECADES]
    middle = (HEIGHT - BOTTOM + TOP) // 2
    parts.append(f'<text x="{(LEFT + WIDTH - RIGHT) // 2}" y="{HEIGHT - 6}" text-anchor="middle">time per question (p50)</text>')
    parts.append(
        f'<text x="12" y="{middle}" text-anchor="middle" transform="rotate(-90 12 {middle})">evidence in first place</text>'
    )
    return "".join(parts)


def _x(milliseconds: float) -> float:
    share = (log10(max(milliseconds, 10.0 ** DECADES[0])) - DECADES[0]) / (DECADES[-1] - DECADES[0])
    return LEFT + min(1.0, share) * (WIDTH - LEFT - RIGHT)


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)


def main(arguments: Sequence[str]) -> int:
    """Write the page."""
    if len(arguments) != 2:
        print("usage: python -m eval.bench.page ROWS.jsonl OUT.html", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines() if line.strip()]
    Path(arguments[1]).write_text(page(rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
