"""Several documents in one file, and what a document says of itself."""

from __future__ import annotations

from datetime import date

from ingest.parts.description import described
from ingest.parts.part import parts_of
from ingest.records import Block, BlockKind, DocumentKind

PROSE = (
    "Arbejdsgruppen har set på vejene i hele kommunen og foreslår, at de vigtigste strækninger ryddes først, når det sner. " * 4
)


def block(text: str, page: int | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    """A block on a page."""
    return Block(kind=kind, text=text, page_number=page, level=1 if kind is BlockKind.HEADING else 0)


BUNDLE = [
    block("Opgaver, som følges: 4", 1),
    block(PROSE, 1),
    block("Notat", 2),
    block("Status for arbejdet med vinterveje i distrikterne", 2),
    block(PROSE, 2),
    block("BEK nr 679 af 30/05/2018 Vejministeriet", 3),
    block("Bekendtgørelse om rydning af veje og stier", 3),
    block("§ 1. Vejene ryddes. " + PROSE, 3),
    block("03-09-2020 Model for måling af trafik på de mindre veje", 4),
    block(PROSE, 4),
    block("Emne: Svar på spørgsmål om de nye vinterveje", 5),
    block("Kære formand", 5),
    block(PROSE, 5),
]


def test_documents_of_a_bundle_are_found_by_their_first_lines() -> None:
    """A note, a law, a dated paper and a mail, behind a page that names nothing."""
    titles = [part.title for part in parts_of(BUNDLE, is_meeting=False)]
    assert titles == [
        None,
        "Status for arbejdet med vinterveje i distrikterne",
        "Bekendtgørelse om rydning af veje og stier",
        "Model for måling af trafik på de mindre veje",
        "Svar på spørgsmål om de nye vinterveje",
    ]


def test_every_block_is_in_exactly_one_part() -> None:
    """Nothing is lost at a seam."""
    assert [each for part in parts_of(BUNDLE, is_meeting=False) for each in part.blocks] == BUNDLE


def test_a_law_is_dated_by_its_number() -> None:
    """The words "BEK nr 679 af 30/05/2018"."""
    law = parts_of(BUNDLE, is_meeting=False)[2]
    assert law.date == date(2018, 5, 30)
    assert described(law.blocks, "a.pdf", {}, whole_file=False, title=law.title, day=law.date).kind is DocumentKind.LAW


def test_minutes_are_not_cut_where_an_item_quotes_a_note() -> None:
    """Only the start of other minutes counts in minutes."""
    assert len(parts_of(BUNDLE, is_meeting=True)) == 1


def test_two_minutes_in_one_file_are_two_documents() -> None:
    """The second begins at the top of a page with its title and day."""
    blocks = [
        block("Referat af møde i Vejrådet den 3. maj 2024", 1),
        block(PROSE, 1),
        block("Referat af møde i Vejrådet den 7. juni 2024", 2),
        block(PROSE, 2),
    ]
    assert [part.title for part in parts_of(blocks, is_meeting=True)] == [None, "Referat af møde i Vejrådet den 7. juni 2024"]


def test_one_mention_of_a_note_does_not_cut_a_report() -> None:
    """A sentence that begins with "Notat" is no start."""
    blocks = [
        block("Rapport", 1, BlockKind.HEADING),
        block(PROSE, 1),
        block("Notatet blev sendt til alle, og ingen svarede.", 2),
        block(PROSE, 2),
    ]
    assert len(parts_of(blocks, is_meeting=False)) == 1


def test_the_text_names_kind_and_day_before_the_file_does() -> None:
    """The file's name says agenda and 2020; the paper says minutes and 2024."""
    blocks = [block("Referat af møde i Vejrådet", None, BlockKind.HEADING), block("Mødedato: 3. maj 2024"), block(PROSE)]
    found = described(blocks, "2020-01-01_dagsorden.pdf", {"title": "Untitled"})
    assert (found.kind, found.date, found.body) == (DocumentKind.MINUTES, date(2024, 5, 3), "Vejrådet")


def test_the_files_name_is_the_last_resort() -> None:
    """A text that says nothing of itself takes title, kind and day from its name."""
    found = described([block(PROSE)], "mappe/notat_vinterveje_2023-11-02.pdf", {})
    assert (found.title, found.kind, found.date) == ("notat vinterveje 2023-11-02", DocumentKind.NOTE, date(2023, 11, 2))


def test_a_page_that_says_when_it_was_updated_has_that_day() -> None:
    """The day stands in the last line of many web pages."""
    found = described(
        [block("Spørgsmål og svar", None, BlockKind.HEADING), block(PROSE), block("Opdateret fredag den 23. jan. 2026")],
        "a.html",
        {},
    )
    assert found.date == date(2026, 1, 23)
    assert found.kind is DocumentKind.WEB_PAGE


def test_an_english_text_is_english() -> None:
    """By its small words."""
    assert (
        described([block("The board agreed to the plan and asked for a report on the roads of the town.")], "a.txt", {}).language
        == "en"
    )
