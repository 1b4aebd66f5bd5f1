"""The indexes of the collections that questions are put to."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

from index.build import build
from index.opened import OpenIndex, open_index


class Indexes:
    """The indexes of the collections, each built when it is first asked for and closed with the stack."""

    def __init__(self, work: Path, stack: ExitStack) -> None:
        self._work, self._stack = work, stack
        self._opened: dict[Path, OpenIndex] = {}

    def of(self, documents: Path) -> OpenIndex:
        """The index of a folder of documents."""
        if documents not in self._opened:
            print(f"building {documents} …", file=sys.stderr)
            directory = self._work / "-".join(documents.resolve().parts[-2:])
            build([documents], directory)
            self._opened[documents] = open_index(directory)
            self._stack.callback(self._opened[documents].close)
        return self._opened[documents]
