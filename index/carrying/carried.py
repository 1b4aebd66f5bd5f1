"""What the generation before knows of its files, ready to be taken over."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from index.carrying.stems import KnownStems, open_stems
from index.carrying.texts import open_keys
from index.carrying.words import FOLDER as WORDS
from index.carrying.words import CarriedWords
from index.dense.building import Keys
from index.rows import Rows, open_rows
from index.store.reading import Store
from index.store.schema import FILE_NAME
from ingest.records import Ingested


class Carried:
    """The generation in `folder`, whose records `store` reads. Its arrays are opened when the first file is carried."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder
        self._store = store

    @property
    def records(self) -> Path:
        """The file with the records."""
        return self._folder / FILE_NAME

    @cached_property
    def rows(self) -> Rows:
        """The arrays of `index.rows`."""
        return open_rows(self._folder)

    @cached_property
    def words(self) -> CarriedWords:
        """The words of all passages."""
        return CarriedWords(self._folder)

    @cached_property
    def stems(self) -> KnownStems:
        """The stems of its words and of their parts."""
        return open_stems(self._folder / WORDS)

    @cached_property
    def keys(self) -> Keys:
        """The names of what was embedded, one per row."""
        return open_keys(self._folder)

    def ingested(self, path: str) -> Ingested:
        """What was made of a file."""
        return self._store.ingested(path)
