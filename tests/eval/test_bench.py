"""The benchmarks: what the peers get, what is switched off, and how rows are kept and shown."""

from __future__ import annotations

import json
from pathlib import Path

from eval.bench.ablation import COVERAGE, EXTRACTS, NAMES_AND_DATES, STRUCTURE, answerers_of, tunings, without
from eval.bench.page import page
from eval.bench.peers.compare import VARIANTS
from eval.bench.peers.engines import ENGINES, words
from eval.bench.peers.material import CHUNK_WORDS, OVERLAP_WORDS, Text, chunks, chunks_of, passages_of
from eval.bench.rows import append_row, as_table, row
from eval.records import Evidence
from index.opened import open_index
from index.rerank.weights import WEIGHTS
from service.assistant import Assistant
from service.records import Question
from service.settings import load_settings


def test_chunks_overlap_and_leave_no_word_out() -> None:
    """Of 400 words: 1 to 180, 141 to 320, 281 to 400."""
    text = [str(number) for number in range(400)]
    made = [chunk.split() for chunk in chunks(text)]
    assert [(chunk[0], chunk[-1]) for chunk in made] == [("0", "179"), ("140", "319"), ("280", "399")]
    assert CHUNK_WORDS - OVERLAP_WORDS == 140
    assert list(chunks(["kort"])) == ["kort"]


def test_the_peers_find_by_our_passages_and_headings_but_are_judged_by_what_the_document_says(demo_index: Path) -> None:
    """A heading in front does not make a passage hold the evidence."""
    index = open_index(demo_index)
    passages = passages_of(index)
    assert 0 < len(passages) < index.summary.passage_count  # what is closed stays with us
    assert not any("14.500" in text.text for text in passages)
    assert sum(len(text.text.split()) for text in chunks_of(index)) > 1000
    index.close()
    text = Text(path="a/01_referat.pdf", text="Godkendelse af budget\nIntet.", verbatim="Intet.")
    assert not text.holds(Evidence(document="01_", quote="Godkendelse af budget"))
    assert text.holds(Evidence(document="01_", quote="Intet"))


def test_every_compared_peer_has_an_engine() -> None:
    """And rank-bm25 sees plain words in small letters."""
    assert {engine for engine, _ in VARIANTS} <= set(ENGINES)
    assert words("Læsø: 24 timer!") == ["læsø", "24", "timer"]


def test_without_an_answerer_it_does_not_answer(demo_index: Path) -> None:
    """Switched off on a copy: the assistant itself keeps it."""
    index = open_index(demo_index)
    whole = Assistant(index, load_settings(index=demo_index))
    names = answerers_of(whole)
    question = Question(text="Hvem har lavet evalueringen af tryghedsopkald?")
    silent = whole
    for name in names:
        silent = without(silent, name)
    assert EXTRACTS in names
    assert silent.ask(question).abstained
    assert answerers_of(whole) == names
    assert not whole.ask(question).abstained
    index.close()


def test_every_way_of_ranking_weighs_only_what_the_ranking_knows() -> None:
    """A feature that was renamed must not be ablated by its old name."""
    for name, tuning in tunings().items():
        assert set(tuning.rerank) <= set(WEIGHTS), name
    assert {*STRUCTURE, *COVERAGE, *NAMES_AND_DATES} <= set(WEIGHTS)


def test_rows_carry_what_is_needed_to_measure_again(tmp_path: Path) -> None:
    """And the page shows the newest of each variant."""
    for seed, found in enumerate([0.1, 0.9]):
        measured = {"recall@1": found, "p50 ms": 3.0, "texts": 10}
        append_row(tmp_path / "deep" / "rows.jsonl", row("peers", "<rank-bm25>", "demo", measured, seed))
    lines = [json.loads(line) for line in (tmp_path / "deep" / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"benchmark", "variant", "corpus", "seed", "at", "commit"} <= lines[0].keys()
    shown = page(lines)
    assert "0.900" in shown
    assert "0.100" not in shown
    assert "&lt;rank-bm25&gt;" in shown
    assert "<rank-bm25>" not in shown
    assert "0.900" in as_table(lines, ("recall@1",))
