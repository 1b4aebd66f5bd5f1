"""Questions from facts: definitions, abbreviations, table cells, deadlines, responsibilities."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from eval.records import Evidence, GoldQuestion, Rule
from ingest.records import FactKind

if TYPE_CHECKING:
    from index.opened import OpenIndex
    from ingest.records import Fact

LETTERS = re.compile(r"[^\W\d_]{3}")
MOST_SUBJECT_WORDS = 8
MOST_OBJECT_WORDS = 60
LEAST_WORDS_OF_A_GIST = 3


def questions_from_facts(index: OpenIndex) -> Iterator[GoldQuestion]:
    """One question per fact that can be asked in a sentence. A question that two facts answer differently is left out."""
    answers: dict[str, set[str]] = {}
    asked: dict[str, Fact] = {}
    for fact in index.store.facts():
        text = _asked(fact)
        if text:
            answers.setdefault(text, set()).add(fact.object)
            asked[text] = fact
    paths = {document.id: document.path for document in index.store.documents()}
    for text, fact in asked.items():
        if len(answers[text]) == 1 and fact.document_id in paths:
            yield _question(text, fact, paths[fact.document_id])


def _asked(fact: Fact) -> str:
    if len(fact.subject.split()) > MOST_SUBJECT_WORDS or not 0 < len(fact.object.split()) <= MOST_OBJECT_WORDS:
        return ""
    ask = ASKED.get(fact.kind)
    return ask(fact) if ask else ""


def _cell(fact: Fact) -> str:
    """Only cells of words under headers of words; a bare number or letter needs its table."""
    subject, column = " ".join(fact.subject.split()), " ".join(fact.relation.rsplit(" / ", 1)[-1].split())
    if not all(LETTERS.search(text) for text in (subject, column, fact.object)):
        return ""
    return f"Hvad står der om {column} for {subject}?"


ASKED: dict[FactKind, Callable[[Fact], str]] = {
    FactKind.DEFINITION: lambda fact: f"Hvad betyder {fact.subject}?",
    FactKind.ABBREVIATION: lambda fact: f"Hvad står {fact.subject} for?",
    FactKind.DEADLINE: lambda fact: f'Hvornår er fristen for "{fact.subject}"?',
    FactKind.RESPONSIBILITY: lambda fact: f'Hvem har ansvaret for "{fact.subject}"?',
    FactKind.CELL: _cell,
}


def _question(text: str, fact: Fact, path: str) -> GoldQuestion:
    short = len(fact.object.split()) < LEAST_WORDS_OF_A_GIST
    return GoldQuestion(
        id=f"{fact.kind}-{fact.id}",
        text=text,
        rule=Rule(groups=((fact.object.strip(" .,;:"),),)) if short else Rule(),
        gist="" if short else fact.object,
        evidence=(Evidence(document=PurePosixPath(path).name, quote=fact.object),),
        language="da",
        kind=str(fact.kind),
        answer=fact.object,
    )
