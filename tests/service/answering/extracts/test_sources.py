"""Sources: the place behind a quote."""

from __future__ import annotations

import pytest

from index.opened import OpenIndex
from index.records import Query
from service.answering.sources import QuoteNotInPassage, address_of, distinct, source_of


def test_a_source_carries_the_quote_its_passage_and_the_address_of_its_page(index: OpenIndex) -> None:
    """The quote is verbatim; document is the file's own name."""
    passage = index.retriever.search(Query(text="badesøen åbnet", k=1))[0].passage
    quote = passage.text[:10].strip()
    source = source_of(index, passage, quote)
    assert source.quote in source.passage
    assert source.document.endswith(".txt")
    assert source.url == address_of(passage.document_id, passage.page_first)


@pytest.mark.parametrize("quote", ["", " ", "Dette står der ikke"])
def test_a_quote_that_does_not_stand_in_the_passage_is_an_error(index: OpenIndex, quote: str) -> None:
    """Character by character, so that no answerer can cite what it made up."""
    passage = index.retriever.search(Query(text="badesøen", k=1))[0].passage
    with pytest.raises(QuoteNotInPassage):
        source_of(index, passage, quote)


def test_the_page_is_part_of_the_address_only_where_there_is_one() -> None:
    """A web page has none."""
    assert address_of("d1", 4) == "/documents/d1#page=4"
    assert address_of("d1", None) == "/documents/d1"


def test_of_two_sources_in_one_passage_the_first_is_kept(index: OpenIndex) -> None:
    """Each passage is shown once."""
    passage = index.retriever.search(Query(text="badesøen", k=1))[0].passage
    first, second = source_of(index, passage, passage.text[:5].strip()), source_of(index, passage, passage.text)
    assert distinct([first, second]) == [first]
