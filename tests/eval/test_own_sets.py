"""The collections of the repository: complete, sound, and held to their floors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eval import floors
from eval.bench.quality import corpora
from eval.metrics.cited import is_document
from eval.own_sets import HARD, OwnSet, own_sets
from eval.questions.reading import doubts, read_questions

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("own", own_sets(), ids=lambda own: own.name)
def test_every_question_of_a_collection_rests_on_one_of_its_documents(own: OwnSet) -> None:
    """Evidence names a file by its beginning; ids differ over all the sets of a collection."""
    questions = [question for path in own.questions for question in read_questions(path)]
    names = [path.name for path in own.documents.iterdir()]
    assert doubts(questions) == []
    for question in questions:
        assert bool(question.evidence) == question.answerable
        assert all(any(is_document(piece.document, name) for name in names) for piece in question.evidence), question.id


def test_a_set_of_unanswerable_questions_holds_no_others() -> None:
    """They are counted apart, as people do not ask in that mix."""
    hard = [path for own in own_sets() for path in own.questions if path.name == HARD]
    assert len(hard) >= 4
    assert not any(question.answerable for path in hard for question in read_questions(path))


def test_no_path_of_a_machine_stands_in_the_questions() -> None:
    """They are written by hand about documents, and name nothing else."""
    for own in own_sets():
        for path in own.questions:
            assert not re.search(r"/(?:tmp|home|work|usr)/", path.read_text(encoding="utf-8")), path


def test_the_evaluation_measures_every_collection_without_the_shared_material(tmp_path: Path) -> None:
    """Only the demo is small enough to be taken apart as well."""
    found = corpora(tmp_path)
    assert [corpus.name for corpus in found] == [own.name for own in own_sets()]
    assert [corpus.name for corpus in found if corpus.ablated] == ["demo"]


def test_a_set_below_its_floor_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """89 of 100 is below 0.9, 90 is not; a set without a floor never falls."""
    monkeypatch.setattr(floors, "floors", lambda: {"town": {"questions": 0.9}})
    assert floors.below_floor("town", "questions", 0.89) == "town, questions: 89.0 % right is below the floor of 90.0 %."
    assert floors.below_floor("town", "questions", 0.9) is None
    assert floors.below_floor("town", "others", 0.0) is None


def test_every_floor_belongs_to_a_set() -> None:
    """A set that is renamed takes its floor with it."""
    sets = {own.name: {path.stem for path in own.questions} for own in own_sets()}
    for collection, held in floors.floors().items():
        assert set(held) <= sets[collection]
        assert all(0 < share <= 1 for share in held.values())
