"""The bounds under which a document is read: a hostile file harms only itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for one file. A file beyond them gets the status `failed` with the limit in its reason."""

    max_file_bytes: int = 200 * 1024 * 1024
    max_pages: int = 5_000
    max_characters: int = 20_000_000
    max_decompressed_bytes: int = 500 * 1024 * 1024
    max_table_cells: int = 200_000
    timeout_seconds: float = 120.0
    max_memory_bytes: int = 2 * 1024 * 1024 * 1024
