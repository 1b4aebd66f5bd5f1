"""The command line: quick help, one sentence for every error, the exit statuses that other programs rely on."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from service.cli.main import main


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run a command here; give its exit status and what it printed on each stream."""
    status = main(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


@pytest.mark.parametrize(
    "arguments", [(), ("ask",), ("nonsense",), ("build",), ("ask", "hvem?", "--nonsense"), ("serve", "--port", "x")]
)
def test_wrong_usage_is_one_sentence_and_status_2(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    """It names the help to read."""
    status, out, err = said(capsys, *arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert "--help" in err


def test_a_missing_file_is_one_sentence_and_nothing_done(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """It names the path."""
    status, out, err = said(capsys, "build", str(tmp_path / "mangler"), "--index", str(tmp_path / "i"))
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert "mangler" in err


def test_an_empty_folder_is_one_sentence_and_nothing_done(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """It says which types of file are read."""
    (tmp_path / "tom").mkdir()
    status, _, err = said(capsys, "build", str(tmp_path / "tom"), "--index", str(tmp_path / "i"))
    assert (status, len(err.splitlines())) == (1, 1)
    assert ".pdf" in err


@pytest.mark.parametrize("command", [("ask", "hvem?"), ("search", "mole"), ("versions",), ("rollback",)])
def test_an_index_that_is_not_there_is_one_sentence_and_nothing_done(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    """It says how to build one."""
    status, out, err = said(capsys, *command, "--index", str(tmp_path / "none"))
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert "kildesvar build" in err


def test_a_misspelt_setting_is_wrong_usage(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """And a port that is taken, and a host that is none."""
    monkeypatch.setenv("KILDESVAR_PROT", "1")
    status, _, err = said(capsys, "serve")
    assert (status, "KILDESVAR_PROT" in err) == (2, True)
    monkeypatch.delenv("KILDESVAR_PROT")
    status, _, err = said(capsys, "serve", "--host", "ikke.en.vært.invalid")
    assert (status, len(err.splitlines())) == (2, 1)


def test_ask_with_json_prints_one_object_and_nothing_else(capsys: pytest.CaptureFixture[str], index_directory: Path) -> None:
    """With the keys that other programs rely on."""
    status, out, _ = said(capsys, "ask", "Hvem driver akutsygeplejen i Samsø?", "--index", str(index_directory), "--json")
    answer = json.loads(out)
    assert status == 0
    assert {"answer", "abstained", "kind", "language", "confidence", "as_of", "seconds", "sources"} <= set(answer)
    assert {"document", "title", "date", "item", "section", "page", "quote", "passage", "url"} <= set(answer["sources"][0])


def test_keys_are_made_listed_and_removed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The key on standard output, the advice on standard error."""
    file = ("--file", str(tmp_path / "keys.json"))
    status, out, err = said(capsys, "keys", "add", "kontoret", "--role", "closed", *file)
    assert (status, out.startswith("ksv_"), "only its hash" in err) == (0, True, True)
    assert said(capsys, "keys", "list", *file)[1] == "kontoret\tclosed\n"
    assert said(capsys, "keys", "remove", "kontoret", *file)[0] == 0
    assert said(capsys, "keys", "remove", "kontoret", *file)[0] == 1


def test_help_answers_at_once_and_loads_nothing_heavy() -> None:
    """Under 0.3 s on an idle machine (0.08 s measured); here the bound allows for a busy one."""
    heavy = ("torch", "numpy", "faiss", "fastapi", "pydantic", "pdfplumber")
    code = (
        f"from service.cli.main import main; import sys; main(['--help']); sys.exit(any(name in sys.modules for name in {heavy}))"
    )
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert time.perf_counter() - start < 2.0
