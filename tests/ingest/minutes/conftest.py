"""Minutes written for the tests go the whole way: file, reader, repair, layout, assembly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.limits import Limits
from ingest.pipeline.file import ingest_file
from ingest.records import Ingested

Ingest = Callable[[str], Ingested]


@pytest.fixture
def ingest(tmp_path: Path) -> Ingest:
    """Ingest a text as the file `moede.txt`."""

    def ingest_text(text: str) -> Ingested:
        path = tmp_path / "moede.txt"
        path.write_text(text, encoding="utf-8")
        return ingest_file(path, "moede.txt", Limits())

    return ingest_text
