"""Who is printed with an office: rows of tables, and the sentences and lines of what is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from index.records import ScoredPassage
from ingest.facts.sentences import sentences_of
from service.answering.duties.matching import Term
from service.answering.duties.persons import PERSON, names_person
from service.answering.duties.word_forms import form_of
from service.answering.facts.scope import within
from service.answering.facts.wording import task_phrase
from service.answering.frames import quoted
from service.answering.minutes.trimmed import trimmed
from service.answering.retrieval import retrieve
from service.answering.sources import source_of
from service.records import Source, Understood
from service.understanding.vocabulary import task_name, vocabulary_of
from service.understanding.words import words_of

_TITLE = re.compile(
    r"^(?:\w*(?:direktør|chef|leder|formand|læge|plejerske|konsulent|borgmester|medlem|sekretær)|dr|prof)\s+", re.IGNORECASE
)
_NO_NAME = re.compile(r"^(?:den|det|de|the|for|på|til|om|i|fra)\s", re.IGNORECASE)
_OWN_OBJECT = re.compile(r"^(?:en|et)?\s+(?:(?:for|i|af|på|of|in)\s+\w|[A-ZÆØÅ])")
PASSAGES = 20
MOST_WORDS = 30
_WITHIN_LINE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who holds the office, what is told behind the name, and the share of the question's words that it holds."""

    name: str
    told: str
    source: Source
    coverage: float


def in_tables(office: str, terms: Sequence[Term], understood: Understood, index: OpenIndex) -> Iterator[Holder]:
    """Rows with the office in a cell and the person in front, or the office in the column's header and the person in the cell."""
    access = understood.filters.access
    for cell in within(vocabulary_of(index, access).cells, understood.filters, index):
        if _holds_office(cell.object, office) and _is_person(cell.subject):
            said, name, told = cell.object, cell.subject, f" ({cell.object.strip()})."
        elif _holds_office(task_name(cell.relation), office) and _is_person(cell.object):
            said, name = f"{cell.subject} {cell.relation}", cell.object
            told = f" ({task_phrase(task_name(cell.relation))}, {cell.subject})."
        else:
            continue
        passage = index.store.passage(cell.passage_id, access)
        context = [*passage.heading_path, index.store.document(cell.document_id, access).title]
        quote = cell.object
        yield Holder(
            name=name.strip(),
            told=told,
            source=source_of(index, passage, quote if quote in passage.text else passage.text),
            coverage=_coverage(terms, said, context),
        )


def in_passages(office: str, terms: Sequence[Term], understood: Understood, index: OpenIndex) -> Iterator[Holder]:
    """Sentences and lines that print a person with the office."""
    for scored in retrieve(understood, index, PASSAGES):
        for sentence in sentences_of(scored.passage.text):
            name = _person_in_office(sentence, office)
            if name:
                yield _said(_TITLE.sub("", name), sentence, office, scored, terms, index)


def _holds_office(text: str, office: str) -> re.Match[str] | None:
    """The office as a word of its own in a text: "næstformand" is no "formand"."""
    return re.search(rf"(?<![\w-]){re.escape(office)}(?:en|et)?(?![\w-])", text, re.IGNORECASE)


def _is_person(text: str) -> bool:
    match = re.match(PERSON, text.strip())
    return match is not None and names_person(match["name"])


def _person_in_office(sentence: str, office: str) -> str | None:
    """The person nearest to the office in a sentence: before "(formand)", behind "formand … er", else the nearest before."""
    held = _holds_office(sentence, office)
    if held is None:
        return None
    people = [match for match in re.finditer(PERSON, sentence) if names_person(match["name"])]
    people = [match for match in people if not _NO_NAME.match(match["name"])]
    before = [match for match in people if match.end() <= held.start() and held.start() - match.end() <= _WITHIN_LINE]
    behind = [match for match in people if match.start() >= held.end()]
    in_brackets = sentence[: held.start()].rstrip().endswith("(")
    if before and (in_brackets or re.search(r"\b(?:er|som|blev|is|as|var)\b", sentence[before[-1].end() : held.start()])):
        return before[-1]["name"]
    if behind and re.match(r"[^.;]{0,60}?(?:\ber\b|:|\bis\b|\bblev\b|^\s)\s*$", sentence[held.end() : behind[0].start()]):
        return behind[0]["name"]
    return before[-1]["name"] if before and held.start() - before[-1].end() < 4 else None


def _said(name: str, sentence: str, office: str, scored: ScoredPassage, terms: Sequence[Term], index: OpenIndex) -> Holder:
    """A chair "for X" is X's and nobody else's; one without is that of what the sentence stands under."""
    passage = scored.passage
    held = _holds_office(sentence, office)
    own = held is not None and _OWN_OBJECT.match(sentence[held.end() :]) is not None
    quote = sentence if sentence in passage.text else passage.text
    source = source_of(index, passage, quote)
    return Holder(
        name=name,
        told=f": {quoted(trimmed(sentence, MOST_WORDS))}",
        source=source,
        coverage=_coverage(terms, sentence, () if own else [*passage.heading_path, source.title, source.body or ""]),
    )


def _coverage(terms: Sequence[Term], said: str, context: Iterable[str]) -> float:
    """The share of the question's words that the words hold, or what they stand under; 1 when nothing else is asked."""
    own = words_of(" ".join([said, *context]))
    held = sum(any(form_of(word, each) for word in term.alternatives for each in own) for term in terms)
    return held / len(terms) if terms else 1.0
