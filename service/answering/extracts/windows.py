"""Windows: a unit alone, or a few neighbouring units of a passage that together are short enough to quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.answering.extracts.units import Unit

MOST_UNITS = 6
MOST_WORDS = 60
"""A window of several units holds at most this many words; one unit may be longer and is cut later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Units `first` to `last` (both inclusive) of a passage; `units` are all of the passage's."""

    units: Sequence[Unit]
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where the window begins in the passage's text."""
        return self.units[self.first].start

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.units[self.last].end

    @property
    def text(self) -> str:
        """The words, verbatim."""
        return self.units[self.first].passage.text[self.start : self.end]

    @property
    def inside(self) -> Sequence[Unit]:
        """Its units in order."""
        return self.units[self.first : self.last + 1]
