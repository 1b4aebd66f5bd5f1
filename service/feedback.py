"""What users say of answers, in SQLite beside the index: a rebuild or a roll-back never touches it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ingest.privacy.mask import mask_text
from ingest.records import Access
from service.errors import NotStored

FILE_NAME = "feedback.sqlite3"
MOST_BYTES = 256 * 1024 * 1024
"""A verdict holds the passages shown, up to some 200 kB: without a bound one client could fill the disk."""
MOST_LISTED = 2_000

SCHEMA = """CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    access TEXT NOT NULL,
    given TEXT NOT NULL,
    review TEXT
) STRICT"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One verdict, at a time in ISO 8601 (UTC). `review` is what an editor made of what was given; None: not reviewed."""

    id: int
    at: str
    access: Access
    given: dict[str, Any]
    review: dict[str, Any] | None


class FeedbackStore:
    """The verdicts. Thread-safe and safe between processes: each call has a connection of its own, SQLite does the rest."""

    def __init__(self, directory: Path, *, busy_seconds: float = 10.0, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._path = directory / FILE_NAME
        self._busy_seconds = busy_seconds  # how long to wait for another writer

    def add(self, given: dict[str, Any], access: Access) -> int:
        """Keep a verdict; give its id. `access` is the closest of the sources shown, so that no list leaks a closed one.

        Raises `NotStored` when the file is full.
        """
        if self._path.exists() and self._path.stat().st_size > self._most_bytes:
            raise NotStored(f"Feedback cannot be kept: {FILE_NAME} is full. Whoever runs the service can move the file away.")
        with self._connection() as connection:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            sql = "INSERT INTO feedback (at, access, given) VALUES (?, ?, ?)"
            return int(connection.execute(sql, (now, str(access), _stored(given))).lastrowid or 0)

    def review(self, feedback_id: int, review: dict[str, Any], access: frozenset[Access]) -> bool:
        """Note an editor's review; give whether there is such a verdict that the editor may see."""
        with self._connection() as connection:
            sql = f"UPDATE feedback SET review = ? WHERE id = ? AND {_seen(access)}"  # noqa: S608 - our own words only
            return connection.execute(sql, (_stored(review), feedback_id)).rowcount == 1

    def list(self, access: frozenset[Access]) -> list[Feedback]:
        """Give the newest verdicts the caller may see, at most 2 000, newest first."""
        if not self._path.exists():
            return []
        with self._connection() as connection:
            sql = f"SELECT id, at, access, given, review FROM feedback WHERE {_seen(access)} ORDER BY id DESC LIMIT ?"  # noqa: S608
            rows = connection.execute(sql, (MOST_LISTED,))
            return [_feedback(*row) for row in rows]

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=self._busy_seconds)) as connection, connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(SCHEMA)
                yield connection
        except (sqlite3.OperationalError, OSError) as error:
            raise NotStored(f"Feedback cannot be kept now ({error}).") from error


def _stored(given: dict[str, Any]) -> str:
    """Give what is kept: JSON, with civil registration numbers masked, as people write of the citizens they ask about."""
    return mask_text(json.dumps(given, ensure_ascii=False))[0]


def _feedback(feedback_id: int, at: str, access: str, given: str, review: str | None) -> Feedback:
    return Feedback(
        id=feedback_id, at=at, access=Access(access), given=json.loads(given), review=json.loads(review) if review else None
    )


def _seen(access: frozenset[Access]) -> str:
    return f"access IN ({', '.join(repr(str(value)) for value in sorted(access))})"
