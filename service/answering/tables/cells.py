"""Answers what stands in one cell of any table: the question names the row and, by its words or its kind, the column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.records import Fact
from service.answering.facts.wording import day_line, task_phrase
from service.answering.minutes.trimmed import trimmed
from service.answering.sources import source_of
from service.answering.tables.asked_terms import denies_unsaid
from service.answering.tables.fitting import BY_KIND, COLUMNS, Fitting, fitting
from service.answering.tables.grids import grid_of
from service.answering.tables.measures import asks_for_all, measure_unmet
from service.answering.tables.number_cells import is_missing
from service.answering.tables.numbers import value_of
from service.answering.tables.remarks import is_blank
from service.answering.tables.told import Told, meaning_of, told
from service.answering.tables.unaccounted import asks_other_matter, unaccounted
from service.answering.tables.years import speaks_of_year
from service.records import Draft, Language, QuestionKind, Understood
from service.understanding.vocabulary import task_name
from service.understanding.words import words_of

_SECOND = re.compile(
    r",?\s(?:og|and)\s(?:(?P<when>hvornår|hvad er fristen|inden hvornår|when|by when|what is the deadline)|(?:hvem|who))\b",
    re.IGNORECASE,
)
_TELLS_WHEN = re.compile(
    r"\d|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|forår|sommer|efterår|vinter|påske|jul"
    r"|\b(?:\w*dag|uge|måned|år|ikke|endnu|efter|før|når|senere|afventer|løbende|straks|snarest|nu|altid|aldrig|lukket|not|after|before"
    r"|when|later|ongoing|daily|weekly|january|february|march|may|june|july|october)\b",
    re.IGNORECASE,
)
"""What a cell says at least that tells when."""
MOST_WORDS = 60
MOST_DOUBTS = 2
MOST_DOUBTS_BY_KIND = 0
"""Of a column that only fits the kind of the question: "Hvem er direktør" is not answered from "Kontaktperson"."""
HALF_NAMED = 0.5
MOST_OF_A_FIGURE = 0.85
"""A figure is surer where all figures of its column are read together."""


class CellAnswerer:
    """Answers "WHAT-OF-COLUMN of ROW" from any table."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft when exactly one row and column fit; None when several cells fit as well, or the question says more."""
        if understood.kind in {QuestionKind.WHY, QuestionKind.DECISION, QuestionKind.YES_NO, QuestionKind.DEFINITION}:
            return None
        found = fitting(understood, index)
        best = _the_one(found, understood, index) if found else None
        if best is None or asks_other_matter(understood, best.cell) or not _is_of_year(best.cell, understood, index):
            return None
        if understood.kind is QuestionKind.WHEN and not _tells_when(best.cell, understood, index):
            return None
        if (
            understood.kind is QuestionKind.HOW_MANY
            and value_of(best.cell) is not None
            and _is_other_figure(best, understood, index)
        ):
            return None
        if denies_unsaid(understood.text, words_of(" ".join((best.cell.relation, best.cell.object, best.row.subject)))):
            return None
        doubts = _doubts(best, understood, index)
        if len(doubts) > _most_doubts(best) or measure_unmet(understood.text, doubts):
            return None
        said = told(best.cell, understood, index)
        return _draft(best, said, understood, index, len(doubts)) if said is not None else None


def _draft(best: Fitting, said: Told, understood: Understood, index: OpenIndex, doubts: int) -> Draft:
    cell, access = best.cell, understood.filters.access
    also = [
        f"{column_name(each, understood.language)}: {trimmed(each.object, MOST_WORDS)}" for each in _also_asked(best, understood)
    ]
    values = ", ".join([f"{column_name(cell, understood.language)}: {trimmed(said.text, MOST_WORDS)}", *also])
    text = f"{_row_name(best)}, {values}"
    text += "" if text.endswith((".", "«")) else "."
    return Draft(
        text=f"{text} {day_line(cell.date, understood.language)}".strip(),
        kind=CellAnswerer.kind,
        strength=min(
            0.55 + 0.2 * best.subject_share + 0.15 * min(1.0, best.column_share) - 0.15 * doubts,
            1.0 if value_of(cell) is None else MOST_OF_A_FIGURE,
        ),
        sources=(source_of(index, index.store.passage(cell.passage_id, access), cell.object), *said.sources),
        as_of=cell.date,
        features=(
            ("leftover_words", float(doubts)),
            ("subject_share", best.subject_share),
            ("column_share", best.column_share),
        ),
    )


