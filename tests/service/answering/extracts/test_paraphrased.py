"""Sentences that answer a question in other words say more of it than sentences on the same matter that do not answer it."""

from __future__ import annotations

from pathlib import Path

from index.build import build
from index.opened import open_index
from service.answering.extracts.coverage import Meetings
from service.answering.extracts.lexis import Lexis
from service.answering.extracts.terms import terms_of

ROWS = [line.split("\t") for line in (Path(__file__).parent / "paraphrased.tsv").read_text("utf-8").splitlines()[1:]]


def test_the_sentence_that_answers_says_more_than_its_neighbour_in_three_of_four_pairs(tmp_path: Path) -> None:
    """48 of 60 when written; 17 when a synonym counted as in a search and turns of several words not at all."""
    (tmp_path / "orientering.txt").write_text("\n\n".join(" ".join(row[1:]) for row in ROWS), encoding="utf-8")
    build([tmp_path / "orientering.txt"], tmp_path / "index", workers=1)
    index = open_index(tmp_path / "index")
    lexis = Lexis(index)
    right = sum(said(row[0], row[1], lexis) > said(row[0], row[2], lexis) for row in ROWS if len(row) == 3)
    index.close()
    assert right >= 45


def said(question: str, sentence: str, lexis: Lexis) -> float:
    """The weighted share of a question's words that a sentence says."""
    meetings = Meetings(terms_of(question, lexis))
    return float(meetings.share(meetings.of(lexis.words(sentence))))
