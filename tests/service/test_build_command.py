"""`kildesvar build` over a folder that is built again and again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.cli.main import main


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """The command for a folder with one note."""
    (tmp_path / "noter").mkdir()
    (tmp_path / "noter" / "note.txt").write_text("Notat\n\nHavnen i Solby uddybes i 2026.\n", encoding="utf-8")
    return ["build", str(tmp_path / "noter"), "--index", str(tmp_path / "index"), "--workers", "1"]


def test_a_folder_in_which_nothing_changed_is_said_to_be_so(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The live generation stays; a new one is made when one asks for it again."""
    assert main(command) == 0
    first = capsys.readouterr().out
    assert "(live):" in first
    assert main(command) == 0
    second = capsys.readouterr().out
    assert "(live, nothing changed):" in second
    assert second.split(" ", 1)[0] == first.split(" ", 1)[0]
    assert main([*command, "--again"]) == 0
    assert capsys.readouterr().out.split(" ", 1)[0] != first.split(" ", 1)[0]


def test_programs_are_told_whether_anything_changed(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """`changed` stands beside the generation's id."""
    reports = []
    for _ in range(2):
        assert main([*command, "--json"]) == 0
        reports.append(json.loads(capsys.readouterr().out))
    assert [report["changed"] for report in reports] == [True, False]
    assert reports[0]["generation"] == reports[1]["generation"]
