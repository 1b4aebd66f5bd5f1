"""Public test collections for retrieval: BEIR folders and SQuAD files, read into one form."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import CollectionInvalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Documents by id (title and text in one string), queries by id, and how relevant which documents are to a query."""

    name: str
    documents: Mapping[str, str]
    queries: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, float]]


def read_collection(path: Path) -> Collection:
    """Read a BEIR folder or a SQuAD file. Only queries with a relevant document are kept. Raises `CollectionInvalid`."""
    try:
        return _beir(path) if path.is_dir() else _squad(path)
    except FileNotFoundError as error:
        raise CollectionInvalid(
            f"{path}: {Path(error.filename).name} is missing; a BEIR folder holds corpus.jsonl, queries.jsonl and qrels/."
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CollectionInvalid(f"{path}: neither a BEIR folder nor a SQuAD file ({type(error).__name__}: {error}).") from error


def _beir(folder: Path) -> Collection:
    """The layout of Thakur et al. 2021 (BEIR): corpus.jsonl, queries.jsonl, qrels/test.tsv (or dev, train)."""
    documents = {line["_id"]: f"{line.get('title') or ''}\n\n{line['text']}".strip() for line in _lines(folder / "corpus.jsonl")}
    texts = {line["_id"]: line["text"] for line in _lines(folder / "queries.jsonl")}
    qrels: dict[str, dict[str, float]] = {}
    with _qrels_file(folder).open(encoding="utf-8", newline="") as file:
        for query_id, document_id, relevance in list(csv.reader(file, delimiter="\t"))[1:]:
            if float(relevance) > 0:
                qrels.setdefault(query_id, {})[document_id] = float(relevance)
    return Collection(name=folder.name, documents=documents, queries={name: texts[name] for name in qrels}, qrels=qrels)


def _qrels_file(folder: Path) -> Path:
    found = [folder / "qrels" / f"{split}.tsv" for split in ("test", "dev", "train")]
    return next((file for file in found if file.exists()), found[0])


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _squad(path: Path) -> Collection:
    """The layout of Rajpurkar et al. 2016: every paragraph is a document; a question's own paragraph is the relevant one."""
    documents: dict[str, str] = {}
    queries: dict[str, str] = {}
    qrels: dict[str, dict[str, float]] = {}
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            number = str(len(documents))
            documents[number] = f"{article.get('title', '').replace('_', ' ')}\n\n{paragraph['context']}".strip()
            for question in paragraph["qas"]:
                if not question.get("is_impossible"):
                    queries[str(question["id"])] = question["question"]
                    qrels[str(question["id"])] = {number: 1.0}
    return Collection(name=path.stem, documents=documents, queries=queries, qrels=qrels)
