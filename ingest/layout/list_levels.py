"""How deep a list item stands: by its indent among the items of its list, and by its bullet where the indent is the same."""

from __future__ import annotations

from ingest.layout.lines import PrintedLine
from ingest.layout.markers import bullet_of

STEP = 0.9  # blanks of plain text; points are far above
STEP_POINTS = 4.0


class ListLevels:
    """The open levels of the list being read; `reset` where other text comes between."""

    def __init__(self) -> None:
        self._open: list[tuple[float, str]] = []

    def reset(self) -> None:
        """Forgets the list."""
        self._open = []

    def level(self, line: PrintedLine) -> int:
        """The depth of the item that begins with `line`, 1 is the outermost."""
        step = STEP_POINTS if line.box else STEP
        bullet = bullet_of(line.text)
        while self._open and line.indent < self._open[-1][0] - step:
            self._open.pop()
        if not self._open or line.indent > self._open[-1][0] + step:
            self._open.append((line.indent, bullet))
        elif bullet and self._open[-1][1] != bullet:
            self._to_bullet(line.indent, bullet)
        return len(self._open)

    def _to_bullet(self, indent: float, bullet: str) -> None:
        """At the same indent another bullet opens a level; one seen before goes back to its level."""
        seen = next((n for n, (_, known) in enumerate(self._open) if known == bullet), None)
        if seen is not None:
            del self._open[seen + 1 :]
        else:
            self._open.append((indent, bullet))
