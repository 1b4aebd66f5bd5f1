"""The lexical half of a generation: built from passages' fields, saved, opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.analysis.chain import Analysis
from index.analysis.stems import stem
from index.fields import BODY, DATE, HEADING, ITEM, TEXT, TITLE
from index.lexical.arrays import open_arrays, save_arrays
from index.lexical.forward import Forward
from index.lexical.okapi import Okapi, Statistics, counted_frequencies, idf_of, searching_idf, statistics_of
from index.lexical.postings import Postings, postings_of
from index.lexical.reading import WordReader
from index.lexical.terms import own_terms, part_terms, term_table
from index.lexical.weighted import Weighted, weighted_sum

PARTS = "parts"
FIELD_WEIGHTS: dict[str, float] = {TEXT: 1.0, PARTS: 0.35, TITLE: 0.25, HEADING: 0.45, ITEM: 0.5, BODY: 0.2, DATE: 0.2}
"""What a match in a field is worth beside one in the text. See docs/adr for the measurement."""
CONTEXT_FIELDS = (TITLE, HEADING, ITEM, BODY, DATE)
FOLDER = "lexical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What stands where: `words` and `open_words`, how often each word stands in all passages and in open ones (int64,
    `(n_words,)`); `terms` and `open_terms`, how many passages, and how many open ones, hold each term in any field.
    """

    words: NDArray[np.int64]
    open_words: NDArray[np.int64]
    terms: NDArray[np.int64]
    open_terms: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Idf:
    """idf of every term of the text field, float64 `(n_terms,)`."""

    values: NDArray[np.float64]


class Lexical:
    """BM25 over one generation, every file mapped from the start.

    `text` gives the exact scores of rank_bm25 on the text alone, `combined` the searching scores of all fields,
    `forward` the terms of each passage by field. All weights, and how words are taken apart, come from the open passages
    alone, so that nothing a reader sees depends on what is closed; where all are closed, from all.
    """

    def __init__(self, folder: Path) -> None:
        self.words = _read_lines(folder / "words.txt")
        self.counts = open_arrays(Counts, folder, "counts")
        self.terms = _read_lines(folder / "terms.txt")
        self.number = {term: number for number, term in enumerate(self.terms)}
        self.combined = open_arrays(Weighted, folder, "combined")
        statistics, idf = open_arrays(Statistics, folder, "statistics"), open_arrays(Idf, folder, "idf").values
        self.text = Okapi(open_arrays(Postings, folder, "text"), statistics, idf)
        self.forward: Mapping[str, Forward] = {
            field: open_arrays(Forward, folder, f"forward.{field}") for field in (TEXT, PARTS, *CONTEXT_FIELDS)
        }

    @property
    def passage_count(self) -> int:
        """How many passages the weights are of: the open ones."""
        return self.text.statistics.passage_count

    @cached_property
    def frequencies(self) -> dict[str, int]:
        """How many open passages hold each term in any field."""
        return dict(zip(self.terms, self.counts.open_terms.tolist(), strict=True))

    @cached_property
    def all_frequencies(self) -> dict[str, int]:
        """How many passages, closed ones included, hold each term in any field: for who may see them."""
        return dict(zip(self.terms, self.counts.terms.tolist(), strict=True))

    def frequency(self, term: int) -> int:
        """How many open passages hold a term (by number) in any field."""
        return int(self.counts.open_terms[term])

    def analysis(self) -> Analysis:
        """The analysis the index was built with."""
        return Analysis(dict(zip(self.words, self.counts.open_words.tolist(), strict=True)))

    def weights_of(self, terms: Mapping[str, float]) -> list[tuple[int, float]]:
        """Term numbers and weights of the terms the corpus has, in order."""
        return [(self.number[term], weight) for term, weight in terms.items() if term in self.number]


def build_lexical(
    reader: WordReader,
    row_weight: NDArray[np.float32],
    closed: NDArray[np.bool_],
    folder: Path,
    stem_of: Callable[[str], str] = stem,
    last_stems_of: Callable[[str], Sequence[str]] | None = None,
) -> None:
    """Analyse the collected words and write all arrays below `folder`.

    Per passage, `row_weight` is its own weight and `closed` whether its words count for nobody else's scores. `stem_of`
    and `last_stems_of` are those of `Splitter`.
    """
    folder.mkdir()
    counted = None if closed.all() or not closed.any() else ~closed
    words, open_words = list(reader.numbers), reader.counts(counted)
    table = term_table(words, Analysis(dict(zip(words, open_words.tolist(), strict=True)), stem_of, last_stems_of))
    forward = {field: own_terms(reader.words(field), reader.lengths(field), table) for field in (TEXT, *CONTEXT_FIELDS)}
    forward[PARTS] = part_terms(reader.words(TEXT), reader.lengths(TEXT), table)
    okapi: dict[str, Okapi] = {}
    for field, laid in forward.items():
        postings = postings_of(laid.terms, laid.lengths, len(table.terms))
        statistics = statistics_of(postings, counted)
        okapi[field] = Okapi(postings, statistics, searching_idf(statistics))
        save_arrays(laid, folder, f"forward.{field}")
    save_arrays(okapi[TEXT].postings, folder, "text")
    save_arrays(okapi[TEXT].statistics, folder, "statistics")
    save_arrays(Idf(values=idf_of(okapi[TEXT].statistics)), folder, "idf")
    combined = weighted_sum([(okapi[field], weight) for field, weight in FIELD_WEIGHTS.items()], row_weight)
    save_arrays(combined, folder, "combined")
    held = np.diff(combined.offsets)
    open_held = held if counted is None else counted_frequencies(combined.offsets, combined.rows, counted)
    save_arrays(Counts(words=reader.counts(), open_words=open_words, terms=held, open_terms=open_held), folder, "counts")
    _write_lines(folder / "words.txt", words)
    _write_lines(folder / "terms.txt", table.terms)


def _write_lines(path: Path, lines: Sequence[str]) -> None:
    path.write_text("\n".join(lines), encoding="utf-8")


def _read_lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return text.split("\n") if text else []
