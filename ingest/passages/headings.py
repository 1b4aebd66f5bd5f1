"""Stretches by headings: the plain way, for documents that are not minutes."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.passages.stretch import Stretch
from ingest.records import Block, BlockKind


def stretches_by_headings(blocks: Iterable[Block]) -> tuple[Stretch, ...]:
    """Gather the blocks under each heading; a heading goes into `heading_path`, above it the headings of lower level."""
    stretches: list[Stretch] = []
    path: list[tuple[int, str]] = []
    waiting: list[Block] = []

    def close(weight: float = 1.0) -> None:
        if waiting:
            stretches.append(Stretch(blocks=tuple(waiting), heading_path=tuple(text for _, text in path), weight=weight))
            waiting.clear()

    for block in blocks:
        if block.kind is BlockKind.HEADING:
            close()
            level = block.level or 1
            path = [(depth, text) for depth, text in path if depth < level] + [(level, block.text)]
        elif block.kind is BlockKind.CONTENTS:
            close()
            waiting.append(block)
            close(weight=0.1)
        elif block.text.strip():
            waiting.append(block)
    close()
    return tuple(stretches)
