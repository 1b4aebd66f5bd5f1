"""How much of what a question asks after the titles of agenda items hold."""

from __future__ import annotations

import pytest

from service.answering.minutes.agenda import Agenda, Card
from service.answering.minutes.reading import title_shares
from service.answering.minutes.topic import AskedWord


def agenda_of_titles(*stems: frozenset[str]) -> Agenda:
    """One item for each set of stems."""
    cards = tuple(
        Card(
            id=f"i{place}",
            meeting_id="m",
            document_id="d",
            number=str(place),
            title="",
            case_number=None,
            document_number=None,
            attachments=(),
            stems=each,
        )
        for place, each in enumerate(stems)
    )
    return Agenda(cards=cards, meetings={}, owners={}, names={})


@pytest.mark.parametrize("stems", [("rygprogram", "rygprogrammer"), ("rygprogrammer", "rygprogram")])
def test_the_surest_way_to_say_a_word_counts(stems: tuple[str, str]) -> None:
    """The title says the first rendering itself (1.0) and only begins like the second (0.8), in whatever order they come."""
    agenda = agenda_of_titles(frozenset({"rygprogram"}), frozenset({"havn"}))
    asked = [
        AskedWord(stems=frozenset(stems), weight=2.0, rendered=True),
        AskedWord(stems=frozenset({"bro"}), weight=2.0, rendered=True),
    ]
    assert title_shares(asked, agenda.cards, agenda) == {"i0": pytest.approx(0.5)}
