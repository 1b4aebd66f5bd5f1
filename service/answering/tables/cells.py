"""Answers what stands in one cell of any table: the question names the row and, by its words or its kind, the column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from ingest.records import Access, Fact
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line, task_phrase
from service.answering.minutes.trimmed import trimmed
from service.answering.sources import source_of
from service.answering.tables.numbers import value_of
from service.answering.tables.unaccounted import ASKED_DIFFERENCE, is_difference, unaccounted
from service.records import Draft, Language, QuestionKind, Understood
from service.understanding.learnt import Learnt
from service.understanding.translated import in_danish
from service.understanding.vocabulary import task_name, vocabulary_of
from service.understanding.words import same_word, stem, words_of

_COLUMNS = {
    QuestionKind.WHO: re.compile(
        r"\b(?:ansvarlig\w*|tovholder\w*|kontaktperson\w*|hvem|aktør\w*|udførende|leder|owner|responsible|who)\b", re.I
    ),
    QuestionKind.WHEN: re.compile(
        r"\b(?:\w*frist\w*|dato\w*|deadline\w*|hvornår|tidspunkt\w*|tid|tidsplan|senest|date|when|due)\b", re.IGNORECASE
    ),
    QuestionKind.WHERE: re.compile(r"\b(?:sted|placering|adresse|lokale|hvor|place|where|location)\b", re.IGNORECASE),
    QuestionKind.STATUS: re.compile(r"\bstatus\w*\b", re.IGNORECASE),
}
_SECOND = re.compile(
    r",?\s(?:og|and)\s(?:(?P<when>hvornår|hvad er fristen|inden hvornår|when|by when|what is the deadline)|(?:hvem|who))\b",
    re.IGNORECASE,
)
MOST_SUBJECT_WORDS = 10
MOST_WORDS = 60
LEAST_SUBJECT_SHARE = 0.75
MOST_DOUBTS = 2
_HOW_SOON = re.compile(r"\bhvor (?:hurtigt|sent|tidligt)\b|\bhow (?:soon|quickly|fast|late|early)\b", re.IGNORECASE)
"""Asked of a time limit, not of a number."""
_TOTAL = re.compile(r"\b(?:i alt|total\w*|samlet|samlede|in all|altogether)\b", re.IGNORECASE)
MOST_DOUBTS_BY_KIND = 0
"""Of a column that only fits the kind of the question: "Hvem er direktør" is not answered from "Kontaktperson"."""
BY_KIND = 0.6
HALF_NAMED = 0.5
LONG_WORD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A cell with the share of its row's and its column's words that the question holds."""

    cell: Fact
    subject_share: float
    column_share: float


def _learn(index: OpenIndex, access: frozenset[Access]) -> Mapping[str, tuple[Fact, ...]]:
    """Stem of a word of a row's header → the cells of these rows, in printed order."""
    known = vocabulary_of(index, access)
    member_cells = {cell.id for row in known.rows if len(row.members) > 1 for cell in row.cells}
    found: dict[str, list[Fact]] = defaultdict(list)
    for cell in known.cells:
        own = words_of(cell.subject)
        if cell.id not in member_cells and 0 < len(own) <= MOST_SUBJECT_WORDS:
            for word in {stem(word) for word in own}:
                found[word].append(cell)
    return {word: tuple(cells) for word, cells in found.items()}


_BY_STEM = Learnt(_learn)


class CellAnswerer:
    """Answers from one cell of a table that is not about municipalities."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft when exactly one row and column fit; None when several cells fit as well, or the question says more."""
        if understood.kind in {QuestionKind.WHY, QuestionKind.DECISION, QuestionKind.YES_NO, QuestionKind.DEFINITION}:
            return None
        found = _fitting(understood, index)
        if not found:
            return None
        best = _the_one(found, understood, index)
        if best is None:
            return None
        doubts = _doubts(best, understood, index)
        cell = best.cell
        if len(doubts) > _most_doubts(best):
            return None
        also = _also_asked(understood, index, cell)
        told = ", ".join(f"{_column(each, understood.language)}: {trimmed(each.object, MOST_WORDS)}" for each in (cell, *also))
        text = f"{cell.subject.rstrip(' .:')}, {told.rstrip('.')}."
        return Draft(
            text=f"{text} {day_line(cell.date, understood.language)}".strip(),
            kind=self.kind,
            strength=0.55 + 0.2 * best.subject_share + 0.15 * min(1.0, best.column_share) - 0.15 * len(doubts),
            sources=(source_of(index, index.store.passage(cell.passage_id, understood.filters.access), cell.object),),
            as_of=cell.date,
            features=(
                ("leftover_words", float(len(doubts))),
                ("subject_share", best.subject_share),
                ("column_share", best.column_share),
            ),
        )


