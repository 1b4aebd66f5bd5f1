"""Counts and lists over a table: which and how many councils (or municipalities) have which model of a task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.opened import OpenIndex
from ingest.places.folding import fold
from ingest.records import Fact
from service.answering.facts.cell_source import cell_source
from service.answering.facts.claims import claimed_actor
from service.answering.facts.leftover import leftover
from service.answering.facts.legend import is_code, term_asked
from service.answering.facts.ruling import Ruling, rulings_for
from service.answering.facts.scope import within
from service.answering.facts.spread import Spread, newest_rows, spread_of
from service.answering.facts.wording import day_line, task_phrase
from service.answering.frames import written_date
from service.answering.wording import capital, joined, number_word
from service.records import Draft, Language, Understood
from service.understanding.tables import Row
from service.understanding.vocabulary import task_name, vocabulary_of
from service.understanding.words import words_of

_ASKED = r"\b(?:hvilke[nt]?|hvor mange|which|what|how many|nævn|list)\s+"
_COUNCILS = re.compile(rf"{_ASKED}(?:\w+\s+){{0,3}}?(?:sundhedsr[åa]+d\w*|(?:health )?councils?)\b", re.IGNORECASE)
_MUNICIPALITIES = re.compile(
    r"\b(?:hvilke[nt]?|hvor mange|which|what|how many|nævn|list)\s+(?:\w+\s+){0,2}?(?:kommuner?|municipalit\w+)\b", re.IGNORECASE
)
_ALL = re.compile(r"\b(?:alle|samtlige|hele|all|every|entire)\b", re.IGNORECASE)
STRENGTH = 0.93
_ASKING = "hvor mange hvilke navne danmark landet many which names country list nævn alle all"
MOST_NAMES = 40


class OverRowsAnswerer:
    """Answers "which/how many councils (municipalities) have MODEL on TASK" from the newest member table."""

    kind = "list"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft, also when the count is zero; None when the question names no model or actor, or no task."""
        councils = _COUNCILS.search(understood.text)
        if not (councils or _MUNICIPALITIES.search(understood.text)) or understood.municipalities or understood.councils:
            return None
        known = vocabulary_of(index, understood.filters.access)
        rows = _in_regions(within(known.rows, understood.filters, index), understood.regions)
        if not understood.tasks:
            return _all_councils(understood, index, newest_rows([row for row in rows if row.is_council])) if councils else None
        if not councils:
            return _members(understood, index, rows, known.definitions)
        rows = newest_rows([row for row in rows if row.is_council])
        spreads = [spread for row in rows if (spread := spread_of(row, understood.tasks[0], known.definitions))]
        named = term_asked(understood.text, _legend([spread.row for spread in spreads], known.definitions))
        return _councils_with(understood, index, spreads, named) if named else None


def _legend(rows: Sequence[Row], definitions: Sequence[Fact]) -> tuple[Fact, ...]:
    """The definitions of the documents the rows stand in, but for those of the columns themselves."""
    documents = {row.document_id for row in rows}
    columns = {fold(task_name(cell.relation)) for row in rows for cell in row.cells}
    definitions = [fact for fact in definitions if fold(fact.subject) not in columns]
    return tuple(fact for fact in definitions if fact.document_id in documents)


def _in_regions(rows: Sequence[Row], regions: Sequence[str]) -> tuple[Row, ...]:
    """The rows of the regions asked about; all when none is."""
    if not regions:
        return tuple(rows)
    bare = {region.removeprefix("Region ").lower() for region in regions}
    return tuple(row for row in rows if any(text.lower().removeprefix("region ") in bare for _, text in row.headers))


def _councils_with(understood: Understood, index: OpenIndex, spreads: Sequence[Spread], term: Fact) -> Draft | None:
    """Councils whose cell names the model for the whole row; those with it for some members are told apart."""
    whole = [spread for spread in spreads if spread.head and spread.head.subject == term.subject and _holds_for_all(spread, term)]
    some = [spread for spread in spreads if spread not in whole and spread.members_with(term.subject)]
    if _ALL.search(understood.text):
        some = []
    language = understood.language
    names = [spread.row.name for spread in whole]
    text = f"{_count(len(whole), 'council', language)}{': ' + joined(names, language) if names else ''}."
    if some and not whole:
        text = ""
    if some:
        parts = [f"{spread.row.name} ({joined(spread.members_with(term.subject), language)})" for spread in some]
        also = _some(language, alone=not whole)
        text = f"{text} {also}: {joined(parts, language)}.".lstrip()
    return _draft(text, whole + some, index, understood)


def _some(language: Language, *, alone: bool) -> str:
    if language is Language.DANISH:
        return "Kun for nogle kommuner" if alone else "Desuden for nogle kommuner"
    return "Only for some municipalities" if alone else "Also for some municipalities"


