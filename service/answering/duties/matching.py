"""How well a duty is the one asked about: every word of the question counts, by how much it tells apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.analysis.lexicon import lexicon
from ingest.dates.find import find_dates
from ingest.places.folding import fold
from service.answering.duties.duty import PREFIX_LETTERS, Duties, Duty
from service.answering.duties.word_forms import means
from service.records import Language, Understood
from service.understanding.language import language_of
from service.understanding.words import stem, words_of

_ASKING = """
hvornår skal skulle senest sidste frist fristen frister tidsfrist tidsfristen deadline deadlines deadlinen dato datoer datoen
tidspunkt inden før fra være
bliver blive har have hvad hvilken hvilke hvem når gælder nu træffe træffes foretage foretages ske sker sket
være færdig færdige klar klare afholdes holdes dag måned findes står kommune kommunen ifølge
when must should shall latest last date due deadline by before have has had does what which be ready done there are need needs
take place month find any all upcoming next kommende alle følgende kl
"""
_KNOWN = frozenset(stem(fold(word)) for word in _ASKING.split())
_HANDING_IN_WORDS = """
aflægge aflevere afleveret indsende indsendes sende sendes levere afgive indberette indgive fremsende lave udarbejde oplyse melde
submit send deliver report hand provide
"""
_HANDING_IN = frozenset(stem(fold(word)) for word in _HANDING_IN_WORDS.split())
LIGHT = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the question with the other words it may be printed as."""

    word: str
    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A duty, the share of the question's words that it holds (weighed by rarity), and the share of its own that were asked."""

    duty: Duty
    coverage: float
    precision: float


def terms_of(understood: Understood, known: frozenset[str] = _KNOWN) -> tuple[Term, ...]:
    """The words of a question that say what it is about; dates and the words of asking are left out."""
    text = understood.text
    for found in reversed(find_dates(text)):
        text = f"{text[: found.char_start]} {text[found.char_end :]}"
    words = [word for word in words_of(text) if len(word) > 2 and not word.isdigit()]
    english = language_of(understood.text) is Language.ENGLISH
    renderings = {words[r.start]: r for r in lexicon().translate(words)} if english else {}
    terms: list[Term] = []
    skip = 0
    for word in words:
        if skip > 0:
            skip -= 1
            continue
        rendering = renderings.get(word)
        if rendering is not None:
            skip = rendering.end - rendering.start - 1
        if stem(word) in known:
            continue
        others = [other for text in (rendering.renderings if rendering else ()) for other in words_of(text)]
        terms.append(Term(word=word, alternatives=(word, *(others or lexicon().expand(word)))))
    return tuple(dict.fromkeys(terms))


def matches(terms: Sequence[Term], duties: Duties, candidates: Iterable[Duty] | None = None) -> list[Match]:
    """All duties (of the candidates, where given) that hold any term, the best first, newer sources first among equals."""
    if not terms:
        return []
    pool = list(candidates) if candidates is not None else _likely(terms, duties)
    held = [[_held(term, duty) for term in terms] for duty in pool]
    weights = [
        _telling(term) * math.log(1 + (len(duties.all) + 1) / (1 + sum(row[place] for row in held)))
        for place, term in enumerate(terms)
    ]
    found = [
        Match(
            duty=duty,
            coverage=sum(weight for weight, each in zip(weights, row, strict=True) if each) / sum(weights),
            precision=_precision(terms, duty),
        )
        for duty, row in zip(pool, held, strict=True)
        if any(row)
    ]
    return sorted(found, key=lambda each: (-each.coverage, -each.precision, -_ordinal(each.duty)))


def _telling(term: Term) -> float:
    """How much a word says of the thing: a verb of handing in says less than what is handed in."""
    return LIGHT if stem(term.word) in _HANDING_IN else 1.0


def _likely(terms: Sequence[Term], duties: Duties) -> list[Duty]:
    prefixes = {word[:PREFIX_LETTERS] for term in terms for word in term.alternatives}
    places = {place for prefix in prefixes for place in duties.by_prefix.get(prefix, ())}
    return [duties.all[place] for place in sorted(places)]


def _held(term: Term, duty: Duty) -> bool:
    return any(stem(word) in duty.stems or any(means(word, own) for own in duty.words) for word in term.alternatives)


def _precision(terms: Sequence[Term], duty: Duty) -> float:
    own = [word for word in dict.fromkeys(duty.words) if len(word) > 2 and stem(word) not in _KNOWN]
    asked = sum(any(means(word, each) for term in terms for word in term.alternatives) for each in own)
    return asked / len(own) if own else 0.0


def _ordinal(duty: Duty) -> int:
    return duty.day.toordinal() if duty.day else 0