def _row_name(best: Fitting) -> str:
    """The row as people say it: "Bølge 3", "Klinik Vest"; with the cell that named it, where that is another one."""
    name = best.row.name.rstrip(" .:")
    return f"{best.by.object} ({name})" if best.by is not None else name


def _the_one(found: Sequence[Fitting], understood: Understood, index: OpenIndex) -> Fitting | None:
    """The cell that fits best, of several the one whose headings account for most words; None where others are as good."""
    fittest = max(_fitness(each) for each in found)
    doubts = {each.cell.id: len(_doubts(each, understood, index)) for each in found if _fitness(each) == fittest}
    best = [each for each in found if doubts.get(each.cell.id) == min(doubts.values())]
    return best[0] if len({each.cell.object for each in best}) == 1 else None


def _is_other_figure(best: Fitting, understood: Understood, index: OpenIndex) -> bool:
    """Whether the very figure asked for is missing, or the question asks for all and the column tells of one."""
    return is_missing(understood, index) or asks_for_all(understood.text, task_name(best.cell.relation))


def _tells_when(cell: Fact, understood: Understood, index: OpenIndex) -> bool:
    """Whether a cell tells a time; a dash or a code may, by its note."""
    if is_blank(cell.object) or _TELLS_WHEN.search(cell.object):
        return True
    return meaning_of(cell, understood, index) is not None


def _is_of_year(cell: Fact, understood: Understood, index: OpenIndex) -> bool:
    grid = grid_of(cell, index, understood.filters)
    return speaks_of_year(understood.text, cell.relation, cell, grid, index, understood.filters.access)


def _doubts(found: Fitting, understood: Understood, index: OpenIndex) -> tuple[str, ...]:
    return unaccounted(understood, index, found.cell, found.row.cells, header=found.row.header)


def _most_doubts(found: Fitting) -> int:
    """How many words may be left: none where the column only fits the kind of the question, one where half of it is named."""
    if found.column_share == BY_KIND:
        return MOST_DOUBTS_BY_KIND
    return MOST_DOUBTS if found.column_share > BY_KIND else MOST_DOUBTS_BY_KIND + (found.column_share >= HALF_NAMED)


def _also_asked(best: Fitting, understood: Understood) -> tuple[Fact, ...]:
    """The other cell of the row that the question asks for too: "Hvem laver oversigten, og hvad er fristen?"."""
    second = _SECOND.search(understood.text)
    if second is None:
        return ()
    kind = QuestionKind.WHEN if second["when"] else QuestionKind.WHO
    if kind is understood.kind:
        return ()
    others = (cell for cell in best.row.cells if cell.id != best.cell.id)
    return tuple(other for other in others if COLUMNS[kind].search(task_name(other.relation)))[:1]


def column_name(cell: Fact, language: Language) -> str:
    """The column's header as a noun: what stands under "Hvem" is the one responsible."""
    header = task_phrase(task_name(cell.relation))
    place = 0 if language is Language.DANISH else 1
    return _NOUNS[header.lower()][place] if header.lower() in _NOUNS else header


_NOUNS = {
    "hvem": ("ansvarlig", "responsible"),
    "hvornår": ("frist", "due"),
    "who": ("ansvarlig", "responsible"),
    "when": ("frist", "due"),
}


def _fitness(found: Fitting) -> tuple[float, float]:
    return found.subject_share + found.column_share, found.subject_share
