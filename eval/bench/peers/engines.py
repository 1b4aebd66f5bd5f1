"""The peers, each as it is set up in its own documentation. Imports nothing of ours: it runs in the peers' environment.

An engine takes texts and gives a function from (question, k) to the places of the best texts, best first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

Search = Callable[[str, int], list[int]]


def words(text: str) -> list[str]:
    """Small letters, split at everything else: what a first attempt does."""
    return re.findall(r"\w+", text.lower())


def rank_bm25(texts: Sequence[str], model: str) -> Search:
    """rank-bm25's BM25Okapi over plain words."""
    import numpy as np
    from rank_bm25 import BM25Okapi

    engine = BM25Okapi([words(text) for text in texts])

    def search(question: str, k: int) -> list[int]:
        return [int(place) for place in np.argsort(-engine.get_scores(words(question)), kind="stable")[:k]]

    return search


def bm25s(texts: Sequence[str], model: str) -> Search:
    """bm25s with the Danish Snowball stemmer, as its documentation recommends."""
    import bm25s as engine_of
    import Stemmer

    stemmer = Stemmer.Stemmer("danish")
    engine = engine_of.BM25()
    engine.index(engine_of.tokenize(list(texts), stopwords=[], stemmer=stemmer, show_progress=False), show_progress=False)

    def search(question: str, k: int) -> list[int]:
        tokens = engine_of.tokenize([question], stopwords=[], stemmer=stemmer, show_progress=False)
        found, _ = engine.retrieve(tokens, k=min(k, len(texts)), show_progress=False)
        return [int(place) for place in found[0]]

    return search


def txtai_hybrid(texts: Sequence[str], model: str) -> Search:
    """Txtai with `hybrid=True`: BM25 and embeddings, half and half."""
    from txtai import Embeddings

    engine = Embeddings(path=model, hybrid=True)
    engine.index(list(enumerate(texts)))

    def search(question: str, k: int) -> list[int]:
        return [int(place) for place, _ in engine.search(question, k)]

    return search


def llamaindex_hybrid(texts: Sequence[str], model: str) -> Search:
    """LlamaIndex's query fusion (reciprocal rank) of its BM25 and vector retrievers."""
    from llama_index.core import VectorStoreIndex
    from llama_index.core.llms import MockLLM
    from llama_index.core.retrievers import QueryFusionRetriever
    from llama_index.core.schema import TextNode
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding
    from llama_index.retrievers.bm25 import BM25Retriever

    nodes: list[Any] = [TextNode(id_=str(place), text=text) for place, text in enumerate(texts)]
    index = VectorStoreIndex(nodes, embed_model=HuggingFaceEmbedding(model_name=model))

    @cache
    def fused(k: int) -> Any:
        lexical = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=min(k, len(nodes)), language="da")
        halves = [index.as_retriever(similarity_top_k=k), lexical]
        return QueryFusionRetriever(
            halves, llm=MockLLM(), similarity_top_k=k, num_queries=1, mode="reciprocal_rerank", use_async=False
        )

    def search(question: str, k: int) -> list[int]:
        return [int(found.node.node_id) for found in fused(k).retrieve(question)]

    return search


ENGINES: dict[str, Callable[[Sequence[str], str], Search]] = {
    "rank-bm25": rank_bm25,
    "bm25s": bm25s,
    "txtai hybrid": txtai_hybrid,
    "LlamaIndex hybrid": llamaindex_hybrid,
}
