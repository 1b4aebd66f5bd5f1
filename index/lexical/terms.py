"""From word numbers to term numbers, a table look-up per word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis.chain import Analysis
from index.lexical.forward import Forward, forward_of

Int32 = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermTable:
    """`own[w]` is the term of word w (int32, -1 for a stop word), `parts[part_offsets[w]:part_offsets[w + 1]]` its parts'."""

    terms: tuple[str, ...]
    own: Int32
    parts: Int32
    part_offsets: NDArray[np.int64]


def term_table(words: Sequence[str], analysis: Analysis) -> TermTable:
    """Analyse every distinct word.

    Terms are numbered by first appearance: first those of words, in word order, then those of parts.
    """
    numbers: dict[str, int] = {}
    analysed = [analysis.of_word(word) for word in words]
    own = [numbers.setdefault(word.term, len(numbers)) if word.term else -1 for word in analysed]
    parts = [[numbers.setdefault(part, len(numbers)) for part in word.parts] for word in analysed]
    offsets = np.concatenate([[0], np.cumsum([len(some) for some in parts], dtype=np.int64)])
    flat = np.array([part for some in parts for part in some], dtype=np.int32)
    return TermTable(terms=tuple(numbers), own=np.array(own, dtype=np.int32), parts=flat, part_offsets=offsets)


def own_terms(words: Int32, lengths: Int32, table: TermTable) -> Forward:
    """The terms of a field, stop words left out."""
    terms = table.own[words]
    kept = terms >= 0
    rows = np.repeat(np.arange(len(lengths)), lengths)
    return forward_of(terms[kept], np.bincount(rows[kept], minlength=len(lengths)).astype(np.int32))


def part_terms(words: Int32, lengths: Int32, table: TermTable) -> Forward:
    """The terms of the parts of all compounds of a field."""
    sizes = np.diff(table.part_offsets)[words]
    ends = np.cumsum(sizes)
    inside = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - sizes, sizes)
    terms = table.parts[np.repeat(table.part_offsets[words], sizes) + inside]
    rows = np.repeat(np.repeat(np.arange(len(lengths)), lengths), sizes)
    return forward_of(terms, np.bincount(rows, minlength=len(lengths)).astype(np.int32))
