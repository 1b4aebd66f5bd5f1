"""Minutes in the layouts of many systems, all made up here: the structure is found by form, never by who met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ingest.limits import Limits
from ingest.pipeline.file import ingest_file
from ingest.records import Access, AgendaItem, DocumentKind, Ingested, SectionName

Ingest = Callable[[str], Ingested]

ASSOCIATION = """Referat af bestyrelsesmøde i Grundejerforeningen Åvangen

Dato: Tirsdag den 4. marts 2025 kl. 19.00
Sted: Fælleshuset, Åvej 12
Til stede: Bo Lind (formand), Ida Sø (kasserer), Per Holm, Rie Bak
Afbud: Jens Ravn

Dagsorden
1. Valg af dirigent
2. Snerydning
3. Eventuelt

Ad 1. Valg af dirigent
Per Holm blev valgt.

Ad 2. Snerydning
Der er kommet to tilbud på snerydning. Det ene er fra Vejservice, det andet er fra Grøn Drift.
Bestyrelsen besluttede at vælge Vejservice for 12.500 kr. pr. sæson.
Ida Sø stemte imod.

Ad 3. Eventuelt
Intet.
"""

MUNICIPAL = """DAGSORDEN MED BESLUTNINGER

Udvalg: Teknik- og Miljøudvalget
Mødedato: 12. juni 2024
Mødetidspunkt: kl. 15:30 - 18:00
Mødested: Rådhuset, lokale 3.12

Pkt. 1 Cykelsti langs Strandvejen - endelig placering og
anlægsbevilling (Åben)

Sagsnr.: 24/1190

Sagens indhold
Udvalget skal tage stilling til placeringen af en ny cykelsti på 2,4 km.

Forvaltningen indstiller, at
1. placeringen langs kysten godkendes,
2. der gives en anlægsbevilling på 7,5 mio. kr.,
3. sagen sendes i høring.

Økonomiske konsekvenser
Udgiften er 7,5 mio. kr. i 2025.

Beslutning i Økonomiudvalget den 3. juni 2024
Anbefales.

Beslutning i Teknik- og Miljøudvalget den 12. juni 2024
Ad 1. Godkendt.
Ad 2. Godkendt med den bemærkning, at beløbet indarbejdes i budgettet.
Ad 3. Forkastet. Lis Krogh (F) undlod at stemme.

Bilag
Kort over stien
Notat om økonomi

Pkt. 2 Salg af grund (Lukket)

Sagsnr.: 24/2210

Beslutning i Teknik- og Miljøudvalget den 12. juni 2024
Udsat.
"""

LABELLED = """Møde i Ældrerådet
Mandag den 5. maj 2025, kl. 9.30-12.00
Mødelokale 2

Deltagere:
Karen Vind, formand
Søren Mose
Grethe Falk

Fraværende med afbud:
Poul Kær

Sag nr. 1: Orientering om hjemmeplejen
Resumé: Lederen af hjemmeplejen orienterer om den nye organisering.
Indstilling: Det indstilles, at rådet tager orienteringen til efterretning.
Beslutning: Taget til efterretning. Rådet ønsker en opfølgning i efteråret.

Sag nr. 2: Høringssvar til kvalitetsstandarder
Baggrund: Kvalitetsstandarderne er i høring til den 1. juni 2025.
Beslutning:
Afbud: Poul Kær
"""

GENERAL_MEETING = """Ordinær generalforsamling i Idrætsforeningen Fjord

Torsdag den 20. marts 2025 kl. 19:30 i klubhuset

Referat

1. Valg af dirigent
Bestyrelsen foreslog Kaj Munk som dirigent. Han blev valgt uden modkandidat.

2. Formandens beretning
Formanden aflagde beretning om et godt år med 412 medlemmer.
Beretningen blev godkendt.

3. Fastsættelse af kontingent
Bestyrelsen foreslår uændret kontingent på 600 kr.
Vedtaget.