def _holds_for_all(spread: Spread, term: Fact) -> bool:
    """Whether no member is excepted from the model, or the model itself says that members differ."""
    with_model = spread.members_with(term.subject)
    return len(with_model) == len(spread.rulings) or not with_model


def _members(understood: Understood, index: OpenIndex, rows: Sequence[Row], definitions: Sequence[Fact]) -> Draft | None:
    """The municipalities whose newest row has the model, or the driver, that the question names."""
    task = understood.tasks[0]
    names = dict.fromkeys(name for row in rows for name in row.members)
    newest = [rulings[0] for name in names if (rulings := rulings_for(rows, name, task, definitions))]
    term = term_asked(understood.text, _legend([ruling.row for ruling in newest], definitions))
    actor = None if term else claimed_actor(understood.text)
    if term is None and actor is None:
        return None
    found = [
        ruling
        for ruling in newest
        if (term and _has(ruling, term)) or (actor and ruling.actor is not None and ruling.actor.kind is actor)
    ]
    if not found and (term is None or is_code(term.subject)):
        return None  # that nobody has it is said of a model called by its name only
    return _members_draft(understood, index, found, newest) if newest else None


def _has(ruling: Ruling, term: Fact) -> bool:
    """Whether the ruling's model is the term; a code is the same only where it means the same."""
    if ruling.model is None or ruling.model.subject != term.subject:
        return False
    return not is_code(term.subject) or set(words_of(ruling.model.object)) == set(words_of(term.object))


def _members_draft(understood: Understood, index: OpenIndex, found: Sequence[Ruling], newest: Sequence[Ruling]) -> Draft:
    """Their number and names; the rows of all municipalities are the proof when there are none."""
    language, access = understood.language, understood.filters.access
    names = [ruling.municipality for ruling in found if ruling.municipality]
    text = _count(len(names), "municipality", language)
    if 0 < len(names) <= MOST_NAMES:
        text += f": {joined(sorted(names), language)}"
    shown = found or newest
    return Draft(
        text=f"{text} ({task_phrase(understood.tasks[0])}). {_days([ruling.row.date for ruling in shown], language)}".strip(),
        kind=OverRowsAnswerer.kind,
        strength=STRENGTH,
        sources=tuple(cell_source(index, ruling.cell, access) for ruling in shown),
        as_of=max((ruling.row.date for ruling in shown if ruling.row.date), default=None),
        features=(("rows", float(len(shown))),),
    )


def _days(days: Sequence[date | None], language: Language) -> str:
    """The day the rows stand for, or the first and last day where tables of several days were read together."""
    known = sorted({day for day in days if day is not None})
    if len(known) < 2:
        return day_line(known[0] if known else None, language)
    first, last = written_date(known[0], language), written_date(known[-1], language)
    return f"Kilder fra {first} til {last}." if language is Language.DANISH else f"Sources from {first} to {last}."


def _all_councils(understood: Understood, index: OpenIndex, rows: Sequence[Row]) -> Draft | None:
    """All councils (of a region), when nothing else is asked of them."""
    if leftover(understood.text, [*understood.regions, _ASKING]):
        return None
    names = [row.name for row in rows]
    if not names:
        return None
    text = f"{_count(len(names), 'council', understood.language)}: {joined(names, understood.language)}."
    spreads = [Spread(row=row, cell=row.cells[0], head=None, rulings=()) for row in rows if row.cells]
    return _draft(text, spreads, index, understood)


def _count(count: int, noun: str, language: Language) -> str:
    """The count with its noun, as a sentence begins: "To sundhedsråd", "Two councils", "Ingen kommuner"."""
    danish = language is Language.DANISH
    nouns = {
        "council": ("sundhedsråd", "sundhedsråd", "council", "councils"),
        "municipality": ("kommune", "kommuner", "municipality", "municipalities"),
    }[noun]
    word = (
        ("ingen" if danish else "no")
        if count == 0
        else "ét"
        if danish and count == 1 and noun == "council"
        else number_word(count, language)
    )
    return capital(f"{word} {nouns[(0 if danish else 2) + (count != 1)]}")


def _draft(text: str, spreads: Sequence[Spread], index: OpenIndex, understood: Understood) -> Draft | None:
    if not spreads:
        return None
    access = understood.filters.access
    cells = [spread.cell for spread in spreads]
    return Draft(
        text=" ".join(part for part in (text, day_line(spreads[0].row.date, understood.language)) if part),
        kind=OverRowsAnswerer.kind,
        strength=STRENGTH,
        sources=tuple(cell_source(index, cell, access) for cell in cells),
        as_of=spreads[0].row.date,
        features=(("rows", float(len(spreads))),),
    )
