"""A build that takes unchanged files over gives, to the byte, what a build of the whole folder from nothing gives."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index import previous as previous_module
from index.build import build
from index.dense import building
from index.generations import generation_ids, live_id
from index.opened import open_index
from index.records import BuildReport, Query, ScoredPassage
from index.store.codec import decode, encode
from ingest.records import Access, FileReport, FileStatus

QUERIES = (
    "svømmehallen",
    "sårpleje aftale hjemmesygeplejen",
    "DLS",
    "midlertidige pladser",
    "akutsygeplejen i Odder",
    "2,9 mio. kr.",
)
EVERYTHING = frozenset(Access)


def notes(number: int) -> str:
    """A short note of our own with a renaming, an abbreviation, a municipality, a date and words of its own."""
    places = ("Odder", "Favrskov", "Samsø", "Skive")
    return (
        f"Notat {number} om hallen\n\nByrådet i {places[number % 4]} Kommune afsatte {number},5 mio. kr. til ventilationen "
        f"den {1 + number % 28}. maj 2025.\n\nHuset, der fremover betegnes som Kulturhus{number % 3}, holder åbent.\n\n"
        f"Det Faglige Udvalg nummer {number} (DFU{number}) følger svømmehallens ventilation og særord{number * 7}.\n"
    )


@pytest.fixture
def sources(corpus: Path, tmp_path: Path) -> Path:
    """The corpus of these tests and six notes, to change at will."""
    folder = shutil.copytree(corpus, tmp_path / "sources")
    for number in range(6):
        (folder / f"notat_{number}.txt").write_text(notes(number), encoding="utf-8")
    return folder


@pytest.fixture
def fitted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every build fit its own embedding model, which otherwise is carried over until a fifth of the passages is new to it."""
    monkeypatch.setattr(building, "REFIT_SHARE", -1.0)


def built(sources: Path, directory: Path) -> BuildReport:
    """Build in one process."""
    return build([sources], directory, workers=1)


