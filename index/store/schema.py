"""The tables of `records.sqlite`.

Every record is one row: the columns that searches and lists need, and the record itself as JSON.

`passages.row` counts from 0 in the order of (document path, part, order); it is the row of every array of the generation.
`files` says which rows and positions (`index.store.segments`) each file has, so that a later build can take them over.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE files (
    path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, record TEXT NOT NULL,
    first_row INTEGER NOT NULL, row_count INTEGER NOT NULL, first_position INTEGER NOT NULL, position_count INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, part INTEGER NOT NULL, sha256 TEXT NOT NULL, access TEXT NOT NULL,
    kind TEXT NOT NULL, date TEXT, body TEXT, region TEXT, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE meetings (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, access TEXT NOT NULL, body TEXT NOT NULL, date TEXT, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE items (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, meeting_id TEXT NOT NULL, document_id TEXT NOT NULL, access TEXT NOT NULL,
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL, item_id TEXT, position INTEGER NOT NULL,
    access TEXT NOT NULL, page_first INTEGER, page_last INTEGER, record TEXT NOT NULL
);
CREATE TABLE facts (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, document_id TEXT NOT NULL, kind TEXT NOT NULL, access TEXT NOT NULL,
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE municipalities (name TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (name, row)) WITHOUT ROWID;
CREATE TABLE renamings (position INTEGER PRIMARY KEY, old TEXT NOT NULL, new TEXT NOT NULL, passage_id TEXT NOT NULL);
"""

INDEXES = """
CREATE INDEX documents_by_path ON documents (path, part);
CREATE INDEX meetings_by_document ON meetings (document_id);
CREATE INDEX items_by_meeting ON items (meeting_id, position);
CREATE INDEX items_by_document ON items (document_id, position);
CREATE INDEX passages_by_document ON passages (document_id, position);
CREATE INDEX passages_by_item ON passages (item_id, position);
CREATE INDEX facts_by_kind ON facts (kind, position);
CREATE INDEX facts_by_document ON facts (document_id);
"""

FILE_NAME = "records.sqlite"