4. Eventuelt
Der blev spurgt til lyset på bane 2.
"""

TABLE = """Projektgruppen for Ny Hal

Referat fra møde den 7. oktober 2024

Nr.\tEmne\tReferat\tAnsvarlig
1\tVelkomst\tAlle blev budt velkommen.\tLiv Beck
2\tTegninger\tSkitse B blev valgt. Arkitekten retter facaden.\tArkitekt Noe
3\tØkonomi\tBudgettet på 14 mio. kr. blev godkendt.\tPer Juhl
"""

PARAGRAPHS = """REFERAT
Sundhedsudvalget
Onsdag den 13-05-2020 kl. 16:30
Mødelokale 4

Deltagere: Kim Wulff, Bente Aa, Jan Skov

§ 1 Nyt sundhedshus
Sagsfremstilling:
Forvaltningen har undersøgt tre placeringer.
Indstilling:
Forvaltningen indstiller, at placering 2 vælges.
Beslutning:
Tiltrådt. For stemte 4, imod stemte 1 (Jan Skov).

§ 2 Orientering
Beslutning:
.
"""

ENGLISH = """Minutes of the Steering Committee

Date: 16 June 2023
Time: 10:00
Place: Room 4
Present: Ann Lee, Bob Hart
Absent: Carl Moss
Chair: Ann Lee

Item 1: Approval of the agenda
Decision: The agenda was approved.

Item 2: Budget for 2024
Background
The budget is DKK 2.5 million.
Recommendation
The secretariat recommends that the committee
1. approves the budget
2. asks for a report in May 2024
Decision
Approved. Bob Hart abstained.
"""

TWICE_PRINTED = """REFERAT Beredskabsudvalget d. 01-10-2024

Mødedato Tirsdag d. 01. oktober 2024 kl. 15:00

Punkt 1: Ny brandstation
EMN-2023-00077
Bilag
Plan over grunden
1 (Åben) Ny brandstation
Beredskabsudvalget
Sags ID: EMN-2023-00077
Dok ID: 55501
Resumé
Stationen flytter i 2026.
Beslutning
Tiltrådt.
Fraværende
Anders Vad\tBorgmester\tMedlem
Bilag
1. Plan over grunden (DokID: 55502 - EMN-2023-00077)
"""

AGENDA = """Indkaldelse til møde i Kulturrådet

Dato: 14. august 2025
Tid: 17.00
Sted: Biblioteket

Dagsorden:

1. Godkendelse af dagsorden
2. Orientering fra formanden
3. Tilskud til lokale foreninger
Rådet skal prioritere puljen på 100.000 kr.
4. Eventuelt
"""


def decision(item: AgendaItem) -> str:
    """The text of an item's decision."""
    return "\n".join(section.text for section in item.sections if section.name is SectionName.DECISION)


def test_an_associations_minutes_give_what_was_said_under_ad_as_thedecision(ingest: Ingest) -> None:
    """The contents list the same titles; only the heads with text below them are items."""
    made = ingest(ASSOCIATION)
    assert [(item.number, item.title) for item in made.items] == [
        ("1", "Valg af dirigent"),
        ("2", "Snerydning"),
        ("3", "Eventuelt"),
    ]
    assert decision(made.items[0]) == "Per Holm blev valgt."
    assert "Bestyrelsen besluttede at vælge Vejservice" in decision(made.items[1])
    assert made.items[1].votes == ("Ida Sø stemte imod.",)


def test_the_head_of_an_associations_minutes(ingest: Ingest) -> None:
    """Body, day, time, place, people and absentees come from labelled lines."""
    meeting = ingest(ASSOCIATION).meetings[0]
    assert (meeting.body, meeting.date, meeting.time) == ("Grundejerforeningen Åvangen", date(2025, 3, 4), "19.00")
    assert meeting.place == "Fælleshuset, Åvej 12"
    assert [person.name for person in meeting.participants] == ["Bo Lind", "Ida Sø", "Per Holm", "Rie Bak"]
    assert [person.name for person in meeting.absent] == ["Jens Ravn"]


