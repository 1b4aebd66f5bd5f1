"""Which files a build reads, and what `corpus.toml` says of them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from ingest.errors import NothingToRead, SourceNotFound
from ingest.pipeline.settings import FolderMarks, SettingsError
from ingest.pipeline.sources import find_files


def written(path: Path, text: str = "tekst") -> Path:
    """Write a file with its folders and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(*sources: Path) -> list[str]:
    """The relative paths of the files found."""
    return [file.relative_path for file in find_files(sources)]


def test_files_come_by_ascending_path_below_their_folder(tmp_path: Path) -> None:
    """Two runs give the same order."""
    for name in ("b/2.txt", "a.txt", "b/1.txt"):
        written(tmp_path / name)
    assert names(tmp_path) == ["a.txt", "b/1.txt", "b/2.txt"]


def test_hidden_and_temporary_files_are_ignored(tmp_path: Path) -> None:
    """What editors and version control leave behind is no document."""
    for name in ("a.txt", ".git/b.txt", ".skjult.txt", "~$notat.docx", "a.txt~", "c.tmp", "corpus.toml"):
        written(tmp_path / name, "" if name == "corpus.toml" else "tekst")
    assert names(tmp_path) == ["a.txt"]


def test_links_inside_a_folder_are_not_followed(tmp_path: Path) -> None:
    """Nobody can put the machine's own files into the index by a link, and no file is read twice."""
    secret = written(tmp_path / "udenfor" / "hemmelig.txt")
    folder = tmp_path / "corpus"
    written(folder / "a.txt")
    (folder / "link.txt").symlink_to(secret)
    (folder / "mappe").symlink_to(secret.parent, target_is_directory=True)
    (folder / "samme.txt").symlink_to(folder / "a.txt")
    assert names(folder) == ["a.txt"]


def test_a_link_that_leads_nowhere_is_ignored(tmp_path: Path) -> None:
    """It is no file."""
    written(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "væk.txt")
    assert names(tmp_path) == ["a.txt"]


def test_equal_paths_of_two_sources_get_their_folders_name(tmp_path: Path) -> None:
    """Otherwise one would hide the other."""
    written(tmp_path / "nord" / "referat.txt")
    written(tmp_path / "syd" / "referat.txt")
    assert names(tmp_path / "nord", tmp_path / "syd") == ["nord/referat.txt", "syd/referat.txt"]


def test_a_file_named_alone_is_found_by_its_name(tmp_path: Path) -> None:
    """Its folder is no part of its path."""
    assert names(written(tmp_path / "dyb" / "referat.txt")) == ["referat.txt"]


def test_decomposed_names_are_composed(tmp_path: Path) -> None:
    """A Mac writes "å" as two characters; the index knows one."""
    written(tmp_path / unicodedata.normalize("NFD", "Ærø råd.txt"))
    assert names(tmp_path) == [unicodedata.normalize("NFC", "Ærø råd.txt")]


def test_a_missing_source_and_a_folder_without_documents_are_errors(tmp_path: Path) -> None:
    """Nothing would be done, and the message says why."""
    with pytest.raises(SourceNotFound):
        find_files([tmp_path / "væk"])
    written(tmp_path / "lyd.mp3")
    with pytest.raises(NothingToRead, match=r"\.docx"):
        find_files([tmp_path])


def test_corpus_toml_marks_folders(tmp_path: Path) -> None:
    """Every pattern that fits marks a file; the last name given wins."""
    written(
        tmp_path / "corpus.toml",
        '[[folder]]\npath = "*"\nregion = "Region Nord"\n[[folder]]\npath = "lukket/*"\nclosed = true\nbody = "Rådet"\n'
        '[kinds]\nclosed = ["notat"]\n',
    )
    written(tmp_path / "a.txt")
    written(tmp_path / "lukket" / "b.txt")
    marks = {file.relative_path: file.marks for file in find_files([tmp_path])}
    assert marks["a.txt"] == FolderMarks(region="Region Nord", closed_kinds=("notat",))
    assert marks["lukket/b.txt"] == FolderMarks(closed=True, body="Rådet", region="Region Nord", closed_kinds=("notat",))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[folder]]\nclosed = true\n", "has no path"),
        ('[[folder]]\npath = "a"\nclosed = "ja"\n', "neither true nor false"),
        ('[[folder]]\npath = "a"\nlukket = true\n', "unknown: lukket"),
        ("[mappe]\n", "unknown: mappe"),
        ("[kinds]\nclosed = [1]\n", "quotation marks"),
        ("closed =\n", "no valid TOML"),
    ],
)
def test_a_corpus_toml_that_cannot_be_understood_stops_the_build(text: str, reason: str, tmp_path: Path) -> None:
    """A slip must not open a closed folder."""
    written(tmp_path / "corpus.toml", text)
    written(tmp_path / "a.txt")
    with pytest.raises(SettingsError, match=reason):
        find_files([tmp_path])
