"""A new generation goes live only after it has passed its questions."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from eval.demo.make import CORPUS, QUESTIONS
from eval.gate import make_check
from index.build import build
from index.opened import open_index
from service.assistant import Assistant
from service.cli.main import main
from service.errors import SettingsInvalid


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """Half of the demo's documents: the slides and the minutes of the forum are missing."""
    folder = tmp_path / "half"
    folder.mkdir()
    for path in [*CORPUS.glob("04*"), *CORPUS.glob("1*"), *CORPUS.glob("09*")]:
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """Every fifth question of the demo set."""
    chosen = QUESTIONS.read_text(encoding="utf-8").splitlines()[::5]
    (tmp_path / "questions.jsonl").write_text("\n".join(chosen), encoding="utf-8")
    return tmp_path / "questions.jsonl"


@pytest.fixture
def live(demo_index: Path, tmp_path: Path) -> Path:
    """A whole index that serves."""
    return Path(shutil.copytree(demo_index, tmp_path / "live"))


def test_half_of_the_documents_is_refused_and_the_old_index_still_answers(
    live: Path, half: Path, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 3, the questions that got worse are named, and the answer about Læsø is still there."""
    before = open_index(live).summary.id
    status = main(["build", str(half), "--index", str(live), "--gate", str(questions), "--min-accuracy", "0.6", "--workers", "1"])
    said = capsys.readouterr()
    assert status == 3
    assert "refused" in said.err
    assert "below the 60.0 % asked for" in said.err
    assert "worse: demo-" in said.err
    assert open_index(live).summary.id == before
    assert main(["ask", "who drives akutsygepleje in Læsø", "--index", str(live), "--json"]) == 0
    assert "kommune" in json.loads(capsys.readouterr().out)["answer"].lower()


def test_a_generation_that_loses_too_much_is_refused_though_it_is_good_enough(live: Path, half: Path, questions: Path) -> None:
    """The floor is 0, the allowed loss is 5 %."""
    report = build([half], live, workers=1, check=make_check(questions, 0.0, max_drop=0.05))
    assert report.gate is not None
    assert not report.gate.passed
    assert "fewer right than before" in report.gate.sentence
    assert not report.generation.live


def test_a_generation_that_passes_goes_live(live: Path, questions: Path) -> None:
    """The same documents are as good as before."""
    report = build([CORPUS], live, workers=1, check=make_check(questions, 0.1, max_drop=0.0))
    assert report.gate is not None
    assert report.gate.passed
    assert report.generation.live


def test_a_gate_that_cannot_run_fails(live: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong inside, nothing goes live."""
    monkeypatch.setenv("KILDESVAR_NO_SUCH_SETTING", "1")
    index = open_index(live)
    result = make_check(QUESTIONS, 0.0)(index)
    index.close()
    assert not result.passed
    assert "could not run (SettingsInvalid)" in result.sentence


def test_a_question_that_ends_in_an_error_is_a_sentence_and_never_passes(
    live: Path, questions: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`eval` goes on and names it, the gate refuses; nobody sees a traceback."""

    def fail(self: Assistant, question: object) -> None:
        raise ValueError("made to fail")

    monkeypatch.setattr(Assistant, "ask", fail)
    assert main(["eval", str(questions), "--index", str(live), "--no-history"]) == 0
    said = capsys.readouterr()
    assert "demo-01 ended in an error (ValueError: made to fail)" in said.err
    assert "Traceback" not in said.err
    index = open_index(live)
    result = make_check(questions, 0.0)(index)
    index.close()
    assert not result.passed
    assert "12 questions ended in an error" in result.sentence


def test_a_faulty_question_set_ends_the_build_before_it_begins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, status 2, and no index is made."""
    (tmp_path / "faulty.jsonl").write_text("{oops", encoding="utf-8")
    with pytest.raises(SettingsInvalid, match="line 1: not JSON"):
        make_check(tmp_path / "faulty.jsonl", 0.5)
    index = tmp_path / "index"
    assert main(["build", str(CORPUS), "--index", str(index), "--gate", str(tmp_path / "faulty.jsonl")]) == 2
    assert "line 1: not JSON" in capsys.readouterr().err
    assert not (index / "CURRENT").exists()
