"""A row of a benchmark: what was measured, with everything needed to measure it again; written as one JSON object a line."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eval.runs import commit_of_this_program, now


def row(benchmark: str, variant: str, corpus: str, measured: Mapping[str, Any], seed: int = 0) -> dict[str, Any]:
    """One row: the benchmark, the variant, the corpus, and what was measured, beside commit, seed, time and machine."""
    made = {"at": now(), "commit": commit_of_this_program(), "machine": platform.machine(), "python": platform.python_version()}
    return {"benchmark": benchmark, "variant": variant, "corpus": corpus, "seed": seed} | dict(measured) | made


def append_row(path: Path | None, line: Mapping[str, Any]) -> None:
    """Add a row to the file, if one is named."""
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def as_table(lines: list[dict[str, Any]], columns: tuple[str, ...]) -> str:
    """Some columns of rows, for a terminal."""
    width = max((len(str(line["variant"])) for line in lines), default=8) + 2
    head = "variant".ljust(width) + "".join(column.rjust(max(10, len(column) + 2)) for column in columns)
    body = [
        str(line["variant"]).ljust(width) + "".join(_cell(line.get(column)).rjust(max(10, len(column) + 2)) for column in columns)
        for line in lines
    ]
    return "\n".join([head, *body])


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
