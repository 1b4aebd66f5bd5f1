"""Answers what a term means, from legends and definitions."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.passages.sentences import sentences
from ingest.records import Access, Fact
from service.answering.definitions.asked_term import asked_term
from service.answering.facts.leftover import leftover
from service.answering.facts.legend import driver_by, term_in, terms_in
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line
from service.answering.frames import quoted
from service.answering.minutes.trimmed import trimmed
from service.answering.sources import source_of
from service.answering.wording import capital
from service.records import Draft, QuestionKind, Source, Understood
from service.understanding.vocabulary import vocabulary_of

_ASKS = frozenset({QuestionKind.DEFINITION, QuestionKind.WHAT, QuestionKind.WHO})
MOST_WORDS = 60
_DIFFERENCE = re.compile(r"\b(?:forskel\w*|difference\w*|differ)\b", re.IGNORECASE)
LEANING_WORDS = 15
_LEANS = re.compile(
    r"^(?:til ?sammen|samlet|det|dette|disse|de|den|denne|her|together|this|these|it)\b|\b(?:omtales|kaldes)\b", re.IGNORECASE
)
_SOURCES = "begrebet ordet ifølge ud slide slides oplæg præsentation tabel oversigt notat referat dokument"


class TermAnswerer:
    """Answers questions of meaning with the definition as printed; also who does what under a model, by its definition."""

    kind = "definition"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft from the newest definition of the term asked for; None when the corpus defines no such term."""
        if understood.kind not in _ASKS or understood.municipalities or understood.councils:
            return None
        definitions = within(vocabulary_of(index, understood.filters.access).definitions, understood.filters, index)
        if _DIFFERENCE.search(understood.text):
            return _difference(understood, index, terms_in(understood.text, definitions))
        by_meaning = understood.kind is QuestionKind.DEFINITION
        term = asked_term(understood.text, understood.quoted) if by_meaning else understood.text
        found = term_in(term, definitions) if term else None
        if found is None or (understood.kind is QuestionKind.WHO and driver_by(found) is None):
            return None
        same = [fact for fact in definitions if fact.subject.lower() == found.subject.lower()]
        newest = max(same, key=lambda fact: fact.date.toordinal() if fact.date else 0)
        titles = [index.store.document(fact.document_id, understood.filters.access).path for fact in same]
        doubts = leftover(understood.text, [fact.subject + " " + fact.object for fact in same] + [_SOURCES, *titles])
        if not by_meaning and doubts:
            return None
        return _draft(understood, index, newest, same, exact=_exact(found, term or ""), doubts=len(doubts))


def _difference(understood: Understood, index: OpenIndex, terms: tuple[Fact, ...]) -> Draft | None:
    """Both definitions side by side, of one document where it has both."""
    newest = max((fact.date.toordinal() if fact.date else 0 for fact in terms), default=0)
    chosen = [fact for fact in terms if (fact.date.toordinal() if fact.date else 0) == newest]
    if len(chosen) != 2:
        return None
    told = " ".join(f"{fact.subject}: {quoted(trimmed(fact.object, MOST_WORDS // 2))}" for fact in chosen)
    return Draft(
        text=f"{told} {day_line(chosen[0].date, understood.language)}".strip(),
        kind=TermAnswerer.kind,
        strength=0.9,
        sources=tuple(_source(fact, index, understood.filters.access) for fact in chosen),
        as_of=chosen[0].date,
        features=(("terms", 2.0),),
    )


def _exact(found: Fact, term: str) -> bool:
    """Whether the definition's term is all that the asked words hold, but for inflection."""
    return len(found.subject.split()) >= len(term.split())


def _draft(understood: Understood, index: OpenIndex, fact: Fact, same: list[Fact], *, exact: bool, doubts: int) -> Draft:
    """The newest definition; what older documents say of the term stands among the sources."""
    access = understood.filters.access
    others = [other for other in same if other.document_id != fact.document_id]
    sources = [_source(each, index, access) for each in [fact, *others]]
    text = f"{capital(fact.subject)}: {quoted(trimmed(sources[0].quote, MOST_WORDS))}"
    return Draft(
        text=f"{text} {day_line(fact.date, understood.language)}".strip(),
        kind=TermAnswerer.kind,
        strength=(0.93 if exact else 0.75) - 0.1 * min(doubts, 3),
        sources=tuple(sources),
        as_of=fact.date,
        features=(("exact", float(exact)), ("leftover_words", float(doubts))),
    )


def _source(fact: Fact, index: OpenIndex, access: frozenset[Access]) -> Source:
    """The definition as quote, with the sentence before it where it leans on that one ("Together these are called X")."""
    passage = index.store.passage(fact.passage_id, access)
    at = passage.text.find(fact.object)
    if at > 0 and _LEANS.search(fact.object) and len(fact.object.split()) <= LEANING_WORDS:
        before = [start for start, end in sentences(passage.text) if end <= at]
        if before:
            return source_of(index, passage, passage.text[before[-1] : at + len(fact.object)])
    return source_of(index, passage, fact.object)
