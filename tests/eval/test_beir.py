"""Public collections are read, built as for a user, and measured as their papers do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.beir import measure_retrieval
from eval.collections import read_collection
from eval.errors import CollectionInvalid

TEXTS = {
    "d1": "Færgen sejler fra Frederikshavn til Læsø fem gange om dagen.",
    "d2": "Biblioteket har åbent til klokken nitten på hverdage.",
    "d3": "Svømmehallen lukker for sommeren i juli.",
}
QUERIES = {"q1": "Hvor ofte sejler færgen?", "q2": "Hvornår har biblioteket åbent?", "q3": "Ubrugt spørgsmål"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A BEIR folder of three documents and two judged queries."""
    (tmp_path / "qrels").mkdir()
    corpus = [json.dumps({"_id": name, "title": "", "text": text}) for name, text in TEXTS.items()]
    queries = [json.dumps({"_id": name, "text": text}) for name, text in QUERIES.items()]
    (tmp_path / "corpus.jsonl").write_text("\n".join(corpus), encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text("\n".join(queries), encoding="utf-8")
    (tmp_path / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\nq1\td1\t2\nq2\td2\t1\nq2\td3\t0\n", encoding="utf-8"
    )
    return tmp_path


def test_a_beir_folder_keeps_the_judged_queries_and_what_is_relevant(folder: Path) -> None:
    """A query without a judgement falls away, and so does a relevance of 0."""
    collection = read_collection(folder)
    assert collection.documents == TEXTS
    assert set(collection.queries) == {"q1", "q2"}
    assert collection.qrels == {"q1": {"d1": 2.0}, "q2": {"d2": 1.0}}


def test_every_paragraph_of_a_squad_file_is_a_document(tmp_path: Path) -> None:
    """Its questions want it back; questions without an answer are left out."""
    asked = [{"id": "a", "question": "Hvor ofte?"}, {"id": "b", "question": "Hvem?", "is_impossible": True}]
    article = {
        "title": "Læsø_færgen",
        "paragraphs": [{"context": TEXTS["d1"], "qas": asked}, {"context": TEXTS["d2"], "qas": []}],
    }
    (tmp_path / "squad.json").write_text(json.dumps({"data": [article]}), encoding="utf-8")
    collection = read_collection(tmp_path / "squad.json")
    assert collection.documents["0"] == f"Læsø færgen\n\n{TEXTS['d1']}"
    assert collection.qrels == {"a": {"0": 1.0}}


def test_a_collection_is_measured_by_its_documents_whatever_they_are_split_into(folder: Path, tmp_path: Path) -> None:
    """Both relevant documents stand first: every figure is 1."""
    figures = measure_retrieval(read_collection(folder), tmp_path / "work")
    assert (figures["documents"], figures["queries"]) == (3, 2)
    assert (figures["nDCG@10"], figures["recall@100"], figures["reciprocal rank@10"]) == (1, 1, 1)


@pytest.mark.parametrize("content", ["{}", "[]", "no json", '{"data": [{"paragraphs": [{}]}]}'])
def test_what_is_no_collection_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    """It says what such a folder or file holds."""
    (tmp_path / "file.json").write_text(content, encoding="utf-8")
    with pytest.raises(CollectionInvalid, match="neither a BEIR folder nor a SQuAD file"):
        read_collection(tmp_path / "file.json")
    with pytest.raises(CollectionInvalid, match=r"corpus.jsonl is missing"):
        read_collection(tmp_path)
