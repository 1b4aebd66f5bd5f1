"""Who signed: tables of signatures, "For X Kommune: NAME", and the names below a greeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from index.opened import OpenIndex
from ingest.records import Fact, Passage
from service.answering.duties.matching import Term, terms_of
from service.answering.duties.persons import PERSON
from service.answering.duties.word_forms import form_of
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line
from service.answering.retrieval import retrieve
from service.answering.sources import source_of
from service.answering.wording import joined
from service.records import Draft, Language, QuestionKind, Understood
from service.understanding.vocabulary import task_name, vocabulary_of
from service.understanding.words import words_of

_ASKS = re.compile(
    r"\b(?:hvem|hvilke(?:\s\w+)?\spersoner|who|which(?:\s\w+)?\s(?:people|persons))\b.*"
    r"\b(?:underskr\w+|skrev under|signed|signator\w+)\b",
    re.IGNORECASE,
)
_COUNTS = {"to": 2, "tre": 3, "fire": 4, "two": 2, "three": 3, "four": 4}
_COUNTED = re.compile(r"\b(?:hvilke|which)\s(to|tre|fire|two|three|four)\s(?:personer|people|persons)", re.IGNORECASE)
_ASKING_WORDS = """
underskrevet underskrev underskriver skrev under signed signatory signatories personer people persons aftalen aftale agreement
brevet brev svaret svar letter answer about regarding
"""
_ASKING = frozenset(_ASKING_WORDS.split())
_SIGNED_COLUMN = re.compile(r"underskr|signed|signatur|dato", re.IGNORECASE)
_NAME_COLUMN = re.compile(r"^(?:navn|name|underskriver|person|ved)\b", re.IGNORECASE)
_PARTY_LINE = re.compile(
    rf"^\W*(?i:for|på vegne af|on behalf of)\s+(?P<party>[^:\n]{{3,60}}):\s*(?P<names>{PERSON.replace('<name>', '<first>')}.*)$",
    re.MULTILINE,
)
_GREETING = re.compile(
    r"^[ \t]*(?:med\s+)?(?:venlig|kærlig|bedste)\s+hilsen(?:er)?[,. \t]*(?P<same>[^\n]*)\n?(?P<below>(?:[^\n]*\n?){0,3})",
    re.IGNORECASE | re.MULTILINE,
)
LEAST_COVERAGE = 0.75
LEAST_IN_ENGLISH = 0.5
"""Words of another language may lack the right translation: enough for the only letter that has any of them, less sure."""
DOCUMENTS = 10
LETTER_PASSAGES = 6
"""A paper no longer than this is a letter, all of which says what it is about; of a longer one its beginning does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The names, with the passage and the words that print them, and the share of the question's words that they stand for.

    `is_paper` says that the title of their document calls it what the question does.
    """

    names: tuple[str, ...]
    quote: str
    passage: Passage
    coverage: float
    is_paper: bool = False

    @property
    def fit(self) -> tuple[float, bool]:
        """What makes one signature rather meant than another."""
        return self.coverage, self.is_paper


class SignatoryAnswerer:
    """Answers who signed an agreement (for a party) or a letter."""

    kind = "office"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None when the party or the letter meant is not surely that of the signature."""
        if understood.kind not in {QuestionKind.WHO, QuestionKind.LIST, QuestionKind.WHAT} or not _ASKS.search(understood.text):
            return None
        terms = tuple(term for term in terms_of(understood) if term.word not in _ASKING)
        found = [*_in_tables(understood, index, terms), *_in_texts(understood, index, terms)]
        count = _COUNTED.search(understood.text)
        found = [each for each in found if count is None or len(each.names) == _COUNTS[count[1].lower()]]
        least = LEAST_COVERAGE if understood.language is Language.DANISH else LEAST_IN_ENGLISH
        best = max((each for each in found if each.coverage >= least), key=lambda each: each.fit, default=None)
        if best is None or any(each.names != best.names and each.fit >= best.fit for each in found):
            return None  # two signatures that fit as well: whose is meant, nothing tells
        source = source_of(index, best.passage, best.quote)
        language = understood.language
        return Draft(
            text=f"{joined(best.names, language)} ({source.title}). {day_line(source.date, language)}".strip(),
            kind=self.kind,
            strength=0.9 if best.coverage > 0.95 else 0.78 if best.coverage >= LEAST_COVERAGE else 0.6,
            sources=(source,),
            as_of=source.date,
            features=(("coverage", best.coverage),),
        )


