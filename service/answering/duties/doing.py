"""The sentences of a passage in which somebody does the deed asked about: who, in which clause, and how much of the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.records import ScoredPassage
from ingest.facts.sentences import sentences_of
from service.answering.duties.deed import Deed
from service.answering.duties.matching import Term
from service.answering.duties.word_forms import means
from service.understanding.words import stem, words_of

_CLAUSE = re.compile(r"(?:^|[,;:]\s+(?:og\s+|at\s+|men\s+)?|\bat\s+|\bså\s+|\bderfor\s+|\bmens\s+|\bwhile\s+)")
_ENDS_CLAUSE = re.compile(
    r",\s+(?:mens|men|og|hvor\w*|idet|så|som|der|while|and|but|which|who)\s|\s(?:mens|hvorimod|while|whereas)\s|;\s",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:det|der|dette|disse|denne|den|de|han|hun|vi|man|her|hvis|når|hvem|hvad|hvordan|i|for|som|med|efter|på|ved|ja|nej|it|this"
    r"|there|they|we|who|you|alle|at|og|men|eller|hvor|hvorfor|hvilke\w*|herefter|samtidig|derudover|desuden|endvidere|således|dermed"
    r"|herunder|as|if|when|in|on)$",
    re.IGNORECASE,
)
ELSEWHERE = 0.5
"""What a word of the question counts that stands in another clause of the sentence or in a heading above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """A sentence that says who does it."""

    who: str
    sentence: str
    scored: ScoredPassage
    coverage: float


def doings_in(deed: Deed, scored: ScoredPassage) -> Iterator[Doing]:
    """The sentences of a passage in which somebody does the deed to what the question names, as far as they hold it."""
    context = [word for heading in scored.passage.heading_path for word in words_of(heading)]
    for sentence in sentences_of(scored.passage.text):
        found = _actor(deed, sentence)
        if found is None:
            continue
        who, clause = found
        own = words_of(clause.replace(who, " ", 1))
        around = [*words_of(sentence), *context]
        held = [1.0 if _in(term, own) else ELSEWHERE if _in(term, around) else 0.0 for term in deed.objects]
        yield Doing(who=who, sentence=sentence, scored=scored, coverage=sum(held) / len(held))


def _actor(deed: Deed, sentence: str) -> tuple[str, str] | None:
    """Who does the deed by a sentence, with the clause that says so."""
    passive = deed.passive.search(sentence) if deed.passive else None
    if passive and _is_somebody(passive["who"]):
        return passive["who"].strip(" ,"), _clause_at(sentence, passive.start())
    for start in [match.end() for match in _CLAUSE.finditer(sentence)]:
        active = deed.active.match(sentence, start)
        if active and _is_somebody(active["who"]):
            return active["who"].strip(" ,"), _clause_at(sentence, start)
    return None


def _clause_at(sentence: str, place: int) -> str:
    """The clause around a place: between the conjunctions that part a sentence."""
    cuts = [match.span() for match in _ENDS_CLAUSE.finditer(sentence)]
    start = max((end for _, end in cuts if end <= place), default=0)
    return sentence[start : min((begin for begin, _ in cuts if begin >= place), default=len(sentence))]


def _is_somebody(who: str) -> bool:
    words = who.split()
    return bool(words) and not _NOBODY.match(words[0]) and len(who) > 2 and not any(char.isdigit() for char in who)


def _in(term: Term, words: Sequence[str]) -> bool:
    return any(stem(word) == stem(own) or means(word, own) for word in term.alternatives for own in words)
