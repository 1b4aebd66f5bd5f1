"""`kildesvar ask` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.cli.main import main


def test_json_is_one_object_with_the_keys_others_rely_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing else stands on standard output."""
    assert main(["ask", "Hvornår blev badesøen åbnet?", "--index", str(folder), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert {
        "id",
        "question",
        "answer",
        "abstained",
        "kind",
        "language",
        "confidence",
        "as_of",
        "seconds",
        "sources",
    } <= result.keys()
    assert {"document", "title", "date", "item", "section", "page", "quote", "passage", "url"} <= result["sources"][0].keys()
    assert "4. juni 2021" in result["answer"]


def test_text_shows_the_answer_and_numbered_sources(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person at a terminal reads."""
    assert main(["ask", "Hvem ejer badesøen?", "--index", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "Havneselskabet" in printed
    assert "[1] notat_badesoe_2026-02-01.txt" in printed


def test_a_follow_up_takes_its_subject_from_the_context(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rewritten question is shown."""
    command = ["ask", "Og hvem ejer den?", "--context", "Hvornår blev badesøen åbnet?", "--index", str(folder), "--json"]
    assert main(command) == 0
    assert "understood_as" in json.loads(capsys.readouterr().out)


def test_a_missing_index_is_one_sentence_and_status_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback, and what to do about it."""
    assert main(["ask", "Hvem?", "--index", str(tmp_path / "none")]) == 1
    assert "kildesvar build" in capsys.readouterr().err
