"""`kildesvar show`: what ingestion makes of a file."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from service.cli.main import main

MINUTES = """Referat af møde i Ældrerådet

Mødedato: 3. maj 2025
Sted: Rådhuset

Punkt 1: Budget for 2026

Sagsfremstilling
Ældrerådet drøftede det kommende års budget og de fælles sund-
hedsopgaver i kommunen.

Beslutning
Godkendt.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """Minutes with a broken word."""
    path = tmp_path / "referat.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def test_the_json_holds_documents_meetings_items_passages_repairs_and_warnings(
    minutes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One object on standard output and nothing else."""
    assert main(["show", str(minutes), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {"documents", "meetings", "passages", "facts", "repairs", "warnings"} <= set(shown)
    assert shown["documents"][0]["date"] == "2025-05-03"
    assert [item["title"] for item in shown["meetings"][0]["items"]] == ["Budget for 2026"]
    assert {"text", "page_first", "page_last", "item", "section"} <= set(shown["passages"][0])
    assert any(passage["section"] == "beslutning" and passage["item"] == "1" for passage in shown["passages"])
    assert shown["repairs"] == [
        {"step": "hyphenated line break", "page_number": None, "before": "sund- hedsopgaver", "after": "sundhedsopgaver"}
    ]


def test_the_text_can_be_read_by_a_person(minutes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It names the file, its status, the meeting, the decision and the repair."""
    assert main(["show", str(minutes)]) == 0
    out = capsys.readouterr().out
    assert "referat.txt: read" in out
    assert "beslutning: Godkendt." in out
    assert "'sund- hedsopgaver' → 'sundhedsopgaver'" in out


def test_a_page_limits_what_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Passages of other pages are left out."""
    path = tmp_path / "a.txt"
    path.write_text("Rådet drøftede første sag.\fRådet drøftede anden sag.", encoding="utf-8")
    assert main(["show", str(path), "--page", "2", "--json"]) == 0
    texts = [passage["text"] for passage in json.loads(capsys.readouterr().out)["passages"]]
    assert any("anden" in text for text in texts)
    assert all(passage.find("første sag") < 0 or "anden" in passage for passage in texts)


def test_an_unreadable_file_is_shown_with_its_reason_and_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing could be done."""
    path = tmp_path / "a.docx"
    path.write_text("ikke Word", encoding="utf-8")
    assert main(["show", str(path), "--json"]) == 1
    shown = json.loads(capsys.readouterr().out)
    assert (shown["status"], shown["passages"]) == ("skipped", [])
    assert "the name says DOCX" in shown["reason"]


def test_a_missing_file_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback."""
    assert main(["show", str(tmp_path / "væk.pdf")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "there is no such file" in captured.err


@pytest.mark.parametrize("page", ["0", "-1", "to"])
def test_a_page_that_is_no_page_is_wrong_usage(page: str, minutes: Path) -> None:
    """Status 2."""
    assert main(["show", str(minutes), "--page", page]) == 2


def test_it_starts_without_the_heavy_libraries(minutes: Path) -> None:
    """Torch, which takes seconds to import, is not."""
    code = "import sys; from service.cli.main import main; main(['show', sys.argv[1]]); print({'torch'} & set(sys.modules))"
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code, str(minutes)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"
    assert time.monotonic() - started < 30
