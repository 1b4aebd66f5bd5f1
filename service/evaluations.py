"""How each generation did on the question set, kept beside the index: one JSON object a line, only ever added to."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.records import GateResult

FILE_NAME = "evaluations.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """One evaluation. `accuracy` is the share of right answers, 0 to 1; `at` is ISO 8601 in UTC."""

    generation: str
    at: str
    accuracy: float | None
    passed: bool
    sentence: str


def note(directory: Path, generation: str, result: GateResult) -> Evaluation:
    """Add what a gate said of a generation."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    evaluation = Evaluation(
        generation=generation, at=now, accuracy=result.accuracy, passed=result.passed, sentence=result.sentence
    )
    with (directory / FILE_NAME).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(evaluation), ensure_ascii=False) + "\n")
    return evaluation


def evaluations(directory: Path) -> tuple[Evaluation, ...]:
    """Give all evaluations, oldest first. A line that was cut off by a crash is left out."""
    try:
        lines = (directory / FILE_NAME).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return ()
    return tuple(found for line in lines if (found := _evaluation(line)) is not None)


def _evaluation(line: str) -> Evaluation | None:
    try:
        return Evaluation(**json.loads(line))
    except (ValueError, TypeError):
        return None
