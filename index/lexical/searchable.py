"""The lexical half of a generation: built from passages' fields, saved, opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.analysis.chain import Analysis
from index.fields import BODY, DATE, HEADING, ITEM, TEXT, TITLE
from index.lexical.arrays import open_arrays, save_arrays
from index.lexical.forward import Forward
from index.lexical.okapi import Okapi, idf_of, searching_idf
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
class Idf:
    """idf of every term of the text field, float64 `(n_terms,)`."""

    values: NDArray[np.float64]


class Lexical:
    """BM25 over one generation, every file mapped from the start.

    `text` gives the exact scores of rank_bm25 on the text alone, `combined` the searching scores of all fields,
    `forward` the terms of each passage by field.
    """

    def __init__(self, folder: Path) -> None:
        self.words = _read_lines(folder / "words.txt")
        self.word_counts: NDArray[np.int64] = np.load(folder / "counts.npy", allow_pickle=False)
        self.terms = _read_lines(folder / "terms.txt")
        self.number = {term: number for number, term in enumerate(self.terms)}
        self.combined = open_arrays(Weighted, folder, "combined")
        idf = open_arrays(Idf, folder, "idf").values
        self.text = Okapi(open_arrays(Postings, folder, "text"), idf)
        self.forward: Mapping[str, Forward] = {
            field: open_arrays(Forward, folder, f"forward.{field}") for field in (TEXT, PARTS, *CONTEXT_FIELDS)
        }

    @property
    def passage_count(self) -> int:
        """How many passages there are."""
        return self.combined.passage_count

    @cached_property
    def frequencies(self) -> dict[str, int]:
        """How many passages hold each term in any field."""
        return dict(zip(self.terms, np.diff(self.combined.offsets).tolist(), strict=True))

    def frequency(self, term: int) -> int:
        """How many passages hold a term (by number) in any field."""
        return int(self.combined.offsets[term + 1] - self.combined.offsets[term])

    def analysis(self) -> Analysis:
        """The analysis the index was built with."""
        return Analysis(dict(zip(self.words, self.word_counts.tolist(), strict=True)))

    def weights_of(self, terms: Mapping[str, float]) -> list[tuple[int, float]]:
        """Term numbers and weights of the terms the corpus has, in order."""
        return [(self.number[term], weight) for term, weight in terms.items() if term in self.number]


def build_lexical(reader: WordReader, row_weight: NDArray[np.float32], folder: Path) -> None:
    """Analyse the collected words and write all arrays below `folder`. `row_weight` is each passage's own weight."""
    folder.mkdir()
    counts = reader.counts()
    table = term_table(list(counts), Analysis(counts))
    term_count = len(table.terms)
    forward = {field: own_terms(reader.words(field), reader.lengths(field), table) for field in (TEXT, *CONTEXT_FIELDS)}
    forward[PARTS] = _all_parts(reader, table)
    okapi: dict[str, Okapi] = {}
    for field, laid in forward.items():
        postings = postings_of(laid.terms, laid.lengths, term_count)
        okapi[field] = Okapi(postings, searching_idf(postings))
        save_arrays(laid, folder, f"forward.{field}")
    save_arrays(okapi[TEXT].postings, folder, "text")
    save_arrays(Idf(values=idf_of(okapi[TEXT].postings)), folder, "idf")
    save_arrays(weighted_sum([(okapi[field], weight) for field, weight in FIELD_WEIGHTS.items()], row_weight), folder, "combined")
    np.save(folder / "counts.npy", np.array(list(counts.values()), dtype=np.int64), allow_pickle=False)
    _write_lines(folder / "words.txt", list(counts))
    _write_lines(folder / "terms.txt", table.terms)


def _all_parts(reader: WordReader, table: object) -> Forward:
    return part_terms(reader.words(TEXT), reader.lengths(TEXT), table)  # type: ignore[arg-type]


def _write_lines(path: Path, lines: Sequence[str]) -> None:
    path.write_text("\n".join(lines), encoding="utf-8")


def _read_lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return text.split("\n") if text else []
