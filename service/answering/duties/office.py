"""Who holds an office: "formand for styregruppen", "projektleder", from tables of names and roles, lists and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.opened import OpenIndex
from index.records import ScoredPassage
from ingest.facts.sentences import sentences_of
from service.answering.duties.matching import Term, terms_of
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line, task_phrase
from service.answering.frames import quoted
from service.answering.minutes.trimmed import trimmed
from service.answering.retrieval import retrieve
from service.answering.sources import source_of
from service.records import Draft, QuestionKind, Source, Understood
from service.understanding.vocabulary import task_name, vocabulary_of
from service.understanding.words import stem, words_of

_OFFICES = (
    r"formand|formændene|næstformand|medformand|viceformand|forperson|projektleder|leder|tovholder|kontaktperson|kasserer|sekretær"
    r"|koordinator|ordfører|direktør|chef|borgmester|bestyrelsesformand|formandskab|projektejer"
)
_ENGLISH = {
    "chair": "formand", "chairman": "formand", "chairwoman": "formand", "chairperson": "formand", "vice-chair": "næstformand",
    "deputy chair": "næstformand", "co-chair": "medformand", "project manager": "projektleder", "project leader": "projektleder",
    "contact person": "kontaktperson", "treasurer": "kasserer", "secretary": "sekretær", "coordinator": "koordinator",
    "director": "direktør", "head": "leder", "mayor": "borgmester",
}  # fmt: skip
_ASKS = re.compile(
    rf"\b(?:hvem|who)\s+(?:er|var|is|was|bliver|blev|er blevet|er udpeget som|er valgt som)\s+(?:the\s+|den\s+)?(?:\w+e\s+)?"
    rf"(?P<office>\w*(?:{_OFFICES})(?:en|et|erne|ne)?|{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
PERSON = (
    r"(?P<name>[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?(?:[ ][A-ZÆØÅ]\.)*(?:[ ](?:af|von|de|van)[ ])?"
    r"(?:[ ]?[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøåéü]+)?){1,3})"
)
"""A full name of two words or more, each with a capital."""
_NO_PERSON = re.compile(
    r"\b(?:kommune|sygehus|hospital\w*|region\w*|universitet\w*|udvalg\w*|forum|klynge\w*|afdeling\w*|center|centret|råd\w*|styrelse\w*"
    r"|holbæk|odense|aarhus|aalborg)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:\w*(?:direktør|chef|leder|formand|læge|plejerske|konsulent|borgmester|medlem|sekretær)|dr|prof)\s+", re.IGNORECASE
)
_NO_NAME = re.compile(r"^(?:den|det|de|the|for|på|til|om|i|fra)\s", re.IGNORECASE)
_OWN_OBJECT = re.compile(r"^(?:en|et)?\s+(?:(?:for|i|af|på|of|in)\s+\w|[A-ZÆØÅ])")
LEAST_COVERAGE = 0.75
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


class OfficeAnswerer:
    """Answers "who is the chair of X" with the person printed with that very office."""

    kind = "office"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None when no person is printed with the office of what is asked, or several are."""
        asks = _ASKS.search(understood.text)
        if understood.kind is not QuestionKind.WHO or asks is None:
            return None
        office = _office(asks["office"])
        terms = tuple(term for term in terms_of(understood) if term.word not in words_of(asks["office"]))
        found = [*_in_tables(office, terms, understood, index), *_in_passages(office, terms, understood, index)]
        found = [holder for holder in found if holder.coverage >= LEAST_COVERAGE]
        best = max(found, key=lambda each: (each.coverage, each.source.date.toordinal() if each.source.date else 0), default=None)
        if best is None:
            return None
        rivals = {each.name for each in found if each.coverage >= best.coverage - 0.05 and not _same_person(each, best)}
        newest = [each for each in found if each.coverage >= best.coverage - 0.05 and each.source.date == best.source.date]
        if rivals and {each.name for each in newest} - {best.name}:
            return None  # two persons on one day: a table of several bodies, or a word of the question held by accident
        return _draft(understood, best, alone=not terms)


def _office(asked: str) -> str:
    """The office in Danish, small letters, without its article."""
    word = _ENGLISH.get(asked.lower(), asked.lower())
    return re.sub(r"(?<=[a-zæøå]{4})(?:en|et)$", "", word)


def _holds_office(text: str, office: str) -> re.Match[str] | None:
    """The office as a word of its own in a text: "næstformand" is no "formand"."""
    return re.search(rf"(?<![\w-]){re.escape(office)}(?:en|et)?(?![\w-])", text, re.IGNORECASE)


def _in_tables(office: str, terms: Sequence[Term], understood: Understood, index: OpenIndex) -> Iterator[Holder]:
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


def _is_person(text: str) -> bool:
    match = re.match(PERSON, text.strip())
    return match is not None and not _NO_PERSON.search(match["name"])


def _in_passages(office: str, terms: Sequence[Term], understood: Understood, index: OpenIndex) -> Iterator[Holder]:
    """Sentences and lines that print a person with the office."""
    for scored in retrieve(understood, index, PASSAGES):
        for sentence in sentences_of(scored.passage.text):
            name = _person_in_office(sentence, office)
            if name:
                yield _said(_TITLE.sub("", name), sentence, office, scored, terms, index)


def _person_in_office(sentence: str, office: str) -> str | None:
    """The person nearest to the office in a sentence: before "(formand)", behind "formand … er", else the nearest before."""
    held = _holds_office(sentence, office)
    if held is None:
        return None
    people = [match for match in re.finditer(PERSON, sentence) if not _NO_PERSON.search(match["name"])]
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


_ELIDED = re.compile(r"(?<=[^aeiouyæøå])e([lnr])$")
"""The vowel that a Danish word gives up before an ending: "forespørgsel", "forespørgslen"."""


def form_of(word: str, own: str) -> bool:
    """Whether two folded words have one stem, or one's stem is the beginning or end of the other's."""
    shorter, longer = sorted((_ELIDED.sub(r"\1", stem(word)), _ELIDED.sub(r"\1", stem(own))), key=len)
    return shorter == longer or (len(shorter) >= 5 and (longer.startswith(shorter) or longer.endswith(shorter)))


def _same_person(one: Holder, other: Holder) -> bool:
    return one.name in other.name or other.name in one.name


def _draft(understood: Understood, best: Holder, *, alone: bool) -> Draft:
    day = best.source.date
    return Draft(
        text=f"{best.name}{best.told} {day_line(day, understood.language)}".strip(),
        kind=OfficeAnswerer.kind,
        strength=(0.9 if best.coverage > 0.95 else 0.78) - 0.2 * alone,
        sources=(best.source,),
        as_of=day,
        features=(("coverage", best.coverage),),
    )
