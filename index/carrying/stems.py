"""Stems remembered from build to build: the pieces that compounds could be made of are most of what a build has to stem."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from index.analysis.stems import stem

FILE_NAME = "stems.txt"
"""A word or piece of one, and its stem, on a line each."""
MOST_KEPT = 200_000
"""Stems kept, about 35 MB: the first ones asked for, which are those of the words met first."""


class RememberedStems(dict[str, str]):
    """`stem` with a memory, as a mapping: `known` from the build before; what is asked for stays for the next one."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known

    def __missing__(self, word: str) -> str:
        found = self._known.get(word) or stem(word)
        if len(self) < MOST_KEPT:
            self[word] = found
        return found


def save_stems(stems: RememberedStems, folder: Path) -> None:
    """Write what a build used into a folder."""
    (folder / FILE_NAME).write_text("\n".join(chain.from_iterable(stems.items())), encoding="utf-8")


def open_stems(folder: Path) -> dict[str, str]:
    """Open what `save_stems` wrote."""
    lines = (folder / FILE_NAME).read_text(encoding="utf-8").split("\n")
    return dict(zip(lines[::2], lines[1::2], strict=False))
