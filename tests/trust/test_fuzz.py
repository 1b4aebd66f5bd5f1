"""A short run of `make fuzz`, always the same, and the cases that longer runs have found."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from eval.bench.fuzz import BAD_REASONS
from eval.bench.fuzz_files import CORPUS, LIMITS, damaged
from ingest.pipeline.run import ingest
from ingest.records import FileReport, FileStatus

CASES = Path(__file__).parent / "cases" / "files"


def reports(folder: Path) -> list[FileReport]:
    """What becomes of the files of a folder."""
    return [item.report for item in ingest([folder], workers=2, limits=LIMITS)]


def test_damaged_files_of_every_format_are_read_or_refused_with_a_reason(tmp_path: Path) -> None:
    """Five of each demo document, by a fixed seed: no process dies, nothing hangs, no parser's error is left unexplained."""
    chance = random.Random(8)  # noqa: S311 - cases, not secrets
    for original in sorted(path for path in CORPUS.iterdir() if path.is_file()):
        for number in range(5):
            (tmp_path / f"{original.stem}-{number}{original.suffix}").write_bytes(damaged(original.read_bytes(), chance))
    found = reports(tmp_path)
    assert len(found) == 5 * len([path for path in CORPUS.iterdir() if path.is_file()])
    assert [report for report in found if any(each in report.reason for each in BAD_REASONS)] == []
    assert all(report.reason for report in found if report.status in {FileStatus.FAILED, FileStatus.NO_TEXT})


def test_files_that_once_broke_a_reader_are_read_or_refused_with_a_reason() -> None:
    """Found by longer runs, kept so that they stay mended."""
    if not CASES.is_dir() or not any(CASES.iterdir()):
        pytest.skip("no run of `make fuzz` has found a file yet")
    assert [report for report in reports(CASES) if any(each in report.reason for each in BAD_REASONS)] == []
