"""How far a quote reaches around the window that answers."""

from __future__ import annotations

from datetime import date

from ingest.records import Access, Passage
from service.answering.extracts.excerpt import excerpt_of
from service.answering.extracts.units import Unit
from service.answering.extracts.windows import Window


def _units(*texts: str, titles: frozenset[str] = frozenset(), between: str = "\n") -> list[Unit]:
    text = between.join(texts)
    passage = Passage(
        id="p",
        document_id="d",
        order=0,
        text=text,
        heading_path=(),
        item_id=None,
        item_number=None,
        section=None,
        page_first=None,
        page_last=None,
        boxes=(),
        char_start=0,
        char_end=len(text),
        access=Access.OPEN,
        date=date(2026, 3, 3),
    )
    return [
        Unit(
            passage=passage,
            number=number,
            start=text.index(each),
            end=text.index(each) + len(each),
            lead_in="",
            is_item=False,
            is_title=each in titles,
            words=(),
            lead_words=(),
        )
        for number, each in enumerate(texts)
    ]


def test_a_title_at_the_end_keeps_what_it_heads_and_lets_go_of_what_stands_before_it() -> None:
    """Fifty words before the title leave no room for the twenty under it, so they are dropped."""
    long, under = "ord " * 50 + "slut.", "svar " * 19 + "her."
    units = _units(long, "Bådebroen", under, titles=frozenset({"Bådebroen"}))
    assert excerpt_of(Window(units=units, first=0, last=1)).text == f"Bådebroen\n{under}"


def test_a_short_paragraph_is_quoted_from_its_beginning() -> None:
    """The count stands in the sentence before the one that has the words asked for."""
    units = _units("14 både ligger i havnen.", "Målet er 20 både i 2027.", between=" ")
    assert excerpt_of(Window(units=units, first=1, last=1)).text == "14 både ligger i havnen. Målet er 20 både i 2027."


def test_a_sentence_of_another_paragraph_is_left_out_before() -> None:
    """A line break parts the two."""
    units = _units("14 både ligger i havnen.", "Målet er 20 både i 2027.")
    assert excerpt_of(Window(units=units, first=1, last=1)).text == "Målet er 20 både i 2027."
