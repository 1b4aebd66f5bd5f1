"""Which rows of any table a question names by their own header: by its words, its label, or a place without "Kommune"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from service.answering.facts.scope import within
from service.answering.tables.table_rows import LEAST_NAME_LETTERS, TableRow, rows_for, table_rows
from service.records import Understood
from service.understanding.labels import Label, labels_in
from service.understanding.translated import in_danish
from service.understanding.words import same_word, stem, words_of

LEAST_SUBJECT_SHARE = 0.75
LEAST_OWN_SHARE = 0.34
"""So much of a row's name is enough where it holds a word that no other row of the document has."""
WITHOUT_KOMMUNE = 0.9
"""What the name of a municipality is worth for its row: less than all the words of another row."""
LONG_WORD = 6
_KOMMUNE = re.compile(r"\s+(?:kommune|municipality)$", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:i alt|total\w*|samlet|samlede|in all|altogether)\b", re.IGNORECASE)


def rows_named(understood: Understood, index: OpenIndex) -> list[tuple[TableRow, float]]:
    """The rows that the question names by their own header, each with how well, 0 to 1; in no order."""
    words, labels = asked_words(understood), labels_in(understood.text)
    shares = [(row, row_share(row, words, labels, understood.text)) for row in rows_within(understood, index)]
    return [(row, share) for row, share in shares if share >= LEAST_SUBJECT_SHARE]


def asked_words(understood: Understood) -> tuple[str, ...]:
    """The folded words of a question and of its Danish renderings, each once."""
    return tuple(dict.fromkeys((*words_of(understood.text), *words_of(in_danish(understood.text)))))


def rows_within(understood: Understood, index: OpenIndex) -> list[TableRow]:
    """The rows within the asker's bounds that a word of the question may name."""
    rows = rows_for([stem(word) for word in asked_words(understood)], table_rows(index, understood.filters.access))
    bounded = {cell.id for cell in within([row.cells[0] for row in rows], understood.filters, index)}
    return [row for row in rows if row.cells[0].id in bounded]


def row_share(row: TableRow, words: Sequence[str], labels: Sequence[Label], text: str) -> float:
    """How much of the row's name a question says, by its folded words and its labels; 0 where the name says too little."""
    if row.label is not None:
        return float(any(each.names(*row.label) for each in labels))
    best = max(_share_of(row, name, words) for name in _names(row.subject))
    best = max(best, WITHOUT_KOMMUNE * _share_of(row, _KOMMUNE.sub("", row.subject), words))
    return best if _telling(row.subject, text) else 0.0


def _share_of(row: TableRow, name: str, words: Sequence[str]) -> float:
    """The share of a name's words that is said; enough of it where one of them is the row's alone."""
    own = words_of(name)
    said = [word for word in own if any(same_word(word, other) for other in words)]
    share = len(said) / len(own) if own else 0.0
    if share >= LEAST_OWN_SHARE and any(len(word) >= LEAST_NAME_LETTERS and stem(word) in row.own_words for word in said):
        return max(share, LEAST_SUBJECT_SHARE)
    return share


def _names(subject: str) -> tuple[str, ...]:
    """A row's name whole, and what stands in its brackets: "Halsnæs (Frederiksværk)"."""
    return (subject, *(each for each in re.findall(r"\(([^()]+)\)", subject) if len(each) >= LONG_WORD))


def _telling(subject: str, text: str) -> bool:
    """Whether a row's name says enough: a long word, a name that the question prints too, or a total that it asks for."""
    if any(len(word) >= LONG_WORD for word in words_of(subject)) or (_TOTAL.search(subject) and _TOTAL.search(text)):
        return True
    bare = subject.strip()
    return bool(re.fullmatch(r"[A-ZÆØÅ]{2,6}|[A-ZÆØÅ][a-zæøå]{2,}", bare) and re.search(rf"\b{re.escape(bare)}s?\b", text))