def _in_tables(understood: Understood, index: OpenIndex, terms: Sequence[Term]) -> Iterator[Signed]:
    """Rows with a name and a day of signing; a row without a day is not signed."""
    access = understood.filters.access
    rows: dict[tuple[str, str], list[Fact]] = {}
    for cell in within(vocabulary_of(index, access).cells, understood.filters, index):
        rows.setdefault((cell.passage_id, cell.subject), []).append(cell)
    for (passage_id, subject), cells in rows.items():
        named = [cell for cell in cells if _NAME_COLUMN.search(task_name(cell.relation)) and re.match(PERSON, cell.object)]
        signed = [cell for cell in cells if _SIGNED_COLUMN.search(task_name(cell.relation))]
        if len(named) == 1 and signed:
            passage = index.store.passage(passage_id, access)
            coverage = _coverage(terms, words_of(subject))
            yield Signed(names=(named[0].object,), quote=named[0].object, passage=passage, coverage=coverage)


def _in_texts(understood: Understood, index: OpenIndex, terms: Sequence[Term]) -> Iterator[Signed]:
    access = understood.filters.access
    long_forms = index.store.abbreviations(access)
    asked = words_of(understood.text)
    documents = list(dict.fromkeys(scored.passage.document_id for scored in retrieve(understood, index)))[:DOCUMENTS]
    for document_id in documents:
        passages = index.store.passages_of_document(document_id, access)
        told = " ".join(passage.text for passage in (passages if len(passages) <= LETTER_PASSAGES else passages[:2]))
        title = index.store.document(document_id, access).title
        is_paper = any(form_of(word, paper) for paper in words_of(title)[:1] for word in asked)
        own = _words(f"{title} {told}", long_forms)
        for passage in passages:
            for match in _PARTY_LINE.finditer(passage.text):
                yield _signed(match["names"], match.group(0), passage, _coverage(terms, words_of(match["party"])))
        greetings = (_signed(names, names, each, 0.0) for each in passages for names in _greeting_names(each.text))
        for signed in islice(greetings, 1):  # below the first stands at most who sent the letter on
            yield replace(signed, coverage=_coverage(terms, own), is_paper=is_paper)


def _greeting_names(text: str) -> Iterator[str]:
    """The words with the names behind or below each greeting of a text."""
    for match in _GREETING.finditer(text):
        words = match["same"] if re.search(PERSON, match["same"]) else match["below"].split("\n")[0]
        if re.search(PERSON, words):
            yield words.strip()


def _words(text: str, long_forms: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The words of a text, with the long forms of its abbreviations: a letter says only one of the two."""
    short = {word for word in re.findall(r"\w+", text) if word in long_forms}
    return words_of(" ".join((text, *(form for word in sorted(short) for form in long_forms[word]))))


def _signed(words: str, quote: str, passage: Passage, coverage: float) -> Signed:
    names = tuple(dict.fromkeys(match["name"] for match in re.finditer(PERSON, words)))
    return Signed(names=names, quote=quote.strip(), passage=passage, coverage=coverage)


def _coverage(terms: Sequence[Term], own: Sequence[str]) -> float:
    """The share of the question's words among these; 0 when the question names nothing at all."""
    held = sum(any(form_of(word, each) for word in term.alternatives for each in own) for term in terms)
    return held / len(terms) if terms else 0.0
