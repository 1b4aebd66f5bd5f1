"""A template of a question set, as JSON lines, CSV or Excel by the file's suffix."""

from __future__ import annotations

import csv
from pathlib import Path

from eval.errors import QuestionsInvalid
from eval.questions.spreadsheet import COLUMNS
from eval.questions.writing import write_questions
from eval.records import Evidence, GoldQuestion, Rule

EXAMPLES = (
    GoldQuestion(
        id="1",
        text="Hvad besluttede udvalget om ventetiden?",
        rule=Rule(groups=(("efterretning",), ("handleplan", "plan")), never=("afvist",)),
        evidence=(Evidence(document="04_referat", quote="Udvalget tog status til efterretning", item="6"),),
        language="da",
        kind="decision",
        answer="Udvalget tog status til efterretning og ønsker en handleplan.",
    ),
    GoldQuestion(id="2", text="Hvem er direktør?", answerable=False, language="da", kind="who", answer="Det fremgår ikke."),
)


def write_template(path: Path) -> None:
    """Write two examples in the form the suffix names (.jsonl, .csv, .xlsx). Raises `QuestionsInvalid`; never overwrites."""
    if path.exists():
        raise QuestionsInvalid(path, ["there is a file already; choose another name."])
    match path.suffix.lower():
        case ".jsonl":
            write_questions(path, EXAMPLES)
        case ".csv":
            with path.open("w", encoding="utf-8-sig", newline="") as file:  # the mark tells Excel that it is UTF-8
                csv.writer(file, delimiter=";").writerows(_rows())
        case ".xlsx":
            from openpyxl import Workbook

            book = Workbook()
            for row in _rows():
                book.worksheets[0].append(row)
            book.save(path)
        case _:
            raise QuestionsInvalid(path, ["the name must end in .jsonl, .csv or .xlsx."])


def _rows() -> list[list[str]]:
    return [[aliases[0] for aliases in COLUMNS.values()], *(_row(question) for question in EXAMPLES)]


def _row(question: GoldQuestion) -> list[str]:
    piece = question.evidence[0] if question.evidence else Evidence(document="", quote="")
    cells = {
        "id": question.id,
        "question": question.text,
        "answer": question.answer,
        "answerable": "ja" if question.answerable else "nej",
        "must_include": "; ".join(" | ".join(group) for group in question.rule.groups),
        "must_not_include": "; ".join(question.rule.never),
        "doc": piece.document,
        "quote": str(piece.quote),
        "item": piece.item or "",
        "context": " | ".join(question.context),
        "lang": question.language,
        "type": question.kind,
    }
    return [cells[name] for name in COLUMNS]
