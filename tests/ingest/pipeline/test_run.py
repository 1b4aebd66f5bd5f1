"""Many files, some hostile, in bounded processes."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.limits import Limits
from ingest.pipeline.progress import Progress
from ingest.pipeline.run import ingest
from ingest.records import Access, FileStatus, Ingested

# Loaded by every worker at its start: makes the text reader misbehave for files of certain names.
TROUBLE = """
import os, signal, sys, time
from ingest.readers import text
read = text.TextReader.read
def troubled(self, path, limits):
    if path.name == "hang.txt": time.sleep(600)
    if path.name == "crash.txt": os.kill(os.getpid(), signal.SIGSEGV)
    if path.name == "memory.txt": bytearray(20 * 2**30)
    if path.name == "noisy.txt": os.write(1, b"rubbish" * 1000); print("rubbish", file=sys.stderr)
    if path.name == "fault.txt": raise ZeroDivisionError
    if path.name == "child.txt": __import__("subprocess").Popen(["sleep", "600.25"]); time.sleep(600)
    return read(self, path, limits)
text.TextReader.read = troubled
"""
# A loaded machine may need seconds for an honest file: only the files that hang get little time.
LIMITS = Limits(timeout_seconds=60.0)
IMPATIENT = Limits(timeout_seconds=4.0)


@pytest.fixture
def before() -> list[str]:
    """The processes that other tests of this worker started and still use, such as a server: they are not ours."""
    return children()


@pytest.fixture
def trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: list[str]) -> Iterator[Path]:
    """A folder for files whose names make their reader misbehave."""
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "sitecustomize.py").write_text(TROUBLE, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "python"))
    (tmp_path / "corpus").mkdir()
    yield tmp_path / "corpus"
    assert left_behind(before) == [], "no process is left behind"


def left_behind(before: list[str]) -> list[str]:
    """The processes that are there now, zombies too, and were not there before."""
    known = {line.split()[0] for line in before}
    return [line for line in children() if line.split()[0] not in known]


def children() -> list[str]:
    """The processes that this one started and that are still there, zombies too."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,stat=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False
    )
    return [line for line in listed.stdout.splitlines() if "ps -o" not in line]


def run(folder: Path, names: list[str], **options: object) -> dict[str, Ingested]:
    """What becomes of files of these names, by path."""
    for name in names:
        (folder / name).write_text(f"Udvalget drøftede {name} på mødet.", encoding="utf-8")
    arguments = {"limits": LIMITS, "workers": 1, **options}
    return {item.report.path: item for item in ingest([folder], **arguments)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("hang.txt", "not read within 4 seconds"),
        ("crash.txt", "made its reader crash"),
        ("memory.txt", "needs more than 2048 MB of memory"),
        ("fault.txt", "ZeroDivisionError"),
    ],
)
def test_a_file_that_harms_its_reader_harms_only_itself(name: str, reason: str, trouble: Path) -> None:
    """It gets a status and a reason; the files before and after it are read by the same or a new process."""
    found = run(trouble, ["a.txt", name, "z.txt"], limits=IMPATIENT if name == "hang.txt" else LIMITS)
    assert [found[path].report.status for path in ("a.txt", name, "z.txt")] == [
        FileStatus.READ,
        FileStatus.FAILED,
        FileStatus.READ,
    ]
    assert reason in found[name].report.reason
    assert len(found[name].report.sha256) == 64, "an unchanged bad file is known again"


