"""Heads and items of minutes as other systems print them."""

from __future__ import annotations

from collections.abc import Callable

from ingest.minutes.people import person
from ingest.records import Ingested, SectionName

Ingest = Callable[[str], Ingested]

COUNCIL = """Referat
Byrådet, Lindholm Kommune

Mødedato: Onsdag den 12. marts 2025
Mødetidspunkt: 17:00 - 20:15
Mødested: Byrådssalen, Torvegade 3
Mødeleder: Karin Bøg (A)

1. Godkendelse af dagsorden

Beslutning
Godkendt.

2. Ny cykelsti

Beslutning
Godkendt.
"""

LINES = """REFERAT Regionsrådsmøde

24. september 2025 kl. 15.00, Regionshuset, mødelokale 5

Deltagere
Regionsrådsformand Lone Bro (formand)
Per Dam

Punkt 1: Akutbiler

Vi aftalte, at bilerne males røde.

Punkt 2: Eventuelt

Intet at bemærke.
"""

TALKS = """Referat af dialogmøde mellem Havneudvalget og Lystsejlerne

Dato: 24. april 2025
Sted: Bådhuset

1. Velkomst

Formanden bød velkommen.

2. Kajplads

Sejlerne ønsker flere pladser.

Konklusion: Udvalget tager ønsket med videre.
"""


def test_hour_and_body_are_read_from_a_municipal_head(ingest: Ingest) -> None:
    """The field "Mødetidspunkt" holds the hour where the day has a field of its own; the municipality is no part of the body."""
    meeting = ingest(COUNCIL).meetings[0]
    assert (meeting.body, meeting.time, meeting.place) == ("Byrådet", "17:00 - 20:15", "Byrådssalen, Torvegade 3")


def test_place_and_body_are_read_from_unlabelled_lines(ingest: Ingest) -> None:
    """A "Regionsrådsmøde" is a meeting of the Regionsråd; the place follows the hour; the office stands before the name."""
    ingested = ingest(LINES)
    meeting = ingested.meetings[0]
    assert (meeting.body, meeting.place, meeting.chair) == ("Regionsråd", "Regionshuset, mødelokale 5", "Lone Bro")
    assert ingested.items[0].sections[0].name is SectionName.DECISION


def test_a_meeting_of_two_is_named_by_both(ingest: Ingest) -> None:
    """Neither of them met alone."""
    assert ingest(TALKS).meetings[0].body == "Dialogmøde mellem Havneudvalget og Lystsejlerne"


def test_an_office_before_the_name_is_the_role() -> None:
    """And a first name that is no office stays."""
    found = person("Kommunaldirektør Anders Bø Lund")
    assert found is not None
    assert (found.name, found.role) == ("Anders Bø Lund", "Kommunaldirektør")