def _the_one(found: Sequence[_Found], understood: Understood, index: OpenIndex) -> _Found | None:
    """The cell that fits best, of several the one whose headings account for most words; None where others are as good."""
    fittest = max(_fitness(each) for each in found)
    doubts = {each.cell.id: len(_doubts(each, understood, index)) for each in found if _fitness(each) == fittest}
    best = [each for each in found if doubts.get(each.cell.id) == min(doubts.values())]
    return best[0] if len({each.cell.object for each in best}) == 1 else None


def _doubts(found: _Found, understood: Understood, index: OpenIndex) -> tuple[str, ...]:
    by_stem = _BY_STEM.of(index, understood.filters.access)
    same = by_stem.get(stem(words_of(found.cell.subject)[0]), ())
    row = [each for each in same if (each.passage_id, each.subject) == (found.cell.passage_id, found.cell.subject)]
    return unaccounted(understood, index, found.cell, row)


def _most_doubts(found: _Found) -> int:
    """How many words may be left: none where the column only fits the kind of the question, one where half of it is named."""
    if found.column_share == BY_KIND:
        return MOST_DOUBTS_BY_KIND
    return MOST_DOUBTS if found.column_share > BY_KIND else MOST_DOUBTS_BY_KIND + (found.column_share >= HALF_NAMED)


def _also_asked(understood: Understood, index: OpenIndex, cell: Fact) -> tuple[Fact, ...]:
    """The other cell of the row that the question asks for too: "Hvem laver oversigten, og hvad er fristen?"."""
    second = _SECOND.search(understood.text)
    if second is None:
        return ()
    kind = QuestionKind.WHEN if second["when"] else QuestionKind.WHO
    if kind is understood.kind:
        return ()
    known = vocabulary_of(index, understood.filters.access)
    row = [other for other in known.cells if (other.passage_id, other.subject) == (cell.passage_id, cell.subject)]
    return tuple(other for other in row if other.id != cell.id and _COLUMNS[kind].search(task_name(other.relation)))[:1]


def _column(cell: Fact, language: Language) -> str:
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


def _fitness(found: _Found) -> tuple[float, float]:
    return found.subject_share + found.column_share, found.subject_share


def _fitting(understood: Understood, index: OpenIndex) -> list[_Found]:
    """The cells whose row and column the question names."""
    words = tuple(dict.fromkeys((*words_of(understood.text), *words_of(in_danish(understood.text)))))
    by_stem = _BY_STEM.of(index, understood.filters.access)
    cells = {cell.id: cell for word in words for cell in by_stem.get(stem(word), ())}
    found = []
    for cell in within(tuple(cells.values()), understood.filters, index):
        subject = max((_share(words_of(name), words) for name in _names(cell.subject)), default=0.0)
        column = _column_share(understood, cell, words)
        if subject >= LEAST_SUBJECT_SHARE and column > 0 and _telling(cell.subject, understood.text):
            found.append(_Found(cell=cell, subject_share=subject, column_share=column))
    return found


_ASKED_PRICE = re.compile(r"\b(?:koster?|kostede|pris\w*|takst\w*|cost\w*|price\w*|fee\w*|rate)\b", re.IGNORECASE)
_PRICE = re.compile(r"\b(?:takst\w*|pris\w*|gebyr\w*|betaling\w*|beløb|price|fee|rate)\b", re.IGNORECASE)


def _names(subject: str) -> tuple[str, ...]:
    """A row's name whole, and what stands in its brackets: "Halsnæs (Frederiksværk)"."""
    return (subject, *(each for each in re.findall(r"\(([^()]+)\)", subject) if len(each) >= LONG_WORD))


def _telling(subject: str, text: str) -> bool:
    """Whether a row's name says enough: a long word, capitals that the question prints too, or a total that it asks for."""
    if any(len(word) >= LONG_WORD for word in words_of(subject)) or (_TOTAL.search(subject) and _TOTAL.search(text)):
        return True
    return bool(re.fullmatch(r"[A-ZÆØÅ]{2,6}", subject.strip()) and re.search(rf"\b{subject.strip()}\b", text))


def _share(own: Sequence[str], words: Sequence[str]) -> float:
    return sum(any(same_word(each, word) for word in words) for each in own) / len(own) if own else 0.0


def _column_share(understood: Understood, cell: Fact, words: Sequence[str]) -> float:
    """How well the column is named: by its words, or by the kind of the question; numbers only for "how many"."""
    soon = bool(_HOW_SOON.search(understood.text))
    number = value_of(cell) is not None
    if number != (understood.kind is QuestionKind.HOW_MANY and not soon) or not cell.object.strip():
        return 0.0
    if is_difference(cell) and ASKED_DIFFERENCE.search(understood.text):
        return 1.0
    header = task_name(cell.relation)
    if _ASKED_PRICE.search(understood.text) and _PRICE.search(header):
        rest = words_of(_PRICE.sub(" ", header))
        return _share(rest, words) if rest else 1.0
    column = _COLUMNS.get(QuestionKind.WHEN if soon else understood.kind)
    by_kind = BY_KIND if column is not None and column.search(header) else 0.0
    return max(by_kind, _share(words_of(header), words))