def test_what_a_reader_prints_disturbs_nothing(trouble: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Libraries print; the program's own output is for its answers."""
    assert run(trouble, ["noisy.txt"])["noisy.txt"].report.status is FileStatus.READ
    assert capfd.readouterr() == ("", "")


def test_programs_that_a_hanging_reader_started_are_ended_with_it(trouble: Path) -> None:
    """The OCR program must not go on for ever."""
    assert run(trouble, ["child.txt"], limits=IMPATIENT)["child.txt"].report.status is FileStatus.FAILED
    listed = subprocess.run(["ps", "-eo", "args="], capture_output=True, text=True, check=True).stdout
    assert "sleep 600.25" not in listed.splitlines()


def test_a_consumer_that_stops_leaves_no_process_behind(trouble: Path, before: list[str]) -> None:
    """Closing the iterator ends the workers."""
    for name in ("a.txt", "hang.txt"):
        (trouble / name).write_text("Udvalget drøftede sagen.", encoding="utf-8")
    results = ingest([trouble], limits=LIMITS, workers=2)
    assert next(results).report.path == "a.txt"
    results.close()  # type: ignore[attr-defined]
    assert left_behind(before) == []


def test_results_come_by_path_whoever_is_done_first(tmp_path: Path) -> None:
    """With two workers too; the progress counts every file once and all pages."""
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(
            "Udvalget drøftede sagen på mødet.\f" * (400 if number == 0 else 1), encoding="utf-8"
        )
    seen: list[Progress] = []
    found = [item.report.path for item in ingest([tmp_path], workers=2, progress=seen.append)]
    assert found == [f"{number}.txt" for number in range(6)]
    assert [(progress.done, progress.total) for progress in seen] == [(number, 6) for number in range(1, 7)]
    assert seen[-1].pages == 400 + 5


def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    """By its checksum, not its date; a changed one is read."""
    first = run(tmp_path, ["a.txt", "b.txt"])
    previous = {path: item.report.sha256 for path, item in first.items()}
    os.utime(tmp_path / "a.txt", (0, 0))
    (tmp_path / "b.txt").write_text("Noget nyt.", encoding="utf-8")
    again = {item.report.path: item for item in ingest([tmp_path], previous=previous, workers=1)}
    assert [again[name].report.status for name in ("a.txt", "b.txt")] == [FileStatus.UNCHANGED, FileStatus.READ]
    assert again["a.txt"].passages == ()


def test_an_unchanged_folder_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rebuilding it reads no document."""
    previous = {path: item.report.sha256 for path, item in run(tmp_path, ["a.txt", "b.txt"]).items()}
    monkeypatch.setattr(subprocess, "Popen", None)
    assert [item.report.status for item in ingest([tmp_path], previous=previous)] == [FileStatus.UNCHANGED] * 2


def test_two_runs_give_the_same_records(tmp_path: Path) -> None:
    """To the byte, but for the time it took."""
    from dataclasses import replace

    first, second = (run(tmp_path, ["a.txt", "b.txt"], workers=number) for number in (1, 2))
    timeless = [
        {path: replace(item, report=replace(item.report, seconds=0.0)) for path, item in found.items()}
        for found in (first, second)
    ]
    assert timeless[0] == timeless[1]


def test_a_closed_folder_closes_every_record_of_its_files(tmp_path: Path) -> None:
    """Documents, items, passages and facts; the other folders stay open."""
    (tmp_path / "corpus.toml").write_text('[[folder]]\npath = "lukket/*"\nclosed = true\nbody = "Rådet"\n', encoding="utf-8")
    (tmp_path / "lukket").mkdir()
    found = run(tmp_path, ["aaben.txt", "lukket/b.txt"])
    closed = found["lukket/b.txt"]
    assert {record.access for record in (*closed.documents, *closed.items, *closed.passages, *closed.facts)} == {Access.CLOSED}
    assert closed.documents[0].body == "Rådet"
    assert (closed.report.access, found["aaben.txt"].report.access) == (Access.CLOSED, Access.OPEN)
    assert {passage.access for passage in found["aaben.txt"].passages} == {Access.OPEN}


def test_the_report_of_an_unreadable_file_in_a_closed_folder_is_closed(tmp_path: Path) -> None:
    """Its name may tell what nobody is to know; so it is when the file comes back unchanged."""
    (tmp_path / "corpus.toml").write_text('[[folder]]\npath = "lukket/*"\nclosed = true\n', encoding="utf-8")
    (tmp_path / "lukket").mkdir()
    (tmp_path / "lukket" / "fyring.docx").write_text("ikke Word", encoding="utf-8")
    (first,) = ingest([tmp_path], workers=1)
    (again,) = ingest([tmp_path], previous={first.report.path: first.report.sha256})
    assert [item.report.status for item in (first, again)] == [FileStatus.SKIPPED, FileStatus.UNCHANGED]
    assert [item.report.access for item in (first, again)] == [Access.CLOSED, Access.CLOSED]


def test_a_civil_registration_number_reaches_no_record(tmp_path: Path) -> None:
    """Not the text, not the repairs, not the warnings; the report counts it."""
    (tmp_path / "a.txt").write_text(
        "Sagen om borger 010170-1234 er luk-\nket, og cpr 0101701234 og 010170 1234 er fejl.", encoding="utf-8"
    )
    (item,) = ingest([tmp_path], workers=1)
    assert "1234" not in repr(item)
    assert "██████-████" in item.passages[0].text
    assert item.report.masked_count == 3
    assert item.report.warnings == ("3 civil registration numbers masked; take the file out or clean it",)


def test_too_many_pages_and_too_large_a_file_are_refused_with_the_limit(tmp_path: Path) -> None:
    """The reason names the value and the limit."""
    (tmp_path / "a.txt").write_text("side\f" * 11, encoding="utf-8")
    limits = Limits(max_pages=10)
    assert next(ingest([tmp_path], limits=limits, workers=1)).report.reason.startswith("11 pages, the limit is 10")
    limits = Limits(max_file_bytes=10)
    assert next(ingest([tmp_path], limits=limits, workers=1)).report.reason.startswith("55 bytes, the limit is 10")


def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path) -> None:
    """A broken link or a lost right is a reason, not a crash."""
    from ingest.pipeline.file import ingest_file

    report = ingest_file(tmp_path / "væk.txt", "væk.txt", Limits()).report
    assert (report.status, report.reason) == (FileStatus.FAILED, "cannot be opened (No such file or directory).")


@pytest.mark.shared
def test_all_hostile_files_end_with_a_status_in_bounded_time(before: list[str]) -> None:
    """Encrypted ones are named or read with the empty password; plain and rotated ones are read; nothing hangs."""
    folder = Path(__file__).resolve().parents[4] / "shared" / "hostile"
    if not folder.is_dir():
        pytest.skip("the hostile PDFs are not beside the project")
    kinds = dict(line.rsplit(",", 2)[:2] for line in (folder / "manifest.csv").read_text(encoding="utf-8").splitlines()[1:])
    started = time.monotonic()
    found = {item.report.path: item.report for item in ingest([folder], workers=2, limits=Limits(timeout_seconds=60))}
    assert time.monotonic() - started < 120
    assert len([path for path in found if path.endswith(".pdf")]) == 120
    assert all(
        report.reason
        for report in found.values()
        if report.status in {FileStatus.FAILED, FileStatus.NO_TEXT, FileStatus.ENCRYPTED}
    )
    readable = [found[path.strip('"')] for path, kind in kinds.items() if kind in {"plain", "rotated"}]
    assert {report.status for report in readable} <= {FileStatus.READ, FileStatus.PARTLY}
    locked = [found[path.strip('"')] for path, kind in kinds.items() if kind == "encrypted"]
    assert all(report.status is not FileStatus.FAILED for report in locked)
    assert left_behind(before) == []
