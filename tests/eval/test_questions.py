"""Question sets come as JSON lines, CSV and Excel, and a faulty one is refused line by line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from eval.errors import QuestionsInvalid
from eval.questions.reading import doubts, read_questions
from eval.questions.schema import line_of, question_of
from eval.questions.template import EXAMPLES, write_template
from eval.records import Evidence, GoldQuestion, Rule

ROWS = [
    [
        "Nr",
        "Spørgsmål",
        "Kan besvares",
        "Skal indeholde",
        "Må ikke indeholde",
        "Dokument",
        "Citat",
        "Punkt",
        "Tidligere spørgsmål",
    ],
    ["1", "Hvem leder gruppen?", "ja", "lars ravn; formand | leder", "mette", "12_mail", "Lars Ravn er ny formand", "", ""],
    ["2", "Og hvornår?", "nej", "", "", "", "", "", "Hvem leder gruppen? | Siden hvornår?"],
]
EXPECTED = [
    GoldQuestion(
        id="1",
        text="Hvem leder gruppen?",
        rule=Rule(groups=(("lars ravn",), ("formand", "leder")), never=("mette",)),
        evidence=(Evidence(document="12_mail", quote="Lars Ravn er ny formand"),),
    ),
    GoldQuestion(id="2", text="Og hvornår?", answerable=False, context=("Hvem leder gruppen?", "Siden hvornår?")),
]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_file_is_read_as_spreadsheets_write_it(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """Whatever the delimiter and the code page; a cell with the delimiter is quoted."""
    file = tmp_path / "questions.csv"
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in ROWS]
    file.write_bytes("\r\n".join(lines).encode(encoding))
    assert read_questions(file) == EXPECTED


def test_an_excel_file_gives_the_same_questions_as_csv(tmp_path: Path) -> None:
    """Numbers in cells become the text an editor sees; empty rows fall away."""
    book = Workbook()
    book.worksheets[0].append(ROWS[0])
    book.worksheets[0].append([1, *ROWS[1][1:]])
    book.worksheets[0].append([None] * 9)
    book.worksheets[0].append(ROWS[2])
    book.save(tmp_path / "questions.xlsx")
    assert read_questions(tmp_path / "questions.xlsx") == EXPECTED


@pytest.mark.parametrize("name", ["questions.jsonl", "questions.csv", "questions.xlsx"])
def test_a_template_can_be_read_back(tmp_path: Path, name: str) -> None:
    """What the template shows is what an editor may write."""
    write_template(tmp_path / name)
    assert read_questions(tmp_path / name) == list(EXAMPLES)
    with pytest.raises(QuestionsInvalid, match="already"):
        write_template(tmp_path / name)


def test_every_faulty_line_is_named(tmp_path: Path) -> None:
    """With its number and what is wrong; blank lines do not count as faulty."""
    file = tmp_path / "questions.jsonl"
    lines = [
        '{"id": "a", "question": "Hvad?"}',
        "",
        '{"id": "a"}',
        "{oops",
        '{"id": "a", "question": "Hvem?", "answerable": "måske"}',
    ]
    file.write_text("\n".join([*lines, lines[0]]), encoding="utf-8")
    with pytest.raises(QuestionsInvalid) as refused:
        read_questions(file)
    said = "\n".join(refused.value.faults)
    assert "line 3: question: Field required" in said
    assert "line 4: not JSON" in said
    assert "line 5: answerable" in said
    assert "id a: 2 questions have it" in said


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.jsonl", None, "there is no such question set"),
        ("empty.jsonl", "", "no question in it"),
        ("headless.csv", "fugl,fisk\n1,2\n", "missing: id or nr or no, question or spørgsmål"),
        ("false.xlsx", "not a workbook", "not an Excel file"),
        ("blank.csv", "", "the first row must name the columns"),
    ],
)
def test_what_is_no_question_set_is_refused_in_a_sentence(tmp_path: Path, name: str, content: str | None, said: str) -> None:
    """No traceback, and what to do about it."""
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(QuestionsInvalid, match=said):
        read_questions(tmp_path / name)


def test_a_workbook_with_a_broken_sheet_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """It opens, and fails only when its rows are read."""
    Workbook().save(tmp_path / "sound.xlsx")
    with zipfile.ZipFile(tmp_path / "sound.xlsx") as sound, zipfile.ZipFile(tmp_path / "broken.xlsx", "w") as broken:
        for name in sound.namelist():
            broken.writestr(name, b"<worksheet" if name.startswith("xl/worksheets/") else sound.read(name))
    with pytest.raises(QuestionsInvalid, match="not an Excel file"):
        read_questions(tmp_path / "broken.xlsx")


def test_a_question_goes_through_its_line_unchanged() -> None:
    """Lead, gist, items and hashed quotes included."""
    question = GoldQuestion(
        id="7",
        text="Hvad?",
        lead=Rule(groups=(("nej",),)),
        gist="Sagen blev udsat.",
        evidence=(Evidence(document="01", quote=("abc", "def"), item="4"),),
    )
    assert question_of(line_of(question)) == question


def test_a_group_of_one_alternative_may_be_a_single_text() -> None:
    """And what is null counts as not given."""
    line = {
        "id": 7,
        "question": "Hvad?",
        "must_include": ["ja", ["nej", "næppe"]],
        "context": None,
        "evidence": [{"doc": "01", "quote": None}],
    }
    question = question_of(line)
    assert question.rule.groups == (("ja",), ("nej", "næppe"))
    assert (question.id, question.context, question.evidence[0].quote) == ("7", (), "")


def test_what_is_odd_about_a_set_is_said() -> None:
    """It can be run, but it does not measure what its author thinks."""
    odd = [GoldQuestion(id="1", text="Hvad?"), GoldQuestion(id="2", text="Hvem?", answerable=False, rule=Rule(groups=(("x",),)))]
    assert [doubt.split(":")[0] for doubt in doubts(odd)] == ["1", "1", "2"]
    assert "id 1: 2 questions have it" in doubts([odd[0], odd[0]])[0]  # the same id in two sets
