"""The history of runs, in SQLite beside the index: what was asked of which generation, with which settings, and how it went."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from eval.records import GoldQuestion, Judgement

FILE_NAME = "runs.sqlite3"
SCHEMA = """
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, questions TEXT NOT NULL, questions_hash TEXT NOT NULL, "commit" TEXT NOT NULL,
    generation TEXT NOT NULL, settings TEXT NOT NULL, seed INTEGER NOT NULL, figures TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS verdicts (
    run_id INTEGER NOT NULL REFERENCES runs (id), question_id TEXT NOT NULL, "right" INTEGER NOT NULL, stage TEXT NOT NULL,
    PRIMARY KEY (run_id, question_id)
) STRICT;
"""


COLUMNS = 'at, questions, questions_hash, "commit", generation, settings, seed, figures'


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run. `at` is ISO 8601 in UTC, `questions` the names of the sets, `questions_hash` their content."""

    at: str
    questions: str
    questions_hash: str
    commit: str
    generation: str
    settings: dict[str, Any]
    seed: int
    figures: dict[str, Any]


class RunStore:
    """The runs of one index."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / FILE_NAME

    def add(self, run: Run, judgements: Sequence[Judgement]) -> None:
        """Keep a run with its verdicts. Raises `sqlite3.Error` or `OSError` where the folder cannot be written."""
        with self._connection() as connection:
            sql = f"INSERT INTO runs ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own column names
            run_id = connection.execute(sql, _row(run)).lastrowid
            verdicts = [(run_id, judgement.question.id, judgement.right, judgement.stage.value) for judgement in judgements]
            connection.executemany("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?)", verdicts)

    def list(self, questions_hash: str | None = None) -> list[Run]:
        """The runs (of the same questions), oldest first."""
        if not self._path.exists():
            return []
        with self._connection() as connection:
            bound, values = ("WHERE questions_hash = ?", [questions_hash]) if questions_hash else ("", [])
            rows = connection.execute(f"SELECT {COLUMNS} FROM runs {bound} ORDER BY id", values)  # noqa: S608
            return [_run(row) for row in rows]

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=10)) as connection, connection:
            connection.executescript(SCHEMA)
            yield connection


def _row(run: Run) -> tuple[Any, ...]:
    settings, figures = json.dumps(run.settings), json.dumps(run.figures)
    return (run.at, run.questions, run.questions_hash, run.commit, run.generation, settings, run.seed, figures)


def _run(row: Sequence[Any]) -> Run:
    at, questions, questions_hash, commit, generation, settings, seed, figures = row
    return Run(
        at=at,
        questions=questions,
        questions_hash=questions_hash,
        commit=commit,
        generation=generation,
        settings=json.loads(settings),
        seed=seed,
        figures=json.loads(figures),
    )


def now() -> str:
    """The time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def hash_of(questions: Sequence[GoldQuestion]) -> str:
    """What tells two question sets apart: the first 16 hexadecimal digits of the SHA-256 of their content."""
    return hashlib.sha256(repr(list(questions)).encode()).hexdigest()[:16]


@cache
def commit_of_this_program() -> str:
    """The commit the program was started from, with `+` when files were changed since; the version without a repository."""
    here = Path(__file__).parent
    command = ["git", "describe", "--always", "--dirty=+", "--abbrev=12"]
    try:
        described = subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=5, check=True)
    except (OSError, subprocess.SubprocessError):
        return _version()
    return described.stdout.strip()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("kildesvar")
    except PackageNotFoundError:
        return "unknown"
