"""Questions from headings that are questions, as pages of frequently asked questions have them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from eval.records import Evidence, GoldQuestion
from ingest.records import BlockKind

if TYPE_CHECKING:
    from index.opened import OpenIndex
    from ingest.records import Passage

MOST_WORDS = 60


def questions_from_headings(index: OpenIndex) -> Iterator[GoldQuestion]:
    """One question per heading that ends in a question mark and is followed by one short passage."""
    for document in index.store.documents():
        passages = [passage for passage in index.store.passages_of_document(document.id) if passage.kind is not BlockKind.HEADING]
        for heading, group in groupby(passages, key=_heading):
            below = list(group)
            if heading.endswith("?") and len(below) == 1 and len(below[0].text.split()) <= MOST_WORDS:
                yield _question(heading, below[0], PurePosixPath(document.path).name)


def _heading(passage: Passage) -> str:
    return passage.heading_path[-1].strip() if passage.heading_path else ""


def _question(heading: str, passage: Passage, name: str) -> GoldQuestion:
    said = passage.text.removeprefix(heading).strip() or passage.text
    return GoldQuestion(
        id=f"heading-{passage.id}",
        text=heading,
        gist=said,
        evidence=(Evidence(document=name, quote=said),),
        language="da",
        kind="heading",
        answer=said,
    )
