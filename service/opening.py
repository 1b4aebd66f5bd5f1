"""Opens the live generation with its assistant."""

from __future__ import annotations

import threading
from dataclasses import replace

from index.opened import OpenIndex, open_index
from service.live import Asks, Opener
from service.settings import Settings


def opener_of(settings: Settings) -> Opener:
    """Give what opens the generation that is live when it is called."""

    def opened() -> tuple[OpenIndex, Asks]:
        from service.assistant import Assistant

        index = open_searched(settings)
        assistant = Assistant(index, settings)
        threading.Thread(target=assistant.warm, name="warm", daemon=True).start()
        return index, assistant

    return opened


def open_searched(settings: Settings) -> OpenIndex:
    """Open the live generation, with the cross-encoder where one is set. Raises what `open_index` raises."""
    index = open_index(settings.index)
    if not settings.reranker:
        return index
    from index.rerank.cross_encoder import open_cross_encoder
    from index.rerank.judged import JudgedRetriever

    try:
        scorer = open_cross_encoder(settings.reranker)
    except BaseException:
        index.close()
        raise
    judged = JudgedRetriever(index.retriever, scorer, settings.reranker_candidates, settings.reranker_seconds)
    return replace(index, retriever=judged)
