"""Results files: one JSON object a line, written whole or not at all, and read back for a comparison."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from eval.errors import ResultsInvalid
from eval.records import Outcome


def write_results(path: Path, outcomes: Iterable[Outcome]) -> None:
    """Write the results of a run in order; a file that stood there is replaced in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.writing")
    aside.write_text("".join(json.dumps(outcome.result, ensure_ascii=False) + "\n" for outcome in outcomes), encoding="utf-8")
    aside.replace(path)


def read_results(path: Path) -> dict[str, Mapping[str, Any]]:
    """The results of an earlier run by question id. Raises `ResultsInvalid`."""
    try:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {str(line["id"]): line for line in lines}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ResultsInvalid(f"{path}: not the results of an earlier run (written by kildesvar eval --out).") from error
