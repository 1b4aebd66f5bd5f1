"""The demo corpus is what its script makes, and its questions can be answered from it."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from eval.demo.faults import as_glyph_numbers
from eval.demo.make import CORPUS, QUESTIONS, SOURCES, make


def content(path: Path) -> object:
    """Give what a person reads in the file, whatever version of a library wrote it."""
    if path.suffix == ".pdf":
        return [page.extract_text() for page in PdfReader(path).pages]
    if path.suffix in {".docx", ".pptx"}:
        with zipfile.ZipFile(path) as archive:
            parts = [
                name for name in sorted(archive.namelist()) if re.search(r"(document|slides/slide\d+|notesSlide\d+)\.xml$", name)
            ]
            return [re.sub(r"<[^>]+>", "", archive.read(name).decode()) for name in parts]
    return path.read_bytes()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Make the corpus once for the tests below."""
    return make(tmp_path_factory.mktemp("demo"))


def test_the_files_in_the_repository_are_what_the_script_makes(made: list[Path]) -> None:
    """Whoever changes a source must make the corpus again."""
    assert [path.name for path in made] == [path.name for path in sorted(CORPUS.iterdir())]
    for path in made:
        assert content(path) == content(CORPUS / path.name), path.name


def test_making_the_corpus_twice_gives_the_same_bytes(made: list[Path], tmp_path: Path) -> None:
    """No clock and no chance goes into a file."""
    again = make(tmp_path)
    assert [path.read_bytes() for path in made] == [path.read_bytes() for path in again]


def test_a_broken_font_shifts_letters_and_loses_everything_else() -> None:
    """The letter S is glyph 54, which is the code of 6; æ, ø and å have glyphs of their own; spaces and digits are gone."""
    assert as_glyph_numbers("Sund æøå 12") == "6XQG\ufffd\u00a0\u00a1n\ufffd\ufffd\ufffd"


def test_there_are_sixty_questions_of_all_kinds_in_three_languages() -> None:
    """The set must show every kind of answer, and refusals."""
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert len(questions) == len({question["id"] for question in questions}) == 60
    assert {question["lang"] for question in questions} == {"da", "en", "mixed"}
    assert len({question["type"] for question in questions}) >= 12
    assert sum(not question["answerable"] for question in questions) >= 7


def test_the_words_of_every_evidence_stand_in_a_source() -> None:
    """A quote that is in no source could never be cited."""
    have = Counter(re.findall(r"\w+", " ".join(path.read_text(encoding="utf-8") for path in SOURCES.iterdir()).lower()))
    joined = {"forbindsstoffer", "kommune", "indkøbsafdeling"}  # hyphenated over a line end in the source
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        for evidence in json.loads(line)["evidence"]:
            unknown = {word for word in re.findall(r"\w+", evidence["quote"].lower()) if word not in have} - joined
            assert not unknown - {"2340", "1850"}, (evidence["quote"], unknown)
