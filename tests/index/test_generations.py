"""Generations: built aside, made live in one step, rolled back, pruned; safe from crashes, bit rot and full disks."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import generations
from index.build import build
from index.errors import BuildInProgress, FormatMismatch, GenerationNotFound, IndexCorrupt, IndexNotFound
from index.generations import live_id, prune, roll_back, versions
from index.lock import locked
from index.manifest import FILE_NAME as MANIFEST
from index.manifest import read_manifest, write_manifest
from index.opened import OpenIndex, open_index
from index.records import GateResult, Query
from ingest.errors import SourceNotFound
from ingest.records import FileStatus

KILLS = 20


@pytest.fixture
def built(corpus: Path, directory: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A copy of the corpus and of its index, to change at will."""
    return shutil.copytree(corpus, tmp_path / "corpus"), shutil.copytree(directory, tmp_path / "index")


def first_text(directory: Path, words: str = "svømmehallen") -> str:
    """The best passage for some words."""
    index = open_index(directory)
    try:
        return index.retriever.search(Query(text=words))[0].passage.text
    finally:
        index.close()


def generation_files(directory: Path) -> list[Path]:
    """All files of the live generation."""
    return sorted(path for path in (directory / "generations" / live_id(directory)).rglob("*") if path.is_file())


def test_a_folder_without_an_index_says_how_to_build_one(tmp_path: Path) -> None:
    """One sentence with the command."""
    with pytest.raises(IndexNotFound, match="kildesvar build"):
        open_index(tmp_path)


def test_a_missing_source_leaves_no_trace(tmp_path: Path) -> None:
    """Nothing is written before the sources are known."""
    with pytest.raises(SourceNotFound):
        build([tmp_path / "nowhere"], tmp_path / "index")
    assert not (tmp_path / "index").exists()


def test_unchanged_files_are_not_read_again_and_a_new_one_is(built: tuple[Path, Path]) -> None:
    """The records of the unchanged ones are carried over whole."""
    corpus, directory = built
    before = open_index(directory)
    (corpus / "nyt.txt").write_text("Notat\n\nBiblioteket holder lukket på søndage i juli.\n", encoding="utf-8")
    report = build([corpus], directory, workers=1)
    statuses = {file.path: file.status for file in report.files}
    assert statuses.pop("nyt.txt") is FileStatus.READ
    assert set(statuses.values()) == {FileStatus.UNCHANGED}
    after = open_index(directory)
    for document in before.store.documents():
        assert after.store.passages_of_document(document.id) == before.store.passages_of_document(document.id)
    assert "Biblioteket" in first_text(directory, "biblioteket søndage")


def test_a_file_that_is_gone_is_gone_from_the_next_generation(built: tuple[Path, Path]) -> None:
    """And named in the report."""
    corpus, directory = built
    (corpus / "notat_budget.txt").unlink()
    report = build([corpus], directory, workers=1)
    assert report.removed == ("notat_budget.txt",)
    assert "svømmehal" not in first_text(directory, "svømmehallen byrådet renovering aftale")


def test_a_file_newly_marked_as_closed_is_closed_though_it_did_not_change(built: tuple[Path, Path]) -> None:
    """What `corpus.toml` says counts, not only the file's own bytes."""
    corpus, directory = built
    (corpus / "corpus.toml").write_text('[[folder]]\npath = "*"\nclosed = true\n', encoding="utf-8")
    build([corpus], directory, workers=1)
    index = open_index(directory)
    assert index.retriever.search(Query(text="svømmehallen")) == []
    index.close()


def test_a_gate_sees_the_new_generation_before_anybody_else_and_may_refuse_it(built: tuple[Path, Path]) -> None:
    """The earlier generation goes on serving; the refused one cannot be rolled to."""
    corpus, directory = built
    live = live_id(directory)
    seen: list[int] = []

    def refuse(index: OpenIndex) -> GateResult:
        seen.append(index.summary.passage_count)
        assert live_id(directory) == live
        return GateResult(passed=False, sentence="0 of 1 right.")

    report = build([corpus], directory, workers=1, check=refuse)
    assert (seen, report.generation.live, live_id(directory)) == ([report.generation.passage_count], False, live)
    with pytest.raises(GenerationNotFound, match="did not pass"):
        roll_back(directory, report.generation.id)


def test_roll_back_goes_to_the_generation_before_and_forward_by_name(built: tuple[Path, Path]) -> None:
    """Every byte of it is checked first."""
    corpus, directory = built
    first = live_id(directory)
    second = build([corpus], directory, workers=1, again=True).generation.id
    assert roll_back(directory).id == first == live_id(directory)
    assert roll_back(directory, second).live
    assert [(summary.id, summary.live) for summary in versions(directory)] == [(second, True), (first, False)]
    with pytest.raises(GenerationNotFound, match="There are"):
        roll_back(directory, "20010101")


def test_pruning_keeps_the_live_generation_and_the_newest_others(built: tuple[Path, Path]) -> None:
    """Left-overs of killed builds go too."""
    corpus, directory = built
    for _ in range(4):
        build([corpus], directory, workers=1, again=True)
    left = directory / "generations" / f"{generations.BUILDING}killed"
    left.mkdir()
    roll_back(directory)
    live = live_id(directory)
    prune(directory, keep=1)
    assert [summary.id for summary in versions(directory)] == [live]
    assert not left.exists()


def test_two_builds_cannot_collide(built: tuple[Path, Path]) -> None:
    """The second says so at once."""
    corpus, directory = built
    with locked(directory), pytest.raises(BuildInProgress, match="another build"):
        build([corpus], directory, workers=1)


