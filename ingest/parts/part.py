"""A part: the blocks of one document of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.records import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The blocks of one document, in printed order."""

    blocks: tuple[Block, ...]


def parts_of(blocks: Sequence[Block]) -> tuple[Part, ...]:
    """Find the documents in a file."""
    return (Part(blocks=tuple(blocks)),)
