"""Lists that a passage's heading leads in, or that begin in the passage after."""

from __future__ import annotations

import pytest

from ingest.records import Access, Passage
from service.answering.extracts.lexis import Lexis
from service.answering.extracts.listing import asked_list, continued_list, whole_list
from service.answering.extracts.units import units_of
from service.answering.extracts.windows import Window
from service.assistant import Assistant
from service.records import Language, Understood
from service.understanding.kind import kind_of

PARAGRAPH = (
    "Havnens bestyrelse har i foråret drøftet planen med alle sejlere og med naboerne i de tre gader ved vandet, og " * 2
    + "slut."
)


def _passage(text: str, *headings: str) -> Passage:
    return Passage(
        id="p",
        document_id="d",
        order=0,
        text=text,
        heading_path=headings,
        item_id=None,
        item_number=None,
        section=None,
        page_first=None,
        page_last=None,
        boxes=(),
        char_start=0,
        char_end=len(text),
        access=Access.OPEN,
        date=None,
    )


def _lexis(assistant: Assistant) -> Lexis:
    return assistant._extracts.lexis


def test_a_heading_that_ends_with_a_colon_leads_the_lines_under_it_in(assistant: Assistant) -> None:
    """Three short lines belong to the list, the paragraph after them does not."""
    units = units_of(_passage(f"Nye pæle\nRent vand\nEn slæbested\n{PARAGRAPH}", "Planen omfatter:"), _lexis(assistant))
    listed = whole_list(units[1], units)
    assert listed is not None
    assert listed.text == "Nye pæle\nRent vand\nEn slæbested"


def test_a_list_that_begins_in_the_next_passage_is_found(assistant: Assistant) -> None:
    """The sentence that speaks of three things ends its passage; the three stand under the heading of the next."""
    lexis = _lexis(assistant)
    units = units_of(_passage("Planen omfatter tre ting i havnen."), lexis)
    following = units_of(_passage("Nye pæle\nRent vand\nEn slæbested", "Det er:"), lexis)
    listed = continued_list(Window(units=units, first=0, last=0), following)
    assert listed is not None
    assert listed.text == "Nye pæle\nRent vand\nEn slæbested"


def test_a_passage_under_a_plain_heading_continues_no_list(assistant: Assistant) -> None:
    """Without a colon nothing says that the lines belong to the sentence before."""
    lexis = _lexis(assistant)
    units = units_of(_passage("Planen omfatter tre ting i havnen."), lexis)
    following = units_of(_passage("Nye pæle\nRent vand", "Økonomi"), lexis)
    assert continued_list(Window(units=units, first=0, last=0), following) is None


@pytest.mark.parametrize(
    ("question", "items"),
    [("Hvad passer havnen?", "broen og slæbestedet"), ("Hvad passer havnen ikke?", "haven og vejen")],
)
def test_of_two_lists_the_one_that_denies_as_the_question_does_is_given(assistant: Assistant, question: str, items: str) -> None:
    """Both lead-ins say the same but for the denial; the window stands between the lists."""
    text = "Havnen passer:\n- broen og slæbestedet\n- bådene\nHavnen passer ikke:\n- haven og vejen\n- skuret"
    units = units_of(_passage(text), _lexis(assistant))
    understood = Understood(asked=question, text=question, language=Language.DANISH, kind=kind_of(question))
    listed = asked_list(assistant._extracts.asked(understood), Window(units=units, first=1, last=4))
    assert listed is not None
    assert items in listed.text
