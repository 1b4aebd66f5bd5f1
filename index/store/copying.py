"""Copies the records of unchanged files from the generation before, in bulk and without looking into them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from index.store.segments import Move, runs_of

_MOVES = """
CREATE TEMP TABLE moved_files (path TEXT PRIMARY KEY, row_shift INTEGER, position_shift INTEGER) WITHOUT ROWID;
CREATE TEMP TABLE moved_documents (id TEXT PRIMARY KEY, position_shift INTEGER) WITHOUT ROWID;
CREATE TEMP TABLE moved_rows (first INTEGER PRIMARY KEY, end INTEGER, shift INTEGER);
"""
# each in the order of its primary key, so that the new table is filled from its beginning to its end
_COPIES = (
    """
    INSERT INTO files SELECT path, sha256, record, first_row + row_shift, row_count, first_position + position_shift,
    position_count FROM before.files CROSS JOIN moved_files USING (path) ORDER BY path
    """,
    """
    INSERT INTO documents SELECT documents.* FROM before.documents AS documents CROSS JOIN moved_documents USING (id)
    ORDER BY documents.id
    """,
    """
    INSERT INTO meetings SELECT meetings.* FROM before.meetings AS meetings
    CROSS JOIN moved_documents ON moved_documents.id = document_id ORDER BY meetings.id
    """,
    """
    INSERT INTO items SELECT items.id, position + position_shift, meeting_id, document_id, access, record
    FROM before.items AS items CROSS JOIN moved_documents ON moved_documents.id = document_id ORDER BY items.id
    """,
    """
    INSERT INTO passages SELECT row + shift, id, document_id, item_id, position, access, page_first, page_last, record
    FROM moved_rows CROSS JOIN before.passages ON row >= first AND row < end ORDER BY row
    """,
    """
    INSERT INTO facts SELECT facts.id, position + position_shift, document_id, kind, access, record
    FROM before.facts AS facts CROSS JOIN moved_documents ON moved_documents.id = document_id ORDER BY facts.id
    """,
    """
    INSERT INTO municipalities SELECT name, row + shift FROM before.municipalities CROSS JOIN moved_rows
    ON first = (SELECT max(first) FROM moved_rows WHERE first <= row) WHERE row < end ORDER BY name, row
    """,
)
_RENAMINGS = """
SELECT row + shift, old, new, passage_id FROM before.renamings AS renamings
CROSS JOIN before.passages AS passages ON passages.id = passage_id
CROSS JOIN moved_rows ON first = (SELECT max(first) FROM moved_rows WHERE first <= row)
WHERE row < end ORDER BY renamings.position
"""


def copy_records(connection: sqlite3.Connection, before: Path, moves: Sequence[Move]) -> list[tuple[int, str, str, str]]:
    """Copy what belongs to `moves` (in ascending order of rows) from the file `before`.

    Gives the renamings of these files as (row, old name, new name, id of the passage that says so), by row. Raises
    `sqlite3.IntegrityError` when a record is there already.
    """
    connection.commit()
    connection.execute("ATTACH ? AS before", [f"{before.absolute().as_uri()}?mode=ro&immutable=1"])
    connection.executescript(_MOVES)
    files = ((move.segment.path, move.row_shift, move.position_shift) for move in moves)
    connection.executemany("INSERT INTO moved_files VALUES (?, ?, ?)", files)
    connection.execute(
        "INSERT INTO moved_documents SELECT id, position_shift FROM before.documents JOIN moved_files USING (path) ORDER BY id"
    )
    runs = ((run.first_row, run.end_row, run.row_shift) for run in runs_of(list(moves)))
    connection.executemany("INSERT INTO moved_rows VALUES (?, ?, ?)", runs)
    for copy in _COPIES:
        connection.execute(copy)
    renamings: list[tuple[int, str, str, str]] = connection.execute(_RENAMINGS).fetchall()
    connection.commit()
    connection.execute("DETACH before")
    return renamings
