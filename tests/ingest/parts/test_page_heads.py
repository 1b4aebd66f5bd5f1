"""Pages that begin like a document, in an agenda with its attachments; all made up here."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.limits import Limits
from ingest.pipeline.file import ingest_file
from ingest.records import Ingested

AGENDA = """Dagsorden
Møde i: Havneforum
Tidspunkt: Onsdag den 21. januar 2026 kl. 14.00-16.00
Sted: Kajen 2

1. Velkomst og godkendelse af dagsorden

Formanden byder velkommen til alle.

2. Beslutning: Ny kaj til lystbåde (bilag 1)

Indstilling: At forummet godkender, at der bygges en kaj til lystbåde for de penge, der er sat af i 2026 til formålet.

Bilag 1: Notat om kajer til lystbåde
"""
NOTE = """Bilag 1

Notat om kajer til lystbåde

Dato: 9. januar 2026
Udarbejdet af: Bo Lind

I 2025 lå der 118 både ved den gamle kaj, som er for kort. En ny kaj koster 2,4 mio. kr. og kan stå færdig i 2027, hvis arbejdet
går i gang til foråret. Den gamle kaj kan rives ned året efter, når den nye er taget i brug af alle sejlere i havnen.
"""
LETTER = """Sejlklubben Vinden
Til Havneforum
Den 8. december 2025

Vedr. ventetid på bådpladser i havnen

Kære forum

Klubben har modtaget spørgsmål fra 14 medlemmer, som har ventet mere end syv måneder på en plads. Vi beder om et svar inden mødet.
"""
LONG = """Bilag 2
Kajer i andre havne
I de fleste havne er kajen af beton.
"""


def _ingest(folder: Path, *pages: str) -> Ingested:
    path = folder / "samlet.txt"
    path.write_text("\f".join(pages), encoding="utf-8")
    return ingest_file(path, "samlet.txt", Limits())


def test_an_agenda_with_a_note_and_a_letter_is_three_documents(tmp_path: Path) -> None:
    """Each has its own title and day: the note by its number, kind, day and author, the letter by address, day and greeting."""
    documents = _ingest(tmp_path, AGENDA, NOTE, LETTER).documents
    assert [(each.title, str(each.date)) for each in documents] == [
        ("Dagsorden Havneforum", "2026-01-21"),
        ("Notat om kajer til lystbåde", "2026-01-09"),
        ("Vedr. ventetid på bådpladser i havnen", "2025-12-08"),
    ]
    assert documents[1].author == "Bo Lind"


def test_a_page_that_only_carries_a_number_and_a_title_stays_with_the_part_before(tmp_path: Path) -> None:
    """A wrong split is worse than none."""
    assert len(_ingest(tmp_path, AGENDA, LONG).documents) == 1


def test_a_day_in_a_title_is_not_the_day_of_the_paper(tmp_path: Path) -> None:
    """The title "Klar til 1. januar 2027" looks ahead; the line below says when it was written."""
    path = tmp_path / "klar.txt"
    path.write_text(
        "Havnen klar til 1. januar 2027\n\nNotat, 12. februar 2026\n\nKajen er snart færdig, og bådene kan flyttes.\n",
        encoding="utf-8",
    )
    assert str(ingest_file(path, "klar.txt", Limits()).documents[0].date) == "2026-02-12"


def test_an_attachment_that_names_itself_on_top_of_its_page_is_a_document(tmp_path: Path) -> None:
    """Its name in large print, as the list of attachments has it: no day and no address are needed."""
    canvas = Canvas(str(tmp_path / "samlet.pdf"))
    pages = (
        (
            "Dagsorden",
            "1. Ny kaj",
            "Der er plads til 40 både ved kajen i dag.",
            "Bilag 1: Oversigt over kajer",
            "Bilag 2: Sejlplan",
        ),
        ("Bilag 1: Oversigt over kajer", "Kajen i syd er 80 meter lang og ti år gammel.", "Kajen i nord er revet ned i foråret."),
    )
    for title, *lines in pages:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 780, title)
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(line for text in lines for line in (text, *([f"{text} Det er målt i maj."] * 5))):
            canvas.drawString(60, 750 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    found = ingest_file(tmp_path / "samlet.pdf", "samlet.pdf", Limits()).documents
    assert [(document.title, document.page_first) for document in found] == [
        ("Dagsorden", 1),
        ("Bilag 1: Oversigt over kajer", 2),
    ]


def test_a_letter_with_a_postal_address_and_a_day_is_a_document(tmp_path: Path) -> None:
    """The sender's town, the day and a number are a head, also without "Dato:" or a greeting."""
    letter = """Sejlklubben Vinden
Kajen 4
9990 Havby
8. december 2025
Sagsnr. 25-118

Svar om ventetid på bådpladser

Klubben har modtaget spørgsmål fra 14 medlemmer, som har ventet mere end syv måneder på en plads. Vi beder om et svar inden mødet.
"""
    documents = _ingest(tmp_path, AGENDA, NOTE, letter).documents
    assert len(documents) == 3
    assert documents[-1].date is not None


@pytest.mark.parametrize(
    "state",
    [
        "Version 1.2, 9. maj 2026. Udarbejdet af projektleder Bo Lind, Havby Kommune",
        "Udkast 3 af 9. maj 2026",
        "Senest revideret den 9. maj 2026 af Bo Lind",
        "Notat til Havneforum, 9. maj 2026. Udarbejdet af Bo Lind",
        "Vedr. kajerne i syd og nord, 9. maj 2026",
    ],
)
def test_an_attachment_is_called_by_its_number_and_name_not_by_its_state(tmp_path: Path, state: str) -> None:
    """Version, author and subject stand below the name; the day among them is the paper's."""
    canvas = Canvas(str(tmp_path / "samlet.pdf"))
    for title, *lines in (
        (
            "Bilag til mødet i Havneforum",
            "Bilag 1: Plan for nye kajer",
            *["Her er det, som forummet skal tale om på det næste møde."] * 8,
        ),
        ("Bilag 1: Plan for nye kajer", state, "1 Baggrund", *["Kajen i syd er 80 meter lang og ti år gammel."] * 8),
    ):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 760, title)
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(lines):
            canvas.drawString(60, 730 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    found = ingest_file(tmp_path / "samlet.pdf", "samlet.pdf", Limits()).documents
    assert (found[-1].title, str(found[-1].date)) == ("Bilag 1: Plan for nye kajer", "2026-05-09")