def tables(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a generation; how long a file was read is left out."""
    with closing(sqlite3.connect(f"{(folder / 'records.sqlite').as_uri()}?mode=ro&immutable=1", uri=True)) as records:
        names = [name for (name,) in records.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        found = {name: records.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in names}  # noqa: S608 - our own names
    found["files"] = [(*row[:2], _timeless(row[2]), *row[3:]) for row in found["files"]]
    return found


def _timeless(record: str) -> str:
    return encode(replace(decode(FileReport, record), seconds=0.0))


def arrays(folder: Path, *, dense: bool) -> dict[str, bytes]:
    """The bytes of every other file of a generation but its manifest; with the dense half or without."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    left_out = ("manifest.json", "records.sqlite") if dense else ("manifest.json", "records.sqlite", "dense/")
    return {name: content for name, content in found.items() if not name.startswith(left_out)}


def results(directory: Path) -> list[list[ScoredPassage]]:
    """What some questions find, with scores and their parts."""
    index = open_index(directory)
    try:
        filters = [replace(Query(text="").filters, access=access) for access in (frozenset({Access.OPEN}), EVERYTHING)]
        return [index.retriever.search(Query(text=text, k=30, filters=each)) for text in QUERIES for each in filters]
    finally:
        index.close()


def live(directory: Path) -> Path:
    """The folder of the live generation."""
    return directory / "generations" / live_id(directory)


def assert_same(grown: Path, whole: Path) -> None:
    """Records, arrays, vectors, results and scores are equal."""
    assert tables(live(grown)) == tables(live(whole))
    assert arrays(live(grown), dense=True) == arrays(live(whole), dense=True)
    assert results(grown) == results(whole)


@pytest.mark.usefixtures("fitted_anew")
def test_files_added_removed_and_changed_give_the_index_of_a_build_from_nothing(sources: Path, tmp_path: Path) -> None:
    """In the middle, at the beginning and at the end of the folder; compared to the byte after each step."""
    grown = tmp_path / "grown"
    built(sources, grown)
    steps: list[list[Callable[[], object]]] = [
        [lambda: (sources / "notat_25.txt").write_text(notes(25), encoding="utf-8")],
        [
            lambda: (sources / "a_foerst.txt").write_text(notes(8), encoding="utf-8"),
            lambda: (sources / "å_sidst.txt").write_text(notes(9), encoding="utf-8"),
            lambda: shutil.copy(sources / "notat_5.txt", sources / "notat_5_igen.txt"),
        ],
        [lambda: (sources / "notat_2.txt").unlink()],
        [
            lambda: (sources / "corpus.toml").write_text('[[folder]]\npath = "notat_1*"\nclosed = true\n', encoding="utf-8"),
            lambda: (sources / "tom.txt").write_text("  \n", encoding="utf-8"),
            lambda: (sources / "notat_4.txt").write_text(notes(44), encoding="utf-8"),
            lambda: (sources / "referat_solby_2025-03-04.txt").rename(sources / "omdøbt.txt"),
            lambda: (sources / "notat_5.txt").unlink(),
        ],
    ]
    for number, step in enumerate(steps):
        for change in step:
            change()
        assert built(sources, grown).changed
        whole = tmp_path / f"whole_{number}"
        built(sources, whole)
        assert_same(grown, whole)


@pytest.mark.usefixtures("fitted_anew")
@pytest.mark.parametrize("seed", range(2))
def test_any_order_of_changes_gives_the_index_of_a_build_from_nothing(sources: Path, tmp_path: Path, seed: int) -> None:
    """Several files at once, at random, four times; compared at the end."""
    chance = random.Random(seed)  # noqa: S311 - changes, not secrets
    grown = tmp_path / "grown"
    built(sources, grown)
    for _ in range(4):
        for number in chance.sample(range(12), 3):
            path = sources / f"notat_{number}.txt"
            if path.exists() and chance.random() < 0.5:
                path.unlink()
            else:
                path.write_text(notes(chance.randrange(100)), encoding="utf-8")
        built(sources, grown)
    whole = tmp_path / "whole"
    built(sources, whole)
    assert_same(grown, whole)


def test_with_the_model_carried_over_all_but_the_vectors_is_as_from_nothing(sources: Path, tmp_path: Path) -> None:
    """The model was fitted to the corpus before: near enough while little is new. A passage's vector is that of its model."""
    grown, whole = tmp_path / "grown", tmp_path / "whole"
    built(sources, grown)
    before = arrays(live(grown), dense=True)
    (sources / "notat_25.txt").write_text(notes(25), encoding="utf-8")
    built(sources, grown)
    built(sources, whole)
    assert tables(live(grown)) == tables(live(whole))
    assert arrays(live(grown), dense=False) == arrays(live(whole), dense=False)
    assert arrays(live(grown), dense=True)["dense/model/components.npy"] == before["dense/model/components.npy"]
    index = open_index(grown)
    try:
        passages = [passage for document in index.store.documents() for passage in index.store.passages_of_document(document.id)]
        [new] = [passage for passage in passages if "særord175" in passage.text]
        assert any(each.passage == new for each in index.retriever.search(Query(text="særord175")))
    finally:
        index.close()


@pytest.mark.usefixtures("fitted_anew")
def test_files_that_share_a_path_are_always_read(tmp_path: Path) -> None:
    """Two sources of one name with a file of one name: what the index has under that path is of both."""
    folders = [tmp_path / one / "noter" for one in ("a", "b")]
    for number, folder in enumerate(folders):
        folder.mkdir(parents=True)
        (folder / "note.txt").write_text(notes(number), encoding="utf-8")
    (folders[0] / "anden.txt").write_text(notes(5), encoding="utf-8")
    grown, whole = tmp_path / "grown", tmp_path / "whole"
    build(folders, grown, workers=1)
    (folders[0] / "note.txt").write_text(notes(7), encoding="utf-8")
    report = build(folders, grown, workers=1)
    assert [file.status for file in report.files] == [FileStatus.UNCHANGED, FileStatus.READ, FileStatus.READ]
    build(folders, whole, workers=1)
    assert_same(grown, whole)


def test_where_nothing_changed_there_is_no_new_generation(sources: Path, tmp_path: Path) -> None:
    """The report says so and names every file; an index to go back to is not pushed out by one that is the same."""
    directory = tmp_path / "index"
    first = built(sources, directory)
    second = built(sources, directory)
    assert (first.changed, second.changed) == (True, False)
    assert second.generation == first.generation
    assert {file.status for file in second.files} == {FileStatus.UNCHANGED}
    assert generation_ids(directory) == [first.generation.id]
    assert build([sources], directory, workers=1, again=True).generation.id != first.generation.id
    assert len(generation_ids(directory)) == 2


def test_the_same_documents_in_another_place_make_a_new_generation(sources: Path, tmp_path: Path) -> None:
    """Nothing is read; but a rebuild from the page must know where the documents are now."""
    directory = tmp_path / "index"
    first = built(sources, directory)
    moved = sources.rename(tmp_path / "moved")
    second = built(moved, directory)
    assert second.changed
    assert {file.status for file in second.files} == {FileStatus.UNCHANGED}
    assert (first.generation.sources, second.generation.sources) == ((str(sources),), (str(moved),))


def test_a_generation_made_again_of_the_same_files_is_the_same(sources: Path, tmp_path: Path) -> None:
    """Everything carried over, the model too."""
    directory = tmp_path / "index"
    built(sources, directory)
    first = live(directory)
    build([sources], directory, workers=1, again=True)
    assert tables(live(directory)) == tables(first)
    assert arrays(live(directory), dense=True) == arrays(first, dense=True)


def test_other_code_of_the_index_analyses_every_passage_again_and_reads_no_file(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read is still good; what was made of it for searching may not be."""
    directory = tmp_path / "index"
    built(sources, directory)
    first = live(directory)
    monkeypatch.setattr(previous_module, "index_version", lambda: "another")
    report = built(sources, directory)
    assert report.changed
    assert {file.status for file in report.files} == {FileStatus.UNCHANGED}
    assert tables(live(directory)) == tables(first)
    assert arrays(live(directory), dense=True) == arrays(first, dense=True)


def test_a_file_that_fails_again_for_the_same_reason_changes_nothing(sources: Path, tmp_path: Path) -> None:
    """It is tried again in every build."""
    directory = tmp_path / "index"
    (sources / "skadet.pdf").write_bytes(b"%PDF-1.7\nno pages at all\n")
    first = built(sources, directory)
    [failed] = [file for file in first.files if file.path == "skadet.pdf"]
    assert failed.status is FileStatus.FAILED
    second = built(sources, directory)
    assert not second.changed
    assert next(file for file in second.files if file.path == "skadet.pdf").status is FileStatus.FAILED


def test_a_damaged_generation_is_not_built_on(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though a large one is opened without looking at every byte: before bytes are taken over, all are compared."""
    monkeypatch.setattr("index.manifest.FULL_CHECK_BYTES", 0)
    monkeypatch.setattr("index.manifest.SMALL_FILE_BYTES", 0)
    directory = tmp_path / "index"
    built(sources, directory)
    records = live(directory) / "records.sqlite"
    content = bytearray(records.read_bytes())
    content[len(content) // 2] ^= 1
    records.write_bytes(bytes(content))
    (sources / "notat_25.txt").write_text(notes(25), encoding="utf-8")
    report = built(sources, directory)
    assert {file.status for file in report.files} == {FileStatus.READ}
    whole = tmp_path / "whole"
    built(sources, whole)
    assert tables(live(directory)) == tables(live(whole))
