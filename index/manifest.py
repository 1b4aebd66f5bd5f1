"""The manifest of a generation: what it is and what each of its files must be."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from index.errors import FormatMismatch, IndexCorrupt
from index.records import GenerationSummary
from index.store.codec import decode, encode
from index.store.originals import file_sha256
from index.version import FORMAT_VERSION

FILE_NAME = "manifest.json"
FULL_CHECK_BYTES = 64 * 1024 * 1024
"""A generation up to this size is compared whole when it is opened (about 0.1 s); a larger one by sizes and small files."""
SMALL_FILE_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMark:
    """What a file must be: its size and SHA-256."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A generation. `ingest_version` names the code that read the files: with another one, every file is read again.
    `index_version` names the code that analysed the passages: with another one, every passage is analysed again.

    `files` maps the path inside the generation to what it must be. `marks` maps a corpus path to what `corpus.toml` said of it.
    """

    id: str
    format_version: int
    ingest_version: str
    index_version: str
    built_at: str
    model: str
    model_sha256: str
    document_count: int
    passage_count: int
    fact_count: int
    newest_date: date | None
    unreadable: tuple[str, ...]
    dense_recall: float = 1.0
    files: Mapping[str, FileMark] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()  # the files and folders it was built from, as absolute paths
    accepted: bool = False  # passed its gate: may serve, and may be fallen back on

    def summary(self, *, live: bool) -> GenerationSummary:
        """The generation as `versions` and `status` show it."""
        return GenerationSummary(
            id=self.id,
            built_at=self.built_at,
            live=live,
            document_count=self.document_count,
            passage_count=self.passage_count,
            fact_count=self.fact_count,
            newest_date=self.newest_date,
            unreadable=self.unreadable,
            model=self.model,
            format_version=self.format_version,
            sources=self.sources,
        )


def seal(folder: Path, manifest: Manifest) -> Manifest:
    """Take the checksums of all files of a finished generation, fsync them, and write the manifest last."""
    marks = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != FILE_NAME:
            marks[path.relative_to(folder).as_posix()] = FileMark(bytes=path.stat().st_size, sha256=file_sha256(path))
            _fsync(path)
    sealed = replace(manifest, files=marks)
    write_manifest(folder, sealed)
    for inner in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        _fsync(inner)
    return sealed


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest in one step, with its own checksum in front."""
    text = encode(manifest)
    aside = folder / f".{FILE_NAME}"
    aside.write_text(f"{_digest(text)}\n{text}\n", encoding="utf-8")
    _fsync(aside)
    aside.replace(folder / FILE_NAME)
    _fsync(folder)


def read_manifest(folder: Path) -> Manifest:
    """Read and check the manifest. Raises `IndexCorrupt` and `FormatMismatch`."""
    try:
        digest, _, text = (folder / FILE_NAME).read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise IndexCorrupt(f"{folder.name}: its manifest cannot be read. Build again, or roll back.") from error
    if _digest(text.rstrip("\n")) != digest:
        raise IndexCorrupt(f"{folder.name}: its manifest is not what was written. Build again, or roll back.")
    written = json.loads(text).get("format_version")
    if written != FORMAT_VERSION:
        raise FormatMismatch(
            f"{folder.name}: written in format {written}, this version reads format {FORMAT_VERSION}. Build the index again."
        )
    return decode(Manifest, text)


def check_files(folder: Path, manifest: Manifest, *, whole: bool | None = None) -> None:
    """Compare the files with the manifest. `whole` reads every byte; by default only where that takes a moment.

    Raises `IndexCorrupt` with the first file that is not what was written.
    """
    if whole is None:
        whole = sum(mark.bytes for mark in manifest.files.values()) <= FULL_CHECK_BYTES
    for name, mark in manifest.files.items():
        path = folder / name
        try:
            size = path.stat().st_size
            same = size == mark.bytes and (not (whole or size <= SMALL_FILE_BYTES) or file_sha256(path) == mark.sha256)
        except OSError as error:
            raise IndexCorrupt(f"{folder.name}: {name} cannot be read. Build again, or roll back.") from error
        if not same:
            raise IndexCorrupt(f"{folder.name}: {name} is not what was written (checksum). Build again, or roll back.")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
