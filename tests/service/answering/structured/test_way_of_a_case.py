"""A case told as the way it took: one dated paragraph for each body, the meeting's own decision last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ingest.records import Access, AgendaItem, Meeting, Section, SectionName
from service.answering.minutes.item_texts import own_paragraph

MEETING = Meeting(
    id="m",
    document_id="d",
    body="Regionsrådet",
    date=date(2026, 9, 24),
    time=None,
    place=None,
    chair=None,
    participants=(),
    absent=(),
)
WAY = "Udvalget for Vej, 25. august 2026: Anbefales.\nRegionsrådet, 24. september 2026: Sagen blev udsat."
ITEM = AgendaItem(
    id="i",
    meeting_id="m",
    document_id="d",
    number="3",
    title="Ny vej",
    kind="",
    case_number=None,
    document_number=None,
    access=Access.OPEN,
    sections=(Section(name=SectionName.EARLIER_DECISIONS, heading="Sagens behandling", text=WAY),),
)


def test_the_paragraph_of_the_meetings_own_day_is_what_it_decided() -> None:
    """The committee's recommendation before it is not."""
    assert own_paragraph(ITEM, MEETING) == "Sagen blev udsat."


def test_decisions_of_other_days_are_not_the_meetings_own() -> None:
    """Nor is anything, where the minutes have no day."""
    assert own_paragraph(ITEM, replace(MEETING, date=date(2026, 10, 1))) == ""
    assert own_paragraph(ITEM, replace(MEETING, date=None)) == ""
