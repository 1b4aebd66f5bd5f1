"""Notes as secretaries write them, which do not call themselves minutes; all made up here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.minutes.labels import opens_with_label
from ingest.minutes.meeting_signs import heads_meeting
from ingest.records import DocumentKind, Ingested

Ingest = Callable[[str], Ingested]

BODY = """

1. Siden sidst
- Kajen er malet, og fenderne leveres 3. november 2026.
- The previous date, 15 June, was dropped.

2. Broen
- LIB undersøger prisen inden 12. juni 2026. Broen åbner mandag 14. september 2026.

3. Evt.
- Intet.
"""
NOTES = {
    """NOTER – FÆLLES HAVNEDRIFT, SKIVE/MORSØ (FHD)
Møde nr. 4, tirsdag 5. maj 2026, 9.30-11.40, Teams + Havnekontoret lok. 2.14
Til stede: Lis Ibsen (LIB, mødeleder, Skive), Bo Krag Holm (BKH, Morsø)
Afbud: Eva Dam (EVD, Region Nordjylland)
Ref.: BKH
Roller: LIB er formand i 2026, BKH tager over 1. januar 2027.""": (
        "2026-05-05",
        "Fælles Havnedrift, Skive/Morsø (FHD)",
        "9.30-11.40",
        "Teams + Havnekontoret lok. 2.14",
    ),
    """Mødenoter: Styregruppen for Havne
Onsdag d. 3. juni 2026 kl. 13-15, Rådhuset, lokale 114
Deltagere: Lis Ibsen (formand), Bo Krag Holm (ref.)
Afbud: Eva Dam""": ("2026-06-03", "Styregruppen for Havne", "13-15", "Rådhuset, lokale 114"),
    """Opsamling – netværk for lodser
Dato og sted: 12. marts 2026, Kulturhuset i Skive
Med: Lis Ibsen og Bo Krag Holm
Ikke med: Eva Dam""": ("2026-03-12", "Netværk for lodser", None, "Kulturhuset i Skive"),
    """Beslutningslog fra driftsgruppen
Torsdag den 7. maj 2026 | kl. 10.00-11.30 | Teams
Til stede: Lis Ibsen (ref.), Bo Krag Holm
Fravær: Eva Dam (ferie)""": ("2026-05-07", "Driftsgruppen", "10.00-11.30", "Teams"),
    """Notes – Regional Port Group (RPG)
Meeting no. 7, Wednesday 6 May 2026, 12:30-14:40, Teams
Present: Lis Ibsen (LIB, chair), Bo Krag Holm (BKH)
Apologies: Eva Dam (EVD)""": ("2026-05-06", "Regional Port Group (RPG)", "12:30-14:40", "Teams"),
    """Tværfagligt havnemøde, uge 20
11. maj 2026 kl. 9.00 – 10.30, Havnehuset, lok. 2
Til stede: Lis Ibsen, Bo Krag Holm
Afbud: Eva Dam""": ("2026-05-11", "Tværfagligt havnemøde", "9.00 – 10.30", "Havnehuset, lok. 2"),
}


@pytest.mark.parametrize("head", NOTES, ids=[head.split("\n")[0] for head in NOTES])
def test_notes_of_a_meeting_are_read_as_minutes(ingest: Ingest, head: str) -> None:
    """The day of the head wins over days in the text; body, hour, place and who came or stayed away are read."""
    read = ingest(head + BODY)
    document, meeting = read.documents[0], read.meetings[0]
    assert document.kind is DocumentKind.MINUTES
    assert (str(document.date), meeting.body, meeting.time, meeting.place) == NOTES[head]
    assert [each.name for each in meeting.participants] == ["Lis Ibsen", "Bo Krag Holm"]
    assert [each.name for each in meeting.absent] == ["Eva Dam"]
    assert [item.number for item in read.items] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Kursus i knob", "Onsdag den 3. juni 2026 kl. 13", "Deltagere: Alle lodser og Bo Krag Holm"],
        ["Kajen er malet", "Lis Ibsen så den onsdag den 3. juni 2026."],
        ["Noter", "Til stede: Lis Ibsen, Bo Krag Holm"],
    ],
)
def test_an_invitation_or_a_paper_without_day_or_people_is_no_notes(lines: list[str]) -> None:
    """Those invited did not come yet, and a name in a sentence is no list."""
    assert not heads_meeting(lines)


def test_who_led_and_who_wrote_are_read_from_labels_without_colons(ingest: Ingest) -> None:
    """As tables of a head that lost their lines print them."""
    head = "Referat af møde i Havneforum\nMødedato Onsdag den 3. juni 2026\nMødeleder Lis Ibsen, direktør\nReferent Bo Krag Holm"
    assert ingest(head + BODY).meetings[0].chair == "Lis Ibsen"


def test_a_place_of_work_on_the_line_of_a_name_is_nobody(ingest: Ingest) -> None:
    """Names and municipalities stand by turns."""
    head = "Noter fra styregruppemøde 2\nDato: 4. februar 2026\nDeltagere:\nLis Ibsen, Skive Kommune\nBo Krag Holm, Region Nord"
    meeting = ingest(head + BODY).meetings[0]
    assert (meeting.body, [each.name for each in meeting.participants]) == ("Styregruppe", ["Lis Ibsen", "Bo Krag Holm"])


LISTED = """Referat af møde i Havneforum
Mødedato Onsdag den 3. juni 2026 kl. 13
Mødested Kajen 2

Punkt 1: Deltagere og godkendelse af dagsorden

Deltagere

- Lis Ibsen, havnechef, Skive Kommune (formand)
- Bo Krag Holm, lods, Havnehuset Nord
- Eva Dam, ingeniør, Morsø Kommune

Afbud

Der var afbud fra Eva Dam, som havde bedt tekniker Per Lund deltage i sit sted, og fra Ib Sten.

Beslutning

Godkendt.

Punkt 2: Broen

Beslutning

Godkendt.
"""


def test_an_item_that_lists_participants_tells_who_came_and_who_was_sent_instead(ingest: Ingest) -> None:
    """A list item is one person with office and place of work; who sent apologies stays on the printed list, and is absent."""
    meeting = ingest(LISTED).meetings[0]
    assert [(each.name, each.role) for each in meeting.participants] == [
        ("Lis Ibsen", "havnechef, Skive Kommune (formand)"),
        ("Bo Krag Holm", "lods, Havnehuset Nord"),
        ("Eva Dam", "ingeniør, Morsø Kommune"),
        ("Per Lund", "tekniker, i stedet for Eva Dam"),
    ]
    assert [each.name for each in meeting.absent] == ["Eva Dam", "Ib Sten"]


def test_a_label_without_colon_opens_a_line_of_its_own() -> None:
    """Though its first word had no room on the line above, which is no sentence that goes on."""
    assert opens_with_label("Fraværende Bo Lind")
    assert opens_with_label("Bemærkning Mødet blev flyttet")
    assert not opens_with_label("Fraværende medlemmer får referatet tilsendt")
