"""What can go wrong in evaluation.

EvaluationError
├── QuestionsInvalid      a question set cannot be read; every faulty line is named
├── ResultsInvalid        an earlier results file cannot be read
└── CollectionInvalid     a BEIR folder or SQuAD file is not one
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

MOST_FAULTS_SHOWN = 20


class EvaluationError(Exception):
    """Root of all errors of evaluation."""


class QuestionsInvalid(EvaluationError):
    """A question set cannot be read; every faulty line is named."""

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        shown = list(faults[:MOST_FAULTS_SHOWN])
        if len(faults) > MOST_FAULTS_SHOWN:
            shown.append(f"… and {len(faults) - MOST_FAULTS_SHOWN} more.")
        super().__init__(f"{path}: " + "\n".join(shown))
        self.faults = tuple(faults)


class ResultsInvalid(EvaluationError):
    """An earlier results file cannot be read."""


class CollectionInvalid(EvaluationError):
    """A BEIR folder or SQuAD file is not one."""
