"""Blocks become passages of 40 to 200 words that never cross a stretch."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from ingest.passages.headings import stretches_by_headings, stretches_of_document
from ingest.passages.pack import FEWEST_WORDS, MOST_WORDS, pack
from ingest.passages.sentences import sentences
from ingest.passages.stretch import Stretch
from ingest.records import Block, BlockKind, Box


def paragraph(words: int, word: str = "ord") -> Block:
    """A paragraph of so many words, a sentence for each ten."""
    sentences = [" ".join([word.capitalize(), *[word] * (min(10, words - start) - 1)]) + "." for start in range(0, words, 10)]
    return Block(kind=BlockKind.PARAGRAPH, text=" ".join(sentences))


def heading(text: str, level: int = 1) -> Block:
    """A heading."""
    return Block(kind=BlockKind.HEADING, text=text, level=level)


def point(text: str) -> Block:
    """A point of a list."""
    return Block(kind=BlockKind.LIST_ITEM, text=text, level=1)


def test_short_paragraphs_are_put_together() -> None:
    """Three of 30 words are one passage of 90."""
    drafts = list(pack(Stretch(blocks=(paragraph(30), paragraph(30), paragraph(30)))))
    assert [len(draft.text.split()) for draft in drafts] == [90]


def test_a_full_passage_takes_no_more() -> None:
    """120 words are enough; the next 50 stand by themselves."""
    drafts = list(pack(Stretch(blocks=(paragraph(120), paragraph(50)))))
    assert [len(draft.text.split()) for draft in drafts] == [120, 50]


def test_a_short_tail_joins_the_passage_before_it() -> None:
    """120 + 10: a tail under 40 words is not left alone while there is room up to 200."""
    drafts = list(pack(Stretch(blocks=(paragraph(120), paragraph(10)))))
    assert [len(draft.text.split()) for draft in drafts] == [130]


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    """450 words in sentences of ten: 200 + 200 + 50."""
    drafts = list(pack(Stretch(blocks=(paragraph(450),))))
    assert [len(draft.text.split()) for draft in drafts] == [200, 200, 50]
    assert all(draft.text.endswith(".") for draft in drafts)


def test_points_stay_with_the_sentence_that_leads_in() -> None:
    """After 119 words the list is not torn from "… følgende:"."""
    lead = Block(kind=BlockKind.PARAGRAPH, text="Der arbejdes med følgende:")
    drafts = list(pack(Stretch(blocks=(paragraph(119), lead, point("• Mindre ændringer"), point("• Større ændringer")))))
    with_lead = next(draft for draft in drafts if "følgende:" in draft.text)
    assert "Mindre ændringer" in with_lead.text
    assert "Større ændringer" in with_lead.text


def test_a_list_that_goes_on_in_another_passage_keeps_its_lead_as_context() -> None:
    """The sentence is context, not text: it is printed only once."""
    lead = Block(kind=BlockKind.PARAGRAPH, text="Kravene er:")
    points = tuple(Block(kind=BlockKind.LIST_ITEM, text=f"• {paragraph(60, f'krav{n}').text}") for n in range(5))
    drafts = list(pack(Stretch(blocks=(lead, *points))))
    assert len(drafts) > 1
    assert drafts[0].lead == ()
    assert all(draft.lead == ("Kravene er:",) for draft in drafts[1:])
    assert sum(draft.text.count("Kravene er:") for draft in drafts) == 1


def test_a_heading_is_context_of_the_text_below_it() -> None:
    """The path runs from the outer heading to the inner one."""
    stretches = stretches_by_headings([heading("Plan"), heading("Mål", 2), paragraph(40), heading("Bemanding", 2), paragraph(41)])
    assert [stretch.heading_path for stretch in stretches] == [("Plan", "Mål"), ("Plan", "Bemanding")]


def test_a_heading_without_text_below_it_is_not_lost() -> None:
    """A loose heading becomes text that is ranked low."""
    stretches = stretches_by_headings([heading("Tak for i dag"), heading("Plan"), paragraph(40)])
    assert stretches[0].blocks[0].text == "Tak for i dag"
    assert stretches[0].weight < 1


def test_the_head_of_a_document_is_a_stretch_with_its_title() -> None:
    """Title, date and author stand together, so that "when was it" has a place."""
    lines = [heading("Temadag om veje"), Block(kind=BlockKind.PARAGRAPH, text="Fredag den 29. maj 2026")]
    first = stretches_of_document([*lines, heading("Program"), paragraph(50)])[0]
    assert [block.text for block in first.blocks] == ["Temadag om veje", "Fredag den 29. maj 2026"]


def test_contents_are_kept_but_ranked_low() -> None:
    """They stand in `show`, and answer nothing."""
    contents = [Block(kind=BlockKind.CONTENTS, text=f"Emne {n} ..... {n}") for n in range(3)]
    stretches = stretches_by_headings([heading("Indhold"), *contents, heading("Emne 1"), paragraph(50)])
    assert stretches[0].weight <= 0.1
    assert len(stretches[0].blocks) == 3


def test_boxes_and_pages_of_a_passage_are_those_of_its_blocks() -> None:
    """A passage over a page break knows both pages."""
    boxes = [Box(page_number=page, x0=50, top=700, x1=500, bottom=712) for page in (4, 5)]
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, text=paragraph(30).text, page_number=box.page_number, boxes=(box,)) for box in boxes
    )
    draft = next(iter(pack(Stretch(blocks=blocks))))
    assert draft.pages == (4, 5)
    assert draft.boxes == tuple(boxes)


@given(st.lists(st.integers(min_value=1, max_value=460), min_size=1, max_size=12))
def test_the_passages_of_a_stretch_hold_every_word_once_and_in_order(lengths: list[int]) -> None:
    """Nothing is lost or said twice, none is longer than 200 words, and two short neighbours would have been one."""
    blocks = tuple(paragraph(length, f"ord{n}") for n, length in enumerate(lengths))
    drafts = list(pack(Stretch(blocks=blocks)))
    assert " ".join(draft.text for draft in drafts).split() == " ".join(block.text for block in blocks).split()
    assert all(len(draft.text.split()) <= MOST_WORDS for draft in drafts)
    short = [len(draft.text.split()) < FEWEST_WORDS for draft in drafts]
    assert not any(one and other for one, other in itertools.pairwise(short))


def test_a_sum_ends_a_sentence_before_a_capitalised_word() -> None:
    """The full stop of "kr." is the sentence's as well, but "kr. DKK" or a small letter goes on."""
    text = "Broen koster 3 mio. kr. Havnen er gratis. Leje: 4 mio. DKK om året m.v. Det er alt."
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "Broen koster 3 mio. kr.", "Havnen er gratis.", "Leje: 4 mio. DKK om året m.v.", "Det er alt.",
    ]  # fmt: skip
