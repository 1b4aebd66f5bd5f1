"""A title says what a paper is about, not only what it is; a file's claim of its author counts if it may be a person."""

from __future__ import annotations

import pytest

from ingest.parts.description import Description, described
from ingest.records import Block, BlockKind


def describe(*texts: str, author: str = "") -> Description:
    """The description of paragraphs."""
    return described([Block(kind=BlockKind.PARAGRAPH, text=text) for text in texts], "fil.docx", {"author": author})


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (("Notat", "Emne: Nye både til havnen", "Bådene er gamle."), "Nye både til havnen"),
        (("Fra: Ib Holm", "Til: Alle", "Vedr.: Lukning af broen i juni", "Hej alle"), "Lukning af broen i juni"),
        (("Referat", "Havneudvalget, 12. maj 2026 kl. 15, lokale 3", "Til stede: Ib"), "Referat Havneudvalget, 12. maj 2026"),
        (("Notat: Nye både til havnen", "Dato: 9. maj 2026", "Bådene er gamle."), "Notat: Nye både til havnen"),
        (("Notat om bådene, 9. maj 2026", "Bådene er gamle."), "Notat om bådene, 9. maj 2026"),
        (("Dato: 9. maj 2026", "Bådene er gamle."), "fil"),
        (("NOTAT", "Nye både til havnen", "Bådene er gamle og tunge, og de lækker."), "Nye både til havnen"),
    ],
)
def test_a_paper_that_only_says_what_it_is_takes_its_title_from_the_lines_below(texts: tuple[str, ...], title: str) -> None:
    """The subject line, or the line that names what it is of."""
    assert describe(*texts).title == title


def test_an_agreement_is_named_with_its_parties() -> None:
    """The heading is one word, the line below it goes on."""
    heading = Block(kind=BlockKind.HEADING, text="Delingsaftale", level=1)
    parties = Block(kind=BlockKind.PARAGRAPH, text="mellem Havby Kommune og Ny Region")
    assert described([heading, parties], "aftale.pdf", {}).title == "Delingsaftale mellem Havby Kommune og Ny Region"


def test_the_body_stands_before_the_day_of_its_meeting() -> None:
    """The hour is behind the day."""
    assert describe("Referat", "Havneudvalget, 12. maj 2026 kl. 15", "1. Molen").body == "Havneudvalget"


@pytest.mark.parametrize(
    ("claim", "author"),
    [("(anonymous)", None), ("Microsoft Office User", None), ("b0712", None), ("Lis Dam <lis@havby.example>", "Lis Dam")],
)
def test_the_author_a_file_claims_is_a_person_or_nobody(claim: str, author: str | None) -> None:
    """Programs write their own names into that field."""
    assert describe("Om broen", "Broen er spærret.", author=claim).author == author