def test_a_title_over_two_lines_is_joined(ingest: Ingest) -> None:
    """A wrapped title stays verbatim."""
    item = ingest(MUNICIPAL).items[0]
    assert item.title == "Cykelsti langs Strandvejen - endelig placering og anlægsbevilling (Åben)"
    assert item.case_number == "24/1190"


def test_what_another_committee_decided_is_an_earlierdecision(ingest: Ingest) -> None:
    """Two headings say "Beslutning i …"; the one of this body and day is the decision."""
    item = ingest(MUNICIPAL).items[0]
    earlier = [section.text for section in item.sections if section.name is SectionName.EARLIER_DECISIONS]
    assert earlier == ["Anbefales."]
    assert decision(item).startswith("Ad 1. Godkendt.")


def test_each_point_of_a_recommendation_is_linked_to_itsdecision(ingest: Ingest) -> None:
    """The words "Ad 3. …" answers point 3."""
    points = ingest(MUNICIPAL).items[0].recommendations
    assert [(point.number, point.decision) for point in points] == [
        (1, "Godkendt."),
        (2, "Godkendt med den bemærkning, at beløbet indarbejdes i budgettet."),
        (3, "Forkastet. Lis Krogh (F) undlod at stemme."),
    ]


def test_a_closed_item_and_its_passages_are_closed(ingest: Ingest) -> None:
    """The words "(Lukket)" in the title closes the item."""
    made = ingest(MUNICIPAL)
    assert [item.access for item in made.items] == [Access.OPEN, Access.CLOSED]
    assert {passage.access for passage in made.passages if passage.item_number == "2"} == {Access.CLOSED}


def test_attachments_are_listed_by_name(ingest: Ingest) -> None:
    """One line, one attachment."""
    assert ingest(MUNICIPAL).items[0].attachments == ("Kort over stien", "Notat om økonomi")


def test_labels_before_the_text_are_sections(ingest: Ingest) -> None:
    """The words "Resumé: …" on one line is a section, and its text goes on behind the label."""
    first = ingest(LABELLED).items[0]
    assert [(section.name, section.text) for section in first.sections] == [
        (SectionName.SUMMARY, "Lederen af hjemmeplejen orienterer om den nye organisering."),
        (SectionName.RECOMMENDATION, "Det indstilles, at rådet tager orienteringen til efterretning."),
        (SectionName.DECISION, "Taget til efterretning. Rådet ønsker en opfølgning i efteråret."),
    ]


def test_a_decision_left_blank_has_no_text(ingest: Ingest) -> None:
    """The absentees below an empty decision do not become the decision."""
    item = ingest(LABELLED).items[1]
    assert decision(item) == ""
    assert [person.name for person in item.absent] == ["Poul Kær"]


def test_names_below_a_label_are_read_with_their_roles(ingest: Ingest) -> None:
    """One name a line; the chairman leads the meeting when nobody else is named."""
    meeting = ingest(LABELLED).meetings[0]
    first = meeting.participants[0]
    assert (first.name, first.role) == ("Karen Vind", "formand")
    assert (meeting.body, meeting.chair, meeting.place) == ("Ældrerådet", "Karen Vind", "Mødelokale 2")


def test_numbered_titles_without_sections_are_items_of_a_general_meeting(ingest: Ingest) -> None:
    """What ends with "Vedtaget." is a decision; a remark under Eventuelt is not."""
    made = ingest(GENERAL_MEETING)
    assert [item.number for item in made.items] == ["1", "2", "3", "4"]
    assert decision(made.items[2]).endswith("Vedtaget.")
    assert decision(made.items[3]) == ""
    assert made.meetings[0].body == "Idrætsforeningen Fjord"


