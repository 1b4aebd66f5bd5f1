"""Stems remembered from build to build: the parts that compounds could be made of are most of what a build has to stem."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from index.analysis.compounds import last_stems
from index.analysis.stems import stem

STEMS = "stems.txt"
"""A word or first part of one, and its stem, on a line each."""
LAST = "last_stems.txt"
"""A word that could be a compound, and the stems of all last parts it could have with blanks between, on a line each."""
MOST_KEPT = 100_000
"""Words kept in each, about 20 MB: the first ones asked for, which are those of the words met first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownStems:
    """What the build before knew: stems by word, and stems of last parts, joined by blanks, by word."""

    stems: Mapping[str, str]
    last: Mapping[str, str]


NONE = KnownStems(stems={}, last={})


class RememberedStems:
    """`stem` and `last_stems` with a memory: `known` from the build before; what is asked for stays for the next one."""

    def __init__(self, known: KnownStems) -> None:
        self._known = known
        self.stems = _Stems(known.stems)
        self.last: dict[str, str] = {}
        self.of: Callable[[str], str] = self.stems.__getitem__

    def last_of(self, word: str) -> Sequence[str]:
        """The stems of all last parts that a word could have."""
        joined = self._known.last.get(word) or " ".join(last_stems(word))
        if len(self.last) < MOST_KEPT:
            self.last[word] = joined
        return joined.split(" ")


class _Stems(dict[str, str]):
    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known

    def __missing__(self, word: str) -> str:
        found = self._known.get(word) or stem(word)
        if len(self) < MOST_KEPT:
            self[word] = found
        return found


def save_stems(stems: RememberedStems, folder: Path) -> None:
    """Write what a build used into a folder."""
    for name, used in ((STEMS, stems.stems), (LAST, stems.last)):
        (folder / name).write_text("\n".join(chain.from_iterable(used.items())), encoding="utf-8")


def open_stems(folder: Path) -> KnownStems:
    """Open what `save_stems` wrote."""
    return KnownStems(stems=_pairs(folder / STEMS), last=_pairs(folder / LAST))


def _pairs(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return dict(zip(lines[::2], lines[1::2], strict=False))
