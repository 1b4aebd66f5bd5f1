"""The real minutes beside the project: every item is found, in every rendering."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.bench.minutes import disagreements
from ingest.limits import Limits
from ingest.pipeline.file import ingest_file
from ingest.records import Access, SectionName

SHARED = Path(__file__).parents[3].parent / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared material does not lie beside the project"),
]


def corpus_file(pattern: str) -> Path:
    """The one file of the shared corpus that fits the pattern."""
    return sorted((SHARED / "corpus").glob(pattern))[0]  # sorted exhausts the listing


@pytest.mark.parametrize("pattern", ["rendered/002_*", "original/002_*"])
def test_all_fifteen_items_of_a_regions_minutes(pattern: str) -> None:
    """Numbers 1 to 15, a case number each, a decision each; the participants stand in the first item."""
    made = ingest_file(corpus_file(pattern), "m", Limits())
    assert [item.number for item in made.items] == [str(number) for number in range(1, 16)]
    assert all(item.case_number and item.case_number.count("-") == 4 for item in made.items)
    decisions = [[section for section in item.sections if section.name is SectionName.DECISION] for item in made.items]
    assert [len(found) for found in decisions] == [1] * 15
    assert len(made.meetings[0].participants) == 12
    assert made.meetings[0].chair is not None


@pytest.mark.parametrize("pattern", ["rendered/004_*", "original/004_*"])
def test_an_item_whose_attachments_stand_before_its_second_head_is_one(pattern: str) -> None:
    """Eight items, seven absentees each, one decision of "." that is empty."""
    made = ingest_file(corpus_file(pattern), "m", Limits())
    assert [item.number for item in made.items] == [str(number) for number in range(1, 9)]
    assert [len(item.absent) for item in made.items] == [7] * 8
    assert all(item.document_number for item in made.items)
    blank = [item.number for item in made.items if not any(s.name is SectionName.DECISION and s.text for s in item.sections)]
    assert blank == ["4"]
    assert [len(item.recommendations) for item in made.items][2] == 2
    assert all(point.decision for point in made.items[2].recommendations)


def test_passages_of_rendered_minutes_stand_on_the_pages_of_their_item() -> None:
    """Each item begins on a new page there."""
    made = ingest_file(corpus_file("rendered/002_*"), "m", Limits())
    pages = {item.id: (item.page_first, item.page_last) for item in made.items}
    for passage in made.passages:
        if passage.item_id is not None:
            first, last = pages[passage.item_id]
            assert first is not None
            assert last is not None
            assert passage.page_first is not None
            assert first <= passage.page_first <= last
            assert {box.page_number for box in passage.boxes} <= set(range(first, last + 1))


def test_a_public_meeting_agrees_with_its_print() -> None:
    """Numbers, titles and decisions as poppler prints them; closed items are closed."""
    path = sorted((SHARED / "greve").glob("*2022-04-04.pdf"))[0]
    made = ingest_file(path, path.name, Limits())
    assert list(disagreements(path, made.items)) == []
    assert {item.access for item in made.items if item.title.startswith("Lukket")} == {Access.CLOSED}