def test_minutes_kept_in_a_table_have_a_row_for_an_item(ingest: Ingest) -> None:
    """The column "Referat" holds the decisions."""
    made = ingest(TABLE)
    assert [(item.number, item.title) for item in made.items] == [("1", "Velkomst"), ("2", "Tegninger"), ("3", "Økonomi")]
    assert decision(made.items[1]).startswith("Skitse B blev valgt. Arkitekten retter facaden.")


def test_paragraph_signs_number_the_items_of_minutes(ingest: Ingest) -> None:
    """The words "§ 1" heads an item here, and a decision of only "." is none."""
    made = ingest(PARAGRAPHS)
    assert [item.title for item in made.items] == ["Nyt sundhedshus", "Orientering"]
    assert made.items[0].votes == ("For stemte 4, imod stemte 1 (Jan Skov).",)
    assert decision(made.items[1]) == ""


def test_english_minutes_are_read_alike(ingest: Ingest) -> None:
    """The sections get their Danish standard names."""
    made = ingest(ENGLISH)
    assert made.meetings[0].body == "Steering Committee"
    assert made.meetings[0].chair == "Ann Lee"
    assert decision(made.items[1]) == "Approved. Bob Hart abstained."
    assert [point.text for point in made.items[1].recommendations] == ["approves the budget", "asks for a report in May 2024"]


def test_an_item_whose_head_is_printed_twice_is_one_item(ingest: Ingest) -> None:
    """Between the two heads stands a first list of attachments; the fuller names win."""
    made = ingest(TWICE_PRINTED)
    assert len(made.items) == 1
    item = made.items[0]
    assert (item.case_number, item.document_number) == ("EMN-2023-00077", "55501")
    assert item.attachments == ("Plan over grunden (DokID: 55502 - EMN-2023-00077)",)
    assert decision(item) == "Tiltrådt."
    assert [person.name for person in item.absent] == ["Anders Vad"]


def test_an_agenda_has_items_but_no_decisions(ingest: Ingest) -> None:
    """Nothing is decided yet, whatever the text says."""
    made = ingest(AGENDA)
    assert made.documents[0].kind is DocumentKind.AGENDA
    assert [item.title for item in made.items][2] == "Tilskud til lokale foreninger"
    assert all(decision(item) == "" for item in made.items)


def test_a_report_with_numbered_chapters_is_no_meeting(ingest: Ingest) -> None:
    """Numbers alone make no agenda."""
    chapters = "\n\n".join(
        f"{n}. Kapitel om emne {n}\nHer står en længere forklaring af emnet, som ingen har besluttet." for n in (1, 2, 3)
    )
    made = ingest(f"Rapport om veje\n\n{chapters}\n")
    assert made.meetings == ()
    assert made.items == ()


def test_every_passage_of_an_item_stays_in_one_item_and_one_section(ingest: Ingest) -> None:
    """The passages of a section are those it names, and each stands in the section's text or in a short item as a whole."""
    made = ingest(MUNICIPAL)
    by_id = {passage.id: passage for passage in made.passages}
    for item in made.items:
        for section in item.sections:
            for passage_id in section.passage_ids:
                assert by_id[passage_id].item_id == item.id
                assert by_id[passage_id].section is section.name


def test_headings_numbered_by_the_word_processor_are_counted(tmp_path: Path) -> None:
    """The numbers of such headings are not in the file; a reader of it sees 1, 2, 3."""
    from docx import Document

    paper = Document()
    paper.add_heading("Referat af møde i Trafikrådet", 0)
    paper.add_paragraph("Mødedato: 4. november 2024 kl. 10.00")
    for title, decided in (("Godkendelse af dagsorden", "Godkendt."), ("Sikre skoleveje", "Rådet anbefaler forslag 2.")):
        paper.add_heading(title, 1)
        paper.add_heading("Beslutning", 2)
        paper.add_paragraph(decided)
    path = tmp_path / "trafik.docx"
    paper.save(str(path))
    made = ingest_file(path, "trafik.docx", Limits())
    assert [(item.number, item.title, decision(item)) for item in made.items] == [
        ("1", "Godkendelse af dagsorden", "Godkendt."),
        ("2", "Sikre skoleveje", "Rådet anbefaler forslag 2."),
    ]


