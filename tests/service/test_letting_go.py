"""A generation taken out of service leaves nothing behind, whether or not Python's collector of cycles comes by."""

from __future__ import annotations

import gc
import os
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.analysis.chain import MOST_KEPT, Analysis
from index.analysis.words import MOST_LETTERS, words_of
from index.build import build
from index.generations import generation_ids, switch
from index.opened import open_index
from index.records import Filters
from service.assistant import Assistant
from service.live import LiveIndex
from service.opening import opener_of
from service.records import Language, Question
from service.settings import Settings
from service.suggestions import suggestions

MINUTES = """Referat
Skovudvalget
Mødedato: {day}. marts 2026

Punkt 1: Budget for stier

Indstilling
Forvaltningen indstiller, at der afsættes 40.000 kr. til stier i skoven.

Beslutning
Skovudvalget godkendte indstillingen.
"""
QUESTIONS = ("Hvad besluttede Skovudvalget om stier?", "Who approved the paths?", "hvor mange kroner afsættes", "?")


@pytest.fixture(scope="module")
def two_generations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index with two generations of a small corpus."""
    folder = tmp_path_factory.mktemp("letting-go")
    corpus = folder / "corpus"
    corpus.mkdir()
    for day in (4, 11):
        (corpus / f"moede-{day}.txt").write_text(MINUTES.format(day=day), encoding="utf-8")
        build([corpus], folder / "index", workers=1)
    return folder / "index"


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Python's collector of cycles stays away: only what nothing refers to goes."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
def test_an_old_generation_is_gone_as_soon_as_its_last_request_ends(two_generations: Path) -> None:
    """Index, store, retriever, assistant and what it remembers, with no help of the collector; open files as before."""
    live = LiveIndex(two_generations, opener_of(Settings(index=two_generations)))
    switch(two_generations, generation_ids(two_generations)[0])
    live.refresh()
    _ask_all(live)
    files = len(os.listdir("/proc/self/fd"))
    for turn in (1, 0, 1):
        remembered = _references(live)
        switch(two_generations, generation_ids(two_generations)[turn])
        live.refresh()
        _ask_all(live)
        assert [name for name, reference in remembered.items() if reference() is not None] == []
    assert len(os.listdir("/proc/self/fd")) == files
    live.close()


def test_a_reader_of_a_closed_generation_gets_an_error_and_does_not_wait(two_generations: Path) -> None:
    """A thread that warms up an index which is taken out of service meanwhile ends, instead of holding it for ever."""
    index = open_index(two_generations)
    assistant = Assistant(index, Settings(index=two_generations))
    index.close()
    warming = threading.Thread(target=assistant.warm, daemon=True)
    warming.start()
    warming.join(10)
    assert not warming.is_alive()


def test_what_is_remembered_of_questions_is_bounded() -> None:
    """A word is known by its first hundred letters, and a full memory of words is emptied."""
    assert words_of("x" * 1_900) == ["x" * MOST_LETTERS]
    analysis = Analysis({"sti": 1})
    for number in range(MOST_KEPT + 10):
        analysis.of_word(f"{number}")
    assert len(analysis._cache) == 10


def _ask_all(live: LiveIndex) -> None:
    """Ask, browse and look at suggestions as users do, then wait until the thread that warms up has ended."""
    with live.lease() as serving:
        for text in QUESTIONS:
            serving.assistant.ask(Question(text=text))
        suggestions(serving, (), filters=Filters(), language=Language.DANISH, asked=())
        assert serving.open_document_count
    end = time.monotonic() + 10
    while any(thread.name == "warm" for thread in threading.enumerate()) and time.monotonic() < end:
        time.sleep(0.01)


def _references(live: LiveIndex) -> dict[str, weakref.ref[object]]:
    """Weak references to the parts of the generation that answers now."""
    with live.lease() as serving:
        index, assistant, expander = serving.index, serving.assistant, serving.index.expander
        parts = {"serving": serving, "index": index, "lexical": index.lexical, "store": index.store, "embedder": index.embedder}
        parts |= {
            "retriever": index.retriever,
            "expander": expander,
            "speller": expander._corrector._speller,
            "assistant": assistant,
        }
        return {name: weakref.ref(part) for name, part in parts.items()}
