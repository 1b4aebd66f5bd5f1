"""Answers what an abbreviation stands for."""

from __future__ import annotations

from collections import Counter

from index.opened import OpenIndex
from ingest.records import Fact, Passage
from service.answering.definitions.asked_term import asked_term
from service.answering.facts.scope import within
from service.answering.sources import source_of
from service.answering.wording import joined
from service.records import Draft, Language, QuestionKind, Understood
from service.understanding.vocabulary import vocabulary_of

STRENGTH = 0.95
MOST_SOURCES = 4


class AbbreviationAnswerer:
    """Answers "what does X stand for" from the places where the corpus writes X out."""

    kind = "definition"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft with the long form written most often (all that are written as often); None when X is never written out."""
        if understood.kind not in {QuestionKind.DEFINITION, QuestionKind.WHAT}:
            return None
        term = asked_term(understood.text, understood.quoted)
        if term is None:
            return None
        facts = within(vocabulary_of(index, understood.filters.access).abbreviations, understood.filters, index)
        found = [fact for fact in facts if fact.subject == term] or [fact for fact in facts if _same(fact.subject, term)]
        chosen = _chosen(found)
        if not chosen:
            return None
        language = understood.language
        stands = "står for" if language is Language.DANISH else "stands for"
        text = f"{chosen[0].subject} {stands} {joined([_shown(fact.object) for fact in chosen], language)}."
        named = {_key(fact) for fact in chosen}
        shown = [*chosen, *(fact for fact in found if fact not in chosen and _key(fact) in named)][:MOST_SOURCES]
        passages = {fact.id: index.store.passage(fact.passage_id, understood.filters.access) for fact in shown}
        sources = tuple(source_of(index, passages[fact.id], _quote(fact, passages[fact.id])) for fact in shown)
        return Draft(
            text=text, kind=self.kind, strength=STRENGTH, sources=sources, features=(("long_forms", float(len(chosen))),)
        )


def _same(short: str, term: str) -> bool:
    """Equal but for case and the ending of an inflected abbreviation ("SOF'erne")."""
    return short.lower() == term.lower() or short.lower() == term.lower().split("'")[0].split("’")[0]


def _chosen(facts: list[Fact]) -> list[Fact]:
    """One fact for each long form that is written most often, at most two, in printed order."""
    counts = Counter(_key(fact) for fact in facts)
    most = max(counts.values(), default=0)
    chosen = {_key(fact): fact for fact in reversed(facts) if counts[_key(fact)] == most}
    return sorted(chosen.values(), key=facts.index)[:2]


def _key(fact: Fact) -> str:
    return "".join(letter for letter in fact.object.lower() if letter.isalnum())[:24]


def _shown(text: str) -> str:
    return " ".join(text.split())


def _quote(fact: Fact, passage: Passage) -> str:
    """Long and short form together where they are printed together, else the long form."""
    start = passage.text.find(fact.object)
    together = passage.text[start : start + len(fact.object) + len(fact.subject) + 6]
    end = together.find(fact.subject, len(fact.object))
    if start < 0 or end < 0:
        return fact.object
    quote = together[: end + len(fact.subject)]
    return quote + ")" if passage.text[start + len(quote) : start + len(quote) + 1] == ")" else quote
