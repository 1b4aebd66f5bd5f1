"""Read question sets of any kind; a faulty set is refused with one sentence per faulty line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from eval.errors import QuestionsInvalid
from eval.questions.schema import faults_of, question_of
from eval.questions.spreadsheet import read_csv, read_excel
from eval.records import GoldQuestion, Rule

SPREADSHEETS = {".csv": read_csv, ".tsv": read_csv, ".xlsx": read_excel}
MOST_QUESTIONS = 100_000


def read_questions(path: Path) -> list[GoldQuestion]:
    """The questions of a JSON lines, CSV or Excel file, in order. Raises `QuestionsInvalid` naming every faulty line."""
    if not path.is_file():
        raise QuestionsInvalid(path, ["there is no such question set. A template: kildesvar eval --template questions.csv"])
    questions: list[GoldQuestion] = []
    faults: list[str] = []
    try:
        for number, line in _lines(path, faults):
            try:
                questions.append(question_of(line))
            except ValidationError as error:
                faults.append(f"line {number}: {faults_of(error)}.")
    except (ValueError, OSError) as error:
        faults.append(str(error))
    faults += _repeated(questions)
    if not questions and not faults:
        faults.append("there is no question in it.")
    if faults:
        raise QuestionsInvalid(path, faults)
    return questions


def _lines(path: Path, faults: list[str]) -> Iterator[tuple[int, Any]]:
    reader = SPREADSHEETS.get(path.suffix.lower())
    if reader is not None:
        yield from reader(path)
        return
    for number, text in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if number > MOST_QUESTIONS:
            raise ValueError(f"more than {MOST_QUESTIONS} lines; split the set.")
        if text.strip():
            try:
                yield number, json.loads(text)
            except ValueError as error:
                faults.append(f"line {number}: not JSON ({error}).")


def _repeated(questions: Sequence[GoldQuestion]) -> list[str]:
    counts = Counter(question.id for question in questions)
    return [f"id {name}: {count} questions have it; ids must differ." for name, count in counts.items() if count > 1]


def doubts(questions: Sequence[GoldQuestion]) -> list[str]:
    """What is odd about a set, though it can be run: one sentence each."""
    said = [f"{fault} Results are told apart by id." for fault in _repeated(questions)]
    for question in questions:
        if question.answerable and question.rule == question.lead == Rule() and not question.gist:
            said.append(f"{question.id}: nothing says what a right answer must hold, so any answer counts as right.")
        if question.answerable and not question.evidence:
            said.append(f"{question.id}: no evidence, so it can never count as cited.")
        if not question.answerable and question.rule.groups:
            said.append(f"{question.id}: marked as unanswerable, so what the answer must hold is not looked at.")
    return said
