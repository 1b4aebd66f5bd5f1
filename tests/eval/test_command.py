"""`kildesvar eval` as an editor uses it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from eval.demo.make import QUESTIONS
from eval.generate.choosing import generate
from eval.questions.reading import read_questions
from eval.runs import RunStore
from index.opened import open_index
from service.cli.main import main

TEN_ROWS = """nr;spørgsmål;kan besvares;skal indeholde;dokument;citat
1;Hvem driver akutsygeplejen i Læsø?;ja;kommune;06_;I Læsø Kommune driver kommunen fortsat akutsygeplejen
2;Hvem har lavet evalueringen af tryghedsopkald?;ja;karen holst;03_;Evalueringen er lavet af Karen Holst
3;Hvor mange opkald fik vagttelefonen i 2025?;ja;2340;01_;Vagttelefonen fik 2340 opkald i 2025
4;Hvad står KOL for?;ja;kronisk obstruktiv lungesygdom;02_;kronisk obstruktiv lungesygdom
5;Hvem leder det fælles udbud af forbindsstoffer?;ja;frederikshavn kommune;10_;Udbuddet ledes af Frederikshavn Kommune
6;Hvorfor kan kompetenceplanen ikke nås?;ja;undervisere;02_;fordi der mangler undervisere
7;Hvem var inhabil i sagen om puljen?;ja;kirsten holmgaard;05_;Kirsten Holmgaard deltog ikke
8;Hvor holdt Samarbejdsforum møde den 22. april 2026?;ja;kulturhuset;02_;Kulturhuset i Frederikshavn, lokale 4
9;Hvem er direktør for Regionshospital Nordjylland?;nej;;;
10;Hvad blev besluttet om parkeringsafgifter?;nej;;;
"""


@pytest.fixture
def spreadsheet(tmp_path: Path) -> Path:
    """Ten questions as an editor keeps them."""
    (tmp_path / "ten.csv").write_text(TEN_ROWS, encoding="utf-8")
    return tmp_path / "ten.csv"


def test_a_spreadsheet_of_ten_questions_goes_all_the_way(
    demo_index: Path, spreadsheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Answers, figures, report, history, and a comparison of the run with itself."""
    out, report = tmp_path / "results.jsonl", tmp_path / "report.html"
    runs_before = len(RunStore(demo_index).list())
    assert main(["eval", str(spreadsheet), "--index", str(demo_index), "--out", str(out), "--report", str(report)]) == 0
    said = capsys.readouterr()
    assert re.search(r"all +\d+ / +10 ", said.out)
    assert "10/10 questions" in said.err
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == [str(number) for number in range(1, 11)]
    assert {"question", "answer", "abstained", "kind", "language", "confidence", "as_of", "seconds", "sources"} <= lines[0].keys()
    assert len(RunStore(demo_index).list()) == runs_before + 1

    assert main(["eval", str(spreadsheet), "--index", str(demo_index), "--against", str(out), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["questions"] == 10
    assert figures["against"] == {"questions": 10, "gain": 0.0, "better": [], "worse": [], "p": 1.0}


def test_the_report_loads_nothing_from_elsewhere_and_escapes_what_it_shows(
    demo_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No script, no link to another place, and a question in HTML stays a question."""
    questions, report = tmp_path / "q.jsonl", tmp_path / "report.html"
    questions.write_text(
        json.dumps({"id": "<b>", "question": "<script>alert(1)</script>?", "must_include": [["aldrig sagt"]]}), "utf-8"
    )
    assert main(["eval", str(questions), "--index", str(demo_index), "--report", str(report), "--no-history"]) == 0
    page = report.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert not re.search(r'(src|href)="|url\(|@import|https?://', page)


def test_too_few_right_answers_end_with_status_3(demo_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The figures are printed all the same."""
    (tmp_path / "q.jsonl").write_text('{"id": "1", "question": "Hvad?", "must_include": [["umuligt at sige"]]}', encoding="utf-8")
    assert main(["eval", str(tmp_path / "q.jsonl"), "--index", str(demo_index), "--min-accuracy", "0.5", "--no-history"]) == 3
    said = capsys.readouterr()
    assert "below the 50.0 %" in said.err
    assert "right 0.0 %" in said.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name a question set"),
        (["none.jsonl"], "there is no such question set"),
        (["none.jsonl", "--beir", "x"], "one at a time"),
        (["--beir", "nowhere"], "neither a BEIR folder nor a SQuAD file|is missing"),
        (["--template", "file.pdf"], "must end in .jsonl, .csv or .xlsx"),
        (["none.jsonl", "--min-accuracy", "90"], "not between 0 and 1"),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback."""
    assert main(["eval", *arguments]) == 2
    error = capsys.readouterr().err
    assert re.search(said, error)
    assert "Traceback" not in error


def test_evidence_that_no_longer_stands_in_the_corpus_is_named(
    demo_index: Path, spreadsheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A question set ages with its corpus."""
    with spreadsheet.open("a", encoding="utf-8") as file:
        file.write("11;Hvor ligger månebasen?;ja;månen;01_;Basen ligger på månens bagside\n")
    assert main(["eval", str(spreadsheet), "--index", str(demo_index), "--check", "--json"]) == 3
    missing = json.loads(capsys.readouterr().out)["missing"]
    assert any(sentence.startswith("11: no passage of 01_") for sentence in missing)


def test_questions_are_made_from_an_index_and_weak_documents_are_listed(
    demo_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same seed makes the same questions; what was made can be read and put again."""
    made, again = tmp_path / "made.jsonl", tmp_path / "again.jsonl"
    assert main(["eval", "--generate", str(made), "--most", "12", "--index", str(demo_index), "--json"]) == 0
    weak = json.loads(capsys.readouterr().out)["weak documents"]
    assert all(reason for reason in weak.values())
    questions = read_questions(made)
    assert len(questions) == 12
    assert {"decision", "unanswerable"} <= {question.kind for question in questions}
    assert main(["eval", "--generate", str(again), "--most", "12", "--index", str(demo_index), "--json"]) == 0
    assert again.read_bytes() == made.read_bytes()


def test_no_question_is_made_from_a_closed_item(demo_index: Path) -> None:
    """The rent that was agreed behind closed doors is asked for by nobody."""
    index = open_index(demo_index)
    possible = generate(index, most=10).possible
    index.close()
    assert len(possible) > 50
    assert not any("14.500" in question.answer or "Lejemål" in question.text for question in possible)


def test_what_users_found_helpful_becomes_a_question_set(
    demo_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With nothing yet there is nothing to write, and status 1 says so."""
    from ingest.records import Access
    from service.feedback import FeedbackStore

    directory, out = tmp_path / "index", tmp_path / "feedback.jsonl"
    shutil.copytree(demo_index, directory)
    assert main(["eval", "--from-feedback", str(out), "--index", str(directory)]) == 1
    given = {"question": "Hvad står KOL for?", "context": [], "answer": "Lungesygdom.", "abstained": False, "verdict": "up"}
    shown = [{"document": "mappe/02_referat.pdf", "quote": "kronisk obstruktiv lungesygdom (KOL)"}]
    FeedbackStore(directory).add(given | {"sources": shown}, Access.OPEN)
    assert main(["eval", "--from-feedback", str(out), "--index", str(directory)]) == 0
    (question,) = read_questions(out)
    assert (question.text, question.gist, question.evidence[0].document) == (
        "Hvad står KOL for?",
        "Lungesygdom.",
        "02_referat.pdf",
    )


def test_the_demo_set_is_read_without_a_doubt() -> None:
    """Every answerable question says what a right answer holds and where it stands."""
    from eval.questions.reading import doubts

    assert doubts(read_questions(QUESTIONS)) == []
