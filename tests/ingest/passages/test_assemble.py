"""The whole assembly: nothing fails on odd content, ids stay under unchanged content, facts are printed where they say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.assemble import Assembled, assemble
from ingest.records import Block, BlockKind

LINES = (
    "Referat af møde i Vejrådet den 3. maj 2024",
    "Punkt 1: Nye veje",
    "1. Godkendelse",
    "2. Veje",
    "Beslutning",
    "Beslutning i Vejrådet den 3. maj 2024",
    "Indstilling",
    "Ad 1. Godkendt.",
    "Bilag: A; B",
    "Fraværende: Eva Holm",
    "§ 1. Vejene ryddes.",
    "Notat",
    "Der etableres 1.237 pladser senest den 1. maj 2026, som kommunen driver.",
    ".",
    "",
    "Lukket",
    "Emne: Svar på et spørgsmål om veje",
)


def made(blocks: list[Block]) -> Assembled:
    """Assemble the blocks of a made-up file."""
    return assemble("mappe/fil.pdf", "0" * 64, blocks, {}, ())


blocks_of_any_kind = st.lists(
    st.builds(
        Block,
        kind=st.sampled_from(
            [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CONTENTS, BlockKind.CAPTION]
        ),
        text=st.one_of(st.sampled_from(LINES), st.text(max_size=60)),
        page_number=st.one_of(st.none(), st.integers(min_value=1, max_value=3)),
        level=st.integers(min_value=0, max_value=3),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(blocks_of_any_kind)
def test_no_order_of_lines_is_a_reason_to_fail(blocks: list[Block]) -> None:
    """Ids are unique, facts are verbatim in their passage, and passages lie in the document's text one after the other."""
    result = made(blocks)
    passages = {passage.id: passage for passage in result.passages}
    assert len(passages) == len(result.passages)
    assert len({item.id for item in result.items}) == len(result.items)
    assert all(fact.object in passages[fact.passage_id].text for fact in result.facts)
    for document in result.documents:
        own = [passage for passage in result.passages if passage.document_id == document.id]
        text = "\n\n".join(passage.text for passage in own)
        assert all(text[passage.char_start : passage.char_end] == passage.text for passage in own)


def test_a_passage_keeps_its_id_when_another_part_of_the_document_changes() -> None:
    """Only what changed is embedded again."""
    kept = [
        Block(kind=BlockKind.HEADING, text="Veje", level=1),
        Block(kind=BlockKind.PARAGRAPH, text="Vejene ryddes først. " * 30),
    ]
    before = [Block(kind=BlockKind.PARAGRAPH, text="Indledning til planen. " * 30), *kept]
    after = [Block(kind=BlockKind.PARAGRAPH, text="En helt anden indledning. " * 30), *kept]
    shared = {passage.id for passage in made(before).passages} & {passage.id for passage in made(after).passages}
    assert len(shared) == 1


def test_the_same_text_twice_is_two_passages() -> None:
    """Their ids differ, and do so in the same way every time."""
    block = Block(kind=BlockKind.PARAGRAPH, text="Der er ingen bemærkninger til dette punkt i planen. " * 14)
    first, second = made([block, block]), made([block, block])
    assert len({passage.id for passage in first.passages}) == len(first.passages) > 1
    assert [passage.id for passage in first.passages] == [passage.id for passage in second.passages]


def test_an_empty_file_is_a_document_without_passages() -> None:
    """It still stands in the list of documents, under its name."""
    result = made([])
    assert [document.title for document in result.documents] == ["fil"]
    assert result.passages == ()