def test_an_index_of_another_format_is_explained(built: tuple[Path, Path]) -> None:
    """Which it is, which is read, and what to do."""
    _, directory = built
    folder = directory / "generations" / live_id(directory)
    manifest = read_manifest(folder)
    from dataclasses import replace

    write_manifest(folder, replace(manifest, format_version=99))
    with pytest.raises(FormatMismatch, match=r"format 99.*Build the index again"):
        open_index(directory)


def test_one_flipped_byte_in_any_file_is_noticed(built: tuple[Path, Path]) -> None:
    """With no other generation to serve, the error names the file."""
    _, directory = built
    for path in generation_files(directory):
        sound = path.read_bytes()
        if not sound:
            continue
        place = len(sound) // 2
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        with pytest.raises(IndexCorrupt):
            open_index(directory)
        path.write_bytes(sound)
    open_index(directory).close()


def test_the_last_good_generation_serves_when_the_live_one_is_damaged(built: tuple[Path, Path]) -> None:
    """And a damaged one cannot be rolled back to."""
    corpus, directory = built
    first = live_id(directory)
    (corpus / "nyt.txt").write_text("Notat\n\nBiblioteket holder lukket.\n", encoding="utf-8")
    second = build([corpus], directory, workers=1).generation.id
    damaged = directory / "generations" / second / "records.sqlite"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    index = open_index(directory)
    assert (index.summary.id, index.summary.live) == (first, False)
    index.close()
    with pytest.raises(IndexCorrupt):
        roll_back(directory, second)
    (directory / "CURRENT").write_bytes(b"\xff\xfe")
    assert "svømmehallen" in first_text(directory)


def test_a_read_only_directory_serves(built: tuple[Path, Path]) -> None:
    """No lock file, no journal, nothing is written by reading."""
    _, directory = built
    before = sorted((path, path.stat().st_mtime_ns) for path in directory.rglob("*"))
    for path in directory.rglob("*"):
        path.chmod(stat.S_IRUSR | (stat.S_IXUSR if path.is_dir() else 0))
    directory.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert "svømmehallen" in first_text(directory)
        assert sorted((path, path.stat().st_mtime_ns) for path in directory.rglob("*")) == before
    finally:
        directory.chmod(stat.S_IRWXU)
        for path in directory.rglob("*"):
            path.chmod(stat.S_IRWXU)


def test_an_opened_generation_goes_on_serving_while_another_goes_live(built: tuple[Path, Path]) -> None:
    """Who has it open is not disturbed by a build or a prune."""
    corpus, directory = built
    index = open_index(directory)
    for _ in range(generations.KEEP + 1):
        build([corpus], directory, workers=1, again=True)
    assert "svømmehallen" in index.retriever.search(Query(text="svømmehallen"))[0].passage.text
    index.close()


BUILD_AGAIN = """
import sys
from pathlib import Path
from index.build import build
build([Path(sys.argv[1])], Path(sys.argv[2]), workers=1)
"""


def test_a_build_killed_at_any_of_twenty_moments_leaves_a_working_index(built: tuple[Path, Path]) -> None:
    """Kill −9 spread over the length of a build; then a build succeeds and clears up."""
    corpus, directory = built
    command = [sys.executable, "-c", BUILD_AGAIN, str(corpus), str(directory)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    started = time.monotonic()
    subprocess.run(command, check=True, env=environment, timeout=60)
    whole = time.monotonic() - started
    chance = random.Random(4)  # noqa: S311 - moments, not secrets
    for kill in range(KILLS):
        (corpus / "notat_budget.txt").write_text(
            f"Notat\n\nByrådet afsatte {kill} mio. kr. til svømmehallen.\n", encoding="utf-8"
        )
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(whole * chance.uniform(0.2, 1.0))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert "svømmehallen" in first_text(directory)
        if time.monotonic() - started > 25:  # a busy machine: fewer moments, the same promise
            break
    report = build([corpus], directory, workers=1)
    assert report.generation.live
    assert not list((directory / "generations").glob(f"{generations.BUILDING}*"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes; skipped where none may be mounted."""
    folder = tmp_path / "small"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("mounting a small tmpfs is not allowed here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)  # lazily: mapped arrays may wait for the collector


def test_a_full_disk_ends_the_build_and_leaves_the_index_as_it_was(corpus: Path, small_disk: Path, tmp_path: Path) -> None:
    """One sentence; the live generation serves on, the unfinished one is cleared away."""
    sources = shutil.copytree(corpus, tmp_path / "corpus")
    directory = small_disk / "index"
    live = build([sources], directory, workers=1).generation.id
    text = "".join(f"Ejendommen nummer {n} har vaerdien {n * 7919} kroner.\n\n" for n in range(4000))
    (sources / "stor.txt").write_text(text, encoding="utf-8")
    with pytest.raises(OSError, match="the disk is full"):
        build([sources], directory, workers=1)
    assert live_id(directory) == live
    assert not list((directory / "generations").glob(f"{generations.BUILDING}*"))
    assert "svømmehallen" in first_text(directory)


def test_the_manifest_names_every_file(directory: Path) -> None:
    """Nothing in a generation is without a checksum but the manifest itself."""
    folder = directory / "generations" / live_id(directory)
    named = set(read_manifest(folder).files)
    assert named == {path.relative_to(folder).as_posix() for path in generation_files(directory) if path.name != MANIFEST}
    assert json.loads((folder / MANIFEST).read_text(encoding="utf-8").split("\n", 1)[1])["accepted"] is True