def test_a_closed_items_title_is_closed_in_the_contents_too(ingest: Ingest) -> None:
    """Nobody without the right sees the title, wherever it is printed; "Lukket punkt 2" closes as well as "(Lukket)"."""
    made = ingest(
        "Referat af møde i Vejrådet\n\nMødedato: 3. maj 2024\n\nIndholdsfortegnelse\n\n1: Godkendelse af dagsorden\n"
        "2: Køb af grunden bag værkstedet\n\nPunkt 1: Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n"
        "Lukket punkt 2: Køb af grunden bag værkstedet\n\nBeslutning\n\nUdsat.\n"
    )
    assert [item.access for item in made.items] == [Access.OPEN, Access.CLOSED]
    shown = [passage.text for passage in made.passages if passage.access is Access.OPEN]
    assert not any("bag værkstedet" in text for text in shown)


NOTES = """Grupperåd Nord
Referat fra møde torsdag den 5. februar 2026

Til stede: Bo Lind, Ida Sø, Per Holm

1. Sommerlejr. Ida havde set på pladser. Vi blev enige om at leje Egehytten i uge 28.

2. Kontingent. Per foreslog 400 kr. Konklusion: Kontingentet bliver 350 kr.

3. Eventuelt. Intet.

Næste møde: tirsdag den 3. marts 2026 kl. 19 hos Bo
"""


def test_titles_and_labels_that_run_on_into_the_text_are_items_and_decisions(ingest: Ingest) -> None:
    """In "2. Kontingent. Per foreslog … Konklusion: …" the title ends at the first stop, the decision begins behind its label."""
    items = ingest(NOTES).items
    assert [item.title for item in items] == ["Sommerlejr", "Kontingent", "Eventuelt"]
    assert [decision(item) for item in items[:2]] == [
        "Ida havde set på pladser. Vi blev enige om at leje Egehytten i uge 28.",
        "Kontingentet bliver 350 kr.",
    ]


def test_the_line_that_closes_a_meeting_is_no_part_of_its_last_item(ingest: Ingest) -> None:
    """The last item may be closed; when the next meeting is may be known to all."""
    ingested = ingest(NOTES)
    assert decision(ingested.items[-1]) == "Intet."
    assert ingested.passages[-1].item_id is None
    assert ingested.passages[-1].text.startswith("Næste møde: tirsdag den 3. marts 2026")


WAY = """Referat af møde i Regionsrådet

Mødedato: 24. september 2026
Til stede: Bo Lind (A), Ida Sø (V)

Punkt 1: Ny færge
Sagsnummer: 26-1234
Indstilling
Direktionen indstiller, at færgen købes.
Sagens behandling
Havneudvalget, 3. september 2026: Anbefales.
Regionsrådet, 24. september 2026: Godkendt. Imod stemte 3.

Punkt 2: Gebyr
Indstilling
Direktionen indstiller, at gebyret hæves.
Beslutning
Regionsrådet, 24. september 2026, pkt. 2:
Udsat.
"""


def test_the_step_of_a_case_that_is_this_meetings_own_is_itsdecision(ingest: Ingest) -> None:
    """What the committee advised is history; the council's own step decides, with its votes."""
    ferry, fee = ingest(WAY).items
    assert decision(ferry) == "Godkendt. Imod stemte 3."
    assert ferry.votes == ("Imod stemte 3.",)
    assert [each.text for each in ferry.sections if each.name is SectionName.EARLIER_DECISIONS and each.text] == ["Anbefales."]
    assert decision(fee) == "Udsat."
