"""The records of a generation: written and read back whole, and hidden from who may not see them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.opened import OpenIndex
from index.records import Filters
from index.store.codec import decode, encode
from ingest.records import (
    Access,
    AgendaItem,
    BlockKind,
    Box,
    Document,
    Fact,
    FileReport,
    Meeting,
    Passage,
    SectionName,
)

st.register_type_strategy(float, st.floats(allow_nan=False))
KINDS = [Document, Meeting, AgendaItem, Passage, Fact, FileReport]
CLOSED = frozenset({Access.CLOSED})


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_is_read_back_as_it_was_written(kind: type) -> None:
    """Whatever its fields hold."""

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def check(record: object) -> None:
        assert decode(kind, encode(record)) == record

    check()


def test_a_field_that_is_not_there_takes_its_default() -> None:
    """So that a later version can add fields."""
    box = Box(page_number=3, x0=1.5, top=2.0, x1=3.0, bottom=4.0)
    assert decode(Box, encode(box)) == box
    report = decode(FileReport, '{"path":"a.pdf","sha256":"00","status":"read","unknown":1}')
    assert report.page_count == 0


def test_a_passage_is_read_back_with_its_place(index: OpenIndex) -> None:
    """Section, item, date and kind are those of ingestion."""
    [minutes] = index.store.documents(Filters(date_from=date(2025, 3, 4), date_to=date(2025, 3, 4)))
    passages = index.store.passages_of_document(minutes.id)
    assert [passage.order for passage in passages] == sorted(passage.order for passage in passages)
    [decision] = [p for p in passages if p.section is SectionName.DECISION and "hjemmesygeplejen" in p.text]
    assert decision.item_number == "2"
    assert decision.kind is BlockKind.PARAGRAPH
    assert index.store.passage(decision.id) == decision
    assert index.store.item(decision.item_id or "").case_number == "25/1002"


def test_what_may_not_be_seen_is_as_if_it_did_not_exist(index: OpenIndex) -> None:
    """Asked for by id it raises the same error as an id that never was."""
    [closed] = index.store.documents(Filters(access=CLOSED))
    [passage, *_] = index.store.passages_of_document(closed.id, CLOSED)
    for ask in (index.store.passage, index.store.document):
        with pytest.raises(KeyError):
            ask("no such id")
    with pytest.raises(KeyError):
        index.store.passage(passage.id)
    with pytest.raises(KeyError):
        index.store.document(closed.id)
    with pytest.raises(KeyError):
        index.store.file_of(closed.id)
    assert index.store.passages([passage.id]) == []
    assert index.store.passages_of_document(closed.id) == []


def test_ids_come_back_in_the_order_asked_for(index: OpenIndex) -> None:
    """Unknown ones are left out."""
    all_ids = [p.id for d in index.store.documents() for p in index.store.passages_of_document(d.id)]
    asked = [all_ids[3], "unknown", all_ids[0]]
    assert [passage.id for passage in index.store.passages(asked)] == [all_ids[3], all_ids[0]]


def test_the_original_file_is_copied_into_the_index(index: OpenIndex, directory: object) -> None:
    """Byte for byte, named by its content."""
    for document in index.store.documents():
        copy = index.store.file_of(document.id)
        assert copy.is_relative_to(str(directory))
        assert copy.name == f"{document.sha256}.txt"


def test_closed_pages_are_named(index: OpenIndex) -> None:
    """A text file has no pages: 0 stands for the whole of it."""
    [closed] = index.store.documents(Filters(access=CLOSED))
    assert index.store.closed_pages(closed.id) == frozenset({0})
    assert index.store.closed_pages(index.store.documents()[0].id) == frozenset()


def test_facets_count_only_what_a_filter_could_choose(index: OpenIndex) -> None:
    """Municipalities by the passages that name them, years by the documents' dates."""
    facets = index.store.facets()
    assert facets.municipalities["Odder"] == 1
    assert facets.years == {"2025": 1}
    assert index.store.facets(Filters(access=frozenset())).kinds == {}
