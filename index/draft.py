"""A generation in the making: begins to exist with the first thing that changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.generations import new_generation
from index.previous import Previous
from index.store.segments import Segment
from ingest.records import Ingested

if TYPE_CHECKING:
    from index.writing import GenerationWriter


class Draft:
    """Takes the files of a build in ascending path order. As long as all of them are carried, nothing is written."""

    def __init__(self, directory: Path, previous: Previous) -> None:
        self._directory = directory
        self._previous = previous
        self._waiting: list[Segment] = []
        self._writer: GenerationWriter | None = None
        self.generation = ""
        self.folder = Path()

    @property
    def started(self) -> bool:
        """Whether anything is new in it."""
        return self._writer is not None

    def add(self, ingested: Ingested) -> None:
        """Take a file that was read, or whose passages must be analysed."""
        self.writer().add(ingested)

    def carry(self, segment: Segment) -> None:
        """Take a file as the generation before has it."""
        if self._writer is None:
            self._waiting.append(segment)
        else:
            self._writer.carry(segment)

    def writer(self) -> GenerationWriter:
        """The writer of the generation, which is begun now if it is not yet. Raises `IndexCorrupt`."""
        if self._writer is None:
            from index.carrying.carried import Carried
            from index.writing import GenerationWriter

            self._previous.check()  # before its bytes get new checksums
            before = self._previous.generation
            self.generation, self.folder = new_generation(self._directory)
            self._writer = GenerationWriter(self.folder, Carried(before.folder, before.store) if before else None)
            for segment in self._waiting:
                self._writer.carry(segment)
        return self._writer
