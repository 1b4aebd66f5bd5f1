"""Answers "has ROW COLUMN?" from a cell that says yes or no: a mark, a dash, a word, or a code that the key explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.cell_source import cell_source
from service.answering.facts.claims import claimed_actor, denies
from service.answering.facts.leftover import needs_no_account
from service.answering.facts.legend import is_code, term_asked
from service.answering.facts.wording import day_line, task_phrase
from service.answering.frames import no, quoted, yes
from service.answering.tables.asked_terms import AskedTerm, asked_terms, denies_unsaid, names
from service.answering.tables.borne_out import bears_out
from service.answering.tables.grids import column_words
from service.answering.tables.remarks import is_blank, remark_on
from service.answering.tables.rows_named import rows_named
from service.answering.tables.table_rows import TableRow
from service.answering.tables.told import meaning_of, told
from service.answering.tables.unaccounted import asks_other_matter, unaccounted
from service.records import Draft, QuestionKind, Understood
from service.understanding.vocabulary import task_name, vocabulary_of
from service.understanding.words import stem, words_of

LEAST_COLUMN = 0.5
A_MARGIN = 0.15
"""By so much the column must be named better than any other of its row."""
STRENGTH = 0.92
A_DOUBT = 0.3
OF_NEITHER = 0.1
LEAST_STEM = 3
LEAST_BEGINNING = 4
_DOING = re.compile(
    r"\b(?:kan|må|skal|vil|can|may|do|does)\s+(?:man|du|vi|borgeren|borgere|borgerne|you|one|we|people)\s+(?P<verb>\w+)",
    re.IGNORECASE,
)
"""What one does with the thing asked for, behind "kan man": it says nothing of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A cell with its row, how well row and column are named, 0 to 1, and the words of the column's header that are said."""

    row: TableRow
    cell: Fact
    row_share: float
    column_share: float
    said: frozenset[str]


class ClaimedAnswerer:
    """Answers yes/no questions whose row and column are named, by the cell; without a yes or no where it says neither."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft for the one cell; None where no column is named clearly, or the question denies or says more."""
        if understood.kind is not QuestionKind.YES_NO or denies(understood.text) or claimed_actor(understood.text) is not None:
            return None
        best = _clearest(_named(understood, index))
        if best is None or asks_other_matter(understood, best.cell) or _asks_of_code(best, understood, index):
            return None
        if denies_unsaid(understood.text, words_of(best.cell.object)):
            return None
        claimed = bears_out(best.cell, understood, index)
        if claimed is None and not is_blank(best.cell.object) and meaning_of(best.cell, understood, index) is None:
            return None  # free words, of which others tell whether they bear the claim out
        doubts = _doubts(best, understood, index)
        return _draft(best, claimed, len(doubts), understood, index)


def _named(understood: Understood, index: OpenIndex) -> list[_Named]:
    """The cells of the rows that the question names, each with the share of its column's telling words that it says."""
    terms = asked_terms(understood.text, understood.language)
    found = []
    for row, share in rows_named(understood, index):
        for cell in row.cells:
            own = [word for word in column_words(cell.relation) if not needs_no_account(word) and not word.isdigit()]
            said = frozenset(word for word in own if _is_said(word, terms))
            column_share = len(said) / len(set(own)) if own else 0.0
            found.append(_Named(row=row, cell=cell, row_share=share, column_share=column_share, said=said))
    return found


def _is_said(word: str, terms: Sequence[AskedTerm]) -> bool:
    """Whether a word of a header is said, or begins a compound that is: "harpe" and "harpeundervisning", not the other way."""
    asked = (each for term in terms for option in term.options for each in option)
    return names(word, terms) or any(len(stem(word)) >= LEAST_BEGINNING and each.startswith(stem(word)) for each in asked)


def _clearest(found: Sequence[_Named]) -> _Named | None:
    """The cell whose column is named best, by a margin over all others of the rows that fit as well."""
    best = max(found, key=lambda each: (each.row_share, each.column_share, len(each.said)), default=None)
    if best is None or best.column_share < LEAST_COLUMN:
        return None
    others = [each for each in found if each.cell.id != best.cell.id and each.row_share >= best.row_share]
    clear = all(each.column_share <= best.column_share - A_MARGIN or each.said < best.said for each in others)
    return best if clear else None


def _asks_of_code(best: _Named, understood: Understood, index: OpenIndex) -> bool:
    """Whether the question names one of the key's codes: who does it, not whether it is there."""
    known = vocabulary_of(index, understood.filters.access)
    key = [fact for fact in known.definitions if fact.document_id == best.cell.document_id and is_code(fact.subject)]
    return term_asked(understood.text, key) is not None


def _doubts(best: _Named, understood: Understood, index: OpenIndex) -> tuple[str, ...]:
    """The words of the question that the cell's row, column and headings do not account for, nor by their first letters."""
    left = unaccounted(understood, index, best.cell, (), header=best.row.header)
    column, doing = column_words(best.cell.relation), words_of(" ".join(_DOING.findall(understood.text)))
    doing += words_of(understood.text)[:1]
    return tuple(word for word in left if word not in doing and not any(_begins(stem(word), other) for other in column))


def _begins(root: str, word: str) -> bool:
    return len(root) >= LEAST_STEM and word.startswith(root)


def _draft(best: _Named, claimed: bool | None, doubts: int, understood: Understood, index: OpenIndex) -> Draft:
    cell, access, language = best.cell, understood.filters.access, understood.language
    opening = "" if claimed is None else f"{yes(language) if claimed else no(language)}. "
    said = told(cell, understood, index)
    remark = remark_on(cell, index, access) if said is None else None
    words = said.text if said is not None else cell.object
    about = f"{best.row.name.rstrip(' .:')}, {task_phrase(task_name(cell.relation))}: {words}"
    parts = [opening + about + ("" if about.endswith((".", "«")) else "."), quoted(remark.text) if remark is not None else ""]
    return Draft(
        text=" ".join(part for part in (*parts, day_line(cell.date, language)) if part),
        kind=ClaimedAnswerer.kind,
        strength=STRENGTH - A_DOUBT * doubts - (OF_NEITHER if claimed is None else 0.0),
        sources=(
            cell_source(index, cell, access),
            *(said.sources if said is not None else ()),
            *((remark.source(index),) if remark is not None else ()),
        ),
        as_of=cell.date,
        features=(("leftover_words", float(doubts)), ("column_share", best.column_share)),
    )
