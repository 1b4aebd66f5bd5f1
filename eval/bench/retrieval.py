"""What each stage of retrieval adds: `python -m eval.bench.retrieval INDEX QUESTIONS.jsonl... [--json]`.

From fixed chunks and rank_bm25 up to the whole retriever, the share of questions whose evidence stands among the first
1, 5 and 10; by question set and by language. Evidence counts as in the judge: 70 % of the quote's words in one
passage of the named document, and of the named agenda item where the evidence has one (chunks have no items).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rank_bm25 import BM25Okapi

from eval.matching import covered, fold
from eval.questions.reading import read_questions
from eval.records import GoldQuestion
from index.analysis.words import words_of
from index.hybrid import HybridRetriever, Tuning
from index.opened import OpenIndex, open_index
from index.records import Query
from service.records import Question, Understood
from service.understanding.understand import understand

CHUNK_WORDS, STEP = 120, 60
DEPTH = 10
ENOUGH = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Something that can be found: a chunk or a passage, with the file's name and the agenda item."""

    document: str
    item: str | None
    text: str


Search = Callable[[Understood], Sequence[Text]]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    index = open_index(asked.index)
    sets = {path.stem: [question for question in read_questions(path) if question.answerable] for path in asked.questions}
    table = {name: measured(search, index, sets) for name, search in stages(index)}
    index.close()
    print(json.dumps(table, ensure_ascii=False) if asked.json else as_text(table))
    return 0


def stages(index: OpenIndex) -> Iterable[tuple[str, Search]]:
    """The ladder, lowest rung first."""
    chunks, passages = list(_chunks(index)), list(_passages(index))
    analysis = index.lexical.analysis()
    yield "BM25, fixed chunks", _bm25(chunks, lambda text: fold(text).split())
    yield "+ Danish analysis", _bm25(chunks, analysis.terms)
    yield "+ passages", _bm25(passages, analysis.terms)
    only_lexical = {"lexical": 1.0}
    yield "+ context fields, expansion", _retriever(index, Tuning(dense=0.0, rerank=only_lexical))
    yield "+ dense", _retriever(index, Tuning(rerank={"lexical": 1.0, "dense": 0.4}))
    yield "+ rerank", _retriever(index, Tuning())
    yield "rerank without dense", _retriever(index, Tuning(dense=0.0, rerank={**Tuning().rerank, "dense": 0.0}))


def measured(search: Search, index: OpenIndex, sets: dict[str, list[GoldQuestion]]) -> dict[str, dict[str, float]]:
    """Shares of evidence among the first 1, 5 and 10, by set and by language."""
    ranks: dict[str, list[int]] = defaultdict(list)
    for name, questions in sets.items():
        for question in questions:
            understood = understand(Question(text=question.text, context=question.context), index)
            found = search(understood)
            rank = next((place for place, text in enumerate(found, start=1) if is_evidence(text, question)), DEPTH + 1)
            for group in (name, f"language {question.language}", "all"):
                ranks[group].append(rank)
    return {
        group: {"questions": len(places)} | {f"@{k}": sum(place <= k for place in places) / len(places) for k in (1, 5, 10)}
        for group, places in sorted(ranks.items())
    }


def is_evidence(text: Text, question: GoldQuestion) -> bool:
    """Whether a text is what the question set names as evidence."""
    return any(
        text.document.startswith(piece.document)
        and (piece.item is None or piece.item == text.item)
        and covered(piece.quote, text.text) >= ENOUGH
        for piece in question.evidence
    )


def as_text(table: dict[str, dict[str, dict[str, float]]]) -> str:
    """The table for a terminal: one line a stage, one column a set."""
    groups = list(next(iter(table.values())))
    head = f"{'evidence among the first 1 / 5 / 10':36}" + "".join(f"{group:>24}" for group in groups)
    lines = [f"{stage:36}" + "".join(f"{_shares(shares[group]):>24}" for group in groups) for stage, shares in table.items()]
    return "\n".join([head, *lines])


def _shares(shares: dict[str, float]) -> str:
    return " / ".join(f"{shares[f'@{k}']:.3f}" for k in (1, 5, 10))


def _passages(index: OpenIndex) -> Iterable[Text]:
    for document in index.store.documents():
        name = document.path.rsplit("/", 1)[-1]
        for passage in index.store.passages_of_document(document.id):
            yield Text(document=name, item=passage.item_number, text=passage.text)


def _chunks(index: OpenIndex) -> Iterable[Text]:
    for document in index.store.documents():
        words = " ".join(passage.text for passage in index.store.passages_of_document(document.id)).split()
        for start in range(0, max(1, len(words) - STEP), STEP):
            name = document.path.rsplit("/", 1)[-1]
            yield Text(document=name, item=None, text=" ".join(words[start : start + CHUNK_WORDS]))


def _bm25(texts: Sequence[Text], tokens: Callable[[str], list[str]]) -> Search:
    scorer = BM25Okapi([tokens(text.text) or [""] for text in texts])

    def search(understood: Understood) -> Sequence[Text]:
        scores = scorer.get_scores(tokens(understood.text) if words_of(understood.text) else [])
        return [texts[place] for place in (-scores).argsort(kind="stable")[:DEPTH]]

    return search


def _retriever(index: OpenIndex, tuning: Tuning) -> Search:
    store = index.store
    retriever = index.retriever
    assert isinstance(retriever, HybridRetriever)  # noqa: S101 - the only retriever there is
    tuned = retriever.tuned(tuning)

    def search(understood: Understood) -> Sequence[Text]:
        found = tuned.search(query_of(understood))
        return [
            Text(
                document=store.document(scored.passage.document_id).path.rsplit("/", 1)[-1],
                item=scored.passage.item_number,
                text=scored.passage.text,
            )
            for scored in found
        ]

    return search


def query_of(understood: Understood) -> Query:
    """The search an understood question makes."""
    return Query(
        text=understood.text,
        k=DEPTH,
        filters=understood.filters,
        prefer_bodies=frozenset(understood.bodies),
        prefer_sections=frozenset(understood.sections),
        prefer_dates=understood.periods,
        prefer_names=(*understood.municipalities, *understood.regions, *understood.councils, *understood.persons),
    )


if __name__ == "__main__":
    raise SystemExit(main())
