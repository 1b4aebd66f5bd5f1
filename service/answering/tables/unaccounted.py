"""What of a question neither a cell's row and column nor what its table stands under account for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.analysis.lexicon import lexicon
from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.leftover import leftover, other_matters
from service.answering.tables.senses import words_asking
from service.records import Language, Understood
from service.understanding.labels import ORDINALS, labels_in
from service.understanding.vocabulary import task_name
from service.understanding.words import same_word, stem, words_of

ASKED_DIFFERENCE = re.compile(
    r"\b(?:mer|mindre)(?:forbrug|udgift)\w*|\boverskridelse\w*|\boverrun\b|\boverspend\w*", re.IGNORECASE
)
"""What was spent above or below a grant, as people ask for it."""
DIFFERENCE = frozenset({"afvigelse", "difference", "differens"})
"""How such a column is headed."""
_ASKED_OF_A_CELL = (
    "frist dato antal laver lave udarbejder udarbejde skriver skrive sender sende indkalder indkalde undersøger undersøge makes"
    " prepares writes sends færdig færdige klart afsluttet ready finished completed time koster kostede hurtigt hurtig must shall"
)
"""What asks for the day, the doer or the price of a row, beside the words of any question: it chooses the column."""
LEAST_TAIL = 4


def unaccounted(
    understood: Understood, index: OpenIndex, cell: Fact, row: Iterable[Fact], *, header: str = ""
) -> tuple[str, ...]:
    """The folded words left over by the cell, the other cells of its row, its headings and its document's title.

    `header` heads the row's own column. What is asked for is accounted for by a column of that sense.
    """
    access = understood.filters.access
    passage = index.store.passage(cell.passage_id, access)
    explained = [cell.subject, cell.relation, *(text for _, text in cell.qualifiers), *(each.object for each in row)]
    explained += [*passage.heading_path, index.store.document(cell.document_id, access).title]
    explained += [header, *words_asking(understood.text, task_name(cell.relation))]
    explained += _rendered(understood, explained)
    if is_difference(cell):
        explained += [match.group(0) for match in ASKED_DIFFERENCE.finditer(understood.text)]
    return tuple(word for word in leftover(_unlabelled(understood.text), explained) if not _asks(word))


def _asks(word: str) -> bool:
    """Whether a word chooses the column, or ends with one that does: a "svarfrist" is a "frist", a "timeløn" no "time"."""
    return any(same_word(word, each) or (len(each) >= LEAST_TAIL and word.endswith(each)) for each in _ASKED_OF_A_CELL.split())


def asks_other_matter(understood: Understood, cell: Fact) -> bool:
    """Whether a question asks for a head, telephone, price or staff of which the cell's row and column say nothing."""
    column = [cell.subject, task_name(cell.relation), *(text for _, text in cell.qualifiers)]
    known = words_of(" ".join([*column, *words_asking(understood.text, task_name(cell.relation))]))
    asked = words_of(" ".join(other_matters(understood.text)))
    return any(not _said(word, known) for word in asked)


def _said(word: str, known: Sequence[str]) -> bool:
    return any(same_word(word, other) or stem(word) in other or stem(other) in word for other in known)


def _unlabelled(text: str) -> str:
    """A question without the ordinals of its labels, which the row's number accounts for."""
    for label in reversed(labels_in(text)):
        if text[label.start].isalpha() and text[label.start : label.end].split()[0].lower() in ORDINALS:
            text = text[: label.start] + text[label.start : label.end].split(maxsplit=1)[-1] + text[label.end :]
    return text


def _rendered(understood: Understood, explained: Sequence[str]) -> list[str]:
    """The words of an English question of which a Danish rendering is accounted for."""
    if understood.language is Language.DANISH:
        return []
    words = list(words_of(understood.text))
    known = words_of(" ".join(explained))
    return [
        " ".join(words[found.start : found.end])
        for found in lexicon().translate(words)
        if any(_all_in(words_of(rendering), known) for rendering in found.renderings)
    ]


def _all_in(words: Sequence[str], known: Sequence[str]) -> bool:
    return bool(words) and all(any(same_word(word, other) for other in known) for word in words)


def is_difference(cell: Fact) -> bool:
    """Whether a column tells what was spent above or below the grant."""
    return bool(DIFFERENCE.intersection(words_of(task_name(cell.relation))))
